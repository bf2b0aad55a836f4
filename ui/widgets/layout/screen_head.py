"""The head of a screen: its title, what stands beside it, and its buttons at the right."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui.widgets.text.labels import label


class ScreenHead(QWidget):
    """One row.

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
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(spacing)
        row.addWidget(label(title, "title"))
        fills = False
        if beside is not None:
            fills = beside.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Ignored
            row.addWidget(beside, 1 if fills else 0)
        if not fills:
            row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
