"""Which dossier an act is for, as the clerk saw it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Seen:
    """The dossier acted on, and the version the clerk was looking at."""

    dossier_id: int
    version: int
