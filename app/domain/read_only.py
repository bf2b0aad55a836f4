"""Why an office may only be looked at for now: a refusal for each reason, which every change meets.

Looking goes on. Whoever finds a reason says so (`ReadOnly.begin`), and ends it when it has passed.
"""

from collections.abc import Mapping
from enum import StrEnum

from app.domain.errors import DeskError
from app.domain.permission import Permission


class Reason(StrEnum):
    """Why, the gravest first."""

    LOSS = "LOSS"
    """What was once answered as kept is no longer there."""
    DAMAGE = "DAMAGE"
    """A check found something that is not what it must be."""
    DISK = "DISK"
    """There is no room left on the disk, nor a reserve that could be let go."""
    FOLDER = "FOLDER"
    """The system does not let the data folder be written."""


PASSING = frozenset({Reason.DISK, Reason.FOLDER})
"""What somebody may have mended by the next time one tries."""


ALLOWED: Mapping[Reason, frozenset[Permission]] = {
    Reason.LOSS: frozenset({Permission.ACCEPT_LOSS}),
    Reason.DAMAGE: frozenset(),
    Reason.DISK: frozenset(),
    Reason.FOLDER: frozenset(),
}
"""What is done all the same, by the reason that stands against the rest."""


class ReadOnly:
    """What stands against changes at one desk; nothing does at first."""

    def __init__(self) -> None:
        self._refusals: dict[Reason, DeskError] = {}

    def begin(self, reason: Reason, refusal: DeskError) -> None:
        """Refuse changes from now on; `refusal` says to whoever tries what to do about it."""
        self._refusals[reason] = refusal

    def end(self, reason: Reason) -> None:
        """`reason` has passed; others may still stand."""
        self._refusals.pop(reason, None)

    @property
    def passing(self) -> frozenset[Reason]:
        """The reasons that stand and may have passed."""
        return PASSING & self._refusals.keys()

    @property
    def reason(self) -> Reason | None:
        """The gravest one; None while everything may be changed."""
        return next((reason for reason in Reason if reason in self._refusals), None)

    @property
    def refusal(self) -> DeskError | None:
        """What it says, each time a new error to be raised; None while all may be changed."""
        reason = self.reason
        return None if reason is None else _anew(self._refusals[reason])

    def require(self, permission: Permission) -> None:
        """Let pass what may be done for every reason there is.

        Raises:
            DeskError: the refusal of the gravest reason that stands against it.
        """
        for reason in Reason:
            refusal = self._refusals.get(reason)
            if refusal is not None and permission not in ALLOWED[reason]:
                raise _anew(refusal)


def _anew(refusal: DeskError) -> DeskError:
    """The same without the story of where it was raised before."""
    return type(refusal)(**refusal.facts)
