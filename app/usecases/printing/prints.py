"""Make a print of a stored form: its own PDF, kept for good, marked when it is a reprint."""

import json
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from app.domain.actor import Actor
from app.domain.changes import Changed
from app.domain.dossier.opened import Opened
from app.domain.errors import DeskError
from app.domain.forms.codes import CONTROL_FORM, PAYMENT_FORM, RECEIPT_FORM, STOP_FORM
from app.domain.forms.form_set import FormSet
from app.domain.forms.print_request import PrintRequest
from app.domain.money.payment import SlipNumber, meant
from app.domain.permission import Permission
from app.domain.phrases import phrase
from app.domain.text import file_title, paragraph
from app.printing.content import minute_text
from app.printing.paper import ReprintReasonMissing
from app.printing.registry import Form, form_of
from app.printing.registry import Subject as FormSubject
from app.usecases import endings
from app.usecases.desk import Desk
from app.usecases.freezing import PARTS, Freezing, freeze
from app.usecases.unit import Request, Unit, View
from db.stores import dossiers, ledger, payments, prints
from db.stores.prints import NewPrint, StoredContent
from db.tables.ledger import Subject

VIEWER = "trình đọc PDF"
"""Named as the printer of a print that was opened outside."""
_REASON_LIMIT = 1_000
_PRINTER_LIMIT = 300


class NoSlip(DeskError):
    """The dossier has no slip of money, or none of that number. Facts: slip (or ``nào``)."""


class PrintEvent(StrEnum):
    """What the ledger says of a print."""

    PRINTED = "PRINTED"
    REPRINTED = "REPRINTED"
    CONFIRMED = "CONFIRMED"


@dataclass(frozen=True, slots=True)
class Printed:
    """A print that is stored and may be handed to a printer; `arrived` if it was before."""

    print_id: int
    pdf: bytes
    copy_number: int
    pages: int
    changed: Changed = Changed.PRINTS
    arrived: bool = False


def wanted_form(
    desk: Desk, actor: Actor, dossier_id: int, form: str, slip: SlipNumber | None = None
) -> PrintRequest:
    """What is meant by `form` of a dossier: of slips the one of this number, None the last.

    Of requests for papers, and of apologies, it is the last, of ends the one at which it stands.
    Form 05 of a dossier of the 2018 set is its control sheet, Form 06 since.

    Raises:
        UnknownForm: there is no such form.
        FormNotInSet: the dossier's legal set has no such form.
        NoSuchForm: the dossier was not asked for papers, not promised anew, or did not end so.
        NoSlip: the dossier has no such slip.
    """
    subject = form_of(form).subject
    if subject in PARTS:
        with desk.view(actor, Permission.WANTED_FORM) as view:
            asked = prints.last_subject(view.connection, form, PARTS[subject], dossier_id)
        return PrintRequest(form, asked)
    if subject is FormSubject.ENDING:
        with desk.view(actor, Permission.WANTED_FORM) as view:
            dossier = view.dossier(Opened(dossier_id))
            if form == STOP_FORM and dossier.form_set == FormSet.TT01_2018:
                return PrintRequest(CONTROL_FORM, dossier_id)
            return PrintRequest(form, endings.end_to_print(view, dossier, form_of(form)))
    if subject is not FormSubject.PAYMENT:
        return PrintRequest(form, dossier_id)
    with desk.view(actor, Permission.WANTED_FORM) as view:
        slips = payments.of_dossier(view.connection, dossier_id)
    wanted = slip and meant(slip, slips)
    for each in reversed(slips):
        if wanted is None or each.slip == wanted:
            return PrintRequest(form, each.id)
    raise NoSlip(slip=str(slip) if slip else phrase("nào"))


def last_slip(desk: Desk, actor: Actor, dossier_id: int) -> PrintRequest:
    """The slip of a dossier that was written last.

    Raises:
        NoSlip: it has none.
    """
    return wanted_form(desk, actor, dossier_id, PAYMENT_FORM)


