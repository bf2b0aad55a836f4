"""The palette over a window: what it offers there, and what choosing does."""

from app.answers.catalogue import ProcedureChoice
from app.answers.people import PersonOffer
from ui.intake_place import IntakePlace
from ui.screen import Place
from ui.shell.cards.commands import WindowActions, commands
from ui.shell.cards.palette import Palette
from ui.shell.cards.palette_entries import Chosen, PaletteActions
from ui.shell.window import DeskWindow
from ui.work import Work


def make_palette(
    window: DeskWindow, own: WindowActions, actions: PaletteActions, work: Work
) -> Palette:
    """The palette of `window`, not yet shown."""
    return Palette(commands(window.places, own), actions, _chosen(window), work, window)


def intake_of(window: DeskWindow) -> IntakePlace:
    """The screen where a new dossier begins, brought to the front."""
    window.go(Place.INTAKE)
    screen = window.screen_at(Place.INTAKE)
    assert isinstance(screen, IntakePlace)  # noqa: S101 - what stands there
    return screen


def _chosen(window: DeskWindow) -> Chosen:
    def procedure(choice: ProcedureChoice) -> None:
        intake_of(window).take_procedure(choice)

    def person(offer: PersonOffer) -> None:
        intake_of(window).take_person(offer)

    return Chosen(dossier=window.open_dossier, procedure=procedure, person=person)
