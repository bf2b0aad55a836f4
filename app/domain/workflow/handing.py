"""Where the papers of a dossier went: every time they were handed over."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from app.domain.catalogue.procedure import Step
from app.domain.errors import FieldError

DESK = ""
"""The one-stop desk among agencies, whatever the office calls it."""


class NotTakenOver(FieldError):
    """Whom it was handed over to has not scanned it back. Facts: field, code, agency, record."""


class LiesThere(FieldError):
    """It lies there already. Facts: field, code, agency."""


class LiesElsewhere(FieldError):
    """It lies elsewhere than the first of its stack. Facts: field, code, agency, expected."""


@dataclass(frozen=True, slots=True)
class Handing:
    """One time the papers were handed over.

    `agency` is to whom (`DESK`: back to the one-stop desk), `record` the number of the record it
    stands in. `step` is what begins with it, `left` what ends, with the limits that were in force:
    a limit that is changed later changes nothing that was. `taken_at` is when the receiver scanned
    it back; `missed_at` when they counted the stack and did not find it: unless it is taken later,
    it never left.
    """

    agency: str
    handed_at: datetime
    handed_by: str
    record: str
    step: Step | None = None
    left: Step | None = None
    taken_at: datetime | None = None
    taken_by: str = ""
    missed_at: datetime | None = None

    @property
    def counts(self) -> bool:
        """Whether the papers went: not those the receiver did not find."""
        return self.taken_at is not None or self.missed_at is None

    @property
    def since(self) -> datetime:
        """When the receiver's time began: with the hand-over, of what was missed when it came."""
        if self.missed_at is not None and self.taken_at is not None:
            return self.taken_at
        return self.handed_at

    @property
    def is_on_its_way(self) -> bool:
        """Whether the receiver has neither taken nor missed it yet."""
        return self.taken_at is None and self.missed_at is None


def last_place(handings: Iterable[Handing]) -> str:
    """The agency whose clock runs: where the papers went last."""
    return next((one.agency for one in reversed(tuple(handings)) if one.counts), DESK)


def last_position(handings: Iterable[Handing]) -> int:
    """The position of the last step that was begun or ended; 0 before the first."""
    steps = (step for one in handings if one.counts for step in (one.left, one.step) if step)
    return max((step.position for step in steps), default=0)
