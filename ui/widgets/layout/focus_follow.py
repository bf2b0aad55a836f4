"""Keeps what the keyboard is heard by in sight of the area it scrolls in."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, QTimer, Slot
from PySide6.QtWidgets import QAbstractItemView, QApplication, QPlainTextEdit, QScrollArea, QWidget

from ui.theme import px

MARGIN = 36
"""Pixels at 100 % kept above and below a field, so that its label and refusal show too."""
OFFERS = "motcuaOffers"
"""Property of a field or list: the widget of what is offered or refused beside it, seen with it."""
BELONGS = "motcuaBelongs"
"""Property of a list: the widget of what it belongs to, seen with it where both have room."""
_MOVES = {QEvent.Type.Resize, QEvent.Type.LayoutRequest}


class FocusFollow(QObject):
    """Scrolls `area` to what has the focus `inside` it, again whenever the layout moves it away.

    A field that was only just shown has no place yet when it takes the focus, and a refusal may
    push it down later. Whoever scrolls by hand is left where they scrolled to.
    """

    # The class has them too, and declares its slots: the focus still moves while the area is being
    # deleted with all it holds, and then what the collector cleared is found nowhere else.
    _followed: QWidget | None = None
    _inside: QWidget | None = None

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

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or self._inside is None:
            return
        self._followed = new if self._inside.isAncestorOf(new) else None
        if self._followed is not None:
            # Only what keeps the focus is followed: a panel that closes hands it on in passing.
            self._later.start()

    @Slot(int)
    def _on_scrolled_by_hand(self, _action: int) -> None:
        self._followed = None

    @Slot()
    def _bring(self) -> None:
        widget, inside = self._followed, self._inside
        if widget is None or inside is None or widget is not QApplication.focusWidget():
            self._followed = None
            return
        height = self._area.viewport().height()
        whole = QRect(widget.mapTo(inside, QPoint(0, 0)), widget.size())
        beside, owner = (_place_of(widget.property(name), inside) for name in (OFFERS, BELONGS))
        is_tall = whole.united(beside).united(owner).height() > height
        if is_tall and isinstance(widget, QAbstractItemView):
            # A list too tall to be seen whole: its current row is where one is.
            whole = _heard_part(widget, whole.topLeft())
        if not beside.isNull():
            whole = _with_beside(whole, beside, height)
        elif not owner.isNull() and whole.united(owner).height() <= height:
            whole = whole.united(owner)
        where = whole.adjusted(0, -px(MARGIN), 0, px(MARGIN))
        if where.height() > height:
            where = whole if whole.height() <= height else _heard_part(widget, whole.topLeft())
        bar = self._area.verticalScrollBar()
        if where.top() < bar.value():
            bar.setValue(where.top())
        elif where.bottom() >= bar.value() + height:
            bar.setValue(min(where.bottom() - height + 1, where.top()))


def _place_of(widget: object, inside: QWidget) -> QRect:
    """Where a widget in sight stands; an empty place for anything else."""
    if not isinstance(widget, QWidget) or not widget.isVisible():
        return QRect()
    return QRect(widget.mapTo(inside, QPoint(0, 0)), widget.size())


def _with_beside(whole: QRect, beside: QRect, height: int) -> QRect:
    """Both where there is room; what is refused above is read first, the end of `whole` gives way.

    `height` is that of the area, in pixels.
    """
    both = whole.united(beside)
    if both.height() <= height:
        return both
    needed = min(whole.height(), 2 * px(MARGIN))
    if beside.top() < whole.top() and whole.top() + needed <= both.top() + height:
        return QRect(both.topLeft(), QSize(both.width(), height))
    return whole


def _heard_part(widget: QWidget, at: QPoint) -> QRect:
    """The part of a tall widget that matters most: its current row, its line, or its top."""
    part = QRect(0, 0, widget.width(), widget.fontMetrics().lineSpacing())
    if isinstance(widget, QAbstractItemView) and widget.currentIndex().isValid():
        part = widget.visualRect(widget.currentIndex())
    elif isinstance(widget, QPlainTextEdit):
        part = widget.cursorRect()
    return part.translated(at)
