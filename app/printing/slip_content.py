"""What a slip of money says, frozen with the payment: words and sums without any layout."""

import re
from dataclasses import dataclass

import msgspec

from app.domain.payment import PaymentKind, SlipNumber
from app.printing.content import ContentUnreadable


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
    `reverses` and `reason` stand on refunds and voids.
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


def slip_form(slip: SlipNumber) -> str:
    """The name under which a slip's content is kept among a dossier's forms: ``PT26000012``.

    Ten characters hold no more, so that a station's series has its number in hexadecimal digits:
    ``P02260000c`` is 12/2026 of station 2.
    """
    if slip.station:
        return f"P{slip.station:02d}{slip.year % 100:02d}{slip.number:05x}"
    return f"PT{slip.year % 100:02d}{slip.number:06d}"


def slip_of_form(form: str) -> SlipNumber | None:
    """The slip whose content is kept under this name; None for other forms."""
    if match := re.fullmatch(r"PT(\d{2})(\d{6})", form, re.ASCII):
        return SlipNumber(2_000 + int(match[1]), int(match[2]))
    if match := re.fullmatch(r"P(\d{2})(\d{2})([0-9a-f]{5})", form, re.ASCII):
        return SlipNumber(2_000 + int(match[2]), int(match[3], 16), int(match[1]))
    return None


def to_json(content: SlipContent) -> bytes:
    """Canonical JSON: equal contents give equal bytes."""
    return msgspec.json.encode(content, order="sorted")


def from_json(stored: bytes | str) -> SlipContent:
    """The content `to_json` wrote.

    Raises:
        ContentUnreadable: not JSON, or not the fields and types of a slip.
    """
    try:
        return msgspec.json.decode(stored, type=SlipContent)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ContentUnreadable(reason=str(error)) from error
