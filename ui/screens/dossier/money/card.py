"""The card of what a dossier costs: its lines, where the money stands, and every slip."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.answers.money import DossierMoney
from app.domain.clock import time_and_day
from app.domain.money.fee import Exemption, FeeLine, dong
from app.domain.money.payment import Payment, PaymentKind
from app.domain.workflow.states import DossierState
from ui.screens.dossier.life.action_bar import ActionBar
from ui.screens.dossier.life.action_kind import MONEY_ACTIONS, money_actions_of
from ui.widgets.layout.card import TitledCard
from ui.widgets.layout.fold_row import FoldRow
from ui.widgets.text.labels import label, rule
from ui.words import word_for

_TOP = Qt.AlignmentFlag.AlignTop
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class MoneyCard(TitledCard):
    """Hidden while the dossier costs nothing and no money moved.

    Signals:
        slip_wanted: the `Payment` whose slip is to be printed.
    """

    slip_wanted = Signal(object)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self.bar = ActionBar(MONEY_ACTIONS)
        self.column.addWidget(self.bar)
        self.slips: list[SlipRow] = []
        self._shown: tuple[DossierState, DossierMoney] | None = None
        self.hide()

    def show_money(self, state: DossierState, money: DossierMoney) -> None:
        """Show where the money of a dossier stands, and what can be done in `state`.

        What stands already stays, and with it the focus on a slip.
        """
        if self._shown == (state, money):
            return
        self._shown = (state, money)
        self.setVisible(bool(money.lines or money.payments))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._lines(state, money))
        self.slips = [SlipRow(slip, self) for slip in reversed(money.payments)]
        if self.slips:
            column.addWidget(rule())
        for row in self.slips:
            column.addWidget(row)
        self.put(inside)
        kinds = money_actions_of(state, money)
        self.bar.show_actions(kinds)
        self.bar.setVisible(bool(kinds))

    def _lines(self, state: DossierState, money: DossierMoney) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for line in money.lines:
            self._add(grid, self._line_words(line), dong(line.due), "")
            if line.exemption is not None:
                why = self._why(line, line.exemption)
                grid.addWidget(label(why, "small", wraps=True), grid.rowCount(), 0, 1, 2)
        account = money.account
        self._add(grid, self.tr("Đã thu"), dong(account.collected), "quiet")
        if account.overpaid:
            self._add(grid, self.tr("▲ Thừa, phải hoàn"), dong(account.overpaid), "warningText")
        elif account.outstanding and state.is_given_up:
            self._add(grid, self.tr("Không thu nữa"), dong(account.outstanding), "quiet")
        elif account.outstanding:
            self._add(grid, self.tr("▲ Còn phải thu"), dong(account.outstanding), "warningText")
        else:
            self._add(grid, self.tr("✓ Đã thu đủ") if account.due else self.tr("✓ Không phải thu"),
                      "", "strong")  # fmt: skip
        return grid

    def _why(self, line: FeeLine, exemption: Exemption) -> str:
        whole, relief = dong(line.amount), exemption.relief
        if relief is None:
            return self.tr("Miễn {0}: {1}").format(whole, exemption.text)
        if relief.percent is None:
            return self.tr("Giảm từ {0}: {1}").format(whole, exemption.text)
        return self.tr("Giảm {0}% từ {1}: {2}").format(relief.percent, whole, exemption.text)

    def _line_words(self, line: FeeLine) -> str:
        counted = f" ({line.quantity:02d} {line.per})" if line.per else ""
        return line.name + counted

    @staticmethod
    def _add(grid: QGridLayout, words: str, amount: str, name: str) -> None:
        row = grid.rowCount()
        grid.addWidget(label(words, name, wraps=True), row, 0, _TOP)
        grid.addWidget(label(amount, name or "strong"), row, 1, _RIGHT)

    def message_of(self, slip: Payment) -> str:
        """What is said once the slip is written, or the receipt of one is noted."""
        if slip.receipt:
            return self.tr("{0}: biên lai điện tử {1}.").format(self.words_of(slip), slip.receipt)
        return self.tr("{0}: {1}.").format(self.words_of(slip), dong(slip.signed))

    def words_of(self, slip: Payment) -> str:
        """A slip in a line."""
        kinds = {
            PaymentKind.COLLECT: self.tr("Phiếu thu {0}"),
            PaymentKind.REFUND: self.tr("Phiếu hoàn {0}"),
            PaymentKind.VOID: self.tr("Phiếu hủy {0}"),
        }
        return kinds[slip.kind].format(slip.slip)


class SlipRow(QWidget):
    """One slip; pressed, it is printed."""

    def __init__(self, slip: Payment, card: MoneyCard) -> None:
        super().__init__()
        self.slip = slip
        self._card = card
        words = card.words_of(slip)
        self.link = QPushButton(self.tr("{0} · In").format(words))
        self.link.setObjectName("link")
        self.link.setAccessibleName(self.tr("In {0}").format(words))
        self.link.clicked.connect(self._on_clicked)
        amount = label(dong(slip.signed), "strong")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 2)
        column.setSpacing(0)
        column.addWidget(FoldRow(_at_left(self.link), amount, spacing=8))
        below = QHBoxLayout()
        below.setContentsMargins(8, 0, 0, 0)
        below.addWidget(label(_more(slip), "small", wraps=True))
        column.addLayout(below)

    def _on_clicked(self) -> None:
        self._card.slip_wanted.emit(self.slip)


def _at_left(link: QPushButton) -> QWidget:
    """`link` no wider than its words."""
    part = QWidget()
    row = QHBoxLayout(part)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(link)
    row.addStretch(1)
    return part


def _more(slip: Payment) -> str:
    translate = QCoreApplication.translate
    parts = (
        time_and_day(slip.at),
        word_for(slip.method),
        slip.officer,
        slip.payer,
        slip.reference,
        _receipt_words(slip),
        slip.relief,
        translate("MoneyCard", "của phiếu {0}").format(slip.reverses) if slip.reverses else "",
        slip.reason,
    )
    return " · ".join(part for part in parts if part)


def _receipt_words(slip: Payment) -> str:
    translate = QCoreApplication.translate
    if slip.receipt:
        return translate("MoneyCard", "biên lai điện tử {0}").format(slip.receipt)
    if slip.kind is PaymentKind.COLLECT:
        return translate("MoneyCard", "chưa ghi biên lai điện tử")
    return ""
