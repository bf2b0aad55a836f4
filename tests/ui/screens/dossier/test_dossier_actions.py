"""Every action of the dossier screen, by keyboard."""

from dataclasses import replace
from datetime import timedelta
from unittest.mock import ANY

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.catalogue.procedure import ReturnBy
from app.domain.changes import Changed
from app.domain.deadline.apology import Apology, DelayCause
from app.domain.dossier.dossier import Applicant, ApplicantKind
from app.domain.workflow.states import DossierEvent, DossierState
from app.wording.refusals import say
from tests.ui.invented import MONDAY
from tests.ui.screens.dossier.hands import ALT, CONTROL, finished, press, settle, words
from tests.ui.screens.dossier.invented import (
    Cabinet,
    a_dossier,
    a_print,
    a_waiting_dossier,
)
from tests.ui.screens.dossier.invented_money import GROUNDS, Purse, a_paid_purse
from tests.ui.typing import type_text
from ui.screens.dossier.life.action_kind import DESK_ACTIONS, ENDING, ActionKind, actions_of
from ui.screens.dossier.life.panels import CancelPanel
from ui.screens.dossier.panels import Before, operation_of, panel_for

pytestmark = pytest.mark.gui

NOTED = {
    ActionKind.START: DossierState.RECEIVED,
    ActionKind.COMPLETE: DossierState.AWAITING_SUPPLEMENT,
    ActionKind.FINISH: DossierState.PROCESSING,
}


def an_apologised():
    """A dossier promised anew, whose citizen does not know of it."""
    apology = Apology(
        made_at=MONDAY, promised_at=MONDAY + timedelta(days=1), due_at=MONDAY + timedelta(days=3),
        cause=DelayCause.WORKLOAD, reason="Bận", officer="Lan",
    )  # fmt: skip
    return replace(a_dossier(), apologies=(apology,))


@pytest.mark.parametrize("state", list(DossierState))
def test_only_acts_possible_now_are_offered(opened, state):
    ended = MONDAY if not state.is_open else None
    cabinet = Cabinet(replace(a_dossier(), state=state, ended_at=ended))
    screen = opened(cabinet)
    shown = {kind for kind, b in screen.frame.header.bar.buttons.items() if not b.isHidden()}
    assert shown == set(actions_of(cabinet.dossier))
    assert (ActionKind.RETURN in shown) is (state is DossierState.FINISHED)
    assert (ActionKind.CANCEL in shown) is state.is_open
    assert {ActionKind.CORRECT, ActionKind.PRINT} <= shown


@pytest.mark.parametrize("kind", [kind for kind in ActionKind if kind is not ActionKind.PRINT])
def test_every_act_has_a_panel_of_its_own(qtbot, kind):
    purse = a_paid_purse()
    panel = panel_for(kind, Before(an_apologised(), purse.money(), GROUNDS), MONDAY, say)
    qtbot.addWidget(panel)
    assert panel.kind is kind


@pytest.mark.parametrize("kind", NOTED)
def test_what_asks_for_a_note_alone_does_what_it_is_called(qtbot, kind):
    cabinet = Cabinet(replace(a_dossier(), state=NOTED[kind]))
    panel = panel_for(kind, Before(cabinet.dossier, Purse().money(), ()), MONDAY, say)
    qtbot.addWidget(panel)
    operation_of(panel, cabinet.actions(), cabinet.dossier)()
    assert cabinet.calls()[-1][0] == kind


def test_an_act_without_a_panel_is_named():
    with pytest.raises(ValueError, match="no panel prepares PRINT"):
        panel_for(ActionKind.PRINT, Before(a_dossier(), Purse().money(), ()), MONDAY, say)


def test_papers_are_asked_for_by_keyboard_alone(qtbot, opened):
    cabinet = Cabinet()
    screen = opened(cabinet)
    press(screen, Qt.Key.Key_B, ALT)
    panel = screen.panel
    assert panel.papers.input.hasFocus()
    for line in ("Bản sao giấy chứng sinh", "  ", "Giấy xác nhận cư trú"):
        type_text(panel.papers.input, line)
        press(screen, Qt.Key.Key_Return)
    press(screen, Qt.Key.Key_Tab)
    assert panel.reason.input.hasFocus()
    type_text(panel.reason.input, "Thiếu giấy tờ")
    with qtbot.waitSignal(screen.changed) as changed:
        press(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen)
    event, seen, papers, reason, held_reason, outside = cabinet.calls()[0]
    assert outside == ""
    assert held_reason is None
    assert event is DossierEvent.REQUEST_SUPPLEMENT
    assert (seen.dossier_id, seen.version) == (7, 3)
    assert papers == ("Bản sao giấy chứng sinh", "Giấy xác nhận cư trú")
    assert reason == "Thiếu giấy tờ"
    assert changed.args == [Changed.DOSSIERS | Changed.OUTBOX]
    assert screen.panel is None
    assert screen.view.dossier.state is DossierState.AWAITING_SUPPLEMENT


