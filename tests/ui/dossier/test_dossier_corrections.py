"""Corrections change only what was touched."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.dossier import Applicant
from tests.ui.dossier.hands import ALT, correct, press, settle
from tests.ui.invented_dossier import (
    Cabinet,
    a_dossier,
)
from tests.ui.typing import type_text
from ui.screens.dossier.acts import Deed

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
