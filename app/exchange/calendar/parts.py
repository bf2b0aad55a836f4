"""Parts of the working calendar as JSON objects: sessions, years, closures; both ways."""

from collections.abc import Sequence
from datetime import date
from typing import Any, TypeAlias

from app.domain.clock import read_moment
from app.domain.deadline.calendar_year import CalendarYear, Closure, DayOff, MakeUpDay
from app.domain.deadline.office_hours import MonthDay, Session, Sessions, WeekPlan
from app.domain.phrases import phrase
from app.exchange.calendar.texts import month_day_text, read_date, read_month_day, read_session
from app.exchange.json_faults import FaultReader

Json: TypeAlias = dict[str, Any]
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
FIRST_YEAR, LAST_YEAR = 2000, 2199

_VALIDITY = frozenset({"from", "to", "every_year_from", "every_year_to"})


def read_plans(value: object, reader: FaultReader) -> tuple[WeekPlan, ...]:
    """The entries of ``sessions``."""
    plans = [
        _plan(entry, f"sessions[{index}]", reader)
        for index, entry in enumerate(reader.items(value, "sessions", most=100))
    ]
    if not plans:
        reader.refuse("sessions", phrase("ít nhất một lịch tuần"), phrase("không có"))
    return tuple(plans)


def read_years(value: object, reader: FaultReader) -> tuple[CalendarYear, ...]:
    """The entries of ``years``, in the file's order."""
    years: list[CalendarYear] = []
    for index, entry in enumerate(reader.items(value, "years", most=LAST_YEAR - FIRST_YEAR)):
        place = f"years[{index}]"
        year = read_year(entry, place, reader)
        if any(other.year == year.year for other in years):
            reader.refuse(f"{place}.year", phrase("mỗi năm một lần"), year.year)
        years.append(year)
    return tuple(years)


def read_year(value: object, place: str, reader: FaultReader) -> CalendarYear:
    """One year with its days off and make-up days, each on a date of that year, each once."""
    required = frozenset({"year", "confirmed", "source", "days_off", "make_up_days"})
    fields = reader.fields(value, place, required=required, optional=frozenset())
    year = fields.get("year", FIRST_YEAR)
    if type(year) is not int or not FIRST_YEAR <= year <= LAST_YEAR:
        reader.refuse(
            f"{place}.year",
            phrase("một năm từ {first} đến {last}", first=FIRST_YEAR, last=LAST_YEAR),
            year,
        )
        year = 0
    days_off = [
        _day_off(entry, f"{place}.days_off[{index}]", reader)
        for index, entry in enumerate(
            reader.items(fields.get("days_off", []), f"{place}.days_off", most=366)
        )
    ]
    make_up_days = [
        _make_up_day(entry, f"{place}.make_up_days[{index}]", reader)
        for index, entry in enumerate(
            reader.items(fields.get("make_up_days", []), f"{place}.make_up_days", most=366)
        )
    ]
    if year:
        _check_dates(year, [day.on for day in days_off], f"{place}.days_off", reader)
        _check_dates(year, [day.on for day in make_up_days], f"{place}.make_up_days", reader)
    return CalendarYear(
        year=year,
        confirmed=reader.truth(fields.get("confirmed", False), f"{place}.confirmed"),
        source=reader.text(fields.get("source", ""), f"{place}.source", limit=1_000),
        days_off=tuple(days_off),
        make_up_days=tuple(make_up_days),
    )


def read_closures(value: object, reader: FaultReader) -> tuple[Closure, ...]:
    """The entries of ``closures``."""
    found = [
        _closure(entry, f"closures[{index}]", reader)
        for index, entry in enumerate(reader.items(value, "closures", most=1_000))
    ]
    return tuple(closure for closure in found if closure is not None)


def plan_json(plan: WeekPlan) -> Json:
    """A plan as an entry of ``sessions``."""
    return {
        "name": plan.name,
        "from": plan.from_on.isoformat() if plan.from_on else None,
        "to": plan.to_on.isoformat() if plan.to_on else None,
        "every_year_from": month_day_text(plan.every_year_from),
        "every_year_to": month_day_text(plan.every_year_to),
        **{
            name: _sessions_json(sessions)
            for name, sessions in zip(WEEKDAYS, plan.weekdays, strict=True)
        },
    }


def year_json(year: CalendarYear) -> Json:
    """A year as an entry of ``years``."""
    return {
        "year": year.year,
        "confirmed": year.confirmed,
        "source": year.source,
        "days_off": [{"date": day.on.isoformat(), "name": day.name} for day in year.days_off],
        "make_up_days": [_make_up_json(day) for day in year.make_up_days],
    }


def closure_json(closure: Closure) -> Json:
    """A closure as an entry of ``closures``."""
    return {
        "from": closure.from_at.isoformat(timespec="minutes"),
        "to": closure.to_at.isoformat(timespec="minutes"),
        "reason": closure.reason,
        "decision": closure.decision,
    }


