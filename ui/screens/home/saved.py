"""How old the last checked copy of the office is, and what about it wants a decision."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from app.answers.safety import LastBackup
from app.domain.safety import schedule
from ui.keys import Key
from ui.screen import Place
from ui.screens.home.matter import Matter
from ui.tokens import Tone
from ui.words import in_language

_AN_HOUR = timedelta(hours=1)


def is_old(last: LastBackup, now: datetime) -> bool:
    """Whether there is no checked copy, or none of the last day."""
    return schedule.is_old(last.at, now)


def saved_words(last: LastBackup, now: datetime) -> str:
    """``Đã sao lưu, kiểm tra 35 phút trước``; empty where a matter says more."""
    translate = QCoreApplication.translate
    if last.at is None or is_old(last, now):
        return ""
    minutes = max(0, int((now - last.at).total_seconds())) // 60
    if not minutes:
        return translate("Home", "Vừa sao lưu và kiểm tra xong")
    if minutes < 60:
        return translate("Home", "Đã sao lưu, kiểm tra {0} phút trước").format(minutes)
    return translate("Home", "Đã sao lưu, kiểm tra {0} giờ trước").format(minutes // 60)


def backup_matters(last: LastBackup, now: datetime) -> tuple[Matter, ...]:
    """A trial that failed, no copy or an old one, a place without, copies on this disk alone."""
    translate = QCoreApplication.translate
    found = []
    if last.trial_failure:
        words = translate("Home", "Khôi phục thử bản sao lưu không được")
        found.append(Matter(Tone.OVERDUE, words, in_language(last.trial_failure), Place.SETTINGS))
    more = translate("Home", "Cắm USB rồi sao lưu ở Cài đặt ({0})").format(Key.SETTINGS)
    if last.at is None:
        words = translate("Home", "Chưa sao lưu lần nào")
        found.append(Matter(Tone.DUE_SOON, words, _why(last) or more, Place.SETTINGS))
    elif is_old(last, now):
        words = translate("Home", "Chưa sao lưu từ {0}").format(f"{last.at:%d/%m/%Y}")
        found.append(Matter(Tone.DUE_SOON, words, _why(last) or more, Place.SETTINGS))
    elif last.failure:
        words = translate("Home", "Có nơi chưa nhận được bản sao lưu")
        found.append(Matter(Tone.DUE_SOON, words, _why(last), Place.SETTINGS))
    elif schedule.is_old_apart(last.apart_at, now):
        words = (
            translate("Home", "Bản sao lưu chỉ nằm trên ổ đĩa này")
            if last.apart_at is None
            else translate("Home", "Chưa sao lưu ra ổ đĩa khác từ {0}").format(
                f"{last.apart_at:%d/%m/%Y}"
            )
        )
        more = translate("Home", "Đặt nơi thứ hai hoặc USB ở Cài đặt ({0})").format(Key.SETTINGS)
        found.append(Matter(Tone.DUE_SOON, words, more, Place.SETTINGS))
    return tuple(found)


def _why(last: LastBackup) -> str:
    """Which place gets none and why; empty while all do."""
    return f"{last.failed_place}: {in_language(last.failure)}" if last.failure else ""
