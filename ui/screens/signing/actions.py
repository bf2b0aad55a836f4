"""What the *Chờ ký* screen asks of the desk."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.answers.certification import AwaitingSignature
from app.answers.dossier import DossierChanged
from app.domain.errors import DeskError


@dataclass(frozen=True, slots=True)
class SigningActions:
    """Synchronous calls on the records queue.

    Attributes:
        now: the clock.
        pile: dossiers with papers to be signed, what is due first at the top.
        mark_signed: these dossiers are signed and sealed, all or none; may raise `DeskError`.
        say: the sentence of a refusal.
    """

    now: Callable[[], datetime]
    pile: Callable[[], tuple[AwaitingSignature, ...]]
    mark_signed: Callable[[Sequence[int]], tuple[DossierChanged, ...]]
    say: Callable[[DeskError], str]
