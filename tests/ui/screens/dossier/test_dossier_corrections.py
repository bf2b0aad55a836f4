"""Corrections change only what was touched."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.catalogue.procedure import Channel
from app.domain.dossier.dossier import Applicant, ApplicantKind, RepresentativeRole
from app.domain.dossier.identity import IdKind, Sex
from app.domain.scanning.code import read_scan
from tests.ui.invented import MONDAY
from tests.ui.screens.dossier.hands import ALT, CONTROL, correct, finished, press, settle
from tests.ui.screens.dossier.invented import Cabinet, a_dossier
from tests.ui.typing import type_text
from ui.screens.dossier.life.action_kind import ActionKind

pytestmark = pytest.mark.gui
CODE = "G09.20-20261123-0092637"


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
    assert cabinet.calls()[-1][3] == "Số cũ đã bỏ"


def test_a_correction_does_not_undo_what_somebody_else_corrected_meanwhile(qtbot, opened):
    cabinet = Cabinet()
    screen = opened(cabinet)
    screen.begin(ActionKind.CORRECT)
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
    assert cabinet.calls()[-1][1].version == 9


def test_papers_are_added_changed_and_taken_away(qtbot, opened):
    cabinet = Cabinet()
    screen = opened(cabinet)
    screen.begin(ActionKind.CORRECT)
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


def test_a_paper_is_said_to_be_only_shown(qtbot, opened):
    cabinet = Cabinet()
    screen = opened(cabinet)
    screen.begin(ActionKind.CORRECT)
    row = screen.panel.papers.rows[0]
    QTest.mouseClick(row.shown, Qt.MouseButton.LeftButton, pos=QPoint(8, row.shown.height() // 2))
    first = correct(qtbot, screen, cabinet).documents[0]
    assert (first.originals, first.shown) == (0, True)


def test_a_count_of_papers_that_cannot_be_read_is_refused_and_nothing_is_asked(qtbot, opened):
    cabinet = Cabinet()
    screen = opened(cabinet)
    screen.begin(ActionKind.CORRECT)
    screen.panel.papers.rows[0].originals.input.setText("hai")
    press(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen)
    assert cabinet.calls() == []
    assert "cần một số từ 0 đến 999" in screen.panel.problem
    assert screen.panel.papers.rows[0].originals.value() == "hai"


def test_who_brings_it_for_another_can_be_corrected_or_taken_away(qtbot, opened):
    brought = Applicant(full_name="Lý A Sềnh", personal_id="020190009999")
    cabinet = Cabinet(replace(a_dossier(), representative=brought))
    screen = opened(cabinet)
    screen.begin(ActionKind.CORRECT)
    screen.panel.fields["representative.full_name"].input.setText("Lý A Sính")
    assert correct(qtbot, screen, cabinet).representative.full_name == "Lý A Sính"
    screen.begin(ActionKind.CORRECT)
    QTest.mouseClick(screen.panel.is_brought, Qt.MouseButton.LeftButton)
    assert not screen.panel.representative.isVisible()
    assert correct(qtbot, screen, cabinet).representative is None


def test_who_brings_it_for_another_can_be_added_by_keyboard(qtbot, opened):
    cabinet = Cabinet()
    screen = opened(cabinet)
    screen.begin(ActionKind.CORRECT)
    screen.panel.is_brought.setFocus()
    press(screen, Qt.Key.Key_Space)
    assert screen.panel.fields["representative.full_name"].input.hasFocus()
    type_text(screen.focusWidget(), "Lý A Sềnh")
    press(screen, Qt.Key.Key_Return)
    type_text(screen.focusWidget(), "C1234567")
    assert correct(qtbot, screen, cabinet).representative == Applicant(
        full_name="Lý A Sềnh", personal_id="C1234567", id_kind=IdKind.PASSPORT
    )


def test_what_who_comes_is_there_can_be_corrected(qtbot, opened):
    own = RepresentativeRole.OWN
    brought = Applicant(full_name="Lý A Sềnh", title="Kế toán", role=own)
    cabinet = Cabinet(replace(a_dossier(), representative=brought))
    screen = opened(cabinet)
    screen.begin(ActionKind.CORRECT)
    assert "applicant.title" not in screen.panel.fields
    screen.panel.fields["representative.title"].input.setText("Giám đốc")
    after = correct(qtbot, screen, cabinet).representative
    assert (after.title, after.role) == ("Giám đốc", own)


def test_an_untouched_form_adds_nobody(qtbot, opened):
    cabinet = Cabinet()
    screen = opened(cabinet)
    screen.begin(ActionKind.CORRECT)
    screen.panel.note.set_value("Gọi trước")
    corrected = correct(qtbot, screen, cabinet)
    assert corrected.representative is None
    assert corrected.applicant == cabinet.dossier.applicant


def test_sex_and_kind_can_be_corrected_by_keyboard(qtbot, opened):
    cabinet = Cabinet()
    screen = opened(cabinet)
    screen.begin(ActionKind.CORRECT)
    choices = screen.panel.applicant.choices
    choices["sex"].input.setFocus()
    press(screen, Qt.Key.Key_Down)
    assert correct(qtbot, screen, cabinet).applicant.sex is Sex.MALE
    screen.begin(ActionKind.CORRECT)
    screen.panel.applicant.choices["kind"].input.setFocus()
    press(screen, Qt.Key.Key_Down)
    assert not screen.panel.fields["applicant.born"].isVisible()
    after = correct(qtbot, screen, cabinet).applicant
    assert after.kind is ApplicantKind.HOUSEHOLD_BUSINESS
    assert (after.born, after.sex) == ("", None)
    assert after.id_kind is IdKind.TAX_CODE


def test_a_correction_that_was_left_comes_back_as_it_was_typed(opened):
    screen = opened(Cabinet())
    screen.begin(ActionKind.CORRECT)
    QTest.mouseClick(screen.panel.is_brought, Qt.MouseButton.LeftButton)
    type_text(screen.focusWidget(), "Lý A Sềnh")
    screen.panel.applicant.choices["sex"].input.setFocus()
    press(screen, Qt.Key.Key_Down)
    assert screen.go_back()
    screen.begin(ActionKind.CORRECT)
    panel = screen.panel
    assert panel.representative.isVisible()
    assert panel.representative.lines["full_name"].value() == "Lý A Sềnh"
    assert panel.applicant.choices["sex"].value() is Sex.MALE


def test_a_portals_code_is_corrected_where_there_may_be_one(qtbot, opened):
    cabinet = Cabinet(replace(a_dossier(), channel=Channel.ONLINE, official_code=CODE))
    screen = opened(cabinet)
    screen.begin(ActionKind.CORRECT)
    screen.panel.note.set_value("Gọi trước")
    assert correct(qtbot, screen, cabinet).official_code is None, "it was not touched"
    screen.begin(ActionKind.CORRECT)
    field = screen.panel.fields["official_code"]
    assert field.value() == CODE
    field.input.setText("h37-261123-0975")
    assert correct(qtbot, screen, cabinet).official_code == "h37-261123-0975"


def test_at_the_desk_no_portals_code_is_asked_for(opened):
    screen = opened(Cabinet())
    screen.begin(ActionKind.CORRECT)
    assert "official_code" not in screen.panel.fields
    assert not screen.take_code(CODE, is_meant=False)


def test_a_portals_code_is_scanned_into_its_field_and_the_keyboard_goes_on(qtbot, opened):
    cabinet = Cabinet(replace(a_dossier(), channel=Channel.ONLINE, official_code=""))
    screen = opened(cabinet)
    assert not screen.take_code(CODE, is_meant=False), "nothing is being corrected yet"
    screen.begin(ActionKind.CORRECT)
    assert screen.take_code(CODE, is_meant=False)
    field = screen.panel.fields["official_code"]
    assert field.value() == CODE
    assert not field.input.hasFocus()
    assert screen.panel.isAncestorOf(screen.focusWidget())
    assert correct(qtbot, screen, cabinet).official_code == CODE


def test_the_first_field_of_a_correction_is_typed_over(opened):
    screen = opened(Cabinet())
    press(screen, Qt.Key.Key_S, ALT)
    name = screen.panel.applicant.lines["full_name"]
    assert name.input.hasFocus()
    type_text(screen.focusWidget(), "Lý A Sềnh")
    assert name.value() == "Lý A Sềnh"


def test_a_refused_value_is_typed_over(qtbot, opened):
    screen = opened(Cabinet())
    screen.show_fault(7, "applicant.phone", "SoDienThoai: thiếu")
    settle(qtbot, screen)
    type_text(screen.focusWidget(), "0987654321")
    assert screen.panel.fields["applicant.phone"].value() == "0987654321"


def test_a_refusal_of_the_code_opens_at_its_field_where_there_is_one(qtbot, opened):
    screen = opened(Cabinet())
    screen.show_fault(7, "official_code", "MaHoSo trùng")
    settle(qtbot, screen)
    assert "Tỉnh từ chối: MaHoSo trùng" in screen.panel.problem


def test_what_the_province_refused_opens_at_its_field(qtbot, opened):
    screen = opened(Cabinet())
    screen.show_fault(7, "applicant.phone", "SoDienThoai thiếu")
    settle(qtbot, screen)
    assert screen.panel.kind is ActionKind.CORRECT
    field = screen.panel.fields["applicant.phone"]
    assert QApplication.focusWidget() is field.input
    assert field.problem == "Tỉnh từ chối: SoDienThoai thiếu"


def test_a_refusal_that_names_no_field_is_said_in_the_panel(qtbot, opened):
    screen = opened(Cabinet())
    screen.show_fault(7, "", "Lỗi hệ thống")
    settle(qtbot, screen)
    assert "Tỉnh từ chối: Lỗi hệ thống" in screen.panel.problem


def card_of(name="Hoàng Thị Mẩy", number="020185001234", address="Thôn Bản Loỏng"):
    return read_scan(f"{number}||{name}|05031985|Nữ|{address}|01012024", MONDAY.date())


def test_a_card_scanned_while_its_holder_is_corrected_fills_what_nobody_typed(qtbot, opened):
    known = replace(a_dossier().applicant, born="", full_name="Hoàng Thị May", address="")
    cabinet = Cabinet(replace(a_dossier(), applicant=known))
    screen = opened(cabinet)
    screen.begin(ActionKind.CORRECT)
    fields = screen.panel.fields
    type_text(fields["applicant.phone"].input, "0987")
    assert screen.take_card(card_of(number=known.personal_id, name="Hoàng Thị Mỵ"))
    assert fields["applicant.full_name"].value() == "Hoàng Thị Mỵ"
    assert fields["applicant.born"].value() == "05/03/1985"
    assert fields["applicant.address"].value() == "Thôn Bản Loỏng"
    assert fields["applicant.full_name"].mark == "từ thẻ"
    assert fields["applicant.phone"].value().startswith("0987"), "what was typed stays"


def test_a_card_never_writes_over_what_was_typed_in_a_correction(qtbot, opened):
    cabinet = Cabinet()
    screen = opened(cabinet)
    screen.begin(ActionKind.CORRECT)
    name = screen.panel.fields["applicant.full_name"]
    name.input.setText("Hoàng Thị Mai")
    assert screen.take_card(card_of(number=cabinet.dossier.applicant.personal_id))
    assert name.value() == "Hoàng Thị Mai"
    assert "Hoàng Thị Mẩy" in name.flag


def test_a_card_of_somebody_else_is_refused_and_the_correction_stays(qtbot, opened, notices):
    cabinet = Cabinet()
    screen = opened(cabinet)
    screen.begin(ActionKind.CORRECT)
    typed = screen.panel.typed()
    assert screen.take_card(card_of("Vi Văn Lường", "020090003456"))
    assert screen.panel is not None
    assert screen.panel.typed() == typed
    assert "của người khác" in notices.words[-1]


def test_a_card_names_who_is_given_the_result(qtbot, opened):
    screen = opened(Cabinet(finished()))
    screen.begin(ActionKind.RETURN)
    assert screen.take_card(card_of("Vi Văn Lường", "020090003456"))
    assert screen.panel.to_whom.value() == "Vi Văn Lường"
    assert screen.panel.identity.value() == "CCCD 020090003456"
    assert screen.panel.button.hasFocus()


def test_without_a_person_asked_for_a_card_is_left_to_a_new_dossier(qtbot, opened):
    screen = opened(Cabinet())
    assert not screen.take_card(card_of())


def test_fields_beside_a_refused_one_stay_in_one_line_with_it(qtbot, opened):
    screen = opened(Cabinet())
    screen.begin(ActionKind.CORRECT)
    edit = screen.panel.applicant
    edit.lines["personal_id"].show_problem("Tỉnh từ chối: số không có trong cơ sở dữ liệu dân cư")
    qtbot.waitUntil(lambda: edit.lines["personal_id"].height() > edit.choices["id_kind"].height())
    assert edit.choices["id_kind"].y() == edit.lines["personal_id"].y()


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (ApplicantKind.CITIZEN, "Có người nộp thay"),
        (ApplicantKind.BUSINESS, "Có ghi người đến nộp"),
    ],
)
def test_who_comes_for_a_body_is_not_called_somebody_else_s_agent(opened, kind, words):
    dossier = a_dossier()
    dossier = replace(dossier, applicant=replace(dossier.applicant, kind=kind))
    screen = opened(Cabinet(dossier))
    screen.begin(ActionKind.CORRECT)
    assert screen.panel.is_brought.text() == words
