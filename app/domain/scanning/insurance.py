"""The QR of a health-insurance card, as its public readers agree on it; no layout is official.

``card number|name|born|1 or 2|address|place of care|valid from|…|$``. Names are the hexadecimal
digits of UTF-8; born is dd/MM/yyyy or a year; sex 1 is male, 2 female. The card number is two
letters, benefit level 1–5, two digits and the ten of the social-insurance number, or these ten.
"""

import re
from datetime import date

from app.domain.dossier.identity import Sex
from app.domain.scanning.scanned import InsuranceScan, ReadField
from app.domain.scanning.shapes import read_address, read_day, read_name, read_year
from app.domain.text import nfc

_NUMBER = re.compile(r"(?:[A-Z]{2}[1-5]\d{2})?(\d{10})", re.ASCII)
_HEX = re.compile(r"(?:[0-9A-Fa-f]{2}){2,250}", re.ASCII)
_DAY = re.compile(r"(\d{2})/(\d{2})/(\d{4})", re.ASCII)
_BORN = re.compile(r"\d{2}/\d{2}/\d{4}|\d{4}", re.ASCII)
_PLACE_OF_CARE = re.compile(r"\d{2} ?-? ?\d{3}", re.ASCII)
_SEXES = {"1": Sex.MALE, "2": Sex.FEMALE}
_LEAST_FIELDS = 6


def read_insurance(text: str, today: date) -> InsuranceScan | None:
    """The card `text` was read from; None if number, name and birth do not stand at the front."""
    parts = [part.strip() for part in text.split("|")]
    if len(parts) < _LEAST_FIELDS:
        return None
    number, name, born, sex, address, place = parts[:_LEAST_FIELDS]
    match = _NUMBER.fullmatch(number)
    if not (match and _HEX.fullmatch(name) and _BORN.fullmatch(born)):
        return None
    # A lost stroke joins the digit of the sex to the birth or to the address.
    is_whole = _PLACE_OF_CARE.fullmatch(place) is not None
    return InsuranceScan(
        insurance_number=ReadField(number),
        social_insurance_number=ReadField(match[1]),
        full_name=read_name(_decoded(name)),
        born=_born(born, today) if is_whole or sex in _SEXES else None,
        sex=ReadField(_SEXES[sex].value) if sex in _SEXES else None,
        address=read_address(_decoded(address)) if is_whole and sex in _SEXES else None,
    )


def _born(text: str, today: date) -> ReadField | None:
    match = _DAY.fullmatch(text)
    if match is None:
        return read_year(text, today)
    found = read_day(match[3], match[2], match[1], today)
    return ReadField(found.isoformat()) if found else None


def _decoded(digits: str) -> str:
    """The text in hexadecimal `digits`; empty if there is none."""
    if not _HEX.fullmatch(digits):
        return ""
    try:
        return " ".join(nfc(bytes.fromhex(digits).decode("utf-8")).split())
    except UnicodeDecodeError:
        return ""
