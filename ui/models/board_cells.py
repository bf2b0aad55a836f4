"""What the columns of the board say about one dossier; the countdown is asked each minute."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from app.answers.board import BoardRow
from app.domain.clock import time_and_day, to_minute
from app.domain.deadline.remaining import remaining_at
from app.domain.deadline.standing import Standing, standing_of
from app.domain.deadline.working_calendar import CalendarUnknown, WorkingCalendar
from app.domain.dossier.numbers import grouped_phone
from app.domain.workflow.moves import state_row
from app.domain.workflow.states import BoardPlace
from app.wording.deadline import remaining_text, time_text
from ui.tokens import Tone
from ui.words import word_for

_AGENCY = re.compile(r"[A-Z0-9.]+-(?=(?:\d{6}|\d{8})-\d{4,7}$)")
_TONES = {
    Standing.OVERDUE: Tone.OVERDUE,
    Standing.DUE_SOON: Tone.DUE_SOON,
    Standing.RUNNING: Tone.RUNNING,
}


@dataclass(frozen=True, slots=True)
class Minute:
    """The present minute and all a countdown needs of it; made once a tick.

    `position` None: the calendar does not hold the present year.
    """

    now: datetime
    position: int | None
    calendar: WorkingCalendar
    due_soon_hours: int


@dataclass(frozen=True, slots=True)
class Cells:
    """A dossier as the board shows it; `due_position` None where nothing is counted."""

    row: BoardRow
    texts: tuple[str, ...]
    due_position: int | None
    since_position: int | None


def minute_of(now: datetime, calendar: WorkingCalendar, due_soon_hours: int) -> Minute:
    """The minute of `now`."""
    now = to_minute(now)
    return Minute(now, _position(now, calendar), calendar, due_soon_hours)


def cells_of(row: BoardRow, minute: Minute) -> Cells:
    """The texts of a row; `Column.LEFT` is left empty, see `left`."""
    since = row.waiting_since or (row.ended_at if _waits_to_be_collected(row) else None)
    return Cells(
        row=row,
        texts=(
            "",
            short_code(row.code, row.own_code),
            row.applicant,
            row.procedure,
            due_text(row, minute.now.date()),
            grouped_phone(row.phone),
            day_and_time(row.received_at, minute.now.date()),
            word_for(row.state),
        ),
        due_position=_position(row.due_at, minute.calendar),
        since_position=_position(since, minute.calendar),
    )


def left(cells: Cells, minute: Minute) -> tuple[str, Tone]:
    """What the first column says at `minute`: time left, or how long somebody has waited."""
    row = cells.row
    if not row.state.is_open:
        return _ended(cells, minute), Tone.DONE
    if row.waiting_since is not None or row.state.is_waiting:
        return QCoreApplication.translate("Board", "chờ {0}").format(
            _since(cells, minute)
        ).strip(), Tone.PAUSED
    if row.due_at is None:
        return QCoreApplication.translate("Board", "không hẹn ngày"), Tone.RUNNING
    if minute.position is None or cells.due_position is None:
        return QCoreApplication.translate("Board", "chưa có lịch {0}").format(
            row.due_at.year
        ), Tone.DUE_SOON
    left_over = remaining_at(minute.now, minute.position, row.due_at, cells.due_position)
    standing = standing_of(left_over, due_soon_hours=minute.due_soon_hours)
    return remaining_text(left_over, deadline_words), _TONES[standing]


def short_code(code: str, own: str = "") -> str:
    """A dossier code without the agency it begins with: all of a desk's codes share that.

    One that another agency gave, as a portal may, keeps its own: `own` is the desk's code of it.
    """
    agency = _AGENCY.match(code)
    if agency is None or (own and not own.startswith(agency.group())):
        return code
    return code[agency.end() :]


def due_text(row: BoardRow, today: date) -> str:
    """The promised time with its weekday: a person must come then; "▲" if the calendar may move."""
    if row.due_at is None:
        return "" if row.state.is_waiting else "–"
    mark = "" if row.calendar_confirmed else " ▲"
    due = time_and_day(
        row.due_at, weekday=weekday(row.due_at), with_year=row.due_at.year != today.year
    )
    return f"{due}{mark}"


def day_and_time(moment: datetime, today: date) -> str:
    """``14:20 25/11``, with the year when it is not this one."""
    return time_and_day(moment, with_year=moment.year != today.year)


def weekday(moment: date) -> str:
    """``T2`` to ``T7``, ``CN``."""
    return deadline_words(_WEEKDAYS[moment.weekday()])


def deadline_words(text: str) -> str:
    """The translation of one of the words of `app.wording.deadline`."""
    return QCoreApplication.translate("Deadline", text)


def _rounded(minutes: int) -> int:
    """Whole hours from one hour on."""
    return minutes - minutes % 60 if minutes >= 60 else minutes


def _ended(cells: Cells, minute: Minute) -> str:
    if not _waits_to_be_collected(cells.row):
        return word_for(cells.row.state).lower()
    return QCoreApplication.translate("Board", "chờ nhận {0}").format(_since(cells, minute)).strip()


def _since(cells: Cells, minute: Minute) -> str:
    if minute.position is None or cells.since_position is None:
        return ""
    minutes = max(0, minute.position - cells.since_position)
    return "" if minutes == 0 else time_text(_rounded(minutes), deadline_words)


def _position(moment: datetime | None, calendar: WorkingCalendar) -> int | None:
    if moment is None:
        return None
    try:
        return calendar.position(moment)
    except CalendarUnknown:
        return None


_WEEKDAYS = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")


def _waits_to_be_collected(row: BoardRow) -> bool:
    return state_row(row.state).place is BoardPlace.TO_COLLECT
