"""The fields a closure of the desk is declared with."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QWidget

from app.domain.deadline.calendar_year import Closure
from app.domain.deadline.closures import ClosureEndsBeforeItBegins, checked
from app.domain.errors import DeskError, FieldError
from app.domain.text import TextMissing
from ui.widgets.fields.line_field import LineField
from ui.widgets.fields.moment import NotAMoment, read_moment
from ui.widgets.text.labels import label

_FIELDS = ("from_at", "to_at", "decision", "reason")


class DeclareCard(QFrame):
    """When the desk is shut, by which decision and why; what that would move is looked at first.

    Signals:
        review_wanted: the closure that is typed.
        changed: something was typed.
    """

    review_wanted = Signal(object)
    changed = Signal()

    def __init__(
        self,
        say: Callable[[DeskError], str],
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._say, self._now = say, now
        self.first = LineField(self.tr("Từ lúc"), say)
        self.last = LineField(self.tr("Đến lúc"), say)
        self.decision = LineField(self.tr("Quyết định, thông báo số"), say)
        self.reason = LineField(self.tr("Lý do"), say)
        self.first.input.setPlaceholderText(self.tr("07:30 25/11/2026, hoặc 25/11/2026"))
        self.last.input.setPlaceholderText(self.tr("giờ và ngày, hoặc hết ngày 26/11/2026"))
        self.reason.input.setPlaceholderText(self.tr("lũ, bão, mất điện, mất mạng…"))
        self.review = QPushButton(self.tr("Xem hồ sơ bị dời hẹn…"))
        self.review.clicked.connect(self.submit)
        self._by_name = dict(
            zip(_FIELDS, (self.first, self.last, self.decision, self.reason), strict=True)
        )
        for field in self._by_name.values():
            field.changed.connect(self.changed)
        self._arrange()

    @property
    def is_typed(self) -> bool:
        """Whether something is typed in the fields."""
        return any(field.value().strip() for field in self._by_name.values())

    def clear(self) -> None:
        """Empty the fields: what they said was declared."""
        with QSignalBlocker(self):
            for field in self._by_name.values():
                field.set_value("")
                field.clear_problem()

    @Slot()
    def submit(self) -> None:
        """Hand up the closure that is typed, or say at its field what is wrong."""
        for field in self._by_name.values():
            field.clear_problem()
        try:
            closure = self._read()
        except FieldError as refusal:
            field = self._by_name[refusal.field]
            field.show_problem(self._say(refusal))
            field.input.setFocus()
            return
        self.review_wanted.emit(closure)

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(9)
        words = self.tr(
            "Bão, lũ, mất điện, mất mạng: thời gian đóng cửa không tính vào thời hạn. Ghi ngày thì "
            "đóng cả ngày. Xem trước rồi mới khai báo; hẹn cũ vẫn được giữ."
        )
        grid.addWidget(label(words, "quiet", wraps=True), 0, 0, 1, 4)
        for nth, field in enumerate(self._by_name.values()):
            grid.addWidget(field, 1, nth, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(nth, 1)
        grid.addWidget(self.review, 2, 0, 1, 4, Qt.AlignmentFlag.AlignRight)

    def _read(self) -> Closure:
        begins, ends = self._moment("from_at"), self._moment("to_at")
        if ends <= begins:
            raise ClosureEndsBeforeItBegins(field="to_at", from_at=begins, to_at=ends)
        return checked(begins, ends, reason=self.reason.value(), decision=self.decision.value())

    def _moment(self, name: str) -> datetime:
        """The moment in a field; of a day alone its begin, or the end of the last day."""
        text = self._by_name[name].value().strip()
        if not text:
            raise TextMissing(field=name)
        try:
            return self._nearest(text, name)
        except NotAMoment:
            begin = self._nearest(f"00:00 {text}", name)
            return begin + timedelta(days=1) if name == "to_at" else begin

    def _nearest(self, text: str, name: str) -> datetime:
        """The moment `text` says; without a year the nearest such day, past or coming."""
        now = self._now()
        found = [
            read_moment(text, now=now, field=name, is_coming=coming) for coming in (False, True)
        ]
        return min((one for one in found if one is not None), key=lambda one: abs(one - now))
