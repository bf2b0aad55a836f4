"""What the bar and the search are told: asked once, counted on with every minute."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from app.domain.clock import Clock
from ui.screens.search import SearchActions, SearchBox
from ui.shell.scan_actions import ScanActions
from ui.shell.top_bar import OfficeLine, TopBar
from ui.work import Work

if TYPE_CHECKING:
    # Loads with the first answer: not before the window is painted.
    from app.domain.answers import OutboxSummary
    from app.domain.working_calendar import WorkingCalendar
    from ui.shell.palette_entries import PaletteActions


class ShellActions(NamedTuple):
    """What the window itself asks of the desk, on the records lane.

    Attributes:
        office: whose desk this is.
        outbox: what waits for the province.
        calendar: the office's calendar.
        due_soon_hours: working hours left from which a dossier is due soon.
        search: the search of the top bar.
        scan: what is done with scans.
        palette: makes what the palette asks; it loads when the palette first opens.
    """

    office: Callable[[], OfficeLine]
    outbox: Callable[[], OutboxSummary]
    calendar: Callable[[], WorkingCalendar]
    due_soon_hours: Callable[[], int]
    search: SearchActions
    scan: ScanActions
    palette: Callable[[], PaletteActions]


class BarFeed(QObject):
    """Asks, and tells the bar and the search; until the first answer they know the office only.

    Signals:
        office_known: whose desk it is was answered (`OfficeLine`).
    """

    office_known = Signal(object)

    def __init__(
        self, actions: ShellActions, work: Work, clock: Clock, bar: TopBar, search: SearchBox
    ) -> None:
        super().__init__(bar)
        self._actions = actions
        self._work = work
        self._clock = clock
        self._bar = bar
        self._search = search
        self._known: tuple[OfficeLine, OutboxSummary, WorkingCalendar, int] | None = None

    def ask(self) -> None:
        """Ask anew; the answer is shown when it comes."""
        self._work.records.run(self, self._answers, self._on_answers)

    def tick(self, now: datetime) -> None:
        """A new minute: count on from what is known."""
        if self._known is None:
            self._bar.show_time(now, "", None)
            return
        from ui.models.board_cells import minute_of  # noqa: PLC0415 - not before the first paint

        office, outbox, calendar, due_soon_hours = self._known
        self._bar.show_outbox(outbox, now, calendar)
        self._bar.show_time(now, office.officer, calendar)
        self._search.set_minute(minute_of(now, calendar, due_soon_hours))

    def _answers(self) -> tuple[OfficeLine, OutboxSummary, WorkingCalendar, int]:
        actions = self._actions
        return actions.office(), actions.outbox(), actions.calendar(), actions.due_soon_hours()

    def _on_answers(self, known: tuple[OfficeLine, OutboxSummary, WorkingCalendar, int]) -> None:
        self._known = known
        self._bar.show_office(known[0])
        self.office_known.emit(known[0])
        self.tick(self._clock.now())
