"""Corrections change only what was touched."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.dossier.dossier import Applicant, ApplicantKind
from app.domain.dossier.identity import IdKind, Sex
from tests.ui.screens.dossier.hands import ALT, CONTROL, correct, press, settle
from tests.ui.screens.dossier.invented import Cabinet, a_dossier
from tests.ui.typing import type_text
from ui.screens.dossier.life.action_kind import ActionKind

pytestmark = pytest.mark.gui


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
    assert after.kind is ApplicantKind.BUSINESS
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
