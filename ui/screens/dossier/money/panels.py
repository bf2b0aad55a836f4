"""Panels for money: taken, given back, a slip undone."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt

from app.answers.money import DossierMoney
from app.domain.errors import DeskError
from app.domain.money.fee import dong
from app.domain.money.payment import (
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
    left_of,
    read_slip_number,
)
from app.domain.money.typed_dong import read_dong
from ui.screens.dossier.life.action_kind import ActionKind
from ui.screens.dossier.life.action_panel import ActionPanel, Field
from ui.widgets.fields.choice import ChipRow
from ui.widgets.fields.line_field import LineField, Say
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
            (method, f"{word_for(method)}   Alt+{nth}") for nth, method in enumerate(_METHODS, 1)
        ]
        chips: ChipRow[Method] = ChipRow(self.tr("Cách nộp tiền"), choices)
        chips.entered.connect(self._on_entered)
        for nth, _ in enumerate(_METHODS):
            bind_key(self, f"Alt+{nth + 1}", partial(self._choose, chips, nth))
        chips.chosen.connect(partial(self._on_method, chips))
        self.inner.addWidget(chips)
        self.reference = LineField(self.tr("Mã giao dịch chuyển khoản"), self.say)
        self.reference.hide()
        self.add("reference", self.reference)
        return chips

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
        words = self.tr("Còn phải thu {0}.").format(dong(money.account.outstanding))
        self.inner.addWidget(label(words, "strong", wraps=True))
        self.amount = LineField(self.tr("Số tiền thu (đồng)"), say)
        self.amount.set_value(number_text(money.account.outstanding))
        self.add("amount", self.amount)
        self.method = self.add_method()
        self.payer = LineField(self.tr("Người nộp tiền"), say)
        self.payer.set_value(payer)
        self.add("payer", self.payer)

    def start(self) -> None:
        super().start()
        self.amount.input.selectAll()

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
        self.amount.input.setPlaceholderText(self.tr("Để trống: hoàn hết phần còn lại của phiếu"))
        self.add("slip", self.slip)
        self.add("amount", self.amount)
        self.method = self.add_method()
        paid_by = next((one.method for one in money.payments if str(one.slip) == self.slip.value()),
                       Method.CASH)  # fmt: skip
        self.method.set_value(paid_by)
        self._on_method(self.method)
        self.reason = TextArea(self.tr("Lý do hoàn, ghi vào phiếu chi"))
        self.add("reason", self.reason)

    def start(self) -> None:
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

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


def _amount(text: str) -> int | None:
    return read_dong(text, field="amount") if text.strip() else None


def _slip_field(money: DossierMoney, say: Say) -> LineField:
    field = LineField(QCoreApplication.translate("MoneyPanel", "Phiếu thu số"), say)
    field.set_value(next((str(slip) for slip, _ in slips_left(money)), ""))
    return field


def _candidates(money: DossierMoney) -> str:
    slips = [f"{slip}: {dong(left)}" for slip, left in slips_left(money)]
    return QCoreApplication.translate("MoneyPanel", "Còn hoàn được – {0}.").format("; ".join(slips))
