"""Lists of dossiers narrowed down, put in order, and written as a sheet."""

from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import BinaryIO

from app.answers.board_view import BoardView
from app.answers.listing import ListChoices, ListFilter, ListSort
from app.domain.actor import Actor
from app.domain.clock import in_vietnam
from app.domain.errors import FieldError
from app.domain.finding.vietnamese_order import order_key, person_key
from app.domain.permission import Permission
from app.domain.text import fold
from app.domain.workflow.agencies import agency_meant
from app.exchange.sheet_columns import Cell, CellKind, SheetColumn
from app.exchange.target import Target
from app.exchange.typed_sheet import write_sheet
from app.printing.layout.corner import PRACTICE_MARK
from app.usecases.desk import Desk
from app.usecases.queries.lookup import board_times_of
from app.usecases.unit import View
from app.wording.terms import word_for
from db.stores import board
from db.stores.register import lists
from db.stores.register.lists import ListedDossier

Report = Callable[[int, int], None]
"""Takes how many rows are written, and of how many; what it raises ends the writing."""
_REPORTED_EACH = 500
_NAME = "Danh sách hồ sơ"
_COLUMNS = (
    SheetColumn("TT", 7, CellKind.COUNT),
    SheetColumn("Mã hồ sơ", 23),
    SheetColumn("Người nộp", 28),
    SheetColumn("Điện thoại", 14),
    SheetColumn("Địa chỉ", 40),
    SheetColumn("Thủ tục", 40),
    SheetColumn("Lĩnh vực", 24),
    SheetColumn("Cán bộ tiếp nhận", 24),
    SheetColumn("Nhận lúc", 17, CellKind.MOMENT),
    SheetColumn("Hẹn trả", 17, CellKind.MOMENT),
    SheetColumn("Trạng thái", 18),
    SheetColumn("Cách nhận kết quả", 16),
    SheetColumn("Hồ sơ đang ở", 28),
)


class UnknownField(FieldError):
    """None, or several fields of procedures are called so. Facts: field, text, known (those)."""


def list_ids(desk: Desk, actor: Actor, which: BoardView | None, now: datetime) -> "array[int]":
    """Ids of a list of the board in order of urgency; of every dossier, the newest first, if None.

    Of every dossier they are counted down from the newest, read from nowhere: `matching` leaves out
    those there are none of.
    """
    with desk.view(actor, Permission.LIST_IDS) as view:
        if which is None:
            return array("q", range(lists.newest_id(view.connection), 0, -1))
        return board.ids(view.connection, which, board_times_of(view, now))


def matching(desk: Desk, actor: Actor, wanted: ListFilter, ids: Sequence[int]) -> "array[int]":
    """Those of `ids` that `wanted` lets pass, in their order.

    Ask for a part of a long list at a time, so that its first rows are shown at once.
    """
    with desk.view(actor, Permission.MATCHING) as view:
        return lists.matching(view.connection, wanted, ids)


def in_order(desk: Desk, actor: Actor, sort: ListSort, ids: "array[int]") -> "array[int]":
    """`ids` as `sort` wants them: people by given name, both by the Vietnamese alphabet."""
    if sort is ListSort.URGENCY:
        return ids
    with desk.view(actor, Permission.IN_ORDER) as view:
        return lists.in_order(view.connection, sort, ids)


def list_choices(desk: Desk, actor: Actor) -> ListChoices:
    """What lists can be narrowed by."""
    with desk.view(actor, Permission.LIST_CHOICES) as view:
        return ListChoices(
            fields=tuple(sorted(lists.fields(view.connection), key=order_key)),
            officers=tuple(sorted(lists.officers(view.connection), key=person_key)),
            agencies=tuple(one.name for one in view.rules.agencies),
        )


def meant(desk: Desk, actor: Actor, wanted: ListFilter) -> ListFilter:
    """`wanted` with field and agency as the office calls them, from what somebody typed.

    Raises:
        UnknownField, UnknownAgency: there is none, or there are several.
    """
    with desk.view(actor, Permission.MEANT) as view:
        return _meant(view, wanted)


def write_list(
    desk: Desk,
    actor: Actor,
    ids: Sequence[int],
    target: Target,
    report: Report | None = None,
) -> int:
    """Write the dossiers `ids` to `target` as a spreadsheet; how many there were.

    Raises:
        TargetExists, FileUnwritable: nothing was written.
    """
    written = 0
    with desk.view(actor, Permission.WRITE_LIST) as view, desk.writing_into(target.path.parent):

        def counted() -> Iterator[tuple[Cell, ...]]:
            nonlocal written
            for written, row in enumerate(lists.rows(view.connection, ids), 1):
                if report is not None and written % _REPORTED_EACH == 0:
                    report(written, len(ids))
                yield _cells(view, written, row)

        def write(out: BinaryIO) -> None:
            columns = list(_COLUMNS)
            if view.rules.is_practice:
                columns[0] = SheetColumn(f"{PRACTICE_MARK}: TT", 16, CellKind.COUNT)
            write_sheet(out, _NAME, columns, counted(), folder=target.path.parent)

        target.fill(write)
    return written


def _meant(view: View, wanted: ListFilter) -> ListFilter:
    field, agency = wanted.field.strip(), wanted.agency
    if field:
        named = fold(field)
        known = lists.fields(view.connection)
        exact = [one for one in known if fold(one) == named]
        alike = [one for one in known if named in fold(one)]
        found = exact or alike
        if len(found) != 1:
            raise UnknownField(field="field", text=field, known="; ".join(sorted(found)))
        field = found[0]
    if agency is not None:
        agency = agency_meant(agency, view.rules.agencies, view.settings.desk)
    return replace(wanted, field=field, agency=agency)


def _cells(view: View, nth: int, row: ListedDossier) -> tuple[Cell, ...]:
    return (
        nth,
        row.code,
        row.applicant,
        row.phone,
        row.address,
        row.procedure,
        row.field,
        row.officer,
        in_vietnam(row.received_at),
        row.due_at,
        word_for(row.state),
        word_for(row.return_by),
        view.rules.place_name(row.agency),
    )
