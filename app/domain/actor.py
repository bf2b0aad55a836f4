"""Who acts, and at which station: every use case that changes something takes one."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actor:
    """An officer at a station (a counter's PC), stations counted from 1."""

    officer: str
    station: int = 1


PROGRAM = Actor("Một Cửa")
"""The program itself, where it looks or keeps things before anybody is known to act."""
