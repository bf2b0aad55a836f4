"""Which dossier a use case is asked to change, as the clerk saw it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Opened:
    """The dossier a clerk works on: its row, and the version on the screen (None: whatever)."""

    dossier_id: int
    version: int | None = None
