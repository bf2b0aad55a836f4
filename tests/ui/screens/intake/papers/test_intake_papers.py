"""The checklist of papers."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from tests.ui.screens.intake.hands import choose, focused
from tests.ui.typing import press, type_text

pytestmark = pytest.mark.gui


def test_papers_are_all_unticked_and_what_is_missing_is_named(qtbot, screen):
    choose(qtbot, screen, "hon nhan")
    papers = screen.papers
    assert not any(paper.is_present for paper in papers.papers())
    assert "Tờ khai cấp Giấy xác nhận tình trạng hôn nhân" in papers.notice
    press(papers.list, Qt.Key.Key_Space, " ")
    assert "Thiếu giấy bắt buộc: không" in papers.notice


def test_a_paper_outside_the_catalogue_is_added_and_removed(qtbot, screen, desk):
    desk.tariff = None
    choose(qtbot, screen, "2.000815")
    papers = screen.papers
    assert focused() is papers.extra
    type_text(papers.extra, "Bằng tốt nghiệp")
    press(papers.extra, Qt.Key.Key_Return)
    assert [(p.name, p.is_present) for p in papers.papers()] == [("Bằng tốt nghiệp", True)]
    papers.list.setFocus()
    press(papers.list, Qt.Key.Key_Delete)
    assert papers.papers() == ()


def test_a_paper_keeps_at_least_one_sheet(qtbot, screen):
    choose(qtbot, screen, "hon nhan")
    papers = screen.papers.list
    for _ in range(3):
        press(papers, Qt.Key.Key_Minus, "-")
    assert screen.papers.papers()[0].originals == 1


def test_a_hundred_and_eleven_long_papers_can_be_walked_and_ticked(qtbot, screen):
    choose(qtbot, screen, "1.004082")
    papers = screen.papers.list
    for _ in range(110):
        press(papers, Qt.Key.Key_Down)
    press(papers, Qt.Key.Key_Space, " ")
    assert screen.papers.papers()[110].is_present
    rect = papers.visualRect(papers.currentIndex())
    assert papers.viewport().rect().intersects(rect)
    assert "(+38)" in screen.papers.notice


def test_letters_of_the_checklist_do_not_jump_about(qtbot, screen):
    choose(qtbot, screen, "hon nhan")
    papers = screen.papers.list
    row = papers.currentIndex().row()
    QCoreApplication.sendEvent(
        papers, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_V, Qt.KeyboardModifier.NoModifier, "v")
    )
    assert papers.currentIndex().row() == row
