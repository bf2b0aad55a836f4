"""The question before the first act of a day: is the machine's clock right?"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.domain.clock_doubt import ClockDoubted, Doubt
from ui.keys import Key, with_key
from ui.shell.frame.day_words import day_words
from ui.theme import px
from ui.widgets.keys import bind_submit
from ui.widgets.text.labels import label
from ui.words import reason_in_language


class ClockCard(QFrame):
    """Lies over the window; whoever closes it unanswered is asked again.

    The button that looks again has the focus: no stray Enter says that a clock is right.

    Signals:
        closed: it was closed; the focus should return.
        confirmed: the clock is right.
        again: look at the clock again; it may have been set.
    """

    closed = Signal()
    confirmed = Signal()
    again = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sidePane")
        self.setAutoFillBackground(True)
        title = label(self.tr("Ngày giờ của máy có đúng không?"), "title", wraps=True)
        self.setAccessibleName(title.text())
        self.time = label("", "title", wraps=True)
        self.why = label("", "", wraps=True)
        what = self.tr(
            "Số hồ sơ, giờ nhận, ngày hẹn trả và số phiếu thu lấy theo giờ này. Nếu chưa đúng, hãy "
            "sửa ngày, giờ, múi giờ của máy rồi bấm Xem lại. Chưa trả lời thì chưa ghi và chưa in "
            "gì cả."
        )
        self.yes = QPushButton(with_key(self.tr("Đúng, làm việc tiếp"), Key.DO))
        self.look = QPushButton(with_key(self.tr("Xem lại"), Key.ENTER))
        self.look.setObjectName("primary")
        self.yes.clicked.connect(self.confirmed)
        self.look.clicked.connect(self.again)
        bind_submit(self, self.confirmed.emit)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        buttons.addWidget(self.look)
        buttons.addWidget(self.yes)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(20))
        column.setSpacing(px(12))
        for part in (title, self.time, self.why, label(what, "quiet", wraps=True)):
            column.addWidget(part)
        column.addStretch(1)
        column.addLayout(buttons)
        self.hide()

    def show_doubt(self, doubt: ClockDoubted) -> None:
        """Ask about this."""
        time = self.tr("{0}, {1} giờ {2}, giờ Việt Nam").format(
            day_words(doubt.now), f"{doubt.now:%H}", f"{doubt.now:%M}"
        )
        is_here = Doubt.OFFSET not in doubt.doubts
        machine = self.tr("Máy đang chỉ {0}").format(reason_in_language(doubt.shown))
        self.time.setText(time if is_here else machine)
        self.why.setText(self.tr("Hỏi vì: {0}.").format(reason_in_language(doubt.why)))

    def open_at(self, left: int, top: int, width: int, height: int) -> None:
        """Lie at this place and take the focus."""
        self.setGeometry(left, top, width, max(height, self.heightForWidth(width)))
        self.show()
        self.raise_()
        self.look.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Close."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.end()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            (self.confirmed if self.yes.hasFocus() else self.again).emit()
        else:
            super().keyPressEvent(event)
