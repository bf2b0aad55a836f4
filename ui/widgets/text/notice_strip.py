"""A wrapped sentence on its tint, for what a screen has to say about itself."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.theme import repolish
from ui.widgets.text.labels import label


class NoticeStrip(QFrame):
    """`kind` is info, warning, problem or done; an empty sentence hides the strip."""

    def __init__(self, kind: str = "info", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self.setProperty("kind", kind)
        self._label = label("", "stripText", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 6)
        column.addWidget(self._label)
        self._is_old = False
        self.hide()

    def grow_old(self) -> None:
        """A minute went by: what was done is news for no longer than that."""
        if self._is_old:
            self.forget_done()
        self._is_old = True

    def forget_done(self) -> None:
        """Say no longer that something was done; what still holds stays."""
        if self.property("kind") == "done":
            self.say("")

    def text(self) -> str:
        """The sentence."""
        return self._label.text()

    def say(self, words: str, kind: str | None = None) -> None:
        """Say `words`; empty ones hide the strip."""
        if kind is not None and kind != self.property("kind"):
            self.setProperty("kind", kind)
            repolish(self)
            repolish(self._label)
        self._is_old = False
        self._label.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
