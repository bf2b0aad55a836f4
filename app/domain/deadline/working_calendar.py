"""When the desk is open: the working calendar as one value (`docs/deadlines.md`, The calendar)."""

from array import array
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from itertools import count

from app.domain.clock import VIETNAM, in_vietnam
from app.domain.deadline.calendar_year import CalendarYear, Closure
from app.domain.deadline.day_rules import DayInfo, DayRules
from app.domain.deadline.day_table import DayTable, build
from app.domain.deadline.office_hours import DEFAULT_PLAN, MINUTES_A_DAY, WeekPlan
from app.domain.errors import DeskError


class CalendarUnknown(DeskError):
    """The calendar does not hold this year, not even as a draft. Facts: year."""

    @property
    def year(self) -> int:
        """The year that is missing."""
        return int(str(self.facts["year"]))


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """Sessions, days off, make-up days and closures, with the office's two deadline options.

    Moments may carry any offset, those without one are Vietnam time; seconds are dropped. Every
    moment given back is in Vietnam time. Whatever needs a year that is not among `years` raises
    `CalendarUnknown`. The look-up table is built at the first question.

    `same_day_cutoff` is the last minute at which a same-day dossier is due the same day;
    `due_at_end_of_day` moves limits in working days to the last closing.
    """

    years: tuple[CalendarYear, ...]
    plans: tuple[WeekPlan, ...] = (DEFAULT_PLAN,)
    closures: tuple[Closure, ...] = ()
    same_day_cutoff: time = time(15)
    due_at_end_of_day: bool = False
    _rules: DayRules = field(init=False, repr=False, compare=False)
    _confirmed: dict[int, bool] = field(init=False, repr=False, compare=False)
    _built: DayTable | None = field(init=False, repr=False, compare=False, default=None)

    def __post_init__(self) -> None:
        """Put years in order and closures in time; of two entries for a year the later counts."""
        years = {year.year: year for year in self.years}
        ordered = tuple(years[number] for number in sorted(years))
        closures = tuple(sorted(self.closures, key=lambda c: (c.from_at, c.to_at)))
        object.__setattr__(self, "years", ordered)
        object.__setattr__(self, "closures", closures)
        object.__setattr__(self, "_rules", DayRules(self.plans, ordered, closures))
        object.__setattr__(self, "_confirmed", {y.year: y.confirmed for y in ordered})

    def position(self, moment: datetime) -> int:
        """Open minutes from the calendar's first day up to `moment`.

        The difference of two positions is the open time between the moments. Positions belong to
        this calendar value: another one counts from elsewhere.
        """
        if moment.tzinfo is not VIETNAM:
            moment = in_vietnam(moment)
        table = self._built or self._build()
        index = moment.toordinal() - table.first
        if 0 <= index < len(table.inside):
            inside = table.inside[index]
            if inside is not None:
                return table.before[index] + inside[moment.hour * 60 + moment.minute]
        raise CalendarUnknown(year=moment.year)

    def moment_at(self, position: int) -> datetime:
        """The first moment at which `position` is reached: a session's end, not the next opening.

        `position` must be one of this calendar, greater than 0.
        """
        table = self._built or self._build()
        index = table.index_of_position(position)
        if index >= len(table.inside):
            raise CalendarUnknown(year=self.years[-1].year + 1)
        inside = table.inside[index]
        assert inside is not None  # noqa: S101 - a day of an unknown year has no open minute
        minute = bisect_left(inside, position - table.before[index])
        return _moment(table.first + index, minute)

    def forward(self, moment: datetime, minutes: int) -> datetime:
        """The moment when `minutes` (1 or more) open minutes have passed since `moment`."""
        found = self.moment_at(self.position(moment) + minutes)
        self._require_years(in_vietnam(moment).year, found.year)
        return found

    def open_minutes(self, since: datetime, until: datetime) -> int:
        """Open minutes from `since` to `until`, negative when `until` is the earlier one."""
        minutes = self.position(until) - self.position(since)
        self._require_years(in_vietnam(since).year, in_vietnam(until).year)
        return minutes

    def is_open(self, moment: datetime) -> bool:
        """Whether the desk is open in the minute of `moment`; a session's end counts as shut."""
        minute, inside = self._minute(moment)
        return inside[minute + 1] > inside[minute]

    def next_open(self, moment: datetime) -> datetime:
        """`moment` itself if the desk is open, else the next opening, on that day or later."""
        found = self.next_open_that_day(moment)
        return found or self.opening(self.working_day_after(in_vietnam(moment).date(), 1))

    def next_open_that_day(self, moment: datetime) -> datetime | None:
        """`moment` or the next open minute of its day; None after the last one."""
        minute, inside = self._minute(moment)
        if inside[minute] == inside[MINUTES_A_DAY]:
            return None
        first = bisect_left(inside, inside[minute] + 1) - 1
        return _moment(in_vietnam(moment).toordinal(), first)

    def day(self, on: date) -> DayInfo:
        """What kind of day `on` is, why, and when the desk is open on it."""
        self._require_years(on.year, on.year)
        return self._rules.day(on)

    def is_working_day(self, on: date) -> bool:
        """Whether `on` has at least one open minute."""
        return self._inside(on)[MINUTES_A_DAY] > 0

    def working_day_after(self, on: date, count: int) -> date:
        """The `count`-th (1 or more) working day after `on`, which itself is not counted."""
        table = self._built or self._build()
        self._require_years(on.year, on.year)
        ordinal = table.working_after(on.toordinal(), count)
        if ordinal is None:
            raise CalendarUnknown(year=self._first_unknown_after(on.year))
        found = date.fromordinal(ordinal)
        self._require_years(on.year, found.year)
        return found

    def working_day_from(self, on: date) -> date:
        """`on` if it is a working day, else the next one."""
        return on if self.is_working_day(on) else self.working_day_after(on, 1)

    def working_day_before(self, on: date) -> date:
        """The last working day before `on`."""
        table = self._built or self._build()
        self._require_years(on.year, on.year)
        ordinal = table.working_before(on.toordinal())
        if ordinal is None:
            raise CalendarUnknown(year=self.years[0].year - 1)
        found = date.fromordinal(ordinal)
        self._require_years(found.year, on.year)
        return found

    def working_day_until(self, on: date) -> date:
        """`on` if it is a working day, else the one before it."""
        return on if self.is_working_day(on) else self.working_day_before(on)

    def opening(self, on: date) -> datetime:
        """The first open minute of the working day `on`."""
        return _moment(on.toordinal(), bisect_left(self._inside(on), 1) - 1)

    def last_closing(self, on: date) -> datetime:
        """The moment after the last open minute of the working day `on`."""
        inside = self._inside(on)
        return _moment(on.toordinal(), bisect_left(inside, inside[MINUTES_A_DAY]))

    def is_known(self, year: int) -> bool:
        """Whether the calendar holds `year`, confirmed or drafted."""
        return year in self._confirmed

    def is_confirmed(self, year: int) -> bool:
        """Whether `year` is held and official."""
        return self._confirmed.get(year, False)

    def are_confirmed(self, first: int, last: int) -> bool:
        """Whether every year from `first` to `last` is official."""
        return all(self.is_confirmed(year) for year in range(first, last + 1))

    def with_years(self, *years: CalendarYear) -> "WorkingCalendar":
        """This calendar with `years` added or put in place of those of the same number."""
        return replace(self, years=self.years + years)

    def _inside(self, on: date) -> "array[int]":
        """The open minutes before each minute of the day `on`."""
        table = self._built or self._build()
        index = on.toordinal() - table.first
        inside = table.inside[index] if 0 <= index < len(table.inside) else None
        if inside is None:
            raise CalendarUnknown(year=on.year)
        return inside

    def _minute(self, moment: datetime) -> "tuple[int, array[int]]":
        """Minute of the day, and the open minutes before each minute of that day."""
        moment = in_vietnam(moment)
        return moment.hour * 60 + moment.minute, self._inside(moment)

    def _build(self) -> DayTable:
        """The table, kept; two threads that build it at once build the same."""
        table = build(self._confirmed, self._rules.sessions_on)
        object.__setattr__(self, "_built", table)
        return table

    def _require_years(self, one: int, other: int) -> None:
        """Refuse a count that crosses a year the calendar does not hold."""
        if one == other and one in self._confirmed:
            return
        for year in range(min(one, other), max(one, other) + 1):
            if year not in self._confirmed:
                raise CalendarUnknown(year=year)

    def _first_unknown_after(self, year: int) -> int:
        return next(y for y in count(year) if not self.is_known(y))


def _moment(ordinal: int, minute: int) -> datetime:
    return datetime.fromordinal(ordinal).replace(tzinfo=VIETNAM) + timedelta(minutes=minute)
