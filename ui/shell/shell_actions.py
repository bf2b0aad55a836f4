"""What the window itself asks of the desk."""

from collections.abc import Callable
from typing import NamedTuple

from app.answers.exchange import OutboxSummary
from app.answers.safety import BackupRound, TrialFacts
from app.answers.watched import Checked, Watched
from app.domain.clock_doubt import ClockDoubted, Doubt
from app.domain.deadline.working_calendar import WorkingCalendar
from app.domain.errors import DeskError
from app.domain.safety.schedule import Occasion
from ui.operation import Report
from ui.shell.cards.palette_entries import PaletteActions
from ui.shell.frame.top_bar import OfficeLine
from ui.shell.scanning.scan_actions import ScanActions
from ui.shell.search import SearchActions
from ui.support import SupportActions


class ClockActions(NamedTuple):
    """About the machine's clock.

    Attributes:
        question: what must be asked about it, None while it is believed; on the queue for reading.
        confirm: takes the answer to these doubts; on the queue for writing.
    """

    question: Callable[[], ClockDoubted | None]
    confirm: Callable[[tuple[Doubt, ...]], object]


class LossActions(NamedTuple):
    """About acts that were kept and are gone.

    Attributes:
        question: what is said of them, None while nothing is lost; on the queue for reading.
        accept: goes on without them, for this reason; on the queue for writing.
        behind: why what would tell of a loss does not know of the last change, None if it does; on
            the queue for reading.
    """

    question: Callable[[], DeskError | None]
    accept: Callable[[str], object]
    behind: Callable[[], DeskError | None]


class BackupActions(NamedTuple):
    """Synchronous actions, run outside; each reports its progress.

    Attributes:
        make: saves to each place that is due.
        try_out: restores a copy for a trial, if the month is over; None if there was nothing to do.
    """

    make: Callable[[Occasion, Report], BackupRound]
    try_out: Callable[[Report], TrialFacts | None]


class Seen(NamedTuple):
    """How the data stand, and why they may only be looked at (None: they may be changed)."""

    watched: Watched
    refusal: DeskError | None


class WatchActions(NamedTuple):
    """About the data and their disk; on the queue for outside.

    Attributes:
        look: how they stand.
        keep_reserve: sees to it that there is a reserve of room.
        quick: checks them quickly, reporting that it goes on.
        may_last: whether a refusal may stand against whatever comes next too; anywhere.
    """

    look: Callable[[], Seen]
    keep_reserve: Callable[[], object]
    quick: Callable[[Report], Checked]
    may_last: Callable[[DeskError], bool]


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
        clock: what is asked about the clock.
        loss: what is asked about acts that are gone.
        backups: how the office is saved by itself.
        watch: what is watched of the data.
        support: writes the support bundle.
    """

    office: Callable[[], OfficeLine]
    outbox: Callable[[], OutboxSummary]
    calendar: Callable[[], WorkingCalendar]
    due_soon_hours: Callable[[], int]
    search: SearchActions
    scan: ScanActions
    palette: PaletteActions
    clock: ClockActions
    loss: LossActions
    backups: BackupActions
    watch: WatchActions
    support: SupportActions
