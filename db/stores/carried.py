"""The last numbers of every run, carried from replaced data into a restored copy."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from db.stores import series


@dataclass(frozen=True, slots=True)
class Given:
    """The last number given of each run."""

    last: Mapping[series.Run, int]

    def leave_out(self, connection: Connection, now: datetime) -> dict[str, int]:
        """Never give again what is not known here to be given; the last of each, by its name."""
        left_out = {}
        known = series.every(connection)
        for run, last in self.last.items():
            if last > known.get(run, run.first - 1):
                series.leave_out(connection, run, last=last, now=now)
                left_out[str(run)] = last
        return left_out


def given(connection: Connection) -> Given:
    """The last numbers given here."""
    return Given(series.every(connection))
