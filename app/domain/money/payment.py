"""Money taken and given back: numbered slips that are never deleted, and arithmetic over them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from app.domain.errors import DeskError
from app.domain.money.fee import FeeLine, due_of
from app.domain.text import cited

_SLIP = re.compile(r"\s*0*([1-9]\d{0,5})(?:/(2\d{3}))?(?:-[Qq]0?([1-9]\d?))?\s*", re.ASCII)


RELIEF_LIMIT = 1_000
"""The longest text of a slip's `relief`."""


class PaymentKind(StrEnum):
    """A slip takes money, gives some of it back, or undoes a slip made in error."""

    COLLECT = "COLLECT"
    REFUND = "REFUND"
    VOID = "VOID"


class Method(StrEnum):
    """How money changed hands at the desk."""

    CASH = "CASH"
    TRANSFER = "TRANSFER"


@dataclass(frozen=True, slots=True)
class PaymentRequest:
    """What is handed over with the papers: `amount` None is all that is due.

    `payer` empty is who hands the papers in; `reference` names a transfer. `shown` is the sum in
    đồng the payer was told; no other is taken. None where nobody was told one.
    """

    method: Method = Method.CASH
    amount: int | None = None
    payer: str = ""
    reference: str = ""
    shown: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class SlipNumber:
    """A number of a series of the year; collections, refunds and voids share it.

    `station` is whose series it is; 0 is the one series of the whole office.
    """

    year: int
    number: int
    station: int = 0

    def __str__(self) -> str:
        """``0012/2026``; of station 2 ``0012/2026-Q2``."""
        series = f"-Q{self.station}" if self.station else ""
        return f"{self.number:04d}/{self.year}{series}"


@dataclass(frozen=True, slots=True)
class Refund:
    """What is given back of a slip: `amount` None is all that is left, `method` None as paid.

    `ends_due`: it was taken by mistake and is not asked for again.
    """

    slip: SlipNumber
    reason: str
    amount: int | None = None
    method: Method | None = None
    payer: str = ""
    reference: str = ""
    ends_due: bool = False


@dataclass(frozen=True, slots=True)
class Payment:
    """One slip. `amount` is above 0 in every kind; `reverses` is what a refund or void undoes.

    `relief` tells on what ground less was due when money was taken (`fee.reductions`).
    `day` and `sheet` say on which cash sheet it stands. `receipt` is the number of the electronic
    receipt (biên lai điện tử) issued for it, empty while none is noted.
    """

    kind: PaymentKind
    slip: SlipNumber
    amount: int
    method: Method
    at: datetime
    day: date
    sheet: int
    officer: str
    station: int
    payer: str
    reference: str = ""
    reason: str = ""
    reverses: SlipNumber | None = None
    relief: str = ""
    receipt: str = ""
    id: int = 0
    dossier_id: int = 0
    dossier_code: str = ""

    @property
    def signed(self) -> int:
        """What it adds to the drawer or the account."""
        return self.amount if self.kind is PaymentKind.COLLECT else -self.amount

    @property
    def facts(self) -> dict[str, str | int]:
        """What the ledger keeps of it: everything a sheet is summed from, empty texts left out."""
        facts: dict[str, str | int] = {
            "slip": str(self.slip),
            "kind": self.kind.value,
            "amount": self.amount,
            "method": self.method.value,
            "day": self.day.isoformat(),
            "sheet": self.sheet,
            "reverses": str(self.reverses) if self.reverses else "",
            "relief": self.relief,
        }
        return {name: value for name, value in facts.items() if value != ""}


@dataclass(frozen=True, slots=True)
class Account:
    """Where a dossier's money stands; everything in đồng."""

    due: int
    collected: int

    @property
    def outstanding(self) -> int:
        """What is still to be paid."""
        return max(0, self.due - self.collected)

    @property
    def overpaid(self) -> int:
        """What is to be given back, since less is due than was paid."""
        return max(0, self.collected - self.due)


class NotASlipNumber(DeskError):
    """Facts: text."""


class NothingToCollect(DeskError):
    """Nothing of the dossier is outstanding. Facts: code."""


class MoreThanOutstanding(DeskError):
    """Facts: amount, outstanding (texts in đồng)."""


class NotTheSumShown(DeskError):
    """Another sum is due than the one that was shown. Facts: amount (text in đồng)."""


class UnknownSlip(DeskError):
    """The dossier has no slip of money taken with this number. Facts: slip, code."""


class MoreThanCollected(DeskError):
    """A refund may not exceed what is left of its slip. Facts: slip, amount, left (texts)."""


class NotWhole(DeskError):
    """Part of the slip was refunded already: refund the rest instead. Facts: slip."""


class AlreadyUndone(DeskError):
    """Nothing is left of the slip: it was voided or refunded whole. Facts: slip."""


class SheetClosed(DeskError):
    """The slip stands on a closed sheet: it can be refunded, not voided. Facts: slip, day."""


def read_slip_number(text: str, *, year: int) -> SlipNumber:
    """Read ``12/2026``, ``12/2026-Q2`` of station 2, or ``0012``, which is of `year`.

    Raises:
        NotASlipNumber: it is none of them.
    """
    match = _SLIP.fullmatch(text)
    if match is None:
        raise NotASlipNumber(text=cited(text))
    return SlipNumber(int(match[2] or year), int(match[1]), int(match[3] or 0))


def meant(slip: SlipNumber, payments: Iterable[Payment]) -> SlipNumber:
    """The slip among `payments` that `slip` names, also where its series was left out.

    Without a series the office's own is meant; if the dossier has none of it, the only one of that
    year and number. What names none, or several, comes back as it is.
    """
    numbers = {payment.slip for payment in payments}
    if slip.station or slip in numbers:
        return slip
    alike = [each for each in numbers if (each.year, each.number) == (slip.year, slip.number)]
    return alike[0] if len(alike) == 1 else slip


def account_of(lines: Iterable[FeeLine], payments: Iterable[Payment]) -> Account:
    """Due by `lines`, collected by `payments`."""
    return Account(due_of(lines), sum(payment.signed for payment in payments))


def left_of(slip: SlipNumber, payments: Iterable[Payment]) -> int:
    """What of a slip was not given back yet; 0 for a slip that took no money."""
    left = 0
    for payment in payments:
        if payment.slip == slip and payment.kind is PaymentKind.COLLECT:
            left += payment.amount
        elif payment.reverses == slip:
            left -= payment.amount
    return left


def collected_by(slip: SlipNumber, payments: Sequence[Payment], *, code: str) -> Payment:
    """The slip that took money under this number.

    Raises:
        UnknownSlip: the dossier `code` has none.
    """
    for payment in payments:
        if payment.slip == slip and payment.kind is PaymentKind.COLLECT:
            return payment
    raise UnknownSlip(slip=str(slip), code=code)
