"""Panels for money: taken, given back, a slip undone."""

from contextlib import suppress
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt

from app.answers.money import DossierMoney
from app.domain.dossier.intake_check import MOST_COPIES
from app.domain.errors import DeskError, FieldError
from app.domain.money.fee import dong, for_copies
from app.domain.money.payment import (
    AlreadyUndone,
    Method,
    MoreThanCollected,
    MoreThanOutstanding,
    NotASlipNumber,
    NothingToCollect,
    NotWhole,
    PaymentKind,
    PaymentRequest,
    Refund,
    SheetClosed,
    SlipNumber,
    UnknownSlip,
    account_of,
    left_of,
    meant,
    read_slip_number,
)
from app.domain.money.typed_dong import NotDong, read_dong
from ui.keys import Key, nth_key, with_key
from ui.screens.dossier.life.action_kind import ActionKind
from ui.screens.dossier.life.action_panel import ActionPanel, Field
from ui.widgets.fields.choice import Chip, ChipRow
from ui.widgets.fields.line_field import LineField, Say
from ui.widgets.fields.personal import CountField
from ui.widgets.fields.text_area import TextArea
from ui.widgets.keys import bind_key
from ui.widgets.text.labels import label, number_text
from ui.words import word_for

_FIELDS: dict[type[DeskError], str] = {
    NothingToCollect: "amount",
    MoreThanOutstanding: "amount",
    MoreThanCollected: "amount",
    NotASlipNumber: "slip",
    UnknownSlip: "slip",
    NotWhole: "slip",
    AlreadyUndone: "slip",
    SheetClosed: "slip",
}
_METHODS = (Method.CASH, Method.TRANSFER)


class MoneyPanel(ActionPanel):
    """A panel whose refusals stand beside the field they are about."""

    def _field_of(self, problem: DeskError) -> Field | None:
        name = _FIELDS.get(type(problem), "")
        return self.fields.get(name) or super()._field_of(problem)

    def add_method(self) -> ChipRow[Method]:
        """Cash or transfer, each with a key, and the number of a transfer."""
        choices = [
            (method, with_key(word_for(method), nth_key(Key.CHOICE, nth)))
            for nth, method in enumerate(_METHODS, 1)
        ]
        chips: ChipRow[Method] = ChipRow(self.tr("Cách nộp tiền"), choices)
        chips.entered.connect(self._on_entered)
        for nth, _ in enumerate(_METHODS):
            bind_key(self, nth_key(Key.CHOICE, nth + 1), partial(self._choose, chips, nth))
        chips.chosen.connect(partial(self._on_method, chips))
        self.inner.addWidget(chips)
        self.reference = LineField(self.tr("Mã giao dịch chuyển khoản"), self.say)
        self.reference.hide()
        self.add("reference", self.reference)
        return chips

    def _on_entered(self) -> None:
        """Enter goes on past the chips, which have keys: letters behind it belong in a field."""
        reached = [one for one in self.tab_order() if one.isVisible()]
        here = self.focusWidget()
        behind = reached[reached.index(here) + 1 :] if here in reached else reached
        following = next((one for one in behind if not isinstance(one, Chip)), self.button)
        following.setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, chips: ChipRow[Method], nth: int) -> None:
        chips.choose(nth)
        if chips.value() is Method.TRANSFER:
            self.reference.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_method(self, chips: ChipRow[Method]) -> None:
        self.reference.setVisible(chips.value() is Method.TRANSFER)


