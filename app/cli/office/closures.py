"""Commands of closures: look first, declare, undo, whom to call, slips issued anew."""

from collections.abc import Mapping
from pathlib import Path

import click

from app.answers.closures import (
    CalendarReview,
    ClosureDeclared,
    ClosureEntry,
    ClosureReview,
    MovedPromise,
    ReviewTally,
)
from app.cli import terminal
from app.cli.context import Context, answer, answering, iso
from app.cli.desk import OpenDesk, open_desk
from app.cli.language import message, translated
from app.cli.office.saved_first import save_first
from app.cli.outputs import OutputFile
from app.cli.vietnamese import group
from app.domain.clock import time_and_day
from app.domain.deadline.calendar_year import Closure
from app.domain.deadline.closures import ClosureKind, read_closure
from app.exchange.target import Kind, kind_of_table
from app.usecases.office import closures as usecases
from app.usecases.printing.closure_papers import call_list_file, closure_slips, note_slips
from app.usecases.queries import closures as queries
from app.usecases.queries import lookup

EVERY_ROW = 10_000_000
_MANY = 5_000
"""Promises looked at from which on a command says how far it is."""
_STEPS = 10
_preview = click.option("--preview", is_flag=True, help="Chỉ xem hồ sơ nào dời hẹn, chưa ghi gì.")


@group()
def closure() -> None:
    """Đóng cửa đột xuất (bão, lũ, mất điện…): khai báo, bỏ, danh sách gọi điện, phiếu cấp lại."""


@closure.command("declare")
@click.option("--decision", required=True, help="Số quyết định, thông báo.")
@click.option("--from", "begins", required=True, help="Từ ngày, như 2026-11-25, hoặc từ giờ.")
@click.option(
    "--to", "ends", required=True, help="Đến hết ngày, như 2026-11-26, hoặc đến giờ đã ghi."
)
@click.option("--reason", required=True, help="Lý do: bão, lũ, mất điện…; in trên phiếu cấp lại.")
@_preview
@answering
def closure_declare(
    context: Context,
    decision: str,
    begins: str,
    ends: str,
    reason: str,
    preview: bool,
    as_json: bool,
) -> None:
    """Khai báo đóng cửa và dời hẹn trả của mọi hồ sơ bị ảnh hưởng, một lần, tất cả."""
    wanted = read_closure(begins, ends, reason=reason, decision=decision)
    with open_desk(context) as opened:
        if preview:
            tally = ReviewTally(EVERY_ROW)
            review = usecases.preview_closure(
                opened.desk, opened.actor, wanted, tally=tally, report=progress()
            )
            _answer_review(review, as_json=as_json)
            return
        save_first(opened)
        done = usecases.declare_closure(
            opened.desk, opened.actor, wanted, report=progress(), request=opened.request
        )
        _answer_done(opened, done, as_json=as_json)


@closure.command("undo")
@click.argument("number")
@click.option("--reason", default="", help="Lý do bỏ.")
@click.option("--decision", default="", help="Số quyết định bỏ, nếu có.")
@_preview
@answering
def closure_undo(
    context: Context, number: str, reason: str, decision: str, preview: bool, as_json: bool
) -> None:
    """Bỏ một lần đóng cửa, theo số của nó hoặc số quyết định; các lần hẹn cũ vẫn giữ."""
    with open_desk(context) as opened:
        desk, actor = opened.desk, opened.actor
        if preview:
            tally = ReviewTally(EVERY_ROW)
            review = usecases.preview_undoing(desk, actor, number, tally=tally, report=progress())
            _answer_review(review, as_json=as_json)
            return
        save_first(opened)
        done = usecases.undo_closure(
            desk,
            actor,
            number,
            reason=reason,
            decision=decision,
            report=progress(),
            request=opened.request,
        )
        _answer_done(opened, done, as_json=as_json)


@closure.command("list")
@answering
def closure_list(context: Context, as_json: bool) -> None:
    """Mọi lần đóng cửa và bỏ đóng cửa, lần sau cùng đứng đầu."""
    with open_desk(context) as opened:
        found = queries.closures(opened.desk, opened.actor)
    lines = list(map(_entry_line, found)) or [translated("Chưa đóng cửa đột xuất lần nào.")]
    answer({"rows": list(map(_entry_body, found))}, "\n".join(lines), as_json=as_json)


@closure.command("show")
@click.argument("number")
@click.option("--out", type=OutputFile(), help="Ghi danh sách gọi điện ra tệp .xlsx hoặc .csv.")
@answering
def closure_show(context: Context, number: str, out: Path | None, as_json: bool) -> None:
    """Một lần đóng cửa với hồ sơ đã dời hẹn; --out ghi danh sách gọi điện."""
    with open_desk(context) as opened:
        target = opened.target(out, kind_of_table(out)) if out else None
        declaration, rows = queries.closure_calls(opened.desk, opened.actor, number)
        found = next(
            one
            for one in queries.closures(opened.desk, opened.actor)
            if one.declaration.number == declaration.number
        )
        is_practice = lookup.is_practice(opened.desk, opened.actor)
    if target is not None:
        target.write(call_list_file(rows, target.path.name, is_practice=is_practice))
    body = _entry_body(found) | {"rows": list(map(_row_body, rows))}
    lines = [_entry_line(found), *map(_row_line, rows)]
    answer(body, "\n".join(lines), as_json=as_json)


