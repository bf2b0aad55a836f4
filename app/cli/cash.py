"""The verb `cash-sheet`: the day's money, counted and closed."""

from datetime import datetime
from pathlib import Path

import click

from app.cli.context import Context, answer, json_option
from app.cli.money_words import sheet_body, sheet_text
from app.cli.vietnamese import verb
from app.exchange.files import write_file


@verb("cash-sheet")
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), help="Ngày; mặc định: hôm nay.")
@click.option("--sheet", type=int, help="Bảng kê thứ mấy của ngày.")
@click.option("--close", "counted", type=int, help="Khóa, với số tiền mặt đếm được, đồng.")
@click.option("--reason", default="", help="Lý do chênh lệch.")
@click.option("--to", "out", type=click.Path(path_type=Path), help="Ghi bảng kê ra PDF.")
@json_option
@click.pass_obj
def cash_sheet(
    context: Context,
    day: datetime | None,
    sheet: int | None,
    counted: int | None,
    reason: str,
    out: Path | None,
    as_json: bool,
) -> None:
    """Bảng kê thu tiền của ngày; --close SỐ_TIỀN khóa bảng kê đang mở."""
    from app.usecases import cash  # noqa: PLC0415 - loads the database

    on = day.date() if day else context.clock.now().date()
    with context.desk() as opened:
        if counted is not None:
            found = [
                cash.close_cash_sheet(
                    opened.desk, opened.actor, on, counted=counted, reason=reason, number=sheet
                )
            ]
        else:
            found = [
                one
                for one in cash.cash_sheets(opened.desk, on)
                if sheet is None or one.sheet == sheet
            ]
        if out is not None and found:
            write_file(out, cash.cash_sheet_pdf(opened.desk, found[-1]))
    answer(
        {"sheets": [sheet_body(one) for one in found]},
        "\n".join(map(sheet_text, found)),
        as_json=as_json,
    )


VERBS: tuple[click.Command, ...] = (cash_sheet,)
