"""The list of the home screen and the pane beside it; made when the first answer comes."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.answers.board import BoardView
from ui.keys import Key, nth_key
from ui.models.board_model import BoardModel
from ui.models.held_rows import FetchRows
from ui.screens.home.side import SidePane
from ui.screens.home.views import TILES, words_of
from ui.widgets.keys import bind_key
from ui.widgets.lists.board_table import BoardTable
from ui.work import Queue

_OF_WAITING = {BoardView.PAUSED, BoardView.TO_COLLECT}


class HomeBoard(QObject):
    """Model, table and pane.

    Signals:
        chosen: a key chose a `BoardView`.
        led: a matter of the pane was pressed; its `BoardView` or `Place`.
        opened: the id of a dossier to open.
        failed: rows could not be fetched; the error.
    """

    chosen = Signal(object)
    led = Signal(object)
    opened = Signal(int)
    failed = Signal(object)

    def __init__(self, queue: Queue, fetch: FetchRows, screen: QWidget) -> None:
        super().__init__(screen)
        self.model = BoardModel(queue, fetch, self)
        self.table = BoardTable(self.model)
        self.side = SidePane()
        self.table.opened.connect(self.opened)
        self.table.pointed.connect(self.point)
        self.model.held.failed.connect(self.failed)
        self.model.dataChanged.connect(self.point_again)
        self.side.led.connect(self.led)
        self.side.open_wanted.connect(self._on_open_wanted)
        bind_key(screen, Key.EVERYTHING, partial(self.chosen.emit, BoardView.OPEN))
        for nth, view in enumerate(TILES, 1):
            bind_key(screen, nth_key(Key.CHOICE, nth), partial(self.chosen.emit, view))

    def explain_empty(self, view: BoardView) -> None:
        """What the list says if it is empty, and what its first column counts."""
        self.model.set_of_waiting(is_of_waiting=view in _OF_WAITING)
        words = words_of(view)
        self.table.empty.explain("layout-dashboard", words.empty, words.hint)

    def point(self, position: int) -> None:
        """Show the dossier at `position` in the pane."""
        row = self.model.row_at(position)
        self.side.dossier.show_row(row, self.model.pill(position) if row else None)

    def point_again(self) -> None:
        """Show the current dossier anew: it came, or a minute passed."""
        self.point(self.table.currentIndex().row())

    def _on_open_wanted(self) -> None:
        ident = self.table.current_id()
        if ident is not None:
            self.opened.emit(ident)
