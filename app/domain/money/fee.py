"""What a dossier costs: lines in whole đồng, each with its source and, if relieved, the ground."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.catalogue.procedure import is_copy
from app.domain.errors import FieldError
from app.domain.money.relief import Relief
from app.domain.text import fold

MOST_DONG = 999_999_999_999
"""More than any fee, less than what an exchange field holds."""


class FeeKind(StrEnum):
    """Lệ phí (a state fee) or phí (a charge for a service), as the Law on fees parts them."""

    FEE = "FEE"
    CHARGE = "CHARGE"

    @property
    def words(self) -> str:
        """As the record and paper call it."""
        return "Phí" if self is FeeKind.CHARGE else "Lệ phí"


_CHARGES = {
    # Circular 281/2016/TT-BTC: charges for information of the civil status database.
    "2.000635",
    "2.002516",
}
"""Procedures whose fee is a phí by law, whatever the catalogue calls it."""


def kind_by_law(procedure: str, note: str = "") -> FeeKind:
    """Whether the fee of a procedure is a phí or a lệ phí; `note` is the catalogue's wording."""
    is_charge = procedure in _CHARGES or fold(note).startswith("phi ")
    return FeeKind.CHARGE if is_charge else FeeKind.FEE


class CollectAt(StrEnum):
    """When a line falls due: with the papers (thu trước) or with the result (thu sau)."""

    RECEIPT = "RECEIPT"
    RETURN = "RETURN"


class NotPerCopy(FieldError):
    """Several copies are asked for, and no fee counts them. Facts: field, code."""


@dataclass(frozen=True, slots=True)
class Exemption:
    """Why less is paid: the code of a ground (`tariff.ExemptionGround`) and the proof shown.

    `relief` None: nothing is paid at all. In a request it is as the ground says, or as the clerk
    names it where the ground leaves that open (`tariff.Tariff.settled`).
    """

    ground: str
    text: str
    relief: Relief | None = None

    @property
    def words(self) -> str:
        """What it does, as paper says it: ``miễn``, ``giảm 50%``, ``giảm còn 5.000 đồng``."""
        if self.relief is None:
            return "miễn"
        if self.relief.percent is not None:
            return f"giảm {self.relief.percent}%"
        return f"giảm còn {dong(self.relief.to_amount or 0)}"


@dataclass(frozen=True, slots=True)
class FeeLine:
    """One line of what a dossier costs.

    `unit_amount` is đồng per `per`; None where the amount is no plain multiple (pages at falling
    rates). `amount` is what the line comes to before an exemption, `source` where it comes from.
    """

    name: str
    kind: FeeKind
    per: str
    unit_amount: int | None
    quantity: int
    amount: int
    source: str
    collect_at: CollectAt = CollectAt.RECEIPT
    exemption: Exemption | None = None

    @property
    def is_per_copy(self) -> bool:
        """Whether it is so many times a sum for each copy of the result."""
        return self.unit_amount is not None and is_copy(self.per)

    @property
    def due(self) -> int:
        """What is to be paid: nothing once exempt, less once reduced."""
        if self.exemption is None:
            return self.amount
        return self.exemption.relief.left_of(self.amount) if self.exemption.relief else 0

    @property
    def reduction(self) -> Exemption | None:
        """The exemption, where it takes something away and leaves something to pay."""
        if self.exemption is None or self.exemption.relief is None or self.due == self.amount:
            return None
        return self.exemption


def plain_line(
    name: str, unit_amount: int, *, kind: FeeKind, per: str, quantity: int, source: str
) -> FeeLine:
    """A line of `quantity` times `unit_amount`."""
    return FeeLine(name, kind, per, unit_amount, quantity, unit_amount * quantity, source)


def due_of(lines: Iterable[FeeLine]) -> int:
    """What is to be paid in all."""
    return sum(line.due for line in lines)


def copies_of(lines: Iterable[FeeLine]) -> int | None:
    """How many copies of the result are paid for; None where not exactly one line counts them."""
    counted = [line.quantity for line in lines if line.is_per_copy]
    return counted[0] if len(counted) == 1 else None


def for_copies(lines: Iterable[FeeLine], copies: int) -> tuple[FeeLine, ...]:
    """`lines` with the fee per copy paid for this many; its exemption stays."""
    return tuple(
        replace(line, quantity=copies, amount=line.unit_amount * copies)
        if line.unit_amount is not None and line.is_per_copy
        else line
        for line in lines
    )


def lessened(lines: tuple[FeeLine, ...], by: int) -> tuple[FeeLine, ...]:
    """`lines` with `by` đồng less to pay, the last first; a line that comes to nothing is gone.

    Of a fee per copy whole copies are fewer copies.
    """
    kept: list[FeeLine] = []
    for line in reversed(lines):
        taken = min(by, line.due)
        by -= taken
        if not taken:
            kept.append(line)
        elif taken < line.due:
            kept.append(_lessened(line, line.due - taken))
    return tuple(reversed(kept))


def _lessened(line: FeeLine, left: int) -> FeeLine:
    """`line` with so much left to pay."""
    per_copy = line.unit_amount if line.is_per_copy and line.exemption is None else None
    if per_copy and left % per_copy == 0:
        return replace(line, quantity=left // per_copy, amount=left)
    return replace(line, unit_amount=None, amount=left, exemption=None)


def waived(lines: tuple[FeeLine, ...], exemption: Exemption) -> tuple[FeeLine, ...]:
    """`lines`, those not yet relieved relieved by `exemption`, where it makes them cheaper."""
    return tuple(_relieved(line, exemption) for line in lines)


def _relieved(line: FeeLine, exemption: Exemption) -> FeeLine:
    relieved = replace(line, exemption=exemption)
    is_idle = exemption.relief is not None and relieved.due == line.amount
    return line if line.exemption or is_idle else relieved


def reductions(lines: Iterable[FeeLine]) -> str:
    """Why lines are reduced: ``giảm 50%: Giấy chứng nhận hộ cận nghèo``; empty if none is."""
    found = (line.reduction for line in lines)
    return "; ".join(dict.fromkeys(f"{each.words}: {each.text}" for each in found if each))


def dong(amount: int) -> str:
    """``12.500 đồng``; a negative amount with the minus sign of mathematics."""
    sign = "\u2212" if amount < 0 else ""
    return f"{sign}{abs(amount):,} đồng".replace(",", ".")
