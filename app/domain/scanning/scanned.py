"""What a scanned or pasted text turned out to be: one frozen value for each kind."""

from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import ClassVar, TypeAlias

from app.domain.dossier.identity import IdDoubt
from app.domain.dossier.old_address import AddressDoubt


class ScanKind(StrEnum):
    """Kinds of text the one entry point tells apart."""

    DOSSIER = "DOSSIER"
    LABEL = "LABEL"
    ID_CARD = "ID_CARD"
    MRZ = "MRZ"
    INSURANCE_CARD = "INSURANCE_CARD"
    UNRECOGNISED = "UNRECOGNISED"


class ScanDoubt(StrEnum):
    """Why a field that was read must be looked at; never a refusal."""

    NO_DIACRITICS = "NO_DIACRITICS"
    UNUSUAL_LETTERS = "UNUSUAL_LETTERS"
    CAPS_LOCK = "CAPS_LOCK"
    UNUSUAL_ADDRESS = "UNUSUAL_ADDRESS"
    YEAR_ONLY = "YEAR_ONLY"
    UNUSUAL_YEAR = "UNUSUAL_YEAR"
    MAYBE_CUT_LABEL = "MAYBE_CUT_LABEL"
    CUT_CARD = "CUT_CARD"
    LAYOUT_UNKNOWN = "LAYOUT_UNKNOWN"
    CORRECTED = "CORRECTED"
    GARBLED = "GARBLED"


class ScanReason(StrEnum):
    """Why a text is only shown, and nothing is read from it."""

    EMPTY = "EMPTY"
    TOO_LONG = "TOO_LONG"
    HIDDEN_CHARACTERS = "HIDDEN_CHARACTERS"
    SEVERAL_LINES = "SEVERAL_LINES"
    LINK = "LINK"
    BAD_LABEL = "BAD_LABEL"
    CUT = "CUT"
    GARBLED = "GARBLED"
    MRZ_INCOMPLETE = "MRZ_INCOMPLETE"
    MRZ_LINE_1 = "MRZ_LINE_1"
    MRZ_LINE_2 = "MRZ_LINE_2"
    UNKNOWN = "UNKNOWN"


Doubt: TypeAlias = ScanDoubt | IdDoubt | AddressDoubt


@dataclass(frozen=True, slots=True)
class ReadField:
    """One field as read; without doubt it is certain, and still the clerk's to confirm.

    Attributes:
        value: tidy text; days are ISO, a birth year alone has four digits, sex is `Sex`'s value.
        doubt: why it must be looked at.
    """

    value: str
    doubt: Doubt | None = None


@dataclass(frozen=True, slots=True)
class DossierScan:
    """Our own code, or the official one bound to it, alone or from the slip's QR."""

    kind: ClassVar = ScanKind.DOSSIER
    code: str


@dataclass(frozen=True, slots=True)
class LabelScan:
    """A 14-digit label whose check digits hold; it does not name the agency."""

    kind: ClassVar = ScanKind.LABEL
    digits: str
    day: date
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CardScan:
    """An identity card's QR, or its bare number. The address is the one of the day of issue."""

    kind: ClassVar = ScanKind.ID_CARD
    personal_id: ReadField
    old_id: ReadField | None = None
    full_name: ReadField | None = None
    born: ReadField | None = None
    sex: ReadField | None = None
    address: ReadField | None = None
    issued_on: ReadField | None = None

    @property
    def is_cut(self) -> bool:
        """Whether it ends before the day of issue: the address is not whole, and not read."""
        return self.sex is not None and self.address is None and self.issued_on is None


@dataclass(frozen=True, slots=True, kw_only=True)
class MrzScan:
    """The machine-readable lines of an identity card; every check digit holds."""

    kind: ClassVar = ScanKind.MRZ
    personal_id: ReadField
    full_name: ReadField | None = None
    born: ReadField | None = None
    sex: ReadField | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InsuranceScan:
    """A health-insurance card's QR; `social_insurance_number` is the last ten digits."""

    kind: ClassVar = ScanKind.INSURANCE_CARD
    insurance_number: ReadField
    social_insurance_number: ReadField
    full_name: ReadField | None = None
    born: ReadField | None = None
    sex: ReadField | None = None
    address: ReadField | None = None


@dataclass(frozen=True, slots=True)
class Unrecognised:
    """Anything else: to be shown, never opened, executed or searched.

    Attributes:
        text: at most `MOST_SHOWN` printable characters of what came, safe on a screen.
        reason: why nothing was read.
    """

    kind: ClassVar = ScanKind.UNRECOGNISED
    text: str
    reason: ScanReason


PersonScan: TypeAlias = CardScan | MrzScan | InsuranceScan
Scanned: TypeAlias = DossierScan | LabelScan | PersonScan | Unrecognised
MOST_SHOWN = 200


def read_fields(scan: Scanned) -> dict[str, ReadField]:
    """The fields that were read, by name, in order; of an unrecognised text none."""
    if isinstance(scan, Unrecognised):
        return {}
    found = {field.name: getattr(scan, field.name) for field in fields(scan)}
    return {
        name: value if isinstance(value, ReadField) else ReadField(str(value))
        for name, value in found.items()
        if value is not None
    }


def is_doubted_whole(scan: Scanned) -> bool:
    """Whether letters of it came in another alphabet, so that nothing of it but digits holds."""
    if isinstance(scan, Unrecognised):
        return scan.reason is ScanReason.GARBLED
    return any(field.doubt is ScanDoubt.GARBLED for field in read_fields(scan).values())
