"""The home screen: the day in numbers, and the list behind each."""

from ui.screens.home.actions import HomeActions
from ui.screens.home.screen import HomeScreen

__all__ = ["HomeActions", "HomeScreen"]