def next_print(
    desk: Desk,
    actor: Actor,
    asked: PrintRequest,
    *,
    paper: str,
    reason: str = "",
    request: Request | None = None,
) -> Printed:
    """The print to hand over now: one that never arrived anywhere, else a new one.

    Call `note_printer` once it has arrived. `reason` is why a form is printed again.

    Raises:
        NoSuchForm, PaperNotOffered: as for `make_print`.
        ReprintReasonMissing: it would be a reprint; nothing was made.
    """
    known = _printed_before(desk, actor, asked, paper, request)
    if known is not None:
        return known
    _write_on_demand(desk, actor, asked)
    waiting = print_again(desk, actor, asked, paper=paper)
    if waiting is not None:
        _keep_request(desk, actor, asked, paper, waiting, request)
        return waiting
    if not reason.strip():
        with desk.view(actor, Permission.NEXT_PRINT) as view:
            is_again = _reprint(view, asked, paper) > 0
        if is_again:
            known = _printed_before(desk, actor, asked, paper, request)
            if known is not None:  # printed meanwhile for this very request
                return known
            raise ReprintReasonMissing(form=asked.form, paper=paper)
    return make_print(desk, actor, asked, paper=paper, request=request)


def make_print(
    desk: Desk, actor: Actor, asked: PrintRequest, *, paper: str, request: Request | None = None
) -> Printed:
    """Make and keep the PDF of a form on `paper`; the second and later are marked as reprints.

    Raises:
        NoSuchForm: the dossier has no such form yet.
        PaperNotOffered: the form is not made on that paper.
    """
    form = form_of(asked.form)
    known = _printed_before(desk, actor, asked, paper, request)
    if known is not None:
        return known
    _write_on_demand(desk, actor, asked)
    content = _content_of(desk, actor, form, asked)
    with desk.view(actor, Permission.MAKE_PRINT) as view:
        copy_number = prints.next_copy(view.connection, asked.form, asked.subject_id, paper)
        earlier = copy_number - 1 - _reprint(view, asked, paper)
        is_practice = view.rules.is_practice
    while True:
        rendered = form.render(
            content.body, paper=paper, copy_number=copy_number - earlier, is_practice=is_practice
        )
        new = NewPrint(
            dossier_id=content.dossier_id,
            content_id=content.id,
            form=asked.form,
            subject_id=asked.subject_id,
            paper=paper,
            copy_number=copy_number,
            pages=rendered.pages,
            size=len(rendered.pdf),
            sha256=desk.papers.put(rendered.pdf),
        )
        with desk.unit(actor, Permission.MAKE_PRINT, request) as unit:
            expected = prints.next_copy(unit.connection, asked.form, asked.subject_id, paper)
            if expected == copy_number:
                kept = unit.once(_Kept, (asked, paper), partial(_kept, unit, new))
                if unit.request.repeated:  # answered meanwhile, beside us
                    return _handed_over_again(desk, unit, kept)
        if expected == copy_number:
            desk.papers.confirm(new.sha256)
            return Printed(kept.print_id, rendered.pdf, copy_number, rendered.pages)
        copy_number = expected  # another station printed the same form meanwhile


def _reprint(view: View, asked: PrintRequest, paper: str) -> int:
    """Which reprint the next print on `paper` is; 0: the first.

    What is still missing of a request for papers is printed under its number, and is no reprint of
    what was asked for first; nor is a receipt that takes the place of the one before.
    """
    form = form_of(asked.form)
    copies = prints.next_copy(view.connection, asked.form, asked.subject_id, paper) - 1
    content = prints.latest_content(view.connection, form.content_form, asked.subject_id)
    if content is None or not copies:
        return copies
    is_anew = form.subject is FormSubject.SUPPLEMENT or form.own_mark(form.from_json(content.body))
    if not is_anew:
        return copies
    return prints.printed_of(view.connection, content.id, asked.form, paper)