def test_papers_a_dossier_lacks_are_written_down_and_typing_adds_one(qtbot, opened):
    cabinet = Cabinet(replace(a_dossier(), missing=("Bản sao giấy chứng sinh", "Giấy ủy quyền")))
    screen = opened(cabinet)
    screen.begin(ActionKind.ASK_PAPERS)
    panel = screen.panel
    assert panel.papers.lines() == ("Bản sao giấy chứng sinh", "Giấy ủy quyền")
    type_text(panel.papers.input, "Giấy xác nhận cư trú")
    panel.reason.set_value("Thiếu giấy tờ")
    press(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen)
    assert cabinet.calls()[0][2] == (
        "Bản sao giấy chứng sinh", "Giấy ủy quyền", "Giấy xác nhận cư trú",
    )  # fmt: skip


def test_the_paper_of_a_request_is_printed_at_once(qtbot, opened, notices):
    cabinet = Cabinet()
    screen = opened(cabinet)
    screen.begin(ActionKind.ASK_PAPERS)
    screen.panel.papers.set_value("Bản sao giấy chứng sinh")
    screen.panel.reason.set_value("Thiếu giấy tờ")
    press(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen)
    assert [call for call in cabinet.calls() if call[0] == "print"] == [("print", 31, "02", "")]
    assert any("phiếu yêu cầu bổ sung" in words for words in notices.words)


def test_asking_twice_warns_that_it_counts_as_late(opened):
    dossier = replace(a_waiting_dossier(), state=DossierState.PROCESSING, due_at=a_dossier().due_at)
    screen = opened(Cabinet(dossier))
    screen.begin(ActionKind.ASK_PAPERS)
    assert "trễ hạn" in words(screen.panel)


def test_a_completed_supplement_resumes(qtbot, opened):
    cabinet = Cabinet(a_waiting_dossier())
    screen = opened(cabinet)
    press(screen, Qt.Key.Key_B, ALT)
    press(screen, Qt.Key.Key_Space)
    press(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen)
    assert cabinet.calls()[-1][0] is DossierEvent.COMPLETE
    assert screen.view.dossier.state is DossierState.PROCESSING


def test_processing_is_finished_then_the_result_returned(qtbot, opened):
    cabinet = Cabinet()
    screen = opened(cabinet)
    press(screen, Qt.Key.Key_X, ALT)
    press(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen)
    assert screen.view.dossier.state is DossierState.FINISHED
    assert screen.take_key("F4")
    panel = screen.panel
    assert panel.to_whom.value() == "Hoàng Thị Mẩy"
    assert panel.identity.value() == "", "what was shown is looked at, never assumed"
    type_text(panel.identity.input, "Hộ chiếu C1234567")
    press(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen)
    event, _, to_whom, identity, *_ = cabinet.calls()[-1]
    assert event is DossierEvent.RETURN
    assert (to_whom, identity) == ("Hoàng Thị Mẩy", "Hộ chiếu C1234567")


def test_whoever_brought_it_may_take_the_result_with_one_key(opened):
    brought = Applicant(full_name="Lý A Sềnh", personal_id="020190009999")
    screen = opened(Cabinet(finished(representative=brought)), "F4")
    press(screen, Qt.Key.Key_2, CONTROL)
    assert screen.panel.to_whom.value() == "Lý A Sềnh"
    assert screen.panel.identity.value() == "CCCD 020190009999"


def test_a_companys_result_is_for_a_person_to_take(qtbot, opened):
    company = replace(a_dossier().applicant, full_name="Công ty Đá", kind=ApplicantKind.BUSINESS)
    screen = opened(Cabinet(finished(applicant=company)), "F4")
    assert screen.panel.to_whom.value() == ""
    assert screen.panel.to_whom.input.hasFocus()
    brought = Applicant(full_name="Lý A Páo", personal_id="020190009999")
    screen = opened(Cabinet(finished(applicant=company, representative=brought)), "F4")
    assert screen.panel.to_whom.value() == "Lý A Páo"


