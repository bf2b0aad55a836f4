"""Whether the machine's clock can be believed: asked before the first act of a day.

A wrong clock gives wrong numbers and promises, and both stay: so it is questioned before anything
is written, never afterwards.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from enum import StrEnum

from app.domain.clock import VIETNAM, VIETNAM_OFFSET, time_and_day
from app.domain.errors import DeskError
from app.domain.phrases import joined, phrase

TOLERANCE = timedelta(minutes=2)
"""By so much a clock may go back: machines set theirs by the network."""


class Doubt(StrEnum):
    """Why a clock is not believed."""

    OFFSET = "OFFSET"
    BEHIND = "BEHIND"
    AHEAD = "AHEAD"
    CALENDAR = "CALENDAR"


LASTING = frozenset({Doubt.OFFSET, Doubt.CALENDAR})
"""What one answer settles for its day; of the others the answer itself is the new last time."""


class ClockDoubted(DeskError):
    """Nothing is done before somebody said that the clock is right. Facts: shown, why.

    Attributes:
        now: what the clock says.
        shown: the same as the machine shows it, in its own zone.
        why: what is doubted of it, in words.
        doubts: the same, for the answer.
    """

    def __init__(self, *, now: datetime, shown: str, why: str, doubts: tuple[Doubt, ...]) -> None:
        super().__init__(shown=shown, why=why)
        self.now, self.shown, self.why, self.doubts = now, shown, why, doubts


class ClockUnconfirmed(ClockDoubted):
    """`ClockDoubted` where nobody can be asked: on the command line. Facts: shown, why."""


@dataclass(frozen=True, slots=True)
class ClockFacts:
    """What a clock is judged by.

    Attributes:
        now: what it says.
        offset: of the machine's own zone from UTC.
        last_at: of the last row of the ledger; None where there is none.
        most_days_closed: how long the office was ever closed.
        is_confirmed_year: whether the calendar of this year is official.
    """

    now: datetime
    offset: timedelta
    last_at: datetime | None
    most_days_closed: int
    is_confirmed_year: bool


def doubts_of(facts: ClockFacts) -> tuple[Doubt, ...]:
    """Every reason not to believe the clock; none for a clock that is believed."""
    found = []
    if facts.offset != VIETNAM_OFFSET:
        found.append(Doubt.OFFSET)
    if facts.last_at is not None:
        if facts.now + TOLERANCE < facts.last_at:
            found.append(Doubt.BEHIND)
        elif facts.now > facts.last_at + timedelta(days=facts.most_days_closed):
            found.append(Doubt.AHEAD)
    if not facts.is_confirmed_year:
        found.append(Doubt.CALENDAR)
    return tuple(found)


def doubted(facts: ClockFacts, doubts: tuple[Doubt, ...]) -> ClockDoubted:
    """The refusal of these doubts, in words."""
    last = "" if facts.last_at is None else time_and_day(facts.last_at.astimezone(VIETNAM))
    days = 0 if facts.last_at is None else (facts.now - facts.last_at).days
    sentences = {
        Doubt.OFFSET: phrase(
            "múi giờ của máy là {zone}, không phải giờ Việt Nam (UTC+07:00)",
            zone=zone_text(facts.offset),
        ),
        Doubt.BEHIND: phrase("sớm hơn việc ghi gần nhất, lúc {last}", last=last),
        Doubt.AHEAD: phrase(
            "sau việc ghi gần nhất ({last}) {days} ngày, lâu hơn cơ quan từng nghỉ", last=last,
            days=days,
        ),
        Doubt.CALENDAR: phrase("năm {year} chưa có lịch làm việc chính thức", year=facts.now.year),
    }  # fmt: skip
    why = joined(sentences[doubt] for doubt in doubts)
    return ClockDoubted(now=facts.now, shown=_shown(facts), why=why, doubts=doubts)


def _shown(facts: ClockFacts) -> str:
    """What stands on the machine's own clock, and what that is here."""
    here = time_and_day(facts.now.astimezone(VIETNAM))
    if facts.offset == VIETNAM_OFFSET:
        return here
    machine = time_and_day(facts.now.astimezone(timezone(facts.offset)))
    return phrase("{machine} (giờ Việt Nam: {here})", machine=machine, here=here)


def unconfirmed(error: ClockDoubted) -> ClockUnconfirmed:
    """The same refusal where nobody can be asked."""
    return ClockUnconfirmed(now=error.now, shown=error.shown, why=error.why, doubts=error.doubts)


def zone_text(offset: timedelta) -> str:
    """An offset as machines name it: ``UTC+07:00``."""
    minutes = round(offset.total_seconds() / 60)
    sign = "-" if minutes < 0 else "+"
    return f"UTC{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
