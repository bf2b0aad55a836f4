"""What was just registered: the number large, the promise, and what to do next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.answers.dossier import Registered
from app.domain.money.fee import dong, due_of
from ui.screens.intake.parts.labels import button, plain_label
from ui.screens.intake.parts.shorten import named_some
from ui.screens.intake.parts.weekdays import day_words, time_words
from ui.screens.intake.promise.numbers import numbers_given
from ui.widgets.fields.personal import doubt_words
from ui.widgets.text.notice_strip import NoticeStrip
from ui.words import word_for

NAMED, NAME_WIDTH = 3, 80
"""How many missing papers are named, each with how many characters; more are counted."""


class DoneCard(QFrame):
    """Stands where the promise will stand again, until the next procedure is chosen.

    Signals:
        print_wanted: print the receipt, or print it again.
        open_wanted: open the dossier.
        slip_wanted: print the slip of the money taken.
        outside_wanted: open the receipt in the desktop's own viewer.
    """

    print_wanted = Signal()
    open_wanted = Signal()
    slip_wanted = Signal()
    outside_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("doneCard")
        self._title = plain_label(self.tr("✓ Đã tiếp nhận"), "strong")
        self.code = plain_label("", "promise")
        self._who = plain_label("", "quiet")
        self._due = plain_label("", "strong")
        self.numbers = plain_label("", "strong")
        self.money = plain_label("", "body")
        self.printing = NoticeStrip()
        self._next = plain_label("", "body")
        self._doubts = NoticeStrip("warning")
        self.print_button = button(self.tr("In lại   Ctrl+P"), "plain")
        self.open_button = button(self.tr("Mở hồ sơ   Alt+M"), "plain")
        self.outside_button = button(self.tr("Mở bằng trình đọc PDF"), "plain")
        self.slip_button = button(self.tr("In phiếu thu   Alt+P"), "plain")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.open_button)
        buttons.addStretch(1)
        said = QVBoxLayout()
        said.setSpacing(6)
        for widget in (
            self._title, self.code, self._who, self._due, self.numbers, self.money,
        ):  # fmt: skip
            said.addWidget(widget)
        todo = QVBoxLayout()
        todo.setSpacing(6)
        todo.addWidget(self.printing)
        todo.addWidget(self._next)
        todo.addWidget(self._doubts)
        todo.addLayout(buttons)
        todo.addWidget(self.slip_button, 0, Qt.AlignmentFlag.AlignLeft)
        todo.addWidget(self.outside_button, 0, Qt.AlignmentFlag.AlignLeft)
        todo.addStretch(1)
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._halves.setContentsMargins(0, 4, 0, 0)
        self._halves.setSpacing(6)
        self._halves.addLayout(said)
        self._halves.addLayout(todo)
        self._halves.addStretch(1)
        self.print_button.clicked.connect(self.print_wanted)
        self.open_button.clicked.connect(self.open_wanted)
        self.slip_button.clicked.connect(self.slip_wanted)
        self.outside_button.clicked.connect(self.outside_wanted)
        self.hide()

    def show_registered(self, registered: Registered, who: str) -> None:
        """Show what was registered for `who`."""
        self.code.setText(registered.dossier_code)
        self._who.setText(who)
        due_at = registered.due_at
        self._due.setText(
            self.tr("Hẹn trả {0}, {1}").format(time_words(due_at), day_words(due_at))
            if due_at
            else self.tr("Không quy định thời hạn")
        )
        self._show_charged(registered)
        self._next.setText(
            self.tr(
                "Việc tiếp: đưa phiếu cho người nộp ký, giữ một liên kẹp hồ sơ, ghi số lên bìa."
            )
        )
        self._doubts.say(self._second_look(registered))
        self.show_printing("")
        self.show()

    def _show_charged(self, registered: Registered) -> None:
        """The numbers of certified papers, and what was paid or is due."""
        numbers, payment = numbers_given(registered.certification), registered.payment
        self.numbers.setText(numbers)
        self.numbers.setVisible(bool(numbers))
        due = due_of(registered.fees)
        if payment is not None:
            words = self.tr("Đã thu {0}, {1} – phiếu thu {2}").format(
                dong(payment.amount), word_for(payment.method).lower(), payment.slip
            )
        elif registered.fees:
            words = self.tr("Phải thu {0}, chưa thu").format(dong(due))
            words = words if due else self.tr("Được miễn phí, lệ phí")
        else:
            words = ""
        self.money.setText(words)
        self.money.setVisible(bool(words))
        self.slip_button.setVisible(payment is not None)

    def set_narrow(self, *, is_narrow: bool) -> None:
        """In a narrow window number and next steps stand side by side."""
        self._halves.setDirection(
            QBoxLayout.Direction.LeftToRight if is_narrow else QBoxLayout.Direction.TopToBottom
        )
        for nth, stretch in enumerate((1, 1, 0) if is_narrow else (0, 0, 1)):
            self._halves.setStretch(nth, stretch)
        self._title.setVisible(not is_narrow)
        self._next.setVisible(not is_narrow)

    def show_printing(self, words: str, kind: str = "info") -> None:
        """Say how printing goes; it never changes what was registered.

        After a failure (kind ``warning``) the desktop's own viewer is offered.
        """
        self.printing.say(words, kind)
        self.outside_button.setVisible(kind == "warning")

    def _second_look(self, registered: Registered) -> str:
        found = []
        if registered.missing:
            names = named_some(registered.missing, NAMED, NAME_WIDTH)
            found.append(self.tr("Nhận thiếu giấy bắt buộc: {0}.").format(names))
        if registered.doubts:
            words = ", ".join(doubt_words(doubt) for doubt in registered.doubts)
            found.append(self.tr("Số định danh: {0}.").format(words))
        if not registered.calendar_confirmed:
            found.append(self.tr("Lịch của năm hẹn trả chưa xác nhận."))
        if registered.clock_went_back:
            found.append(self.tr("Đồng hồ máy chạy lùi – xem lại ngày giờ của máy."))
        return "▲ " + " ".join(found) if found else ""
