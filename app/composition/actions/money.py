"""The dossier screen's actions about money."""

from functools import partial

from app.composition.session.session import Session
from app.domain.dossier.dossier import Dossier
from app.domain.money.tariff import ExemptionGround, TariffMissing
from app.usecases.money import fees, tariffs
from ui.screens.dossier.money.actions import MoneyActions


def money_actions(session: Session) -> MoneyActions:
    """Bind them to `session`."""
    return MoneyActions(
        of=lambda dossier_id: fees.money_of(session.desk, session.actor, dossier_id),
        grounds=partial(_grounds, session),
        collect=lambda opened, asked: fees.collect_fee(session.desk, session.actor, opened, asked),
        refund=lambda opened, refund: fees.refund_payment(
            session.desk, session.actor, opened, refund
        ),
        void=lambda opened, slip, reason: fees.void_payment(
            session.desk, session.actor, opened, slip, reason=reason
        ),
        waive=lambda opened, exemption: fees.waive_fee(
            session.desk, session.actor, opened, exemption
        ),
    )


def _grounds(session: Session, dossier: Dossier) -> tuple[ExemptionGround, ...]:
    try:
        return tariffs.tariff_of(session.desk, session.actor, dossier.received_at.date()).grounds
    except TariffMissing:
        return ()
