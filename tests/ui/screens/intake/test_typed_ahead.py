"""Keys typed before an answer is there: each goes where it would have gone behind the answer."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.dossier.dossier import Applicant
from tests.ui.screens.intake.hands import choose, enter_person, focused, key, settle
from tests.ui.screens.intake.invented import MAY
from tests.ui.typing import press, scan_text, type_text

pytestmark = pytest.mark.gui


def type_at_once(text):
    """All keys before the window does anything else, as after a time in which it hung."""
    for letter in text:
        if letter == "\n":
            press(focused(), Qt.Key.Key_Return)
        else:
            type_text(focused(), letter)


def quiet(qtbot, screen):
    settle(qtbot, screen)
    qtbot.waitUntil(lambda: not screen.ahead.is_busy, timeout=5_000)
    settle(qtbot, screen)


def test_a_number_a_procedure_and_what_follows_it_are_typed_ahead(qtbot, screen, desk):
    type_at_once("0201\nhon nhan\n")
    QTest.keyClick(focused(), Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(focused(), Qt.Key.Key_F9, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(desk.registered), timeout=5_000)
    quiet(qtbot, screen)
    (request,) = desk.registered
    assert (request.applicant.full_name, request.procedure) == (MAY.full_name, "1.004873")
    assert [paper.name for paper in request.documents] == [
        "Tờ khai cấp Giấy xác nhận tình trạng hôn nhân"
    ]


def test_where_nobody_has_the_digits_the_name_is_typed_behind_them(qtbot, screen):
    type_at_once("7777\nLy A Senh\n")
    quiet(qtbot, screen)
    person = screen.state().applicant
    assert (person.personal_id, person.full_name) == ("7777", "Ly A Senh")
    assert focused() is screen.applicant.person.born.input


def fill_to_save(qtbot, screen):
    enter_person(screen)
    choose(qtbot, screen, "hon nhan")
    press(focused(), Qt.Key.Key_Space, " ")
    settle(qtbot, screen)


def test_the_next_person_is_typed_while_the_last_is_being_saved(qtbot, screen, desk):
    fill_to_save(qtbot, screen)
    desk.register_gate = threading.Event()
    key(Qt.Key.Key_F9, Qt.KeyboardModifier.ControlModifier)
    type_at_once("0201\nhon nhan\n")
    desk.register_gate.set()
    quiet(qtbot, screen)
    assert [one.applicant.full_name for one in desk.registered] == [MAY.full_name]
    state = screen.state()
    assert (state.applicant.full_name, state.procedure_code) == (MAY.full_name, "1.004873")


def test_what_was_typed_behind_a_saving_that_was_refused_joins_nothing(qtbot, screen, desk):
    fill_to_save(qtbot, screen)
    before = screen.state()
    desk.register_gate, desk.refuse_register = threading.Event(), RuntimeError("đĩa")
    key(Qt.Key.Key_F9, Qt.KeyboardModifier.ControlModifier)
    type_at_once("0201\nhon nhan\n")
    desk.register_gate.set()
    quiet(qtbot, screen)
    assert screen.state() == before


def test_a_card_scanned_while_the_last_person_is_being_saved_is_the_next_ones(qtbot, screen, desk):
    fill_to_save(qtbot, screen)
    desk.register_gate = threading.Event()
    key(Qt.Key.Key_F9, Qt.KeyboardModifier.ControlModifier)
    scan_text("020190005678")
    desk.register_gate.set()
    quiet(qtbot, screen)
    assert screen.state().applicant.personal_id == "020190005678"
    assert isinstance(desk.registered[0].applicant, Applicant)


def test_a_search_that_fails_holds_no_key_back(qtbot, screen, desk):
    def broken(_text):
        raise RuntimeError

    screen.procedure.search._procedures = broken
    screen.procedure.search.field.input.setFocus()
    type_at_once("hon\nnhan")
    quiet(qtbot, screen)
    assert screen.procedure.search.field.value() == "honnhan"
