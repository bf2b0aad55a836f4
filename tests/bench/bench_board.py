"""Wheeling through a board of 1,000,000 dossiers, beside Qt's own C++ item model.

Ours is the home screen's table as it is: pills painted by tone, rows fetched from the encrypted
records while it scrolls. The yardstick is a plain table of the same size, font and columns over
3,000 rows of `QStandardItem`, colours on; a Python model without any of it shows the floor of
Python.
"""

import gc
import time
from array import array
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, Qt
from PySide6.QtGui import QBrush, QColor, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QTableView

from app.composition.window import application
from app.usecases.queries import lookup
from tests.bench.measuring import office
from tests.bench.measuring.places import Places
from tests.bench.measuring.table import Row, limit_row, note_row, ratio_row
from tests.bench.measuring.turns import medians, show
from tests.builders import LAN
from ui.models.board_cells import cells_of, left, minute_of
from ui.models.board_model import BoardModel
from ui.models.columns import Column
from ui.theme import px
from ui.tokens import LIGHT
from ui.widgets.lists.board_table import ROW, BoardTable
from ui.work import Work

SIZE = (1_040, 560)
"""The list on a screen of 1366 × 768."""
FRAMES = 150
ITEMS = 3_000


def run(places: Places) -> list[Row]:
    """One frame of each table in turn."""
    app = application()
    desk = places.desk(places.office(places.large))
    work = Work()
    table = _board(desk, places.large, work)
    items = _items(desk, table)
    floor = _table(_Constant(places.large, len(Column)))
    tables = {"board": table, "C++ item model": items, "constant from Python": floor}
    for one in tables.values():
        one.resize(*SIZE)
        one.show()
    _settle(work)
    for one in (items, floor):
        _copy_look(table, one)
    times: dict[str, list[float]] = {name: [] for name in tables}
    waiting = 0
    for nth in range(FRAMES * (1 if places.is_quick else 3)):
        for name, one in tables.items():
            if name == "C++ item model" and nth * 3 % (ITEMS - 60) == 0:
                one.verticalScrollBar().setValue(0)
            took = _frame(one, 3)
            if nth >= 10:
                times[name].append(took)
        first, _ = table.seen()
        waiting += table.board.row_at(first) is None
    show(times, beside="C++ item model")
    middle = medians(times)
    jumps = _jumps(table, places.large)
    ids = table.board.held.ids
    size = ids.itemsize * len(ids) / 1e6
    for one in tables.values():
        one.close()
    work.close()
    app.processEvents()
    return [
        ratio_row(
            f"board of {places.large:,}, wheel frame", middle["board"], middle["C++ item model"],
            1.4, unit="ms", beside="C++ item model",
        ),
        note_row("board, wheel frame, constant text", f"{middle['constant from Python']:.2f} ms",
                 f"{waiting} frames began at a row still on its way"),
        note_row("board, jump anywhere", f"{jumps:.2f} ms until its rows are painted"),
        limit_row("board, ids in memory", size, 10, unit="MB"),
        Row("proxy models in the window", str(_proxies()), "0", "", _proxies() == 0),
    ]  # fmt: skip


def _board(desk, dossiers: int, work: Work) -> BoardTable:
    model = BoardModel(work.reading, lambda wanted: lookup.rows(desk, LAN, wanted))
    table = BoardTable(model)
    model.setParent(table)
    minute = minute_of(office.NOW, lookup.calendar(desk, LAN), 16)
    model.set_minute(minute)
    model.show_ids(array("q", range(dossiers, 0, -1)))
    return table


def _items(desk, table: BoardTable) -> QTableView:
    """The same texts as items, with the tones as brushes."""
    minute = minute_of(office.NOW, lookup.calendar(desk, LAN), 16)
    model = QStandardItemModel(0, len(Column))
    ids = table.board.held.ids[:ITEMS]
    for first in range(0, ITEMS, 500):
        for row in lookup.rows(desk, LAN, ids[first : first + 500]):
            cells = cells_of(row, minute)
            words, tone = left(cells, minute)
            line = [QStandardItem(text) for text in (words, *cells.texts[1:])]
            shade = LIGHT.shade(tone)
            line[0].setForeground(QBrush(QColor(shade.ink)))
            line[0].setBackground(QBrush(QColor(shade.tint)))
            model.appendRow(line)
    view = _table(model)
    model.setParent(view)
    return view


def _table(model) -> QTableView:
    view = QTableView()
    view.setModel(model)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setWordWrap(False)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(px(ROW))
    return view


def _copy_look(table: BoardTable, other: QTableView) -> None:
    """The same columns, as wide."""
    for column in range(len(Column)):
        other.setColumnHidden(column, table.isColumnHidden(column))
        other.setColumnWidth(column, table.columnWidth(column))


class _Constant(QAbstractTableModel):
    """The least a model in Python can do."""

    def __init__(self, rows: int, columns: int) -> None:
        super().__init__()
        self._rows, self._columns = rows, columns

    def rowCount(self, _parent=None) -> int:
        return self._rows

    def columnCount(self, _parent=None) -> int:
        return self._columns

    def data(self, _index, role=0):
        return "Nguyễn Văn A" if role == 0 else None


def _frame(table: QTableView, rows: int) -> float:
    """Milliseconds of one turn of the wheel until it is painted."""
    bar = table.verticalScrollBar()
    begun = time.perf_counter()
    bar.setValue(bar.value() + rows)
    table.viewport().repaint()
    QCoreApplication.processEvents()
    return (time.perf_counter() - begun) * 1_000


def _jumps(table: BoardTable, dossiers: int) -> float:
    """The median of jumps to places never seen, until the rows there are painted."""
    taken = []
    for nth in range(1, 30):
        begun = time.perf_counter()
        place = dossiers * nth // 31
        table.verticalScrollBar().setValue(place)
        while table.board.row_at(place) is None:
            QCoreApplication.processEvents()
            time.sleep(0.0002)
        table.viewport().repaint()
        taken.append((time.perf_counter() - begun) * 1_000)
    gc.collect()
    return sorted(taken)[len(taken) // 2]


def _settle(work: Work) -> None:
    until = time.monotonic() + 10
    while time.monotonic() < until and not work.is_idle:
        QCoreApplication.processEvents()
    QCoreApplication.processEvents()


def _proxies() -> int:
    """How often the window's own code names a proxy model."""
    rooms = Path(__file__).parents[2] / "ui"
    return sum(file.read_text(encoding="utf-8").count("ProxyModel") for file in rooms.rglob("*.py"))
