"""The dossier screen: what it shows, every act by keyboard, refusals that lose nothing."""

import threading
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from app.domain.changes import Changed
from app.domain.dossier import Applicant
from app.domain.errors import DeskError, InvalidRequest
from app.domain.states import DossierEvent, DossierState, IllegalMove
from app.domain.text import TextMissing
from tests.ui.desktop import Desktop
from tests.ui.invented import MONDAY
from tests.ui.invented_dossier import (
    Cabinet,
    a_dossier,
    a_long_dossier,
    a_waiting_dossier,
)
from tests.ui.told import Told
from tests.ui.typing import type_text
from ui.screens.dossier import DossierScreen
from ui.screens.dossier.acts import Deed, deeds_of
from ui.screens.dossier.history import value_words
from ui.screens.dossier.reprint_panel import ReprintPanel
from ui.theme import apply_theme
from ui.work import Work

pytestmark = pytest.mark.gui
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class UnknownDossier(DeskError):
    """Facts: code."""


class PrinterGone(DeskError):
    """No facts."""


@pytest.fixture
def told():
    return Told()


@pytest.fixture
def opened(qtbot, qapp, told):
    apply_theme(qapp)
    screens = []

    def open_(cabinet, key="", size=(1_366, 712)):
        work = Work()
        screen = DossierScreen(cabinet.actions(), work, told)
        screen.work = work
        screens.append(screen)
        qtbot.addWidget(screen)
        screen.resize(*size)
        with qtbot.waitActive(screen):
            screen.show()
            screen.activateWindow()
        screen.show_dossier(7, key)
        screen.on_shown()
        settle(qtbot, screen)
        return screen

    yield open_
    for screen in screens:
        screen.work.close()


def settle(qtbot, screen):
    qtbot.waitUntil(lambda: screen.work.records.is_idle and screen.work.outside.is_idle)


