"""The command `counts`: the figures of a month, and the dossiers behind one of them."""

from datetime import datetime

import click

from app.answers.register import Figure, RegisterFigures
from app.cli.context import Context, answer, json_option
from app.cli.desk import open_desk
from app.cli.language import message, word_for
from app.cli.vietnamese import command
from app.domain.register.period import month_period
from app.usecases.queries import lookup
from app.usecases.queries.register import figure_ids, register_figures

_MONTH = click.DateTime(["%Y-%m"])
_AT_ONCE = 500


@command()
@click.option("--month", type=_MONTH, help="Tháng, như 2026-11; mặc định: tháng này.")
@click.option(
    "--list",
    "listed",
    type=click.Choice([figure.value for figure in Figure]),
    metavar="SỐ_LIỆU",
    help="Liệt kê mã hồ sơ sau một số liệu: RECEIVED, EARLY, ON_TIME, LATE, NO_LIMIT, GIVEN_UP, "
    "OPEN, OVERDUE, PAUSED.",
)
@json_option
@click.pass_obj
def counts(context: Context, month: datetime | None, listed: str | None, as_json: bool) -> None:
    """Số liệu của tháng: tiếp nhận, xong trước, đúng, quá hạn; đang mở theo từng cán bộ."""
    when = month.date() if month else context.clock.now().date()
    period = month_period(when.year, when.month)
    codes: list[str] = []
    with open_desk(context) as opened:
        found = register_figures(opened.desk, opened.actor, period)
        if listed:
            ids = figure_ids(opened.desk, opened.actor, period, Figure(listed))
            for begin in range(0, len(ids), _AT_ONCE):
                part = ids[begin : begin + _AT_ONCE]
                codes += [row.code for row in lookup.rows(opened.desk, opened.actor, part)]
    body: dict[str, object] = {
        "month": f"{when:%Y-%m}",
        "counts": {figure.value.lower(): number for figure, number in found.counts.items()},
        "officers": [
            {"officer": one.officer, "open": one.open, "overdue": one.overdue,
             "paused": one.paused}
            for one in found.officers
        ],
    }  # fmt: skip
    if listed:
        body["dossier_codes"] = codes
    answer(body, "\n".join([*_lines(found), *codes]), as_json=as_json)


def _lines(found: RegisterFigures) -> list[str]:
    lines = [found.period.text]
    lines += [f"{word_for(figure)}: {number}" for figure, number in found.counts.items()]
    lines += [
        message("{0}: đang mở {1}, quá hạn {2}, chờ bổ sung {3}", one.officer, one.open,
                one.overdue, one.paused)
        for one in found.officers
    ]  # fmt: skip
    return lines
