"""Which panel prepares an act, and what it asks of the desk once it is filled in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.domain.answers import DossierChanged, DossierMoney, MoneyMoved
from app.domain.dossier import Dossier
from app.domain.tariff import ExemptionGround
from ui.screens.dossier.act_panel import (
    ActPanel,
    AskPapersPanel,
    CancelPanel,
    NotePanel,
    ReturnPanel,
)
from ui.screens.dossier.actions import DossierActions, Seen
from ui.screens.dossier.acts import MONEY_DEEDS, Deed, words_of
from ui.screens.dossier.correct_panel import CorrectPanel
from ui.screens.dossier.money_actions import MoneyActions
from ui.screens.dossier.money_panels import CollectPanel, RefundPanel, VoidPanel
from ui.screens.dossier.waive_panel import WaivePanel
from ui.widgets.fields import Say

Done = DossierChanged | MoneyMoved


@dataclass(frozen=True, slots=True)
class Before:
    """What an act is prepared on."""

    dossier: Dossier
    money: DossierMoney
    grounds: tuple[ExemptionGround, ...]


def panel_for(deed: Deed, before: Before, now: datetime, say: Say) -> ActPanel:
    """The panel in which `deed` is prepared; every act but a reprint has one."""
    dossier, money = before.dossier, before.money
    if deed in MONEY_DEEDS:
        return _money_panel(deed, before, now, say)
    match deed:
        case Deed.ASK_PAPERS:
            return AskPapersPanel(dossier, say)
        case Deed.RETURN:
            return ReturnPanel(dossier, say, outstanding=money.account.outstanding)
        case Deed.CANCEL:
            return CancelPanel(dossier, say)
        case Deed.CORRECT:
            return CorrectPanel(dossier, now, say)
        case _:
            words = words_of(deed).words
            return NotePanel(deed, words, words, _more(deed), say)


def _money_panel(deed: Deed, before: Before, now: datetime, say: Say) -> ActPanel:
    dossier, money = before.dossier, before.money
    match deed:
        case Deed.COLLECT:
            brought_by = dossier.representative or dossier.applicant
            return CollectPanel(money, brought_by.full_name, say)
        case Deed.REFUND:
            return RefundPanel(money, now, say)
        case Deed.VOID:
            return VoidPanel(money, now, say)
        case _:
            return WaivePanel(money, before.grounds, say)


def job_of(panel: ActPanel, actions: DossierActions, dossier: Dossier) -> Callable[[], Done]:
    """What the panel asks for, with its fields as they are now, on the dossier as it is shown.

    Raises:
        NotDong, NotASlipNumber, NotARelief: a sum, a number of a slip or a reduction is none.
    """
    seen = Seen(dossier.id, dossier.version)
    match panel:
        case AskPapersPanel():
            papers, reason = panel.papers.lines(), panel.reason.value()
            return lambda: actions.ask_papers(seen, papers, reason)
        case ReturnPanel():
            to_whom, identity = panel.to_whom.value(), panel.identity.value()
            return lambda: actions.return_result(seen, to_whom, identity)
        case CancelPanel():
            reason, is_withdrawn = panel.reason.value(), panel.withdraw.isChecked()
            return lambda: actions.cancel(seen, reason, is_withdrawn)
        case CorrectPanel():
            corrected, reason = panel.corrected(dossier), panel.reason.value()
            return lambda: actions.correct(seen, corrected, reason)
        case NotePanel():
            return _note_job(panel, actions, seen)
        case _:
            return _money_job(panel, actions.money, seen)


def _money_job(panel: ActPanel, actions: MoneyActions, seen: Seen) -> Callable[[], Done]:
    match panel:
        case CollectPanel():
            asked = panel.request()
            return lambda: actions.collect(seen, asked)
        case RefundPanel():
            back = panel.request()
            return lambda: actions.refund(seen, back)
        case VoidPanel():
            slip, reason = panel.number(), panel.reason.value()
            return lambda: actions.void(seen, slip, reason)
        case WaivePanel():
            exemption = panel.exemption()
            return lambda: actions.waive(seen, exemption)
    raise TypeError(type(panel).__name__)


def _note_job(
    panel: NotePanel, actions: DossierActions, seen: Seen
) -> Callable[[], DossierChanged]:
    note = panel.note.value()
    if panel.deed is Deed.START:
        return lambda: actions.start(seen)
    if panel.deed is Deed.COMPLETE:
        return lambda: actions.complete(seen, note)
    return lambda: actions.finish(seen, note)


def _more(deed: Deed) -> str:
    translate = QCoreApplication.translate
    more = {
        Deed.START: translate("Deed", "Phòng chuyên môn đã nhận hồ sơ."),
        Deed.COMPLETE: translate(
            "Deed",
            "Người dân đã nộp đủ giấy tờ còn thiếu: đồng hồ chạy tiếp, ngày hẹn dời theo quy định "
            "của thủ tục.",
        ),
        Deed.FINISH: translate(
            "Deed",
            "Kết quả đã có, chờ người dân nhận. Đúng hạn hay trễ hạn tính đến lúc này.",
        ),
    }
    return more[deed]
