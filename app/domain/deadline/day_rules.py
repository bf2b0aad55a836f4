"""What kind of day a date is: which of plan, day off, make-up day and closure wins."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from app.domain.deadline.calendar_year import CalendarYear, Closure, DayOff, MakeUpDay
from app.domain.deadline.office_hours import (
    Session,
    Sessions,
    WeekPlan,
    joined,
    narrowest_first,
    without,
)


class DayKind(StrEnum):
    """Why a day is worked or not; CLOSED is a working day wholly taken by closures."""

    WORKING = "WORKING"
    MAKE_UP = "MAKE_UP"
    WEEKLY_OFF = "WEEKLY_OFF"
    DAY_OFF = "DAY_OFF"
    CLOSED = "CLOSED"


@dataclass(frozen=True, slots=True)
class DayInfo:
    """A date with its kind and the time the desk is open on it, closures taken out.

    `name` is the day off's; `closures` those that took open time; `instead_of` the day a make-up
    day is worked for, if the file says so.
    """

    on: date
    kind: DayKind
    sessions: Sessions
    name: str = ""
    closures: tuple[Closure, ...] = ()
    instead_of: date | None = None


class DayRules:
    """Answers for single dates; made from the parts of one calendar, never changed."""

    __slots__ = ("_closures", "_days_off", "_make_up_days", "_plans")

    def __init__(
        self,
        plans: Sequence[WeekPlan],
        years: Iterable[CalendarYear],
        closures: Iterable[Closure],
    ) -> None:
        self._plans = narrowest_first(plans)
        self._days_off: dict[date, DayOff] = {}
        self._make_up_days: dict[date, MakeUpDay] = {}
        for year in years:
            self._days_off.update({day.on: day for day in year.days_off})
            self._make_up_days.update({day.on: day for day in year.make_up_days})
        self._closures: dict[date, list[Closure]] = {}
        for closure in closures:
            for on in _dates(closure):
                self._closures.setdefault(on, []).append(closure)

    def day(self, on: date) -> DayInfo:
        """Everything about `on`."""
        planned = self._planned(on)
        sessions = self.sessions_on(on)
        closures = tuple(
            closure
            for closure in self._closures.get(on, ())
            if without(planned, _shut(closure, on)) != planned
        )
        day_off = self._days_off.get(on)
        make_up = self._make_up_days.get(on)
        if planned and not sessions:
            kind = DayKind.CLOSED
        elif make_up is not None and planned:
            kind = DayKind.MAKE_UP
        elif day_off is not None:
            kind = DayKind.DAY_OFF
        else:
            kind = DayKind.WORKING if planned else DayKind.WEEKLY_OFF
        return DayInfo(
            on=on,
            kind=kind,
            sessions=sessions,
            name=day_off.name if day_off is not None and kind is DayKind.DAY_OFF else "",
            closures=closures,
            instead_of=make_up.instead_of if make_up is not None else None,
        )

    def sessions_on(self, on: date) -> Sessions:
        """When the desk is open on `on`, closures taken out."""
        sessions = self._planned(on)
        for closure in self._closures.get(on, ()):
            sessions = without(sessions, _shut(closure, on))
        return sessions

    def _planned(self, on: date) -> Sessions:
        make_up = self._make_up_days.get(on)
        if make_up is not None:
            own = make_up.sessions
            return self._weekly(on, weekday=0) if own is None else joined(own)
        if on in self._days_off:
            return ()
        return self._weekly(on, weekday=on.weekday())

    def _weekly(self, on: date, *, weekday: int) -> Sessions:
        for plan in self._plans:
            if plan.is_valid(on):
                return plan.weekdays[weekday]
        return ()


def _dates(closure: Closure) -> Iterable[date]:
    last = (closure.to_at - timedelta(minutes=1)).toordinal()
    return (date.fromordinal(day) for day in range(closure.from_at.toordinal(), last + 1))


def _shut(closure: Closure, on: date) -> Session:
    """The part of `closure` that lies on `on`, one of its dates."""
    midnight = datetime.combine(on, datetime.min.time(), closure.from_at.tzinfo)
    first = max(closure.from_at - midnight, timedelta())
    last = min(closure.to_at - midnight, timedelta(days=1))
    return Session(first // timedelta(minutes=1), last // timedelta(minutes=1))
