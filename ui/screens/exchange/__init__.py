"""Đồng bộ: what waits for the province, writing it to a stick, taking the answers back."""

from ui.screens.exchange.actions import ExchangeActions
from ui.screens.exchange.screen import ExchangeScreen

__all__ = ["ExchangeActions", "ExchangeScreen"]
