"""The *Kết thúc ngày* screen: what was done, what is left, and the sheet the day ends with."""

from ui.screens.day.actions import DayActions
from ui.screens.day.screen import DayScreen

__all__ = ["DayActions", "DayScreen"]
