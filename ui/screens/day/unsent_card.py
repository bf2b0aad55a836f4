"""Applicants who were not notified of a delay: why not, typed for each before the day is closed."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from app.answers.day import UnsentLine
from app.domain.clock import time_and_day
from ui.widgets.fields.line_field import LineField, Say
from ui.widgets.layout.card import TitledCard
from ui.widgets.lists.plain_table import PlainTable
from ui.widgets.text.labels import label, number_text


class UnsentCard(TitledCard):
    """The list, and one line to explain the row that is chosen; hidden where there is none.

    Signals:
        opened: the id of a dossier to open, so that the apology can be made or sent.
    """

    opened = Signal(int)

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.title.setText(self.tr("■ Cần xin lỗi, chưa báo người dân"))
        self._lines: tuple[UnsentLine, ...] = ()
        self._is_live = False
        self.count = label("", "", wraps=True)
        self.table = PlainTable(
            self.tr("Cần xin lỗi, chưa báo người dân"),
            (self.tr("Hồ sơ"), self.tr("Giải trình")),
            stretched=0,
            chooses=True,
        )
        self.table.opened.connect(self._on_opened)
        self.table.currentCellChanged.connect(self._on_current)
        self.hint = label(self.tr("Enter vào một dòng để mở hồ sơ."), "quiet", wraps=True)
        self.field = LineField(self.tr("Vì sao chưa báo (dòng đang chọn)"), say)
        self.field.entered.connect(self._on_entered)
        self.field.left.connect(self._keep)
        self.for_all = QPushButton(self.tr("Dùng cho các hồ sơ chưa giải trình"))
        self.for_all.clicked.connect(self._on_for_all)
        for widget in (self.count, self.table, self.hint, self.field):
            self.column.addWidget(widget)
        self.column.addWidget(self.for_all, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def explanations(self) -> dict[int, str]:
        """What was typed, by dossier; nothing of those that stand empty."""
        self._keep()
        return {one.dossier_id: one.explanation for one in self._lines if one.explanation}

    def show_lines(self, lines: Sequence[UnsentLine], *, is_live: bool) -> None:
        """Show these; what was typed for a dossier stays, as long as the day is not closed."""
        typed = self.explanations() if self._is_live and is_live else {}
        self._is_live = is_live
        self._lines = tuple(
            replace(one, explanation=typed.get(one.dossier_id, one.explanation)) for one in lines
        )
        for widget in (self.field, self.for_all):
            widget.setVisible(is_live)
        self._show()
        self._on_current()
        self.setVisible(bool(lines))

    def start(self) -> None:
        """Take the focus to the first that is not explained."""
        self._go_on(0)

    def _show(self) -> None:
        lacking = sum(not one.explanation for one in self._lines)
        words = self.tr("✓ {0} hồ sơ, đều đã giải trình.")
        if lacking:
            words = self.tr("▲ {0} hồ sơ, {1} chưa giải trình.")
        self.count.setText(words.format(number_text(len(self._lines)), number_text(lacking)))
        none = self.tr("■ chưa ghi") if self._is_live else ""
        self.table.show_rows([(self._name(one), one.explanation or none) for one in self._lines])

    def _name(self, one: UnsentLine) -> str:
        due = self.tr("hẹn trả {0}").format(time_and_day(one.due_at))
        if one.extended_to is not None:
            due += self.tr(", hẹn lại {0}").format(time_and_day(one.extended_to))
        return f"{one.applicant} · {one.code} · {due}"

    def _keep(self) -> None:
        """Keep what is typed for the row that is chosen."""
        row = self.table.currentRow()
        words = self.field.value().strip()
        if not self._is_live or not 0 <= row < len(self._lines):
            return
        if words != self._lines[row].explanation:
            self._put({row: words})

    def _put(self, words: dict[int, str]) -> None:
        self._lines = tuple(
            replace(one, explanation=words.get(nth, one.explanation))
            for nth, one in enumerate(self._lines)
        )
        self._show()

    def _go_on(self, begin: int) -> None:
        """Stand on the next row without an explanation."""
        rows = (*range(begin, len(self._lines)), *range(begin))
        nth = next((row for row in rows if not self._lines[row].explanation), None)
        if nth is None:
            return
        self.table.setCurrentCell(nth, 0)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def _on_opened(self, row: int) -> None:
        self.opened.emit(self._lines[row].dossier_id)

    def _on_current(self) -> None:
        row = self.table.currentRow()
        known = self._lines[row].explanation if 0 <= row < len(self._lines) else ""
        if self.field.value().strip() != known:
            self.field.set_value(known)

    def _on_entered(self) -> None:
        row = self.table.currentRow()
        self._keep()
        self._go_on(row + 1)

    def _on_for_all(self) -> None:
        words = self.field.value().strip()
        if words:
            self._put({nth: words for nth, one in enumerate(self._lines) if not one.explanation})
