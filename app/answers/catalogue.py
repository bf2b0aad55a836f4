"""What is asked of the catalogue: procedures as they are chosen and stored."""

from dataclasses import dataclass

from app.domain.catalogue.procedure import Procedure


@dataclass(frozen=True, slots=True)
class ProcedureChoice:
    """A procedure as the search box lists it; `version` is the stored version's number."""

    version: int
    code: str
    name: str
    field: str
    is_complete: bool
    use_count: int


@dataclass(frozen=True, slots=True)
class StoredProcedure:
    """One version of a procedure with the number it is stored under."""

    version: int
    procedure: Procedure
