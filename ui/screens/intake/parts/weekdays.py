"""Days and times as they are said to a citizen: weekday, date, hour and minute."""

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from app.domain.clock import in_vietnam


def weekday(day: date) -> str:
    """``Thứ Sáu``, ``Chủ nhật``."""
    names = (
        QCoreApplication.translate("weekdays", "Thứ Hai"),
        QCoreApplication.translate("weekdays", "Thứ Ba"),
        QCoreApplication.translate("weekdays", "Thứ Tư"),
        QCoreApplication.translate("weekdays", "Thứ Năm"),
        QCoreApplication.translate("weekdays", "Thứ Sáu"),
        QCoreApplication.translate("weekdays", "Thứ Bảy"),
        QCoreApplication.translate("weekdays", "Chủ nhật"),
    )
    return names[day.weekday()]


def short_weekday(day: date) -> str:
    """``T6 27/11``, ``CN 29/11``."""
    short = (
        QCoreApplication.translate("weekdays", "T2"),
        QCoreApplication.translate("weekdays", "T3"),
        QCoreApplication.translate("weekdays", "T4"),
        QCoreApplication.translate("weekdays", "T5"),
        QCoreApplication.translate("weekdays", "T6"),
        QCoreApplication.translate("weekdays", "T7"),
        QCoreApplication.translate("weekdays", "CN"),
    )
    return f"{short[day.weekday()]} {day:%d/%m}"


def day_words(moment: datetime) -> str:
    """``Thứ Sáu 27/11/2026``."""
    local = in_vietnam(moment)
    return f"{weekday(local)} {local:%d/%m/%Y}"


def time_words(moment: datetime) -> str:
    """``10 giờ 15 phút``."""
    local = in_vietnam(moment)
    return QCoreApplication.translate("weekdays", "{0} giờ {1} phút").format(
        f"{local:%H}", f"{local:%M}"
    )
