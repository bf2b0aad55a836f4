"""Rows of a list of a million: those near what is looked at are held, others come on demand."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from app.answers.board import BoardRow

PAGE = 128
MOST_HELD = 64 * PAGE
MOST_WANTED = 3
T = TypeVar("T")
FetchRows = Callable[[Sequence[int]], Sequence[BoardRow]]


class Queue(Protocol):
    """The queue for reading of `ui.work`."""

    def run(
        self,
        owner: QObject,
        job: Callable[[], T],
        then: Callable[[T], None],
        otherwise: Callable[[Exception], None] | None = None,
    ) -> object:
        """Run `job`; its result goes to `then`, its exception to `otherwise`."""
        ...


class HeldRows(QObject):
    """Fetches pages of 128 rows off the GUI thread, the last wanted first, and forgets the oldest.

    Signals:
        came: first and last position that can be shown now.
        failed: the error of a fetch; the rows stay unknown until they are wanted again.
    """

    came = Signal(int, int)
    failed = Signal(object)

    def __init__(self, queue: Queue, fetch: FetchRows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue = queue
        self._fetch = fetch
        self._ids: array[int] = array("q")
        self._rows: OrderedDict[int, BoardRow] = OrderedDict()
        self._lost: set[int] = set()
        self._wanted: list[int] = []
        self._under_way: int | None = None
        self._edition = 0

    @property
    def ids(self) -> "array[int]":
        """The ids of the list, in order."""
        return self._ids

    def set_ids(self, ids: "array[int]", *, forget: bool) -> None:
        """Show another list; `forget` drops the rows held, because records have changed."""
        self._ids = ids
        self._wanted.clear()
        self._edition += 1
        self._under_way = None
        self._lost.clear()
        if forget:
            self._rows.clear()

    def row(self, position: int) -> BoardRow | None:
        """The row at `position`, or None: it is on its way then."""
        ident = self._ids[position]
        row = self._rows.get(ident)
        if row is None and ident not in self._lost:
            self._want(position // PAGE)
        return row

    def held(self) -> int:
        """How many rows are held."""
        return len(self._rows)

    def take(self, rows: Sequence[BoardRow]) -> None:
        """Hold rows that came with the list itself."""
        for row in rows:
            self._rows[row.id] = row
        while len(self._rows) > MOST_HELD:
            self._rows.popitem(last=False)

    def _want(self, page: int) -> None:
        if page == self._under_way:
            return
        if page in self._wanted:
            self._wanted.remove(page)
        self._wanted.append(page)
        del self._wanted[:-MOST_WANTED]
        self._go_on()

    def _go_on(self) -> None:
        if self._under_way is not None or not self._wanted:
            return
        page = self._under_way = self._wanted.pop()
        edition = self._edition
        ids = self._ids[page * PAGE : (page + 1) * PAGE]

        def arrived(rows: Sequence[BoardRow]) -> None:
            if edition == self._edition:
                self._arrive(page, rows)

        def failed(error: Exception) -> None:
            if edition == self._edition:
                self._under_way = None
                self._wanted.clear()
                self.failed.emit(error)

        self._queue.run(self, lambda: self._fetch(ids), arrived, failed)

    def _arrive(self, page: int, rows: Sequence[BoardRow]) -> None:
        self._under_way = None
        self.take(rows)
        first = page * PAGE
        asked = self._ids[first : first + PAGE]
        self._lost.update(set(asked).difference(row.id for row in rows))
        self.came.emit(first, min(first + PAGE, len(self._ids)) - 1)
        self._go_on()
