"""The register of dossiers (Form 07): looked at, and written as a paper or sheet of any length."""

from array import array
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from typing import BinaryIO

from app.answers.register import Figure, RegisterFigures, RegisterRow, RegisterSums
from app.domain.actor import Actor
from app.domain.clock import in_vietnam
from app.domain.forms.codes import REGISTER_FORM
from app.domain.permission import Permission
from app.domain.register.period import Period
from app.domain.text import fold
from app.exchange.sheet_columns import Cell, CellKind, SheetColumn
from app.exchange.target import Kind, Target
from app.exchange.typed_sheet import write_sheet
from app.printing.forms import register as form
from app.printing.layout.corner import PRACTICE_MARK
from app.printing.long_document import long_document
from app.printing.register_content import RegisterContent
from app.printing.registry import form_of
from app.usecases.desk import Desk
from app.usecases.queries import lookup
from app.usecases.unit import View
from app.wording.register import agency_words, note_words
from app.wording.terms import word_for
from db.stores.register import entries, figures

Report = Callable[[int, int], None]
"""Takes how many rows are written, and of how many; what it raises ends the writing."""
_REPORTED_EACH = 100
_COLUMNS = (
    SheetColumn("TT", 7, CellKind.COUNT),
    SheetColumn("Mã hồ sơ", 23),
    SheetColumn("Tên TTHC", 40),
    SheetColumn("Số lượng hồ sơ (bộ)", 10, CellKind.COUNT),
    SheetColumn("Tên cá nhân, tổ chức", 28),
    SheetColumn("Địa chỉ", 40),
    SheetColumn("Số điện thoại", 14),
    SheetColumn("Cơ quan chủ trì giải quyết", 30),
    SheetColumn("Nhận hồ sơ", 17, CellKind.MOMENT),
    SheetColumn("Hẹn trả kết quả", 17, CellKind.MOMENT),
    SheetColumn("Trả kết quả", 17, CellKind.MOMENT),
    SheetColumn("Phương thức nhận kết quả", 15),
    SheetColumn("Ghi chú", 40),
)


def register_sums(desk: Desk, actor: Actor, period: Period) -> RegisterSums:
    """How many numbers the register of `period` has, and how many of them ended how."""
    with desk.view(actor, Permission.REGISTER_SUMS) as view:
        return entries.sums(view.connection, period)


def register_figures(desk: Desk, actor: Actor, period: Period) -> RegisterFigures:
    """What is counted of `period`, and what each officer has open now."""
    with desk.view(actor, Permission.REGISTER_FIGURES) as view:
        at = lookup.board_times_of(view, desk.clock.now())
        return RegisterFigures(
            period=period,
            counts=figures.counts(view.connection, period, at),
            officers=tuple(
                sorted(
                    figures.officers(view.connection, at),
                    key=lambda one: (fold(one.officer), one.officer),
                )
            ),
        )


def figure_ids(
    desk: Desk, actor: Actor, period: Period, figure: Figure, officer: str = ""
) -> "array[int]":
    """The dossiers behind a figure; only those of `officer`, if one is named."""
    with desk.view(actor, Permission.FIGURE_IDS) as view:
        at = lookup.board_times_of(view, desk.clock.now())
        return figures.ids(view.connection, period, figure, at, officer=officer)


def write_register(
    desk: Desk, actor: Actor, period: Period, target: Target, report: Report | None = None
) -> RegisterSums:
    """Write the register of `period` to `target`, as what its kind says: PDF or XLSX.

    Rows are read and written one by one, whatever their number, all of one moment of the records.

    Raises:
        TargetExists, FileUnwritable: nothing was written.
    """
    with desk.view(actor, Permission.WRITE_REGISTER) as view, desk.writing_into(target.path.parent):
        sums = entries.sums(view.connection, period)
        rows = _reported(entries.rows(view.connection, period), sums.numbers, report)

        def write(out: BinaryIO) -> None:
            if target.kind is Kind.XLSX:
                _sheet(view, out, period, rows, target)
            else:
                _paper(desk, view, out, period, sums, rows)

        target.fill(write)
        return sums


def register_pdf(desk: Desk, actor: Actor, period: Period, report: Report | None = None) -> bytes:
    """The register of `period` as a paper for the printer."""
    with desk.view(actor, Permission.REGISTER_PDF) as view:
        out = BytesIO()
        sums = entries.sums(view.connection, period)
        rows = _reported(entries.rows(view.connection, period), sums.numbers, report)
        _paper(desk, view, out, period, sums, rows)
        return out.getvalue()


def _paper(
    desk: Desk,
    view: View,
    out: BinaryIO,
    period: Period,
    sums: RegisterSums,
    rows: Iterable[RegisterRow],
) -> None:
    settings = view.settings
    content = RegisterContent(
        superior_body=settings.letterhead.above,
        office=settings.letterhead.issuer,
        place=settings.place,
        day=desk.clock.now().date(),
        first=period.first,
        last=period.last,
        officer=view.actor.officer,
        sums=sums,
    )
    long_document(
        out,
        form_of(REGISTER_FORM).name,
        form.STYLE,
        form.pages(content, rows),
        is_practice=view.rules.is_practice,
    )


def _sheet(
    view: View, out: BinaryIO, period: Period, rows: Iterable[RegisterRow], target: Target
) -> None:
    """One of practice says so in its first cell, as every paper of practice does."""
    head = view.settings.letterhead
    office = head.above or head.issuer
    columns = list(_COLUMNS)
    if view.rules.is_practice:
        columns[0] = SheetColumn(f"{PRACTICE_MARK}: TT", 16, CellKind.COUNT)
    write_sheet(
        out,
        f"Sổ {period.stem}",
        columns,
        (_cells(row, office) for row in rows),
        folder=target.path.parent,
    )


def _cells(row: RegisterRow, office: str) -> tuple[Cell, ...]:
    return (
        row.number,
        row.code,
        row.procedure,
        row.sets,
        row.applicant,
        row.address,
        row.phone,
        agency_words(row, office),
        in_vietnam(row.received_at),
        row.due_at,
        row.returned_at,
        word_for(row.return_by),
        note_words(row),
    )


def _reported(
    rows: Iterable[RegisterRow], total: int, report: Report | None
) -> Iterator[RegisterRow]:
    """`rows`, and word of how far one is."""
    for nth, row in enumerate(rows):
        if report is not None and nth % _REPORTED_EACH == 0:
            report(nth, total)
        yield row
