"""Closures of the desk as they are declared and undone, each a declaration with its own number."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from app.domain.clock import VIETNAM, InvalidMoment, read_moment
from app.domain.deadline.calendar_year import Closure
from app.domain.deadline.working_calendar import WorkingCalendar
from app.domain.errors import DeskError, FieldError
from app.domain.text import line

MOST = 1_000
"""Closures a calendar holds."""
_LONGEST = 300


class ClosureKind(StrEnum):
    """What a declaration does; FILED came with a calendar file and moved no promise."""

    DECLARED = "DECLARED"
    UNDONE = "UNDONE"
    FILED = "FILED"


class ClosureEndsBeforeItBegins(FieldError):
    """Facts: field, from_at, to_at."""


class ClosureKnown(DeskError):
    """The calendar holds this very closure already. Facts: reason."""


class ClosuresFull(DeskError):
    """The calendar holds as many closures as it can. Facts: most."""


class UnknownClosure(DeskError):
    """No declaration has this number, and none this decision. Facts: number."""


class SeveralClosures(DeskError):
    """More than one declaration names this decision. Facts: decision, numbers."""


class ClosureNotInForce(DeskError):
    """The declaration was undone, or undoes one itself. Facts: number."""


@dataclass(frozen=True, slots=True)
class Declaration:
    """One declaration: `closure` as it was declared, or that of the declaration it undoes.

    `number` counts the declarations of the office from 1. `undoes` is the number of the one it
    undoes, None where it closes the desk.
    """

    number: int
    kind: ClosureKind
    closure: Closure
    declared_at: datetime
    officer: str
    undoes: int | None = None


def read_closure(from_text: str, to_text: str, *, reason: str, decision: str) -> Closure:
    """The closure these texts declare: moments, or whole days, the last of them included.

    Raises:
        InvalidMoment: a text is neither.
        ClosureEndsBeforeItBegins, TextMissing, TextTooLong, TextHasControls: as named.
    """
    return checked(_begin(from_text), _end(to_text), reason=reason, decision=decision)


def checked(from_at: datetime, to_at: datetime, *, reason: str, decision: str) -> Closure:
    """The closure of these values.

    Raises:
        ClosureEndsBeforeItBegins, TextMissing, TextTooLong, TextHasControls: as named.
    """
    if to_at <= from_at:
        raise ClosureEndsBeforeItBegins(field="to_at", from_at=from_at, to_at=to_at)
    return Closure(
        from_at,
        to_at,
        line(reason, field="reason", limit=_LONGEST, required=True),
        line(decision, field="decision", limit=_LONGEST, required=True),
    )


def with_closure(calendar: WorkingCalendar, closure: Closure) -> WorkingCalendar:
    """`calendar` with one closure more.

    Raises:
        ClosureKnown, ClosuresFull: as named.
    """
    if closure in calendar.closures:
        raise ClosureKnown(reason=closure.reason)
    if len(calendar.closures) >= MOST:
        raise ClosuresFull(most=MOST)
    return replace(calendar, closures=(*calendar.closures, closure))


def without_closure(calendar: WorkingCalendar, closure: Closure) -> WorkingCalendar:
    """`calendar` without this closure."""
    return replace(calendar, closures=tuple(one for one in calendar.closures if one != closure))


def undoable(declarations: Iterable[Declaration], named: str) -> Declaration:
    """The declaration in force that `named` names: by its number, or by its decision.

    Raises:
        UnknownClosure, SeveralClosures, ClosureNotInForce: as named.
    """
    known = tuple(declarations)
    found = meant(known, named)
    if found.kind is ClosureKind.UNDONE or found.number in {one.undoes for one in known}:
        raise ClosureNotInForce(number=found.number)
    return found


def meant(declarations: Iterable[Declaration], named: str) -> Declaration:
    """The declaration that `named` names: by its number, or by its decision.

    Of several with one decision it is the only one still in force.

    Raises:
        UnknownClosure, SeveralClosures: as named.
    """
    known, named = tuple(declarations), named.strip()
    for one in known:
        if str(one.number) == named:
            return one
    by_decision = [one for one in known if named and one.closure.decision == named]
    undone = {one.undoes for one in known}
    in_force = [one for one in by_decision if one.undoes is None and one.number not in undone]
    found = in_force or [one for one in by_decision if one.undoes is None]
    if not found:
        raise UnknownClosure(number=named)
    if len(found) > 1:
        numbers = ", ".join(str(one.number) for one in found)
        raise SeveralClosures(decision=named, numbers=numbers)
    return found[0]


def known_at(
    calendar: WorkingCalendar, declared: Mapping[Closure, datetime], moment: datetime
) -> tuple[Closure, ...]:
    """The closures of `calendar` without those declared after `moment`.

    Of a closure that is not among `declared` nobody knows when it came: it was always known.
    """
    return tuple(one for one in calendar.closures if declared.get(one, moment) <= moment)


def _begin(text: str) -> datetime:
    on = _day(text)
    return read_moment(text) if on is None else datetime.combine(on, datetime.min.time(), VIETNAM)


def _end(text: str) -> datetime:
    on = _day(text)
    return read_moment(text) if on is None else _begin(on.isoformat()) + timedelta(days=1)


def _day(text: str) -> date | None:
    """The day `text` is; None if it says a time of day as well."""
    if len(text) != len("2026-11-25"):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InvalidMoment(text=text) from None
