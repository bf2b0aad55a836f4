"""Sổ theo dõi: a month in figures, the dossiers behind each, the register as paper and sheet."""

from ui.screens.register.actions import RegisterActions
from ui.screens.register.screen import RegisterScreen

__all__ = ["RegisterActions", "RegisterScreen"]
