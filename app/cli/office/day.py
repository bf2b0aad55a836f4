"""Commands of the day: what it brings, how it is closed, its sheets."""

from datetime import datetime
from pathlib import Path

import click

from app.answers.day import (
    AHEAD,
    DAY_SERIES,
    DONE,
    LEFT,
    CashLine,
    DayAhead,
    DayFigure,
    DaySheet,
    UnsentLine,
)
from app.cli.context import Context, answer, answering, iso
from app.cli.desk import OpenDesk, open_desk
from app.cli.language import message, translated, word_for
from app.cli.outputs import OutputFile
from app.cli.vietnamese import group
from app.domain.clock import time_and_day
from app.domain.errors import DeskError
from app.domain.forms.paper_number import paper_number
from app.domain.money.fee import dong
from app.exchange.target import Kind
from app.usecases.day import closing, figures
from app.usecases.money import cash_day
from app.usecases.queries import lookup

_DAY = click.DateTime(["%Y-%m-%d"])
_to = click.option("--to", "out", type=OutputFile(), help="Ghi phiếu ra PDF.")


class NotAnExplanation(DeskError):
    """It does not name a dossier and why. Facts: text."""


@group()
def day() -> None:
    """Đầu ngày và cuối ngày: việc của ngày, kết thúc ngày, phiếu kết thúc ngày."""


@day.command("open")
@answering
def day_open(context: Context, as_json: bool) -> None:
    """Việc của hôm nay; mở sổ quỹ ngày, giữ số tiền có sẵn đầu ngày."""
    with open_desk(context) as opened:
        today = opened.desk.clock.now().date()
        cash_day.open_cash_day(opened.desk, opened.actor, today, request=opened.request)
        found = figures.day_ahead(opened.desk, opened.actor)
    answer(_ahead_body(found), "\n".join(_ahead_lines(found)), as_json=as_json)


@day.command("close")
@click.option(
    "--explain",
    "explained",
    multiple=True,
    metavar="MÃ=LÝ_DO",
    help="Giải trình vì sao chưa báo người dân về hồ sơ này; ghi được nhiều lần.",
)
@click.option("--explain-others", "others", default="", help="Giải trình chung cho hồ sơ còn lại.")
@_to
@answering
def day_close(
    context: Context, explained: tuple[str, ...], others: str, out: Path | None, as_json: bool
) -> None:
    """Kết thúc ngày: đếm việc, đóng số, lập phiếu; phiếu xin lỗi chưa gửi phải giải trình."""
    with open_desk(context) as opened:
        target = opened.target(out, Kind.PDF) if out else None
        given = dict(_explanation(opened, one) for one in explained)
        closed = closing.close_day(
            opened.desk, opened.actor, given, others=others, request=opened.request
        )
        if target is not None:
            with opened.afterwards(translated("ghi phiếu ra PDF")):
                opened.write(target, _pdf(opened, closed.sheet))
    lines = _sheet_lines(closed.sheet)
    if not closed.is_new:
        lines.insert(0, translated("Từ phiếu này đến giờ không có việc mới; vẫn là phiếu đã lập."))
    answer({**sheet_body(closed.sheet), "is_new": closed.is_new}, "\n".join(lines), as_json=as_json)


@day.command("show")
@click.argument("date", type=_DAY, required=False)
@click.option("--nth", type=click.IntRange(1, 99), help="Phiếu thứ mấy của ngày: 2 là bổ sung 1.")
@_to
@answering
def day_show(
    context: Context, date: datetime | None, nth: int | None, out: Path | None, as_json: bool
) -> None:
    """Phiếu kết thúc ngày của một ngày, như 2026-11-23; mặc định: hôm nay, kể cả chưa kết thúc."""
    with open_desk(context) as opened:
        target = opened.target(out, Kind.PDF) if out else None
        today = opened.desk.clock.now().date()
        when = date.date() if date else today
        kept = figures.day_sheets(opened.desk, opened.actor, when)
        if when == today and not kept and nth is None and target is None:
            sheet = figures.day_so_far(opened.desk, opened.actor).so_far
        else:
            sheet = closing.day_sheet(opened.desk, opened.actor, when, nth)
        if target is not None:
            opened.write(target, _pdf(opened, sheet))
    answer(sheet_body(sheet), "\n".join(_sheet_lines(sheet)), as_json=as_json)


def _pdf(opened: OpenDesk, sheet: DaySheet) -> bytes:
    return closing.day_sheet_pdf(opened.desk, opened.actor, sheet)


