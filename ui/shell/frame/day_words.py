"""The day as the bar says it: date with weekday, and what is special about today or tomorrow."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from app.domain.deadline.day_rules import DayKind
from app.domain.deadline.working_calendar import CalendarUnknown, WorkingCalendar
from app.wording.deadline import day_text
from ui.models.board_cells import deadline_words


def day_words(now: datetime) -> str:
    """``Thứ Hai 23/11/2026``."""
    return day_text(now.date(), deadline_words)


def day_note(now: datetime, calendar: WorkingCalendar) -> str:
    """``mai 24/11 nghỉ``; empty on ordinary days and where the calendar ends."""
    translate = QCoreApplication.translate
    try:
        today = calendar.day(now.date())
        tomorrow = calendar.day(now.date() + timedelta(days=1))
    except CalendarUnknown:
        return ""
    if today.kind in {DayKind.DAY_OFF, DayKind.CLOSED}:
        return translate("TopBar", "hôm nay nghỉ")
    if tomorrow.kind is DayKind.DAY_OFF:
        return translate("TopBar", "mai {0} nghỉ").format(f"{tomorrow.on:%d/%m}")
    if tomorrow.kind is DayKind.MAKE_UP:
        return translate("TopBar", "mai {0} làm bù").format(f"{tomorrow.on:%d/%m}")
    return ""
