"""What stood in a field before keys landed in it, so that it can stand there again."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from ui.widgets.search.scan_pad import ScanPad
from ui.widgets.search.takes_back import TakesBack

_Text = QPlainTextEdit | QTextEdit


@dataclass(frozen=True, slots=True)
class TypedBefore:
    """Text, cursor and selection of the widget that had the focus; nothing for other widgets."""

    widget: QWidget
    text: str = ""
    cursor: int = 0
    selected_from: int = -1
    selected: int = 0
    keepsake: object = None

    @classmethod
    def of(cls, widget: QWidget) -> TypedBefore:
        """As `widget` stands now."""
        if isinstance(widget, QLineEdit):
            return cls(
                widget,
                widget.text(),
                widget.cursorPosition(),
                widget.selectionStart(),
                len(widget.selectedText()),
            )
        if isinstance(widget, _Text):
            cursor = widget.textCursor()
            return cls(widget, widget.toPlainText(), cursor.position())
        if isinstance(widget, ScanPad):
            return cls(widget, widget.collected)
        if isinstance(widget, TakesBack):
            return cls(widget, keepsake=widget.keepsake())
        return cls(widget)

    @property
    def is_text(self) -> bool:
        """Whether keys typed there become text."""
        return isValid(self.widget) and takes_text(self.widget)

    def put_back(self) -> None:
        """Let it stand there again; who listens to typing hears of it."""
        if isValid(self.widget) and isinstance(self.widget, TakesBack):
            self.widget.take_back(self.keepsake)
            return
        if not self.is_text:
            return
        if isinstance(self.widget, QLineEdit):
            self._put_back_line(self.widget)
        elif isinstance(self.widget, ScanPad):
            self.widget.hold(self.text)
        elif isinstance(self.widget, _Text) and self.widget.toPlainText() != self.text:
            self.widget.setPlainText(self.text)
            cursor = self.widget.textCursor()
            cursor.setPosition(self.cursor)
            self.widget.setTextCursor(cursor)

    def type_in(self, text: str) -> bool:
        """Type `text` there as a person would; False where Enter behind it means nothing."""
        if not self.is_text:
            return False
        if isinstance(self.widget, ScanPad):
            self.widget.hold(self.text + text)
            self.widget.hand_on()
            return False
        if isinstance(self.widget, QLineEdit):
            self.widget.insert(text)
            self.widget.textEdited.emit(self.widget.text())
        elif isinstance(self.widget, _Text):
            self.widget.insertPlainText(text)
        return True

    def _put_back_line(self, line: QLineEdit) -> None:
        if line.text() != self.text:
            line.setText(self.text)
            line.textEdited.emit(self.text)
        line.setCursorPosition(self.cursor)
        if self.selected_from >= 0:
            line.setSelection(self.selected_from, self.selected)


def takes_text(widget: QWidget) -> bool:
    """Whether keys typed into `widget` become text there."""
    if isinstance(widget, ScanPad):
        return True
    return isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit) and not widget.isReadOnly()
