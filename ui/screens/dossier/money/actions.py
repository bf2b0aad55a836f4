"""What the dossier screen asks of the desk about money."""

from collections.abc import Callable
from dataclasses import dataclass

from app.answers.dossier import DossierChanged
from app.answers.money import DossierMoney, MoneyMoved
from app.domain.dossier.dossier import Dossier
from app.domain.dossier.opened import Opened
from app.domain.money.fee import Exemption
from app.domain.money.ground import ExemptionGround
from app.domain.money.payment import PaymentRequest, Refund, SlipNumber


@dataclass(frozen=True, slots=True)
class MoneyActions:
    """What the screen calls, on the records queue; each raises `DeskError` when it is refused.

    Attributes:
        of: what a dossier costs and its slips.
        grounds: on what grounds its fee may be less; none where no tariff is in force.
        collect: takes money; for how many copies of the result, where the fee counts them.
        refund: gives money of a slip back.
        void: undoes a slip written in error; the reason.
        waive: exempts what is not yet exempt.
        note_receipt: notes the number of the electronic receipt of a slip.
    """

    of: Callable[[int], DossierMoney]
    grounds: Callable[[Dossier], tuple[ExemptionGround, ...]]
    collect: Callable[[Opened, PaymentRequest, int | None], MoneyMoved]
    refund: Callable[[Opened, Refund], MoneyMoved]
    void: Callable[[Opened, SlipNumber, str], MoneyMoved]
    waive: Callable[[Opened, Exemption], DossierChanged]
    note_receipt: Callable[[Opened, SlipNumber, str], MoneyMoved]
