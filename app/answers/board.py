"""What the home screen's list holds: one frozen row per dossier, and the day's counts."""

from dataclasses import dataclass
from datetime import datetime

from app.answers.board_view import BoardView
from app.domain.workflow.states import DossierState

__all__ = ["BoardCounts", "BoardRow", "BoardView"]


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One dossier in a list; times in Vietnam time.

    `due_at` None is no limit or an open pause. `ended_at` is set once processing ended,
    `waiting_since` while papers or payment are awaited, `found_by` the paper by whose number it was
    looked for. `own_code` is the code the office gave it, `code` what it is called by.
    """

    id: int
    code: str
    applicant: str
    procedure: str
    state: DossierState
    received_at: datetime
    due_at: datetime | None
    calendar_confirmed: bool
    ended_at: datetime | None
    waiting_since: datetime | None
    phone: str = ""
    found_by: str = ""
    own_code: str = ""


@dataclass(frozen=True, slots=True)
class BoardCounts:
    """The numbers of the day, one per `BoardView`; `oldest_unsent_at` None if all is sent."""

    open: int
    received_today: int
    due_today: int
    due_soon: int
    overdue: int
    paused: int
    to_collect: int
    unsent: int
    oldest_unsent_at: datetime | None = None
    oldest_pause_at: datetime | None = None
    drafts: int = 0
    to_sign: int = 0
    apology: int = 0
