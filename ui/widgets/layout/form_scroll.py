"""A form that scrolls in its card only when it must, and keeps the focused field in sight."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.widgets.layout.focus_follow import FocusFollow


class FormScroll(QScrollArea):
    """Scrolls downwards only; `column` is the layout to fill."""

    def __init__(self, margins: tuple[int, int, int, int], spacing: int) -> None:
        super().__init__()
        self.setObjectName("cardScroll")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inside = _Inside()
        self.inside.setObjectName("cardInside")
        # What is inside takes the width there is; it never pushes the card wider.
        self.inside.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.column = QVBoxLayout(self.inside)
        self.column.setContentsMargins(*margins)
        self.column.setSpacing(spacing)
        self.setWidget(self.inside)
        self._follow = FocusFollow(self, self.inside)


class _Inside(QWidget):
    """As high as the width it has asks for, and no higher.

    What a layout needs at least it counts for the narrowest column there could be, where texts take
    more lines than in the width they have: below the last field there would be empty room.
    """

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        follows_width = layout is not None and layout.hasHeightForWidth()
        return QSize(0, 0) if follows_width else super().minimumSizeHint()
