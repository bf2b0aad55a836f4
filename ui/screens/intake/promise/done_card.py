"""What was just registered: the number large, the promise, and what to do next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.answers.dossier import Registered
from app.answers.money import DossierMoney
from app.domain.catalogue.paper_names import short_name
from app.domain.dossier.filing import CodeDoubt
from app.domain.dossier.names import PersonDoubt
from app.domain.money.fee import dong, due_of
from app.wording.terms import FIELDS
from ui.keys import Key, with_key
from ui.screens.intake.parts.weekdays import day_words, time_words
from ui.screens.intake.promise.numbers import numbers_given
from ui.widgets.text.clamped import ClampedLabel
from ui.widgets.text.fitted import FittedLabel
from ui.widgets.text.notice_strip import NoticeStrip
from ui.widgets.text.plain import button, plain_label
from ui.widgets.text.shortened import ended_naming
from ui.widgets.text.unbroken import unbroken
from ui.words import in_language, word_for

NAMED, NAME_WIDTH = 3, 80
"""How many missing papers are named, each with how many characters; more are counted."""
CODE_POINTS = 17
MOST_LINES = 3
"""Lines of who and what; what is longer is whole on hover, and in the dossier."""


class DoneCard(QFrame):
    """Stands where the promise will stand again, until the next person is begun.

    Signals:
        print_wanted: print the receipt, or print it again.
        open_wanted: open the dossier.
        slip_wanted: print the slip of the money taken.
        receipt_wanted: note the number of the electronic receipt.
        outside_wanted: open the receipt in the desktop's own viewer.
    """

    print_wanted = Signal()
    open_wanted = Signal()
    slip_wanted = Signal()
    receipt_wanted = Signal()
    outside_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("doneCard")
        self._title = plain_label(self.tr("✓ Đã tiếp nhận"), "strong")
        self.code = FittedLabel(CODE_POINTS)
        self._who = ClampedLabel(MOST_LINES, is_quiet=True)
        self._due = plain_label("", "strong")
        self.numbers = plain_label("", "strong")
        self.money = plain_label("", "body")
        self.printing = NoticeStrip()
        next_words = self.tr(
            "Việc tiếp: đưa phiếu cho người nộp ký, giữ một liên kẹp hồ sơ, ghi số lên bìa."
        )
        self._next = plain_label(next_words, "body")
        self._doubts = NoticeStrip("warning")
        self._is_printed = self._is_narrow = False
        self.print_button = button("", "plain")
        self.open_button = button(with_key(self.tr("Mở hồ sơ"), Key.OPEN), "plain")
        self.outside_button = button(self.tr("Mở bằng trình đọc PDF"), "plain")
        self.slip_button = button(with_key(self.tr("In phiếu thu"), Key.SLIP), "plain")
        self.receipt_button = button(with_key(self.tr("Ghi biên lai"), Key.RECEIPT), "plain")
        for one in (self.print_button, self.outside_button, self.slip_button):
            # A click leaves the keyboard with the next person's number.
            one.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.print_button)  # last: its words change
        buttons.addStretch(1)
        said = QVBoxLayout()
        said.setSpacing(6)
        for widget in (
            self._title, self.code, self._who, self._due, self.numbers, self.money,
        ):  # fmt: skip
            said.addWidget(widget)
        todo = QVBoxLayout()
        todo.setSpacing(6)
        todo.addLayout(buttons)  # above what is still to be said: none moves under the mouse
        paid = QHBoxLayout()
        paid.setSpacing(8)
        paid.addWidget(self.slip_button)
        paid.addWidget(self.receipt_button)
        paid.addStretch(1)
        todo.addLayout(paid)
        todo.addWidget(self.printing)
        todo.addWidget(self._next)
        todo.addWidget(self._doubts)
        todo.addWidget(self.outside_button, 0, Qt.AlignmentFlag.AlignLeft)
        todo.addStretch(1)
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._halves.setContentsMargins(0, 4, 0, 0)
        self._halves.setSpacing(6)
        self._halves.addLayout(said)
        self._halves.addLayout(todo)
        self._halves.addStretch(1)
        self._connect()
        self.hide()

    def _connect(self) -> None:
        self.print_button.clicked.connect(self.print_wanted)
        self.open_button.clicked.connect(self.open_wanted)
        self.slip_button.clicked.connect(self.slip_wanted)
        self.receipt_button.clicked.connect(self.receipt_wanted)
        self.outside_button.clicked.connect(self.outside_wanted)

    def show_registered(self, registered: Registered, who: str) -> None:
        """Show what was registered for `who`."""
        self.code.setText(registered.dossier_code)
        self._who.show_text(who)
        due_at = registered.due_at
        self._due.setText(
            self.tr("Hẹn trả {0}, {1}").format(time_words(due_at), day_words(due_at))
            if due_at
            else self.tr("Không quy định thời hạn")
        )
        self._show_charged(registered)
        self._doubts.say(self._second_look(registered))
        words = self.tr("Phiếu chưa in. Việc tiếp: {0} để in, đưa người nộp ký.")
        self.show_printing(words.format(Key.REPRINT))
        self._show_whether_printed(is_printed=False)
        self.show()

    def show_printed(self) -> None:
        """The receipt was printed: it can be handed over, or printed again."""
        self._show_whether_printed(is_printed=True)

    def _show_whether_printed(self, *, is_printed: bool) -> None:
        self._is_printed = is_printed
        words = self.tr("In lại") if is_printed else self.tr("In phiếu")
        self.print_button.setText(with_key(words, Key.REPRINT))
        self._next.setVisible(is_printed and not self._is_narrow)

    def _show_charged(self, registered: Registered) -> None:
        """The numbers of certified papers, and what was paid or is due."""
        numbers, payment = numbers_given(registered.certification), registered.payment
        self.numbers.setText(unbroken(numbers))
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
        lacks_receipt = payment is not None and not payment.receipt
        self._show_paid(is_paid=payment is not None, lacks_receipt=lacks_receipt)

    def show_money(self, money: DossierMoney) -> None:
        """Show where the money of the registered dossier stands now: a slip was voided, or paid."""
        account = money.account
        parts = [self.tr("Đã thu {0}").format(dong(account.collected))] if account.collected else []
        if account.outstanding:
            parts.append(self.tr("Còn phải thu {0}").format(dong(account.outstanding)))
        if account.overpaid:
            parts.append(self.tr("Phải hoàn {0}").format(dong(account.overpaid)))
        words = ", ".join(parts) or self.tr("Được miễn phí, lệ phí")
        in_force = money.in_force
        if receipts := [slip.receipt for slip in in_force if slip.receipt]:
            words += ". " + self.tr("Biên lai điện tử {0}").format(", ".join(receipts))
        has_money = bool(money.lines or in_force)
        self.money.setText(words if has_money else "")
        self.money.setVisible(has_money)
        lacks_receipt = any(not slip.receipt for slip in in_force)
        self._show_paid(is_paid=account.collected > 0, lacks_receipt=lacks_receipt)

    def _show_paid(self, *, is_paid: bool, lacks_receipt: bool) -> None:
        self.slip_button.setVisible(is_paid)
        self.receipt_button.setVisible(is_paid and lacks_receipt)

    def set_narrow(self, *, is_narrow: bool) -> None:
        """In a narrow window number and next steps stand side by side."""
        self._halves.setDirection(
            QBoxLayout.Direction.LeftToRight if is_narrow else QBoxLayout.Direction.TopToBottom
        )
        for nth, stretch in enumerate((1, 1, 0) if is_narrow else (0, 0, 1)):
            self._halves.setStretch(nth, stretch)
        self._who.set_lines(1 if is_narrow else MOST_LINES)
        self._title.setVisible(not is_narrow)
        self._is_narrow = is_narrow
        self._next.setVisible(self._is_printed and not is_narrow)

    def show_printing(self, words: str, kind: str = "info") -> None:
        """Say how printing goes; it never changes what was registered.

        After a failure (kind ``warning``) the desktop's own viewer is offered.
        """
        self.printing.say(words, kind)
        self.outside_button.setVisible(kind == "warning")

    def _second_look(self, registered: Registered) -> str:
        found = []
        if registered.missing:
            names = ended_naming([*map(short_name, registered.missing)], NAMED, NAME_WIDTH)
            found.append(self.tr("Đã nhận, còn thiếu giấy bắt buộc: {0}").format(names))
        if registered.outside_hours:
            found.append(self.tr("Nhận ngoài giờ làm việc, đã ghi vào hồ sơ."))
        found += [_doubted(field, doubt) for field, doubt in registered.doubts]
        found += [
            _of_whom(name.whose, self.tr("Tên có lẽ viết là {0}.").format(name.proposed))
            for name in registered.names
            if name.proposed
        ]
        if not registered.calendar_confirmed:
            found.append(self.tr("Lịch của năm hẹn trả chưa xác nhận."))
        return "▲ " + " ".join(found) if found else ""


def _doubted(field: str, doubt: PersonDoubt | CodeDoubt) -> str:
    """What to look at again."""
    return _of_whom(field.partition(".")[0], word_for(doubt) + ".")


def _of_whom(whose: str, words: str) -> str:
    """`words`, and whose they are, if not the applicant's."""
    return words if whose == "applicant" else f"{in_language(FIELDS[whose])}: {words}"
