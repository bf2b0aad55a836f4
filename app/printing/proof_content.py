"""What a proof of time says, worked out from its facts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProofTimes:
    """A line of what happened: when, what, who, and the open time until the next line.

    `at_work` is the time that passed in the office's hands, `waiting` while the clock stood.
    """

    at: str
    what: str
    who: str
    at_work: str
    waiting: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofContent:
    """The page, as texts; `facts` is the JSON that goes with it, `sha256` its digest."""

    superior_body: str
    office: str
    place: str
    printed_on: str
    code: str
    about: tuple[tuple[str, str], ...]
    promises: tuple[tuple[str, str, str], ...]
    times: tuple[ProofTimes, ...]
    totals: tuple[tuple[str, str], ...]
    sent: tuple[tuple[str, str, str], ...]
    basis: tuple[str, ...]
    chain: tuple[str, ...]
    officer: str
    facts: str
    sha256: str
