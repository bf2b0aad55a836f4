"""Where a dossier's money stands, and what moving it answers."""

from dataclasses import dataclass

from app.answers.dossier import DossierChanged
from app.domain.changes import Changed
from app.domain.money.fee import FeeLine
from app.domain.money.payment import Account, Payment, PaymentKind


@dataclass(frozen=True, slots=True)
class MoneyMoved:
    """A slip was written: the dossier's answer, the slip, and where its money stands now."""

    dossier: DossierChanged
    payment: Payment
    account: Account
    changed: Changed = Changed.DOSSIERS | Changed.OUTBOX | Changed.MONEY


@dataclass(frozen=True, slots=True)
class DossierMoney:
    """What a dossier costs, every slip of it (oldest first), and where its money stands.

    `copies` of the result are paid for; None where no fee counts them.
    """

    dossier_id: int
    dossier_code: str
    version: int
    lines: tuple[FeeLine, ...]
    payments: tuple[Payment, ...]
    account: Account
    copies: int | None = None

    @property
    def in_force(self) -> tuple[Payment, ...]:
        """The slips of money taken that were not voided, oldest first."""
        voided = {one.reverses for one in self.payments if one.kind is PaymentKind.VOID}
        return tuple(
            one
            for one in self.payments
            if one.kind is PaymentKind.COLLECT and one.slip not in voided
        )


@dataclass(frozen=True, slots=True)
class FeesChanged(DossierChanged):
    """What a dossier costs was changed; `money` is how it stood then.

    None only of a request that an earlier version of the program answered.
    """

    money: DossierMoney | None = None
