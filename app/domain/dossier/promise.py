"""What a dossier's promise rests on beside the number of days."""

from datetime import date

from app.domain.deadline.due_time import due
from app.domain.deadline.working_calendar import WorkingCalendar
from app.domain.dossier.dossier import Dossier


def capped_on(dossier: Dossier, calendar: WorkingCalendar) -> date | None:
    """The day of the year that cut the dossier's limit short; None if none did.

    Raises:
        CalendarUnknown: the count needs a year the calendar does not hold.
    """
    if not dossier.limit.not_later:
        return None
    return due(
        dossier.limit, dossier.received_at, calendar, dossier.pauses, dossier.pause_mode
    ).capped_on
