"""Declared closures of the desk: their minutes never count."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QWidget

from app.domain.deadline.calendar_year import Closure
from app.domain.errors import DeskError, FieldError
from app.domain.text import TextMissing, line
from ui.theme import repolish
from ui.tips import on_button
from ui.widgets.fields.line_field import LineField
from ui.widgets.fields.moment import NotAMoment, read_moment, show_moment
from ui.widgets.lists.plain_table import PlainTable
from ui.widgets.text.labels import label
from ui.widgets.text.shortened import shortened


class ClosuresCard(QFrame):
    """The list, and a row of fields to add one.

    Signals:
        submitted: the closures as they should stand.
        changed: something was typed.
    """

    submitted = Signal(object)
    changed = Signal()

    def __init__(
        self,
        say: Callable[[DeskError], str],
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._say = say
        self._now = now
        self._closures: tuple[Closure, ...] = ()
        self._sent: Closure | None = None
        self._asked_for = -1
        self.table = PlainTable(
            self.tr("Các lần đóng cửa"),
            (self.tr("Từ"), self.tr("Đến"), self.tr("Lý do"), self.tr("Quyết định")),
            stretched=2,
            chooses=True,
            most_height=170,
        )
        self.first = LineField(self.tr("Từ lúc"), say)
        self.last = LineField(self.tr("Đến lúc"), say)
        self.reason = LineField(self.tr("Lý do"), say)
        self.decision = LineField(self.tr("Quyết định, thông báo số"), say)
        for field in (self.first, self.last):
            field.input.setPlaceholderText("07:30 25/11/2026")
        self.reason.input.setPlaceholderText(self.tr("lũ, bão, mất điện, mất mạng…"))
        self.add = QPushButton(self.tr("Thêm lần đóng cửa"))
        self.remove = QPushButton(self.tr("Bỏ dòng đang chọn"))
        self._none = label(
            self.tr("Chưa lần nào. Khi lũ, bão hay mất điện phải đóng cửa, ghi ở đây để dời hạn."),
            "quiet",
            wraps=True,
        )
        self._arrange()
        self._fields = (self.first, self.last, self.reason, self.decision)
        for field in self._fields:
            field.changed.connect(self.changed)
        self.add.clicked.connect(self.submit)
        self.remove.clicked.connect(self._on_remove)

    def show_closures(self, closures: tuple[Closure, ...]) -> None:
        """List `closures`; the fields are emptied once what they say is among them."""
        self._closures = closures
        self.table.show_rows(
            [
                (show_moment(one.from_at), show_moment(one.to_at), one.reason, one.decision)
                for one in closures
            ]
        )
        self.table.setVisible(bool(closures))
        self._none.setVisible(not closures)
        self.remove.setVisible(bool(closures))
        self._forget_question()
        if self._sent in closures:
            self._sent = None
            self.discard()

    @property
    def unsaved(self) -> int:
        """One while something is typed in the fields."""
        return int(any(field.value().strip() for field in self._fields))

    def check(self) -> bool:
        """Whether what is typed, if anything is, is a closure; if not, it says so."""
        return not self.unsaved or self._read() is not None

    def discard(self) -> None:
        """Empty the fields."""
        with QSignalBlocker(self):
            for field in self._fields:
                field.set_value("")

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 12, 14, 14)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(9)
        grid.addWidget(label(self.tr("Đóng cửa đột xuất"), "section"), 0, 0, 1, 4)
        grid.addWidget(self._none, 1, 0, 1, 4)
        grid.addWidget(self.table, 2, 0, 1, 4)
        for nth, field in enumerate((self.first, self.last, self.reason, self.decision)):
            grid.addWidget(field, 3, nth, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(nth, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.remove)
        row.addStretch(1)
        row.addWidget(self.add)
        grid.addLayout(row, 4, 0, 1, 4)

    @Slot()
    def submit(self) -> None:
        """Hand up the closures with the one that is typed."""
        closure = self._read()
        if closure is not None:
            self._sent = closure
            self.submitted.emit((*self._closures, closure))

    @Slot()
    def _on_remove(self) -> None:
        """Asks once more on the button itself: promises may be counted otherwise afterwards."""
        row = self.table.currentRow()
        if row < 0:
            return
        if self._asked_for != row:
            self._asked_for = row
            reason = self._closures[row].reason
            named = on_button(shortened(reason, 40))
            self.remove.setText(self.tr("Bỏ “{0}”? Bấm lần nữa").format(named))
            self.remove.setObjectName("danger")
            repolish(self.remove)
            return
        self.submitted.emit(tuple(c for nth, c in enumerate(self._closures) if nth != row))

    def _forget_question(self) -> None:
        self._asked_for = -1
        self.remove.setText(self.tr("Bỏ dòng đang chọn"))
        self.remove.setObjectName("")
        repolish(self.remove)

    def _read(self) -> Closure | None:
        field = self.first
        try:
            first = self._moment(self.first, "from_at")
            field = self.last
            last = self._moment(self.last, "to_at")
            if last <= first:
                raise NotAMoment(field="to_at", text=self.last.value())
            field = self.reason
            reason = line(self.reason.value(), field="reason", limit=300, required=True)
            field = self.decision
            decision = line(self.decision.value(), field="decision", limit=300)
        except FieldError as refusal:
            field.show_problem(self._say(refusal))
            field.input.setFocus()
            return None
        return Closure(first, last, reason, decision)

    def _moment(self, field: LineField, name: str) -> datetime:
        moment = read_moment(field.value(), now=self._now(), field=name)
        if moment is None:
            raise TextMissing(field=name)
        return moment
