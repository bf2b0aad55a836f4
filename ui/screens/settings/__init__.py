"""Cài đặt: the office, its codes, deadlines, printing, look, hours and backups."""

from ui.screens.settings.actions import (
    BackupDone,
    CopiesActions,
    RestoreDone,
    SettingsActions,
    SettingsView,
)
from ui.screens.settings.screen import SettingsScreen

__all__ = [
    "BackupDone",
    "CopiesActions",
    "RestoreDone",
    "SettingsActions",
    "SettingsScreen",
    "SettingsView",
]
