"""What one key event is to whoever tells scanners from hands."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.devices.wedge import Stroke

MEANING_THE_NEXT = {
    Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_AltGr, Qt.Key.Key_Alt, Qt.Key.Key_Control,
    Qt.Key.Key_NumLock,
}  # fmt: skip
"""Keys that only say how the next one is meant; scanners send them between letters."""
_ENDS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}
_HELD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_BY_NUMBER = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.KeypadModifier
# Function characters of a code, which keyboards send as Ctrl with a sign: GS is Ctrl+].
_FUNCTIONS = {"\x1c", "\x1d", "\x1e"}
_FIRST_LETTER_BEYOND_ASCII = "\x80"


def stroke_of(event: QKeyEvent) -> tuple[Stroke, str]:
    """What `event` is, and its text.

    Letters without a face (a no-break space, what Latin-1 leaves of UTF-8) are letters: a scanner
    sent them for some.
    """
    text = event.text()
    if event.isAutoRepeat():
        return Stroke.OTHER, text
    if text in _FUNCTIONS:
        return Stroke.CHARACTER, text
    if event.modifiers() & _BY_NUMBER == _BY_NUMBER:
        return Stroke.ODD, text
    if event.modifiers() & _HELD:
        return Stroke.OTHER, text
    if event.key() in _ENDS:
        return Stroke.END, text
    if event.key() == Qt.Key.Key_Backspace:
        return Stroke.BACKSPACE, text
    is_letter = text.isprintable() or text >= _FIRST_LETTER_BEYOND_ASCII
    return (Stroke.CHARACTER if text and is_letter else Stroke.OTHER), text