def _plan(value: object, place: str, reader: FaultReader) -> WeekPlan:
    required = frozenset({"name", *WEEKDAYS})
    fields = reader.fields(value, place, required=required, optional=_VALIDITY)

    def day(key: str) -> date | None:
        given = fields.get(key)
        return None if given is None else reader.parsed(given, f"{place}.{key}", read_date, _A_DATE)

    def of_year(key: str) -> MonthDay | None:
        given = fields.get(key)
        if given is None:
            return None
        return reader.parsed(
            given, f"{place}.{key}", read_month_day, phrase("tháng-ngày như 10-15")
        )

    week = [_sessions(fields.get(name, []), f"{place}.{name}", reader) for name in WEEKDAYS]
    plan = WeekPlan(
        reader.text(fields.get("name", ""), f"{place}.name", limit=200),
        (week[0], week[1], week[2], week[3], week[4], week[5], week[6]),
        day("from"),
        day("to"),
        of_year("every_year_from"),
        of_year("every_year_to"),
    )
    if plan.from_on and plan.to_on and plan.from_on > plan.to_on:
        reader.refuse(f"{place}.to", phrase("ngày không trước “from”"), plan.to_on)
    if (fields.get("every_year_from") is None) != (fields.get("every_year_to") is None):
        reader.refuse(
            f"{place}.every_year_to", phrase("cả hai đầu khoảng hằng năm"), phrase("chỉ một đầu")
        )
    return plan


def _sessions(value: object, place: str, reader: FaultReader) -> Sessions:
    found: list[Session] = []
    for index, entry in enumerate(reader.items(value, place, most=12)):
        here = f"{place}[{index}]"
        session = reader.parsed(entry, here, read_session, phrase("buổi làm việc như 07:30-11:30"))
        if session is not None:
            if found and session.opens < found[-1].closes:
                reader.refuse(here, phrase("buổi sau bắt đầu khi buổi trước đã hết"), str(session))
            found.append(session)
    return tuple(found)


def _day_off(value: object, place: str, reader: FaultReader) -> DayOff:
    fields = reader.fields(value, place, required=frozenset({"date", "name"}), optional=frozenset())
    on = (
        reader.parsed(fields["date"], f"{place}.date", read_date, _A_DATE)
        if "date" in fields
        else None
    )
    name = reader.text(fields.get("name", "-"), f"{place}.name", limit=200, required=True)
    return DayOff(on or date.min, name)


def _make_up_day(value: object, place: str, reader: FaultReader) -> MakeUpDay:
    optional = frozenset({"for", "sessions"})
    fields = reader.fields(value, place, required=frozenset({"date"}), optional=optional)
    on = (
        reader.parsed(fields["date"], f"{place}.date", read_date, _A_DATE)
        if "date" in fields
        else None
    )
    given, own = fields.get("for"), fields.get("sessions")
    return MakeUpDay(
        on or date.min,
        None if given is None else reader.parsed(given, f"{place}.for", read_date, _A_DATE),
        None if own is None else _sessions(own, f"{place}.sessions", reader),
    )


def _closure(value: object, place: str, reader: FaultReader) -> Closure | None:
    required = frozenset({"from", "to", "reason"})
    fields = reader.fields(value, place, required=required, optional=frozenset({"decision"}))
    if not required <= fields.keys():
        return None
    moment = phrase("thời điểm như 2026-09-25T07:30")
    from_at = reader.parsed(fields["from"], f"{place}.from", read_moment, moment)
    to_at = reader.parsed(fields["to"], f"{place}.to", read_moment, moment)
    reason = reader.text(fields["reason"], f"{place}.reason", limit=500, required=True)
    decision = reader.text(fields.get("decision") or "", f"{place}.decision", limit=500)
    if from_at is None or to_at is None:
        return None
    if from_at >= to_at:
        reader.refuse(f"{place}.to", phrase("thời điểm sau “from”"), fields["to"])
        return None
    return Closure(from_at, to_at, reason, decision)


def _check_dates(year: int, dates: Sequence[date], place: str, reader: FaultReader) -> None:
    for index, on in enumerate(dates):
        if on == date.min:
            continue
        if on.year != year:
            reader.refuse(f"{place}[{index}].date", phrase("ngày của năm {year}", year=year), on)
        if on in dates[:index]:
            reader.refuse(f"{place}[{index}].date", phrase("mỗi ngày một lần"), on)


def _sessions_json(sessions: Sessions) -> list[str]:
    return [str(session) for session in sessions]


def _make_up_json(day: MakeUpDay) -> Json:
    found: Json = {"date": day.on.isoformat()}
    if day.instead_of is not None:
        found["for"] = day.instead_of.isoformat()
    if day.sessions is not None:
        found["sessions"] = _sessions_json(day.sessions)
    return found


_A_DATE = phrase("ngày như 2026-11-24")
