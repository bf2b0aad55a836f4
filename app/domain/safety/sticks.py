"""Sticks an office lets its copies be written to by themselves: each copy holds the key."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.errors import DeskError
from app.domain.text import cited, line

MOST = 12
"""Sticks one office enrols."""
_ID = re.compile(r"[0-9a-f]{16}", re.ASCII)
_NAME_LIMIT = 40


class InvalidSticks(DeskError):
    """Facts: value."""


@dataclass(frozen=True, slots=True)
class Stick:
    """One stick: the number that stands on it, and what people call it."""

    id: str
    name: str


def read_sticks(value: str) -> tuple[Stick, ...]:
    """The sticks of ``3f…=USB của Lan; 9c…=USB két``, in that order.

    Raises:
        InvalidSticks: it is not such a list.
    """
    sticks = []
    for part in filter(None, (one.strip() for one in value.split(";"))):
        number, equals, name = (each.strip() for each in part.partition("="))
        if not (equals and _ID.fullmatch(number) and name and len(name) <= _NAME_LIMIT):
            raise InvalidSticks(value=cited(value))
        sticks.append(Stick(number, name))
    if len(sticks) > MOST or len({one.id for one in sticks}) < len(sticks):
        raise InvalidSticks(value=cited(value))
    return tuple(sticks)


def sticks_text(sticks: Iterable[Stick]) -> str:
    """The sticks as they are stored."""
    return "; ".join(f"{one.id}={one.name}" for one in sticks)


def stick_name(text: str) -> str:
    """`text` as a name that can stand in the list: one line without its two signs.

    Raises:
        TextTooLong, TextHasControls: as named.
    """
    plain = text.replace(";", " ").replace("=", " ")
    return line(plain, field="name", limit=_NAME_LIMIT) or "USB"
