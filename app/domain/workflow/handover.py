"""A record of hand-over: its number, what it lists, and what a receiver finds who scans it back."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.errors import DeskError
from app.domain.forms.paper_number import paper_number
from app.domain.text import cited

HANDOVER_SERIES = "BBBG"
"""Biên bản bàn giao, as Decree 30/2020/NĐ-CP abbreviates records (BB)."""
MOST_LINES = 500
_NUMBER = re.compile(r"0*(\d{1,6})(?:-[Qq](\d{1,2}))?(?:/BBBG)?(?:/(\d{4}))?", re.IGNORECASE)


class NotARecordNumber(DeskError):
    """It is no number of a record of hand-over. Facts: text."""


class UnknownRecord(DeskError):
    """No record has this number. Facts: number, year."""


class EmptyStack(DeskError):
    """Nothing was scanned."""


class StackTooHigh(DeskError):
    """More dossiers than one record takes. Facts: most."""


@dataclass(frozen=True, slots=True)
class RecordNumber:
    """A number of the run of its year; `station` 0 is the office's run."""

    year: int
    number: int
    station: int = 0

    def __str__(self) -> str:
        """As it stands on the record: ``0012/BBBG``, of station 2 ``0012-Q2/BBBG``."""
        return paper_number(HANDOVER_SERIES, self.number, self.station)


def read_record_number(text: str, *, year: int) -> RecordNumber:
    """Read ``12``, ``0012/BBBG``, ``0012-Q2/BBBG`` or ``12/2026``; `year` if it names none.

    Raises:
        NotARecordNumber: it is none of them.
    """
    match = _NUMBER.fullmatch(text.strip())
    if match is None:
        raise NotARecordNumber(text=cited(text))
    return RecordNumber(int(match[3] or year), int(match[1]), int(match[2] or 0))


@dataclass(frozen=True, slots=True)
class HandedDossier:
    """One line of a record, as it was when it was made.

    `originals` and `copies` count the sheets of papers that went along; `code` is the one the
    papers bore then.
    """

    dossier_id: int
    code: str
    applicant: str
    procedure: str
    originals: int
    copies: int
    due_at: datetime | None = None


class Difference(StrEnum):
    """What a receiver found otherwise than the record says."""

    MISSING = "MISSING"
    EXTRA = "EXTRA"
    TWICE = "TWICE"


@dataclass(frozen=True, slots=True)
class Counted:
    """One scanning back of a stack, by the keys that were scanned; each in its order."""

    taken: tuple[int, ...]
    missing: tuple[int, ...]
    twice: tuple[int, ...]
    extra: tuple[int, ...]


def count_stack(
    listed: Sequence[int], scanned: Iterable[int], taken_before: Collection[int] = ()
) -> Counted:
    """Hold what was `scanned` against what is `listed`.

    Args:
        listed: rows of the record's dossiers.
        scanned: rows in the order of the scanner.
        taken_before: those of `listed` that were taken over earlier.
    """
    taken: list[int] = []
    twice: list[int] = []
    extra: list[int] = []
    there = set(taken_before)
    for one in scanned:
        if one in there:
            twice.append(one)
        elif one in listed:
            taken.append(one)
            there.add(one)
        elif one in extra:
            twice.append(one)
        else:
            extra.append(one)
    missing = tuple(one for one in listed if one not in there)
    return Counted(tuple(taken), missing, tuple(dict.fromkeys(twice)), tuple(extra))
