"""What a slip of money says, frozen with the payment: words and sums without any layout."""

from dataclasses import dataclass

from app.domain.money.payment import PaymentKind


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipLine:
    """One line of what the dossier costs: `amount` đồng, `note` why it is not paid.

    Of a line reduced in part `relief` says by how much and `due` what is left of `amount`.
    """

    name: str
    quantity: str
    amount: int
    note: str = ""
    relief: str = ""
    due: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipContent:
    """Everything a slip shows, as it was when money changed hands; `day` is an ISO date.

    `lines` are the whole cost of the dossier, `due` their sum; `amount` is what this slip moves and
    `outstanding` what is still to be paid after it.
    `reverses` and `reason` stand on refunds and voids. `paid_before` names what earlier slips hold,
    `receipt` the electronic receipt. `on_behalf_of` is whose dossier it is, where
    somebody else pays; `address` is theirs.
    """

    kind: PaymentKind
    superior_body: str
    office: str
    place: str
    day: str
    number: str
    payer: str
    address: str
    dossier_code: str
    procedure_name: str
    lines: tuple[SlipLine, ...]
    due: int
    amount: int
    method: str
    officer: str
    reference: str = ""
    reverses: str = ""
    reason: str = ""
    outstanding: int = 0
    paid_before: str = ""
    receipt: str = ""
    on_behalf_of: str = ""
