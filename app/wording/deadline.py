"""Vietnamese words for the clock: what is left, how a dossier stands, limits and moments."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TypeAlias

from app.domain.deadline.remaining import Remaining
from app.domain.deadline.standing import Standing
from app.domain.deadline.time_limit import TimeLimit, Unit

Translate: TypeAlias = Callable[[str], str]
CONTEXT = "Deadline"


def QT_TRANSLATE_NOOP(context: str, source: str) -> str:  # noqa: N802 - the name lupdate looks for
    """`source` itself; the translation tool finds it by this name."""
    assert context == CONTEXT  # noqa: S101 - one context for all these words
    return source


def as_it_is(text: str) -> str:
    """The translation into Vietnamese: none."""
    return text


def remaining_text(left: Remaining, tr: Translate = as_it_is) -> str:
    """``còn 1 ngày 3 giờ``, ``còn 45 phút``, ``quá hạn 2 giờ``; from one day on without minutes.

    Rounded down: never more time than there is, never more delay than there was.
    """
    if left.minutes == 0:
        return tr(_JUST_OVERDUE if left.is_overdue else _DUE_NOW)
    template = tr(_OVERDUE_BY if left.is_overdue else _LEFT)
    return template.format(time=time_text(left.minutes, tr))


def time_text(minutes: int, tr: Translate = as_it_is) -> str:
    """Open time in words, eight working hours as one day: ``2 ngày 3 giờ``, ``1 giờ 45 phút``."""
    days, hours, rest = Remaining(minutes, is_overdue=False).parts
    shown = ((days, _DAYS), (hours, _HOURS), (0 if days else rest, _MINUTES))
    return " ".join(tr(text).format(n=n) for n, text in shown if n) or tr(_MINUTES).format(n=0)


def standing_text(standing: Standing, tr: Translate = as_it_is) -> str:
    """The word for a standing: ``sắp đến hạn``."""
    return tr(_STANDINGS[standing])


def limit_text(limit: TimeLimit, tr: Translate = as_it_is) -> str:
    """A time limit in words: ``5 ngày làm việc``, ``không quy định``."""
    return tr(_LIMITS[limit.unit]).format(n=limit.amount)


def moment_text(moment: datetime, tr: Translate = as_it_is) -> str:
    """A moment as slips write it: ``10 giờ 15 phút, Thứ Sáu 27/11/2026``."""
    return tr(_MOMENT).format(
        hour=f"{moment.hour:02}", minute=f"{moment.minute:02}", day=day_text(moment.date(), tr)
    )


def day_text(on: date, tr: Translate = as_it_is) -> str:
    """A date with its weekday: ``Thứ Sáu 27/11/2026``."""
    return f"{tr(_WEEKDAYS[on.weekday()])} {on:%d/%m/%Y}"


def hours_text(minutes: int, tr: Translate) -> str:
    """Hours and minutes, never days: the reader adds these up."""
    shown = ((minutes // 60, _HOURS), (minutes % 60, _MINUTES))
    return " ".join(tr(text).format(n=n) for n, text in shown if n) or tr(_MINUTES).format(n=0)


_LEFT = QT_TRANSLATE_NOOP("Deadline", "còn {time}")
_OVERDUE_BY = QT_TRANSLATE_NOOP("Deadline", "quá hạn {time}")
_DUE_NOW = QT_TRANSLATE_NOOP("Deadline", "đến hạn")
_JUST_OVERDUE = QT_TRANSLATE_NOOP("Deadline", "vừa quá hạn")
_DAYS = QT_TRANSLATE_NOOP("Deadline", "{n} ngày")
_HOURS = QT_TRANSLATE_NOOP("Deadline", "{n} giờ")
_MINUTES = QT_TRANSLATE_NOOP("Deadline", "{n} phút")
_MOMENT = QT_TRANSLATE_NOOP("Deadline", "{hour} giờ {minute} phút, {day}")
_WEEKDAYS = (
    QT_TRANSLATE_NOOP("Deadline", "Thứ Hai"),
    QT_TRANSLATE_NOOP("Deadline", "Thứ Ba"),
    QT_TRANSLATE_NOOP("Deadline", "Thứ Tư"),
    QT_TRANSLATE_NOOP("Deadline", "Thứ Năm"),
    QT_TRANSLATE_NOOP("Deadline", "Thứ Sáu"),
    QT_TRANSLATE_NOOP("Deadline", "Thứ Bảy"),
    QT_TRANSLATE_NOOP("Deadline", "Chủ Nhật"),
)
_LIMITS = {
    Unit.WORKING_DAY: QT_TRANSLATE_NOOP("Deadline", "{n} ngày làm việc"),
    Unit.WORKING_HOUR: QT_TRANSLATE_NOOP("Deadline", "{n} giờ làm việc"),
    Unit.HOUR: QT_TRANSLATE_NOOP("Deadline", "{n} giờ"),
    Unit.DAY: QT_TRANSLATE_NOOP("Deadline", "{n} ngày"),
    Unit.MONTH: QT_TRANSLATE_NOOP("Deadline", "{n} tháng"),
    Unit.SAME_DAY: QT_TRANSLATE_NOOP("Deadline", "trong ngày"),
    Unit.NONE: QT_TRANSLATE_NOOP("Deadline", "không quy định"),
}
_STANDINGS = {
    Standing.PAUSED: QT_TRANSLATE_NOOP("Deadline", "tạm dừng"),
    Standing.OVERDUE: QT_TRANSLATE_NOOP("Deadline", "quá hạn"),
    Standing.DUE_SOON: QT_TRANSLATE_NOOP("Deadline", "sắp đến hạn"),
    Standing.RUNNING: QT_TRANSLATE_NOOP("Deadline", "trong hạn"),
    Standing.NO_LIMIT: QT_TRANSLATE_NOOP("Deadline", "không quy định"),
    Standing.EARLY: QT_TRANSLATE_NOOP("Deadline", "trước hạn"),
    Standing.ON_TIME: QT_TRANSLATE_NOOP("Deadline", "đúng hạn"),
    Standing.LATE: QT_TRANSLATE_NOOP("Deadline", "trễ hạn"),
}
