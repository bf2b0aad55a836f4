"""A link whose words take more lines where they are too long for one."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.theme import px
from ui.tips import on_button

_AROUND = 16
"""Pixels at 100 % of a link that are not its words, as the style sheet pads it."""


class WrappedLink(QPushButton):
    """As wide as it is let, and as high as its words need; never cut.

    Attributes:
        words: what it says, in one line.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = ""
        self.setObjectName("link")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_words(self, words: str) -> None:
        """Say `words`."""
        self.words = words
        self._wrap()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wrap()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._wrap()

    def _wrap(self) -> None:
        self.ensurePolished()
        metrics = self.fontMetrics()
        room = self.width() - px(_AROUND)
        lines: list[str] = []
        for word in self.words.split(" "):
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and metrics.horizontalAdvance(longer) <= room:
                lines[-1] = longer
            else:
                lines.append(word)
        wrapped = on_button("\n".join(lines))
        if wrapped != self.text():
            self.setText(wrapped)
            self.updateGeometry()
