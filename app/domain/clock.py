"""The one place that asks the machine for time, Vietnam's fixed offset, and moments as text."""

import re
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache
from typing import Protocol

from app.domain.errors import DeskError
from app.domain.text import cited

VIETNAM_OFFSET = timedelta(hours=7)
VIETNAM = timezone(VIETNAM_OFFSET, "Asia/Ho_Chi_Minh")
"""UTC+7 without daylight saving."""
FIRST_YEAR, LAST_YEAR = 1900, 2199
_MOMENT = re.compile(
    r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d([.,]\d{1,9})?)?([Zz]|[+-]\d\d(:?\d\d)?)?", re.ASCII
)
_TO_SECONDS = len("2026-11-23T03:15:00")


class Clock(Protocol):
    """Whoever can say what time it is."""

    def now(self) -> datetime:
        """The present moment, aware, in Vietnam time."""
        ...

    def offset(self) -> timedelta:
        """How far the machine's own zone is from UTC at present."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The present moment, aware, in Vietnam time."""
        return datetime.now(VIETNAM)  # noqa: TID251 - the clock itself

    def offset(self) -> timedelta:
        """How far the machine's own zone is from UTC at present."""
        return self.now().astimezone(None).utcoffset() or timedelta()


class SetClock:
    """A clock that stands where it is set: tests, practice data and screenshots.

    Args:
        at: the moment it shows.
        offset: of the zone of the machine it stands for.
    """

    def __init__(self, at: datetime, offset: timedelta = VIETNAM_OFFSET) -> None:
        self._at = at.astimezone(VIETNAM)
        self._offset = offset

    def offset(self) -> timedelta:
        """How far the zone of the machine it stands for is from UTC."""
        return self._offset

    def now(self) -> datetime:
        """The moment it was set to."""
        return self._at

    def set(self, at: datetime) -> None:
        """Move to `at`, which may lie before the present setting."""
        self._at = at.astimezone(VIETNAM)

    def advance(self, **units: float) -> None:
        """Move on by ``timedelta(**units)``."""
        self._at += timedelta(**units)


def in_vietnam(moment: datetime) -> datetime:
    """`moment` in Vietnam time; a time without offset already is Vietnam time."""
    if moment.tzinfo is VIETNAM:
        return moment
    if moment.tzinfo is None:
        return moment.replace(tzinfo=VIETNAM)
    return moment.astimezone(VIETNAM)


def time_and_day(moment: datetime, *, weekday: str = "", with_year: bool = True) -> str:
    """`moment` in figures as papers write it, the time first: ``17:00 T6 27/11/2026``.

    Args:
        moment: its time and day are said as they stand, in whatever zone it is in.
        weekday: its day of the week in few letters, where that is said too.
        with_year: whether the year is said.
    """
    day = f"{moment:%d/%m/%Y}" if with_year else f"{moment:%d/%m}"
    return " ".join(part for part in (f"{moment:%H:%M}", weekday, day) if part)


def to_minute(moment: datetime) -> datetime:
    """`moment` in Vietnam time, seconds dropped: deadlines count whole minutes."""
    return in_vietnam(moment).replace(second=0, microsecond=0)


def utc_text(moment: datetime) -> str:
    """`moment` as stored and hashed: ``2026-11-23T03:15:00Z``, whole seconds, sorts as text."""
    return moment.astimezone(UTC).isoformat()[:_TO_SECONDS] + "Z"


@lru_cache(maxsize=512)  # the moments of one dossier are told again and again
def from_utc_text(text: str) -> datetime:
    """The moment `utc_text` wrote, in Vietnam time."""
    return datetime.fromisoformat(text).astimezone(VIETNAM)


class InvalidMoment(DeskError):
    """Facts: text."""


def read_moment(text: str) -> datetime:
    """The moment in `text`, in Vietnam time, seconds dropped.

    A date alone is refused: the time of day decides due times and is never guessed.

    Raises:
        InvalidMoment: not such a moment, or outside the years 1900 to 2199.
    """
    if not _MOMENT.fullmatch(text):
        raise InvalidMoment(text=cited(text))
    try:
        moment = to_minute(datetime.fromisoformat(text.upper().replace(",", ".")))
    except (ValueError, OverflowError):
        raise InvalidMoment(text=text) from None
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise InvalidMoment(text=text)
    return moment
