"""The panel in which the number of an electronic receipt is noted beside its slip."""

from datetime import datetime

from PySide6.QtCore import Qt

from app.answers.money import DossierMoney
from app.domain.money.fee import dong
from app.domain.money.payment import PaymentKind, SlipNumber, left_of, read_slip_number
from ui.screens.dossier.life.action_kind import ActionKind
from ui.screens.dossier.money.panels import MoneyPanel
from ui.widgets.fields.line_field import LineField, Say
from ui.widgets.text.labels import label


class ReceiptPanel(MoneyPanel):
    """Asked right after money is taken; left with Esc it can be noted later."""

    def __init__(self, money: DossierMoney, now: datetime, say: Say) -> None:
        super().__init__(
            ActionKind.RECEIPT, self.tr("Số biên lai điện tử"), self.tr("Ghi số biên lai"), say
        )
        self._year = now.year
        taken = [
            one
            for one in reversed(money.payments)
            if one.kind is PaymentKind.COLLECT and left_of(one.slip, money.payments)
        ]
        words = "; ".join(
            f"{one.slip}: {dong(one.amount)}" + (f" – {one.receipt}" if one.receipt else "")
            for one in taken
        )
        self.inner.addWidget(label(words, "quiet", wraps=True))
        first = next((one for one in taken if not one.receipt), taken[0] if taken else None)
        self.slip = LineField(self.tr("Phiếu thu số"), say)
        self.slip.set_value(str(first.slip) if first else "")
        self.receipt = LineField(self.tr("Ký hiệu và số biên lai điện tử"), say)
        self.receipt.input.setPlaceholderText("1C26TBK-00000123")
        self.add("slip", self.slip)
        self.add("receipt", self.receipt)

    def start(self) -> None:
        self.receipt.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_back(self, typed: dict[str, str]) -> None:
        """Only for the slip it was typed for: a new one is asked anew."""
        if typed.get("slip") == self.slip.value():
            super().put_back(typed)

    def number(self) -> SlipNumber:
        """The slip it belongs to.

        Raises:
            NotASlipNumber: the text is none.
        """
        return read_slip_number(self.slip.value(), year=self._year)
