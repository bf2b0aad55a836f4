"""Column 3: the promise, largest thing on the screen, how it is counted, and the live receipt."""

from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.answers.dossier import Registered
from ui.keys import Key, with_key
from ui.screens.intake.actions import PromisePreview
from ui.screens.intake.parts.weekdays import day_words, time_words
from ui.screens.intake.promise.day_table import DayTable
from ui.screens.intake.promise.done_card import DoneCard
from ui.screens.intake.promise.receipt_picture import ReceiptPicture
from ui.theme import px
from ui.widgets.text.clamped import ClampedLabel
from ui.widgets.text.notice_strip import NoticeStrip
from ui.widgets.text.plain import button, plain_label

LEAST_TABLE = 5
"""Lines of the day list that stay in sight when there is little room."""
MOST_LINES = 3
"""Lines of the fees, and of the law: what is longer is whole on hover."""
_SMALL = 9
LOW = 380
"""Height at 100 % below which only the promise and its days keep their place."""


class PromisePanel(QFrame):
    """The column; it shows what was just registered until the next promise is known.

    Signals:
        enlarged: the receipt is to be shown large.
        promised: another time is promised, or none any more (`due_at`).
    """

    enlarged = Signal()
    promised = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.due_at: datetime | None = None
        self.done = DoneCard()
        self.day = plain_label("", "promise")
        self.rule = plain_label("", "body")
        self.mark = NoticeStrip("warning")
        self.days = DayTable(self.tr("Cách đếm ngày hẹn trả"))
        self.fees = ClampedLabel(MOST_LINES, _SMALL, is_quiet=True)
        self.basis = ClampedLabel(MOST_LINES, _SMALL, is_quiet=True)
        self.picture = ReceiptPicture(self.tr("Phiếu sẽ in"))
        self._picture_title = plain_label(self.tr("Phiếu sẽ in"), "strong", wraps=False)
        self.large = button(with_key(self.tr("Xem lớn"), Key.ENLARGE), "link")
        self.large.clicked.connect(self.enlarged)
        self._is_narrow = False
        self._is_empty = True
        self._build()
        self.days.rows_fitted.connect(self._fit_table)
        self.show_empty()

    def show_empty(self) -> None:
        """Nothing is promised yet: say what will stand here, where that takes nobody's room."""
        self._is_empty = True
        self._show_waiting(
            self.tr(
                "Chọn thủ tục để thấy ngày hẹn trả, cách đếm từng ngày và phiếu sẽ in. Ngày hẹn "
                "luôn do quy tắc tính, không gõ tay."
            )
        )

    def show_waiting(self, words: str) -> None:
        """Say what is needed before anything can be promised."""
        self._is_empty = False
        self._show_waiting(words)

    def _show_waiting(self, words: str) -> None:
        self._show_itself()
        self._promise(None)
        self.done.hide()
        self.day.setText("")
        self._show_words(words)

    def show_promise(self, preview: PromisePreview) -> None:
        """Show the promise and how it is counted."""
        self._is_empty = False
        self._show_itself()
        self.done.hide()
        due_at = preview.due_at
        self.day.show()
        self.day.setText(day_words(due_at) if due_at else self.tr("Không quy định"))
        when = time_words(due_at) if due_at else ""
        self.rule.setText(" · ".join(part for part in (when, preview.limit_text) if part))
        self.rule.show()
        self.mark.say("")
        if due_at and not preview.calendar_confirmed:
            words = self.tr("▲ Lịch nghỉ năm {0} chưa xác nhận – ngày hẹn có thể đổi.")
            self.mark.say(words.format(due_at.year))
        self.days.show_days(preview.days)
        self.days.setVisible(bool(preview.days) and not self._is_narrow)
        fees = "{0}." if preview.names_fees else self.tr("Phí, lệ phí: {0}.")
        self.fees.show_text(fees.format(preview.fees_text) if preview.fees_text else "")
        self.basis.show_text(preview.basis)
        self._show_rest()
        self._fit_table()
        self._promise(due_at)

    def show_page(self, image: QImage | None) -> None:
        """Show the receipt as it stands."""
        self.picture.show_page(image)

    def show_registered(self, registered: Registered, who: str) -> None:
        """Show what was just registered in the promise's place."""
        self._is_empty = False
        self._show_itself()
        self.due_at = None
        for widget in (self.day, self.rule, self.mark, self.days, *self._rest):
            widget.hide()
        self.done.show_registered(registered, who)

    @property
    def shows_registered(self) -> bool:
        """Whether the card of what was just registered is in sight."""
        return self.done.isVisibleTo(self)

    def set_narrow(self, *, is_narrow: bool) -> None:
        """In a narrow window only the promise itself keeps its place."""
        self._is_narrow = is_narrow
        has_promise = bool(self.day.text())
        self.days.setVisible(has_promise and not is_narrow and self.days.rowCount() > 0)
        self._show_rest()
        self._title.setVisible(not is_narrow)
        self._show_itself()
        self.done.set_narrow(is_narrow=is_narrow)
        self._lines.setDirection(
            QBoxLayout.Direction.LeftToRight if is_narrow else QBoxLayout.Direction.TopToBottom
        )
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_rest()
        self._fit_table()

    def _show_itself(self) -> None:
        if self.parentWidget() is not None:  # alone it would become a window
            self.setHidden(self._is_narrow and self._is_empty)

    def _promise(self, due_at: datetime | None) -> None:
        if due_at != self.due_at:
            self.due_at = due_at
            self.promised.emit()

    def _build(self) -> None:
        self._picture_box = _Yielding()
        self._rest = (self.fees, self.basis, self._picture_box)
        head = QHBoxLayout()
        head.addWidget(self._picture_title)
        head.addStretch(1)
        head.addWidget(self.large)
        box = QVBoxLayout(self._picture_box)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(head)
        box.addWidget(self.picture)
        box.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(5)
        self._title = plain_label(self.tr("3  Hẹn trả"), "section")
        self._lines = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._lines.setSpacing(5)
        self._lines.addWidget(self.day)
        self._lines.addWidget(self.rule)
        column.addWidget(self._title)
        column.addWidget(self.done)
        column.addLayout(self._lines)
        for widget in (self.mark, self.days, self.fees, self.basis):
            column.addWidget(widget)
        column.addWidget(self._picture_box, 1)
        column.addStretch(0)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)

    def _show_words(self, words: str) -> None:
        self.day.hide()
        self.rule.setText(words)
        self.rule.show()
        self.mark.hide()
        self.days.hide()
        self.days.show_days(())
        self.fees.show_text("")
        self.basis.show_text("")
        self._show_rest()
        self.picture.show_page(None)

    def _show_rest(self) -> None:
        """Fees, law and picture, where there is something to say and room for it."""
        has_room = not self._is_narrow and self.height() >= px(LOW)
        for words in (self.fees, self.basis):
            words.setVisible(has_room and bool(words.text) and not self.shows_registered)
        self._picture_box.setVisible(has_room and not self.shows_registered)

    def _fit_table(self) -> None:
        """As tall as its rows, but the receipt keeps more than half of the column."""
        line = self.fontMetrics().lineSpacing() + 6
        self.days.ask_for(max(LEAST_TABLE * line, int(self.height() * 0.34)), LEAST_TABLE * line)


class _Yielding(QWidget):
    """Takes what room is left: the page in it wants its whole height, and would push others."""

    def hasHeightForWidth(self) -> bool:
        return False

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()
