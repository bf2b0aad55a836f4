"""Which paper a form is printed on, which of its copies, and how a reprint is marked."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.errors import DeskError


class Paper(StrEnum):
    """Papers by the names the command line takes; A4X2 is both copies on one A4 to be cut."""

    A4 = "a4"
    A5 = "a5"
    A4X2 = "a4x2"
    ROLL_80MM = "80mm"
    LABEL = "50x30"


STRIPS = frozenset({Paper.ROLL_80MM, Paper.LABEL})
"""Papers that come off a roll: one copy at a time, whatever copies are asked for."""


class PaperNotOffered(DeskError):
    """The form is not offered on this paper. Facts: paper, form, offered (comma-separated)."""


class ReprintReasonMissing(DeskError):
    """The form was printed on this paper before: why again? Facts: form, paper."""


class Copy(StrEnum):
    """The two copies (liên) of a slip: the one kept at the desk and the one handed over."""

    KEPT = "KEPT"
    GIVEN = "GIVEN"


BOTH = (Copy.KEPT, Copy.GIVEN)
"""Both copies, in the order the form's own line names them."""


@dataclass(frozen=True, slots=True)
class CopyMark:
    """What tells one print from another: the copies printed, and how often it was reprinted.

    `reprint` 0 is the first print of a form at a size; n prints "Bản in lại lần n". A preview
    shows what nobody has stored yet. A print of a practice office is good for nothing and says so.
    """

    reprint: int = 0
    copies: tuple[Copy, ...] = BOTH
    is_preview: bool = False
    is_practice: bool = False


FIRST_PRINT = CopyMark()
"""Both copies, not a reprint."""
PREVIEW = CopyMark(copies=(Copy.GIVEN,), is_preview=True)
"""The copy to be handed over, before anything is stored."""
