"""Chờ ký: certified papers that wait for signature and seal."""

from ui.screens.signing.actions import SigningActions
from ui.screens.signing.screen import SigningScreen

__all__ = ["SigningActions", "SigningScreen"]
