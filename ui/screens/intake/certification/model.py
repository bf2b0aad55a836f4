"""The papers to be certified: names, pages, copies, and what each costs."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.domain.dossier.charge_check import PAGES_LIMIT
from ui.screens.intake.state.papers import MOST_SHEETS, CertifiedState
from ui.tips import plain_tip
from ui.widgets.text.labels import number_text

Index = QModelIndex | QPersistentModelIndex
NTH, NAME, PAGES, COPIES, AMOUNT = range(5)
_COUNTS = {PAGES: ("pages", PAGES_LIMIT), COPIES: ("copies", MOST_SHEETS)}


class CertificationModel(QAbstractTableModel):
    """The rows; an amount is empty until it was counted for the row as it stands."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[CertifiedState] = []
        self._amounts: list[int | None] = []

    def rows(self) -> tuple[CertifiedState, ...]:
        """Every row in the order of its number."""
        return tuple(self._rows)

    def show(self, rows: Sequence[CertifiedState]) -> None:
        """Show these rows instead."""
        self.beginResetModel()
        self._rows = list(rows)
        self._amounts = [None] * len(self._rows)
        self.endResetModel()

    def insert(self, at: int, row: CertifiedState) -> int:
        """Put a row in, below the last one at most; where it stands."""
        at = min(at, len(self._rows))
        self.beginInsertRows(QModelIndex(), at, at)
        self._rows.insert(at, row)
        self._amounts.insert(at, None)
        self.endInsertRows()
        return at

    def remove(self, at: int) -> None:
        """Take a row away."""
        self.beginRemoveRows(QModelIndex(), at, at)
        del self._rows[at], self._amounts[at]
        self.endRemoveRows()

    def put(self, at: int, row: CertifiedState) -> None:
        """Let a row be `row`."""
        if row != self._rows[at]:
            self._rows[at], self._amounts[at] = row, None
            self.dataChanged.emit(self.index(at, 0), self.index(at, AMOUNT))

    def count(self, at: int, column: int) -> int:
        """The pages or copies of a row."""
        return int(getattr(self._rows[at], _COUNTS[column][0]))

    def set_count(self, at: int, column: int, value: int) -> bool:
        """Let a row have `value` pages or copies; False if that is out of bounds."""
        name, most = _COUNTS[column]
        if not 1 <= value <= most:
            return False
        row = self._rows[at]
        self.put(at, replace(row, pages=value) if name == "pages" else replace(row, copies=value))
        return True

    def show_amounts(self, amounts: Sequence[int]) -> None:
        """Show what each row costs; `amounts` of other rows are not shown."""
        if len(amounts) != len(self._rows) or not amounts:
            return
        self._amounts = list(amounts)
        roles = [Qt.ItemDataRole.DisplayRole]
        self.dataChanged.emit(self.index(0, AMOUNT), self.index(len(amounts) - 1, AMOUNT), roles)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else AMOUNT + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        names = (
            self.tr("STT"), self.tr("Tên giấy tờ"), self.tr("Trang"), self.tr("Bản"),
            self.tr("Thành tiền"),
        )  # fmt: skip
        return names[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        at, column = index.row(), index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(at)
        if role == Qt.ItemDataRole.ToolTipRole and column == NAME:
            return plain_tip(self._rows[at].name)
        return self._text(at, column) if role == Qt.ItemDataRole.DisplayRole else None

    def _text(self, at: int, column: int) -> str:
        row, amount = self._rows[at], self._amounts[at]
        money = "" if amount is None else number_text(amount)
        return (str(at + 1), row.name, str(row.pages), str(row.copies), money)[column]

    def _spoken(self, at: int) -> str:
        row = self._rows[at]
        return self.tr("{0}. {1}, {2} trang, {3} bản, {4} đồng").format(
            at + 1, row.name, row.pages, row.copies, self._text(at, AMOUNT)
        )


def _alignment(column: int) -> int:
    side = Qt.AlignmentFlag.AlignLeft if column == NAME else Qt.AlignmentFlag.AlignRight
    return int(side | Qt.AlignmentFlag.AlignVCenter)
