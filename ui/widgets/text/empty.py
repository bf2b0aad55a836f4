"""What an empty list says: what will appear here, and how it gets there."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.icons import pixmap
from ui.theme import px, tokens
from ui.widgets.text.labels import label


class EmptyState(QWidget):
    """An icon, a sentence and what to do; never in the way of keyboard or mouse."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._icon = QLabel()
        self._title = label("", "section", wraps=True)
        self._hint = label("", "quiet", wraps=True)
        column = QVBoxLayout(self)
        column.addStretch(2)
        for widget in (self._icon, self._title, self._hint):
            widget.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(widget)
        column.addStretch(3)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def explain(self, icon_name: str, title: str, hint: str) -> None:
        """Say what will appear here."""
        self._icon_name = icon_name
        self._title.setText(title)
        self._hint.setText(hint)
        self.setAccessibleName(f"{title} {hint}")
        self._draw()

    @property
    def words(self) -> str:
        """All it says."""
        return f"{self._title.text()} {self._hint.text()}".strip()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._draw()

    def _draw(self) -> None:
        self._icon.setVisible(bool(self._icon_name))
        if self._icon_name:
            self._icon.setPixmap(pixmap(self._icon_name, tokens(self).quiet, px(36)))
