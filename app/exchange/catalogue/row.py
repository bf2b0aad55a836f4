"""What came of one row of a catalogue file: a procedure, what it lacks, or why it is refused."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.catalogue.procedure import Procedure
from app.domain.errors import DeskError


class Gap(StrEnum):
    """Something a row leaves open or says doubtfully; the row is taken all the same."""

    LIMIT_OPEN = "LIMIT_OPEN"
    LIMIT_MISSING = "LIMIT_MISSING"
    FEE_DOUBTFUL = "FEE_DOUBTFUL"
    FEE_FOREIGN = "FEE_FOREIGN"
    QUANTITY_DOUBTFUL = "QUANTITY_DOUBTFUL"
    PAPERS_MISSING = "PAPERS_MISSING"
    OUTCOMES_MISSING = "OUTCOMES_MISSING"
    CASE_NUMBERED = "CASE_NUMBERED"
    KEY_MISSING = "KEY_MISSING"


@dataclass(frozen=True, slots=True)
class Remark:
    """One gap; `place` is a key of the file, a channel or the text it is about."""

    gap: Gap
    place: str = ""


@dataclass(frozen=True, slots=True)
class CatalogueRow:
    """One row: `procedure` is None when it was refused, and `why` says why."""

    code: str
    name: str
    procedure: Procedure | None
    why: DeskError | None = None
    remarks: tuple[Remark, ...] = ()