class CollectPanel(MoneyPanel):
    """Money is taken: all that is outstanding unless the amount is typed over."""

    def __init__(self, money: DossierMoney, payer: str, say: Say) -> None:
        super().__init__(ActionKind.COLLECT, self.tr("Thu phí, lệ phí"), self.tr("Thu tiền"), say)
        self._money = money
        self._outstanding = label("", "strong", wraps=True)
        self.inner.addWidget(self._outstanding)
        self.amount = LineField(self.tr("Số tiền thu (đồng)"), say)
        self.copies = CountField(self.tr("Số bản"), say, field="copies", least=1, most=MOST_COPIES)
        if money.copies is None:
            self.copies.hide()
            self.add("amount", self.amount)
        else:
            self.copies.set_value(str(money.copies))
            self.add_beside(("copies", self.copies, 1), ("amount", self.amount, 3))
        self._ask_for(money.account.outstanding)
        self.copies.changed.connect(self._on_copies)
        self.method = self.add_method()
        self.payer = LineField(self.tr("Người nộp tiền"), say)
        self.payer.set_value(payer)
        self.add("payer", self.payer)
        self.amount.changed.connect(self._name_sum)
        self._name_sum()

    def start(self) -> None:
        super().start()
        if self._money.copies is None:
            self.amount.input.selectAll()

    def copies_wanted(self) -> int | None:
        """How many copies of the result are paid for; None where no fee counts them.

        Raises:
            NotACount: it is no number of copies.
        """
        return None if self._money.copies is None else self.copies.count()

    def _on_copies(self) -> None:
        """Other copies: all that is then outstanding, until another sum is typed."""
        with suppress(FieldError):
            lines = for_copies(self._money.lines, self.copies.count())
            self._ask_for(account_of(lines, self._money.payments).outstanding)

    def _ask_for(self, outstanding: int) -> None:
        self._outstanding.setText(self.tr("Còn phải thu {0}.").format(dong(outstanding)))
        self.amount.set_value(number_text(outstanding))

    def _name_sum(self) -> None:
        self.name_button(_sum_words(self.tr("Thu {0}"), self.tr("Thu tiền"), self.amount.value()))

    def request(self) -> PaymentRequest:
        """What is to be taken.

        Raises:
            NotDong: the amount is no sum of money.
        """
        return PaymentRequest(
            self.method.value(),
            _amount(self.amount.value()),
            self.payer.value(),
            self.reference.value() if self.method.value() is Method.TRANSFER else "",
        )


class RefundPanel(MoneyPanel):
    """Money of a slip is given back: a slip of its own."""

    def __init__(self, money: DossierMoney, now: datetime, say: Say) -> None:
        super().__init__(ActionKind.REFUND, self.tr("Hoàn tiền"), self.tr("Hoàn tiền"), say)
        self._year = now.year
        self.inner.addWidget(label(_candidates(money), "quiet", wraps=True))
        self.slip = _slip_field(money, say)
        self.amount = LineField(self.tr("Số tiền hoàn (đồng)"), say)
        self.amount.set_value(_left_text(money, self.slip.value(), now.year))
        self._money = money
        self.amount.changed.connect(self._name_sum)
        self.slip.changed.connect(self._on_slip)
        self.add("slip", self.slip)
        self.add("amount", self.amount)
        self.method = self.add_method()
        paid_by = next((one.method for one in money.payments if str(one.slip) == self.slip.value()),
                       Method.CASH)  # fmt: skip
        self.method.set_value(paid_by)
        self._on_method(self.method)
        self.due = self._add_due(money)
        self.reason = TextArea(self.tr("Lý do hoàn, ghi vào phiếu chi"))
        self.add("reason", self.reason)
        self._name_sum()

    def _add_due(self, money: DossierMoney) -> ChipRow[bool]:
        """Whether what is given back is to be paid still; not asked of what was paid too much."""
        choices = [
            (False, with_key(self.tr("Vẫn phải thu lại"), nth_key(Key.CHOICE, 3))),
            (True, with_key(self.tr("Thu nhầm, không thu nữa"), nth_key(Key.CHOICE, 4))),
        ]
        chips: ChipRow[bool] = ChipRow(self.tr("Khoản tiền hoàn"), choices)
        chips.entered.connect(self._on_entered)
        for nth, _ in enumerate(choices):
            bind_key(self, nth_key(Key.CHOICE, nth + 3), partial(chips.choose, nth))
        self.inner.addWidget(chips)
        chips.setVisible(not money.account.overpaid)
        return chips

    def start(self) -> None:
        self.amount.setFocus(Qt.FocusReason.OtherFocusReason)
        self.amount.input.selectAll()

    def _on_slip(self) -> None:
        """Another slip: all that is left of it, until another sum is typed."""
        self.amount.set_value(_left_text(self._money, self.slip.value(), self._year))
        self._name_sum()

    def _name_sum(self) -> None:
        self.name_button(_sum_words(self.tr("Hoàn {0}"), self.tr("Hoàn tiền"), self.amount.value()))

    def request(self) -> Refund:
        """What is to be given back.

        Raises:
            NotASlipNumber, NotDong: as named.
        """
        method = self.method.value()
        return Refund(
            read_slip_number(self.slip.value(), year=self._year),
            self.reason.value(),
            _amount(self.amount.value()),
            method,
            reference=self.reference.value() if method is Method.TRANSFER else "",
            ends_due=self.due.value(),
        )


