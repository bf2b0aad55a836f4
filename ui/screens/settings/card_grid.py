"""The cards of settings side by side, or one below the other where there is no room for two."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme import px

_LEAST = 330
"""Pixels at 100 % a card needs so that no words of its fields are cut."""


class CardGrid(QWidget):
    """Two columns of cards.

    Args:
        cards: by name, in the order they stand.
        wide: the card that lies across both columns; an even number of others stands before it.
    """

    def __init__(self, cards: Sequence[tuple[str, QWidget]], *, wide: str) -> None:
        super().__init__()
        self._cards = tuple(cards)
        self._wide = wide
        self._across = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self._place(2)

    def minimumSizeHint(self) -> QSize:
        """As wide as one card: the second column is given up where there is no room."""
        widest = max(card.minimumSizeHint().width() for _, card in self._cards)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._share()

    def _share(self) -> None:
        self._place(2 if self.width() >= 2 * px(_LEAST) + self._grid.spacing() else 1)

    def _place(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        place = 0
        for name, card in self._cards:
            width = across if name == self._wide else 1
            self._grid.addWidget(card, place // across, place % across, 1, width)
            place += width
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, across - 1)
        self.updateGeometry()
