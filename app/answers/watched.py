"""What the program watches by itself: the checks of the data, and room on their disk."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found.

    Attributes:
        at: when.
        problem: what is wrong, in a sentence; empty where everything is whole.
        is_grave: the records themselves are damaged, so that nothing more is to be written.
        dossiers, ledger_rows, papers: what was read.
    """

    at: datetime
    problem: str = ""
    is_grave: bool = False
    dossiers: int = 0
    ledger_rows: int = 0
    papers: int = 0


@dataclass(frozen=True, slots=True)
class Watched:
    """How the data stand; `room` in bytes, on the disk of the data folder.

    Attributes:
        room: how much is left.
        is_room_low: a person should make some.
        deep: the last check of everything; None without any.
        quick: the last quick check, as after a power cut.
        is_deep_due: everything is to be checked again.
        was_cut_short: the program ended without closing, and nothing was checked since.
    """

    room: int
    is_room_low: bool
    deep: Checked | None = None
    quick: Checked | None = None
    is_deep_due: bool = False
    was_cut_short: bool = False

    @property
    def worst(self) -> Checked | None:
        """The newest check that found something wrong which no later one of its kind cleared."""
        wrong = [one for one in (self.quick, self.deep) if one is not None and one.problem]
        return max(wrong, key=lambda one: (one.is_grave, one.at), default=None)
