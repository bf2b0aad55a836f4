"""The *Chờ ký* screen's actions."""

from app.answers.certification import by_due_time
from app.composition.session.session import Session
from app.composition.session.words import say
from app.usecases.certification import certifying
from ui.screens.signing import SigningActions


def signing_actions(session: Session) -> SigningActions:
    """Bind them to `session`."""
    return SigningActions(
        now=session.clock.now,
        pile=lambda: by_due_time(certifying.awaiting_signature(session.desk, session.actor)),
        mark_signed=lambda ids: certifying.mark_signed(session.desk, session.actor, ids),
        say=say,
    )
