"""One dossier opened, with everything that can be done to it."""

from ui.screens.dossier.actions import DossierActions
from ui.screens.dossier.screen import DossierScreen

__all__ = ["DossierActions", "DossierScreen"]
