"""What the palette asks of the desk."""

from app.usecases import lookup
from app.wiring.session import Session
from ui.shell.palette_entries import PaletteActions


def palette_actions(session: Session) -> PaletteActions:
    """Bind them to `session`."""
    return PaletteActions(
        dossiers=lambda text: lookup.find(session.desk, text),
        procedures=lambda text: lookup.find_procedures(
            session.desk, text, session.clock.now(), most=8
        ),
        people=lambda text: lookup.find_people(session.desk, text),
    )