def test_of_a_result_sent_by_post_the_number_is_kept(qtbot, opened):
    cabinet = Cabinet(finished(return_by=ReturnBy.POST))
    screen = opened(cabinet, "F4")
    assert screen.panel.identity.value() == "Gửi qua bưu chính"
    assert screen.panel.tracking.input.hasFocus()
    type_text(screen.panel.tracking.input, "EB123456789VN")
    press(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen)
    assert cabinet.calls()[-1][2:] == ("Hoàng Thị Mẩy", "Gửi qua bưu chính", "", "EB123456789VN")


def test_a_dossier_is_stopped_with_a_reason_by_a_button_that_says_so(qtbot, opened):
    cabinet = Cabinet()
    screen = opened(cabinet)
    press(screen, Qt.Key.Key_H, ALT)
    panel = screen.panel
    assert "Dừng hẳn hồ sơ 261120-0007\ncủa Hoàng Thị Mẩy?" in panel.button.text()
    type_text(panel.reason.input, "Tiếp nhận nhầm")
    QTest.mouseClick(panel.withdraw, Qt.MouseButton.LeftButton)
    assert "Ghi rút hồ sơ 261120-0007\ncủa Hoàng Thị Mẩy?" in panel.button.text()
    QTest.mouseClick(panel.button, Qt.MouseButton.LeftButton)
    settle(qtbot, screen)
    assert cabinet.calls()[-1][2:] == ("Tiếp nhận nhầm", True)


def test_a_dossier_is_refused_with_a_reason_and_its_paper_is_one_key_away(qtbot, opened, notices):
    cabinet = Cabinet()
    screen = opened(cabinet)
    press(screen, Qt.Key.Key_R, ALT)
    assert screen.panel.reason.input.hasFocus()
    type_text(screen.panel.reason.input, "Đất đang tranh chấp")
    cabinet.forms = {**cabinet.forms, "03": 901}
    press(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen)
    assert cabinet.calls() == [(DossierEvent.REFUSE, ANY, "Đất đang tranh chấp")]
    assert "F8 để in phiếu từ chối" in notices.words[-1]
    assert "In phiếu" in screen.frame.header.bar.buttons[ActionKind.PRINT].text()
    assert screen.take_key("F8")
    settle(qtbot, screen)
    assert cabinet.calls()[-1] == ("print", 901, "03", "")


def test_once_its_paper_is_printed_it_is_printed_again_like_any_other(opened):
    refused = replace(a_dossier(), state=DossierState.REFUSED, ended_at=MONDAY)
    once = replace(a_print(), form="03", subject_id=901)
    screen = opened(Cabinet(refused, forms={"01": 7, "03": 901}, prints=(once, a_print())))
    assert "In lại" in screen.frame.header.bar.buttons[ActionKind.PRINT].text()


def test_what_was_given_up_is_reopened_with_reason_and_approver(qtbot, opened):
    cabinet = Cabinet(replace(a_dossier(), state=DossierState.STOPPED, ended_at=MONDAY))
    screen = opened(cabinet)
    press(screen, Qt.Key.Key_W, ALT)
    assert "Giờ hẹn giữ nguyên" in words(screen.panel)
    type_text(screen.panel.reason.input, "Dừng nhầm")
    press(screen, Qt.Key.Key_Tab)
    assert screen.panel.approver.input.hasFocus()
    type_text(screen.panel.approver.input, "Lý Thị Mai")
    press(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen)
    assert cabinet.calls()[-1] == (DossierEvent.REOPEN, ANY, "Dừng nhầm", "Lý Thị Mai")
    assert screen.view.dossier.state is DossierState.PROCESSING


@pytest.mark.parametrize(
    ("form_set", "said"), [("tt03-2025", "đã dừng, F8 để in thông báo"), ("tt01-2018", "Đã dừng")]
)
def test_a_notice_of_a_stop_is_offered_where_the_set_has_one(
    qtbot, opened, notices, form_set, said
):
    screen = opened(Cabinet(replace(a_dossier(), form_set=form_set)))
    screen.begin(ActionKind.CANCEL)
    screen.panel.reason.set_value("Nhầm")
    press(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen)
    assert said in notices.words[-1]


@pytest.mark.parametrize(
    ("kind", "asks"),
    [
        (ActionKind.FINISH, "Xử lý xong hồ sơ 261120-0007\ncủa Hoàng Thị Mẩy?"),
        (ActionKind.CANCEL, "Dừng hẳn hồ sơ 261120-0007\ncủa Hoàng Thị Mẩy?"),
        (ActionKind.REFUSE, "Từ chối hồ sơ 261120-0007\ncủa Hoàng Thị Mẩy?"),
        (ActionKind.RETURN, "Đã trả kết quả hồ sơ 261120-0007\ncủa Hoàng Thị Mẩy?"),
    ],
)
def test_what_ends_a_dossier_names_it_in_the_question_of_its_button(opened, kind, asks):
    screen = opened(Cabinet(finished() if kind is ActionKind.RETURN else a_dossier()))
    screen.begin(kind)
    assert screen.panel.button.text() == f"{asks}   Ctrl+Enter"


