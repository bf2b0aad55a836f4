"""The palette over a window: what it offers there, and what choosing does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.answers import PersonOffer, ProcedureChoice
from ui.screen import IntakePlace, Place
from ui.shell.commands import Deeds, commands
from ui.shell.palette import Palette
from ui.shell.palette_entries import Chosen, PaletteActions
from ui.work import Work

if TYPE_CHECKING:
    from ui.shell.window import DeskWindow


def make_palette(window: DeskWindow, actions: PaletteActions, work: Work) -> Palette:
    """The palette of `window`, not yet shown."""
    deeds = Deeds(
        go=window.go,
        take_key=window.take_key,
        show_keys=window.show_keys,
        show_drawer=window.show_drawer,
        read_clipboard=window.read_clipboard,
        read_picture=window.read_picture,
        toggle_citizen=window.citizen.toggle,
    )
    return Palette(commands(window.places, deeds), actions, _chosen(window), work, window)


def _chosen(window: DeskWindow) -> Chosen:
    def intake() -> IntakePlace:
        window.go(Place.INTAKE)
        screen = window.screen_at(Place.INTAKE)
        assert isinstance(screen, IntakePlace)  # noqa: S101 - what stands there
        return screen

    def procedure(choice: ProcedureChoice) -> None:
        intake().take_procedure(choice)

    def person(offer: PersonOffer) -> None:
        intake().take_person(offer)

    return Chosen(dossier=window.open_dossier, procedure=procedure, person=person)
