"""The *Danh sách hồ sơ* screen: any list narrowed down, kept as a sheet; a stack finished."""

from ui.screens.lists.actions import ListsActions
from ui.screens.lists.screen import ListsScreen

__all__ = ["ListsActions", "ListsScreen"]
