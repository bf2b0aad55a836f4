"""Which dossiers a list is to show, in which order, and what it may be narrowed by."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.catalogue.procedure import ReturnBy

PART = 5_000
"""Ids of a list that are looked through at a time, so that its first rows are shown at once."""


class ListSort(StrEnum):
    """The order of a list."""

    URGENCY = "URGENCY"
    """As the list has it by itself: the most pressing first."""
    APPLICANT = "APPLICANT"
    PROCEDURE = "PROCEDURE"
    RECEIVED = "RECEIVED"


@dataclass(frozen=True, slots=True)
class ListFilter:
    """What a list is narrowed to; empty values narrow nothing.

    `field` is that of the procedure (lĩnh vực), `officer` who received it however the name is
    spelled, `village` words of the address, `agency` where the papers lie: None is anywhere, empty
    the desk itself.
    """

    field: str = ""
    officer: str = ""
    village: str = ""
    return_by: ReturnBy | None = None
    agency: str | None = None
    sort: ListSort = ListSort.URGENCY

    @property
    def is_everything(self) -> bool:
        """Whether nothing is left out."""
        narrowed = self.field or self.officer or self.village
        return not narrowed and self.return_by is None and self.agency is None


@dataclass(frozen=True, slots=True)
class ListChoices:
    """What the office's lists can be narrowed by, each in Vietnamese order."""

    fields: tuple[str, ...]
    officers: tuple[str, ...]
    agencies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """A filter somebody keeps under a name; `view` is the list it is of, empty for all dossiers."""

    name: str
    view: str
    wanted: ListFilter
