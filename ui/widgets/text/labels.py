"""Labels of plain text: nothing that people typed is ever read as markup."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget


def label(text: str = "", name: str = "", *, wraps: bool = False) -> QLabel:
    """A label that shows `text` as it is.

    Args:
        text: the words.
        name: the style sheet's object name.
        wraps: long text takes more lines instead of more width.
    """
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    if name:
        made.setObjectName(name)
    if wraps:
        made.setWordWrap(True)
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.MinimumExpanding)
    return made


class FieldLabel(QLabel):
    """The name of a field: a click on it brings the keyboard to the field.

    Args:
        text: the words, shown as they are.
        field: what is typed or chosen in.
    """

    def __init__(self, text: str, field: QWidget) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setObjectName("fieldLabel")
        self.setBuddy(field)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        field = self.buddy()
        if event.button() is Qt.MouseButton.LeftButton and field.isEnabled():
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().mousePressEvent(event)


def rule() -> QFrame:
    """A thin line between groups."""
    made = QFrame()
    made.setObjectName("rule")
    return made


def number_text(number: int) -> str:
    """A whole number with Vietnamese thousands: ``1.000.000``."""
    return f"{number:,}".replace(",", ".")