def _write_on_demand(desk: Desk, actor: Actor, asked: PrintRequest) -> None:
    """Freeze what a form says now that is made when it is asked for, unless it says so already.

    Of a dossier that has left the states it is made in, what was made stays as it is.
    """
    form = form_of(asked.form)
    if asked.form == RECEIPT_FORM:
        _reissue(desk, actor, asked)
    if not form.on_demand:
        return
    with desk.unit(actor, Permission.MAKE_PRINT) as unit:
        dossier = dossiers.by_id(unit.connection, asked.subject_id)
        if dossier.state in form.on_demand:
            place = Freezing(unit.connection, unit.actor, unit.now, unit.rules)
            freeze(place, form, dossier, only_new=True)


def _reissue(desk: Desk, actor: Actor, asked: PrintRequest) -> None:
    """Freeze the receipt anew where a closure moved the promise it says.

    Nobody can print the slips of all dossiers at once while a storm comes: each is frozen when it
    is first printed.
    """
    with desk.view(actor, Permission.MAKE_PRINT) as view:
        dossier = dossiers.by_id(view.connection, asked.subject_id)
        content = prints.latest_content(view.connection, asked.form, dossier.id)
    if content is None or dossier.due_at is None or not dossier.promises[-1].closure:
        return
    said = form_of(asked.form).from_json(content.body)
    if said.due_at == minute_text(dossier.due_at):
        return
    with desk.unit(actor, Permission.MAKE_PRINT) as unit:
        dossier = dossiers.by_id(unit.connection, asked.subject_id)
        place = Freezing(unit.connection, unit.actor, unit.now, unit.rules)
        freeze(place, form_of(asked.form), dossier)


def _printed_before(
    desk: Desk, actor: Actor, asked: PrintRequest, paper: str, request: Request | None
) -> Printed | None:
    """The print that was the answer to `request`, None if that is new or has no name."""
    if request is None or not request.id:
        return None
    with desk.unit(actor, Permission.MAKE_PRINT, request) as unit:
        known: _Kept | None = unit.answered(_Kept, (asked, paper))
        return None if known is None else _handed_over_again(desk, unit, known)


def _handed_over_again(desk: Desk, unit: Unit, known: "_Kept") -> Printed:
    """The print that was the answer to a request, as it was made."""
    return Printed(
        known.print_id,
        desk.papers.get(known.sha256),
        known.copy_number,
        known.pages,
        arrived=bool(prints.by_id(unit.connection, known.print_id).printer),
    )


def _keep_request(
    desk: Desk,
    actor: Actor,
    asked: PrintRequest,
    paper: str,
    waiting: Printed,
    request: Request | None,
) -> None:
    """Keep a print that was made before as the answer to `request`."""
    if request is None or not request.id:
        return
    with desk.unit(actor, Permission.MAKE_PRINT, request) as unit:
        digest = prints.digest_of(unit.connection, waiting.print_id)
        kept = _Kept(waiting.print_id, waiting.copy_number, waiting.pages, digest)
        unit.once(_Kept, (asked, paper), lambda: kept)


@dataclass(frozen=True, slots=True)
class _Kept:
    """A print as its request is answered."""

    print_id: int
    copy_number: int
    pages: int
    sha256: str


def _kept(unit: Unit, new: NewPrint) -> _Kept:
    number = prints.add_print(unit.connection, unit.actor, unit.now, new)
    return _Kept(number, new.copy_number, new.pages, new.sha256)


def _content_of(desk: Desk, actor: Actor, form: Form, asked: PrintRequest) -> StoredContent:
    """What the paper says; that of an end is numbered and frozen with its first print."""
    with desk.view(actor, Permission.MAKE_PRINT) as view:
        found = prints.latest_content(view.connection, form.content_form, asked.subject_id)
    if found is None and form.subject is FormSubject.ENDING:
        with desk.unit(actor, Permission.MAKE_PRINT) as unit:
            return endings.freeze_end(unit, form, asked.subject_id)
    if found is None:
        raise prints.NoSuchForm(code=str(asked.subject_id), form=asked.form)
    return found


