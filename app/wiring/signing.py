"""The *Chờ ký* screen's verbs."""

from app.domain.certification_views import by_due_time
from app.usecases import certifying
from app.wiring.session import Session
from app.wiring.tongue import say
from ui.screens.signing import SigningActions


def signing_actions(session: Session) -> SigningActions:
    """Bind them to `session`."""
    return SigningActions(
        now=session.clock.now,
        pile=lambda: by_due_time(certifying.awaiting_signature(session.desk)),
        mark_signed=lambda ids: certifying.mark_signed(session.desk, session.actor, ids),
        say=say,
    )
