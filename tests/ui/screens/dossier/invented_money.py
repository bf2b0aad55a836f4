"""Invented money of a dossier, and actions that write slips as the desk does."""

from dataclasses import dataclass, field, replace
from datetime import timedelta

from app.answers.dossier import DossierChanged
from app.answers.money import DossierMoney, MoneyMoved
from app.domain.catalogue.procedure import Provenance
from app.domain.dossier.opened import Opened
from app.domain.errors import DeskError
from app.domain.money.fee import Exemption, FeeKind, FeeLine, plain_line, waived
from app.domain.money.ground import ExemptionGround
from app.domain.money.payment import (
    Method,
    Payment,
    PaymentKind,
    PaymentRequest,
    Refund,
    SlipNumber,
    account_of,
    left_of,
)
from app.domain.money.relief import Relief
from app.domain.workflow.states import DossierState
from tests.ui.invented import MONDAY
from ui.screens.dossier.money.actions import MoneyActions

GROUNDS = (
    ExemptionGround("HO_NGHEO", "Người thuộc hộ nghèo", "Nghị quyết của Hội đồng nhân dân tỉnh",
                    Provenance.UNVERIFIED),
    ExemptionGround("TRE_EM", "Trẻ em", "Luật Phí và lệ phí, Điều 10", Provenance.UNVERIFIED),
    ExemptionGround("HO_CAN_NGHEO", "Người thuộc hộ cận nghèo (giảm)",
                    "Nghị quyết của Hội đồng nhân dân tỉnh – cần kiểm tra",
                    Provenance.UNVERIFIED, asks_relief=True),
    ExemptionGround("NUA", "Giảm một nửa", "Nghị quyết 12/NQ-HĐND", Provenance.UNVERIFIED,
                    Relief(percent=50)),
)  # fmt: skip
COPIES = plain_line(
    "Phí chứng thực bản sao từ bản chính", 6_000, kind=FeeKind.CHARGE, per="bản", quantity=3,
    source="Thông tư 226/2016/TT-BTC",
)  # fmt: skip


def a_slip(number: int = 1, amount: int = 18_000, **changes: object) -> Payment:
    values: dict[str, object] = {
        "kind": PaymentKind.COLLECT,
        "slip": SlipNumber(2026, number),
        "amount": amount,
        "method": Method.CASH,
        "at": MONDAY + timedelta(minutes=number),
        "day": MONDAY.date(),
        "sheet": 1,
        "officer": "Hoàng Thị Lan",
        "station": 1,
        "payer": "Hoàng Thị Mẩy",
    }
    return Payment(**(values | changes))  # type: ignore[arg-type]


@dataclass
class Purse:
    """What one dossier costs, its slips, and what was asked."""

    lines: tuple[FeeLine, ...] = ()
    slips: tuple[Payment, ...] = ()
    grounds: tuple[ExemptionGround, ...] = GROUNDS
    refuses: DeskError | None = None
    copies: int | None = None
    asked: list[tuple[object, ...]] = field(default_factory=list)

    def money(self, dossier_id: int = 7) -> DossierMoney:
        return DossierMoney(
            dossier_id, "H37.99.1-261120-0007", 3, self.lines, self.slips,
            account_of(self.lines, self.slips), self.copies,
        )  # fmt: skip

    def actions(self) -> MoneyActions:
        return MoneyActions(
            of=self.money,
            grounds=lambda _: self.grounds,
            collect=self.collect,
            refund=self.refund,
            void=self.void,
            waive=self.waive,
            note_receipt=self.note_receipt,
        )

    def note_receipt(self, opened: Opened, slip: SlipNumber, number: str) -> MoneyMoved:
        self._ask(("receipt", opened, slip, number))
        noted = [replace(one, receipt=number) if one.slip == slip else one for one in self.slips]
        self.slips = tuple(noted)
        (made,) = (one for one in self.slips if one.slip == slip)
        return MoneyMoved(_changed(), made, account_of(self.lines, self.slips))

    def collect(
        self, opened: Opened, asked: PaymentRequest, copies: int | None = None
    ) -> MoneyMoved:
        outstanding = self.money().account.outstanding
        made = a_slip(
            len(self.slips) + 1,
            asked.amount or outstanding,
            method=asked.method,
            payer=asked.payer,
            reference=asked.reference,
        )
        return self._moved(("collect", opened, asked, copies), made)

    def refund(self, opened: Opened, back: Refund) -> MoneyMoved:
        amount = back.amount or left_of(back.slip, self.slips)
        made = a_slip(
            len(self.slips) + 1, amount, kind=PaymentKind.REFUND, reverses=back.slip,
            method=back.method, reason=back.reason,
        )  # fmt: skip
        return self._moved(("refund", opened, back), made)

    def void(self, opened: Opened, slip: SlipNumber, reason: str) -> MoneyMoved:
        amount = left_of(slip, self.slips)
        made = a_slip(
            len(self.slips) + 1, amount, kind=PaymentKind.VOID, reverses=slip, reason=reason
        )
        return self._moved(("void", opened, slip, reason), made)

    def waive(self, opened: Opened, exemption: Exemption) -> DossierChanged:
        self._ask(("waive", opened, exemption))
        self.lines = waived(self.lines, exemption)
        return _changed()

    def _moved(self, asked: tuple[object, ...], made: Payment) -> MoneyMoved:
        self._ask(asked)
        self.slips = (*self.slips, made)
        return MoneyMoved(_changed(), made, account_of(self.lines, self.slips))

    def _ask(self, asked: tuple[object, ...]) -> None:
        self.asked.append(asked)
        if self.refuses is not None:
            raise self.refuses


def a_due_purse(**changes: object) -> Purse:
    return replace(Purse(lines=(COPIES,)), **changes)  # type: ignore[arg-type]


def a_paid_purse() -> Purse:
    return Purse(lines=(COPIES,), slips=(a_slip(),))


def _changed() -> DossierChanged:
    return DossierChanged(7, "H37.99.1-261120-0007", DossierState.PROCESSING, None, 4, "0" * 64)
