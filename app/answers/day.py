"""What a day brings, what it came to, and the sheet it ends with."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.answers.proof import ChainHead

DAY_SERIES = "KTN"
"""Symbol of the run in which the sheets of the days are numbered through the year."""
MOST_LISTED = 300
"""Overdue dossiers a sheet names; their number it says whatever it is."""


class DayFigure(StrEnum):
    """A figure of the day; each has its dossiers."""

    DUE_TODAY = "DUE_TODAY"
    """Promised for today, and not finished."""
    PROMISED = "PROMISED"
    """Promised for today, and not handed over or given up: who will come."""
    RECEIVED = "RECEIVED"
    FINISHED = "FINISHED"
    GIVEN_UP = "GIVEN_UP"
    RETURNED = "RETURNED"
    OVERDUE = "OVERDUE"
    APOLOGY = "APOLOGY"
    TO_COLLECT = "TO_COLLECT"
    UNSENT = "UNSENT"
    """Dossiers of which something waits for the province."""


AHEAD = (
    DayFigure.DUE_TODAY,
    DayFigure.PROMISED,
    DayFigure.OVERDUE,
    DayFigure.APOLOGY,
    DayFigure.TO_COLLECT,
    DayFigure.UNSENT,
)
"""What a day brings, in the order in which it is said."""
DONE = (
    DayFigure.RECEIVED,
    DayFigure.FINISHED,
    DayFigure.GIVEN_UP,
    DayFigure.RETURNED,
)
"""What was done since the sheet before."""
LEFT = (
    DayFigure.DUE_TODAY,
    DayFigure.OVERDUE,
    DayFigure.APOLOGY,
    DayFigure.TO_COLLECT,
    DayFigure.UNSENT,
)
"""How things stand as the day ends."""


@dataclass(frozen=True, slots=True)
class DayAhead:
    """What `day` brings; `opening` is the float of the drawer in đồng.

    `opened_at` is None while the day of the drawer was not opened. `unsent_events` wait for the
    province, the oldest since `oldest_unsent_at`.
    """

    day: date
    counts: dict[DayFigure, int]
    opening: int
    opened_at: datetime | None
    unsent_events: int
    oldest_unsent_at: datetime | None


@dataclass(frozen=True, slots=True)
class CashLine:
    """A cash sheet of the day: `cash` and `transfer` in đồng, `number` once it is closed.

    `counted` None: the drawer was not counted, the sheet is open.
    """

    sheet: int
    number: str
    slips: int
    cash: int
    transfer: int
    counted: int | None = None
    difference: int = 0


@dataclass(frozen=True, slots=True)
class UnsentLine:
    """A dossier whose applicant was not notified of a delay, and why not; empty: not said yet.

    `due_at` is the promise that is not kept, `extended_to` the new time if one was set.
    """

    dossier_id: int
    code: str
    applicant: str
    due_at: datetime
    extended_to: datetime | None = None
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class LateLine:
    """A dossier that is overdue as the day ends."""

    dossier_id: int
    code: str
    applicant: str
    due_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySheet:
    """What a station's day came to, frozen.

    `nth` is 1; what was done after that on the same day goes on an addition, 2 and so on, or where
    nobody makes one on the sheet of the next day: what was signed never changes. A sheet counts
    what the station did after the row `after_seq` of its chain up to the row its head in `heads`
    names, so that every row is counted on one sheet and one alone. `since` is when the sheet before
    was made; None on the first, which begins with its day. How things stand is of the whole office
    at `closed_at`.

    `number` and `series` (0: the office's run, else the station's) are 0 before it is closed.
    """

    day: date
    nth: int
    station: int
    officer: str
    closed_at: datetime
    since: datetime | None
    after_seq: int
    counts: dict[DayFigure, int]
    unsent: tuple[UnsentLine, ...]
    late: tuple[LateLine, ...]
    opening: int
    cash: tuple[CashLine, ...]
    heads: tuple[ChainHead, ...]
    unsent_events: int = 0
    oldest_unsent_at: datetime | None = None
    number: int = 0
    series: int = 0

    def listed(self, figure: DayFigure) -> tuple[int, ...]:
        """The dossiers behind a figure of how things stood, where the sheet lists them."""
        if figure is DayFigure.APOLOGY:
            return tuple(one.dossier_id for one in self.unsent)
        return tuple(one.dossier_id for one in self.late if figure is DayFigure.OVERDUE)

    @property
    def head(self) -> ChainHead:
        """The end of the station's own chain as the sheet was made."""
        return next(head for head in self.heads if head.chain == self.station)


@dataclass(frozen=True, slots=True)
class DaySoFar:
    """A day as it would be closed now, and the sheets it has already.

    `has_more`: something was done since the last of them, or there is none. `promised` is how many
    people will come today.
    """

    so_far: DaySheet
    sheets: tuple[DaySheet, ...] = ()
    has_more: bool = True
    promised: int = 0


@dataclass(frozen=True, slots=True)
class ClosedDay:
    """The sheet of a day that was closed; not `is_new`: nothing was done since, it was there."""

    sheet: DaySheet
    is_new: bool
