"""Dates and times as administrative papers write them (Decree 30/2020/NĐ-CP, Appendix I)."""

from datetime import date, datetime

from app.domain.clock import in_vietnam

_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


def long_date(iso: str) -> str:
    """``ngày 03 tháng 02 năm 2027``: days below 10 and months 1 and 2 take a leading zero."""
    return _long(date.fromisoformat(iso))


def long_moment(iso: str) -> str:
    """``10 giờ 15 phút, ngày 27 tháng 11 năm 2026``, in Vietnam time."""
    moment = in_vietnam(datetime.fromisoformat(iso))
    return f"{moment:%H} giờ {moment:%M} phút, {_long(moment.date())}"


def short_moment(iso: str) -> tuple[str, str]:
    """``10 giờ 15 phút`` and ``Thứ Sáu, 27/11/2026``, in Vietnam time."""
    moment = in_vietnam(datetime.fromisoformat(iso))
    day = f"{_WEEKDAYS[moment.weekday()]}, {moment:%d/%m/%Y}"
    return f"{moment:%H} giờ {moment:%M} phút", day


def plain_moment(iso: str) -> str:
    """``10 giờ 15 phút, 27/11/2026``, in Vietnam time."""
    time, day = short_moment(iso)
    return f"{time}, {day.rpartition(' ')[2]}"


def _long(day: date) -> str:
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"
