"""Where one screen at a time stands; what is too high or too wide for the window scrolls."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from ui.theme import px
from ui.widgets.layout.focus_follow import FocusFollow

LEAST = QSize(320, 160)
"""Pixels at 100 % that always stay; no screen's wish widens the window beyond them."""


class Stage(QScrollArea):
    """Shows one of its screens, as large as the place there is, or as large as it must be.

    A window grows with what its parts need at least, and never shrinks again by itself; a screen
    that needs more than the window has therefore scrolls, with the focus in sight.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("groundScroll")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._screens = _OneOfMany()
        self._screens.setObjectName("groundInside")
        self.setWidget(self._screens)
        self._screens.installEventFilter(self)
        self._screens.currentChanged.connect(self._on_changed)
        self._follow: FocusFollow | None = None

    def add(self, screen: QWidget) -> None:
        """Keep `screen`, to be shown later."""
        self._screens.addWidget(screen)

    def show_screen(self, screen: QWidget) -> None:
        """Show `screen` in the place of the former."""
        if self._follow is None:  # what stands here until the first screen comes has no fields
            self._follow = FocusFollow(self, self._screens)
        self._screens.setCurrentWidget(screen)

    @property
    def screen_shown(self) -> QWidget | None:
        """The screen in sight."""
        return self._screens.currentWidget()

    def sizeHint(self) -> QSize:
        return self._screens.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(px(LEAST.width()), px(LEAST.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A filter is still asked what the collector has already cleared.
        screens = getattr(self, "_screens", None)
        if watched is screens and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _on_changed(self) -> None:
        self._fit()
        self.verticalScrollBar().setValue(0)
        self.horizontalScrollBar().setValue(0)

    def _fit(self) -> None:
        """Give the screen the whole place; beside or above a scroll bar where it needs more."""
        room, least = self.maximumViewportSize(), self._screens.least()
        if least.height() > room.height():
            room.setWidth(room.width() - self.verticalScrollBar().sizeHint().width())
        if least.width() > room.width():
            room.setHeight(room.height() - self.horizontalScrollBar().sizeHint().height())
        self._screens.resize(room.expandedTo(least))


class _OneOfMany(QStackedWidget):
    """Asks for what the screen in sight needs, not for the most that any of them would."""

    def least(self) -> QSize:
        """The least size of the screen in sight."""
        shown = self.currentWidget()
        if shown is None:
            return QSize(0, 0)
        return shown.minimumSizeHint().expandedTo(shown.minimumSize())

    def sizeHint(self) -> QSize:
        shown = self.currentWidget()
        return QSize(0, 0) if shown is None else shown.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.least()
