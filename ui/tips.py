"""Words beside the pointer and on buttons, shown as they are: nothing typed is read as markup."""

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QTableWidgetItem, QWidget


def plain_tip(text: str) -> str:
    """A tip that shows `text` as it is, also where Qt would take it for HTML and load its files."""
    return Qt.convertFromPlainText(text) if Qt.mightBeRichText(text) else text


def set_tip(widget: QWidget | QTableWidgetItem, text: str) -> None:
    """Let `widget` say `text` when the pointer rests on it."""
    widget.setToolTip(plain_tip(text))


def on_button(text: str) -> str:
    """`text` for a button, an ``&`` in it shown and not taken for a key's mark."""
    return text.replace("&", "&&")
