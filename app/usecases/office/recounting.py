"""Open promises counted anew by another calendar, some hundreds at a time."""

from collections.abc import Callable, Iterator
from datetime import datetime

from app.answers.closures import MovedPromise
from app.domain.clock import to_minute
from app.domain.dossier.clock_effect import CountedAnew, Recount, counted_anew
from app.domain.dossier.dossier import Dossier
from app.usecases.unit import View
from db.stores.many import promises

Report = Callable[[int, int], None]
"""Takes how many promises were looked at, and of how many; what it raises undoes everything."""
Pair = tuple[Dossier, CountedAnew]
"""A dossier, and how it is promised anew."""
AT_A_TIME = 500


def recounted(
    view: View, by: Recount, *, now: datetime, number: int = 0, report: Report | None = None
) -> Iterator[list[Pair]]:
    """The dossiers that `by` counts otherwise, oldest first, in lists of at most `AT_A_TIME`.

    Each list may be changed before the next is asked for.

    Args:
        view: where they lie; a unit, if they are changed.
        by: the calendars.
        now: the moment it is counted.
        number: of the declaration by which it is.
        report: is called before each list and at the end.

    Raises:
        CalendarUnknown: a promise needs a year the calendar does not hold.
    """
    ids = promises.running(view.connection)
    for first in range(0, len(ids), AT_A_TIME):
        if report is not None:
            report(first, len(ids))
        found = promises.some(view.connection, ids[first : first + AT_A_TIME])
        anew = ((one, counted_anew(one, by, now=now, number=number)) for one in found)
        yield [(one, after) for one, after in anew if after is not None]
    if report is not None:
        report(len(ids), len(ids))


def moved_rows(pairs: list[Pair], now: datetime) -> Iterator[MovedPromise]:
    """Whom to call: those promised for another time, not those whose measure alone moves."""
    now = to_minute(now)
    for before, anew in pairs:
        if anew.promise is None:
            continue
        new_due_at = anew.promise.due_at
        yield MovedPromise(
            dossier_id=before.id,
            code=before.shown_code,
            name=before.applicant.full_name,
            phone=before.applicant.phone,
            procedure=before.procedure_name,
            old_due_at=before.due_at,
            new_due_at=new_due_at,
            was_overdue=before.due_at is not None and now > before.due_at,
            is_overdue=new_due_at is not None and now > new_due_at,
        )
