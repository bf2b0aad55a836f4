"""The papers of a closure: whom to call, and the appointment slips issued anew."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from app.answers.closures import MovedPromise
from app.domain.actor import Actor
from app.domain.clock import time_and_day
from app.domain.dossier.numbers import grouped_phone
from app.domain.errors import DeskError
from app.domain.forms.codes import RECEIPT_FORM
from app.domain.forms.print_request import PrintRequest
from app.domain.permission import Permission
from app.exchange.table_file import table_file
from app.printing.joining import joined
from app.printing.layout.corner import PRACTICE_MARK
from app.printing.registry import form_of
from app.usecases.desk import Desk
from app.usecases.printing import prints
from app.usecases.queries import lookup
from app.usecases.queries.closures import closure_calls
from app.usecases.unit import Request


class NoSlipsToIssue(DeskError):
    """No open dossier has a slip to be issued anew because of this closure. Facts: number."""


Report = Callable[[int, int], None]
"""Takes how many slips are made, and of how many."""
SLIPS_A_FILE = 500
"""Slips in one file: it is held whole while it is made."""
AGAIN = "Cấp lại phiếu hẹn vì ngày đóng cửa"
"""Why a slip is printed once more that was printed before."""
_CALLS = (
    "STT", "Mã hồ sơ", "Người nộp", "Điện thoại", "Thủ tục", "Hẹn cũ", "Hẹn mới", "Ghi chú",
    "Kết quả gọi",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ClosureSlips:
    """Slips in one file, with the rows of their prints; of so many parts in all.

    `arrived`: they were made for this very request before.
    """

    pdf: bytes
    prints: tuple[int, ...]
    parts: int
    arrived: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class _Kept:
    """Slips as their request is answered."""

    prints: tuple[int, ...]
    parts: int


def call_list_file(rows: Iterable[MovedPromise], name: str, *, is_practice: bool) -> bytes:
    """Whom to call, as a sheet; `name` says by its suffix which kind (.xlsx, .csv).

    Raises:
        NotATableFile: neither of them.
    """
    mark = f"{PRACTICE_MARK}: " if is_practice else ""
    lines = (
        (
            str(nth), row.code, row.name, grouped_phone(row.phone), row.procedure,
            time_and_day(row.old_due_at) if row.old_due_at else "",
            time_and_day(row.new_due_at) if row.new_due_at else "",
            "đã kết thúc" if row.has_ended else "", "",
        )
        for nth, row in enumerate(rows, 1)
    )  # fmt: skip
    return table_file(name, (f"{mark}{_CALLS[0]}", *_CALLS[1:]), lines)


def closure_slips(
    desk: Desk,
    actor: Actor,
    named: str,
    *,
    paper: str = "",
    part: int = 1,
    report: Report | None = None,
    request: Request | None = None,
) -> ClosureSlips:
    """The slips of the dossiers a closure moved and that are still open, each a print of its own.

    `paper` empty is the office's usual one. Of many slips `part` says which `SLIPS_A_FILE` of them.
    Call `note_slips` once they have arrived.

    Raises:
        UnknownClosure, SeveralClosures, PaperNotOffered, NoSlipsToIssue: as named.
    """
    asked = (named.strip(), paper, part)
    known = desk.answered(actor, Permission.CLOSURE_SLIPS, request, _Kept, asked)
    if known is not None:
        pdfs = (prints.stored_pdf(desk, actor, one) for one in known.prints)
        return ClosureSlips(joined(pdfs), known.prints, known.parts, arrived=True)
    ids = slips_of(desk, actor, named)
    form = form_of(RECEIPT_FORM)
    size = paper or form.usual_paper(lookup.settings(desk, actor))
    wanted = ids[(part - 1) * SLIPS_A_FILE : part * SLIPS_A_FILE]
    if not wanted:
        raise NoSlipsToIssue(number=named)
    made: list[prints.Printed] = []
    for nth, dossier_id in enumerate(wanted):
        if report is not None:
            report(nth, len(wanted))
        slip = PrintRequest(RECEIPT_FORM, dossier_id)
        made.append(prints.next_print(desk, actor, slip, paper=size, reason=AGAIN))
    kept = _Kept(tuple(one.print_id for one in made), -(-len(ids) // SLIPS_A_FILE))
    with desk.unit(actor, Permission.CLOSURE_SLIPS, request) as unit:
        unit.once(_Kept, asked, lambda: kept)
    return ClosureSlips(joined(one.pdf for one in made), kept.prints, kept.parts)


def note_slips(desk: Desk, actor: Actor, made: ClosureSlips, printer: str) -> None:
    """Keep to which printer, or into which file, the slips went."""
    for print_id in made.prints:
        prints.note_printer(desk, actor, print_id, printer, reason=AGAIN)


def slips_of(desk: Desk, actor: Actor, named: str) -> list[int]:
    """The dossiers whose slip a closure made wrong: those it moved, still open."""
    _, rows = closure_calls(desk, actor, named)
    return [row.dossier_id for row in rows if not row.has_ended]
