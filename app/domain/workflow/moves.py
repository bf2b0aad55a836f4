"""The one table of moves: what may happen to a dossier, where it leads, and what follows from it.

Buttons, command line, checks, SQL and exchange ask this table. To add

- a state: its member and row in `app.domain.workflow.states`, then the moves to and from it here;
- a move: its member of `DossierEvent`, its row here, its `Permission` and its use case.

What else each touches stands in docs/architecture.md §6.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.domain.deadline.pauses import PauseKind
from app.domain.errors import DeskError
from app.domain.forms.codes import (
    APOLOGY_FORM,
    RECEIPT_FORM,
    REFUSAL_FORM,
    STOP_FORM,
    SUPPLEMENT_FORM,
)
from app.domain.permission import Permission
from app.domain.workflow.states import STATES, BoardPlace, DossierEvent, DossierState, StateRow


class IllegalMove(DeskError):
    """Facts: state, event."""


class ClockEffect(StrEnum):
    """What a move does to the clock of the promise."""

    NONE = "NONE"
    START = "START"
    PAUSE_SUPPLEMENT = "PAUSE_SUPPLEMENT"
    PAUSE_PAYMENT = "PAUSE_PAYMENT"
    RESUME = "RESUME"
    """The open pause is completed, and the promise moves by the procedure's mode."""
    STOP = "STOP"
    """An open pause is completed first."""
    GO_ON = "GO_ON"
    """It runs as if it had never stopped: the promise stands, and the time since is used up."""

    @property
    def pause(self) -> PauseKind | None:
        """The pause that begins."""
        return _PAUSES.get(self)


_PAUSES = {
    ClockEffect.PAUSE_SUPPLEMENT: PauseKind.SUPPLEMENT,
    ClockEffect.PAUSE_PAYMENT: PauseKind.PAYMENT,
}


@dataclass(frozen=True, slots=True)
class Move:
    """One thing that may happen, and all that follows.

    Attributes:
        event: its name in ledger and exchange.
        sources: states it may happen in; None stands for a dossier that is not there yet.
        target: the state it leads to; None if the dossier stays where it is.
        permissions: use cases that may do it; the first is the one a button stands for.
        progress: what the province is told was done; the reason is added behind a colon.
        clock: what it does to the clock.
        is_step: whether it is reported as a step; the dossier itself is reported in any case.
        form: the form it produces, frozen with it.
        later_form: the form an end is printed on, frozen and numbered when it is first printed:
            an end can be taken back, and then no number was given for nothing. Once it is printed
            the end is not taken back any more.
        refrozen: forms produced before whose content is frozen anew.
        needs_approver: whether somebody beside the acting officer must stand behind it.
        is_back: whether it takes the last move back: it leads to where that came from.
    """

    event: DossierEvent
    sources: frozenset[DossierState | None]
    target: DossierState | None
    permissions: tuple[Permission, ...]
    progress: str
    clock: ClockEffect = ClockEffect.NONE
    is_step: bool = True
    form: str | None = None
    later_form: str | None = None
    refrozen: tuple[str, ...] = ()
    needs_approver: bool = False
    is_back: bool = False

    @property
    def permission(self) -> Permission:
        """Of the use case that usually does it."""
        return self.permissions[0]

    def to(self, state: DossierState | None, former: DossierState | None = None) -> DossierState:
        """Where a dossier in `state` stands afterwards; `former` is where it stood before that.

        Raises:
            IllegalMove: it cannot happen in this state.
        """
        after = former if self.is_back else self.target or state
        if state not in self.sources or after is None:
            raise IllegalMove(state=state, event=self.event)
        return after


