"""What the keyboard reaches in a panel."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Inputs:
    """The inputs of a panel.

    Attributes:
        fields: by their names in a request.
        stops: where Enter leads, in order.
        order: where Tab leads, in order.
    """

    fields: Mapping[str, QWidget]
    stops: tuple[QWidget, ...]
    order: tuple[QWidget, ...]


def joined(parts: Iterable[Inputs]) -> Inputs:
    """The inputs of `parts` one after the other."""
    several = tuple(parts)
    return Inputs(
        {name: field for one in several for name, field in one.fields.items()},
        tuple(stop for one in several for stop in one.stops),
        tuple(widget for one in several for widget in one.order),
    )