def press(screen, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(screen.focusWidget() or screen, key, modifier)


def words(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def finished(**changes):
    return replace(a_dossier(), state=DossierState.FINISHED, ended_at=MONDAY, **changes)


# What is shown


def test_a_dossier_opens_with_people_papers_prints_promise_and_history(opened):
    screen = opened(Cabinet())
    frame = screen.frame
    assert frame.header.applicant.text == "Hoàng Thị Mẩy"
    assert frame.header.code.text() == "H37.99.1-261120-0007"
    assert "0912 345 678" in words(frame.people)
    assert "Trích lục ghi chú ly hôn" in words(frame.papers)
    assert "in lại lần 1" in " ".join(b.text() for b in frame.prints.findChildren(QPushButton))
    assert frame.header.promise.text() == "Thứ Năm 26/11/2026"
    assert "Ngày Văn hóa Việt Nam" in words(frame.promise)


def test_the_history_stands_newest_first_with_old_and_new_values(opened):
    texts = opened(Cabinet()).frame.timeline.texts()
    assert texts[0].startswith("Bắt đầu xử lý → Đang xử lý")
    assert texts[-1].startswith("Tiếp nhận")
    assert "Điện thoại: 0912345679 → 0912345678" in texts[1]
    assert "Nam → Nữ" in texts[1]
    assert "Người dân đọc nhầm số điện thoại" in texts[1]


def test_values_of_the_ledger_are_shown_as_people_read_them():
    assert value_words("applicant.born", "1985-03-05") == "05/03/1985"
    assert value_words("applicant.id_kind", "OLD_ID") == "CMND"
    assert value_words("applicant.sex", "") == ""
    assert value_words("applicant.sex", "?") == "?"
    assert value_words("note", "Gọi trước") == "Gọi trước"


def test_text_that_looks_like_markup_is_shown_as_it_was_typed(opened):
    dossier = replace(a_dossier(), note="<b>Gọi</b> & chờ")
    screen = opened(Cabinet(dossier))
    assert "<b>Gọi</b> & chờ" in words(screen.frame.people)
    labels = screen.findChildren(QLabel)
    assert {one.textFormat() for one in labels if one.text()} == {Qt.TextFormat.PlainText}


def test_the_longest_dossier_shows_everything_somewhere(opened):
    dossier = a_long_dossier()
    screen = opened(Cabinet(dossier))
    shown = words(screen.frame.people).replace("\u200b", "")
    assert dossier.applicant.full_name in shown
    assert dossier.applicant.email in shown
    assert dossier.procedure_name in shown
    assert dossier.representative.full_name in shown
    assert "Bản sao giấy chứng sinh" in words(screen.frame.papers)


def test_a_waiting_dossier_says_what_it_waits_for_and_that_no_time_runs(opened):
    screen = opened(Cabinet(a_waiting_dossier()))
    assert screen.frame.header.promise.text() == "Đang dừng tính"
    assert "Giấy xác nhận cư trú" in words(screen.frame.papers)
    assert screen.frame.header.pill.words.startswith("chờ")


def test_an_ended_dossier_says_whether_it_was_in_time(opened):
    late = finished(measured_due_at=MONDAY - timedelta(days=1))
    assert "trễ hạn" in opened(Cabinet(late)).frame.header.promise_more.text()
    assert "trước hạn" in opened(Cabinet(finished())).frame.header.promise_more.text()


def test_a_passing_minute_moves_the_countdown_without_asking_the_records(opened):
    dossier = replace(a_dossier(), due_at=MONDAY + timedelta(minutes=30))
    cabinet = Cabinet(dossier)
    screen = opened(cabinet)
    asked = len(cabinet.asked)
    screen.on_ticked(MONDAY + timedelta(minutes=1))
    assert screen.frame.header.pill.words == "còn 29 phút"
    assert len(cabinet.asked) == asked


def test_a_dossier_that_is_not_there_says_so_in_its_place(qtbot, opened, told):
    cabinet = Cabinet()

    def nobody(_ident):
        raise UnknownDossier(code="H37.99.1-261120-0099")

    cabinet.open = nobody
    screen = opened(cabinet)
    assert "H37.99.1-261120-0099" in screen._instead.words
    assert told.errors == []
    assert not screen.take_key("F4")


def test_a_promise_that_cannot_be_explained_hides_nothing_else(opened):
    cabinet = Cabinet()

    def refuse(_dossier):
        raise UnknownDossier(code="x")

    cabinet.explain = refuse
    screen = opened(cabinet)
    assert screen.frame.header.applicant.text == "Hoàng Thị Mẩy"
    assert "x" in words(screen.frame.promise)


def test_only_the_dossier_opened_last_is_shown(qtbot, opened):
    cabinet = Cabinet()
    screen = opened(cabinet)
    go_on = threading.Event()
    former = cabinet.open

    def slow(ident):
        if ident == 8:
            go_on.wait(5)
        return former(ident)

    object.__setattr__(screen._actions, "open", slow)
    shown = []
    pages = screen._pages
    pages.currentChanged.connect(lambda _: screen.view and shown.append(screen.view.dossier.id))
    screen.show_dossier(8)
    screen.show_dossier(9)
    go_on.set()
    settle(qtbot, screen)
    assert screen.view.dossier.id == 9
    assert shown == [9]


def test_the_code_can_be_copied(opened):
    screen = opened(Cabinet())
    QTest.mouseClick(screen.frame.header.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "H37.99.1-261120-0007"


# Acts


@pytest.mark.parametrize("state", list(DossierState))
def test_only_acts_possible_now_are_offered(opened, state):
    ended = MONDAY if not state.is_open else None
    screen = opened(Cabinet(replace(a_dossier(), state=state, ended_at=ended)))
    shown = {deed for deed, b in screen.frame.header.acts.buttons.items() if not b.isHidden()}
    assert shown == set(deeds_of(state))
    assert (Deed.RETURN in shown) is (state is DossierState.FINISHED)
    assert (Deed.CANCEL in shown) is state.is_open
    assert {Deed.CORRECT, Deed.PRINT} <= shown


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
    event, seen, papers, reason = cabinet.acts()[-1]
    assert event is DossierEvent.REQUEST_SUPPLEMENT
    assert (seen.dossier_id, seen.version) == (7, 3)
    assert papers == ("Bản sao giấy chứng sinh", "Giấy xác nhận cư trú")
    assert reason == "Thiếu giấy tờ"
    assert changed.args == [Changed.DOSSIERS | Changed.OUTBOX]
    assert screen.panel is None
    assert screen.view.dossier.state is DossierState.AWAITING_SUPPLEMENT


def test_papers_missing_at_intake_are_offered_to_be_asked_for(opened):
    screen = opened(Cabinet(a_long_dossier()))
    screen.begin(Deed.ASK_PAPERS)
    assert screen.panel.papers.lines() == ("Bản sao giấy chứng sinh",)


def test_asking_twice_warns_that_it_counts_as_late(opened):
    dossier = replace(a_waiting_dossier(), state=DossierState.PROCESSING, due_at=a_dossier().due_at)
    screen = opened(Cabinet(dossier))
    screen.begin(Deed.ASK_PAPERS)
    assert "trễ hạn" in words(screen.panel)


def test_a_completed_supplement_resumes(qtbot, opened):
    cabinet = Cabinet(a_waiting_dossier())
    screen = opened(cabinet)
    press(screen, Qt.Key.Key_B, ALT)
    press(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen)
    assert cabinet.acts()[-1][0] is DossierEvent.COMPLETE
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
    event, _, to_whom, identity = cabinet.acts()[-1]
    assert event is DossierEvent.RETURN
    assert (to_whom, identity) == ("Hoàng Thị Mẩy", "Hộ chiếu C1234567")


def test_whoever_brought_it_may_take_the_result_with_one_key(opened):
    brought = Applicant(full_name="Lý A Sềnh", personal_id="020190009999")
    screen = opened(Cabinet(finished(representative=brought)), "F4")
    press(screen, Qt.Key.Key_2, ALT)
    assert screen.panel.to_whom.value() == "Lý A Sềnh"
    assert screen.panel.identity.value() == "CCCD 020190009999"


def test_a_dossier_is_stopped_with_a_reason_by_a_button_that_says_so(qtbot, opened):
    cabinet = Cabinet()
    screen = opened(cabinet)
    press(screen, Qt.Key.Key_H, ALT)
    panel = screen.panel
    assert "Dừng hồ sơ này" in panel.button.text()
    type_text(panel.reason.input, "Tiếp nhận nhầm")
    QTest.mouseClick(panel.withdraw, Qt.MouseButton.LeftButton)
    assert "Rút hồ sơ này" in panel.button.text()
    QTest.mouseClick(panel.button, Qt.MouseButton.LeftButton)
    settle(qtbot, screen)
    assert cabinet.acts()[-1][2:] == ("Tiếp nhận nhầm", True)


def test_enter_alone_never_does_an_act(qtbot, opened):
    cabinet = Cabinet(finished())
    screen = opened(cabinet, "F4")
    for _ in range(2):
        press(screen, Qt.Key.Key_Return)
    settle(qtbot, screen)
    assert cabinet.acts() == []


# Refusals


def test_a_refusal_stands_beside_its_field_and_what_was_typed_stays(qtbot, opened, told):
    cabinet = Cabinet(refuses=InvalidRequest(problems=(TextMissing(field="reason"),)))
    screen = opened(cabinet)
    screen.begin(Deed.ASK_PAPERS)
    panel = screen.panel
    type_text(panel.papers.input, "Giấy xác nhận cư trú")
    press(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen)
    assert screen.panel is panel
    assert panel.reason.problem.startswith("Lý do: chưa nhập")
    assert panel.reason.input.hasFocus()
    assert panel.papers.value() == "Giấy xác nhận cư trú"
    assert panel.button.isEnabled()
    assert told.errors == []
    type_text(panel.reason.input, "T")
    assert panel.reason.problem == ""


def test_a_refusal_without_a_field_stands_above_the_buttons(qtbot, opened):
    refused = IllegalMove(state=DossierState.RETURNED, event=DossierEvent.FINISH)
    screen = opened(Cabinet(refuses=refused))
    screen.begin(Deed.FINISH)
    press(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen)
    assert "Đã trả kết quả" in screen.panel.problem


def test_a_refused_paper_is_shown_at_the_papers(qtbot, opened):
    screen = opened(Cabinet(refuses=InvalidRequest(problems=(TextMissing(field="papers.3"),))))
    screen.begin(Deed.ASK_PAPERS)
    press(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen)
    assert screen.panel.papers.has_problem


def test_trouble_goes_to_the_shell_and_the_act_can_be_tried_again(qtbot, opened, told):
    cabinet = Cabinet(refuses=OSError(5, "Input/output error"))
    screen = opened(cabinet)
    screen.begin(Deed.FINISH)
    press(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen)
    assert len(told.errors) == 1
    assert screen.panel is not None
    cabinet.refuses = None
    told.retries[0]()
    settle(qtbot, screen)
    assert screen.view.dossier.state is DossierState.FINISHED


def test_an_act_under_way_cannot_be_done_twice(qtbot, opened):
    cabinet = Cabinet()
    go_on = threading.Event()
    screen = opened(cabinet)
    finish = screen._actions.finish

    def slow(*args):
        go_on.wait(5)
        return finish(*args)

    object.__setattr__(screen._actions, "finish", slow)
    screen.begin(Deed.FINISH)
    for _ in range(3):
        screen._submit()
    assert not screen.panel.button.isEnabled()
    assert screen.go_back()
    assert screen.panel is not None, "an act under way is not left"
    go_on.set()
    settle(qtbot, screen)
    assert [one[0] for one in cabinet.acts()] == [DossierEvent.FINISH]


def test_escape_leaves_an_act_then_a_print_then_the_dossier(qtbot, opened):
    screen = opened(Cabinet())
    screen._prints.look_at(101)
    settle(qtbot, screen)
    screen.begin(Deed.CORRECT)
    assert screen.go_back()
    assert screen.panel is None
    assert screen.go_back()
    assert screen.frame.preview_title == ""
    assert not screen.go_back()


# Corrections


def correct(qtbot, screen, cabinet):
    press(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen)
    return cabinet.acts()[-1][2]


def test_a_correction_changes_only_what_was_touched(qtbot, opened):
    cabinet = Cabinet()
    screen = opened(cabinet)
    press(screen, Qt.Key.Key_S, ALT)
    panel = screen.panel
    panel.fields["applicant.phone"].input.setText("0987 654 321")
    panel.reason.set_value("Số cũ đã bỏ")
    corrected = correct(qtbot, screen, cabinet)
    assert corrected.applicant == replace(cabinet.dossier.applicant, phone="0987 654 321")
    assert corrected.documents == cabinet.dossier.documents
    assert corrected.note == cabinet.dossier.note
    assert cabinet.acts()[-1][3] == "Số cũ đã bỏ"


def test_a_correction_does_not_undo_what_somebody_else_corrected_meanwhile(qtbot, opened):
    cabinet = Cabinet()
    screen = opened(cabinet)
    screen.begin(Deed.CORRECT)
    screen.panel.fields["applicant.phone"].input.setText("0987 654 321")
    cabinet.dossier = replace(
        cabinet.dossier,
        version=9,
        applicant=replace(cabinet.dossier.applicant, address="Thôn Nà Kéo"),
    )
    screen.reload()
    settle(qtbot, screen)
    assert screen.panel is not None
    corrected = correct(qtbot, screen, cabinet)
    assert corrected.applicant.address == "Thôn Nà Kéo"
    assert corrected.applicant.phone == "0987 654 321"
    assert cabinet.acts()[-1][1].version == 9


def test_papers_are_added_changed_and_taken_away(qtbot, opened):
    cabinet = Cabinet()
    screen = opened(cabinet)
    screen.begin(Deed.CORRECT)
    papers = screen.panel.papers
    papers.rows[0].originals.input.setText("2")
    papers.rows[1].removed.emit()
    QTest.mouseClick(papers.more, Qt.MouseButton.LeftButton)
    type_text(papers.rows[-1].name.input, "Giấy ủy quyền")
    corrected = correct(qtbot, screen, cabinet)
    assert [(d.name, d.originals, d.copies) for d in corrected.documents] == [
        ("Tờ khai cấp Giấy xác nhận tình trạng hôn nhân", 2, 0),
        ("Giấy ủy quyền", 1, 0),
    ]


def test_who_brings_it_for_another_can_be_corrected_or_taken_away(qtbot, opened):
    brought = Applicant(full_name="Lý A Sềnh", personal_id="020190009999")
    cabinet = Cabinet(replace(a_dossier(), representative=brought))
    screen = opened(cabinet)
    screen.begin(Deed.CORRECT)
    screen.panel.fields["representative.full_name"].input.setText("Lý A Sính")
    assert correct(qtbot, screen, cabinet).representative.full_name == "Lý A Sính"
    screen.begin(Deed.CORRECT)
    screen.panel.no_representative.setChecked(True)
    assert correct(qtbot, screen, cabinet).representative is None


# Prints


def test_f8_prints_again_what_was_printed_last(qtbot, opened, told):
    cabinet = Cabinet()
    screen = opened(cabinet)
    with qtbot.waitSignal(screen.changed) as changed:
        assert screen.take_key("F8")
    assert ("print", 7, "01", "a4") in cabinet.asked
    assert changed.args == [Changed.PRINTS]
    assert "in lại lần 2" in told.words[-1]
    told.acts[-1].do()
    settle(qtbot, screen)
    assert len([one for one in cabinet.acts() if one[0] == "print"]) == 2


@pytest.mark.parametrize(
    ("key", "reason"),
    [(Qt.Key.Key_1, "Người dân làm mất phiếu"), (Qt.Key.Key_3, "Thông tin trên phiếu đã sửa")],
)
def test_one_key_says_why_a_form_is_printed_again(qtbot, opened, key, reason):
    cabinet = Cabinet(wants_reason=True)
    screen = opened(cabinet)
    screen.take_key("F8")
    settle(qtbot, screen)
    assert isinstance(screen.panel, ReprintPanel)
    assert cabinet.acts() == []
    press(screen, key)
    settle(qtbot, screen)
    assert ("print", 7, "01", "a4", reason) in cabinet.asked
    assert screen.panel is None


@pytest.mark.parametrize(
    ("button", "form", "paper"),
    [("slip_button", "01", "80mm"), ("label_button", "label", "50x30")],
)
def test_slip_and_label_are_printed_from_the_prints_card_and_again_with_a_reason(
    qtbot, opened, button, form, paper
):
    cabinet = Cabinet()
    screen = opened(cabinet)
    getattr(screen.frame.prints, button).click()
    settle(qtbot, screen)
    assert ("print", 7, form, paper) in cabinet.asked
    cabinet.wants_reason = True
    getattr(screen.frame.prints, button).click()
    settle(qtbot, screen)
    press(screen, Qt.Key.Key_4)
    settle(qtbot, screen)
    assert ("print", 7, form, paper, "Cần thêm một bản") in cabinet.asked


def test_another_reason_is_typed_digits_and_all_and_must_not_be_empty(qtbot, opened):
    cabinet = Cabinet(wants_reason=True)
    screen = opened(cabinet)
    screen.take_key("F8")
    settle(qtbot, screen)
    press(screen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert screen.panel.other.has_problem
    assert cabinet.acts() == []
    type_text(screen.panel.other.input, "Gửi lại cho khu 3")
    press(screen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, screen)
    assert ("print", 7, "01", "a4", "Gửi lại cho khu 3") in cabinet.asked


def test_a_reprint_can_be_left_and_nothing_is_printed(qtbot, opened):
    cabinet = Cabinet(wants_reason=True)
    screen = opened(cabinet)
    screen.take_key("F8")
    settle(qtbot, screen)
    assert screen.go_back()
    assert screen.panel is None
    assert cabinet.acts() == []


def test_the_days_first_print_asks_whether_the_paper_came(qtbot, opened, told):
    cabinet = Cabinet(asks_for_paper=True)
    screen = opened(cabinet)
    screen.take_key("F8")
    settle(qtbot, screen)
    ((asked, (right, again)),) = told.asked
    assert "Giấy ra đúng không?" in asked
    right.do()
    settle(qtbot, screen)
    assert ("came", 103) in cabinet.asked
    cabinet.wants_reason = True
    again.do()
    settle(qtbot, screen)
    assert ("print", 7, "01", "a4", "Giấy ra không đúng") in cabinet.asked


def test_f8_passes_over_a_label(qtbot, opened):
    cabinet = Cabinet()
    newest = replace(cabinet.prints[0], id=200, form="label", paper="50x30")
    cabinet.prints = (newest, *cabinet.prints)
    screen = opened(cabinet)
    assert "Nhãn bìa" in " ".join(b.text() for b in screen.frame.prints.findChildren(QPushButton))
    screen.take_key("F8")
    settle(qtbot, screen)
    assert ("print", 7, "01", "a4") in cabinet.asked


def test_the_first_print_is_the_receipt_on_the_offices_usual_paper(qtbot, opened):
    cabinet = Cabinet(prints=())
    screen = opened(cabinet)
    assert "F8" in words(screen.frame.prints)
    screen.take_key("F8")
    settle(qtbot, screen)
    assert ("print", 7, "01", "") in cabinet.asked


def test_a_printer_that_fails_is_told_with_a_way_to_print_again(qtbot, opened, told):
    cabinet = Cabinet(refuses=PrinterGone())
    screen = opened(cabinet)
    screen.take_key("F8")
    settle(qtbot, screen)
    assert told.acts[-1].words == "In lại"
    cabinet.refuses = None
    told.acts[-1].do()
    settle(qtbot, screen)
    assert "Đã gửi" in told.words[-1]


def test_a_print_is_looked_at_beside_the_dossier(qtbot, opened):
    cabinet = Cabinet()
    screen = opened(cabinet)
    links = [b for b in screen.frame.prints.findChildren(QPushButton) if "bản đầu" in b.text()]
    QTest.mouseClick(links[0], Qt.MouseButton.LeftButton)
    settle(qtbot, screen)
    assert screen.frame.paper.page_count == 1
    assert "bản đầu" in screen.frame.preview_title
    assert cabinet.acts()[-1][:2] == ("pictures", 101)


def test_a_print_is_opened_in_the_desktops_own_viewer(qtbot, opened):
    desktop = Desktop()
    cabinet = Cabinet()
    screen = opened(cabinet)
    screen._prints.look_at(101)
    settle(qtbot, screen)
    screen.frame.outside.click()
    settle(qtbot, screen)
    desktop.leave()
    assert ("lend", 101) in cabinet.asked
    assert desktop.opened == ["MotCua.pdf"]


def test_without_a_viewer_it_says_so(qtbot, opened, told, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", staticmethod(lambda _url: False))
    screen = opened(Cabinet())
    screen._prints.look_at(101)
    settle(qtbot, screen)
    screen.frame.outside.click()
    settle(qtbot, screen)
    assert "chưa có trình đọc PDF" in told.words[-1]


def test_a_print_that_cannot_be_drawn_says_why_in_its_place(qtbot, opened, told):
    cabinet = Cabinet()

    def broken(_print_id, _dpi):
        raise UnknownDossier(code="hỏng")

    cabinet.pictures = broken
    screen = opened(cabinet)
    screen._prints.look_at(101)
    settle(qtbot, screen)
    assert "hỏng" in screen.frame.paper.words
    assert told.errors == []


# Layout


def test_below_1280_the_promise_moves_under_the_facts_and_is_still_there(opened):
    screen = opened(Cabinet(), size=(1_200, 712))
    assert not screen.frame._right.isVisible()
    assert screen.frame._left.isAncestorOf(screen.frame.promise)
    screen.resize(1_500, 800)
    assert screen.frame._right.isAncestorOf(screen.frame.promise)


def test_tab_leads_through_a_panel_in_the_order_it_is_read(opened):
    screen = opened(Cabinet(finished()), "F4")
    panel = screen.panel
    panel.to_whom.input.setFocus()
    visited = []
    for _ in range(4):
        press(screen, Qt.Key.Key_Tab)
        visited.append(screen.focusWidget())
    offer = panel.findChildren(QPushButton, "offer")[0]
    assert visited == [panel.identity.input, offer, panel.button, panel.leave]


def test_every_field_of_every_panel_has_a_label_that_names_it(opened):
    screen = opened(Cabinet())
    for deed in (Deed.CORRECT, Deed.ASK_PAPERS, Deed.CANCEL, Deed.FINISH):
        screen.begin(deed)
        for field in screen.panel.fields.values():
            assert field.label.buddy() is field.input
            assert field.input.accessibleName() == field.label.text()
