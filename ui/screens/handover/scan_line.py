"""Where codes are scanned or typed, and what the last one was."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.widgets.fields.line_field import LineField, Say
from ui.widgets.text.notice_strip import NoticeStrip


class ScanLine(QWidget):
    """A field whose Enter is a scan; beneath it the answer, in words, colour and sound.

    Signals:
        scanned: the text that was typed.
    """

    scanned = Signal(str)

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = LineField(self.tr("Quét mã hồ sơ, hoặc gõ rồi Enter"), say)
        self.field.entered.connect(self._on_entered)
        self.strip = NoticeStrip()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.strip)

    def start(self) -> None:
        """Take the focus."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def answer(self, words: str) -> None:
        """The last scan was right."""
        self.strip.say(words, "done")

    def refuse(self, words: str) -> None:
        """The last scan was wrong: heard as well, eyes are on the stack."""
        self.strip.say(f"■ {words}", "problem")
        QApplication.beep()

    def warn(self, words: str) -> None:
        """The last scan is noted, but not as it should be."""
        self.strip.say(f"▲ {words}", "warning")
        QApplication.beep()

    def forget(self) -> None:
        """Say nothing any more."""
        self.strip.say("")
        self.field.set_value("")

    def _on_entered(self) -> None:
        text = self.field.value().strip()
        self.field.set_value("")
        if text:
            self.scanned.emit(text)
