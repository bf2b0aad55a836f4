"""The command `list`: dossiers narrowed down and in order, shown or written as a sheet."""

from array import array
from pathlib import Path
from typing import Any

import click

from app.answers.board import BoardRow
from app.answers.board_view import BoardView
from app.answers.listing import PART, ListFilter, ListSort
from app.cli.context import Context, answer, answering, iso
from app.cli.desk import OpenDesk, open_desk
from app.cli.language import message, translated, word_for
from app.cli.outputs import OutputFile
from app.cli.vietnamese import command
from app.domain.catalogue.procedure import ReturnBy
from app.domain.clock import time_and_day
from app.domain.errors import DeskError
from app.exchange.target import Kind
from app.usecases.queries import listing, lookup


class NotASheetFile(DeskError):
    """A list is written as a spreadsheet alone. Facts: name (the file's)."""


ALL = "ALL"
"""Every dossier, ended ones too."""
_ROWS_AT_ONCE = 500
_VIEWS = (ALL, *(view.value for view in BoardView))


@command("list")
@click.option(
    "--view",
    type=click.Choice(_VIEWS),
    default=BoardView.OPEN.value,
    metavar="DANH_SÁCH",
    help="OPEN (đang mở), RECEIVED_TODAY, DUE_TODAY, DUE_SOON, OVERDUE, APOLOGY (cần xin lỗi), "
    "PAUSED (chờ bổ sung), TO_COLLECT (chờ nhận kết quả), UNSENT, hoặc ALL (tất cả).",
)
@click.option("--field", default="", help="Lĩnh vực, hoặc một phần tên lĩnh vực.")
@click.option("--officer", default="", help="Cán bộ tiếp nhận.")
@click.option("--village", default="", help="Chữ trong địa chỉ, có dấu hay không: tên thôn, bản.")
@click.option(
    "--agency", default=None, help="Nơi đang giữ hồ sơ, hoặc một phần tên; desk là Bộ phận Một cửa."
)
@click.option(
    "--return-by",
    type=click.Choice([way.value for way in ReturnBy]),
    metavar="DESK|POST|ONLINE",
    help="Cách nhận kết quả.",
)
@click.option(
    "--sort",
    type=click.Choice([sort.value for sort in ListSort]),
    default=ListSort.URGENCY.value,
    metavar="THỨ_TỰ",
    help="URGENCY (gấp nhất trước), APPLICANT (tên người nộp), PROCEDURE (tên thủ tục), RECEIVED.",
)
@click.option("--to", "out", type=OutputFile(), help="Ghi danh sách ra tệp .xlsx.")
@answering
def list_dossiers(
    context: Context,
    view: str,
    sort: str,
    return_by: str | None,
    out: Path | None,
    as_json: bool,
    **texts: Any,  # noqa: ANN401 - what click read: texts
) -> None:
    """Danh sách hồ sơ: lọc theo lĩnh vực, cán bộ, thôn, nơi giữ, cách nhận; ghi ra Excel."""
    way = ReturnBy(return_by) if return_by else None
    typed = ListFilter(**texts, return_by=way, sort=ListSort(sort))
    with open_desk(context) as opened:
        target = opened.target(out, Kind.XLSX) if out else None
        if out is not None and out.suffix.lower() != ".xlsx":
            raise NotASheetFile(name=out.name[-80:])
        which = None if view == ALL else BoardView(view)
        ids = _found(opened, which, typed)
        if target is not None:
            listing.write_list(opened.desk, opened.actor, ids, target)
        rows = _rows(opened, ids) if target is None else []
    body: dict[str, object] = {"count": len(ids), "rows": list(map(_body, rows))}
    lines = list(map(_line, rows))
    if out is not None:
        body = {"count": len(ids), "file": str(out)}
        lines = [message("Đã ghi danh sách vào {0}.", out)]
    answer(body, "\n".join([*lines, message("{0} hồ sơ.", len(ids))]), as_json=as_json)


def _found(opened: OpenDesk, which: BoardView | None, typed: ListFilter) -> "array[int]":
    """The list's dossiers that are meant, in the order that is asked for."""
    desk, actor = opened.desk, opened.actor
    wanted = listing.meant(desk, actor, typed)
    ids = listing.list_ids(desk, actor, which, desk.clock.now())
    found = ids[:0]
    for begin in range(0, len(ids), PART):
        found.extend(listing.matching(desk, actor, wanted, ids[begin : begin + PART]))
    return listing.in_order(desk, actor, wanted.sort, found)


def _rows(opened: OpenDesk, ids: "array[int]") -> list[BoardRow]:
    found: list[BoardRow] = []
    for begin in range(0, len(ids), _ROWS_AT_ONCE):
        part = ids[begin : begin + _ROWS_AT_ONCE]
        found += lookup.rows(opened.desk, opened.actor, part)
    return found


def _body(row: BoardRow) -> dict[str, object]:
    return {
        "dossier_code": row.code,
        "applicant": row.applicant,
        "procedure": row.procedure,
        "state": row.state,
        "received_at": iso(row.received_at),
        "due_at": iso(row.due_at),
    }


def _line(row: BoardRow) -> str:
    due = time_and_day(row.due_at) if row.due_at else translated("không có giờ hẹn")
    return f"{row.code}  {row.applicant}  {row.procedure}  {word_for(row.state)}  {due}"
