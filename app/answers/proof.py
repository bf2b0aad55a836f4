"""What a proof of time rests on: it goes with the page, so that anybody can count again."""

from dataclasses import dataclass
from datetime import datetime, time

from app.domain.deadline.calendar_year import CalendarYear, Closure
from app.domain.deadline.office_hours import WeekPlan
from app.domain.ledger import LedgerEntry

FORMAT = "motcua-proof/1"
"""The first value of the facts; another one is another program's or a later version's."""


@dataclass(frozen=True, slots=True)
class OfficeFacts:
    """The office as it stands at the head of the page; `letterhead` above and issuer."""

    letterhead: tuple[str, str]
    agency_code: str
    place: str
    is_practice: bool


@dataclass(frozen=True, slots=True)
class CalendarFacts:
    """The working calendar the times are counted by."""

    years: tuple[CalendarYear, ...]
    plans: tuple[WeekPlan, ...]
    closures: tuple[Closure, ...]
    same_day_cutoff: time
    due_at_end_of_day: bool


@dataclass(frozen=True, slots=True)
class LimitFacts:
    """The field of the procedure, whose law a limit rests on, and where the limit comes from."""

    field: str
    source: str


@dataclass(frozen=True, slots=True)
class ChainHead:
    """The last row of a chain of the ledger, 0 the office's."""

    chain: int
    seq: int
    hash: str


@dataclass(frozen=True, slots=True)
class SentFact:
    """A package that held the dossier in `version`; `sha256` is the package file's."""

    version: int
    at: datetime
    package: str
    sha256: str


@dataclass(frozen=True, slots=True)
class AnswerFact:
    """An answer of the province to the dossier in `version`."""

    version: int
    at: datetime
    verdict: str
    remark: str
    official_code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofFacts:
    """Everything the page says is worked out from these.

    `rows` are the dossier's own of the ledger, in the order of its versions, `heads` the ends of
    all chains when the proof was made.
    """

    format: str = FORMAT
    program: str
    made_at: datetime
    officer: str
    station: int
    office: OfficeFacts
    limit: LimitFacts
    calendar: CalendarFacts
    rows: tuple[LedgerEntry, ...]
    heads: tuple[ChainHead, ...]
    sent: tuple[SentFact, ...] = ()
    answers: tuple[AnswerFact, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckedProof:
    """A proof that was found whole; `sha256` is that of its facts, as the page says it.

    `is_of_this_version`: the page was compared letter by letter; else it is another version's.
    """

    dossier_code: str
    made_at: datetime
    rows: int
    heads: tuple[ChainHead, ...]
    sha256: str
    is_of_this_version: bool
    is_practice: bool