class VoidPanel(MoneyPanel):
    """A slip written in error is undone; it stays in the sheet with the slip that undoes it."""

    def __init__(self, money: DossierMoney, now: datetime, say: Say) -> None:
        super().__init__(
            ActionKind.VOID, self.tr("Hủy phiếu thu viết nhầm"), self.tr("Hủy phiếu thu"), say
        )
        self._year = now.year
        note = self.tr(
            "Phiếu cũ không bị xóa: một phiếu hủy được ghi bên cạnh. Bảng kê của ngày đã khóa thì "
            "không hủy được, hãy hoàn tiền."
        )
        self.inner.addWidget(label(note, "quiet", wraps=True))
        self.inner.addWidget(label(_candidates(money), "quiet", wraps=True))
        self.slip = _slip_field(money, say)
        self.reason = TextArea(self.tr("Lý do hủy"))
        self.add("slip", self.slip)
        self.add("reason", self.reason)

    def start(self) -> None:
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def number(self) -> SlipNumber:
        """The slip to undo.

        Raises:
            NotASlipNumber: the text is none.
        """
        return read_slip_number(self.slip.value(), year=self._year)


def slips_left(money: DossierMoney) -> tuple[tuple[SlipNumber, int], ...]:
    """Slips that took money, with what was not given back yet, newest first."""
    taken = [one.slip for one in money.payments if one.kind is PaymentKind.COLLECT]
    left = [(slip, left_of(slip, money.payments)) for slip in reversed(taken)]
    return tuple((slip, amount) for slip, amount in left if amount)


def _sum_words(words: str, otherwise: str, text: str) -> str:
    """What a button does with the sum typed; `otherwise` while it is none."""
    try:
        return words.format(dong(read_dong(text, field="amount")))
    except NotDong:
        return otherwise


def _left_text(money: DossierMoney, slip: str, year: int) -> str:
    """What is left of the slip typed; empty while it is none of the dossier's."""
    try:
        left = left_of(meant(read_slip_number(slip, year=year), money.payments), money.payments)
    except NotASlipNumber:
        return ""
    return number_text(left) if left else ""


def _amount(text: str) -> int | None:
    return read_dong(text, field="amount") if text.strip() else None


def _slip_field(money: DossierMoney, say: Say) -> LineField:
    field = LineField(QCoreApplication.translate("MoneyPanel", "Phiếu thu số"), say)
    field.set_value(next((str(slip) for slip, _ in slips_left(money)), ""))
    return field


def _candidates(money: DossierMoney) -> str:
    slips = [f"{slip}: {dong(left)}" for slip, left in slips_left(money)]
    return QCoreApplication.translate("MoneyPanel", "Còn hoàn được – {0}.").format("; ".join(slips))
