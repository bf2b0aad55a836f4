"""Bàn giao hồ sơ: stacks given to agencies and scanned back."""

from ui.screens.handover.actions import HandoverActions
from ui.screens.handover.screen import HandoverScreen

__all__ = ["HandoverActions", "HandoverScreen"]
