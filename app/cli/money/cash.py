"""The command `cash-sheet`: the day's money, counted and closed."""

from contextlib import nullcontext
from datetime import datetime
from pathlib import Path

import click

from app.cli.context import Context, answer, answering
from app.cli.desk import open_desk
from app.cli.language import translated
from app.cli.money.money_words import sheet_body, sheet_text
from app.cli.outputs import OutputFile
from app.cli.vietnamese import command
from app.exchange.target import Kind
from app.usecases.money import cash, cash_day


@command("cash-sheet")
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), help="Ngày; mặc định: hôm nay.")
@click.option("--open", "opens", is_flag=True, help="Mở sổ hôm nay: giữ số tiền có sẵn đầu ngày.")
@click.option("--sheet", type=int, help="Bảng kê thứ mấy của ngày.")
@click.option("--close", "counted", type=int, help="Khóa, với số tiền mặt đếm được, đồng.")
@click.option("--reason", default="", help="Lý do chênh lệch.")
@click.option("--to", "out", type=OutputFile(), help="Ghi bảng kê ra PDF.")
@answering
def cash_sheet(
    context: Context,
    day: datetime | None,
    opens: bool,
    sheet: int | None,
    counted: int | None,
    reason: str,
    out: Path | None,
    as_json: bool,
) -> None:
    """Bảng kê thu tiền của ngày; --close SỐ_TIỀN khóa bảng kê đang mở."""
    on = day.date() if day else context.clock.now().date()
    with open_desk(context) as opened:
        target = opened.target(out, Kind.PDF) if out else None
        if opens:
            found = [cash_day.open_cash_day(opened.desk, opened.actor, on, request=opened.request)]
        elif counted is not None:
            found = [
                cash.close_cash_sheet(
                    opened.desk,
                    opened.actor,
                    on,
                    counted=counted,
                    reason=reason,
                    number=sheet,
                    request=opened.request,
                )
            ]
        else:
            found = [
                one
                for one in cash.cash_sheets(opened.desk, opened.actor, on)
                if sheet is None or one.sheet == sheet
            ]
        if target is not None and found:
            changes = opens or counted is not None
            with opened.afterwards(translated("ghi bảng kê ra PDF")) if changes else nullcontext():
                opened.write(target, cash.cash_sheet_pdf(opened.desk, opened.actor, found[-1]))
    answer(
        {"sheets": [sheet_body(one) for one in found]},
        "\n".join(map(sheet_text, found)),
        as_json=as_json,
    )
