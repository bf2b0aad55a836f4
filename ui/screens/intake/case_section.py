"""The procedure's case: the list to choose from, then one line with the case chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.screens.intake.case_list import CaseList
from ui.screens.intake.plain_label import plain_label

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
        self.change = QPushButton(self.tr("đổi   Alt+H"))
        self.change.setObjectName("link")
        self.change.setAutoDefault(False)
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
        return self.list.cases.chosen

    def offer(self, cases: Sequence[str], chosen: str | None) -> None:
        """Offer `cases` with `chosen` marked."""
        self.list.cases.show(cases, chosen)

    def show_part(self, *, is_due: bool) -> None:
        """Show the list while a case is due, else the line with the case chosen."""
        case = self.case
        self._show_list(is_open=is_due)
        self._line.setVisible(not is_due and case is not None)
        if case is not None:
            short = case if len(case) <= WHOLE_CASE else f"{case[:WHOLE_CASE]}…"
            self._words.setText(self.tr("Trường hợp: {0}").format(short))
            self._words.setToolTip(case)
        self.setVisible(is_due or case is not None)

    def reopen(self) -> None:
        """Show the cases again to choose another."""
        if self.list.cases.rowCount():
            self._line.hide()
            self._show_list(is_open=True)
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_list(self, *, is_open: bool) -> None:
        self._title.setVisible(is_open)
        self.list.setVisible(is_open)
        if is_open:
            self.list.setMinimumHeight(min(300, max(90, self.list.rows_height() + 4)))
