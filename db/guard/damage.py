"""Damage that a check found, as it is said to whoever opens the office or wants to change it."""

from pathlib import Path

from app.answers.watched import Checked
from app.domain.errors import Damaged
from db.guard import checked
from db.guard.checked import Depth


class DamageFound(Damaged):
    """A check found the records themselves damaged. Facts: at, what (its sentence)."""


def damage_of(found: Checked) -> DamageFound:
    """What is said of it."""
    return DamageFound(at=found.at, what=found.problem)


def known_damage(folder: Path) -> DamageFound | None:
    """What the last checks say that stands against changes; None if nothing does."""
    for depth in Depth:
        found = checked.last(folder, depth)
        if found is not None and found.is_grave:
            return damage_of(found)
    return None
