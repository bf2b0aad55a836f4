"""A column of cards that scrolls when it must: its height follows from its width, no more."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.widgets.layout.focus_follow import FocusFollow


class ColumnScroll(QScrollArea):
    """Scrolls downwards only, to the focus too; fill it with `add`, from the top."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("groundScroll")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = _Inside()
        inside.setObjectName("groundInside")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 2, 0)
        self._column.setSpacing(12)
        self._column.addStretch(1)
        self.setWidget(inside)
        self._follow = FocusFollow(self, inside)

    def add(self, widget: QWidget, at: int | None = None) -> None:
        """Put `widget` at a place, at the end by default."""
        self._column.insertWidget(self._column.count() - 1 if at is None else at, widget)

    def take(self, widget: QWidget) -> None:
        """Let `widget` go."""
        self._column.removeWidget(widget)


class _Inside(QWidget):
    """Wrapped labels ask for the height they would need in the narrowest column; do not listen."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)
