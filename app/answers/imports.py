"""What became of an imported file, record by record."""

from dataclasses import dataclass

from app.domain.changes import Changed


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """What became of one record of an imported file: new, changed, unchanged or refused.

    `dossier_id` names the dossier that a row to be reviewed concerns.
    """

    reference: str
    verdict: str
    detail: str = ""
    dossier_id: int | None = None


@dataclass(frozen=True, slots=True)
class Imported:
    """A file was taken whole; `rows` say what became of each record."""

    rows: tuple[ImportedRow, ...]
    changed: Changed

    def count(self, verdict: str) -> int:
        """How many records had `verdict`."""
        return sum(row.verdict == verdict for row in self.rows)
