"""The command `report`: what the office has to account for, as a list and as a file."""

from datetime import date, datetime
from pathlib import Path

import click

from app.answers.held import HeldAsked, HeldReport
from app.cli.context import Context, answer, iso, json_option
from app.cli.desk import open_desk
from app.cli.language import message, translated, word_for
from app.cli.outputs import OutputFile
from app.cli.vietnamese import command
from app.domain.clock import time_and_day
from app.exchange.target import kind_of_table
from app.usecases.queries import held_report

_DAY = click.DateTime(["%Y-%m-%d"])


@command()
@click.argument("name", type=click.Choice(["held"]))
@click.option("--from", "first", type=_DAY, help="Từ ngày; mặc định: đầu tháng này.")
@click.option("--to", "last", type=_DAY, help="Đến hết ngày; mặc định: hôm nay.")
@click.option("--out", type=OutputFile(), help="Ghi ra tệp .xlsx hoặc .csv.")
@json_option
@click.pass_obj
def report(
    context: Context,
    name: str,
    first: datetime | None,
    last: datetime | None,
    out: Path | None,
    as_json: bool,
) -> None:
    """Báo cáo: held là giấy tờ vẫn yêu cầu dù cơ sở dữ liệu đã kết nối có dữ liệu."""
    del name  # there is one so far
    today = context.clock.now().date()
    begins = first.date() if first else today.replace(day=1)
    ends: date = last.date() if last else today
    with open_desk(context) as opened:
        target = opened.target(out, kind_of_table(out)) if out else None
        found = held_report.held_report(opened.desk, opened.actor, begins, ends)
    if target is not None:
        target.write(held_report.held_report_file(found, target.path.name))
    answer(_body(found), "\n".join(_lines(found)), as_json=as_json)


def _body(found: HeldReport) -> dict[str, object]:
    return {
        "from": found.first.isoformat(),
        "to": found.last.isoformat(),
        "rows": [
            {
                "dossier_code": one.dossier_code,
                "applicant": one.applicant,
                "procedure": one.procedure,
                "asked_at": iso(one.asked_at),
                "paper": one.paper,
                "base": one.base.value,
                "reason": one.reason.value,
                "why": one.why,
                "officer": one.officer,
            }
            for one in found.rows
        ],
    }


def _lines(found: HeldReport) -> list[str]:
    if not found.rows:
        return [translated("Không có giấy tờ nào như vậy trong thời gian này.")]
    return [*map(_line, found.rows), message("{0} giấy tờ.", len(found.rows))]


def _line(one: HeldAsked) -> str:
    when = time_and_day(one.asked_at)
    return f"{when}  {one.dossier_code}  {one.paper}: {word_for(one.reason)}  ({one.officer})"
