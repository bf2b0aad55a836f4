"""Danh mục and lịch: what the office may receive, and which days count."""

from ui.screens.reference_data.actions import ReferenceActions
from ui.screens.reference_data.screen import ReferenceScreen

__all__ = ["ReferenceActions", "ReferenceScreen"]