def _explanation(opened: OpenDesk, text: str) -> tuple[int, str]:
    code, given, why = text.partition("=")
    if not given or not code.strip() or not why.strip():
        raise NotAnExplanation(text=text[:60])
    return lookup.dossier_id_of(opened.desk, opened.actor, code), why


def sheet_body(sheet: DaySheet) -> dict[str, object]:
    """A sheet as scripts read it; `number` is None while the day is not closed."""
    return {
        "day": sheet.day.isoformat(),
        "nth": sheet.nth,
        "station": sheet.station,
        "number": _number(sheet) if sheet.number else None,
        "officer": sheet.officer,
        "closed_at": iso(sheet.closed_at) if sheet.number else None,
        "since": iso(sheet.since),
        "counts": _counts_body(sheet.counts),
        "unsent_events": sheet.unsent_events,
        "oldest_unsent_at": iso(sheet.oldest_unsent_at),
        "unsent_apologies": list(map(_unsent_body, sheet.unsent)),
        "overdue": [
            {"dossier_code": one.code, "applicant": one.applicant, "due_at": iso(one.due_at)}
            for one in sheet.late
        ],
        "opening": sheet.opening,
        "cash_sheets": list(map(_cash_body, sheet.cash)),
        "heads": [
            {"chain": head.chain, "seq": head.seq, "hash": head.hash} for head in sheet.heads
        ],
    }


def _counts_body(counts: dict[DayFigure, int]) -> dict[str, int]:
    return {figure.value.lower(): count for figure, count in counts.items()}


def _unsent_body(one: UnsentLine) -> dict[str, object]:
    return {
        "dossier_code": one.code,
        "applicant": one.applicant,
        "due_at": iso(one.due_at),
        "extended_to": iso(one.extended_to),
        "explanation": one.explanation or None,
    }


def _cash_body(one: CashLine) -> dict[str, object]:
    return {
        "sheet": one.sheet,
        "number": one.number or None,
        "slips": one.slips,
        "cash": one.cash,
        "transfer": one.transfer,
        "counted": one.counted,
        "difference": one.difference if one.counted is not None else None,
    }


def _number(sheet: DaySheet) -> str:
    return paper_number(DAY_SERIES, sheet.number, sheet.series)


def _ahead_body(found: DayAhead) -> dict[str, object]:
    return {
        "day": found.day.isoformat(),
        "counts": _counts_body(found.counts),
        "unsent_events": found.unsent_events,
        "oldest_unsent_at": iso(found.oldest_unsent_at),
        "opening": found.opening,
        "opened_at": iso(found.opened_at),
    }


def _ahead_lines(found: DayAhead) -> list[str]:
    lines = [message("Ngày {0}", f"{found.day:%d/%m/%Y}")]
    lines += [f"{word_for(figure)}: {found.counts[figure]}" for figure in AHEAD]
    lines.append(message("Tiền có sẵn đầu ngày: {0}", dong(found.opening)))
    return lines


def _sheet_lines(sheet: DaySheet) -> list[str]:
    lines = [_title(sheet)]
    lines += [f"{word_for(figure)}: {sheet.counts[figure]}" for figure in (*DONE, *LEFT)]
    lines += [_unsent_line(one) for one in sheet.unsent]
    cash = sum(one.cash for one in sheet.cash)
    transfer = sum(one.transfer for one in sheet.cash)
    lines.append(message("Tiền mặt {0}, chuyển khoản {1}", dong(cash), dong(transfer)))
    lines += [message("Bảng kê {0} chưa khóa", one.sheet) for one in sheet.cash
              if one.counted is None]  # fmt: skip
    head = sheet.head
    lines.append(message("Sổ cái quầy {0}: đến dòng {1}, {2}", head.chain, head.seq, head.hash))
    return lines


def _title(sheet: DaySheet) -> str:
    on = f"{sheet.day:%d/%m/%Y}"
    if not sheet.number:
        return message("Ngày {0}, quầy {1}: chưa kết thúc", on, sheet.station)
    return message(
        "Ngày {0}, quầy {1}: phiếu kết thúc ngày {2}, {3} lập lúc {4}",
        on,
        sheet.station,
        _number(sheet),
        sheet.officer,
        time_and_day(sheet.closed_at),
    )


def _unsent_line(one: UnsentLine) -> str:
    why = one.explanation or translated("chưa giải trình")
    return f"  {one.code}  {one.applicant}  {time_and_day(one.due_at)}  {why}"
