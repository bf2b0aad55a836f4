"""Vietnamese words for the clock: what is left, how a dossier stands, limits and moments."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import TypeAlias

from app.domain.deadline.remaining import Remaining
from app.domain.deadline.standing import Standing
from app.domain.deadline.time_limit import TimeLimit, Unit
from app.wording.marker import translatable

SAME_DAY_CUTOFF = time(15)
"""After it same-day results are due the next working day, unless the office says otherwise."""
Translate: TypeAlias = Callable[[str], str]


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


def limit_text(limit: TimeLimit, tr: Translate = as_it_is, cutoff: time = SAME_DAY_CUTOFF) -> str:
    """A time limit in words: ``5 ngày làm việc``, ``25 ngày làm việc, chậm nhất ngày 14/12``.

    `cutoff` is the office's last minute of a same-day receipt.
    """
    hour = tr(_CLOCK_MINUTES if cutoff.minute else _CLOCK_HOURS)
    at = hour.format(hour=cutoff.hour, minute=f"{cutoff:%M}")
    text = tr(_LIMITS[limit.unit]).format(n=limit.amount, cutoff=at)
    if not limit.not_later:
        return text
    day = day_of_year_text(limit.not_later)
    return tr(_NOT_LATER).format(limit=text, day=day)


def day_of_year_text(month_and_day: str) -> str:
    """``12-14`` as people write it: ``14/12``; nothing of nothing."""
    return "/".join(reversed(month_and_day.split("-")))


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


_LEFT = translatable("còn {time}")
_OVERDUE_BY = translatable("quá hạn {time}")
_DUE_NOW = translatable("đến hạn")
_JUST_OVERDUE = translatable("vừa quá hạn")
_DAYS = translatable("{n} ngày")
_HOURS = translatable("{n} giờ")
_MINUTES = translatable("{n} phút")
_MOMENT = translatable("{hour} giờ {minute} phút, {day}")
_WEEKDAYS = (
    translatable("Thứ Hai"),
    translatable("Thứ Ba"),
    translatable("Thứ Tư"),
    translatable("Thứ Năm"),
    translatable("Thứ Sáu"),
    translatable("Thứ Bảy"),
    translatable("Chủ nhật"),
)
_CLOCK_HOURS = translatable("{hour} giờ")
_CLOCK_MINUTES = translatable("{hour} giờ {minute} phút")
_NOT_LATER = translatable("{limit}, chậm nhất ngày {day}")
_LIMITS = {
    Unit.WORKING_DAY: translatable("{n} ngày làm việc"),
    Unit.WORKING_HOUR: translatable("{n} giờ làm việc"),
    Unit.HOUR: translatable("{n} giờ"),
    Unit.DAY: translatable("{n} ngày"),
    Unit.MONTH: translatable("{n} tháng"),
    Unit.SAME_DAY: translatable("trong ngày; nhận sau {cutoff}: ngày làm việc tiếp theo"),
    Unit.NONE: translatable("không quy định"),
}
_STANDINGS = {
    Standing.PAUSED: translatable("tạm dừng"),
    Standing.OVERDUE: translatable("quá hạn"),
    Standing.DUE_SOON: translatable("sắp đến hạn"),
    Standing.RUNNING: translatable("trong hạn"),
    Standing.NO_LIMIT: translatable("không quy định"),
    Standing.EARLY: translatable("trước hạn"),
    Standing.ON_TIME: translatable("đúng hạn"),
    Standing.LATE: translatable("trễ hạn"),
}
