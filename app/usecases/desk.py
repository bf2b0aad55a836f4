"""What every use case works with: the records, the stored papers, the clock, the rules."""

from dataclasses import dataclass
from pathlib import Path

from app.domain.clock import Clock
from app.usecases.reference import ReferenceCache
from db.papers import PaperStore
from db.records import Records


@dataclass(frozen=True, slots=True)
class Desk:
    """One opened data folder."""

    records: Records
    papers: PaperStore
    clock: Clock
    reference: ReferenceCache

    @property
    def folder(self) -> Path:
        """The data folder."""
        return self.records.folder

    def close(self) -> None:
        """Close cleanly: the log goes into the file, the ledger head beside the key."""
        self.records.close()
