"""Sổ quỹ ngày: the day's slips, what they come to, and the drawer counted and closed."""

from ui.screens.cash.actions import CashActions
from ui.screens.cash.screen import CashScreen

__all__ = ["CashActions", "CashScreen"]
