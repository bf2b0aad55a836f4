"""What a scanned card adds to the person being typed: nothing typed is overwritten silently."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from app.domain.dossier.identity import Sex
from app.domain.dossier.numbers import id_key
from app.domain.dossier.old_address import AddressDoubt, is_of_old
from app.domain.scanning.scanned import (
    CardScan,
    Doubt,
    InsuranceScan,
    PersonScan,
    ReadField,
    ScanDoubt,
    read_fields,
)
from app.domain.text import fold
from app.domain.typed_date import show_birth_date
from ui.screens.intake.state.person import PersonState

FIELDS = ("personal_id", "full_name", "born", "sex", "address")
"""Fields of a person a card may hold, in the order of the form."""


@dataclass(frozen=True, slots=True)
class CardFill:
    """A card laid over what was typed.

    Attributes:
        state: the person with every empty field filled that the card says.
        taken: the person with every field as the card says it, for when the clerk says so.
        filled: fields that were filled, with why they must be looked at (None: certain); and the
            address of a card whose end is missing, which is not.
        differing: fields in which something else was typed before, with what the card says.
    """

    state: PersonState
    taken: PersonState
    filled: Mapping[str, Doubt | None]
    differing: Mapping[str, str]


def lay_over(typed: PersonState, card: PersonScan) -> CardFill:
    """Fill from `card` what `typed` leaves empty; what differs is only said.

    The card of somebody with another number fills nothing: two people must not be mixed.
    """
    said = _said(card)
    differing = {
        name: field.value
        for name, field in said.items()
        if _standing(typed, name) and not _agrees(typed, name, field)
    }
    is_another = "personal_id" in differing
    filled = {
        name: _doubt_of(card, name, field)
        for name, field in said.items()
        if not is_another and not _standing(typed, name)
    }
    doubts = dict(filled)
    if isinstance(card, CardScan) and card.is_cut and not is_another and not typed.address.strip():
        doubts["address"] = ScanDoubt.CUT_CARD
    old_id = card.old_id.value if isinstance(card, CardScan) and card.old_id else ""
    known = typed if is_another else replace(typed, old_id=old_id)
    return CardFill(
        state=_with(known, {name: said[name].value for name in filled}),
        taken=_with(
            replace(typed, old_id=old_id), {name: field.value for name, field in said.items()}
        ),
        filled=doubts,
        differing=differing,
    )


def _said(card: PersonScan) -> dict[str, ReadField]:
    """What the card says, as the form writes it."""
    fields = read_fields(card)
    if isinstance(card, InsuranceScan):
        fields = {name: field for name, field in fields.items() if name != "personal_id"}
    said = {name: fields[name] for name in FIELDS if name in fields}
    if "born" in said:
        said["born"] = replace(said["born"], value=show_birth_date(said["born"].value))
    return said


def _doubt_of(card: PersonScan, name: str, field: ReadField) -> Doubt | None:
    """Why a field must be looked at; the address of a card of before is one of old units."""
    issued = card.issued_on if isinstance(card, CardScan) else None
    if name == "address" and issued and is_of_old(date.fromisoformat(issued.value)):
        return AddressDoubt.OLD_UNITS
    return field.doubt


def _standing(typed: PersonState, name: str) -> str:
    """What stands in a field, empty if nothing does."""
    return str(getattr(typed, name) or "").strip()


def _agrees(typed: PersonState, name: str, field: ReadField) -> bool:
    """Whether what was typed says the same; accents and spaces a card lost do not count."""
    if name == "personal_id":
        return id_key(_standing(typed, name)) == id_key(field.value)
    return fold(_standing(typed, name)).split() == fold(field.value).split()


def _with(typed: PersonState, values: Mapping[str, str]) -> PersonState:
    changes: dict[str, object] = dict(values)
    if "sex" in values:
        changes["sex"] = Sex(values["sex"])
    return replace(typed, **changes)  # type: ignore[arg-type]  # names and types are `FIELDS`'
