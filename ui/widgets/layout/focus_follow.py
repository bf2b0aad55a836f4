"""Keeps what the keyboard is heard by in sight of the area it scrolls in."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QPlainTextEdit, QScrollArea, QWidget

from ui.theme import px

MARGIN = 36
"""Pixels at 100 % kept above and below a field, so that its label and refusal show too."""
_MOVES = {QEvent.Type.Resize, QEvent.Type.LayoutRequest}


class FocusFollow(QObject):
    """Scrolls `area` to what has the focus `inside` it, again whenever the layout moves it away.

    A field that was only just shown has no place yet when it takes the focus, and a refusal may
    push it down later. Whoever scrolls by hand is left where they scrolled to.
    """

    # The class has it too: events still come while the area is being deleted with all it holds.
    _followed: QWidget | None = None

    def __init__(self, area: QScrollArea, inside: QWidget) -> None:
        super().__init__(area)
        self._area = area
        self._inside = inside
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._bring)
        inside.installEventFilter(self)
        area.viewport().installEventFilter(self)
        area.verticalScrollBar().actionTriggered.connect(self._on_scrolled_by_hand)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._followed is not None and event.type() in _MOVES:
            self._later.start()
        return super().eventFilter(watched, event)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None:
            return
        self._followed = new if self._inside.isAncestorOf(new) else None
        if self._followed is not None:
            # Only what keeps the focus is followed: a panel that closes hands it on in passing.
            self._later.start()

    def _on_scrolled_by_hand(self, _action: int) -> None:
        self._followed = None

    def _bring(self) -> None:
        widget = self._followed
        if widget is None or widget is not QApplication.focusWidget():
            self._followed = None
            return
        height = self._area.viewport().height()
        whole = QRect(widget.mapTo(self._inside, QPoint(0, 0)), widget.size())
        where = whole.adjusted(0, -px(MARGIN), 0, px(MARGIN))
        if where.height() > height:
            where = whole if whole.height() <= height else _heard_part(widget, whole.topLeft())
        bar = self._area.verticalScrollBar()
        if where.top() < bar.value():
            bar.setValue(where.top())
        elif where.bottom() >= bar.value() + height:
            bar.setValue(min(where.bottom() - height + 1, where.top()))


def _heard_part(widget: QWidget, at: QPoint) -> QRect:
    """The part of a tall widget that matters most: its current row, its line, or its top."""
    part = QRect(0, 0, widget.width(), widget.fontMetrics().lineSpacing())
    if isinstance(widget, QAbstractItemView) and widget.currentIndex().isValid():
        part = widget.visualRect(widget.currentIndex())
    elif isinstance(widget, QPlainTextEdit):
        part = widget.cursorRect()
    return part.translated(at)
