"""What the window itself asks of the desk."""

from collections.abc import Callable
from typing import NamedTuple

from app.answers.exchange import OutboxSummary
from app.domain.deadline.working_calendar import WorkingCalendar
from ui.shell.cards.palette_entries import PaletteActions
from ui.shell.frame.top_bar import OfficeLine
from ui.shell.scanning.scan_actions import ScanActions
from ui.shell.search import SearchActions


class ShellActions(NamedTuple):
    """Synchronous actions, run on the queue for reading.

    Attributes:
        office: whose desk this is.
        outbox: what waits for the province.
        calendar: the office's calendar.
        due_soon_hours: working hours left from which a dossier is due soon.
        search: the search of the top bar.
        scan: what is done with scans.
        palette: what the palette asks.
    """

    office: Callable[[], OfficeLine]
    outbox: Callable[[], OutboxSummary]
    calendar: Callable[[], WorkingCalendar]
    due_soon_hours: Callable[[], int]
    search: SearchActions
    scan: ScanActions
    palette: PaletteActions
