"""Drafts of years whose days off are not announced yet, by the `holidays` package."""

from datetime import date

from app.domain.deadline.calendar_year import CalendarYear, DayOff, MakeUpDay
from app.domain.deadline.working_calendar import CalendarUnknown, WorkingCalendar

FIRST_YEAR, LAST_YEAR = 2014, 2099
"""Labour Code days off in today's shape; the package's lunar dates end with the century."""

_SINCE_CULTURE_DAY = 2026
_CULTURE_DAY = "Ngày Văn hóa Việt Nam"


def draft_year(year: int) -> CalendarYear:
    """The statutory days off of `year`, not confirmed.

    Lunar dates and compensated weekends are the package's. 24/11 is not moved when it falls on a
    weekly day off.

    Raises:
        CalendarUnknown: outside 2014 to 2099.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise CalendarUnknown(year=year)
    # 150 ms and 13 MB: only who drafts pays for it.
    import holidays  # noqa: PLC0415

    found = holidays.country_holidays("VN", years=year, language="vi")
    days_off = tuple(
        DayOff(on, name)
        for on, name in sorted(found.items())
        if on.year == year and not _is_moved_culture_day(on, name)
    )
    swapped = sorted(on for on in found.weekend_workdays if on.year == year)
    return CalendarYear(
        year=year,
        confirmed=False,
        source=_source(year),
        days_off=days_off,
        make_up_days=tuple(MakeUpDay(on) for on in swapped),
    )


def reaching(calendar: WorkingCalendar, year: int) -> WorkingCalendar:
    """`calendar` with every missing year up to (or down to) `year` drafted.

    Years the calendar holds are never touched: the official file wins over the draft.

    Raises:
        CalendarUnknown: `year` cannot be drafted.
    """
    held = [known.year for known in calendar.years]
    first, last = min([year, *held]), max([year, *held])
    missing = [y for y in range(first, last + 1) if not calendar.is_known(y)]
    return calendar.with_years(*(draft_year(y) for y in missing))


def _source(year: int) -> str:
    """The laws the days off of `year` come from."""
    laws = "Bộ luật Lao động 2019 điều 111, 112"
    if year >= _SINCE_CULTURE_DAY:
        laws += " và Nghị quyết 28/2026/QH16"
    return f"Dự kiến theo {laws}; chưa có lịch chính thức"


def _is_moved_culture_day(on: date, name: str) -> bool:
    return name.startswith(_CULTURE_DAY) and (on.month, on.day) != (11, 24)
