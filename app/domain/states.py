"""Where a dossier stands, and the one table of legal moves between states."""

from enum import StrEnum

from app.domain.errors import DeskError


class DossierState(StrEnum):
    """National states of a dossier; `national_code` is TrangThaiHoSo (`law-and-forms.md` §4)."""

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
        return _NATIONAL[self]

    @property
    def is_open(self) -> bool:
        """Whether the clock may still run: nothing has ended the dossier."""
        return self in _OPEN

    @property
    def is_waiting(self) -> bool:
        """Whether the dossier waits for its applicant, so that the clock stands."""
        return self in _WAITING


_NATIONAL = {
    DossierState.RECEIVED: "2",
    DossierState.REFUSED: "3",
    DossierState.PROCESSING: "4",
    DossierState.AWAITING_SUPPLEMENT: "5",
    DossierState.AWAITING_PAYMENT: "6",
    DossierState.WITHDRAWN: "7",
    DossierState.STOPPED: "8",
    DossierState.FINISHED: "9",
    DossierState.RETURNED: "10",
}
_WAITING = frozenset({DossierState.AWAITING_SUPPLEMENT, DossierState.AWAITING_PAYMENT})
_OPEN = frozenset({DossierState.RECEIVED, DossierState.PROCESSING}) | _WAITING


class DossierEvent(StrEnum):
    """What can happen to a dossier; every ledger row of a dossier names one."""

    RECEIVE = "RECEIVE"
    CORRECT = "CORRECT"
    START = "START"
    REQUEST_SUPPLEMENT = "REQUEST_SUPPLEMENT"
    REQUEST_PAYMENT = "REQUEST_PAYMENT"
    COMPLETE = "COMPLETE"
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


class IllegalMove(DeskError):
    """Facts: state, event."""


_S, _E = DossierState, DossierEvent
_AT_WORK = (_S.RECEIVED, _S.PROCESSING)
_GIVEN_UP = frozenset({_S.REFUSED, _S.WITHDRAWN, _S.STOPPED})
_STILL = frozenset({_E.CORRECT, _E.CHARGE, _E.WAIVE, _E.COLLECT, _E.REFUND, _E.VOID})
"""Events that move nothing: what is written down, and money."""
_NOT_GIVEN_UP = frozenset({_E.CHARGE, _E.COLLECT})
"""Those that need a dossier worth its fee: given up, it only gives money back."""
_MOVES: dict[tuple[DossierState | None, DossierEvent], DossierState] = {
    (None, _E.RECEIVE): _S.RECEIVED,
    (_S.RECEIVED, _E.START): _S.PROCESSING,
    **{(s, _E.REQUEST_SUPPLEMENT): _S.AWAITING_SUPPLEMENT for s in _AT_WORK},
    **{(s, _E.REQUEST_PAYMENT): _S.AWAITING_PAYMENT for s in _AT_WORK},
    **{(s, _E.COMPLETE): _S.PROCESSING for s in (_S.AWAITING_SUPPLEMENT, _S.AWAITING_PAYMENT)},
    **{(s, _E.FINISH): _S.FINISHED for s in _AT_WORK},
    (_S.FINISHED, _E.RETURN): _S.RETURNED,
    **{(s, _E.REFUSE): _S.REFUSED for s in DossierState if s.is_open},
    **{(s, _E.WITHDRAW): _S.WITHDRAWN for s in DossierState if s.is_open},
    **{(s, _E.STOP): _S.STOPPED for s in DossierState if s.is_open},
}


def move(state: DossierState | None, event: DossierEvent) -> DossierState:
    """The state after `event`; a correction and money change nothing of the state.

    Raises:
        IllegalMove: the event cannot happen in this state.
    """
    if _is_still(state, event) and state is not None:
        return state
    try:
        return _MOVES[state, event]
    except KeyError:
        raise IllegalMove(state=state, event=event) from None


def moves_from(state: DossierState) -> tuple[DossierEvent, ...]:
    """Events possible in `state`, in the order of `DossierEvent`; CORRECT is always among them."""
    return tuple(
        event for event in DossierEvent if _is_still(state, event) or (state, event) in _MOVES
    )


def _is_still(state: DossierState | None, event: DossierEvent) -> bool:
    return event in _STILL and not (state in _GIVEN_UP and event in _NOT_GIVEN_UP)
