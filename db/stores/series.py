"""Numbers that run without gaps, given inside the transaction that uses them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import Connection, bindparam, insert, select

from app.domain.clock import utc_text
from app.domain.dossier.numbering import Block, next_number
from app.domain.errors import DeskError
from db.engine.chosen import ENGINE
from db.tables.series import MOST_A_YEAR, Series, number_gap, number_series


class YearExhausted(DeskError):
    """A series has no number left this year. Facts: series, year, last."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of numbers: of a series in a day or year, of the office (0) or a station.

    `first` is where a block begins that has the run to itself.
    """

    series: str
    period: str
    agency: str
    station: int = 0
    first: int = 1

    def __str__(self) -> str:
        """``PAYMENT H37.99.1 2026``, and of a station's run ``… 2026 Q2``."""
        named = "" if self.series == Series.DOSSIER else f"{self.series} "
        return f"{named}{self.agency} {self.period}" + (f" Q{self.station}" if self.station else "")


def yearly(series: str, *, agency: str, year: int, station: int = 0) -> Run:
    """The run of a year."""
    return Run(series, str(year), agency, station)


def take_dossier_number(
    connection: Connection, *, agency: str, day: date, block: Block, station: int
) -> int:
    """The next number of `block` on `day`, never given before.

    Raises:
        BlockExhausted: the block has none left that day.
    """
    run = Run(Series.DOSSIER, day.isoformat(), agency, first=block.first)
    # Blocks may be set anew within the day: the highest run that gave numbers of this one goes on.
    going = connection.execute(_RUN_IN_BLOCK, _key(run) | {"until": block.last}).first()
    if going is not None:
        run = replace(run, first=going.first)
    number = next_number(going and going.last, block, station=station, day=day)
    _keep(connection, run, number)
    return number


def take(connection: Connection, run: Run, *, how_many: int = 1) -> int:
    """The first of the next `how_many` numbers of a year's `run`, none given yet.

    Raises:
        YearExhausted: there are not so many left this year.
    """
    last = last_of(connection, run)
    if last + how_many > MOST_A_YEAR:
        raise YearExhausted(series=run.series, year=int(run.period), last=MOST_A_YEAR)
    _keep(connection, run, last + how_many)
    return last + 1


def last_of(connection: Connection, run: Run) -> int:
    """The last number given; 0 if none was."""
    return connection.execute(_LAST, _key(run)).scalar() or 0


def every(connection: Connection) -> Mapping[Run, int]:
    """The last number of every run."""
    return {Run(*row[:5]): row[5] for row in connection.execute(select(*number_series.c))}


def leave_out(connection: Connection, run: Run, *, last: int, now: datetime) -> None:
    """Never give the numbers of a run up to `last`: they were given by what was replaced."""
    known = last_of(connection, run) or run.first - 1
    if last <= known:
        return
    key = {name: value for name, value in _key(run).items() if name != "first"}
    gap = {"first_missing": known + 1, "last_missing": last, "noted_at": utc_text(now)}
    connection.execute(insert(number_gap), key | gap)
    _keep(connection, run, last)


def _keep(connection: Connection, run: Run, last: int) -> None:
    connection.execute(_KEEP, _key(run) | {"last": last})


def _key(run: Run) -> dict[str, object]:
    return {
        "series": str(run.series),
        "period": run.period,
        "agency": run.agency,
        "station": run.station,
        "first": run.first,
    }


_KEEP = ENGINE.upsert(number_series)
_LAST = select(number_series.c.last).where(
    *(column == bindparam(column.name) for column in number_series.primary_key)
)
_RUN_IN_BLOCK = (
    select(number_series.c.first, number_series.c.last)
    .where(
        *(
            column == bindparam(column.name)
            for column in number_series.primary_key
            if column.name != "first"
        ),
        number_series.c.first <= bindparam("until"),
        number_series.c.last >= bindparam("first"),
    )
    .order_by(number_series.c.last.desc())
    .limit(1)
)
