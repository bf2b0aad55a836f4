"""The home screen with its first list: read before SQLAlchemy loads."""

from collections.abc import Callable
from logging import Handler

from app.composition.parts import Sitting
from app.logs import end_log, keep_log
from app.usecases.queries.first_list import FirstAnswers, first_list
from app.usecases.safety.watching import watched
from db.copies import last_backup
from db.guard.access import WINDOW, Share
from db.guard.entering import enter
from ui.screen import Notices
from ui.screens.home.actions import HomeActions
from ui.screens.home.frame import HomeFrame
from ui.screens.home.screen import HomeScreen
from ui.work import Work


class FirstHome:
    """What comes right after the window: the log, a look at the records, and their first list."""

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting
        self._log: Handler | None = None
        self._list: FirstAnswers | None = None
        self._share: Share | None = None

    def open(self) -> bool:
        """Begin the log and look at the records; whether a first list can be read from them.

        Raises:
            NewerSchema, NotOurDatabase, KeyMissing and their like: they must not be opened.
        """
        folder = self._sitting.folder
        self._share = enter(folder, WINDOW)
        self._list = first_list(folder)
        self._log = keep_log(folder)
        if self._list is None:
            self.end_list()  # an older database is migrated by who holds the folder alone
        return self._list is not None

    def make(
        self, notices: Notices, work: Work, frame: HomeFrame, listed: Callable[[], None]
    ) -> HomeScreen:
        """The screen over `frame`; `listed` is called whenever a list stands in it."""
        assert self._list is not None  # noqa: S101 - `open` has said so
        screen = HomeScreen(first_actions(self._sitting, self._list), work, notices, frame=frame)
        screen.listed.connect(listed)
        return screen

    def end_list(self) -> None:
        """Let go of the records: the rest has taken over."""
        if self._list is not None:
            self._list.close()
            self._list = None
        if self._share is not None:
            self._share.close()
            self._share = None

    def close(self) -> None:
        """End the first list and the log."""
        self.end_list()
        if self._log is not None:
            end_log(self._log)
            self._log = None


def first_actions(sitting: Sitting, first: FirstAnswers) -> HomeActions:
    """The actions of the home screen on the first list."""
    return HomeActions(
        now=sitting.clock.now,
        counts=first.counts,
        ids=first.ids,
        running=lambda: None,  # the rest of the program asks for them
        rows=first.rows,
        calendar=lambda: first.calendar,
        due_soon_hours=lambda: first.settings.due_soon_hours,
        refused=lambda: 0,  # the rest of the program asks for them
        last_backup=lambda: last_backup(sitting.folder, first.settings, sitting.clock.now()),
        watched=lambda: watched(sitting.folder, sitting.clock.now()),
    )
