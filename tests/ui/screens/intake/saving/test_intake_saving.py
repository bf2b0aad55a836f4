"""F9: the dossier is safe first, printed then, and nothing is done twice."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.answers.dossier import DoubtedName
from app.domain.dossier.identity import IdDoubt, Sex
from app.domain.dossier.person_doubts import DetailDoubts
from tests.ui.desktop import Desktop
from tests.ui.screens.intake.hands import PrinterGone, choose, enter_person, focused, key, settle
from tests.ui.typing import press, type_text
from ui.keys import Key
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
    assert len(desk.registered[0].documents) == 1, "what everybody must bring"
    assert desk.printed == []
    done = screen.promise.done
    assert done.printing.text() == "Phiếu chưa in. Việc tiếp: F8 để in, đưa người nộp ký."
    assert done.print_button.text() == "In phiếu   F8"
    assert not done._next.isVisible(), "there is no slip to hand over"
    assert screen.take_key(Key.REPRINT)
    settle(qtbot, screen)
    assert len(desk.printed) == 1
    assert done.print_button.text() == "In lại   F8"
    assert not done._next.isHidden()


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
    assert "F8 để in; nếu chưa, ghi mã cho người nộp" in screen.promise.done.printing.text()
    assert screen.promise.done.print_button.text() == "In phiếu   F8", "it never was printed"
    assert screen.promise.done._next.isHidden()
    assert notices.actions[0].words == "In phiếu"
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
        "applicant_doubts": DetailDoubts((IdDoubt.SEX_DIFFERS,)),
    }
    enter_person(screen)
    choose(qtbot, screen, "hon nhan")
    press(focused(), Qt.Key.Key_Space, " ")
    key(Qt.Key.Key_F9)
    settle(qtbot, screen)
    words = screen.promise.done._doubts.text()
    for part in ("Giấy chứng sinh", "Giới tính khác với số định danh", "chưa xác nhận"):
        assert part in words


def test_a_name_saved_in_small_letters_is_offered_as_it_is_likelier_written(qtbot, screen, desk):
    desk.second_look = {
        "names": (
            DoubtedName("applicant", (), "Giàng A Páo"),
            DoubtedName("representative", (), "Vàng Thị Mẩy"),
        )
    }
    enter_person(screen)
    choose(qtbot, screen, "hon nhan")
    press(focused(), Qt.Key.Key_Space, " ")
    key(Qt.Key.Key_F9)
    settle(qtbot, screen)
    words = screen.promise.done._doubts.text()
    assert "Tên có lẽ viết là Giàng A Páo." in words
    assert "Tên có lẽ viết là Vàng Thị Mẩy." in words


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
    assert (
        words == f"Bản in phiếu tiếp nhận (…{screen.saving.last.dossier_code[-4:]}) có đúng không?"
    )
    right.do()
    settle(qtbot, screen)
    assert desk.came == [11]
    desk.asks_for_paper = False
    again.do()
    settle(qtbot, screen)
    assert len(desk.printed) == 2
    assert len(notices.asked) == 1


def register(qtbot, screen):
    enter_person(screen)
    choose(qtbot, screen, "hon nhan")
    press(focused(), Qt.Key.Key_Space, " ")
    key(Qt.Key.Key_F9)
    settle(qtbot, screen)


def test_once_the_next_person_is_here_nothing_prints_the_last_ones_papers(qtbot, screen, desk):
    register(qtbot, screen)
    assert screen.promise.done.print_button.isVisible()
    assert screen.take_key(Key.REPRINT)
    settle(qtbot, screen)
    type_text(focused(), "0")
    assert not screen.promise.done.print_button.isVisible()
    assert not screen.take_key(Key.REPRINT)
    key(Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    key(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, screen)
    assert len(desk.printed) == 2
    assert desk.slips == []


def test_a_letter_of_the_next_procedure_is_the_next_person_too(qtbot, screen):
    register(qtbot, screen)
    screen.procedure.search.field.input.setFocus()
    type_text(focused(), "k")
    settle(qtbot, screen)
    assert not screen.promise.done.print_button.isVisible()


def test_what_is_printed_again_from_a_notice_is_what_the_notice_is_about(
    qtbot, screen, desk, notices
):
    desk.refuse_print = PrinterGone()
    register(qtbot, screen)
    first = screen.promise.done.code.text()
    assert first in notices.words[0]
    desk.refuse_print = None
    register(qtbot, screen)
    second = screen.promise.done.code.text()
    notices.actions[0].do()
    settle(qtbot, screen)
    assert first != second
    assert [one.dossier_code for one in desk.printed] == [second, first]
    notices.actions[0].do()
    settle(qtbot, screen)
    assert len(desk.printed) == 2, "it is not offered for the first time twice"
    assert notices.words[-1] == f"Phiếu của hồ sơ {first} đã in rồi."
    assert screen.promise.done.code.text() == second
