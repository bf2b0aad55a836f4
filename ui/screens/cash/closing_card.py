"""The drawer counted and the sheet closed for good, or how it was closed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from app.domain.clock import time_and_day
from app.domain.errors import DeskError, FieldError, InvalidRequest
from app.domain.money.cash_sheet import (
    CashSheet,
    Closing,
    DifferenceUnexplained,
    difference_of,
)
from app.domain.money.fee import dong
from app.domain.money.typed_dong import NotDong, read_signed_dong
from ui.keys import Key, with_key
from ui.screens.cash.actions import Counted
from ui.widgets.fields.line_field import LineField, Say
from ui.widgets.keys import bind_submit
from ui.widgets.layout.waiting import Waiting
from ui.widgets.text.labels import label


class ClosingCard(QFrame):
    """Hidden where there is nothing to close.

    Signals:
        counted: the drawer as it was counted (`Counted`).
    """

    counted = Signal(object)

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._say = say
        self._expected = 0
        self.title = label("", "section", wraps=True)
        self.explanation = label("", "", wraps=True)
        self.amount = LineField(self.tr("Tiền mặt đếm được (đồng)"), say)
        self.reason = LineField(self.tr("Lý do chênh lệch"), say)
        self.button = QPushButton(with_key(self.tr("Khóa bảng kê"), Key.DO))
        self.button.setObjectName("primary")
        self._waiting = Waiting(self, self.button)
        self.problem = label("", "problemText", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(8)
        for widget in (self.title, self.explanation, self.amount, self.reason, self.problem):
            column.addWidget(widget)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self._connect()

    def show_sheet(self, sheet: CashSheet) -> None:
        """Show how `sheet` was closed, or ask for what is in the drawer."""
        self.setVisible(bool(sheet.slips))
        self._expected = sheet.expected
        is_open = sheet.closing is None
        for widget in (self.amount, self.reason, self.button):
            widget.setVisible(is_open)
        self.say_problem("")
        self.set_busy(is_busy=False)
        if sheet.closing is None:
            self.title.setText(self.tr("Đếm tiền, khóa bảng kê {0}").format(sheet.sheet))
            self.explanation.setText(
                self.tr("Khóa rồi không sửa được; tiền thu sau đó vào bảng kê tiếp theo của ngày.")
            )
            self._on_typed()
        else:
            self.title.setText(self.tr("✓ Bảng kê {0} đã khóa").format(sheet.sheet))
            self.explanation.setText(self._closed_words(sheet.closing))

    def clear(self) -> None:
        """Forget what was typed."""
        for field in (self.amount, self.reason):
            field.set_value("")

    def set_busy(self, *, is_busy: bool) -> None:
        """It is being closed: not twice."""
        self._waiting.set_busy(is_busy=is_busy)

    def show_refusal(self, error: DeskError) -> None:
        """Say each fault beside its field; a missing reason beside the reason."""
        self.set_busy(is_busy=False)
        problems = error.problems if isinstance(error, InvalidRequest) else (error,)
        for problem in problems:
            field = self._field_of(problem)
            if field is None:
                self.say_problem(self._say(problem))
            else:
                field.show_problem(self._say(problem))
                field.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_problem(self, words: str) -> None:
        """Say what belongs to no field; nothing takes it away."""
        self.problem.setText(f"■ {words}" if words else "")
        self.problem.setVisible(bool(words))

    def submit(self) -> None:
        """Hand on what was counted, or say at the field why it is no sum."""
        if not self.button.isEnabled() or self.button.isHidden():
            return
        try:
            amount = read_signed_dong(self.amount.value(), field="counted")
        except NotDong as refusal:
            self.show_refusal(refusal)
            return
        self.counted.emit(Counted(amount, self.reason.value()))

    def _connect(self) -> None:
        self.amount.changed.connect(self._on_typed)
        self.amount.entered.connect(self.reason.setFocus)
        self.reason.entered.connect(self.button.setFocus)
        self.button.clicked.connect(self.submit)
        bind_submit(self, self.submit, Qt.ShortcutContext.WindowShortcut)

    def _field_of(self, problem: DeskError) -> LineField | None:
        if isinstance(problem, DifferenceUnexplained):
            return self.reason
        name = problem.field if isinstance(problem, FieldError) else ""
        return {"counted": self.amount, "reason": self.reason}.get(name)

    def _on_typed(self) -> None:
        """Say at once whether what is counted is what the slips come to."""
        try:
            counted = read_signed_dong(self.amount.value(), field="counted")
        except NotDong:
            self.amount.show_hint(self._expected_words())
            return
        self.amount.show_hint(self._difference_words(difference_of(self._expected, counted)))

    def _expected_words(self) -> str:
        if self._expected < 0:
            words = self.tr("Đã chi {0} nhiều hơn tiền có; ngăn kéo hết tiền thì ghi 0.")
            return words.format(dong(-self._expected))
        return self.tr("Theo sổ phải có {0}.").format(dong(self._expected))

    def _difference_words(self, difference: int) -> str:
        if difference > 0:
            return self.tr("▲ Thừa {0} so với sổ: ghi lý do.").format(dong(difference))
        if difference < 0:
            return self.tr("▲ Thiếu {0} so với sổ: ghi lý do.").format(dong(-difference))
        return self.tr("✓ Khớp sổ.")

    def _closed_words(self, closing: Closing) -> str:
        words = self.tr("{0} khóa lúc {1}, đếm được {2}.").format(
            closing.officer, time_and_day(closing.at), dong(closing.counted)
        )
        if closing.difference:
            words += " " + self.tr("Chênh lệch {0}: {1}").format(
                dong(closing.difference), closing.reason
            )
        else:
            words += " " + self.tr("Khớp sổ.")
        return words