class Workflow:
    """States and moves that fit together.

    Raises:
        ValueError: rows that contradict each other.
    """

    def __init__(self, states: Sequence[StateRow], moves: Sequence[Move]) -> None:
        self.states = tuple(states)
        self.moves = tuple(moves)
        self._rows = {row.state: row for row in self.states}
        self._moves = {(state, move.event): move for move in moves for state in move.sources}
        self._by_event = {move.event: move for move in reversed(self.moves)}
        if len(self._moves) != sum(len(move.sources) for move in moves):
            raise ValueError("an event does two things in one state")
        for move in moves:
            self._check(move)

    def move_of(self, state: DossierState | None, event: DossierEvent) -> Move:
        """What `event` is in `state` (None: before there is a dossier).

        Raises:
            IllegalMove: the event cannot happen in this state.
        """
        try:
            return self._moves[state, event]
        except KeyError:
            raise IllegalMove(state=state, event=event) from None

    def row_of(self, event: DossierEvent) -> Move:
        """The first row of `event`, wherever it may happen: what is said of one that did happen."""
        return self._by_event[event]

    def ends(self, event: DossierEvent) -> bool:
        """Whether `event` leads to a state in which a dossier has ended: it can be taken back."""
        target = self._by_event[event].target
        return target is not None and not self._rows[target].is_open

    def paper_of_end(self, event: str) -> str | None:
        """The form on which an end by `event` is printed; None if none is, or it is no end."""
        known = (move for move in self.moves if move.event == event)
        return next((move.later_form for move in known if move.later_form), None)

    def moves_from(self, state: DossierState) -> tuple[Move, ...]:
        """Moves possible in `state`, in the order of the table."""
        return tuple(move for move in self.moves if state in move.sources)

    def state_row(self, state: DossierState) -> StateRow:
        """All that follows from being in `state`."""
        return self._rows[state]

    def states_where(
        self,
        *,
        is_open: bool | None = None,
        is_waiting: bool | None = None,
        is_given_up: bool | None = None,
        has_result: bool | None = None,
        place: BoardPlace | None = None,
    ) -> frozenset[DossierState]:
        """States whose rows say all that is asked; what is None is not asked."""
        return frozenset(
            row.state
            for row in self.states
            if is_open in {None, row.is_open}
            and is_waiting in {None, row.is_waiting}
            and is_given_up in {None, row.is_given_up}
            and has_result in {None, row.has_result}
            and place in {None, row.place}
        )

    def _check(self, move: Move) -> None:
        """A move must fit the states on both its sides."""
        if strangers := {*move.sources, move.target} - {None, *self._rows}:
            raise ValueError(f"{move.event} leads from or to states without a row: {strangers}")
        if move.is_back and (move.target or any(row.is_open for row in self._sources(move))):
            raise ValueError(f"{move.event}: only an end is taken back, to where it came from")
        if move.form if self.ends(move.event) else move.later_form:
            raise ValueError(f"{move.event}: what can be taken back is numbered when it is printed")
        if move.target is not None:
            self._check_clock(move, self._rows[move.target])

    def _check_clock(self, move: Move, after: StateRow) -> None:
        was_open = any(state is None or self._rows[state].is_open for state in move.sources)
        if after.is_waiting != (move.clock.pause is not None):
            raise ValueError(f"{move.event}: what waits has a pause, and nothing else has")
        if (was_open and not after.is_open) != (move.clock is ClockEffect.STOP):
            raise ValueError(f"{move.event}: the clock stops when a dossier ends")
        had_ended = any(not row.is_open for row in self._sources(move))
        if (had_ended and after.is_open) != (move.clock is ClockEffect.GO_ON):
            raise ValueError(
                f"{move.event}: the clock goes on when what has ended is at work again"
            )

    def _sources(self, move: Move) -> list[StateRow]:
        return [self._rows[state] for state in move.sources if state is not None]


