"""What a closure would move, looked at before it is done."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.answers.closures import ClosureReview, MovedPromise
from app.domain.clock import time_and_day
from app.domain.dossier.numbers import grouped_phone
from ui.theme import repolish
from ui.widgets.fields.line_field import LineField, Say
from ui.widgets.lists.plain_table import PlainTable
from ui.widgets.text.labels import label, number_text


class ReviewCard(QFrame):
    """The promises that change, and the button that changes them; hidden while there is none.

    Signals:
        confirmed: the review is to be done, with the reason of an undoing.
        dropped: it is not.
        opened: the id of the dossier whose row was clicked or entered.
    """

    confirmed = Signal(object, str)
    dropped = Signal()
    opened = Signal(int)

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._review: ClosureReview | None = None
        self.words = label("", "strong", wraps=True)
        self.marks = label("", "warningText", wraps=True)
        self.table = PlainTable(
            self.tr("Hồ sơ đổi hẹn trả"),
            (
                self.tr("Mã hồ sơ"), self.tr("Người nộp"), self.tr("Hẹn cũ"), self.tr("Hẹn mới"),
                self.tr("Điện thoại"),
            ),
            stretched=1,
            chooses=True,
            leads=True,
            most_height=320,
        )  # fmt: skip
        self.reason = LineField(self.tr("Lý do bỏ"), say)
        self.done = QPushButton("")
        self.done.setObjectName("primary")
        self.drop = QPushButton(self.tr("Thôi"))
        self.table.opened.connect(self._on_opened)
        self.done.clicked.connect(self._on_done)
        self.drop.clicked.connect(self.dropped)
        row = QHBoxLayout()
        row.addWidget(self.drop)
        row.addStretch(1)
        row.addWidget(self.done)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.words, self.marks, self.table, self.reason):
            column.addWidget(part)
        column.addLayout(row)
        self.hide()

    def show_review(self, review: ClosureReview) -> None:
        """Show what would change, and stand on the button that does it."""
        self._review = review
        closure = review.closure
        times = f"{time_and_day(closure.from_at)} – {time_and_day(closure.to_at)}"
        about = ", ".join(filter(None, (closure.decision, closure.reason)))
        is_undoing = review.undoes is not None
        words = self.tr("Bỏ đóng cửa số {0}, {1} ({2}): {3} hồ sơ đổi hẹn trả.")
        if not is_undoing:
            words = self.tr("Đóng cửa {1} ({2}): {3} hồ sơ đổi hẹn trả.")
        count = number_text(review.count)
        self.words.setText(words.format(review.undoes, times, about, count))
        self._show_marks(review)
        rows = [_cells(row) for row in review.rows]
        if review.count > len(review.rows):
            left_out = number_text(review.count - len(review.rows))
            rows.append(("…", self.tr("Còn {0} hồ sơ nữa.").format(left_out), "", "", ""))
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self.reason.setVisible(is_undoing)
        self.reason.set_value("")
        self.done.setText(
            self.tr("Bỏ đóng cửa, tính lại {0} hồ sơ").format(count)
            if is_undoing
            else self.tr("Khai báo, dời hẹn {0} hồ sơ").format(count)
        )
        repolish(self.done)
        self.show()
        self.done.setFocus()

    def _show_marks(self, review: ClosureReview) -> None:
        marks = []
        if review.relieved:
            marks.append(
                self.tr(
                    "▲ {0} hồ sơ đang quá hạn sẽ hết quá hạn: xem lại ngày giờ đóng cửa."
                ).format(number_text(review.relieved))
            )
        if review.overdue:
            marks.append(
                self.tr(
                    "▲ {0} hồ sơ sẽ thành quá hạn. Nếu đã đóng cửa một phần thời gian: khai báo "
                    "phần đó trước, rồi mới bỏ."
                ).format(number_text(review.overdue))
            )
        self.marks.setText("\n".join(marks))
        self.marks.setVisible(bool(marks))

    @Slot()
    def _on_done(self) -> None:
        if self._review is not None:
            self.confirmed.emit(self._review, self.reason.value().strip())

    @Slot(int)
    def _on_opened(self, row: int) -> None:
        rows = self._review.rows if self._review is not None else ()
        if row < len(rows):
            self.opened.emit(rows[row].dossier_id)


def _cells(row: MovedPromise) -> tuple[str, ...]:
    old, new = (time_and_day(at) if at else "–" for at in (row.old_due_at, row.new_due_at))
    return row.code, row.name, old, new, grouped_phone(row.phone)
