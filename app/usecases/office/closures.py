"""Closures of the desk (flood, storm, outage): declared and undone with every promise they move.

What would change is looked at first; then the calendar and all promises change in one unit. A
closure is never taken away from the register: it is undone by a declaration of its own.
"""

from collections.abc import Iterable
from datetime import datetime

from app.answers.closures import ClosureDeclared, ClosureReview, ReviewTally
from app.domain.actor import Actor
from app.domain.clock import time_and_day
from app.domain.deadline.calendar_year import Closure
from app.domain.deadline.closures import (
    ClosureKind,
    undoable,
    with_closure,
    without_closure,
)
from app.domain.deadline.working_calendar import CalendarUnknown, WorkingCalendar
from app.domain.dossier.clock_effect import Recount
from app.domain.errors import DeskError
from app.domain.permission import Permission
from app.domain.text import line
from app.domain.workflow.states import DossierEvent
from app.exchange.calendar import file as calendar_file
from app.usecases.desk import Desk
from app.usecases.office.recounting import Report, moved_rows, recounted
from app.usecases.unit import Request, Unit, View
from db.stores import reference
from db.stores.deadline import closures as store
from db.tables.ledger import Subject

_LONGEST = 300


class ReviewOutdated(DeskError):
    """Other promises would change now than those that were looked at. No facts."""


def preview_closure(
    desk: Desk,
    actor: Actor,
    closure: Closure,
    *,
    tally: ReviewTally | None = None,
    report: Report | None = None,
) -> ClosureReview:
    """What declaring `closure` would do now; nothing is changed.

    `tally` is given where more rows are wanted than are shown.

    Raises:
        ClosureKnown, ClosuresFull, CalendarUnknown: it could not be declared.
    """
    with desk.view(actor, Permission.PREVIEW_CLOSURE) as view:
        now = desk.clock.now()
        by = _declaring(view, closure, now)
        return _reviewed(view, by, now, tally or ReviewTally(), report).review(closure)


def preview_undoing(
    desk: Desk,
    actor: Actor,
    named: str,
    *,
    tally: ReviewTally | None = None,
    report: Report | None = None,
) -> ClosureReview:
    """What undoing the declaration meant by `named` would do now; nothing is changed.

    Raises:
        UnknownClosure, SeveralClosures, ClosureNotInForce, CalendarUnknown: as named.
    """
    with desk.view(actor, Permission.PREVIEW_UNDOING) as view:
        found = undoable(store.every(view.connection), named)
        by = _undoing(view, found.closure)
        counted = _reviewed(view, by, desk.clock.now(), tally or ReviewTally(), report)
        return counted.review(found.closure, found.number)


def declare_closure(
    desk: Desk,
    actor: Actor,
    closure: Closure,
    *,
    reviewed: str = "",
    report: Report | None = None,
    request: Request | None = None,
) -> ClosureDeclared:
    """Declare `closure`, and promise anew what it moves: all of it, or nothing.

    Every dossier keeps its former promises; what was promised for a moment before the desk closed
    stays. `reviewed` is the digest of the review that was looked at, empty where nobody did. What
    `report` raises undoes everything.

    Raises:
        ClosureKnown, ClosuresFull, CalendarUnknown: as named.
        ReviewOutdated: other promises change now than those of the review.
    """
    with desk.unit(actor, Permission.DECLARE_CLOSURE, request) as unit:

        def declare() -> ClosureDeclared:
            by = _declaring(unit, closure, unit.now)
            number = store.add(unit.connection, actor, unit.now, closure, ClosureKind.DECLARED)
            reason = f"Đóng cửa đột xuất số {number}: {_words(closure)}"
            return _done(unit, by, number, closure, reason, reviewed, report)

        return unit.once(ClosureDeclared, (closure, reviewed), declare)


