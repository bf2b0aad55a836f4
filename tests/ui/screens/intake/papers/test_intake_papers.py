"""The checklist of papers."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent

from app.domain.dossier.dossier import SubmittedDocument
from tests.ui.screens.intake.hands import choose, enter_person, focused, key, settle
from tests.ui.typing import press, type_text
from ui.keys import Key as KeyName
from ui.screens.intake.parts.row import ROW
from ui.widgets.layout.form_scroll import FormScroll

pytestmark = pytest.mark.gui


def test_papers_are_all_unticked_and_what_is_missing_is_named(qtbot, screen):
    choose(qtbot, screen, "hon nhan")
    papers = screen.papers
    assert not any(paper.is_present for paper in papers.papers())
    assert "Tờ khai xác nhận tình trạng hôn nhân" in papers.notice
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


def _shown(screen):
    return [(p.originals, p.copies, p.is_shown) for p in screen.papers.papers()]


def test_what_is_only_to_be_shown_comes_so_and_is_sent_as_a_copy_by_post(qtbot, screen):
    choose(qtbot, screen, "1.011999")
    assert _shown(screen) == [(1, 0, False), (0, 0, True)]
    screen.papers.list.tick_musts()
    screen.frame.channel.choose(2)
    assert _shown(screen) == [(1, 0, False), (0, 1, False)]
    assert all(paper.is_present for paper in screen.papers.papers())
    screen.frame.channel.choose(0)
    assert _shown(screen) == [(1, 0, False), (0, 0, True)]


def test_x_says_that_a_paper_is_only_shown_and_takes_it_back(qtbot, screen):
    choose(qtbot, screen, "hon nhan")
    papers = screen.papers.list
    press(papers, Qt.Key.Key_X, "x")
    assert _shown(screen)[0] == (0, 0, True)
    press(papers, Qt.Key.Key_Space, " ")
    assert screen.papers.papers()[0].document() == SubmittedDocument(
        "Tờ khai cấp Giấy xác nhận tình trạng hôn nhân", 0, 0, shown=True
    )
    press(papers, Qt.Key.Key_X, "x")
    assert _shown(screen)[0] == (1, 0, False)


def test_an_original_counted_after_all_is_kept(qtbot, screen):
    choose(qtbot, screen, "hon nhan")
    papers = screen.papers.list
    press(papers, Qt.Key.Key_X, "x")
    press(papers, Qt.Key.Key_Plus, "+")
    assert _shown(screen)[0] == (1, 0, False)


def test_a_click_on_the_word_at_the_right_says_it_too(qtbot, screen):
    choose(qtbot, screen, "hon nhan")
    papers = screen.papers.list
    papers.setFocus()
    row = papers.visualRect(papers.currentIndex())
    line = papers.fontMetrics().lineSpacing()
    at = QPoint(row.right() - 30, row.top() + 7 + 2 * line + line // 2)
    qtbot.mouseClick(papers.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert _shown(screen)[0] == (0, 0, True)
    assert not screen.papers.papers()[0].is_present


CONTROL = Qt.KeyboardModifier.ControlModifier


def _ticked(screen):
    return [paper.is_present for paper in screen.papers.papers()]


def test_ctrl_space_ticks_what_everybody_must_bring_and_leaves_the_rest(qtbot, screen):
    choose(qtbot, screen, "hon nhan")
    key(Qt.Key.Key_Space, CONTROL)
    assert _ticked(screen) == [True, False, False, False]
    press(screen.papers.list, Qt.Key.Key_Down)
    press(screen.papers.list, Qt.Key.Key_Space, " ")
    key(Qt.Key.Key_Space, CONTROL)
    assert _ticked(screen) == [False, True, False, False]


def test_each_row_says_whether_it_must_be_brought(qtbot, screen):
    choose(qtbot, screen, "hon nhan")
    rows = screen.papers.list.rows
    said = [rows.data(rows.index(nth), ROW).aside[-1].words for nth in range(4)]
    assert said == ["bắt buộc", *["tùy trường hợp"] * 3]


def test_where_nobody_must_bring_anything_ctrl_space_says_so(qtbot, screen, desk):
    desk.tariff = None
    choose(qtbot, screen, "2.000815")
    screen.papers.list.add_extra("Bằng tốt nghiệp")
    screen.papers.tick_musts()
    assert "đánh dấu từng giấy" in screen.papers.notice


def test_f9_asks_once_where_a_required_paper_is_missing(qtbot, screen, desk):
    enter_person(screen)
    choose(qtbot, screen, "1193")
    press(screen.papers.list, Qt.Key.Key_Space, " ")
    key(Qt.Key.Key_F9)
    assert desk.registered == []
    assert "Chưa lưu, thiếu giấy bắt buộc: Giấy chứng sinh" in screen.frame.lacking.words
    assert screen.go_back()
    assert screen.frame.lacking.isHidden()
    assert desk.registered == []
    key(Qt.Key.Key_F9)
    press(screen.papers.list, Qt.Key.Key_Down)
    press(screen.papers.list, Qt.Key.Key_Space, " ")
    assert screen.frame.lacking.isHidden(), "the question goes once it is no longer true"


def test_f9_again_saves_and_leads_to_the_request_for_what_is_missing(qtbot, screen, desk):
    enter_person(screen)
    choose(qtbot, screen, "1193")
    press(screen.papers.list, Qt.Key.Key_Space, " ")
    key(Qt.Key.Key_F9)
    with qtbot.waitSignal(screen.dossier_key_wanted, timeout=5000) as wanted:
        key(Qt.Key.Key_F9)
    settle(qtbot, screen)
    assert len(desk.registered) == 1
    assert wanted.args[1] is KeyName.PAPERS


def test_a_whole_dossier_is_saved_without_a_question(qtbot, screen, desk):
    enter_person(screen)
    choose(qtbot, screen, "1193")
    key(Qt.Key.Key_Space, CONTROL)
    with (
        qtbot.assertNotEmitted(screen.dossier_key_wanted),
        qtbot.waitSignal(screen.registered, timeout=5000),
    ):
        key(Qt.Key.Key_F9)
    settle(qtbot, screen)


def test_six_rows_are_in_sight_and_the_list_never_scrolls_in_what_scrolls(qtbot, screen):
    screen.resize(1_274, 712)
    choose(qtbot, screen, "1.004082")
    papers = screen.papers.list
    assert papers.verticalScrollBar().maximum() == 0
    area = screen.procedure.findChild(FormScroll)
    seen = area.viewport().rect()
    first = papers.viewport().mapTo(
        area.viewport(), papers.visualRect(papers.rows.index(0)).topLeft()
    )
    sixth = papers.viewport().mapTo(
        area.viewport(), papers.visualRect(papers.rows.index(5)).bottomLeft()
    )
    assert seen.contains(first)
    assert seen.contains(sixth)
    for _ in range(60):
        press(papers, Qt.Key.Key_Down)
    settle(qtbot, screen)
    row = papers.visualRect(papers.currentIndex())
    qtbot.waitUntil(lambda: seen.contains(papers.viewport().mapTo(area.viewport(), row.topLeft())))
