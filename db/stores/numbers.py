"""Running numbers per agency, day and block, given inside the intake transaction."""

from datetime import date, datetime

from sqlalchemy import Connection

from app.domain.clock import utc_text
from app.domain.numbering import Block, next_number
from db.driver import run


def take(connection: Connection, *, agency: str, day: date, block: Block, station: int) -> int:
    """The next number of `block` on `day`, never given before.

    Raises:
        BlockExhausted: the block has none left that day.
    """
    key = (agency, day.isoformat(), block.first)
    row = run(
        connection,
        "SELECT last FROM number_series WHERE agency = ? AND day = ? AND first = ?",
        key,
    ).fetchone()
    number = next_number(row[0] if row else None, block, station=station, day=day)
    run(
        connection,
        "INSERT INTO number_series(agency, day, first, last) VALUES (?, ?, ?, ?) "
        "ON CONFLICT(agency, day, first) DO UPDATE SET last = excluded.last",
        (*key, number),
    )
    return number


Series = tuple[str, str, int]
"""Agency, day (ISO) and first number of a block."""


def series(connection: Connection) -> dict[Series, int]:
    """The last number of every series."""
    found = connection.exec_driver_sql("SELECT agency, day, first, last FROM number_series")
    return {(row[0], row[1], row[2]): row[3] for row in found}


def leave_out(connection: Connection, of: Series, *, last: int, now: datetime) -> None:
    """Never give the numbers of a series up to `last`: they were given by what was replaced."""
    agency, day, first = of
    known = series(connection).get(of, first - 1)
    if last <= known:
        return
    connection.exec_driver_sql(
        "INSERT INTO number_gap(agency, day, first_missing, last_missing, noted_at) "
        "VALUES (?, ?, ?, ?, ?)",
        (agency, day, known + 1, last, utc_text(now)),
    )
    connection.exec_driver_sql(
        "INSERT INTO number_series(agency, day, first, last) VALUES (?, ?, ?, ?) "
        "ON CONFLICT(agency, day, first) DO UPDATE SET last = excluded.last",
        (agency, day, first, last),
    )


def first_gap(connection: Connection) -> tuple[str, str, int] | None:
    """Agency, day and number where a series and its dossiers disagree; None if none does.

    Numbers noted as left out count as accounted for.
    """
    row = connection.exec_driver_sql(
        """
        WITH given AS (
          SELECT s.agency, s.day, s.first, s.last,
            (SELECT count(*) FROM dossier d WHERE d.agency = s.agency AND d.day = s.day
              AND d.number BETWEEN s.first AND s.last) AS dossiers,
            (SELECT coalesce(max(d.number), s.first - 1) FROM dossier d
              WHERE d.agency = s.agency AND d.day = s.day
              AND d.number BETWEEN s.first AND s.last) AS highest,
            (SELECT coalesce(sum(g.last_missing - g.first_missing + 1), 0) FROM number_gap g
              WHERE g.agency = s.agency AND g.day = s.day
              AND g.first_missing BETWEEN s.first AND s.last) AS left_out
          FROM number_series s)
        SELECT agency, day, highest FROM given WHERE dossiers + left_out <> last - first + 1
        UNION ALL
        SELECT d.agency, d.day, d.number FROM dossier d WHERE NOT EXISTS (
          SELECT 1 FROM number_series s WHERE s.agency = d.agency AND s.day = d.day
            AND d.number BETWEEN s.first AND s.last)
        UNION ALL
        SELECT d.agency, d.day, d.number FROM dossier d JOIN number_gap g
          ON g.agency = d.agency AND g.day = d.day
          AND d.number BETWEEN g.first_missing AND g.last_missing
        LIMIT 1
        """
    ).first()
    return None if row is None else (row[0], row[1], row[2])
