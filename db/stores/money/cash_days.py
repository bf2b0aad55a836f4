"""What the drawer held as a day began, frozen."""

from datetime import date, datetime

from sqlalchemy import Connection, insert, select

from app.domain.clock import from_utc_text, utc_text
from db.tables.money import cash_day


def opening_of(connection: Connection, *, agency: str, day: date) -> tuple[int, datetime] | None:
    """The float `day` began with, in đồng, and when it was frozen; None while it is not opened."""
    row = cash_day.c
    found = connection.execute(
        select(row.opening, row.opened_at).where(row.agency == agency, row.day == day.isoformat())
    ).first()
    return None if found is None else (found.opening, from_utc_text(found.opened_at))


def open_day(
    connection: Connection, *, agency: str, day: date, opening: int, station: int, now: datetime
) -> None:
    """Freeze what the drawer holds as `day` begins."""
    values = {
        "agency": agency,
        "day": day.isoformat(),
        "opening": opening,
        "station": station,
        "opened_at": utc_text(now),
    }
    connection.execute(insert(cash_day), values)
