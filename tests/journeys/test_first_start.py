"""The first start: three questions on an empty folder, then the desk is ready."""

import pytest

from app.domain.actor import PROGRAM
from app.usecases.queries import lookup

pytestmark = [pytest.mark.gui, pytest.mark.journey]


def test_three_answers_by_keyboard_make_the_desk_ready(sit, folder, clock, tray):
    clerk = sit()
    assert clerk.focus.startswith("Tên cơ quan")
    clerk.type("UBND xã Mẫu Sơn").key("Enter").type("h37.99.1").key("Enter")
    clerk.type("Hoàng Thị Lan").key("Enter").tab_to("Bắt đầu").key("Space")
    clerk.wait(lambda: clerk.first_questions is None)
    clerk.wait_active()
    clerk.wait(lambda: clerk.sees("UBND xã Mẫu Sơn") and clerk.sees("Hoàng Thị Lan"))
    clerk.take_in("", "Lý A Sềnh", "1950", procedure="khai tử")
    assert clerk.save().code == "H37.99.1-261123-0001"
    assert clerk.check().dossiers == 1


def test_practice_data_is_loaded_when_it_is_asked_for(sit):
    clerk = sit()
    clerk.type("UBND xã Tập").key("Enter").type("H37.99.2").key("Enter").type("Lan").key("Enter")
    assert clerk.focus.startswith("Chỉ để luyện tập")
    clerk.key("Space").key("Tab").key("Space")
    clerk.wait(lambda: clerk.first_questions is None)
    clerk.wait_active()
    clerk.wait(lambda: clerk.home.model.rowCount() > 0)
    assert clerk.window.bar.practice.isVisible()
    assert clerk.check().dossiers == 120


def test_wrong_answers_are_told_at_their_fields_and_stay_as_typed(sit, folder):
    clerk = sit()
    clerk.type("   ").key("Tab").type("xã tôi").key("Tab", 6).key("Space")
    questions = clerk.first_questions
    assert clerk.focus.startswith("Tên cơ quan")
    assert "chưa nhập" in questions.office.problem
    assert "mã cơ quan" in questions.code.problem
    assert "chưa nhập" in questions.officer.problem
    assert questions.code.value().casefold() == "xã tôi"
    assert not (folder / "motcua.db").exists()
    clerk.key("Ctrl+A").type("UBND xã Mẫu Sơn").key("Enter").key("Ctrl+A").type("H37.99.1")
    clerk.key("Enter").type("Lan").tab_to("Bắt đầu").key("Space")
    clerk.wait(lambda: clerk.first_questions is None)
    clerk.wait_active()
    assert lookup.settings(clerk.desk, PROGRAM).office == "UBND xã Mẫu Sơn"


def test_enter_alone_leads_through_the_questions_to_the_start(sit):
    clerk = sit()
    clerk.type("UBND xã Mẫu Sơn").key("Enter").type("H37.99.1").key("Enter").type("Lan")
    clerk.key("Enter", 3)
    assert clerk.first_questions is None or not clerk.first_questions.button.isEnabled()
