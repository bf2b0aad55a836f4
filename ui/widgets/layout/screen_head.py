"""The head of a screen: its title, what stands beside it, and its buttons at the right."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from ui.theme import px
from ui.widgets.layout.fold_row import FoldRow
from ui.widgets.text.labels import label

LEAST_BESIDE = 160
"""Pixels at 100 % of one line of a text beside the title that wraps."""


class ScreenHead(FoldRow):
    """One row; where there is no room for it the buttons stand in a second one, at the left.

    Args:
        title: the name of the screen.
        beside: stands after the title; a text that wraps takes the room there is.
        buttons: stand at the right.
        spacing: pixels between them.
    """

    def __init__(
        self,
        title: str,
        *,
        beside: QWidget | None = None,
        buttons: Sequence[QPushButton] = (),
        spacing: int = 12,
    ) -> None:
        words, actions = _Words(beside), QWidget()
        row = _row(words, spacing)
        row.addWidget(label(title, "title"))
        fills = False
        if beside is not None:
            fills = beside.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Ignored
            row.addWidget(beside, 1 if fills else 0)
        if not fills:
            row.addStretch(1)
        row = _row(actions, spacing)
        for button in buttons:
            row.addWidget(button)
        if not buttons:
            actions.hide()  # to show it here would make a window of its own of it
        super().__init__(words, actions, spacing=spacing)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)


class _Words(QWidget):
    """The title and what stands beside it, which is not squeezed into a column of single words."""

    def __init__(self, beside: QWidget | None) -> None:
        super().__init__()
        self._beside = beside

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        if isinstance(self._beside, QLabel) and self._beside.wordWrap():
            line = self._beside.fontMetrics().horizontalAdvance(self._beside.text())
            more = min(line, px(LEAST_BESIDE)) - self._beside.minimumSizeHint().width()
            least.setWidth(least.width() + max(0, more))
        return least


def _row(part: QWidget, spacing: int) -> QHBoxLayout:
    row = QHBoxLayout(part)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    return row
