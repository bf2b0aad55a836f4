"""F9: the dossier is safe first, printed then, and nothing is done twice."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.domain.dossier.identity import IdDoubt, Sex
from tests.ui.desktop import Desktop
from tests.ui.screens.intake.hands import PrinterGone, choose, enter_person, focused, key, settle
from tests.ui.typing import press, type_text
from ui.screens.intake.state.form import FormState

pytestmark = pytest.mark.gui


def test_keyboard_alone_from_the_empty_form_to_the_printed_receipt(qtbot, screen, desk):
    enter_person(screen)
    assert focused() is screen.procedure.search.field.input
    type_text(focused(), "hon nhan")
    press(focused(), Qt.Key.Key_Return)
    settle(qtbot, screen)
    assert focused() is screen.papers.list
    press(focused(), Qt.Key.Key_Space, " ")
    press(focused(), Qt.Key.Key_Down)
    press(focused(), Qt.Key.Key_Space, " ")
    press(focused(), Qt.Key.Key_Right)
    press(focused(), Qt.Key.Key_Plus, "+")
    settle(qtbot, screen)
    assert screen.promise.day.text() == "Thứ Sáu 27/11/2026"
    with qtbot.waitSignal(screen.registered, timeout=5000):
        key(Qt.Key.Key_F9)
    settle(qtbot, screen)
    (request,) = desk.registered
    assert request.procedure == "1.004873"
    assert request.applicant.born == "1985-03-05"
    assert request.applicant.sex is Sex.FEMALE
    assert request.applicant.phone == "0912345678"
    assert [(p.originals, p.copies) for p in request.documents] == [(1, 0), (1, 1)]
    assert [done.dossier_code for done in desk.printed] == ["H37.99.1-261123-0001"]
    assert screen.promise.done.code.text() == "H37.99.1-261123-0001"
    assert screen.state() == FormState()
    assert focused() is screen.applicant.person.number.input
    assert desk.drafts == {}


def test_saving_without_printing_prints_nothing_until_asked(qtbot, screen, desk):
    enter_person(screen)
    choose(qtbot, screen, "hon nhan")
    key(Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(screen.registered, timeout=5000):
        key(Qt.Key.Key_F9, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, screen)
    assert len(desk.registered[0].documents) == 4
    assert desk.printed == []
    key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, screen)
    assert len(desk.printed) == 1


def test_pressing_f9_twice_registers_once(qtbot, screen, desk):
    enter_person(screen)
    choose(qtbot, screen, "hon nhan")
    press(focused(), Qt.Key.Key_Space, " ")
    key(Qt.Key.Key_F9)
    key(Qt.Key.Key_F9)
    settle(qtbot, screen)
    assert len(desk.registered) == 1


def test_what_is_typed_during_a_slow_save_leaves_no_ghost_draft(qtbot, screen, desk):
    desk.register_gate = threading.Event()
    enter_person(screen)
    choose(qtbot, screen, "hon nhan")
    press(focused(), Qt.Key.Key_Space, " ")
    key(Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: screen.saving.is_busy, timeout=2000)
    type_text(screen.receipt.note.input, "thêm")
    assert not screen.keeper._timer.isActive()
    desk.register_gate.set()
    settle(qtbot, screen)
    assert len(desk.registered) == 1
    assert desk.drafts == {}


def test_a_failed_print_leaves_the_dossier_and_offers_to_print_again(qtbot, screen, desk, notices):
    desk.refuse_print = PrinterGone()
    enter_person(screen)
    choose(qtbot, screen, "hon nhan")
    press(focused(), Qt.Key.Key_Space, " ")
    key(Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: bool(notices.words), timeout=5000)
    assert len(desk.registered) == 1
    assert "Chưa in được" in screen.promise.done.printing.text()
    desktop = Desktop()
    screen.promise.done.outside_button.click()
    settle(qtbot, screen)
    desktop.leave()
    assert desktop.opened == ["MotCua.pdf"]
    assert [one.dossier_code for one in desk.lent] == [screen.promise.done.code.text()]
    assert screen.promise.done.outside_button.isHidden()
    desk.refuse_print = None
    notices.actions[0].do()
    settle(qtbot, screen)
    assert len(desk.printed) == 1
    assert "Canon LBP 2900" in screen.promise.done.printing.text()


def test_a_scanners_enter_never_saves(qtbot, screen, desk):
    enter_person(screen)
    choose(qtbot, screen, "hon nhan")
    press(focused(), Qt.Key.Key_Space, " ")
    for widget in (*screen.walk.stops, focused()):
        press(widget, Qt.Key.Key_Return)
        press(widget, Qt.Key.Key_Enter)
    settle(qtbot, screen)
    assert desk.registered == []
    assert not any(b.autoDefault() or b.isDefault() for b in screen.findChildren(QPushButton))


def test_what_wants_a_second_look_stands_beside_the_number(qtbot, screen, desk):
    desk.second_look = {
        "missing": ("Giấy chứng sinh",),
        "calendar_confirmed": False,
        "doubts": (IdDoubt.SEX_DIFFERS,),
        "clock_went_back": True,
    }
    enter_person(screen)
    choose(qtbot, screen, "hon nhan")
    press(focused(), Qt.Key.Key_Space, " ")
    key(Qt.Key.Key_F9)
    settle(qtbot, screen)
    words = screen.promise.done._doubts.text()
    for part in ("Giấy chứng sinh", "khác giới tính", "chưa xác nhận", "chạy lùi"):
        assert part in words


def test_after_the_first_print_of_a_day_it_asks_whether_the_paper_came(
    qtbot, screen, desk, notices
):
    desk.asks_for_paper = True
    enter_person(screen)
    choose(qtbot, screen, "hon nhan")
    press(focused(), Qt.Key.Key_Space, " ")
    key(Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: bool(notices.asked), timeout=5000)
    ((words, (right, again)),) = notices.asked
    assert "Giấy ra đúng không?" in words
    right.do()
    settle(qtbot, screen)
    assert desk.came == [11]
    desk.asks_for_paper = False
    again.do()
    settle(qtbot, screen)
    assert len(desk.printed) == 2
    assert len(notices.asked) == 1
