"""Dates and times as administrative papers write them (Decree 30/2020/NĐ-CP, Appendix I)."""

from datetime import date, datetime

from app.domain.clock import in_vietnam


def long_date(iso: str) -> str:
    """``ngày 03 tháng 02 năm 2027``: days below 10 and months 1 and 2 take a leading zero."""
    return _long(date.fromisoformat(iso))


def long_moment(iso: str) -> str:
    """``10 giờ 15 phút, ngày 27 tháng 11 năm 2026``, in Vietnam time."""
    moment = in_vietnam(datetime.fromisoformat(iso))
    return f"{moment:%H} giờ {moment:%M} phút, {_long(moment.date())}"


def _long(day: date) -> str:
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"
