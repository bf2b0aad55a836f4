"""The question before the first act of a day: is the machine's clock right?"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.domain.clock_doubt import ClockDoubted, Doubt
from ui.keys import Key, with_key
from ui.shell.cards.question_card import QuestionCard
from ui.shell.frame.day_words import day_words
from ui.widgets.keys import bind_submit
from ui.widgets.text.labels import label
from ui.words import reason_in_language


class ClockCard(QuestionCard):
    """Whoever closes it unanswered is asked again; the button that looks again is the safe one.

    Signals:
        confirmed: the clock is right.
        again: look at the clock again; it may have been set.
    """

    confirmed = Signal()
    again = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        title = label(self.tr("Ngày giờ của máy có đúng không?"), "title", wraps=True)
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
        parts = (self.time, self.why, label(what, "quiet", wraps=True))
        self.lay_out(title, parts, (self.look, self.yes), safe=self.look)

    def show_doubt(self, doubt: ClockDoubted) -> None:
        """Ask about this."""
        time = self.tr("{0}, {1} giờ {2}, giờ Việt Nam").format(
            day_words(doubt.now), f"{doubt.now:%H}", f"{doubt.now:%M}"
        )
        is_here = Doubt.OFFSET not in doubt.doubts
        machine = self.tr("Máy đang chỉ {0}").format(reason_in_language(doubt.shown))
        self.time.setText(time if is_here else machine)
        self.why.setText(self.tr("Hỏi vì: {0}.").format(reason_in_language(doubt.why)))

    def on_enter(self) -> bool:
        (self.confirmed if self.yes.hasFocus() else self.again).emit()
        return True
