"""The day: counters, and the dossiers behind each by urgency, ticking without the records."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.answers.board import BoardRow
from app.answers.board_view import BoardView
from app.domain.changes import Changed
from ui.keys import Key
from ui.models.board_cells import Minute, minute_of
from ui.models.board_model import BoardModel
from ui.screen import Notices, Place, Screen
from ui.screens.home.actions import HomeActions
from ui.screens.home.board import HomeBoard
from ui.screens.home.frame import HomeFrame
from ui.screens.home.loading import Loaded, load
from ui.screens.home.matters import matters_of, note_of, numbers_of
from ui.screens.home.saved import saved_words
from ui.widgets.lists.board_table import BoardTable
from ui.work import Work

_OF_INTEREST = (
    Changed.DOSSIERS
    | Changed.DRAFTS
    | Changed.CALENDAR
    | Changed.OUTBOX
    | Changed.SETTINGS
    | Changed.COPIES
    | Changed.WATCHED
)


class HomeScreen(Screen):
    """The home screen.

    Args:
        actions: what it asks of the desk.
        work: the queues.
        notices: where errors go.
        frame: how it is laid out, if that stands in the window already.

    Signals:
        listed: a list stands on the screen, for the first time or anew.
    """

    listed = Signal()

    def __init__(
        self,
        actions: HomeActions,
        work: Work,
        notices: Notices,
        parent: QWidget | None = None,
        *,
        frame: HomeFrame | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._work = work
        self._notices = notices
        self._view = BoardView.OPEN
        self._loaded: Loaded | None = None
        self._asked = 0
        self._is_stale = True
        self._board: HomeBoard | None = None
        self._frame = frame or HomeFrame()
        self.tiles = self._frame.tiles
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._frame)
        self._frame.show()  # where it stood before may have hidden it
        self._frame.chosen.connect(self._on_chosen)
        self._frame.show_view(self._view)
        self._frame.show_waiting()

    @property
    def view(self) -> BoardView:
        """The view whose list is shown."""
        return self._view

    @property
    def board(self) -> HomeBoard:
        """The list with its pane, made when first needed."""
        if self._board is None:
            board = self._board = HomeBoard(self._work.reading, self._rows, self)
            board.chosen.connect(self._on_chosen)
            board.led.connect(self._on_led)
            board.opened.connect(self._on_opened)
            board.failed.connect(self._on_rows_failed)
            self._frame.place(board.table, board.side)
            self._frame.show_view(self._view)
        return self._board

    @property
    def model(self) -> BoardModel:
        """The rows."""
        return self.board.model

    @property
    def table(self) -> BoardTable:
        """The list."""
        return self.board.table

    def use(self, actions: HomeActions) -> None:
        """Ask by these actions from now on, and at once for what the former could not tell."""
        self._actions = actions
        if self._loaded is not None and self._loaded.running is None:
            self.reload()

    def show_view(self, view: BoardView) -> None:
        """Show the list of `view`."""
        if view is self._view and self._loaded is not None and self._loaded.view is view:
            return
        self._view = view
        self._frame.show_view(view)
        recut = self._loaded.recut(view, self._loaded.now) if self._loaded else None
        if recut is None:
            self.reload()
            return
        self._asked += 1
        self._loaded = recut
        self._show_list(forget=False)

    def reload(self) -> None:
        """Ask for the numbers and the list anew; what stands stays until the answer comes."""
        self._asked += 1
        self._is_stale = False
        asked, view = self._asked, self._view

        def loaded(answer: Loaded) -> None:
            if asked == self._asked:
                self._on_loaded(answer)

        def failed(error: Exception) -> None:
            if asked == self._asked:
                self._is_stale = True
                self._notices.take(error, self.reload)

        actions = self._actions
        self._work.reading.run(self, lambda: load(actions, view), loaded, failed)

    def on_shown(self) -> None:
        if self._is_stale:
            self.reload()
        self._focus_list()

    def on_led(self, place: Place) -> None:
        if place is Place.RETURN:
            self.show_view(BoardView.TO_COLLECT)
        elif self.isVisible() or self._view is BoardView.TO_COLLECT:
            # F4 chose what is waiting to be collected; the day begins with what is to be done.
            self._is_stale = True
            self.show_view(BoardView.OPEN)

    def take_key(self, key: Key) -> bool:
        """Reprint for the dossier pointed at, or return its result where it waits for that."""
        ident = self.table.current_id() if self._loaded is not None else None
        if ident is None or (key == Key.RETURN and self._view is not BoardView.TO_COLLECT):
            return False
        self.dossier_key_wanted.emit(ident, key)
        return True

    def on_ticked(self, now: datetime) -> None:
        loaded = self._loaded
        if loaded is None:
            return
        if now.date() != loaded.now.date():
            self.reload()
            return
        recut = loaded.recut(self._view, now)
        self._loaded = recut or loaded.at(now)
        self.model.set_minute(self._minute(), *self.table.seen())
        if recut is not None and recut.ids != loaded.ids:
            place = self.table.keep_place()
            self.model.show_ids(recut.ids, forget=False)
            self.table.come_back(place)
        self._show_numbers()
        self.board.point_again()

    def on_changed(self, changed: Changed) -> None:
        if not changed & _OF_INTEREST:
            return
        if self.isVisible():
            self.reload()
        else:
            self._is_stale = True

    def go_back(self) -> bool:
        if self._view is BoardView.OPEN:
            return False
        self.show_view(BoardView.OPEN)
        self._focus_list()
        return True

    # Showing

    def _focus_list(self) -> None:
        """The list, or the screen itself as long as there is none."""
        (self.table if self._loaded is not None else self).setFocus()

    def _on_loaded(self, loaded: Loaded) -> None:
        # The window's own focus: it may not be active yet. Who types in the search goes on typing.
        focused = self.window().focusWidget()
        is_here = focused is None or focused is self or self.isAncestorOf(focused)
        takes_focus = self._loaded is None and is_here
        self._loaded = loaded
        self._show_list(forget=True)
        if takes_focus:
            self._focus_list()

    def _show_list(self, *, forget: bool) -> None:
        loaded = self._loaded
        assert loaded is not None  # noqa: S101 - called once something is loaded
        place = self.table.keep_place()
        self.model.set_minute(self._minute())
        self.board.explain_empty(self._view)
        self.model.show_ids(loaded.ids, loaded.first_rows, forget=forget)
        self.table.come_back(place)
        self._show_numbers()
        self.listed.emit()

    def _minute(self) -> Minute:
        assert self._loaded is not None  # noqa: S101 - called once something is loaded
        loaded = self._loaded
        return minute_of(loaded.now, loaded.calendar, loaded.due_soon_hours)

    def _show_numbers(self) -> None:
        loaded = self._loaded
        assert loaded is not None  # noqa: S101 - called once something is loaded
        counts, minute = loaded.counts_now(), self._minute()
        numbers = numbers_of(counts)
        notes = {view: note_of(view, counts, minute, loaded.refused) for view in numbers}
        self._frame.show_numbers(numbers, notes, len(loaded.ids))
        last, watched = loaded.last_backup, loaded.watched
        matters = matters_of(counts, minute, last, watched, loaded.refused)
        self.board.side.matters.show_matters(matters)
        self.board.side.matters.show_saved(saved_words(loaded.last_backup, loaded.now))

    # Slots

    def _on_chosen(self, view: BoardView) -> None:
        self.show_view(view)
        self._focus_list()

    def _on_opened(self, dossier_id: int) -> None:
        """Open a dossier; one that wants an apology with its panel filled in."""
        if self._view is BoardView.APOLOGY:
            self.dossier_key_wanted.emit(dossier_id, Key.OTHER_TIME)
        else:
            self.dossier_wanted.emit(dossier_id)

    def _rows(self, wanted: Sequence[int]) -> Sequence[BoardRow]:
        return self._actions.rows(wanted)

    def _on_rows_failed(self, error: Exception) -> None:
        self._notices.take(error, self.reload)

    def _on_led(self, to: BoardView | Place) -> None:
        if isinstance(to, Place):
            self.place_wanted.emit(to)
        else:
            self.show_view(to)
            self._focus_list()
