"""Labels that show text as it is, never as markup, and the buttons that no Enter presses."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy


def plain_label(text: str, name: str, *, wraps: bool = True) -> QLabel:
    """A plain-text label with the style sheet's object name `name`."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setObjectName(name)
    label.setWordWrap(wraps)
    if wraps:
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        label.setSizePolicy(policy)
    return label


def low_label(text: str, name: str) -> QLabel:
    """A plain label that wraps and asks for no more height than its width needs."""
    label = plain_label(text, name)
    policy = label.sizePolicy()
    policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
    label.setSizePolicy(policy)
    return label


def button(text: str, name: str, *, checkable: bool = False) -> QPushButton:
    """A button with the style sheet's object name `name`; a scanner's Enter never presses it."""
    made = QPushButton(text)
    made.setObjectName(name)
    made.setAutoDefault(False)
    made.setCheckable(checkable)
    return made
