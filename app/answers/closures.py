"""What a closure of the desk does to promises: looked at before it is declared, and afterwards."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import NamedTuple

from app.domain.changes import Changed
from app.domain.clock import utc_text
from app.domain.deadline.calendar_year import Closure
from app.domain.deadline.closures import Declaration

MOST_SHOWN = 500
"""Rows of a review that are shown; files hold all of them."""


class MovedPromise(NamedTuple):
    """An open promise that is counted otherwise, and whom to call.

    `was_overdue`: it was overdue when it was counted anew; `is_overdue`: by the new time it is.
    `has_ended` is said of a list made later.
    """

    dossier_id: int
    code: str
    name: str
    phone: str
    procedure: str
    old_due_at: datetime | None
    new_due_at: datetime | None
    was_overdue: bool = False
    is_overdue: bool = False
    has_ended: bool = False


@dataclass(slots=True)
class _Counting:
    count: int = 0
    relieved: int = 0
    overdue: int = 0


class ReviewTally:
    """Counts the rows of a review as they come; keeps the first of them and a digest of all."""

    def __init__(self, most: int = MOST_SHOWN) -> None:
        self._most = most
        self._digest = sha256()
        self._counts = _Counting()
        self.shown: list[MovedPromise] = []

    def add(self, rows: Iterable[MovedPromise]) -> None:
        """Count these too."""
        counts = self._counts
        for row in rows:
            counts.count += 1
            counts.relieved += row.was_overdue and not row.is_overdue
            counts.overdue += row.is_overdue and not row.was_overdue
            times = (utc_text(at) if at else "" for at in (row.old_due_at, row.new_due_at))
            self._digest.update(f"{row.dossier_id} {' '.join(times)}\n".encode())
            if len(self.shown) < self._most:
                self.shown.append(row)

    def moves(self) -> "CalendarReview":
        """What was counted, whatever the reason."""
        counts = self._counts
        return CalendarReview(tuple(self.shown), counts.count, counts.relieved, counts.overdue)

    def review(self, closure: Closure, undoes: int | None = None) -> "ClosureReview":
        """What was counted of a closure."""
        counts = self._counts
        return ClosureReview(
            closure, tuple(self.shown), counts.count, counts.relieved, counts.overdue,
            self._digest.hexdigest(), undoes,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class CalendarReview:
    """What another calendar would do: fields as of `ClosureReview`."""

    rows: tuple[MovedPromise, ...]
    count: int
    relieved: int
    overdue: int


@dataclass(frozen=True, slots=True)
class ClosureReview:
    """What a closure, or the undoing of the declaration `undoes`, would do.

    `rows` are the first of `count` promises that change. `relieved` of them were overdue and are
    no longer, `overdue` become so. `digest` is of all rows: what is done is what was looked at.
    """

    closure: Closure
    rows: tuple[MovedPromise, ...]
    count: int
    relieved: int
    overdue: int
    digest: str
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class ClosureDeclared:
    """A closure was declared or undone, with `moved` promises counted anew."""

    number: int
    moved: int
    ledger_hash: str
    changed: Changed = Changed.CALENDAR | Changed.SETTINGS | Changed.DOSSIERS | Changed.OUTBOX


@dataclass(frozen=True, slots=True)
class ClosureEntry:
    """A declaration as it is listed: how many promises it moved, and by which it was undone."""

    declaration: Declaration
    moved: int
    undone_by: int | None = None

    @property
    def is_in_force(self) -> bool:
        """Whether it closes the desk and nobody undid it."""
        return self.declaration.undoes is None and self.undone_by is None
