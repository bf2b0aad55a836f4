"""What the dossier screen asks of the desk about money."""

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.answers import DossierChanged, DossierMoney, MoneyMoved
from app.domain.dossier import Dossier
from app.domain.fee import Exemption
from app.domain.payment import Method, PaymentRequest, SlipNumber
from app.domain.tariff import ExemptionGround
from ui.screens.dossier.seen import Seen


@dataclass(frozen=True, slots=True)
class GiveBack:
    """What is given back of a slip: `amount` None is all that is left of it."""

    slip: SlipNumber
    amount: int | None
    method: Method
    reference: str
    reason: str


@dataclass(frozen=True, slots=True)
class MoneyActions:
    """Synchronous verbs on the records lane; each act raises `DeskError` when it is refused.

    Attributes:
        of: what a dossier costs and its slips.
        grounds: on what grounds it may be exempt; none where no tariff is in force.
        collect: takes money.
        refund: gives money of a slip back.
        void: undoes a slip written in error; the reason.
        waive: exempts what is not yet exempt.
        form_of: the name of a slip among the dossier's forms.
    """

    of: Callable[[int], DossierMoney]
    grounds: Callable[[Dossier], tuple[ExemptionGround, ...]]
    collect: Callable[[Seen, PaymentRequest], MoneyMoved]
    refund: Callable[[Seen, GiveBack], MoneyMoved]
    void: Callable[[Seen, SlipNumber, str], MoneyMoved]
    waive: Callable[[Seen, Exemption], DossierChanged]
    form_of: Callable[[SlipNumber], str]
