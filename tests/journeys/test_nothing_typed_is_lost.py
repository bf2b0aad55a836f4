"""What is typed outlives Esc, other screens, refusals and the death of the program."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.domain.actor import PROGRAM
from app.usecases.queries import lookup
from ui.screen import Place

pytestmark = [pytest.mark.gui, pytest.mark.journey]

ROOT = Path(__file__).parents[2]


def test_what_was_typed_half_a_second_before_the_program_died_is_offered_again(office, sit):
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.typing_child", str(office)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert child.stdout.readline() == "half a second\n"
    finally:
        child.kill()
        child.wait()
        child.stdout.close()
    clerk = sit()
    clerk.wait(lambda: clerk.sees("1 bản nháp đang dở"))
    clerk.key("F2")
    clerk.wait(lambda: clerk.intake.frame.drafts.drafts)
    clerk.key("Alt+D")
    assert "Hoàng Thị Mẩy" in clerk.focus
    clerk.key("Enter")
    clerk.wait(lambda: not clerk.intake.state().is_blank)
    applicant = clerk.intake.state().applicant
    assert (applicant.personal_id, applicant.full_name) == ("020185001234", "Hoàng Thị Mẩy")
    clerk.tab_to("Thủ tục").choose_procedure("khai tu").key("Ctrl+Space").key("Ctrl+F9")
    clerk.wait(lambda: clerk.intake.saving.last)
    assert lookup.open_drafts(clerk.desk, PROGRAM, 1) == ()
    assert clerk.check().dossiers == 1


def test_esc_parks_a_person_and_the_parked_one_is_taken_up_by_key(office, sit, tray):
    clerk = sit()
    clerk.take_in("", "Lý A Sềnh", "1950", "", "Thôn Co Cam", procedure="khai tu", ticks=None)
    clerk.key("Space")
    typed = clerk.intake.state()
    clerk.key("Esc")
    clerk.wait(lambda: clerk.intake.state().is_blank and clerk.is_idle())
    clerk.key("Esc")
    assert clerk.window.place is Place.HOME, "Esc leads back once nothing is open"
    clerk.key("F2")
    clerk.wait(lambda: clerk.intake.frame.drafts.drafts)
    clerk.key("Alt+D").key("Enter")
    clerk.wait(lambda: clerk.intake.procedure.procedure and clerk.is_idle())
    assert clerk.intake.state() == typed
    clerk.key("Ctrl+F9")
    assert clerk.sees("Chưa lưu, thiếu giấy bắt buộc")
    assert clerk.save("Ctrl+F9").applicant.full_name == "Lý A Sềnh"
    assert lookup.open_drafts(clerk.desk, PROGRAM, 1) == ()
    assert clerk.check().dossiers == 1


def test_going_to_every_other_screen_and_back_leaves_the_form_as_it_was(office, sit):
    clerk = sit()
    clerk.take_in("", "Lý A Sềnh", procedure="khai tu", ticks=None)
    typed = clerk.intake.state()
    for key in ("F3", "F4", "F5", "F7", "F11", "F12", "F1"):
        clerk.key(key)
        clerk.wait(clerk.is_idle)
        clerk.key("F2")
        clerk.wait(clerk.is_idle)
        assert clerk.intake.state() == typed, key


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("Ngày sinh", "31/02/1985", "không phải ngày"),
        ("Ngày sinh", "1/1/2030", "tương lai"),
        ("Điện thoại", "12ab", "không phải số điện thoại"),
        ("Họ và tên", "N" * 10_000, "10.000 ký tự"),
        ("Họ và tên", "Lý \u202eA Sềnh", "ký tự ẩn"),
        ("Họ và tên", "Lý A 😀", "chưa in được"),
        ("Thư điện tử", "senh@", "thư điện tử"),
    ],
)
def test_a_refused_field_keeps_what_was_typed_and_says_why(office, sit, field, typed, said):
    clerk = sit()
    clerk.take_in("020190001111", "Lý A Sềnh", procedure="khai tu")
    clerk.key("F5").key("F2").tab_to(field).key("Ctrl+A").paste(typed).key("F9")
    clerk.wait(clerk.is_idle)
    assert clerk.intake.saving.last is None
    assert clerk.sees(said)
    kept = clerk.intake.state().applicant
    assert typed in {kept.full_name, kept.born, kept.phone, kept.email}
    assert clerk.focus == field, "one stands where it is to be corrected"
    assert lookup.newest_codes(clerk.desk, PROGRAM) == ()


@pytest.mark.parametrize(
    ("typed", "said"),
    [("25/11/2026 8:00", "tương lai"), ("1/1/2020 8:00", "đã quá"), ("hôm qua", "không phải ngày")],
)
def test_a_receipt_time_that_cannot_be_is_refused_with_the_form_whole(office, sit, typed, said):
    clerk = sit()
    clerk.take_in("", "Lý A Sềnh", procedure="khai tu")
    clerk.key("Alt+G").tab_to("Giờ nhận").type(typed).key("F9")
    clerk.wait(clerk.is_idle)
    assert clerk.intake.saving.last is None
    assert clerk.sees(said)
    assert clerk.intake.state().received_at == typed
    assert clerk.intake.state().applicant.full_name == "Lý A Sềnh"


def test_an_act_refused_in_a_dossier_keeps_what_was_typed(office, sit, tray):
    clerk = sit()
    clerk.take_in("", "Lý A Sềnh", procedure="khai tu")
    saved = clerk.save("Ctrl+F9")
    clerk.find("senh").key("Alt+S").key("Ctrl+A").type("Lý A Sính").do("Ctrl+Enter")
    assert clerk.dossier.panel.reason.problem
    assert clerk.dossier.panel.fields["applicant.full_name"].value() == "Lý A Sính"
    assert clerk.stored(saved.id).applicant.full_name == "Lý A Sềnh"
    clerk.tab_to("Lý do sửa").type("Nghe nhầm").do("Ctrl+Enter")
    assert clerk.stored(saved.id).applicant.full_name == "Lý A Sính"


def test_esc_in_an_act_keeps_what_was_typed_for_the_next_try(office, sit, tray):
    clerk = sit()
    clerk.take_in("", "Lý A Sềnh", procedure="khai tu").save("Ctrl+F9")
    clerk.find("senh").key("Alt+B").type("Giấy báo tử").key("Esc")
    clerk.key("Alt+B")
    assert clerk.dossier.panel.papers.value() == "Giấy báo tử"
