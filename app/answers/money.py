"""Where a dossier's money stands, and what moving it answers."""

from dataclasses import dataclass

from app.answers.dossier import DossierChanged
from app.domain.changes import Changed
from app.domain.money.fee import FeeLine
from app.domain.money.payment import Account, Payment


@dataclass(frozen=True, slots=True)
class MoneyMoved:
    """A slip was written: the dossier's answer, the slip, and where its money stands now."""

    dossier: DossierChanged
    payment: Payment
    account: Account
    changed: Changed = Changed.DOSSIERS | Changed.OUTBOX | Changed.MONEY


@dataclass(frozen=True, slots=True)
class DossierMoney:
    """What a dossier costs, every slip of it (oldest first), and where its money stands."""

    dossier_id: int
    dossier_code: str
    version: int
    lines: tuple[FeeLine, ...]
    payments: tuple[Payment, ...]
    account: Account
