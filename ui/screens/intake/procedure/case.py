"""The procedure's case: the list to choose from, then one line with the case chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.keys import Key, with_key
from ui.screens.intake.parts.row import Mark, Row
from ui.screens.intake.parts.rows import RowList
from ui.tips import set_tip
from ui.widgets.keys import is_command
from ui.widgets.text.plain import button, plain_label
from ui.widgets.text.shortened import shortened

WHOLE_CASE = 160
"""Characters of a case shown whole; a longer one is cut, whole in its tool tip."""


class CaseSection(QWidget):
    """Hidden where the procedure tells no cases apart.

    Signals:
        chosen: the case's name.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = CaseList(self.tr("Trường hợp"))
        self.change = button(with_key(self.tr("đổi"), Key.CASE), "link")
        self._title = plain_label(self.tr("Thuộc trường hợp nào?"), "strong")
        self._words = plain_label("", "strong")
        self._line = QWidget()
        row = QHBoxLayout(self._line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words, 1)
        row.addWidget(self.change)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        for widget in (self._line, self._title, self.list):
            column.addWidget(widget)
        self.list.chosen.connect(self.chosen)
        self.change.clicked.connect(self.reopen)

    @property
    def case(self) -> str | None:
        """The case chosen."""
        return self.list.case

    def offer(self, cases: Sequence[str], chosen: str | None) -> None:
        """Offer `cases` with `chosen` marked."""
        self.list.offer(cases, chosen)

    def show_part(self, *, is_due: bool) -> None:
        """Show the list while a case is due, else the line with the case chosen."""
        case = self.case
        self._show_list(is_open=is_due)
        self._line.setVisible(not is_due and case is not None)
        if case is not None:
            short = shortened(case, WHOLE_CASE + 1)
            self._words.setText(self.tr("Trường hợp: {0}").format(short))
            set_tip(self._words, case)
        self.setVisible(is_due or case is not None)

    def reopen(self) -> None:
        """Show the cases again to choose another."""
        if self.list.rows.rowCount():
            self._line.hide()
            self._show_list(is_open=True)
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_list(self, *, is_open: bool) -> None:
        self._title.setVisible(is_open)
        self.list.setVisible(is_open)
        if is_open:
            self.list.setMinimumHeight(min(300, max(90, self.list.rows_height() + 4)))


class CaseList(RowList):
    """Up and Down move, Space or Enter chooses, a figure chooses the case of that number.

    Signals:
        chosen: the case's name.
    """

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.case: str | None = None
        self._cases: tuple[str, ...] = ()
        self.clicked.connect(self._on_clicked)

    def offer(self, cases: Sequence[str], chosen: str | None) -> None:
        """List `cases` with `chosen` marked."""
        self._cases, self.case = tuple(cases), chosen
        self.rows.show_rows(self._shown())

    def take_key(self, event: QKeyEvent) -> bool:
        row, text = self.currentIndex().row(), event.text()
        picks = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.key() in picks and row >= 0:
            self._choose(row)
        elif is_command(event):
            return False
        elif text.isascii() and text.isdigit() and 1 <= int(text) <= len(self._cases):
            self._choose(int(text) - 1)
        else:
            return False
        return True

    def _on_clicked(self, index: QModelIndex) -> None:
        self._choose(index.row())

    def _choose(self, row: int) -> None:
        self.case = self._cases[row]
        self.rows.put(0, self._shown())
        self.chosen.emit(self.case)

    def _shown(self) -> list[Row]:
        return [Row(case, mark=Mark.ROUND, is_chosen=case == self.case) for case in self._cases]
