"""The actions a dossier offers as it stands, their words and their keys."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from app.answers.money import DossierMoney
from app.domain.dossier.dossier import Dossier
from app.domain.money.payment import left_of
from app.domain.workflow.moves import WORKFLOW, moves_from
from app.domain.workflow.states import DossierEvent, DossierState
from ui.keys import Key


class ActionKind(StrEnum):
    """What the screen offers to do."""

    RETURN = "RETURN"
    FINISH = "FINISH"
    COMPLETE = "COMPLETE"
    START = "START"
    ASK_PAPERS = "ASK_PAPERS"
    NOTIFY = "NOTIFY"
    EXTEND = "EXTEND"
    CORRECT = "CORRECT"
    PRINT = "PRINT"
    CANCEL = "CANCEL"
    REFUSE = "REFUSE"
    REOPEN = "REOPEN"
    COLLECT = "COLLECT"
    WAIVE = "WAIVE"
    REFUND = "REFUND"
    VOID = "VOID"
    RECEIPT = "RECEIPT"


MONEY_ACTIONS = (
    ActionKind.COLLECT, ActionKind.RECEIPT, ActionKind.WAIVE, ActionKind.REFUND, ActionKind.VOID,
)  # fmt: skip
"""Offered beside the money, not with what moves the dossier on."""
DESK_ACTIONS = tuple(kind for kind in ActionKind if kind not in MONEY_ACTIONS)
_EVENTS = {
    ActionKind.RETURN: DossierEvent.RETURN,
    ActionKind.FINISH: DossierEvent.FINISH,
    ActionKind.COMPLETE: DossierEvent.COMPLETE,
    ActionKind.START: DossierEvent.START,
    ActionKind.ASK_PAPERS: DossierEvent.REQUEST_SUPPLEMENT,
    ActionKind.NOTIFY: DossierEvent.NOTIFY,
    ActionKind.EXTEND: DossierEvent.EXTEND,
    ActionKind.CORRECT: DossierEvent.CORRECT,
    ActionKind.CANCEL: DossierEvent.STOP,
    ActionKind.REFUSE: DossierEvent.REFUSE,
    ActionKind.REOPEN: DossierEvent.REOPEN,
    ActionKind.COLLECT: DossierEvent.COLLECT,
    ActionKind.WAIVE: DossierEvent.WAIVE,
    ActionKind.REFUND: DossierEvent.REFUND,
    ActionKind.VOID: DossierEvent.VOID,
    ActionKind.RECEIPT: DossierEvent.NOTE_RECEIPT,
}
ENDING = tuple(kind for kind, event in _EVENTS.items() if WORKFLOW.ends(event))
"""What ends a dossier: its button names the dossier, and it can be taken back for ten seconds."""
DANGERS = frozenset({ActionKind.CANCEL, ActionKind.REFUSE})
"""What ends a dossier without a result."""
LEADS = (ActionKind.RETURN, ActionKind.COMPLETE, ActionKind.FINISH)


@dataclass(frozen=True, slots=True)
class ActionWords:
    """An action's words and its key."""

    words: str
    key: Key


def words_of(kind: ActionKind) -> ActionWords:
    """The words of `kind`, in the language in force."""
    translate = QCoreApplication.translate
    words = {
        ActionKind.RETURN: ActionWords(translate("Action", "Trả kết quả"), Key.RETURN),
        ActionKind.FINISH: ActionWords(translate("Action", "Xử lý xong"), Key.FINISH),
        ActionKind.COMPLETE: ActionWords(translate("Action", "Nhận bổ sung"), Key.PAPERS),
        ActionKind.START: ActionWords(translate("Action", "Bắt đầu xử lý"), Key.START),
        ActionKind.ASK_PAPERS: ActionWords(translate("Action", "Yêu cầu bổ sung"), Key.PAPERS),
        ActionKind.NOTIFY: ActionWords(translate("Action", "Đã báo ngày hẹn mới"), Key.OTHER_TIME),
        ActionKind.EXTEND: ActionWords(translate("Action", "Hẹn lại"), Key.OTHER_TIME),
        ActionKind.CORRECT: ActionWords(translate("Action", "Sửa thông tin"), Key.CORRECT),
        ActionKind.PRINT: ActionWords(translate("Action", "In lại"), Key.REPRINT),
        ActionKind.CANCEL: ActionWords(translate("Action", "Dừng, rút"), Key.CANCEL),
        ActionKind.REFUSE: ActionWords(translate("Action", "Từ chối"), Key.REFUSE),
        ActionKind.REOPEN: ActionWords(translate("Action", "Mở lại hồ sơ"), Key.REOPEN),
        ActionKind.COLLECT: ActionWords(translate("Action", "Thu tiền"), Key.MONEY),
        ActionKind.WAIVE: ActionWords(translate("Action", "Miễn, giảm"), Key.WAIVE),
        ActionKind.REFUND: ActionWords(translate("Action", "Hoàn tiền"), Key.REFUND),
        ActionKind.VOID: ActionWords(translate("Action", "Hủy phiếu"), Key.VOID),
        ActionKind.RECEIPT: ActionWords(translate("Action", "Biên lai điện tử"), Key.RECEIPT),
    }
    return words[kind]


def actions_of(dossier: Dossier) -> tuple[ActionKind, ...]:
    """What can be done with a dossier as it stands, the most likely first."""
    possible = _possible(dossier.state)
    makes_sense = {
        ActionKind.NOTIFY: dossier.unsent_apology is not None and dossier.state.is_open,
        ActionKind.EXTEND: dossier.due_at is not None,
    }
    return tuple(
        kind
        for kind in DESK_ACTIONS
        if kind is ActionKind.PRINT or (_EVENTS[kind] in possible and makes_sense.get(kind, True))
    )


def money_actions_of(state: DossierState, money: DossierMoney) -> tuple[ActionKind, ...]:
    """What can be done with a dossier's money now."""
    can_give_back = any(left_of(slip.slip, money.payments) for slip in money.payments)
    makes_sense = {
        ActionKind.COLLECT: money.account.outstanding > 0,
        ActionKind.WAIVE: any(line.exemption is None for line in money.lines),
        ActionKind.REFUND: can_give_back,
        ActionKind.VOID: can_give_back,
        ActionKind.RECEIPT: can_give_back,
    }
    possible = _possible(state)
    return tuple(kind for kind in MONEY_ACTIONS if makes_sense[kind] and _EVENTS[kind] in possible)


def _possible(state: DossierState) -> frozenset[DossierEvent]:
    return frozenset(move.event for move in moves_from(state))
