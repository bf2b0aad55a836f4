"""The home screen's first list: what `lookup` answers, before the records are opened."""

from array import array
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from app.answers.board import BoardCounts, BoardRow, BoardView
from app.answers.board_times import Times, board_times
from app.domain.deadline.apology import ready_until
from app.domain.deadline.standing import soon_until
from app.exchange.calendar import file as calendar_file
from app.settings import read_settings
from db.engine.first_list import FirstList


class FirstAnswers:
    """One snapshot of readable records, answering what `lookup` beside it answers."""

    def __init__(self, seen: FirstList) -> None:
        self._seen = seen
        self.settings = read_settings(seen.settings())
        self.calendar = calendar_file.from_parts(
            seen.calendar_parts(),
            same_day_cutoff=self.settings.same_day_cutoff,
            due_at_end_of_day=self.settings.due_at_end_of_day,
        )

    def counts(self, now: datetime) -> BoardCounts:
        """The numbers of the day."""
        return self._seen.counts(self._times(now))

    def ids(self, view: BoardView, now: datetime) -> "array[int]":
        """Ids of a view in order of urgency."""
        return self._seen.ids(view, self._times(now))

    def rows(self, wanted: Sequence[int]) -> tuple[BoardRow, ...]:
        """Rows of these dossiers, in the order asked for."""
        return self._seen.rows(wanted)

    def close(self) -> None:
        """Let the records go."""
        self._seen.close()

    def _times(self, now: datetime) -> Times:
        soon = soon_until(now, self.calendar, self.settings.due_soon_hours)
        return board_times(now, soon, ready_until(now, self.calendar))


def first_list(folder: Path) -> FirstAnswers | None:
    """The first list of the records in `folder`; None if they have to be migrated first.

    Raises:
        NotOurDatabase, NewerSchema, TrialSchema, KeyMissing, HeadMissing, HeadFileDamaged: they
        must not be opened.
    """
    seen = FirstList(folder)
    try:
        if seen.is_readable:
            seen.require_witness()
            return FirstAnswers(seen)
    except BaseException:
        seen.close()
        raise
    seen.close()
    return None
