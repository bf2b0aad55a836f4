"""The calendar file: read whole or not at all, written, and kept in parts by the database."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path

import resources
from app.domain.deadline.calendar_year import CalendarYear, Closure
from app.domain.deadline.office_hours import DEFAULT_PLAN, WeekPlan
from app.domain.deadline.working_calendar import WorkingCalendar
from app.domain.errors import Damaged, DeskError
from app.domain.phrases import Phrase, joined, phrase
from app.exchange.calendar import parts as calendar_json
from app.exchange.calendar.texts import read_clock
from app.exchange.json_faults import Fault, FaultReader
from app.outside import strict_json

SESSIONS_PART, CLOSURES_PART = "sessions", "closures"
MOST_BYTES = 4 * 1024 * 1024
_SHOWN_FAULTS = 20
_SEED = Path(resources.__file__).parent / "seed/calendar.json"


class InvalidCalendarFile(DeskError):
    """Nothing of the file was taken. Facts: faults (tuple of `Fault`), count, details."""


class CalendarPartDamaged(Damaged):
    """A stored part cannot be read. Facts: part, details."""


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """What a file holds; `plans`, `closures` and `same_day_cutoff` None: it says nothing of it."""

    years: tuple[CalendarYear, ...]
    plans: tuple[WeekPlan, ...] | None = None
    closures: tuple[Closure, ...] | None = None
    same_day_cutoff: time | None = None

    def calendar(self) -> WorkingCalendar:
        """The calendar of this file alone, with defaults for what it does not say."""
        return WorkingCalendar(
            self.years,
            self.plans or (DEFAULT_PLAN,),
            self.closures or (),
            self.same_day_cutoff or time(15),
        )


def read(content: bytes) -> CalendarFile:
    """The calendar in `content`.

    Raises:
        FileNotJson: not JSON at all, or cut short.
        InvalidCalendarFile: with every fault and its place.
    """
    value = strict_json.read(content, most=MOST_BYTES)
    reader = FaultReader()
    optional = frozenset({"timezone", "sessions", "same_day_cutoff", "closures"})
    fields = reader.fields(value, "", required=frozenset({"years"}), optional=optional)
    if fields.get("timezone", "+07:00") != "+07:00":
        reader.refuse("timezone", phrase("“+07:00”"), fields["timezone"])
    cutoff = fields.get("same_day_cutoff")
    found = CalendarFile(
        years=calendar_json.read_years(fields.get("years", []), reader),
        plans=(
            calendar_json.read_plans(fields["sessions"], reader) if "sessions" in fields else None
        ),
        closures=(
            calendar_json.read_closures(fields["closures"], reader)
            if "closures" in fields
            else None
        ),
        same_day_cutoff=(
            None
            if cutoff is None
            else reader.parsed(
                cutoff, "same_day_cutoff", read_clock, phrase("giờ và phút như 15:00")
            )
        ),
    )
    if not reader.faults and found.plans is not None:
        _check_cover(found.plans, found.years, reader)
    if reader.faults:
        raise InvalidCalendarFile(**_facts(reader.faults))
    return found


def seed() -> CalendarFile:
    """The calendar the program ships."""
    return read(_SEED.read_bytes())


def to_parts(found: CalendarFile) -> dict[str, bytes]:
    """What `found` says, in the parts the database keeps, each a JSON object.

    Parts are ``sessions``, ``closures`` and one for each year, named by its number.
    """
    parts = {str(year.year): year_to_bytes(year) for year in found.years}
    if found.plans is not None:
        parts[SESSIONS_PART] = plans_to_bytes(found.plans)
    if found.closures is not None:
        parts[CLOSURES_PART] = closures_to_bytes(found.closures)
    return parts


def year_to_bytes(year: CalendarYear) -> bytes:
    """A year as its part is kept."""
    return _compact(calendar_json.year_json(year))


def plans_to_bytes(plans: Iterable[WeekPlan]) -> bytes:
    """The office's sessions as their part is kept."""
    return _compact({SESSIONS_PART: [calendar_json.plan_json(plan) for plan in plans]})


def closures_to_bytes(closures: Iterable[Closure]) -> bytes:
    """Closures as their part is kept."""
    return _compact({CLOSURES_PART: [calendar_json.closure_json(c) for c in closures]})


def file_from_parts(parts: Mapping[str, bytes]) -> CalendarFile:
    """What the kept parts say.

    Raises:
        CalendarPartDamaged: naming the part.
    """
    plans: tuple[WeekPlan, ...] | None = None
    closures: tuple[Closure, ...] | None = None
    years: list[CalendarYear] = []
    for part, body in parts.items():
        reader = FaultReader()
        try:
            value = strict_json.read(body, most=MOST_BYTES)
        except DeskError as error:
            raise CalendarPartDamaged(part=part, details=str(error)) from None
        fields = value if isinstance(value, dict) else {}
        if part == SESSIONS_PART:
            plans = calendar_json.read_plans(fields.get(SESSIONS_PART), reader)
        elif part == CLOSURES_PART:
            closures = calendar_json.read_closures(fields.get(CLOSURES_PART), reader)
        else:
            years.append(calendar_json.read_year(value, part, reader))
        if reader.faults:
            raise CalendarPartDamaged(part=part, details=_details(reader.faults))
    return CalendarFile(tuple(years), plans, closures)


def from_parts(
    parts: Mapping[str, bytes], *, same_day_cutoff: str, due_at_end_of_day: bool
) -> WorkingCalendar:
    """The office's calendar from its kept parts and its two settings.

    Raises:
        CalendarPartDamaged: naming the part.
    """
    found = file_from_parts(parts)
    return WorkingCalendar(
        found.years,
        found.plans or (DEFAULT_PLAN,),
        found.closures or (),
        read_clock(same_day_cutoff),
        due_at_end_of_day,
    )


def _check_cover(
    plans: tuple[WeekPlan, ...], years: tuple[CalendarYear, ...], reader: FaultReader
) -> None:
    """Refuse sessions that leave a day of the file's years without any plan."""
    for year in years:
        first = date(year.year, 1, 1).toordinal()
        for ordinal in range(first, date(year.year, 12, 31).toordinal() + 1):
            on = date.fromordinal(ordinal)
            if not any(plan.is_valid(on) for plan in plans):
                reader.refuse(
                    SESSIONS_PART,
                    phrase("lịch tuần cho mọi ngày"),
                    phrase("ngày {on} không có", on=on),
                )
                return


def _facts(faults: list[Fault]) -> dict[str, object]:
    return {"faults": tuple(faults), "count": len(faults), "details": _details(faults)}


def _details(faults: list[Fault]) -> Phrase:
    return joined(fault.reason() for fault in faults[:_SHOWN_FAULTS])


def _compact(body: object) -> bytes:
    return json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