def print_again(desk: Desk, actor: Actor, asked: PrintRequest, *, paper: str) -> Printed | None:
    """The print that was made but never reached a printer, to be handed over once more.

    It is no reprint: nobody holds the paper yet. None if the last one was handed over, or the
    dossier was corrected since.
    """
    form = form_of(asked.form)
    with desk.view(actor, Permission.PRINT_AGAIN) as view:
        content = prints.latest_content(view.connection, form.content_form, asked.subject_id)
        if content is None:
            return None
        entry = prints.unsent(view.connection, content.id, asked.form, asked.subject_id, paper)
    if entry is None:
        return None
    pdf = stored_pdf(desk, actor, entry.id)
    return Printed(entry.id, pdf, entry.copy_number, entry.pages, Changed.NOTHING)


def stored_pdf(desk: Desk, actor: Actor, print_id: int) -> bytes:
    """The bytes of a former print, as they were.

    Raises:
        PaperMissing, PaperDamaged: as named.
    """
    with desk.view(actor, Permission.STORED_PDF) as view:
        digest = prints.digest_of(view.connection, print_id)
    return desk.papers.get(digest)


def lend(desk: Desk, actor: Actor, print_id: int, *, reason: str = "") -> bytes:
    """The bytes of a print for the desktop's PDF viewer.

    From there it may be printed, which we cannot see: a print that had reached no printer counts
    as handed over.

    Raises:
        PaperMissing, PaperDamaged: as named.
    """
    pdf = stored_pdf(desk, actor, print_id)
    with desk.view(actor, Permission.LEND) as view:
        known = prints.by_id(view.connection, print_id)
    if not known.printer:
        note_printer(desk, actor, print_id, VIEWER, reason=reason)
    return pdf


def note_printer(
    desk: Desk,
    actor: Actor,
    print_id: int,
    printer: str,
    *,
    reason: str = "",
    request: Request | None = None,
) -> None:
    """Keep to which printer a print was handed, with one ledger row for the handing over.

    Raises:
        TextTooLong: the reason is longer than the ledger takes.
    """
    reason = paragraph(reason, field="reason", limit=_REASON_LIMIT)
    with desk.unit(actor, Permission.NOTE_PRINTER, request) as unit:

        def note() -> bool:
            prints.set_printer(unit.connection, print_id, _printer_name(printer))
            copy_number = prints.by_id(unit.connection, print_id).copy_number
            event = PrintEvent.REPRINTED if copy_number > 1 else PrintEvent.PRINTED
            return _recorded(unit, print_id, event, reason)

        unit.once(bool, (print_id, printer, reason), note)


def note_paper_out(
    desk: Desk, actor: Actor, print_id: int, *, request: Request | None = None
) -> None:
    """Keep that someone looked and the paper came out as it should."""
    with desk.unit(actor, Permission.NOTE_PAPER_OUT, request) as unit:
        unit.once(bool, print_id, lambda: _recorded(unit, print_id, PrintEvent.CONFIRMED))


def paper_came_today(desk: Desk, actor: Actor, paper: str, printer: str) -> bool:
    """Whether somebody saw today that a print on `paper` came out of `printer` as it should."""
    now = desk.clock.now()
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    with desk.view(actor, Permission.PAPER_CAME_TODAY) as view:
        rows = ledger.newest(
            view.connection, actor.station, Subject.PRINT, PrintEvent.CONFIRMED, since=midnight
        )
        seen = [json.loads(row.detail) for row in rows]
    return any((one["paper"], one["printer"]) == (paper, _printer_name(printer)) for one in seen)


def _recorded(unit: Unit, print_id: int, event: PrintEvent, reason: str = "") -> bool:
    """Record a print in the ledger.

    It is no change of the dossier and no event for the province, hence its own subject: the
    dossier's code is its reference.
    """
    known = prints.by_id(unit.connection, print_id)
    unit.record(Subject.PRINT, known.dossier_code, event.value, _facts(known), reason=reason)
    return True


def _facts(known: prints.KnownPrint) -> dict[str, object]:
    return {
        "form": known.form,
        "paper": known.paper,
        "copy_number": known.copy_number,
        "printer": known.printer,
        "sha256": known.sha256,
    }


def _printer_name(name: str) -> str:
    """A queue's name as the records take it: of an endless one the beginning tells which it is."""
    return file_title(name, limit=_PRINTER_LIMIT)
