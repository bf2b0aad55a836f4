"""Type as a person does, key by key, for the tour; fields are found by their accessible names."""

from itertools import count

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

_hand = count(1_000, 140)
"""Milliseconds at which keys are stamped: a hand's pace, whatever the machine's."""


class FieldNotFound(LookupError):
    """No visible field of that name: a bug of the tour or of the screen."""


def type_into(screen: QWidget, name: str, text: str) -> None:
    """Go to the field called `name` and type `text`."""
    field = next(
        (
            one
            for one in screen.findChildren(QLineEdit)
            if one.accessibleName().startswith(name) and one.isVisible()
        ),
        None,
    )
    if field is None:
        raise FieldNotFound(name)
    field.setFocus(Qt.FocusReason.TabFocusReason)
    for letter in text:
        _send(field, 0, Qt.KeyboardModifier.NoModifier, letter)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press one key where the focus is; shortcuts of the window are heard."""
    widget = QApplication.focusWidget()
    if widget is None:
        raise FieldNotFound("focus")
    override = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifier)
    override.setAccepted(False)
    QCoreApplication.sendEvent(widget, override)
    if not override.isAccepted() and _shortcut(widget, key, modifier):
        return
    _send(widget, key, modifier, "")


def _send(widget: QWidget, key: int, modifier: Qt.KeyboardModifier, letter: str) -> None:
    at = next(_hand)
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, modifier, letter)
        event.setTimestamp(at)
        QCoreApplication.sendEvent(widget, event)


def _shortcut(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier) -> bool:
    """Fire the shortcut of these keys, if the window has one that may be heard now."""
    wanted = QKeySequence(modifier.value | key.value)
    for shortcut in widget.window().findChildren(QShortcut):
        owner = shortcut.parent()
        is_heard = isinstance(owner, QWidget) and owner.isVisible() and shortcut.isEnabled()
        if is_heard and shortcut.key() == wanted:
            shortcut.activated.emit()
            return True
    return False
