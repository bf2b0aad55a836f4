"""What a dossier can be and what can happen to it; `moves` beside it says what leads where.

A new state is a member here and a row of `STATES`; its moves stand in `app.domain.workflow.moves`,
what else it touches in docs/architecture.md §6.
"""

from dataclasses import dataclass
from enum import StrEnum


class DossierState(StrEnum):
    """National states of a dossier."""

    RECEIVED = "RECEIVED"
    REFUSED = "REFUSED"
    PROCESSING = "PROCESSING"
    AWAITING_SUPPLEMENT = "AWAITING_SUPPLEMENT"
    AWAITING_PAYMENT = "AWAITING_PAYMENT"
    WITHDRAWN = "WITHDRAWN"
    STOPPED = "STOPPED"
    FINISHED = "FINISHED"
    RETURNED = "RETURNED"

    @property
    def national_code(self) -> str:
        """TrangThaiHoSo as the national exchange writes it, "2" to "10"."""
        return _ROWS[self].national_code

    @property
    def is_open(self) -> bool:
        """Whether the clock may still run: nothing has ended the dossier."""
        return _ROWS[self].is_open

    @property
    def is_waiting(self) -> bool:
        """Whether the dossier waits for its applicant, so that the clock stands."""
        return _ROWS[self].is_waiting

    @property
    def is_given_up(self) -> bool:
        """Whether it ended without a result: refused, withdrawn or stopped."""
        return _ROWS[self].is_given_up


class DossierEvent(StrEnum):
    """What can happen to a dossier; every ledger row of a dossier names one."""

    RECEIVE = "RECEIVE"
    CORRECT = "CORRECT"
    START = "START"
    REQUEST_SUPPLEMENT = "REQUEST_SUPPLEMENT"
    REQUEST_PAYMENT = "REQUEST_PAYMENT"
    RECEIVE_PAPERS = "RECEIVE_PAPERS"
    """Some of the papers waited for came; the dossier waits on."""
    COMPLETE = "COMPLETE"
    EXTEND = "EXTEND"
    NOTIFY = "NOTIFY"
    RESCHEDULE = "RESCHEDULE"
    """A closure of the desk was declared or undone: the promise is counted anew."""
    FINISH = "FINISH"
    RETURN = "RETURN"
    REFUSE = "REFUSE"
    WITHDRAW = "WITHDRAW"
    STOP = "STOP"
    CHARGE = "CHARGE"
    WAIVE = "WAIVE"
    COLLECT = "COLLECT"
    REFUND = "REFUND"
    VOID = "VOID"
    NOTE_RECEIPT = "NOTE_RECEIPT"
    TAKE_BACK = "TAKE_BACK"
    REOPEN = "REOPEN"
    HAND_OVER = "HAND_OVER"
    """Its papers went from one agency to another, on a record."""
    TAKE_OVER = "TAKE_OVER"
    """The receiver scanned it back."""
    MISS = "MISS"
    """The receiver counted the stack and did not find it: it never left."""


class BoardPlace(StrEnum):
    """Where a dossier stands among the lists of the home screen."""

    AT_WORK = "AT_WORK"
    """Open with its clock running: due soon, due today, overdue."""
    PAUSED = "PAUSED"
    """Open, and waiting for its applicant."""
    TO_COLLECT = "TO_COLLECT"
    """Ended, its result still at the desk."""
    GONE = "GONE"
    """Ended, and found by search alone."""


class Ending(StrEnum):
    """How a dossier ended."""

    GIVEN_UP = "GIVEN_UP"
    WITH_RESULT = "WITH_RESULT"


@dataclass(frozen=True, slots=True)
class StateRow:
    """One state and all that follows from being in it; `ended` None while the dossier is open."""

    state: DossierState
    national_code: str
    place: BoardPlace
    ended: Ending | None = None

    def __post_init__(self) -> None:
        on_the_board = self.place in {BoardPlace.AT_WORK, BoardPlace.PAUSED}
        if on_the_board != self.is_open:
            raise ValueError(f"{self.state} is open and stands with what has ended, or not: {self}")

    @property
    def is_open(self) -> bool:
        """Whether nothing has ended the dossier."""
        return self.ended is None

    @property
    def is_waiting(self) -> bool:
        """Whether the dossier waits for its applicant."""
        return self.place is BoardPlace.PAUSED

    @property
    def is_given_up(self) -> bool:
        """Whether it ended without a result: refused, withdrawn or stopped."""
        return self.ended is Ending.GIVEN_UP

    @property
    def has_result(self) -> bool:
        """Whether there is a result, handed over or not."""
        return self.ended is Ending.WITH_RESULT


STATES = (
    StateRow(DossierState.RECEIVED, "2", BoardPlace.AT_WORK),
    StateRow(DossierState.REFUSED, "3", BoardPlace.GONE, Ending.GIVEN_UP),
    StateRow(DossierState.PROCESSING, "4", BoardPlace.AT_WORK),
    StateRow(DossierState.AWAITING_SUPPLEMENT, "5", BoardPlace.PAUSED),
    StateRow(DossierState.AWAITING_PAYMENT, "6", BoardPlace.PAUSED),
    StateRow(DossierState.WITHDRAWN, "7", BoardPlace.GONE, Ending.GIVEN_UP),
    StateRow(DossierState.STOPPED, "8", BoardPlace.GONE, Ending.GIVEN_UP),
    StateRow(DossierState.FINISHED, "9", BoardPlace.TO_COLLECT, Ending.WITH_RESULT),
    StateRow(DossierState.RETURNED, "10", BoardPlace.GONE, Ending.WITH_RESULT),
)
_ROWS = {row.state: row for row in STATES}
