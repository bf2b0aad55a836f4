"""Keys of a screen or of a part of it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def bind_key(
    owner: QWidget,
    key: str,
    action: Callable[[], object],
    context: Qt.ShortcutContext = Qt.ShortcutContext.WidgetWithChildrenShortcut,
) -> None:
    """Call `action` on `key` wherever in `owner` the focus is, or as far as `context` says."""
    shortcut = QShortcut(QKeySequence(key), owner)
    shortcut.setContext(context)
    shortcut.activated.connect(action)


def bind_submit(
    owner: QWidget,
    action: Callable[[], object],
    context: Qt.ShortcutContext = Qt.ShortcutContext.WidgetWithChildrenShortcut,
) -> None:
    """Call `action` on Ctrl+Enter, of either Enter key."""
    for key in ("Ctrl+Return", "Ctrl+Enter"):
        bind_key(owner, key, action, context)