@pytest.mark.parametrize("kind", [k for k in DESK_ACTIONS if k not in (*ENDING, ActionKind.PRINT)])
def test_what_ends_nothing_asks_nothing(opened, kind):
    screen = opened(Cabinet(an_apologised()))
    screen.begin(kind)
    assert "?" not in screen.panel.button.text()


@pytest.mark.parametrize("kind", ENDING)
def test_what_ended_a_dossier_is_offered_to_be_taken_back_and_is(qtbot, opened, notices, kind):
    cabinet = Cabinet(finished() if kind is ActionKind.RETURN else a_dossier())
    screen = opened(cabinet)
    was = cabinet.dossier.state
    screen.begin(kind)
    for field in screen.panel.fields.values():
        if not field.value():
            field.set_value("Vì thế")
    press(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen)
    assert not screen.view.dossier.state.is_open
    (undo,) = notices.undo
    undo()
    settle(qtbot, screen)
    event, opened_as = cabinet.calls()[-1]
    assert (event, opened_as.version) == (DossierEvent.TAKE_BACK, cabinet.dossier.version - 1)
    assert cabinet.dossier.state is was
    assert "Đã hoàn tác, có ghi trong sổ" in notices.words[-1]


def test_after_taking_back_the_keyboard_stands_where_it_stood_before_the_act(
    qtbot, opened, notices
):
    screen = opened(Cabinet())
    buttons = screen.frame.header.bar.buttons
    assert buttons[ActionKind.FINISH].hasFocus()
    press(screen, Qt.Key.Key_X, ALT)
    press(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen)
    assert buttons[ActionKind.RETURN].hasFocus()
    notices.undo[-1]()
    settle(qtbot, screen)
    assert buttons[ActionKind.FINISH].hasFocus()


def test_taking_back_leaves_alone_whoever_prepares_something_else(qtbot, opened, notices):
    screen = opened(Cabinet())
    press(screen, Qt.Key.Key_X, ALT)
    press(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen)
    screen.begin(ActionKind.CORRECT)
    screen.panel.reason.setFocus()
    at = screen.focusWidget()
    notices.undo[-1]()
    settle(qtbot, screen)
    assert screen.focusWidget() is at


def test_a_correction_taken_back_leads_to_where_one_stood(qtbot, opened, notices):
    screen = opened(Cabinet())
    buttons = screen.frame.header.bar.buttons
    buttons[ActionKind.ASK_PAPERS].setFocus()
    press(screen, Qt.Key.Key_S, ALT)
    panel = screen.panel
    panel.reason.set_value("Đọc nhầm")
    panel._people["applicant"].lines["phone"].set_value("0912345679")
    press(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen)
    assert screen.panel is None
    notices.undo[-1]()
    settle(qtbot, screen)
    assert buttons[ActionKind.ASK_PAPERS].hasFocus()


@pytest.mark.parametrize("kind", [ActionKind.CANCEL, ActionKind.FINISH, ActionKind.CORRECT])
def test_what_was_done_by_mouse_is_taken_back_to_where_one_stood(qtbot, opened, notices, kind):
    screen = opened(Cabinet())
    stood = screen.focusWidget()
    button = screen.frame.header.bar.buttons[kind]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    screen.panel.fields.get("reason", screen.panel.fields.get("note")).set_value("Đọc nhầm")
    if kind is ActionKind.CORRECT:
        screen.panel._people["applicant"].lines["phone"].set_value("0912345679")
    QTest.mouseClick(screen.panel.button, Qt.MouseButton.LeftButton)
    settle(qtbot, screen)
    assert screen.panel is None
    notices.undo[-1]()
    settle(qtbot, screen)
    assert screen.focusWidget() is stood


def test_enter_alone_never_does_an_act(qtbot, opened):
    cabinet = Cabinet(finished())
    screen = opened(cabinet, "F4")
    for _ in range(2):
        press(screen, Qt.Key.Key_Return)
    settle(qtbot, screen)
    assert cabinet.calls() == []


def test_the_button_that_ends_a_dossier_shows_the_and_of_a_name(qtbot):
    dossier = a_dossier()
    company = replace(dossier.applicant, full_name="Hà & Con")
    panel = CancelPanel(replace(dossier, applicant=company), str)
    qtbot.addWidget(panel)
    assert "của Hà && Con?" in panel.button.text()
