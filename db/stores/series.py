"""Numbers that run without gaps, given inside the transaction that uses them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import Connection, Integer, bindparam, insert, select

from app.domain.certification.blocks import BookBlock, Span, first_of, free_of
from app.domain.clock import utc_text
from app.domain.dossier.numbering import Block, next_number
from app.domain.errors import DeskError
from db.engine.chosen import ENGINE
from db.tables.series import MOST_A_YEAR, Series, number_gap, number_series
from db.witness import added
from db.witness.known import RunKey


class YearExhausted(DeskError):
    """A series has no number left this year. Facts: series, year, last."""


class BlocksExhausted(DeskError):
    """The blocks of a station have no number of a book left. Facts: series, year, last, station."""


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
    runs = connection.execute(_RUNS_IN_BLOCK, _key(run) | {"until": block.last})
    going = max(runs, key=lambda one: one.last, default=None)
    if going is not None and going.first != run.first:
        run = replace(run, first=going.first)
    number = next_number(going and going.last, block, station=station, day=day)
    _keep(connection, run, number)
    return number


def take(connection: Connection, run: Run, *, how_many: int = 1) -> int:
    """The first of the next `how_many` numbers of a year's `run`, none given yet.

    Raises:
        YearExhausted: there are not so many left this year.
    """
    last: int | None = None
    if how_many <= MOST_A_YEAR:
        taken = _key(run) | {"last": how_many, "how_many": how_many}
        last = connection.execute(_TAKE, taken).scalar()
    if last is None:
        raise YearExhausted(series=run.series, year=int(run.period), last=MOST_A_YEAR)
    _given(connection, run, last)
    return last - how_many + 1


def take_of_blocks(
    connection: Connection,
    series: str,
    *,
    agency: str,
    year: int,
    blocks: tuple[BookBlock, ...],
    how_many: int,
) -> list[int]:
    """The lowest `how_many` numbers that nobody has of `blocks` of the office's run of a year.

    Raises:
        YearExhausted: the run has not so many left.
        BlocksExhausted: the blocks of a station have not so many left.
    """
    free = free_in(connection, series, agency=agency, year=year, blocks=blocks, how_many=how_many)
    chosen = first_of(free, how_many)
    runs = _runs_of(connection, series, agency=agency, year=year)
    ends = {span.last: run for run, span in runs}
    for span in chosen:
        # A run goes on where it ended; numbers that lie apart begin one of their own.
        run = ends.get(span.first - 1) or Run(series, str(year), agency, first=span.first)
        _keep(connection, run, span.last)
        ends[span.last] = run
    return [number for span in chosen for number in range(span.first, span.last + 1)]


def free_in(
    connection: Connection,
    series: str,
    *,
    agency: str,
    year: int,
    blocks: tuple[BookBlock, ...],
    how_many: int = 1,
) -> tuple[Span, ...]:
    """The numbers of `blocks` that nobody has, at least `how_many`.

    Raises:
        YearExhausted, BlocksExhausted: there are fewer.
    """
    taken = (span for _, span in _runs_of(connection, series, agency=agency, year=year))
    free = free_of((block.span for block in blocks), taken)
    if sum(span.size for span in free) < how_many:
        last = blocks[-1].span.last
        if blocks[-1].station:
            raise BlocksExhausted(series=series, year=year, last=last, station=blocks[-1].station)
        raise YearExhausted(series=series, year=year, last=last)
    return free


def _runs_of(
    connection: Connection, series: str, *, agency: str, year: int
) -> tuple[tuple[Run, Span], ...]:
    """The parts of the office's run of a year that were given, each with its numbers."""
    row = number_series.c
    found = connection.execute(
        select(row.first, row.last).where(
            row.series == series,
            row.period == str(year),
            row.agency == agency,
            row.station == 0,
        )
    )
    return tuple(
        (Run(series, str(year), agency, first=first), Span(first, last)) for first, last in found
    )


def last_of(connection: Connection, run: Run) -> int:
    """The last number given; 0 if none was."""
    return connection.execute(_LAST, _key(run)).scalar() or 0


def every(connection: Connection) -> Mapping[Run, int]:
    """The last number of every run."""
    return {Run(*row[:5]): row[5] for row in connection.execute(select(*number_series.c))}


def newest(connection: Connection, *, most: int) -> dict[RunKey, int]:
    """The last numbers of the `most` runs of the newest days and years."""
    rows = connection.execute(
        select(*number_series.c).order_by(number_series.c.period.desc()).limit(most)
    )
    return {(row[0], row[1], row[2], row[3], row[4]): row[5] for row in rows}


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
    _given(connection, run, last)


def _given(connection: Connection, run: Run, last: int) -> None:
    """The witness is told of it."""
    key = (str(run.series), run.period, run.agency, run.station, run.first)
    added.number_given(connection, key, last)


def _key(run: Run) -> dict[str, object]:
    return {
        "series": str(run.series),
        "period": run.period,
        "agency": run.agency,
        "station": run.station,
        "first": run.first,
    }


_KEEP = ENGINE.upsert(number_series)
_FURTHER = number_series.c.last + bindparam("how_many", type_=Integer)
_TAKE = ENGINE.upsert(
    number_series, changes={"last": _FURTHER}, where=_FURTHER <= MOST_A_YEAR
).returning(number_series.c.last)
_LAST = select(number_series.c.last).where(
    *(column == bindparam(column.name) for column in number_series.primary_key)
)
_RUNS_IN_BLOCK = select(number_series.c.first, number_series.c.last).where(
    *(
        column == bindparam(column.name)
        for column in number_series.primary_key
        if column.name != "first"
    ),
    number_series.c.first <= bindparam("until"),
    number_series.c.last >= bindparam("first"),
)