@closure.command("slips")
@click.argument("number")
@click.option("--to", "out", type=OutputFile(), required=True, help="Tệp PDF.")
@click.option("--paper", help="Khổ giấy; mặc định như cài đặt.")
@click.option("--part", type=click.IntRange(1), default=1, help="Phần thứ mấy khi có nhiều phiếu.")
@answering
def closure_slips_command(
    context: Context, number: str, out: Path, paper: str | None, part: int, as_json: bool
) -> None:
    """Ghi phiếu hẹn cấp lại của các hồ sơ còn mở thành một tệp PDF để in."""
    with open_desk(context) as opened:
        target = opened.target(out, Kind.PDF)
        made = closure_slips(
            opened.desk,
            opened.actor,
            number,
            paper=paper or "",
            part=part,
            report=progress(),
            request=opened.request,
        )
        opened.write(target, made.pdf)
        if not made.arrived:
            with opened.afterwards(translated("ghi vào sổ là đã in ra tệp")):
                note_slips(opened.desk, opened.actor, made, f"PDF {out.name}")
    body = {"path": str(out), "slips": len(made.prints), "part": part, "parts": made.parts}
    text = message("Đã ghi {0} phiếu cấp lại vào {1}.", len(made.prints), out)
    if made.parts > 1:
        text += " " + message("Đây là phần {0}/{1}: --part chọn phần khác.", part, made.parts)
    answer(body, text, as_json=as_json)


class progress:  # noqa: N801 - called like a function
    """Says on standard error how far a long review is, now and then; Ctrl+C stops it unchanged."""

    def __init__(self) -> None:
        self._said = 0

    def __call__(self, done: int, total: int) -> None:
        if total < _MANY or done * _STEPS // total <= self._said:
            return
        self._said = done * _STEPS // total
        terminal.write(message("Đã xét {0}/{1} hồ sơ…", done, total), err=True)


def _answer_review(review: ClosureReview, *, as_json: bool) -> None:
    about = {**_closure_body(review.closure), "undoes": review.undoes}
    answer_moves(review, about, as_json=as_json)


def answer_moves(
    review: ClosureReview | CalendarReview, about: Mapping[str, object], *, as_json: bool
) -> None:
    """Say which promises change, and how many are overdue before or afterwards alone."""
    body = {
        **about,
        "count": review.count,
        "no_longer_overdue": review.relieved,
        "becomes_overdue": review.overdue,
        "rows": list(map(_row_body, review.rows)),
    }
    lines = [*map(_row_line, review.rows), message("{0} hồ sơ đổi hẹn trả.", review.count)]
    if review.relieved:
        lines.append(message("{0} hồ sơ đang quá hạn sẽ hết quá hạn.", review.relieved))
    if review.overdue:
        lines.append(message("{0} hồ sơ sẽ thành quá hạn.", review.overdue))
    answer(body, "\n".join(lines), as_json=as_json)


def _answer_done(opened: OpenDesk, done: ClosureDeclared, *, as_json: bool) -> None:
    rows: tuple[MovedPromise, ...] = ()
    with opened.afterwards(translated("liệt kê hồ sơ đã dời hẹn")):
        _, rows = queries.closure_calls(opened.desk, opened.actor, str(done.number))
    body = {
        "number": done.number,
        "count": done.moved,
        "ledger_hash": done.ledger_hash,
        "rows": list(map(_row_body, rows)),
    }
    lines = [
        *map(_row_line, rows),
        message("Số {0}: {1} hồ sơ đổi hẹn trả.", done.number, done.moved),
    ]
    answer(body, "\n".join(lines), as_json=as_json)


def _closure_body(of: Closure) -> dict[str, object]:
    return {
        "from": iso(of.from_at),
        "to": iso(of.to_at),
        "reason": of.reason,
        "decision": of.decision,
    }


def _row_body(row: MovedPromise) -> dict[str, object]:
    return {
        "dossier_code": row.code,
        "applicant": row.name,
        "phone": row.phone,
        "procedure": row.procedure,
        "old_due_at": iso(row.old_due_at),
        "new_due_at": iso(row.new_due_at),
        "was_overdue": row.was_overdue,
        "is_overdue": row.is_overdue,
        "has_ended": row.has_ended,
    }


def _row_line(row: MovedPromise) -> str:
    phone = row.phone or translated("không có số điện thoại")
    old, new = (time_and_day(at) if at else "–" for at in (row.old_due_at, row.new_due_at))
    return f"{row.code}  {row.name}  {phone}  {old} → {new}"


def _entry_body(entry: ClosureEntry) -> dict[str, object]:
    one = entry.declaration
    return {
        "number": one.number,
        "kind": one.kind.value,
        **_closure_body(one.closure),
        "declared_at": iso(one.declared_at),
        "officer": one.officer,
        "undoes": one.undoes,
        "undone_by": entry.undone_by,
        "in_force": entry.is_in_force,
        "count": entry.moved,
    }


def _entry_line(entry: ClosureEntry) -> str:
    one = entry.declaration
    times = f"{time_and_day(one.closure.from_at)} – {time_and_day(one.closure.to_at)}"
    about = ", ".join(filter(None, (one.closure.decision, one.closure.reason)))
    if one.kind is ClosureKind.UNDONE:
        stands = message("bỏ lần số {0}", one.undoes)
    elif entry.undone_by is not None:
        stands = message("đã bỏ bởi số {0}", entry.undone_by)
    else:
        stands = translated("đang áp dụng")
    moved = message("{0} hồ sơ", entry.moved)
    return "  ".join(filter(None, (str(one.number), times, about, stands, moved)))
