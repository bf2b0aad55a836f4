"""One dossier opened, with everything that can be done to it."""

from ui.screens.dossier.actions import Corrected, DossierActions, PrintDone, Seen
from ui.screens.dossier.screen import DossierScreen

__all__ = ["Corrected", "DossierActions", "DossierScreen", "PrintDone", "Seen"]
