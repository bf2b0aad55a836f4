"""What the palette asks of the desk."""

from app.composition.session.session import Session
from app.usecases.queries import lookup
from ui.shell.cards.palette_entries import PaletteActions

_MOST = 8


def palette_actions(session: Session) -> PaletteActions:
    """Bind them to `session`; of each no more is asked for than a palette shows."""
    return PaletteActions(
        dossiers=lambda text: lookup.find(session.desk, session.actor, text, most=_MOST),
        procedures=lambda text: lookup.find_procedures(
            session.desk, session.actor, text, session.clock.now(), most=_MOST
        ),
        people=session.bound(lookup.find_people),
    )
