"""Sentences and terms of `app` in the window's language."""

from PySide6.QtCore import QCoreApplication

from app.domain.errors import DeskError
from app.wording import refusals


def say(error: DeskError) -> str:
    """The sentence of a refusal in the window's language."""
    return refusals.say(error, in_window)


def in_window(source: str) -> str:
    """One text of `app` in the window's language."""
    return QCoreApplication.translate("Sentences", source)
