"""The dossier screen's actions about money."""

from functools import partial

from app.composition.session.session import Session
from app.domain.dossier.dossier import Dossier
from app.domain.money.ground import ExemptionGround
from app.domain.money.tariff import TariffMissing
from app.usecases.money import fees, tariffs
from ui.screens.dossier.money.actions import MoneyActions


def money_actions(session: Session) -> MoneyActions:
    """Bind them to `session`."""
    return MoneyActions(
        of=session.bound(fees.money_of),
        grounds=partial(_grounds, session),
        collect=session.bound(fees.collect_fee),
        refund=session.bound(fees.refund_payment),
        void=lambda opened, slip, reason: fees.void_payment(
            session.desk, session.actor, opened, slip, reason=reason
        ),
        note_receipt=session.bound(fees.note_receipt),
        waive=session.bound(fees.waive_fee),
    )


def _grounds(session: Session, dossier: Dossier) -> tuple[ExemptionGround, ...]:
    try:
        return tariffs.grounds_of(session.desk, session.actor, dossier)
    except TariffMissing:
        return ()
