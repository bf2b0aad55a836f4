"""Search as you type (F3): a field in the top bar and its answers below, led by the keyboard."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.answers.board import BoardRow
from app.domain.look_alikes import tidy
from ui.latest import Latest
from ui.models.board_cells import Minute
from ui.screen import Notices
from ui.theme import px
from ui.widgets.search.found_panel import FoundPanel
from ui.widgets.search.scan_pad import ScanPad
from ui.widgets.search.search_line import SearchLine
from ui.widgets.search_field import search_field
from ui.work import Work

_LEADING = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 6,
    Qt.Key.Key_PageUp: -6,
}


class SearchActions(NamedTuple):
    """Synchronous actions, run on the queue for reading.

    Attributes:
        find: the newest dossiers every word of the text begins a word of.
    """

    find: Callable[[str], tuple[BoardRow, ...]]


class SearchBox(QWidget):
    """The field. Its results lie over the window below it; the focus stays in the field.

    A `line` that stands in the window already is taken over with what was typed into it.

    Signals:
        opened: the id of the dossier chosen.
        left: Esc with nothing left to close.
    """

    opened = Signal(int)
    left = Signal()

    def __init__(
        self,
        actions: SearchActions,
        work: Work,
        notices: Notices,
        parent: QWidget | None = None,
        *,
        line: SearchLine | None = None,
    ) -> None:
        super().__init__(parent)
        self.input = line or search_field()
        self._actions = actions
        self._notices = notices
        self._latest = Latest(self, work.reading, 0)
        self._results: FoundPanel | None = None
        self._minute: Minute | None = None
        self._pad: ScanPad | None = None
        self._shown_for = ""
        self._opens_when_found = False
        self._build()

    def set_minute(self, minute: Minute) -> None:
        """The minute countdowns are counted from."""
        self._minute = minute
        if self._results is not None:
            self._results.list.set_minute(minute)

    def start(self) -> None:
        """Take the focus, ready to scan, or to type over what stood there."""
        self.close_results()
        self.pad.open_over(self.input)

    @property
    def pad(self) -> ScanPad:
        """Where scanners type, made when first needed."""
        if self._pad is None:
            self._pad = ScanPad(self)
            self._pad.handed.connect(self._on_handed)
            self._pad.left.connect(self.left)
        return self._pad

    def close_results(self) -> bool:
        """Close the list of answers; False if it was not open."""
        if self._results is None or not self._is_open():
            return False
        self._results.hide()
        return True

    def forget(self) -> None:
        """Another screen or dossier begins: what was searched for is done with."""
        self._opens_when_found = False
        self._latest.forget()
        self._shown_for = ""
        self.input.clear()
        self.close_results()

    @property
    def results(self) -> FoundPanel:
        """The list of answers, made when first needed."""
        if self._results is None:
            self._results = FoundPanel(self.window())
            self._results.list.picked.connect(self._on_picked)
            if self._minute is not None:
                self._results.list.set_minute(self._minute)
        return self._results

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(event)
        if event.type() is QEvent.Type.FocusOut:
            self.close_results()
        if event.type() is QEvent.Type.MouseButtonRelease and not self._is_open():
            self._on_typed()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._follow()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._follow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._leave_room_for_the_key()

    def _is_open(self) -> bool:
        return self._results is not None and not self._results.isHidden()

    def _follow(self) -> None:
        """The bar gave the field another place, at the next minute perhaps: the list goes along."""
        if self._is_open():
            self._place_results()

    def _leave_room_for_the_key(self) -> None:
        self.input.setTextMargins(0, 0, px(26), 0)

    def _build(self) -> None:
        self.input.installEventFilter(self)
        self._leave_room_for_the_key()
        self.input.typed.connect(self._on_typed)
        self.input.entered.connect(self._on_entered)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.input)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _take_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if self.input.is_composing:
            return False
        if key in _LEADING and self._is_open():
            self.results.list.step(_LEADING[key])
            return True
        if key == Qt.Key.Key_Down:
            self._on_typed()
            return True
        if key == Qt.Key.Key_Escape:
            self._leave()
            return True
        return False

    def _leave(self) -> None:
        self._opens_when_found = False
        if self.close_results():
            return
        if self.input.text():
            self.input.clear()
            self._shown_for = ""
            return
        self.left.emit()

    def _on_handed(self, text: str) -> None:
        """Somebody types into the pad: go on in the field."""
        self.input.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not text:
            self.input.selectAll()
            return
        self.input.setText(text)
        self._on_typed()

    def _typed_text(self) -> str:
        return " ".join(tidy(self.input.text()).split())

    def _on_typed(self) -> None:
        self._opens_when_found = False
        text = self._typed_text()
        if not text:
            self._latest.forget()
            self._shown_for = ""
            self.close_results()
            return
        self._latest.ask(
            lambda: self._actions.find(text),
            lambda rows: self._on_found(text, rows),
            self._on_failed,
        )

    def _on_found(self, text: str, rows: tuple[BoardRow, ...]) -> None:
        self._shown_for = text
        self.results.show_rows(text, rows)
        if self._opens_when_found and len(rows) == 1:
            self._on_picked(rows[0])
        elif self.input.hasFocus():
            self._place_results()
        self._opens_when_found = False

    def _on_failed(self, error: Exception) -> None:
        self.close_results()
        self._notices.take(error, self._on_typed)

    def _on_entered(self) -> None:
        text = self._typed_text()
        if not text:
            return
        if self._latest.is_busy or text != self._shown_for:
            # A scanner's Enter comes before the answer: open it if it is the only one.
            self._opens_when_found = True
            if not self._latest.is_busy:
                self._on_typed()
                self._opens_when_found = True
            return
        if self._results is not None and self._results.isHidden():
            self._place_results()
            return
        current = self.results.list.current
        if current is not None:
            self._on_picked(current)

    def _on_picked(self, row: BoardRow) -> None:
        self.forget()
        self.opened.emit(row.id)

    def _place_results(self) -> None:
        window = self.window()
        below = self.mapTo(window, QPoint(0, self.height() + px(4)))
        width = min(max(self.width(), px(620)), window.width() - px(24))
        left = max(px(12), min(below.x(), window.width() - width - px(12)))
        self.results.place(left, below.y(), width, window.height() - below.y() - px(40))
