"""The procedure's search line and, under it, what it finds: most used first while it is empty."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.answers.catalogue import ProcedureChoice
from app.domain.errors import DeskError
from ui.keys import Key
from ui.latest import Latest
from ui.screens.intake.parts.row import Row
from ui.screens.intake.parts.rows import RowList
from ui.widgets.fields.line_field import LineField
from ui.widgets.text.plain import plain_label
from ui.work import Queue


class ProcedureSearch(QWidget):
    """Search, then choose with Up, Down and Enter; the line keeps the name of what was chosen.

    Signals:
        chosen: the `ProcedureChoice` taken.
        typed: the text in the line changed by hand.
        passed: Enter was pressed on the procedure already chosen: go on.
        awaited: Enter waits for what is found (`is_awaited`), or does so no longer.
    """

    chosen = Signal(object)
    typed = Signal()
    passed = Signal()
    awaited = Signal()

    def __init__(
        self,
        procedures: Callable[[str], tuple[ProcedureChoice, ...]],
        say: Callable[[DeskError], str],
        records: Queue,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._procedures = procedures
        self._name = ""
        self._found: tuple[ProcedureChoice, ...] = ()
        self.is_awaited = False
        self._question = Latest(self, records, delay_ms=30)
        self.field = LineField(self.tr("Thủ tục"), say)
        self.field.input.is_replaced = True
        self.field.input.setPlaceholderText(
            self.tr("Gõ tên, mã hoặc chữ đầu: khai sinh, ks, 1193…")
        )
        self.list = RowList(self.tr("Thủ tục tìm thấy"), is_led=True)
        self._nothing = plain_label("", "quiet")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        self.list.hide()
        self._nothing.hide()
        self.field.input.typed.connect(self._on_typed)
        self.field.input.entered.connect(self._on_entered)
        self.field.input.installEventFilter(self)
        self.list.clicked.connect(self._on_clicked)

    @property
    def is_open(self) -> bool:
        """Whether the list of what was found is in sight."""
        return self.list.isVisibleTo(self) or self._nothing.isVisibleTo(self)

    def show_chosen(self, name: str) -> None:
        """Write the chosen procedure's name into the line and fold the list."""
        self._name = name
        self._question.forget()
        self._await(is_awaited=False)
        self.field.clear_problem()
        self.field.input.setText(name)
        self.field.input.setCursorPosition(0)
        self.fold()

    def show_text(self, text: str) -> None:
        """Put back what was being searched when a draft was kept."""
        self._name = ""
        self.field.input.setText(text)
        self.fold()

    def _await(self, *, is_awaited: bool) -> None:
        if is_awaited is not self.is_awaited:
            self.is_awaited = is_awaited
            self.awaited.emit()

    def fold(self) -> None:
        """Take the list away."""
        self.list.hide()
        self._nothing.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._is_for_list(event)
        if event.type() == QEvent.Type.FocusIn and not self._name:
            self._ask()
        return super().eventFilter(watched, event)

    def _is_for_list(self, event: QKeyEvent) -> bool:
        if self.field.input.is_composing:
            return False
        moves: dict[int, int] = {
            Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5,
        }  # fmt: skip
        if by := moves.get(event.key()):
            if self.list.isVisibleTo(self):
                self._move(by)
            else:
                self._ask()
            return True
        if event.key() == Qt.Key.Key_Escape and self.is_open and self._name:
            self.show_chosen(self._name)
            return True
        return False

    def _move(self, by: int) -> None:
        row = max(0, self.list.currentIndex().row() + by)
        self.list.go_to(min(len(self._found) - 1, row))

    def _on_typed(self) -> None:
        self.typed.emit()
        self._await(is_awaited=False)
        self._ask()

    def _ask(self) -> None:
        text = self.field.value()
        if text == self._name:
            text = ""
        self._question.ask(lambda: self._procedures(text), self._on_found, self._on_failed)

    def _on_found(self, found: tuple[ProcedureChoice, ...]) -> None:
        self._found = found
        self.list.rows.show_rows([self._row(choice) for choice in found])
        self._nothing.setText(
            self.tr(
                "Không tìm thấy thủ tục nào. Thử ít chữ hơn, không dấu, hoặc mã như 1.001193; "
                "xem Danh mục ({0})."
            ).format(Key.REFERENCE)
        )
        self._nothing.setVisible(not found)
        self.list.setVisible(bool(found))
        # Nothing typed, nothing chosen: a stray Enter must not pick the most used procedure.
        if found and self.field.value() not in {"", self._name}:
            self.list.go_to(0)
            if self.is_awaited:
                self._take(0)
        self._await(is_awaited=False)

    def _on_failed(self, _error: Exception) -> None:
        """Enter finds nothing: what is typed stays, and typing goes on there."""
        self._await(is_awaited=False)

    def _on_entered(self) -> None:
        if self._question.is_busy and self.field.value() != self._name:
            self._await(is_awaited=True)
        elif self.list.isVisibleTo(self) and self.list.currentIndex().isValid():
            self._take(self.list.currentIndex().row())
        elif self._name and self.field.value() == self._name:
            self.passed.emit()

    def _on_clicked(self, index: QModelIndex) -> None:
        self._take(index.row())

    def _take(self, row: int) -> None:
        choice = self._found[row]
        self.show_chosen(choice.name)
        self.chosen.emit(choice)

    def _row(self, choice: ProcedureChoice) -> Row:
        uses = self.tr("đã dùng {0} lần").format(choice.use_count) if choice.use_count else ""
        warning = self.tr("▲ thiếu thời hạn – bổ sung được ngay khi tiếp nhận")
        return Row(
            choice.name,
            second=" · ".join(part for part in (choice.code, choice.field, uses) if part),
            warning="" if choice.is_complete else warning,
        )
