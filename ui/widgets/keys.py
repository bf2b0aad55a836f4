"""Keys of a screen or of a part of it."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QWidget

from ui.keys import Key, key_sequence

ENTERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


def is_command(event: QKeyEvent) -> bool:
    """Whether it is a letter or digit with Alt: a key of the table, and typed nowhere.

    That holds where the key means nothing, too. Ctrl with Alt is how some keyboards send AltGr,
    which types.
    """
    held = event.modifiers()
    is_letter = bool(event.text()) and event.text().isprintable()
    if not is_letter or held & Qt.KeyboardModifier.ControlModifier:
        return False
    return bool(held & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier))


def bind_key(
    owner: QWidget,
    key: str,
    action: Callable[[], object],
    context: Qt.ShortcutContext = Qt.ShortcutContext.WidgetWithChildrenShortcut,
) -> None:
    """Call `action` on `key` wherever in `owner` the focus is, or as far as `context` says.

    Args:
        owner: the screen, or the part of it.
        key: a `Key`, or one of its numbered ones by `nth_key`.
        action: what is done; once however long the key is held, arrows aside.
        context: where it works.
    """
    shortcut = QShortcut(QKeySequence(key_sequence(key)), owner)
    shortcut.setContext(context)
    shortcut.setAutoRepeat(key in Key.UP_DOWN.split())
    shortcut.activated.connect(action)


def bind_submit(
    owner: QWidget,
    action: Callable[[], object],
    context: Qt.ShortcutContext = Qt.ShortcutContext.WidgetWithChildrenShortcut,
) -> None:
    """Call `action` on `Key.DO`, of either Enter key."""
    for key in (Key.DO, Key.DO.replace("Enter", "Return")):
        bind_key(owner, key, action, context)


def bound_to(owner: QWidget, key: str) -> QShortcut | None:
    """The shortcut of `owner` or of a part in sight that hears `key` now; None if there is none."""
    wanted = QKeySequence(key_sequence(key))
    for shortcut in owner.findChildren(QShortcut):
        part = shortcut.parent()
        is_heard = isinstance(part, QWidget) and part.isVisible() and part.isEnabled()
        if shortcut.key() == wanted and shortcut.isEnabled() and is_heard:
            return shortcut
    return None


def shortcut_of(event: QKeyEvent, focused: QWidget) -> QShortcut | None:
    """The shortcut that hears `event` while `focused` has the keyboard and leaves it the key."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    wanted = QKeySequence(QKeyCombination(held, Qt.Key(event.key())))
    for shortcut in focused.window().findChildren(QShortcut):
        if shortcut.key() == wanted and _hears(shortcut, focused):
            asked = QKeyEvent(
                QEvent.Type.ShortcutOverride, event.key(), event.modifiers(), event.text()
            )
            asked.ignore()
            QCoreApplication.sendEvent(focused, asked)
            return None if asked.isAccepted() else shortcut
    return None


def _hears(shortcut: QShortcut, focused: QWidget) -> bool:
    part = shortcut.parent()
    if not isinstance(part, QWidget) or not (part.isVisible() and shortcut.isEnabled()):
        return False
    if shortcut.context() is Qt.ShortcutContext.WidgetWithChildrenShortcut:
        return part is focused or part.isAncestorOf(focused)
    return part is focused or shortcut.context() is not Qt.ShortcutContext.WidgetShortcut


class ButtonEnter:
    """Lets Enter press the button that has the focus, wherever in a window it is.

    A box to tick is a field: Enter goes on from it to the next, Space ticks it.

    Enter behind letters that nothing took is the end of what somebody typed or a scanner sent at
    a button: it presses nothing.
    """

    def __init__(self) -> None:
        self._has_strayed = False

    def take(self, event: QKeyEvent, focused: QWidget | None) -> bool:
        """Whether this key, which no widget wanted, pressed the button or went on from a box."""
        has_strayed, self._has_strayed = self._has_strayed, False
        if event.key() not in ENTERS:
            self._has_strayed = bool(event.text().strip())
            return False
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if has_strayed or event.isAutoRepeat() or not is_plain:
            return False
        if not isinstance(focused, QAbstractButton) or not focused.isEnabled():
            return False
        if isinstance(focused, QCheckBox):
            focused.focusNextChild()
            return True
        focused.click()
        return True
