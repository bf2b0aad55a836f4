"""The board as a table model: a million rows by their ids, countdowns without the records."""

from array import array
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QModelRoleData,
    QModelRoleDataSpan,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QFont

from app.answers.board import BoardRow
from ui.models.board_cells import Cells, Minute, cells_of, left
from ui.models.columns import Column
from ui.models.held_rows import MOST_HELD, FetchRows, HeldRows, Queue
from ui.tips import plain_tip
from ui.tokens import Tone

Index = QModelIndex | QPersistentModelIndex
Pill = tuple[str, Tone]

# Plain numbers: building an enum at each of thousands of calls a frame costs more than the answer.
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_FONT = int(Qt.ItemDataRole.FontRole)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_SPELT_OUT = frozenset({_TOOL_TIP, _SPOKEN})
_LEFT = int(Column.LEFT)
_CODE = int(Column.CODE)
_APPLICANT = int(Column.APPLICANT)
_COLUMNS = len(Column)
_ON_ITS_WAY = "…"
# What an item view asks of each cell it paints, and where its font and its text stand in that.
_ASKED_TO_PAINT = 7
_FONT_PLACE, _TEXT_PLACE = 0, 5


class BoardModel(QAbstractTableModel):
    """Rows of dossiers with a countdown each.

    `set_minute` moves the countdowns on: only rows in sight are looked at, only changed ones
    repainted.
    """

    # The class has them too: a header still asks what the collector has already cleared.
    _headers: tuple[str, ...] = ()
    _is_of_waiting = False

    def __init__(self, queue: Queue, fetch: FetchRows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.held = HeldRows(queue, fetch, self)
        self.held.came.connect(self._on_came)
        self._minute: Minute | None = None
        self._cells: dict[int, Cells] = {}
        self._pills: dict[int, Pill] = {}
        self._strong = QFont()
        self._strong.setWeight(QFont.Weight.DemiBold)

    def set_minute(self, minute: Minute, first_seen: int = 0, last_seen: int = -1) -> None:
        """Move the countdowns to `minute`, repainting what changed among the rows in sight.

        Another calendar or another day makes all texts anew.
        """
        former, self._minute = self._minute, minute
        seen = range(first_seen, min(last_seen, len(self.held.ids) - 1) + 1)
        before = [self._pills.get(self.held.ids[position]) for position in seen]
        self._pills.clear()
        if former is None or not _is_same_frame(former, minute):
            self._cells.clear()
            self._announce(0, len(self.held.ids) - 1, 0, _COLUMNS - 1)
            return
        for position, pill in zip(seen, before, strict=True):
            if pill is not None and self.pill(position) != pill:
                self._announce(position, position, _LEFT, _LEFT)

    def show_ids(
        self, ids: "array[int]", rows: Sequence[BoardRow] = (), *, forget: bool = True
    ) -> None:
        """Show this list; `rows` are those of it that are already known.

        `forget` False keeps the rows held: the list was only cut anew by time.
        """
        self.beginResetModel()
        self.held.set_ids(ids, forget=forget)
        self.held.take(rows)
        if forget:
            self._cells.clear()
            self._pills.clear()
        self.endResetModel()

    def set_of_waiting(self, *, is_of_waiting: bool) -> None:
        """Whether every dossier of the list waits for somebody: no time is left, it has passed."""
        if is_of_waiting != self._is_of_waiting:
            self._is_of_waiting = is_of_waiting
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, _LEFT, _LEFT)

    def row_at(self, position: int) -> BoardRow | None:
        """The dossier at `position`, None while it is on its way."""
        return self.held.row(position) if 0 <= position < len(self.held.ids) else None

    def id_at(self, position: int) -> int | None:
        """The dossier's id at `position`."""
        return self.held.ids[position] if 0 <= position < len(self.held.ids) else None

    def position_of(self, dossier_id: int) -> int | None:
        """Where a dossier stands in the list."""
        try:
            return self.held.ids.index(dossier_id)
        except ValueError:
            return None

    def pill(self, position: int) -> Pill | None:
        """Words and tone of the first column, None while the row is on its way."""
        ident = self.held.ids[position]
        pill = self._pills.get(ident)
        if pill is None:
            cells = self._cells_at(position)
            if cells is None or self._minute is None:
                return None
            if len(self._pills) > MOST_HELD:
                self._pills.clear()
            pill = self._pills[ident] = left(cells, self._minute)
        return pill

    def set_fonts(self, strong: QFont) -> None:
        """The font of names."""
        self._strong = strong

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.held.ids)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else _COLUMNS

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        if role == _DISPLAY:
            return self._text(index.row(), index.column())
        if role == _FONT:
            return self._strong if index.column() == _APPLICANT else None
        # Five more roles are asked for each cell of each frame: the quick way out comes first.
        if role < _TOOL_TIP or role not in _SPELT_OUT:
            return None
        words = self._full_text(index.row(), index.column())
        return plain_tip(words) if words and role == _TOOL_TIP else words

    def multiData(  # noqa: N802 - Qt's name
        self,
        index: Index,
        roleDataSpan: QModelRoleDataSpan | QModelRoleData,  # noqa: N803 - Qt's name
    ) -> None:
        """The answers for all roles a cell is painted by, in one call instead of seven.

        A delegate asks with the same answers again and again: what the last cell said of its font
        must go. The roles nobody answers stay as empty as they were.
        """
        asked: Any = roleDataSpan  # its own declaration knows no len() and no []
        if len(asked) == _ASKED_TO_PAINT and asked[_TEXT_PLACE].role() == _DISPLAY:
            column = index.column()
            asked[_TEXT_PLACE].setData(self._text(index.row(), column))
            if column == _APPLICANT:
                asked[_FONT_PLACE].setData(self._strong)
            else:
                asked[_FONT_PLACE].clearData()
            return
        for nth in range(len(asked)):
            asked[nth].setData(self.data(index, asked[nth].role()))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if role != _DISPLAY or orientation is not Qt.Orientation.Horizontal:
            return None
        if not self._headers:
            self._headers = (
                self.tr("Còn lại"),
                self.tr("Mã hồ sơ"),
                self.tr("Người nộp"),
                self.tr("Thủ tục"),
                self.tr("Hẹn trả"),
                self.tr("Điện thoại"),
                self.tr("Nhận lúc"),
                self.tr("Trạng thái"),
            )
        if section == _LEFT and self._is_of_waiting:
            return self.tr("Đã chờ")
        return self._headers[section]

    def _text(self, position: int, column: int) -> str:
        if column == _LEFT:
            pill = self.pill(position)
            return pill[0] if pill else ""
        cells = self._cells.get(self.held.ids[position]) or self._cells_at(position)
        if cells is None:
            return _ON_ITS_WAY if column == _CODE else ""
        return cells.texts[column]

    def _full_text(self, position: int, column: int) -> str:
        row = self.held.row(position)
        if row is not None and column == Column.CODE:
            return row.code
        if row is not None and column == Column.DUE and not row.calendar_confirmed:
            return self.tr("{0} – lịch nghỉ năm này chưa công bố chính thức").format(
                self._text(position, column)
            )
        return self._text(position, column)

    def _cells_at(self, position: int) -> Cells | None:
        ident = self.held.ids[position]
        cells = self._cells.get(ident)
        if cells is None:
            row = self.held.row(position)
            if row is None or self._minute is None:
                return None
            if len(self._cells) > MOST_HELD:
                self._cells.clear()
            cells = self._cells[ident] = cells_of(row, self._minute)
        return cells

    def _on_came(self, first: int, last: int) -> None:
        self._announce(first, last, 0, _COLUMNS - 1)

    def _announce(self, first: int, last: int, first_column: int, last_column: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first, first_column), self.index(last, last_column))


def _is_same_frame(former: Minute, minute: Minute) -> bool:
    """Whether texts made at `former` still hold: same calendar value, same day."""
    same_calendar = former.calendar is minute.calendar or former.calendar == minute.calendar
    return same_calendar and former.now.date() == minute.now.date()
