"""Another way to read single fields, written for tests alone: slow, plain, one field at a time."""

import re
import unicodedata
from datetime import date

from app.domain.look_alikes import tidy

SCANNER_NOISE = "".join(map(chr, range(33))) + "\x7f\ufeff"
DAYS = {"born", "issued_on", "day"}
NUMBERS = {
    "personal_id": "[0-9]{12}",
    "old_id": "[0-9]{9}",
    "insurance_number": "([A-Z]{2}[1-5][0-9]{2})?[0-9]{10}",
    "social_insurance_number": "[0-9]{10}",
    "digits": "[0-9]{14}",
}
SEXES = {"nam": "MALE", "nữ": "FEMALE", "nu": "FEMALE", "1": "MALE", "2": "FEMALE"}


def normal(text):
    return tidy(text.strip(SCANNER_NOISE))


def may_read(name, segment):
    """Every value field `name` may have if it is read from `segment` and from nothing else."""
    plain = " ".join(tidy(segment).split())
    if name in DAYS:
        parts = re.findall("[0-9]{4}$|[0-9]{2}", plain)
        return {"-".join(reversed(parts)), *re.findall("^[0-9]{4}$", plain)}
    if name == "sex":
        return {SEXES.get(plain.casefold(), "")}
    if name == "social_insurance_number":
        return {plain[-10:]}
    try:
        return {plain, " ".join(normal(bytes.fromhex(plain).decode()).split())}
    except ValueError:
        return {plain}


def check_value(name, value, today):
    """A filled value is what its field can be; independent of how it was read."""
    assert value
    assert value == " ".join(unicodedata.normalize("NFC", value).split())
    assert value.isprintable()
    assert "|" not in value
    if name in NUMBERS:
        assert re.fullmatch(NUMBERS[name], value)
    if name == "digits":
        assert int(value) % 97 == 1
    if name in {"born", "issued_on"} and not (name == "born" and re.fullmatch("[0-9]{4}", value)):
        day = date.fromisoformat(value)
        assert date(1900, 1, 1) <= day <= today
    elif name == "born":
        assert 1900 <= int(value) <= today.year
    if name == "sex":
        assert value in {"MALE", "FEMALE"}
    if name == "full_name":
        assert not re.search(r"[\d,;:/\\<>=?]", value)
    if name == "address":
        assert not re.search(r"[0-9]{8}|[<>=?\\{}$]", value)


def check_digit(text):
    """ICAO 9303 part 3, 4.9."""
    return sum((0 if c == "<" else int(c)) * (7, 3, 1)[at % 3] for at, c in enumerate(text)) % 10
