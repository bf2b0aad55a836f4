"""Whether the clock is believed: looked up once a day, then by what this desk itself has seen."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from app.domain.clock import Clock, from_utc_text
from app.domain.clock_doubt import LASTING, TOLERANCE, ClockFacts, Doubt, doubted, doubts_of
from app.domain.permission import Permission
from app.usecases.reference import Reference
from db.stores import ledger

UNQUESTIONED = frozenset(
    {
        Permission.CONFIRM_CLOCK,
        Permission.MAKE_OFFICE,
        Permission.RESTORE,
        Permission.BACK_UP,
        Permission.ACCEPT_LOSS,
        # What is typed is never lost, and what a printer has done is done.
        Permission.KEEP_DRAFT,
        Permission.DROP_DRAFT,
        Permission.NOTE_PRINTER,
        Permission.NOTE_PAPER_OUT,
    }
)
"""What is done whatever the clock says: nothing of it gives a number or a promise."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found out about the clock: what is still doubted, and by what."""

    facts: ClockFacts
    doubts: tuple[Doubt, ...]


class ClockWatch:
    """The clock of one desk.

    Args:
        clock: the machine's.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._believed: tuple[datetime, timedelta] | None = None
        self._rests = False

    def rest(self) -> None:
        """Believe whatever the clock says from now on: practice lets weeks pass in a moment."""
        self._rests = True

    def require(self, connection: Connection, rules: Reference, now: datetime) -> None:
        """Let pass what is done at `now`.

        Raises:
            ClockDoubted: somebody must say first that the clock is right.
        """
        if self._rests or self._is_believed(now):
            return
        looked = self.look(connection, rules, now)
        if looked.doubts:
            raise doubted(looked.facts, looked.doubts)
        self._believed = (now, looked.facts.offset)

    def look(self, connection: Connection, rules: Reference, now: datetime) -> Looked:
        """Judge the clock by the ledger and the calendar, and by what was answered before."""
        ends = ledger.ends(connection)
        answer = ledger.last_clock_answer(connection)
        said = json.loads(answer.detail) if answer else {}
        known = said.get("heads", {})
        since = [end.at for end in ends if end.seq > known.get(str(end.chain), 0)]
        facts = ClockFacts(
            now,
            self._clock.offset(),
            from_utc_text(max(since)) if since else None,
            rules.settings.longest_closed_days,
            rules.calendar.is_confirmed(now.year),
        )
        doubts = doubts_of(facts)
        if answer and from_utc_text(answer.at).date() == now.date():
            settled = {Doubt(one) for one in said.get("doubts", ())} & LASTING
            if said.get("offset") != _minutes(facts.offset):
                settled -= {Doubt.OFFSET}
            doubts = tuple(doubt for doubt in doubts if doubt not in settled)
        return Looked(facts, doubts)

    def _is_believed(self, now: datetime) -> bool:
        """Whether nothing has happened to the clock since it was believed today."""
        if self._believed is None:
            return False
        at, offset = self._believed
        if now.date() != at.date() or now + TOLERANCE < at or offset != self._clock.offset():
            return False
        self._believed = (max(now, at), offset)
        return True


def answer_of(connection: Connection, looked: Looked) -> dict[str, object]:
    """What the ledger keeps of the answer that the clock is right."""
    return {
        "doubts": [doubt.value for doubt in looked.doubts],
        "offset": _minutes(looked.facts.offset),
        "heads": {str(end.chain): end.seq for end in ledger.ends(connection)},
    }


def _minutes(offset: timedelta) -> int:
    return round(offset.total_seconds() / 60)
