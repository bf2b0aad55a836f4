"""Which copies are kept: the newest of each of the last hours, days, weeks and months.

A period without a copy uses up no place: an office that was shut for a month keeps what it had.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

LEAST = 3
"""So many checked copies are kept whatever they take up."""
SHARE = 5
"""Copies take up at most one part in so many of their disk: 20 %."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy in one place, known by its name there.

    `is_verified` is False of one that did not check when it was looked at again.
    """

    name: str
    made_at: datetime
    size: int
    is_verified: bool = True


def _hour(at: datetime) -> tuple[int, ...]:
    return (at.year, at.month, at.day, at.hour)


def _day(at: datetime) -> tuple[int, ...]:
    return (at.year, at.month, at.day)


def _week(at: datetime) -> tuple[int, ...]:
    iso = at.isocalendar()
    return (iso.year, iso.week)


def _month(at: datetime) -> tuple[int, ...]:
    return (at.year, at.month)


SPANS: tuple[tuple[int, Callable[[datetime], tuple[int, ...]]], ...] = (
    (24, _hour),
    (14, _day),
    (8, _week),
    (12, _month),
)
"""How many periods of each kind a copy is kept of, shortest first; the period of a moment."""


def kept(copies: Iterable[Copy], *, room: int) -> frozenset[str]:
    """Names of the copies to be kept, of all in one place.

    Args:
        copies: checked and unchecked; a copy that does not check keeps no other away, and goes once
            enough checked ones are newer.
        room: bytes the checked ones may take up together. Where that is not enough, the copies of
            the shortest periods go first, the oldest of them before the others.
    """
    newest_first = sorted(copies, key=lambda one: (one.made_at, one.name), reverse=True)
    verified = [one for one in newest_first if one.is_verified]
    held = _held(verified)
    safe = {one.name for one in islice(verified, LEAST)}
    taken = sum(one.size for one in verified if one.name in held)
    for _, one in sorted(
        ((held[one.name], one) for one in verified if one.name in held.keys() - safe),
        key=lambda pair: (pair[0], pair[1].made_at, pair[1].name),
    ):
        if taken <= room:
            break
        del held[one.name]
        taken -= one.size
    spoilt = (one for one in newest_first if not one.is_verified)
    return frozenset(held) | {one.name for one in spoilt if _newer(verified, one) < LEAST}


def _held(verified: list[Copy]) -> dict[str, int]:
    """Names of those that stand for a period, with the longest kind they stand for.

    Args:
        verified: newest first; the first few are held in any case.
    """
    held = dict.fromkeys((one.name for one in islice(verified, LEAST)), 0)
    for kind, (most, period) in enumerate(SPANS):
        seen: set[tuple[int, ...]] = set()
        for one in verified:
            if period(one.made_at) not in seen and len(seen) < most:
                seen.add(period(one.made_at))
                held[one.name] = kind
    return held


def _newer(verified: list[Copy], spoilt: Copy) -> int:
    return sum(one.made_at > spoilt.made_at for one in verified)
