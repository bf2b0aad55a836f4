"""Where a dossier's papers lie, since when, and what is left of the step, in a line."""

from PySide6.QtCore import QCoreApplication

from app.answers.dossier import DossierView
from app.domain.clock import time_and_day
from app.domain.deadline.remaining import remaining
from app.domain.deadline.working_calendar import CalendarUnknown
from app.domain.workflow.stays import Stay
from app.wording.deadline import remaining_text, standing_text
from ui.models.board_cells import Minute, deadline_words


def lying_words(view: DossierView, minute: Minute) -> str:
    """The line, counted at this minute; empty while nobody handed it over nor set its steps."""
    dossier, last = view.dossier, view.stays[-1] if view.stays else None
    is_plain = not dossier.handings and not view.is_plan_checked
    if last is None or is_plain or dossier.returned_at is not None:
        return ""
    translate = QCoreApplication.translate
    where = last.agency or translate("Lying", "bộ phận Một cửa")
    since = time_and_day(last.since, with_year=False)
    parts = [translate("Lying", "Đang ở: {0}, từ {1}").format(where, since)]
    if last.is_on_its_way:
        parts.append(translate("Lying", "▲ chưa nhận bàn giao"))
    if last.step is not None:
        parts.append(f"{last.step.duty}: {_left(last, minute)}")
        if not view.is_plan_checked:
            parts.append(translate("Lying", "▲ hạn của bước cần kiểm tra"))
    return " · ".join(parts)


def _left(stay: Stay, minute: Minute) -> str:
    """What is left of the step; once it ended, how it ended."""
    is_running = stay.due_at is not None and stay.until is None
    if stay.due_at is None or not is_running:
        return standing_text(stay.standing, deadline_words)
    try:
        return remaining_text(remaining(minute.now, stay.due_at, minute.calendar), deadline_words)
    except CalendarUnknown:
        return time_and_day(stay.due_at)
