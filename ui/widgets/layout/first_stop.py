"""Where the keyboard stands first inside a part of a screen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def stand_in(part: QWidget) -> None:
    """Give the keyboard to the first thing in sight in `part` that takes it by Tab."""
    stops = (
        one
        for one in part.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisibleTo(part) and one.isEnabled()
    )
    first = next(stops, None)
    if first is not None:
        first.setFocus(Qt.FocusReason.OtherFocusReason)
