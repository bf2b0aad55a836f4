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
    connection: Connection, series: Series, *, agency: str, year: int, how_many: int = 1
) -> int:
    """The first of the next `how_many` numbers, none of which was given before.

    Raises:
        YearExhausted: there are not so many left this year.
    """
    if last_of(connection, series, agency=agency, year=year) + how_many > MOST_A_YEAR:
        raise YearExhausted(series=series.value, year=year, last=MOST_A_YEAR)
    row = run(
        connection,
        "INSERT INTO yearly_series(series, agency, year, last) VALUES (?, ?, ?, ?) "
        "ON CONFLICT(series, agency, year) DO UPDATE SET last = last + excluded.last "
        "RETURNING last",
        (series.value, agency, year, how_many),
    ).fetchone()
    return int(row[0]) - how_many + 1


def last_of(connection: Connection, series: Series, *, agency: str, year: int) -> int:
    """The last number given; 0 if none was."""
    row = run(
        connection,
        "SELECT last FROM yearly_series WHERE series = ? AND agency = ? AND year = ?",
        (series.value, agency, year),
    ).fetchone()
    return int(row[0]) if row else 0


YearSeries = tuple[str, str, int]
"""Series, agency and year."""


def every(connection: Connection) -> dict[YearSeries, int]:
    """The last number of every series and year."""
    found = run(connection, "SELECT series, agency, year, last FROM yearly_series")
    return {(row[0], row[1], row[2]): row[3] for row in found}


def leave_out(connection: Connection, of: YearSeries, *, last: int, now: datetime) -> None:
    """Never give the numbers of a series up to `last`: they were given by what was replaced."""
    series, agency, year = of
    known = every(connection).get(of, 0)
    if last <= known:
        return
    run(
        connection,
        "INSERT INTO yearly_gap(series, agency, year, first_missing, last_missing, noted_at) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        (series, agency, year, known + 1, last, utc_text(now)),
    )
    run(
        connection,
        "INSERT INTO yearly_series(series, agency, year, last) VALUES (?, ?, ?, ?) "
        "ON CONFLICT(series, agency, year) DO UPDATE SET last = excluded.last",
        (series, agency, year, last),
    )


_GIVEN = """
  SELECT 'PAYMENT' AS series, agency, year, number FROM payment
  UNION ALL SELECT book, agency, year, number FROM certification_document
"""


def first_gap(connection: Connection) -> tuple[str, str, int, int] | None:
    """Series, agency, year and number where a series and its records disagree; None if none does.

    Numbers noted as left out count as accounted for.
    """
    row = run(
        connection,
        f"""
        WITH given AS ({_GIVEN}),
        counted AS (
          SELECT s.series, s.agency, s.year, s.last,
            (SELECT count(*) FROM given g WHERE g.series = s.series AND g.agency = s.agency
              AND g.year = s.year AND g.number <= s.last) AS used,
            (SELECT coalesce(max(g.number), 0) FROM given g WHERE g.series = s.series
              AND g.agency = s.agency AND g.year = s.year AND g.number <= s.last) AS highest,
            (SELECT coalesce(sum(y.last_missing - y.first_missing + 1), 0) FROM yearly_gap y
              WHERE y.series = s.series AND y.agency = s.agency AND y.year = s.year) AS left_out
          FROM yearly_series s)
        SELECT series, agency, year, highest FROM counted WHERE used + left_out <> last
        UNION ALL
        SELECT g.series, g.agency, g.year, g.number FROM given g WHERE NOT EXISTS (
          SELECT 1 FROM yearly_series s WHERE s.series = g.series AND s.agency = g.agency
            AND s.year = g.year AND s.last >= g.number)
        UNION ALL
        SELECT g.series, g.agency, g.year, g.number FROM given g JOIN yearly_gap y
          ON y.series = g.series AND y.agency = g.agency AND y.year = g.year
          AND g.number BETWEEN y.first_missing AND y.last_missing
        LIMIT 1
        """,  # noqa: S608 - our own text
    ).fetchone()
    return None if row is None else (row[0], row[1], row[2], row[3])
