"""A card with its title, and one inside that is made anew."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.widgets.text.labels import label


class TitledCard(QFrame):
    """A titled card; what else it holds is added to `column`."""

    def __init__(self, title: str, *, spacing: int = 6, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._inside: QWidget | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(14, 12, 14, 12)
        self.column.setSpacing(spacing)
        self.title = label(title, "section", wraps=True)
        self.column.addWidget(self.title)

    def put(self, inside: QWidget) -> None:
        """Show `inside` below the title instead of what was there."""
        if self._inside is not None:
            self.column.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = inside
        self.column.insertWidget(1, inside)
