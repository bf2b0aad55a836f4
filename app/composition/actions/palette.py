"""What the palette asks of the desk."""

from app.composition.session.session import Session
from app.usecases.queries import lookup
from ui.shell.cards.palette_entries import PaletteActions


def palette_actions(session: Session) -> PaletteActions:
    """Bind them to `session`."""
    return PaletteActions(
        dossiers=session.bound(lookup.find),
        procedures=lambda text: lookup.find_procedures(
            session.desk, session.actor, text, session.clock.now(), most=8
        ),
        people=session.bound(lookup.find_people),
    )
