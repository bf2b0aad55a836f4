"""What the columns of a spreadsheet hold."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

Cell = str | int | datetime | None


class CellKind(StrEnum):
    """What a column holds, as a spreadsheet writes it."""

    TEXT = "@"
    COUNT = "0"
    DAY = "dd/mm/yyyy"
    MOMENT = "hh:mm dd/mm/yyyy"


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: its head, its width in figures, and what it holds."""

    head: str
    width: int
    kind: CellKind = CellKind.TEXT
