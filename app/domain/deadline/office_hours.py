"""When the desk is open each week, and on which dates (`docs/deadlines.md`, The calendar)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

MINUTES_A_DAY = 1_440
MINUTES_A_SHOWN_DAY = 480
"""Eight working hours are shown and compared as one day, also where a desk day is shorter."""

MonthDay: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True, order=True)
class Session:
    """Open from minute `opens` of the day up to, not including, minute `closes`."""

    opens: int
    closes: int

    def __post_init__(self) -> None:
        """A session lies within one day and is never empty: anything else is the caller's bug."""
        if not 0 <= self.opens < self.closes <= MINUTES_A_DAY:
            raise ValueError(f"no session: {self.opens}-{self.closes}")

    @property
    def minutes(self) -> int:
        """Length in minutes."""
        return self.closes - self.opens

    def __str__(self) -> str:
        """As the calendar file writes it: ``07:30-11:30``."""
        return f"{clock_text(self.opens)}-{clock_text(self.closes)}"


Sessions: TypeAlias = tuple[Session, ...]


@dataclass(frozen=True, slots=True)
class WeekPlan:
    """Sessions of each weekday (Monday first) with the dates they are valid on.

    Both ends of a validity are included. A yearly range may run over New Year (15/10–14/4). With
    neither range nor dates the plan is a default, valid always.
    """

    name: str
    weekdays: tuple[Sessions, Sessions, Sessions, Sessions, Sessions, Sessions, Sessions]
    from_on: date | None = None
    to_on: date | None = None
    every_year_from: MonthDay | None = None
    every_year_to: MonthDay | None = None

    def __post_init__(self) -> None:
        """Keep each weekday's sessions in order, touching ones as one."""
        object.__setattr__(self, "weekdays", tuple(joined(day) for day in self.weekdays))

    def is_valid(self, on: date) -> bool:
        """Whether the plan applies on `on`."""
        if self.from_on is not None and on < self.from_on:
            return False
        if self.to_on is not None and on > self.to_on:
            return False
        if self.every_year_from is None or self.every_year_to is None:
            return True
        day = (on.month, on.day)
        if self.every_year_from <= self.every_year_to:
            return self.every_year_from <= day <= self.every_year_to
        return day >= self.every_year_from or day <= self.every_year_to

    @property
    def breadth(self) -> tuple[int, int, int]:
        """How wide the validity is; of several valid plans the smallest wins.

        Dates are narrower than a yearly range, that than a default; then days count, an open end
        being wider than any closed one.
        """
        kind = 0 if self.from_on or self.to_on else 1 if self.every_year_from else 2
        return kind, self._days_of_dates(), self._days_of_year()

    def _days_of_dates(self) -> int:
        first, last = self.from_on or date.min, self.to_on or date.max
        return last.toordinal() - first.toordinal()

    def _days_of_year(self) -> int:
        if self.every_year_from is None or self.every_year_to is None:
            return 367
        # 2024 is a leap year, so that 29/2 may be an end.
        first = date(2024, *self.every_year_from).toordinal()
        return (date(2024, *self.every_year_to).toordinal() - first) % 366


def joined(sessions: Iterable[Session]) -> Sessions:
    """`sessions` in order of time, touching and overlapping ones made one."""
    found: list[Session] = []
    for session in sorted(sessions):
        if found and session.opens <= found[-1].closes:
            last = found.pop()
            session = Session(last.opens, max(last.closes, session.closes))  # noqa: PLW2901 - grown
        found.append(session)
    return tuple(found)


def without(sessions: Sessions, shut: Session) -> Sessions:
    """What is left of `sessions` outside `shut`."""
    return tuple(
        sorted(within(sessions, 0, shut.opens) + within(sessions, shut.closes, MINUTES_A_DAY))
    )


def within(sessions: Iterable[Session], first: int, last: int) -> Sessions:
    """The part of `sessions` from minute `first` up to, not including, minute `last`."""
    return tuple(
        Session(max(s.opens, first), min(s.closes, last))
        for s in sessions
        if max(s.opens, first) < min(s.closes, last)
    )


def narrowest_first(plans: Sequence[WeekPlan]) -> tuple[WeekPlan, ...]:
    """`plans` in the order they are asked; of equally narrow ones the later in the file first."""
    ranked = sorted(enumerate(plans), key=lambda pair: (pair[1].breadth, -pair[0]))
    return tuple(plan for _, plan in ranked)


def clock_text(minute: int) -> str:
    """Minute of the day as ``07:30``."""
    return f"{minute // 60:02}:{minute % 60:02}"


_FULL_DAY: Sessions = (Session(450, 690), Session(780, 1_020))
DEFAULT_NAME = "Giờ mặc định – cần kiểm tra"
DEFAULT_PLAN = WeekPlan(
    DEFAULT_NAME, (_FULL_DAY, _FULL_DAY, _FULL_DAY, _FULL_DAY, _FULL_DAY, (), ())
)
"""Monday–Friday 07:30–11:30 and 13:00–17:00, until the office sets its own."""
