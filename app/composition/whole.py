"""The whole window at once, for pictures and the tour."""

from app.composition.desk import Desk
from app.composition.session.session import Session
from app.composition.session.words import say
from app.composition.window import bare_window
from ui.screen import Place
from ui.screens.home.frame import HomeFrame
from ui.shell.window import DeskWindow
from ui.work import Work


def desk_window(session: Session, work: Work) -> DeskWindow:
    """The desk's window with everything in it, not yet shown; it hears no scanner."""
    window = bare_window(session.clock, session.station, work, say, lambda: None)
    Desk(session, work, listens=False).furnish(window, HomeFrame())
    window.go(Place.HOME)
    return window
