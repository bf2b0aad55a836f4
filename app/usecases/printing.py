"""Make a print of a stored form: its own PDF, kept for good, marked when it is a reprint."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.domain.actor import Actor
from app.domain.changes import Changed
from app.domain.errors import DeskError
from app.domain.payment import SlipNumber, meant
from app.domain.reasons import because
from app.printing.paper import LABEL_FORM, RECEIPT_FORM, Paper, ReprintReasonMissing
from app.printing.profile import payment_paper
from app.printing.slip_content import slip_form, slip_of_form
from app.settings import Settings
from app.usecases.desk import Desk
from app.usecases.trail import canonical
from db.rows.trail import Subject
from db.stores import ledger, payments, prints
from db.stores.ledger import Entry

if TYPE_CHECKING:
    # Would load ReportLab.
    from app.printing.render import Rendered

VIEWER = "trình đọc PDF"
"""Named as the printer of a print that was opened outside."""
_MOST_REASON = 1_000


class NoSlip(DeskError):
    """The dossier has no slip of money, or none of that number. Facts: slip (or ``nào``)."""


class Told(StrEnum):
    """What the ledger says of a print."""

    PRINTED = "PRINTED"
    REPRINTED = "REPRINTED"
    CONFIRMED = "CONFIRMED"


@dataclass(frozen=True, slots=True)
class Printed:
    """A print that is stored and may be handed to a printer."""

    print_id: int
    pdf: bytes
    copy_number: int
    pages: int
    changed: Changed = Changed.PRINTS


def make_print(desk: Desk, actor: Actor, dossier_id: int, *, form: str, paper: str) -> Printed:
    """Make and keep the PDF of `form` on `paper`; the second and later are marked as reprints.

    Raises:
        NoSuchForm: the dossier has no such form yet.
        PaperNotOffered: the form is not made on that paper.
    """
    now = desk.clock.now()
    with desk.records.read() as connection:
        content = prints.latest_content(connection, dossier_id, _content_form(form))
        copy_number = prints.next_copy(connection, dossier_id, form, paper)
    if content is None:
        raise prints.NoSuchForm(code=str(dossier_id), form=form)
    while True:
        rendered = _rendered(form, content.body, paper=paper, copy_number=copy_number)
        digest = desk.papers.put(rendered.pdf)
        with desk.records.write() as connection:
            expected = prints.next_copy(connection, dossier_id, form, paper)
            if expected == copy_number:
                print_id = prints.add_print(
                    connection,
                    actor,
                    now,
                    {
                        "dossier_id": dossier_id,
                        "content_id": content.id,
                        "form": form,
                        "paper": paper,
                        "copy_number": copy_number,
                        "printer": "",
                        "pages": rendered.pages,
                        "size": len(rendered.pdf),
                        "sha256": digest,
                    },
                )
                return Printed(print_id, rendered.pdf, copy_number, rendered.pages)
        copy_number = expected  # another station printed the same form meanwhile


def _rendered(form: str, body: bytes, *, paper: str, copy_number: int) -> "Rendered":
    """The PDF of a form's content: a slip of money, or a form of the law's sets."""
    if slip_of_form(form) is not None:
        from app.printing.render_money import render_slip  # noqa: PLC0415 - as below

        return render_slip(body, paper=paper, copy_number=copy_number)
    from app.printing.render import render_print  # noqa: PLC0415 - ReportLab only when printing

    return render_print(body, paper=paper, copy_number=copy_number, form=form)


def slip_form_of(desk: Desk, dossier_id: int, slip: SlipNumber | None = None) -> str:
    """The form name of a dossier's slip, by its number; None is the last slip written.

    Raises:
        NoSlip: the dossier has no such slip.
    """
    with desk.records.read() as connection:
        slips = payments.of_dossier(connection, dossier_id)
    wanted = slip and meant(slip, slips)
    for each in reversed(slips):
        if wanted is None or each.slip == wanted:
            return slip_form(each.slip)
    raise NoSlip(slip=str(slip) if slip else because("nào"))


def next_print(
    desk: Desk, actor: Actor, dossier_id: int, *, form: str, paper: str, reason: str = ""
) -> Printed:
    """The print to hand over now: one that never arrived anywhere, else a new one.

    Call `note_printer` once it has arrived. `reason` is why a form is printed again.

    Raises:
        NoSuchForm, PaperNotOffered: as for `make_print`.
        ReprintReasonMissing: it would be a reprint; nothing was made.
    """
    waiting = print_again(desk, dossier_id, form=form, paper=paper)
    if not reason.strip() and _copy_number(desk, waiting, dossier_id, form, paper) > 1:
        raise ReprintReasonMissing(form=form, paper=paper)
    return waiting or make_print(desk, actor, dossier_id, form=form, paper=paper)


def _copy_number(
    desk: Desk, waiting: Printed | None, dossier_id: int, form: str, paper: str
) -> int:
    if waiting is not None:
        return waiting.copy_number
    with desk.records.read() as connection:
        return prints.next_copy(connection, dossier_id, form, paper)


def print_again(desk: Desk, dossier_id: int, *, form: str, paper: str) -> Printed | None:
    """The print that was made but never reached a printer, to be handed over once more.

    It is no reprint: nobody holds the paper yet. None if the last one was handed over, or the
    dossier was corrected since.
    """
    with desk.records.read() as connection:
        content = prints.latest_content(connection, dossier_id, _content_form(form))
        entry = content and prints.unsent(connection, content, dossier_id, form, paper)
    if not entry:
        return None
    pdf = stored_pdf(desk, entry.id)
    return Printed(entry.id, pdf, entry.copy_number, entry.pages, Changed.NOTHING)


def stored_pdf(desk: Desk, print_id: int) -> bytes:
    """The bytes of a former print, as they were.

    Raises:
        PaperMissing, PaperDamaged: as named.
    """
    with desk.records.read() as connection:
        digest = prints.digest_of(connection, print_id)
    return desk.papers.get(digest)


def lend(desk: Desk, actor: Actor, print_id: int, *, reason: str = "") -> bytes:
    """The bytes of a print for the desktop's PDF viewer.

    From there it may be printed, which we cannot see: a print that had reached no printer counts
    as handed over.

    Raises:
        PaperMissing, PaperDamaged: as named.
    """
    pdf = stored_pdf(desk, print_id)
    with desk.records.read() as connection:
        known = prints.by_id(connection, print_id)
    if not known.printer:
        note_printer(desk, actor, print_id, VIEWER, reason=reason)
    return pdf


def note_printer(
    desk: Desk, actor: Actor, print_id: int, printer: str, *, reason: str = ""
) -> None:
    """Keep to which printer a print was handed, with one ledger row for the handing over."""
    _record(desk, actor, print_id, Told.PRINTED, printer=printer, reason=reason)


def note_paper_out(desk: Desk, actor: Actor, print_id: int) -> None:
    """Keep that someone looked and the paper came out as it should."""
    _record(desk, actor, print_id, Told.CONFIRMED)


def _record(
    desk: Desk, actor: Actor, print_id: int, told: Told, *, printer: str = "", reason: str = ""
) -> None:
    """One ledger row about a print.

    It is no change of the dossier and no event for the province, hence its own subject and no
    `dossier_id`: the dossier's code is its reference.
    """
    now = desk.clock.now()
    with desk.records.write() as connection:
        if printer:
            prints.set_printer(connection, print_id, printer)
        known = prints.by_id(connection, print_id)
        is_again = told is Told.PRINTED and known.copy_number > 1
        entry = Entry(
            subject=Subject.PRINT,
            reference=known.dossier_code,
            event=(Told.REPRINTED if is_again else told).value,
            reason=reason.strip()[:_MOST_REASON],
            detail=canonical(
                {
                    "form": known.form,
                    "paper": known.paper,
                    "copy_number": known.copy_number,
                    "printer": known.printer,
                    "sha256": known.sha256,
                }
            ),
        )
        ledger.append(connection, actor, now, entry)


def usual_paper(settings: Settings, form: str) -> str:
    """The paper `form` goes on when nobody says which."""
    if slip_of_form(form) is not None:
        return payment_paper(settings)
    return Paper.LABEL if form == LABEL_FORM else settings.paper


def _content_form(form: str) -> str:
    """The form whose frozen content `form` is made from: a label says what the receipt says."""
    return RECEIPT_FORM if form == LABEL_FORM else form