def undo_closure(
    desk: Desk,
    actor: Actor,
    named: str,
    *,
    reason: str = "",
    decision: str = "",
    reviewed: str = "",
    report: Report | None = None,
    request: Request | None = None,
) -> ClosureDeclared:
    """Undo the declaration meant by `named` with one of its own, and count its promises anew.

    `reason` and `decision` are those of the undoing, empty where there are none.

    Raises:
        UnknownClosure, SeveralClosures, ClosureNotInForce, CalendarUnknown: as named.
        TextTooLong, TextHasControls: about reason or decision.
        ReviewOutdated: other promises change now than those of the review.
    """
    reason = line(reason, field="reason", limit=_LONGEST)
    decision = line(decision, field="decision", limit=_LONGEST)
    with desk.unit(actor, Permission.UNDO_CLOSURE, request) as unit:

        def undo() -> ClosureDeclared:
            found = undoable(store.every(unit.connection), named)
            by = _undoing(unit, found.closure)
            undoing = Closure(found.closure.from_at, found.closure.to_at, reason, decision)
            number = store.add(
                unit.connection, actor, unit.now, undoing, ClosureKind.UNDONE, found.number
            )
            parts = (f"Bỏ đóng cửa đột xuất số {found.number}", decision, reason)
            why = " – ".join(filter(None, parts))
            return _done(unit, by, number, undoing, why, reviewed, report)

        asked = (named.strip(), reason, decision, reviewed)
        return unit.once(ClosureDeclared, asked, undo)


def _declaring(view: View, closure: Closure, now: datetime) -> Recount:
    calendar = view.rules.calendar
    for year in range(closure.from_at.year, closure.to_at.year + 1):
        if not calendar.is_known(year):
            raise CalendarUnknown(year=year)
    after = with_closure(calendar, closure)
    declared = _declared_at(view) | {closure: now}
    return Recount(calendar, after, declared, not_before=closure.from_at)


def _undoing(view: View, closure: Closure) -> Recount:
    calendar = view.rules.calendar
    return Recount(calendar, without_closure(calendar, closure), _declared_at(view))


def _declared_at(view: View) -> dict[Closure, datetime]:
    declared = store.every(view.connection)
    return {one.closure: one.declared_at for one in declared if one.undoes is None}


def _reviewed(
    view: View, by: Recount, now: datetime, tally: ReviewTally, report: Report | None
) -> ReviewTally:
    for pairs in recounted(view, by, now=now, report=report):
        tally.add(moved_rows(pairs, now))
    return tally


def _done(
    unit: Unit,
    by: Recount,
    number: int,
    closure: Closure,
    reason: str,
    reviewed: str,
    report: Report | None,
) -> ClosureDeclared:
    """Put the calendar in place, and everything that follows from it."""
    tally = ReviewTally(most=0)
    for pairs in recounted(unit, by, now=unit.now, number=number, report=report):
        tally.add(moved_rows(pairs, unit.now))
        unit.change_promises(pairs, DossierEvent.RESCHEDULE, reason)
    found = tally.review(closure)
    if reviewed and reviewed != found.digest:
        raise ReviewOutdated
    _keep(unit, by.after)
    values = {
        "number": number,
        "from": closure.from_at.isoformat(timespec="minutes"),
        "to": closure.to_at.isoformat(timespec="minutes"),
        "decision": closure.decision,
        "moved": found.count,
    }
    event = "DECLARED" if by.not_before else "UNDONE"
    row = unit.record(
        Subject.CALENDAR, calendar_file.CLOSURES_PART, event, values, reason=closure.reason
    )
    return ClosureDeclared(number, found.count, row.hash)


def _keep(unit: Unit, calendar: WorkingCalendar) -> None:
    body = calendar_file.closures_to_bytes(calendar.closures)
    reference.set_calendar_part(unit.connection, calendar_file.CLOSURES_PART, body, confirmed=True)


def file_closures(unit: Unit, before: Iterable[Closure], after: Iterable[Closure]) -> None:
    """Number the closures a calendar file brought; no promise moves by them."""
    known = set(before)
    for closure in after:
        if closure not in known:
            store.add(unit.connection, unit.actor, unit.now, closure, ClosureKind.FILED)


def _words(closure: Closure) -> str:
    times = f"{time_and_day(closure.from_at)} – {time_and_day(closure.to_at)}"
    return f"{times}, {closure.decision}: {closure.reason}"
