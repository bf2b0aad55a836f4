"""Types as a person does: key by key, or through an input method (`qtbot.keyClicks` cannot)."""

from itertools import count

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

OF_A_HAND_MS = 140
# Far from the stamps Qt itself gives to keys, which count from the start of the program.
_hand = count(1_000_000_000, OF_A_HAND_MS)


def type_text(widget: QWidget, text: str) -> None:
    """Press and release a key for every letter."""
    for letter in text:
        press(widget, Qt.Key.Key_unknown, letter)


def type_at_once(widget: QWidget, text: str) -> None:
    """One key that brings all of `text`, where nothing is said about how it is typed."""
    press(widget, Qt.Key.Key_unknown, text)


def press(widget: QWidget, key: Qt.Key, text: str = "") -> None:
    """Press and release one key without modifiers, stamped as if a hand had done it."""
    at = next(_hand)
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
        event.setTimestamp(at)
        QCoreApplication.sendEvent(widget, event)


def scan_text(text: str, *, gap: int = 4) -> None:
    """What a scanner plugged in as a keyboard sends to whatever has the focus, Enter last."""
    at = next(_hand)
    for letter in [*text, "\r"]:
        key = Qt.Key.Key_Return if letter == "\r" else Qt.Key.Key_unknown
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
            event.setTimestamp(at)
            QCoreApplication.sendEvent(QApplication.focusWidget(), event)
        at += gap
    while next(_hand) < at + OF_A_HAND_MS:
        pass


def compose(widget: QWidget, preedit: str, commit: str = "") -> None:
    """What an input method sends: letters in the making, then the letters committed."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(widget, event)
