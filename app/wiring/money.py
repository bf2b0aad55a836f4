"""The dossier screen's verbs about money."""

from app.domain.actor import Actor
from app.domain.answers import DossierChanged, MoneyMoved
from app.domain.dossier import Dossier
from app.domain.fee import Exemption
from app.domain.payment import PaymentRequest, SlipNumber
from app.domain.tariff import ExemptionGround, TariffMissing
from app.printing.slip_content import slip_form
from app.usecases import fees, tariffs
from app.usecases.desk import Desk
from app.usecases.progress import Opened
from app.wiring.session import Session
from ui.screens.dossier.money_actions import GiveBack, MoneyActions
from ui.screens.dossier.seen import Seen


def money_actions(session: Session) -> MoneyActions:
    """Bind them to `session`."""
    verbs = _Verbs(session)
    return MoneyActions(
        of=lambda dossier_id: fees.money_of(session.desk, dossier_id),
        grounds=verbs.grounds,
        collect=verbs.collect,
        refund=verbs.refund,
        void=verbs.void,
        waive=verbs.waive,
        form_of=slip_form,
    )


class _Verbs:
    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def _here(self) -> tuple[Desk, Actor]:
        return self._session.desk, self._session.actor

    def grounds(self, dossier: Dossier) -> tuple[ExemptionGround, ...]:
        try:
            return tariffs.tariff_of(self._session.desk, dossier.received_at.date()).grounds
        except TariffMissing:
            return ()

    def collect(self, seen: Seen, asked: PaymentRequest) -> MoneyMoved:
        return fees.collect_fee(*self._here, _opened(seen), asked)

    def refund(self, seen: Seen, back: GiveBack) -> MoneyMoved:
        refund = fees.Refund(
            back.slip, back.reason, back.amount, back.method, reference=back.reference
        )
        return fees.refund_payment(*self._here, _opened(seen), refund)

    def void(self, seen: Seen, slip: SlipNumber, reason: str) -> MoneyMoved:
        return fees.void_payment(*self._here, _opened(seen), slip, reason=reason)

    def waive(self, seen: Seen, exemption: Exemption) -> DossierChanged:
        return fees.waive_fee(*self._here, _opened(seen), exemption)


def _opened(seen: Seen) -> Opened:
    return Opened(seen.dossier_id, seen.version)
