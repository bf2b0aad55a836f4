"""Who acts, and at which station: every use case that changes something takes one."""

from dataclasses import dataclass

from app.domain.look_alikes import tidy
from app.domain.text import line

OFFICER_LIMIT = 200


@dataclass(frozen=True, slots=True)
class Actor:
    """An officer at a station (a counter's PC), stations counted from 1."""

    officer: str
    station: int = 1


PROGRAM = Actor("Một Cửa")
"""The program itself, where it looks or keeps things before anybody is known to act."""


def officer_named(name: str) -> str:
    """An officer's name as it may be kept, by the entrance of all text.

    Raises:
        TextMissing, TextTooLong, TextHasControls: as named.
    """
    return line(name, field="officer", limit=OFFICER_LIMIT, required=True)


def officer_key(name: str) -> str:
    """What one officer's name is compared by, however it was written: spaces, forms and case."""
    return " ".join(tidy(name).split()).casefold()


def acting(name: str, own: str, station: int) -> Actor:
    """Who acts as `name` says (empty: the office's `own` officer), spelled as the office does.

    Raises:
        TextTooLong, TextHasControls: the name is none that may be kept.
    """
    if not name.strip():
        return Actor(own, station)
    given = officer_named(name)
    return Actor(own if officer_key(given) == officer_key(own) else given, station)
