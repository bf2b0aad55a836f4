"""Numbers that run through a year, given inside the transaction that uses them."""

from datetime import datetime

from sqlalchemy import Connection

from app.domain.clock import utc_text
from app.domain.errors import DeskError
from db.driver import run
from db.rows.series import MOST_A_YEAR, Series


class YearExhausted(DeskError):
    """A series has no number left this year. Facts: series, year, last."""


def take(
    connection: Connection,
    series: Series,
    *,
    agency: str,
    year: int,
    station: int = 0,
    how_many: int = 1,
) -> int:
    """The first of the next `how_many` numbers of the office (0) or of a station, none given yet.

    Raises:
        YearExhausted: there are not so many left this year.
    """
    last = last_of(connection, series, agency=agency, year=year, station=station)
    if last + how_many > MOST_A_YEAR:
        raise YearExhausted(series=series.value, year=year, last=MOST_A_YEAR)
    row = run(
        connection,
        "INSERT INTO yearly_series(series, agency, year, station, last) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT(series, agency, year, station) DO UPDATE SET last = last + excluded.last "
        "RETURNING last",
        (series.value, agency, year, station, how_many),
    ).fetchone()
    return int(row[0]) - how_many + 1


def last_of(
    connection: Connection, series: Series, *, agency: str, year: int, station: int = 0
) -> int:
    """The last number given; 0 if none was."""
    row = run(
        connection,
        "SELECT last FROM yearly_series "
        "WHERE series = ? AND agency = ? AND year = ? AND station = ?",
        (series.value, agency, year, station),
    ).fetchone()
    return int(row[0]) if row else 0


YearSeries = tuple[str, str, int, int]
"""Series, agency, year and station (0: the office's)."""


def name_of(of: YearSeries) -> str:
    """``PAYMENT H37.99.1 2026``, and of a station's series ``… 2026 Q2``."""
    series, agency, year, station = of
    return f"{series} {agency} {year}" + (f" Q{station}" if station else "")


def every(connection: Connection) -> dict[YearSeries, int]:
    """The last number of every series and year."""
    found = run(connection, "SELECT series, agency, year, station, last FROM yearly_series")
    return {(row[0], row[1], row[2], row[3]): row[4] for row in found}


def leave_out(connection: Connection, of: YearSeries, *, last: int, now: datetime) -> None:
    """Never give the numbers of a series up to `last`: they were given by what was replaced."""
    series, agency, year, station = of
    known = every(connection).get(of, 0)
    if last <= known:
        return
    run(
        connection,
        "INSERT INTO yearly_gap"
        "(series, agency, year, station, first_missing, last_missing, noted_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (series, agency, year, station, known + 1, last, utc_text(now)),
    )
    run(
        connection,
        "INSERT INTO yearly_series(series, agency, year, station, last) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT(series, agency, year, station) DO UPDATE SET last = excluded.last",
        (series, agency, year, station, last),
    )


_GIVEN = """
  SELECT 'PAYMENT' AS series, agency, year, slip_station AS station, number FROM payment
  UNION ALL SELECT book, agency, year, station, number FROM certification_document
"""
_SAME = "{0}.series = {1}.series AND {0}.agency = {1}.agency AND {0}.year = {1}.year"
_SAME += " AND {0}.station = {1}.station"


def first_gap(connection: Connection) -> tuple[YearSeries, int] | None:
    """A series and the number where it and its records disagree; None if none does.

    Numbers noted as left out count as accounted for.
    """
    row = run(
        connection,
        f"""
        WITH given AS ({_GIVEN}),
        counted AS (
          SELECT s.series, s.agency, s.year, s.station, s.last,
            (SELECT count(*) FROM given g
              WHERE {_SAME.format("g", "s")} AND g.number <= s.last) AS used,
            (SELECT coalesce(max(g.number), 0) FROM given g
              WHERE {_SAME.format("g", "s")} AND g.number <= s.last) AS highest,
            (SELECT coalesce(sum(y.last_missing - y.first_missing + 1), 0) FROM yearly_gap y
              WHERE {_SAME.format("y", "s")}) AS left_out
          FROM yearly_series s)
        SELECT series, agency, year, station, highest FROM counted WHERE used + left_out <> last
        UNION ALL
        SELECT g.series, g.agency, g.year, g.station, g.number FROM given g WHERE NOT EXISTS (
          SELECT 1 FROM yearly_series s WHERE {_SAME.format("s", "g")} AND s.last >= g.number)
        UNION ALL
        SELECT g.series, g.agency, g.year, g.station, g.number FROM given g JOIN yearly_gap y
          ON {_SAME.format("y", "g")} AND g.number BETWEEN y.first_missing AND y.last_missing
        LIMIT 1
        """,  # noqa: S608 - our own text
    ).fetchone()
    return None if row is None else ((row[0], row[1], row[2], row[3]), row[4])
