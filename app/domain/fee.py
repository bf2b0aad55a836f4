"""What a dossier costs: lines in whole đồng, each with its source and, if waived, the ground."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

MOST_DONG = 999_999_999_999
"""More than any fee, less than what an exchange field holds."""


class FeeKind(StrEnum):
    """Lệ phí (a state fee) or phí (a charge for a service), as the Law on fees parts them."""

    FEE = "FEE"
    CHARGE = "CHARGE"


class CollectAt(StrEnum):
    """When a line falls due: with the papers (thu trước) or with the result (thu sau)."""

    RECEIPT = "RECEIPT"
    RETURN = "RETURN"


@dataclass(frozen=True, slots=True)
class Exemption:
    """Why nothing is paid: the code of a ground (`tariff.ExemptionGround`) and the proof shown."""

    ground: str
    text: str


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
    def due(self) -> int:
        """What is to be paid: nothing once exempt."""
        return 0 if self.exemption else self.amount


def plain_line(
    name: str, unit_amount: int, *, kind: FeeKind, per: str, quantity: int, source: str
) -> FeeLine:
    """A line of `quantity` times `unit_amount`."""
    return FeeLine(name, kind, per, unit_amount, quantity, unit_amount * quantity, source)


def due_of(lines: Iterable[FeeLine]) -> int:
    """What is to be paid in all."""
    return sum(line.due for line in lines)


def waived(lines: tuple[FeeLine, ...], exemption: Exemption) -> tuple[FeeLine, ...]:
    """`lines`, those not yet exempt exempt by `exemption`."""
    return tuple(line if line.exemption else replace(line, exemption=exemption) for line in lines)


def dong(amount: int) -> str:
    """``12.500 đồng``; a negative amount with the minus sign of mathematics."""
    sign = "\u2212" if amount < 0 else ""
    return f"{sign}{abs(amount):,} đồng".replace(",", ".")
