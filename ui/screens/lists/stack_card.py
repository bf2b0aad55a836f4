"""A stack gathered by scanning or typing codes, and one thing done for all of it, row by row."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from app.answers.board import BoardRow
from app.answers.dossier import BatchRow
from app.domain.errors import DeskError
from ui.keys import Key, with_key
from ui.widgets.fields.line_field import LineField, Say
from ui.widgets.keys import bind_submit
from ui.widgets.layout.card import TitledCard
from ui.widgets.layout.flow import FlowRow
from ui.widgets.layout.waiting import Waiting
from ui.widgets.lists.plain_table import PlainTable
from ui.widgets.text.labels import label, number_text
from ui.words import word_for


class StackCard(TitledCard):
    """Codes, what each is, and what became of it.

    Signals:
        typed: a code to be looked up.
        finish_wanted: the stack is to be finished.
        opened: the id of a dossier to open.
    """

    typed = Signal(str)
    finish_wanted = Signal()
    opened = Signal(int)

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Chồng hồ sơ"), parent=parent)
        self._say = say
        self._rows: dict[int, BoardRow] = {}
        self._results: dict[int, BatchRow] = {}
        hint = self.tr("Quét từng mã hồ sơ, hoặc gõ mã rồi Enter; rồi bấm nút dưới.")
        self.hint = label(hint, "quiet", wraps=True)
        self.code = LineField(self.tr("Mã hồ sơ"), say)
        self.table = PlainTable(
            self.tr("Chồng hồ sơ"),
            (self.tr("Hồ sơ"), self.tr("Kết quả")),
            stretched=0,
            chooses=True,
        )
        self.count = label("", "", wraps=True)
        self.finish_button = QPushButton(with_key(self.tr("Xử lý xong"), Key.DO))
        self.finish_button.setObjectName("primary")
        self.clear_button = QPushButton(self.tr("Bỏ hết"))
        self._waiting = Waiting(self, self.finish_button, self.clear_button)
        self._build()

    def ids(self) -> tuple[int, ...]:
        """The dossiers of the stack that nothing was done for yet, in the order of the scans."""
        return tuple(one for one in self._rows if one not in self._results)

    def take(self, row: BoardRow) -> None:
        """A dossier more; one that lies there already is only pointed at."""
        if row.id in self._results:  # scanned again: it is to be tried again
            del self._results[row.id]
        self._rows[row.id] = row
        self.code.set_value("")
        self._show()
        self.table.setCurrentCell(list(self._rows).index(row.id), 0)

    def show_results(self, results: Sequence[BatchRow]) -> None:
        """Say of each what became of it."""
        self._results |= {one.dossier_id: one for one in results}
        self.set_busy(is_busy=False)
        self._show()

    def refuse(self, error: DeskError) -> None:
        """Say at the field why a code was not taken."""
        self.code.show_problem(self._say(error))

    def clear(self) -> None:
        """Lay the stack aside."""
        self._rows, self._results = {}, {}
        self._show()

    def set_busy(self, *, is_busy: bool) -> None:
        """It is being done: not twice."""
        self._waiting.set_busy(is_busy=is_busy)

    def submit(self) -> None:
        """Finish the stack, if there is one."""
        if self.ids() and self.finish_button.isEnabled():
            self.finish_wanted.emit()

    def _build(self) -> None:
        self.code.entered.connect(self._on_entered)
        self.table.opened.connect(self._on_opened)
        self.finish_button.clicked.connect(self.submit)
        self.clear_button.clicked.connect(self.clear)
        bind_submit(self, self.submit, Qt.ShortcutContext.WindowShortcut)
        buttons = FlowRow()
        for button in (self.finish_button, self.clear_button):
            buttons.add(button)
        for widget in (self.hint, self.code, self.count, self.table, buttons):
            self.column.addWidget(widget)
        self._show()

    def _show(self) -> None:
        self.table.show_rows([(self._name(one), self._result(one)) for one in self._rows.values()])
        self.table.setVisible(bool(self._rows))
        done = sum(one.is_done for one in self._results.values())
        refused = len(self._results) - done
        words = self.tr("{0} hồ sơ trong chồng.").format(number_text(len(self._rows)))
        if self._results:
            words += " " + self.tr("✓ {0} xong, ■ {1} không làm được.").format(done, refused)
        self.count.setText(words)
        self.finish_button.setEnabled(bool(self.ids()))
        self.clear_button.setEnabled(bool(self._rows))

    def _name(self, row: BoardRow) -> str:
        return f"{row.code} · {row.applicant}"

    def _result(self, row: BoardRow) -> str:
        done = self._results.get(row.id)
        if done is None:
            return word_for(row.state)
        return f"✓ {word_for(done.state)}" if done.is_done else f"■ {self._say(done.refusal)}"

    def _on_entered(self) -> None:
        text = self.code.value().strip()
        if text:
            self.typed.emit(text)

    @Slot(int)
    def _on_opened(self, row: int) -> None:
        self.opened.emit(list(self._rows)[row])
