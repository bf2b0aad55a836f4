"""The bare line of input under every field and the search."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.keys import is_command

_COMES_BACK = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}
"""Why focus goes for a moment only: the cursor must be where it was."""


class InputLine(QLineEdit):
    """A line edit that knows whether an input method is composing, and hands Enter on.

    Attributes:
        is_replaced: what stands there is replaced by what is typed, as a count or a name chosen
            from a list: the first click selects all of it, as Tab does; the next places the cursor.

    Signals:
        typed: the text changed by the person's hand, with no composition open.
        entered: Enter was pressed; a scanner's Enter too, so nothing is ever saved by it.
    """

    typed = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_replaced = False
        self._is_clicked_into = False
        self._is_composing = False
        self._left_at: int | None = None
        """Where the cursor was in the text that was left; None once the text is another."""
        self.textChanged.connect(self._on_text_changed)
        self.textEdited.connect(self._on_text_edited)

    @property
    def is_composing(self) -> bool:
        """Whether an input method holds letters that are not committed yet."""
        return self._is_composing

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        was_composing = self._is_composing
        self._is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        if was_composing and not self._is_composing:
            self.typed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.editingFinished.emit()
            self.entered.emit()
            event.accept()
            return
        if is_command(event):
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self.selectAll()
        elif event.reason() is not Qt.FocusReason.MouseFocusReason and self._left_at is not None:
            self.setCursorPosition(self._left_at)
        self._left_at = None
        self._is_clicked_into = event.reason() is Qt.FocusReason.MouseFocusReason

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._is_clicked_into and self.is_replaced and not self.hasSelectedText():
            self.end(False)
            self.home(True)
        self._is_clicked_into = False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show where a long text begins once it is left, not where the cursor was."""
        self._is_composing = False
        super().focusOutEvent(event)
        if event.reason() not in _COMES_BACK and not self.hasSelectedText():
            self._left_at = self.cursorPosition()
            self.setCursorPosition(0)

    def _on_text_changed(self, _text: str) -> None:
        self._left_at = None

    def _on_text_edited(self, _text: str) -> None:
        if not self._is_composing:
            self.typed.emit()
