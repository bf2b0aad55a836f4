"""Which panel prepares an action, and what it asks of the desk once it is filled in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.answers.dossier import DossierChanged
from app.answers.money import DossierMoney, MoneyMoved
from app.domain.catalogue.paper_names import names_of
from app.domain.catalogue.procedure import RequiredDocument
from app.domain.deadline.apology import NoticeWay
from app.domain.dossier.dossier import Dossier
from app.domain.dossier.held_data import Base
from app.domain.dossier.missing import open_request
from app.domain.dossier.opened import Opened
from app.domain.money.ground import ExemptionGround
from ui.screens.dossier.actions import DossierActions
from ui.screens.dossier.correction.panel import CorrectPanel
from ui.screens.dossier.life.action_kind import ENDING, ActionKind, words_of
from ui.screens.dossier.life.action_panel import ActionPanel
from ui.screens.dossier.life.apology_panels import ExtendPanel, ExtensionHelp, NotifyPanel
from ui.screens.dossier.life.came_panel import CamePanel
from ui.screens.dossier.life.panels import (
    AskPapersPanel,
    CancelPanel,
    NotePanel,
    RefusePanel,
    ReopenPanel,
    ReturnPanel,
    named,
)
from ui.screens.dossier.money.actions import MoneyActions
from ui.screens.dossier.money.panels import CollectPanel, RefundPanel, VoidPanel
from ui.screens.dossier.money.receipt_panel import ReceiptPanel
from ui.screens.dossier.money.waive_panel import WaivePanel
from ui.widgets.fields.line_field import Say

Done = DossierChanged | MoneyMoved
_NOTED: dict[ActionKind, Callable[[DossierActions, Opened, str], DossierChanged]] = {
    ActionKind.START: lambda actions, opened, _note: actions.start(opened),
    ActionKind.COMPLETE: lambda actions, opened, note: actions.complete(opened, note),
    ActionKind.FINISH: lambda actions, opened, note: actions.finish(opened, note),
}
"""What asks for no more than a note; `_more` has a sentence for each."""


_NO_HELP = ExtensionHelp(None)
_GIVING_UP: dict[ActionKind, Callable[[Dossier, Say], ActionPanel]] = {
    ActionKind.CANCEL: CancelPanel,
    ActionKind.REFUSE: RefusePanel,
    ActionKind.REOPEN: ReopenPanel,
}
"""How a dossier is given up, and how it goes on all the same."""


@dataclass(frozen=True, slots=True)
class Before:
    """What an action is prepared on."""

    dossier: Dossier
    money: DossierMoney
    grounds: tuple[ExemptionGround, ...]
    bases: frozenset[Base] = frozenset()
    listed: tuple[RequiredDocument, ...] = ()
    extension: ExtensionHelp = _NO_HELP


def panel_for(kind: ActionKind, before: Before, now: datetime, say: Say) -> ActionPanel:
    """The panel in which `kind` is prepared; every action but a reprint has one.

    Raises:
        ValueError: nobody made one for `kind`.
    """
    dossier, money = before.dossier, before.money
    waiting = open_request(dossier)
    if kind is ActionKind.COMPLETE and waiting is not None:
        return CamePanel(waiting, names_of(paper.name for paper in before.listed), say)
    if kind in _NOTED:
        return NotePanel(kind, words_of(kind).words, _does(kind, dossier), _more(kind), say)
    match kind:
        case ActionKind.ASK_PAPERS:
            return AskPapersPanel(dossier, before.listed, before.bases, say)
        case ActionKind.EXTEND | ActionKind.NOTIFY:
            return _apology_panel(kind, before, now, say)
        case ActionKind.RETURN:
            return ReturnPanel(dossier, say, outstanding=money.account.outstanding)
        case ActionKind.CANCEL | ActionKind.REFUSE | ActionKind.REOPEN:
            return _GIVING_UP[kind](dossier, say)
        case ActionKind.CORRECT:
            return CorrectPanel(dossier, now, say)
        case _:
            return _money_panel(kind, before, now, say)


def _does(kind: ActionKind, dossier: Dossier) -> str:
    if kind is ActionKind.COMPLETE:  # papers nobody named come all at once
        return QCoreApplication.translate("Action", "Đã bổ sung đủ")
    words = words_of(kind).words
    return f"{words} {named(dossier)}?" if kind in ENDING else words


def _apology_panel(kind: ActionKind, before: Before, now: datetime, say: Say) -> ActionPanel:
    if kind is ActionKind.NOTIFY:
        return NotifyPanel(before.dossier, say)
    return ExtendPanel(before.dossier, before.extension, now, say)


def _money_panel(kind: ActionKind, before: Before, now: datetime, say: Say) -> ActionPanel:
    dossier, money = before.dossier, before.money
    match kind:
        case ActionKind.COLLECT:
            brought_by = dossier.representative or dossier.applicant
            return CollectPanel(money, brought_by.full_name, say)
        case ActionKind.REFUND:
            return RefundPanel(money, now, say)
        case ActionKind.VOID:
            return VoidPanel(money, now, say)
        case ActionKind.RECEIPT:
            return ReceiptPanel(money, now, say)
        case ActionKind.WAIVE:
            return WaivePanel(money, before.grounds, say)
        case _:
            raise ValueError(f"no panel prepares {kind}")


def operation_of(
    panel: ActionPanel, actions: DossierActions, dossier: Dossier
) -> Callable[[], Done]:
    """What the panel asks for, with its fields as they are now, on the dossier as it is shown.

    Raises:
        NotDong, NotASlipNumber, NotARelief, NotACount, NotAMoment: what was typed is no sum, no
            number of a slip, no reduction, no count or no time.
        NewTimeMissing: nobody said until when it is promised anew.
    """
    opened = Opened(dossier.id, dossier.version)
    match panel:
        case AskPapersPanel():
            papers, reason = panel.asked(), panel.reason.value()
            held_reason, outside = panel.held_reason(), panel.outside_reason()
            return lambda: actions.ask_papers(opened, papers, reason, held_reason, outside)
        case CamePanel():
            came, note = panel.came(), panel.note.value()
            return lambda: actions.receive_papers(opened, came, note)
        case ExtendPanel() | NotifyPanel():
            return _apology_job(panel, actions, opened)
        case ReturnPanel():
            to_whom, identity = panel.to_whom.value(), panel.identity.value()
            reason = panel.unpaid_reason.value()
            posted = (tracking,) if (tracking := panel.tracking.value().strip()) else ()
            return lambda: actions.return_result(opened, to_whom, identity, reason, *posted)
        case CancelPanel() | RefusePanel() | ReopenPanel():
            return _giving_up_job(panel, actions, opened)
        case CorrectPanel():
            correction, reason = panel.correction(dossier), panel.reason.value()
            return lambda: actions.correct(opened, correction, reason)
        case NotePanel():
            note, ask = panel.note.value(), _NOTED[panel.kind]
            return lambda: ask(actions, opened, note)
        case _:
            return _money_job(panel, actions.money, opened)


def _apology_job(
    panel: ExtendPanel | NotifyPanel, actions: DossierActions, opened: Opened
) -> Callable[[], Done]:
    if isinstance(panel, NotifyPanel):
        way, note = NoticeWay(panel.way.value()), panel.note.value()
        return lambda: actions.notify(opened, way, note)
    new, cause = panel.new_due_at(), panel.chosen_cause()
    reason, approver = panel.reason.value(), panel.approver.value()
    return lambda: actions.extend(opened, new, cause, reason, approver)


def _giving_up_job(
    panel: CancelPanel | RefusePanel | ReopenPanel, actions: DossierActions, opened: Opened
) -> Callable[[], Done]:
    reason = panel.reason.value()
    match panel:
        case CancelPanel():
            is_withdrawn = panel.withdraw.isChecked()
            return lambda: actions.cancel(opened, reason, is_withdrawn)
        case RefusePanel():
            return lambda: actions.refuse(opened, reason)
        case ReopenPanel():
            approver = panel.approver.value()
            return lambda: actions.reopen(opened, reason, approver)


def _money_job(panel: ActionPanel, actions: MoneyActions, opened: Opened) -> Callable[[], Done]:
    match panel:
        case CollectPanel():
            asked, copies = panel.request(), panel.copies_wanted()
            return lambda: actions.collect(opened, asked, copies)
        case RefundPanel():
            refund = panel.request()
            return lambda: actions.refund(opened, refund)
        case VoidPanel():
            slip, reason = panel.number(), panel.reason.value()
            return lambda: actions.void(opened, slip, reason)
        case ReceiptPanel():
            slip, receipt = panel.number(), panel.receipt.value()
            return lambda: actions.note_receipt(opened, slip, receipt)
        case WaivePanel():
            exemption = panel.exemption()
            return lambda: actions.waive(opened, exemption)
    raise TypeError(type(panel).__name__)


def _more(kind: ActionKind) -> str:
    translate = QCoreApplication.translate
    more = {
        ActionKind.START: translate("Action", "Phòng chuyên môn đã nhận hồ sơ."),
        ActionKind.COMPLETE: translate(
            "Action",
            "Người dân đã nộp đủ giấy tờ còn thiếu: đồng hồ chạy tiếp, ngày hẹn dời theo quy định "
            "của thủ tục.",
        ),
        ActionKind.FINISH: translate(
            "Action",
            "Kết quả đã có, chờ người dân nhận. Đúng hạn hay trễ hạn tính đến lúc này.",
        ),
    }
    return more[kind]