def moves_among(states: Iterable[StateRow]) -> tuple[Move, ...]:
    """The moves of a dossier among `states`: those from any state, or any open one, follow them."""
    s, e, p, clock = DossierState, DossierEvent, Permission, ClockEffect
    rows = tuple(states)
    anywhere = frozenset(row.state for row in rows)
    still_open = frozenset(row.state for row in rows if row.is_open)
    waiting = frozenset(row.state for row in rows if row.is_waiting)
    # Given up, a dossier is not worth its fee any more: it only gives money back.
    given_up = frozenset(row.state for row in rows if row.is_given_up)
    worth_its_fee = anywhere - given_up
    at_work = frozenset({s.RECEIVED, s.PROCESSING})
    ended = anywhere - still_open
    return (
        Move(
            e.RECEIVE, frozenset({None}), s.RECEIVED, (p.REGISTER_DOSSIER,), "Tiếp nhận",
            clock.START, form=RECEIPT_FORM,
        ),
        Move(
            e.CORRECT, anywhere, None,
            (p.CORRECT_DOSSIER, p.CORRECT_CERTIFICATION, p.TAKE_ANSWERS), "Sửa thông tin",
            is_step=False, refrozen=(RECEIPT_FORM,),
        ),
        Move(
            e.START, frozenset({s.RECEIVED}), s.PROCESSING, (p.START_PROCESSING,),
            "Bắt đầu xử lý",
        ),
        Move(
            e.REQUEST_SUPPLEMENT, at_work, s.AWAITING_SUPPLEMENT, (p.REQUEST_SUPPLEMENT,),
            "Yêu cầu bổ sung", clock.PAUSE_SUPPLEMENT, form=SUPPLEMENT_FORM,
        ),
        Move(
            e.REQUEST_PAYMENT, at_work, s.AWAITING_PAYMENT, (p.REQUEST_PAYMENT,),
            "Yêu cầu nghĩa vụ tài chính", clock.PAUSE_PAYMENT,
        ),
        # What is still missing is Form 02 anew, under the number it has.
        Move(
            e.RECEIVE_PAPERS, frozenset({s.AWAITING_SUPPLEMENT}), None, (p.COMPLETE_SUPPLEMENT,),
            "Nhận một phần giấy tờ bổ sung", is_step=False, form=SUPPLEMENT_FORM,
        ),
        Move(
            e.COMPLETE, waiting, s.PROCESSING, (p.COMPLETE_SUPPLEMENT,), "Đã bổ sung đủ",
            clock.RESUME, refrozen=(RECEIPT_FORM,),
        ),
        # The measure of on time stays; only the promise that counts down moves.
        Move(
            e.EXTEND, at_work, None, (p.EXTEND_PROMISE,), "Xin lỗi, hẹn lại ngày trả kết quả",
            form=APOLOGY_FORM,
        ),
        Move(e.NOTIFY, anywhere, None, (p.NOTE_NOTICE,), "Báo người nộp", is_step=False),
        # Of many dossiers at once (`app.usecases.many_changes`); the receipt is frozen anew when it
        # is next printed.
        Move(
            e.RESCHEDULE, at_work, None, (p.DECLARE_CLOSURE, p.UNDO_CLOSURE),
            "Tính lại hẹn trả theo ngày đóng cửa", is_step=False,
        ),
        Move(
            e.FINISH, at_work, s.FINISHED, (p.FINISH_PROCESSING, p.FINISH_MANY, p.MARK_SIGNED),
            "Xử lý xong", clock.STOP,
        ),
        Move(e.RETURN, frozenset({s.FINISHED}), s.RETURNED, (p.RETURN_RESULT,), "Trả kết quả"),
        Move(
            e.REFUSE, still_open, s.REFUSED, (p.REFUSE_DOSSIER,), "Từ chối", clock.STOP,
            later_form=REFUSAL_FORM,
        ),
        Move(
            e.WITHDRAW, still_open, s.WITHDRAWN, (p.CANCEL_DOSSIER,), "Rút hồ sơ", clock.STOP,
            later_form=STOP_FORM,
        ),
        Move(
            e.STOP, still_open, s.STOPPED, (p.CANCEL_DOSSIER,), "Dừng (hủy) hồ sơ", clock.STOP,
            later_form=STOP_FORM,
        ),
        Move(
            e.CHARGE, worth_its_fee, None, (p.CHARGE_FEES, p.COLLECT_FEE, p.TAKE_BACK),
            "Tính phí, lệ phí", is_step=False,
        ),
        Move(e.WAIVE, anywhere, None, (p.WAIVE_FEE,), "Miễn, giảm phí, lệ phí", is_step=False),
        # The slip of a payment is the payment's form, chosen by its kind.
        Move(
            e.COLLECT, worth_its_fee, None, (p.COLLECT_FEE,), "Thu phí, lệ phí", is_step=False
        ),
        Move(e.REFUND, anywhere, None, (p.REFUND_PAYMENT,), "Hoàn phí, lệ phí", is_step=False),
        Move(e.VOID, anywhere, None, (p.VOID_PAYMENT,), "Hủy phiếu thu", is_step=False),
        Move(
            e.NOTE_RECEIPT, anywhere, None, (p.NOTE_RECEIPT,), "Ghi số biên lai điện tử",
            is_step=False,
        ),
        # The clock stands again as the ledger tells it stood before the end.
        Move(e.TAKE_BACK, ended, None, (p.TAKE_BACK,), "Hoàn tác", is_back=True),
        Move(
            e.REOPEN, given_up, s.PROCESSING, (p.REOPEN_DOSSIER,), "Mở lại hồ sơ", clock.GO_ON,
            needs_approver=True,
        ),
        # The papers move, the dossier stays in its state: they come back to the desk after its end.
        Move(e.HAND_OVER, anywhere - {s.RETURNED}, None, (p.HAND_OVER,), "Bàn giao hồ sơ"),
        Move(e.TAKE_OVER, anywhere, None, (p.TAKE_OVER,), "Nhận bàn giao hồ sơ"),
        Move(e.MISS, anywhere, None, (p.TAKE_OVER,), "Bàn giao thiếu hồ sơ", is_step=False),
    )  # fmt: skip


WORKFLOW = Workflow(STATES, moves_among(STATES))
"""The workflow in force."""
move_of = WORKFLOW.move_of
row_of = WORKFLOW.row_of
moves_from = WORKFLOW.moves_from
state_row = WORKFLOW.state_row
states_where = WORKFLOW.states_where
