"""The choices about fees as plain values, kept in drafts and turned into a request."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.dossier.dossier import IntakeRequest
from app.domain.dossier.intake_check import MOST_COPIES, NAME_LIMIT, NotACount, copies_wanted
from app.domain.errors import FieldError
from app.domain.money.fee import MOST_DONG, CollectAt, Exemption, FeeLine, kind_by_law, plain_line
from app.domain.money.payment import Method, PaymentRequest
from app.domain.money.relief import Relief, read_relief
from ui.widgets.text.shortened import shortened

SOURCE = "Do cán bộ tiếp nhận ghi"


class Collect(StrEnum):
    """What is done about the money while the papers are taken in."""

    NOT_YET = "NOT_YET"
    CASH = "CASH"
    TRANSFER = "TRANSFER"
    AT_RETURN = "AT_RETURN"


@dataclass(frozen=True, slots=True)
class FeeState:
    """As typed; `amount` only where neither tariff nor catalogue names one.

    `ground` is the code of the exemption's ground, empty for none; `proof` what was shown. A ground
    that `reduces` leaves something to pay; `relief` is how far, where the clerk names it. `copies`
    of the result are asked for, where the fee is per copy.
    """

    amount: str = ""
    collect: Collect = Collect.NOT_YET
    reference: str = ""
    ground: str = ""
    proof: str = ""
    reduces: bool = False
    relief: str = ""
    copies: str = "1"

    @property
    def is_waived(self) -> bool:
        """Nothing is to be paid."""
        return bool(self.ground) and (not self.reduces or self._relief == Relief(percent=100))

    @property
    def _relief(self) -> Relief | None:
        """The reduction as typed; None where nothing is, or nothing that can be read."""
        try:
            return read_relief(self.relief, field="exemption.relief") if self.relief else None
        except FieldError:
            return None

    def faults(self) -> list[FieldError]:
        """What stands there and cannot be read, in the order of the form."""
        found: list[FieldError] = []
        reads: tuple[Callable[[], object], ...] = (
            lambda: read_copies(self.copies),
            lambda: read_amount(self.amount),
            lambda: self.relief and read_relief(self.relief, field="exemption.relief"),
        )
        for read in reads:
            try:
                read()
            except FieldError as problem:
                found.append(problem)
        return found

    def charged(self, request: IntakeRequest, name: str) -> IntakeRequest:
        """`request` of the procedure `name` with these choices.

        An amount not read is left out, a number of copies not read is one.
        """
        try:
            amount = read_amount(self.amount)
        except FieldError:
            amount = None
        try:
            copies = read_copies(self.copies)
        except FieldError:
            copies = 1
        is_taken = not self.is_waived and self.collect in {Collect.CASH, Collect.TRANSFER}
        method = Method.TRANSFER if self.collect is Collect.TRANSFER else Method.CASH
        reference = self.reference if method is Method.TRANSFER else ""
        return replace(
            request,
            fees=None if amount is None else (_line(request.procedure, name, amount),),
            exemption=(Exemption(self.ground, self.proof, self._relief) if self.ground else None),
            payment=PaymentRequest(method, reference=reference) if is_taken else None,
            copies=copies,
            collect_at=(
                CollectAt.RETURN if self.collect is Collect.AT_RETURN else CollectAt.RECEIPT
            ),
        )


NO_CHOICE = FeeState()
"""Nothing typed, nothing chosen."""


def read_amount(text: str) -> int | None:
    """Whole đồng as typed: ``12.500`` or ``12500``; None if nothing is.

    Raises:
        NotACount: it is no whole number from 1 to the most a line holds.
    """
    digits = text.strip().replace(".", "").replace(" ", "")
    if not digits:
        return None
    is_number = digits.isascii() and digits.isdigit() and len(digits) <= len(str(MOST_DONG))
    if not is_number or int(digits) == 0:
        raise NotACount(field="amount", least=1, most=MOST_DONG)
    return int(digits)


def read_copies(text: str) -> int:
    """How many copies of the result are asked for.

    Raises:
        NotACount: it is no whole number from 1 to the most there can be.
    """
    digits = text.strip()
    is_number = digits.isascii() and digits.isdigit() and len(digits) <= len(str(MOST_COPIES))
    return copies_wanted(int(digits) if is_number else 0)


def _line(procedure: str, name: str, amount: int) -> FeeLine:
    kind = kind_by_law(procedure)
    words = shortened(f"{kind.words}: {name}".strip(), NAME_LIMIT)
    return plain_line(words, amount, kind=kind, per="", quantity=1, source=SOURCE)
