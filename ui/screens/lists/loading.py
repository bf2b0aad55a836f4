"""A list looked through part by part: what is found is shown while the rest is on its way."""

from array import array
from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from app.answers.board import BoardRow
from app.answers.board_view import BoardView
from app.answers.listing import PART, ListFilter, ListSort
from ui.models.board_cells import Minute, minute_of
from ui.screens.lists.actions import ListsActions
from ui.work import Queue, Work

FIRST_ROWS = 40
MOST_SORTED = 200_000
"""Dossiers that are put in another order; a longer list stays in its own."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which list is looked at: one of the board, or every dossier (None), and what of it."""

    view: BoardView | None = BoardView.OPEN
    wanted: ListFilter = field(default_factory=ListFilter)


@dataclass(frozen=True, slots=True)
class Found:
    """What is found so far; `is_whole` once everything was looked through and is in order.

    Not `is_in_order`: there are too many to be put in the order that was asked for.
    """

    minute: Minute
    ids: "array[int]"
    first_rows: tuple[BoardRow, ...]
    is_whole: bool
    is_in_order: bool = True


class Search(QObject):
    """Looks through one list after another; another list ends the one before.

    Signals:
        found: a `Found`, more each time.
        failed: what went wrong.
    """

    found = Signal(object)
    failed = Signal(object)

    def __init__(self, actions: ListsActions, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._actions, self._work = actions, work
        self._asked = 0
        self._chosen = Chosen()
        self._every = array("q")
        self._ids = array("q")

    def start(self, chosen: Chosen) -> None:
        """Look through the list of `chosen`."""
        self._asked += 1
        self._chosen = chosen
        actions = self._actions
        self._run(lambda: actions.ids(chosen.view), self._on_list)

    def _on_list(self, every: "array[int]") -> None:
        self._every, self._ids = every, array("q")
        if self._chosen.wanted.is_everything:
            self._ids = every
            self._go_on(len(every))
        else:
            self._go_on(0)

    def _go_on(self, begin: int) -> None:
        """Look through the part that begins at `begin`; put all in order behind the last."""
        actions, wanted = self._actions, self._chosen.wanted
        part = self._every[begin : begin + PART]
        if part:
            self._run(
                lambda: actions.matching(wanted, part),
                lambda passed: self._on_part(passed, begin + PART),
            )
            return
        ids = self._ids
        if wanted.sort is ListSort.URGENCY or len(ids) > MOST_SORTED:
            self._on_order(ids)
            return
        # Beside the records' queue: a hundred thousand names take a second.
        self._run(lambda: actions.in_order(wanted.sort, ids), self._on_order, self._work.outside)

    def _on_part(self, passed: "array[int]", following: int) -> None:
        is_first = bool(passed) and not self._ids
        self._ids = self._ids + passed
        # What is still to be put in another order is not shown in this one.
        is_shown = self._chosen.wanted.sort is ListSort.URGENCY and passed
        if is_shown and following < len(self._every):
            self._show(is_whole=False, is_first=is_first, then=lambda: self._go_on(following))
        else:
            self._go_on(following)

    def _on_order(self, ids: "array[int]") -> None:
        self._ids = ids
        self._show(is_whole=True, is_first=True, then=lambda: None)

    def _show(self, *, is_whole: bool, is_first: bool, then: Callable[[], None]) -> None:
        actions, ids, sort = self._actions, self._ids, self._chosen.wanted.sort

        def rows() -> Found:
            minute = minute_of(actions.now(), actions.calendar(), actions.due_soon_hours())
            first = tuple(actions.rows(ids[:FIRST_ROWS])) if is_first else ()
            is_too_long = sort is not ListSort.URGENCY and len(ids) > MOST_SORTED
            return Found(minute, ids, first, is_whole, is_in_order=not is_too_long)

        def shown(found: Found) -> None:
            self.found.emit(found)
            then()

        self._run(rows, shown)

    def _run(
        self, call: Callable[[], object], then: Callable[..., None], queue: Queue | None = None
    ) -> None:
        asked = self._asked

        def answered(answer: object) -> None:
            if asked == self._asked:
                then(answer)

        def failed(error: Exception) -> None:
            if asked == self._asked:
                self.failed.emit(error)

        (queue or self._work.reading).run(self, call, answered, failed)
