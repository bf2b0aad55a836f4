"""The first start: what the office is called, and the head of its papers."""

from ui.screens.first_run.screen import FirstRunActions, FirstRunAnswers, FirstRunScreen

__all__ = ["FirstRunActions", "FirstRunAnswers", "FirstRunScreen"]
