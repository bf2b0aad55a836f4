"""Closures that were declared and undone, and what can be done about the chosen one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from app.answers.closures import ClosureEntry
from app.domain.clock import time_and_day
from ui.widgets.layout.flow import FlowRow
from ui.widgets.lists.plain_table import PlainTable
from ui.widgets.text.labels import label, number_text


class ListedCard(QFrame):
    """The list, the last declaration first.

    Signals:
        calls_wanted: the call list of the declaration with this number is to be saved.
        slips_wanted: its slips are to be printed.
        undoing_wanted: what undoing it would move is to be looked at.
    """

    calls_wanted = Signal(int)
    slips_wanted = Signal(int)
    undoing_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[ClosureEntry, ...] = ()
        self.table = PlainTable(
            self.tr("Các lần đóng cửa"),
            (
                self.tr("Số"), self.tr("Thời gian"), self.tr("Lý do, quyết định"),
                self.tr("Tình trạng"), self.tr("Hồ sơ"),
            ),
            stretched=2,
            numbers=(4,),
            chooses=True,
            most_height=220,
        )  # fmt: skip
        self.none = label(self.tr("Chưa đóng cửa đột xuất lần nào."), "quiet")
        self.calls = QPushButton(self.tr("Danh sách gọi điện…"))
        self.slips = QPushButton(self.tr("In phiếu hẹn cấp lại"))
        self.undo = QPushButton(self.tr("Bỏ lần này…"))
        self.buttons = FlowRow()
        for button in (self.calls, self.slips, self.undo):
            self.buttons.add(button)
        for button, wanted in (
            (self.calls, self.calls_wanted),
            (self.slips, self.slips_wanted),
            (self.undo, self.undoing_wanted),
        ):
            button.clicked.connect(lambda _=False, wanted=wanted: self._want(wanted))
        self.table.currentCellChanged.connect(self._on_current)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.none, self.table, self.buttons):
            column.addWidget(part)

    def show_entries(self, entries: Sequence[ClosureEntry]) -> None:
        """Show them; the last one is chosen."""
        self._entries = tuple(entries)
        self.table.show_rows([self._cells(one) for one in entries])
        for part in (self.table, self.buttons):
            part.setVisible(bool(entries))
        self.none.setVisible(not entries)
        if entries:
            self.table.setCurrentCell(0, 0)
        self._show_buttons()

    @property
    def chosen(self) -> ClosureEntry | None:
        """The declaration whose row is chosen."""
        row = self.table.currentRow()
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def _want(self, wanted: object) -> None:
        if self.chosen is not None:
            wanted.emit(self.chosen.declaration.number)  # type: ignore[attr-defined] # a signal

    @Slot(int, int, int, int)
    def _on_current(self, _row: int, _column: int, _old: int, _old_column: int) -> None:
        self._show_buttons()

    def _show_buttons(self) -> None:
        one = self.chosen
        for button in (self.calls, self.slips):
            button.setEnabled(one is not None and one.moved > 0)
        self.undo.setEnabled(one is not None and one.is_in_force)

    def _cells(self, entry: ClosureEntry) -> tuple[str, ...]:
        closure = entry.declaration.closure
        times = f"{time_and_day(closure.from_at)} – {time_and_day(closure.to_at)}"
        about = ", ".join(filter(None, (closure.reason, closure.decision)))
        if entry.declaration.undoes is not None:
            stands = self.tr("bỏ lần số {0}").format(entry.declaration.undoes)
        elif entry.undone_by is not None:
            stands = self.tr("đã bỏ bởi số {0}").format(entry.undone_by)
        else:
            stands = self.tr("✓ đang áp dụng")
        number = str(entry.declaration.number)
        return number, times, about, stands, number_text(entry.moved)
