"""The QR of an identity card: cards with chip (2021) and of Circular 16/2024/TT-BCA.

``number|old number or empty|name|ddMMyyyy born|Nam or Nữ|address|ddMMyyyy issued|…``; days also
with signs between, ``05/03/1985``. Cards of 2024 add names after the day of issue; nothing behind
that day is read. No public layout is official, so a field is filled only where fields of their own
shape stand around it.
"""

from dataclasses import dataclass
from datetime import date

from app.domain.dossier.identity import birth_year
from app.domain.look_alikes import tidy
from app.domain.scanning.scanned import CardScan, ReadField, ScanDoubt, ScanReason
from app.domain.scanning.shapes import (
    agree,
    is_day,
    is_digits,
    read_address,
    read_name,
    read_sex,
    read_written_day,
    read_year,
)

_LEAST_FIELDS = 6
# Where the name stands: behind the old number, or right behind the number where that is left out.
_NAME_PLACES = (2, 1)


def read_card(text: str, today: date) -> CardScan | ScanReason | None:
    """The card `text` was read from; None if it does not begin with a number of 12 digits."""
    sent = [part.strip(" ") for part in text.split("|")]
    parts = [" ".join(tidy(part).split()) for part in sent]
    if not is_digits(parts[0], 12):
        return None
    if len(parts) == 1:
        return CardScan(personal_id=_bare(parts[0], today))
    if len(parts) < _LEAST_FIELDS:
        return ScanReason.CUT
    layouts = [_Layout.at(place, [*parts, ""], [*sent, ""]) for place in _NAME_PLACES]
    certain = [layout for layout in layouts if layout.is_certain(parts[0], today)]
    if len(certain) == 1:
        return _read(parts[0], certain[0], today)
    if any(is_day(part) or read_sex(part) for part in parts):
        return CardScan(personal_id=ReadField(parts[0], ScanDoubt.LAYOUT_UNKNOWN))
    return None


def _bare(number: str, today: date) -> ReadField:
    """A number alone. Only those of people born abroad do not begin with 0, and every label."""
    if not number.startswith("0"):
        return ReadField(number, ScanDoubt.MAYBE_CUT_LABEL)
    return agree(number, None, None, today)[0]


@dataclass(frozen=True, slots=True)
class _Layout:
    """The fields as they stand if the name has a given place; name and address as they came."""

    before: str
    name: str
    born: str
    sex: str
    address: str
    issued: str

    @classmethod
    def at(cls, place: int, parts: list[str], sent: list[str]) -> "_Layout":
        _, born, sex, _, issued = parts[place : place + 5]
        name, address = sent[place], sent[place + 3]
        return cls("" if place == 1 else parts[1], name, born, sex, address, issued)

    @property
    def is_name_fenced(self) -> bool:
        has_old_place = not self.before or is_digits(self.before, len(self.before))
        return has_old_place and (is_day(self.born) or is_digits(self.born, 4))

    @property
    def is_address_fenced(self) -> bool:
        return read_sex(self.sex) is not None and is_day(self.issued)

    def is_certain(self, number: str, today: date) -> bool:
        """The sex and a day stand where they must, or two days of which one fits the number."""
        born, issued = _day(self.born, today), _day(self.issued, today)
        if read_sex(self.sex):
            return bool(born or issued or read_year(self.born, today))
        return bool(born and issued) and self.born.endswith(str(birth_year(number)))


def _read(number: str, layout: _Layout, today: date) -> CardScan:
    born, issued_on = _days(layout, today)
    personal_id, born, sex = agree(number, born, read_sex(layout.sex), today)
    full_name = read_name(layout.name) if layout.is_name_fenced else None
    address = read_address(layout.address) if layout.is_address_fenced else None
    if full_name is None and read_name(layout.address):
        # No name where the name belongs, and perhaps it is here: the two may have changed places.
        address = None
    return CardScan(
        personal_id=personal_id,
        old_id=ReadField(layout.before) if is_digits(layout.before, 9) else None,
        full_name=full_name,
        born=born,
        sex=sex,
        address=address,
        issued_on=issued_on,
    )


def _days(layout: _Layout, today: date) -> tuple[ReadField | None, ReadField | None]:
    """Born and issued; neither of two days that cannot belong to one card."""
    born, issued = _day(layout.born, today), _day(layout.issued, today)
    if born and issued and issued.value < born.value:
        return None, None
    return born or read_year(layout.born, today), issued


def _day(text: str, today: date) -> ReadField | None:
    found = read_written_day(text, today)
    return ReadField(found.isoformat()) if found else None
