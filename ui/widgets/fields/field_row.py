"""Fields beside each other, none of their choices cut; or below each other where that is narrow."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.theme import px
from ui.widgets.fields.choice import ChoiceField

_LEAST = 72
"""Pixels at 100 % of a line to type in."""


class FieldRow(QWidget):
    """A row of fields; hidden ones take no room.

    Args:
        fields: each with its share of the width left over.
    """

    def __init__(self, fields: Sequence[tuple[QWidget, int]]) -> None:
        super().__init__()
        self._fields = [field for field, _ in fields]
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        for field, share in fields:
            self._row.addWidget(field, share)

    def minimumSizeHint(self) -> QSize:
        """As wide as one field: they go below each other where there is no room for the row."""
        return QSize(px(_LEAST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            # Fields come and go, and larger letters ask for more, without a new size of the row.
            self._share()
        return super().event(event)

    def _share(self) -> None:
        shown = [field for field in self._fields if not field.isHidden()]
        gaps = self._row.spacing() * max(len(shown) - 1, 0)
        needed = sum(self._needed(field) for field in shown) + gaps
        is_row = needed <= self.width()
        for field in self._fields:
            least = self._needed(field) if is_row else 0
            if isinstance(field, ChoiceField) and field.minimumWidth() != least:
                field.setMinimumWidth(least)
        ways = QBoxLayout.Direction
        way = ways.LeftToRight if is_row else ways.TopToBottom
        if way != self._row.direction():
            self._row.setDirection(way)
            self.updateGeometry()

    def _needed(self, field: QWidget) -> int:
        return field.whole_width() if isinstance(field, ChoiceField) else px(_LEAST)
