"""The command `register`: the register of dossiers (Form 07) as a paper or a sheet."""

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from app.cli.context import Context, answer, json_option
from app.cli.desk import open_desk
from app.cli.language import message
from app.cli.outputs import OutputFile
from app.cli.vietnamese import command
from app.domain.errors import DeskError
from app.domain.register.period import Period, year_period
from app.exchange.target import Kind
from app.usecases.queries.register import register_sums, write_register

_DAY = click.DateTime(["%Y-%m-%d"])
_KINDS = {".pdf": Kind.PDF, ".xlsx": Kind.XLSX}


class NotARegisterFile(DeskError):
    """The file's suffix is none a register is written as. Facts: name."""


class _DayOrFile(OutputFile):
    """`--to`: the last day of the time that is asked for, or, as everywhere else, the file."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401 - click's
        try:
            return datetime.strptime(str(value), "%Y-%m-%d").date()  # noqa: DTZ007 - a day alone
        except ValueError:
            return super().convert(value, param, ctx)


@command()
@click.option("--year", type=click.IntRange(2000, 2199), help="Cả năm; mặc định: năm nay.")
@click.option("--from", "first", type=_DAY, help="Từ ngày.")
@click.option(
    "--to", "to", type=_DayOrFile(), help="Đến hết ngày; hoặc tệp .pdf, .xlsx, như --out."
)
@click.option("--out", type=OutputFile(), help="Ghi sổ ra tệp .pdf hoặc .xlsx.")
@json_option
@click.pass_obj
def register(
    context: Context,
    year: int | None,
    first: datetime | None,
    to: object,
    out: Path | None,
    as_json: bool,
) -> None:
    """Sổ theo dõi hồ sơ (Mẫu 07) của một năm hoặc từ ngày đến ngày: đếm, ghi ra PDF, XLSX."""
    last = None if isinstance(to, Path) else to
    file = to if isinstance(to, Path) else out
    if (isinstance(to, Path) and out) or (year and (first or last)):
        raise click.UsageError("Hãy ghi --year, hoặc --from và --to; tệp chỉ ghi một lần.")
    today = context.clock.now().date()
    if first or last:
        ends: Any = last or today
        period = Period(first.date() if first else ends.replace(month=1, day=1), ends)
    else:
        period = year_period(year or today.year)
    with open_desk(context) as opened:
        target = _target(file)
        if file is None or target is None:
            sums = register_sums(opened.desk, opened.actor, period)
        else:
            sums = write_register(opened.desk, opened.actor, period, opened.target(file, target))
    body = {
        "from": period.first.isoformat(),
        "to": period.last.isoformat(),
        "numbers": sums.numbers,
        "returned": sums.returned,
        "given_up": sums.given_up,
        "file": str(file) if file else None,
    }
    text = message(
        "{0}: {1} số, đã trả kết quả {2}, từ chối, rút, dừng {3}.",
        period.text,
        sums.numbers,
        sums.returned,
        sums.given_up,
    )
    if file is not None:
        text += "\n" + message("Đã ghi sổ vào {0}.", file)
    answer(body, text, as_json=as_json)


def _target(file: Path | None) -> Kind | None:
    """What the file's suffix says it is to be.

    Raises:
        NotARegisterFile: nothing a register is written as.
    """
    if file is None:
        return None
    kind = _KINDS.get(file.suffix.lower())
    if kind is None:
        raise NotARegisterFile(name=file.name[-80:])
    return kind
