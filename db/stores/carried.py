"""The last numbers of every kind, carried from replaced data into a restored copy."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from db.stores import numbers, series


@dataclass(frozen=True, slots=True)
class Given:
    """The last numbers given: of dossiers by day, of slips and books by year."""

    daily: dict[numbers.Series, int]
    yearly: dict[series.YearSeries, int]

    def leave_out(self, connection: Connection, now: datetime) -> dict[str, int]:
        """Never give again what is not known here to be given; the last of each, by its name."""
        told = {}
        known = numbers.series(connection)
        for of, last in self.daily.items():
            if last > known.get(of, of[2] - 1):
                numbers.leave_out(connection, of, last=last, now=now)
                told[f"{of[0]} {of[1]}"] = last
        years = series.every(connection)
        for one, last in self.yearly.items():
            if last > years.get(one, 0):
                series.leave_out(connection, one, last=last, now=now)
                told[series.name_of(one)] = last
        return told


def given(connection: Connection) -> Given:
    """The last numbers given here."""
    return Given(numbers.series(connection), series.every(connection))
