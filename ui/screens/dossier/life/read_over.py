"""What was read off a card is laid over a field: never over what was typed there by hand."""

from PySide6.QtCore import QCoreApplication

from app.domain.scanning.scanned import ReadField
from app.domain.text import fold
from ui.widgets.fields.line_field import LineField
from ui.words import word_for


def agrees(read: str, standing: str) -> bool:
    """Whether both say the same; accents and spaces a card lost do not count."""
    return fold(read).split() == fold(standing).split()


def lay_read(field: LineField, read: ReadField, shown: str) -> None:
    """Let `read` stand in `field`, marked as read; what was typed stays, with what the card says.

    Args:
        field: the line.
        read: what the card says, as the field writes it.
        shown: what stood in the field before anybody typed.
    """
    standing = field.value()
    if agrees(read.value, standing):
        return
    if standing not in {"", shown}:
        words = QCoreApplication.translate("ReadOver", "thẻ ghi: {0}")
        field.show_flag(words.format(read.value))
        return
    field.set_value(read.value)
    field.show_mark(QCoreApplication.translate("ReadOver", "từ thẻ"))
    field.show_flag(word_for(read.doubt) if read.doubt is not None else "")
