"""What a form's own print setting says: ``printer=HP; tray=lower; copies=2; x=0.5``.

A part that is not named is as the profile of the form's kind of paper has it, so that a form
differs only where the office wants it to. ``;;`` stands for a semicolon inside a value.
"""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from app.domain.text import foreign_name, line

Part = str | int | float | bool
TRAYS = ("auto", "upper", "middle", "lower", "manual")
"""Trays of a printer by the names of `print_tray`."""
WAYS = ("driver", "escpos")
SHEET_PAPERS = ("a4", "a5", "a4x2")
"""Papers that a form's own setting may name; a roll or a label is never one form's choice."""
_SHEET = ("printer", "tray", "copies", "duplex", "x", "y")
_STRIP = ("printer", "copies", "x", "y")
FORM_PARTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "form_receipt": _SHEET,
        "form_slip": ("printer", "way", "device", "copies", "x", "y"),
        "form_label": _STRIP,
        "form_payment": ("printer", "paper", *_SHEET[1:]),
        "form_cash_sheet": _SHEET,
        "form_scanner_sheet": _SHEET,
    }
)
"""The settings of forms, each with the parts it may name, in the order they are written.

A form names its line (`Form.setting`); `Settings`, the settings screen and the command line have
one setting for each.
"""


def read_own(key: str, text: str) -> dict[str, Part]:
    """The parts that the setting `key` names, as values.

    Raises:
        ValueError: an unknown part, one named twice, or a value it cannot have.
    """
    found: dict[str, Part] = {}
    for piece in filter(None, (one.strip() for one in re.findall(r"(?:;;|[^;])+", text))):
        name, equals, value = piece.partition("=")
        name = name.strip()
        if not equals or name in found or name not in FORM_PARTS[key]:
            raise ValueError(piece)
        found[name] = _READERS[name](value.strip().replace(";;", ";"))
    return found


def known_parts(key: str, text: str) -> str:
    """What of a stored setting this program knows; parts of a newer one are passed over."""
    pieces = re.findall(r"(?:;;|[^;])+", text)
    return ";".join(piece for piece in pieces if piece.partition("=")[0].strip() in FORM_PARTS[key])


def own_text(key: str, parts: Mapping[str, Part]) -> str:
    """The parts as the setting's text, in their order."""
    return "; ".join(
        f"{name}={part_text(parts[name]).replace(';', ';;')}"
        for name in FORM_PARTS[key]
        if name in parts
    )


def part_text(value: Part) -> str:
    """One part as text."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def checked(key: str) -> Callable[[str], str]:
    """The check of the setting `key`: its text in the one order and spelling.

    Raises:
        ValueError: as `read_own`.
    """
    return lambda text: own_text(key, read_own(key, text))


def expected(key: str) -> str:
    """What the setting `key` takes, for the one who typed something else."""
    examples = {
        "printer": "printer=HP", "paper": "paper=a5", "tray": "tray=lower", "copies": "copies=2",
        "duplex": "duplex=true", "x": "x=0.5", "y": "y=-1", "way": "way=escpos",
        "device": "device=/dev/usb/lp0",
    }  # fmt: skip
    return (
        "; ".join(examples[part] for part in FORM_PARTS[key])
        + " (phần nào không ghi thì theo khổ giấy)"
    )


def truth(value: str) -> bool:
    """Yes or no, in either language.

    Raises:
        ValueError: neither.
    """
    words = {"true": True, "1": True, "có": True, "false": False, "0": False, "không": False}
    folded = value.strip().casefold()
    if folded not in words:
        raise ValueError(value)
    return words[folded]


def between(least: int, most: int) -> Callable[[str], int]:
    """A reader of whole numbers in a range."""

    def read(value: str) -> int:
        number = int(value)
        if not least <= number <= most:
            raise ValueError(value)
        return number

    return read


def one_of(*choices: str) -> Callable[[str], str]:
    """A reader of one of `choices`."""

    def read(value: str) -> str:
        if value not in choices:
            raise ValueError(value)
        return value

    return read


def offset(value: str) -> float:
    """Half millimetres up to 20 either way; a comma is taken as a point.

    Raises:
        ValueError: anything else.
    """
    found = float(value.strip().replace(",", "."))
    if abs(found) > 20 or found * 2 != int(found * 2):
        raise ValueError(value)
    return found + 0.0  # -0.0 becomes 0.0


def short_line(value: str) -> str:
    """One line of at most 200 letters."""
    return line(value, field="setting", limit=200)


def device_name(value: str) -> str:
    """The name of a printer or device, at most 200 letters, as the system has it."""
    return foreign_name(value, field="setting", limit=200)


_READERS: dict[str, Callable[[str], Part]] = {
    "printer": device_name,
    "paper": one_of(*SHEET_PAPERS),
    "tray": one_of(*TRAYS),
    "copies": between(1, 9),
    "duplex": truth,
    "x": offset,
    "y": offset,
    "way": one_of(*WAYS),
    "device": device_name,
}
