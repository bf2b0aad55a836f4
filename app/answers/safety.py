"""What is said of data before they are saved or replaced, and of the copies there are of them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class DataFacts:
    """What an office's records hold; `first_at` and `last_at` are of receipt, None without any.

    `made_at` is when a backup was made, None of the records in use.
    """

    office: str
    agency_code: str
    dossiers: int
    first_at: datetime | None
    last_at: datetime | None
    made_at: datetime | None = None
    is_practice: bool = False


@dataclass(frozen=True, slots=True)
class LastBackup:
    """How old the last checked copy is, and what keeps a newer one away.

    Attributes:
        at: when it was made; None without any.
        where: its file.
        apart_at: the same of the last one on another disk than the records.
        failure: why a place gets no copy; empty while all do.
        failed_place: which place that is.
        trial_failure: why the last trial restore failed; empty if it went well.
    """

    at: datetime | None = None
    where: str = ""
    apart_at: datetime | None = None
    failure: str = ""
    failed_place: str = ""
    trial_failure: str = ""


class PlaceKind(StrEnum):
    """What a place for copies is: our own folder, a folder of the settings, an enrolled stick."""

    OWN = "OWN"
    FIRST = "FIRST"
    SECOND = "SECOND"
    STICK = "STICK"


@dataclass(frozen=True, slots=True)
class CopyFacts:
    """One copy: its file, when it was made, its bytes, and when it was last opened and checked.

    `verified_at` is None of one that did not check when it was looked at again.
    """

    path: str
    made_at: datetime
    size: int
    verified_at: datetime | None


@dataclass(frozen=True, slots=True)
class PlaceState:
    """A place and its copies, newest first.

    `path` is empty of a stick that is not plugged in; `failure` says why it got no copy the last
    time, empty if it did.
    """

    key: str
    kind: PlaceKind
    name: str
    path: str
    is_there: bool
    is_apart: bool
    copies: tuple[CopyFacts, ...] = ()
    failure: str = ""
    failed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class TrialFacts:
    """A trial restore of the copy `file`; `failure` is empty if it went well."""

    at: datetime
    file: str
    failure: str = ""
    dossiers: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class BackupState:
    """Every place with its copies, the last copy made by hand, the last trial."""

    is_on: bool
    places: tuple[PlaceState, ...]
    by_hand: CopyFacts | None = None
    trial: TrialFacts | None = None


@dataclass(frozen=True, slots=True)
class PlaceDone:
    """What became of one place: the checked copy in it, or why there is none.

    `is_damage` where the records themselves do not check.
    """

    name: str
    path: str
    file: str = ""
    failure: str = ""
    is_damage: bool = False


@dataclass(frozen=True, slots=True)
class BackupRound:
    """What one round came to; nothing where nothing had changed, or another round was under way."""

    done: tuple[PlaceDone, ...] = ()
    is_on: bool = True
    is_busy: bool = False

    @property
    def made(self) -> tuple[PlaceDone, ...]:
        """Places that hold a new checked copy."""
        return tuple(one for one in self.done if one.file)

    @property
    def failed(self) -> tuple[PlaceDone, ...]:
        """Places that got none."""
        return tuple(one for one in self.done if one.failure)


@dataclass(frozen=True, slots=True)
class LossAccepted:
    """What is gone, as far as it was known, and which numbers are therefore never given.

    `rows` of the ledger at least, 0 where nothing is known of them; `dossiers` codes of those gone
    whole, `changed` of those whose later acts are; `papers` how many papers lack their print;
    `left_out` the last number of each run by its name; `ledger_hash` of the row that says so.
    """

    rows: int
    dossiers: tuple[str, ...]
    changed: tuple[str, ...]
    papers: int
    left_out: dict[str, int]
    ledger_hash: str
