"""The home screen's first list, read with the driver alone: SQLAlchemy loads behind it.

The same store and rules answer as afterwards; only the connection is another one, closed before
the records are opened.
"""

from array import array
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from sqlcipher3 import dbapi2

from app.domain.board import BoardCounts, BoardRow, BoardView
from app.domain.working_calendar import WorkingCalendar
from app.exchange import calendar_file
from app.settings import Settings, read_settings
from db.connect import connect
from db.driver import run
from db.folder import DATABASE_FILE
from db.keys import read_key
from db.schema import APPLICATION_ID, SCHEMA_VERSION
from db.stores import board


class Glance:
    """One snapshot of the records, with the answers `app.usecases.lookup` gives of it."""

    def __init__(self, connection: dbapi2.Connection) -> None:
        self._connection = connection
        run(connection, "BEGIN")
        self.settings = _settings(connection)
        self.calendar = _calendar(connection, self.settings)

    def counts(self, now: datetime) -> BoardCounts:
        """The numbers of the day."""
        return board.counts(self._connection, self._times(now))

    def ids(self, view: BoardView, now: datetime) -> "array[int]":
        """Ids of a view in order of urgency."""
        return board.ids(self._connection, view, self._times(now))

    def running(self) -> "tuple[array[int], array[int]]":
        """Ids and due times of dossiers whose clock runs, in order of due time."""
        return board.running(self._connection)

    def rows(self, wanted: Sequence[int]) -> tuple[BoardRow, ...]:
        """Rows of these dossiers, in the order asked for."""
        return board.rows(self._connection, wanted)

    def close(self) -> None:
        """Let the records go."""
        self._connection.close()

    def _times(self, now: datetime) -> dict[str, str]:
        soon = self.calendar.forward(now, self.settings.due_soon_hours * 60)
        return board.times(now, soon)


def take(folder: Path) -> Glance | None:
    """A glance at the records in `folder`; None if they are not of this program's schema.

    Raises:
        KeyMissing, NotOurDatabase: as when they are opened.
    """
    connection = connect(folder / DATABASE_FILE, read_key(folder), application_id=APPLICATION_ID)
    try:
        if run(connection, "PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION:
            return Glance(connection)
    except BaseException:
        connection.close()
        raise
    connection.close()
    return None


def _settings(connection: dbapi2.Connection) -> Settings:
    return read_settings(dict(run(connection, "SELECT key, value FROM office_setting").fetchall()))


def _calendar(connection: dbapi2.Connection, settings: Settings) -> WorkingCalendar:
    return calendar_file.from_parts(
        dict(run(connection, "SELECT part, body FROM calendar_part ORDER BY part").fetchall()),
        same_day_cutoff=settings.same_day_cutoff,
        due_at_end_of_day=settings.due_at_end_of_day,
    )
