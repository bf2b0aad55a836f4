"""A question over the window: its words, its buttons, and the one that is safe to press blindly."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.theme import px


class QuestionCard(QFrame):
    """Lies over the window until it is answered or closed; Tab goes round in it.

    What has the focus first is safe: no stray Enter answers what cannot be taken back.

    Signals:
        closed: it was closed; the focus should return.
    """

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sidePane")
        self.setAutoFillBackground(True)
        self._safe: QWidget = self
        self._stops: tuple[QWidget, ...] = ()

    def lay_out(
        self,
        title: QLabel,
        parts: Sequence[QWidget],
        buttons: Sequence[QPushButton],
        *,
        safe: QWidget,
        stops: Sequence[QWidget] = (),
    ) -> None:
        """Put everything in its place.

        Args:
            title: what is asked, or what goes on.
            parts: what stands below it.
            buttons: the answers, the first at the left.
            safe: what has the focus first.
            stops: what Tab reaches before the buttons.
        """
        self.setAccessibleName(title.text())
        self._safe, self._stops = safe, (*stops, *buttons)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(20))
        column.setSpacing(px(12))
        for part in (title, *parts):
            column.addWidget(part)
        column.addStretch(1)
        column.addLayout(row)
        self.hide()

    def open_at(self, left: int, top: int, width: int, height: int) -> None:
        """Lie at this place and take the focus, which stays where it is while the window moves."""
        self.setGeometry(left, top, width, max(height, self.heightForWidth(width)))
        if self.isVisible():
            return
        self.show()
        self.raise_()
        self._safe.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Close."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def on_escape(self) -> None:
        """What Esc does: close it unanswered."""
        self.end()

    def on_enter(self) -> bool:
        """What Enter does; False leaves it to whatever has the focus."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.on_escape()
        elif key not in {Qt.Key.Key_Return, Qt.Key.Key_Enter} or not self.on_enter():
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - as Qt calls it
        """Tab goes round in the card: what lies under it is not asked."""
        stops = [stop for stop in self._stops if stop.isVisible() and stop.isEnabled()]
        if not stops:
            return True
        here = next((nth for nth, stop in enumerate(stops) if stop.hasFocus()), None)
        if here is None:
            here = -1 if forward else len(stops)
        stops[(here + (1 if forward else -1)) % len(stops)].setFocus(
            Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        )
        return True
