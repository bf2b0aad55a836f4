"""The intake screen: papers on the counter become a dossier with a promise and a receipt."""

from ui.screens.intake.actions import (
    Cost,
    IntakeActions,
    PromiseDay,
    PromisePreview,
)
from ui.screens.intake.screen import IntakeScreen

__all__ = [
    "Cost",
    "IntakeActions",
    "IntakeScreen",
    "PromiseDay",
    "PromisePreview",
]
