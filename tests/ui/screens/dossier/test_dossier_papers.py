"""Papers asked for with how many of which kind, and ticked as they come."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.domain.catalogue.procedure import RequiredDocument
from app.domain.dossier.asked import AskedPaper, CamePaper, Sheets
from app.domain.workflow.states import DossierEvent, DossierState
from tests.ui.screens.dossier.hands import ALT, CONTROL, press, settle, words
from tests.ui.screens.dossier.invented import Cabinet, a_dossier, a_waiting_dossier
from tests.ui.typing import type_text
from ui.screens.dossier.life.action_kind import ActionKind
from ui.screens.dossier.life.came_panel import CamePanel

pytestmark = pytest.mark.gui

BIRTH = "Giấy chứng sinh"
LISTED = (
    RequiredDocument(1, BIRTH, None, originals=1, copies=0, required=True),
    RequiredDocument(2, "Bản sao giấy kết hôn", None, originals=0, copies=2),
)


@pytest.fixture
def asking(opened):
    """The panel of a dossier that lacks a paper, and the cabinet it asks."""
    cabinet = Cabinet(replace(a_dossier(), missing=(BIRTH,)), listed=LISTED)
    screen = opened(cabinet)
    screen.begin(ActionKind.ASK_PAPERS)
    return cabinet, screen, screen.panel


def counted(panel, name):
    return [field.value() for field in panel.sheets.rows[name].fields]


def waiting(*papers):
    before = a_waiting_dossier()
    (pause,) = before.pauses
    names = tuple(paper.name for paper in papers)
    return replace(before, pauses=(replace(pause, papers=names, asked=papers),))


def test_what_is_missing_is_counted_as_the_catalogue_asks_for_it(asking):
    _, _, panel = asking
    assert counted(panel, BIRTH) == ["1", "0", "0"]
    type_text(panel.papers.input, "Bản sao giấy kết hôn")
    assert counted(panel, "Bản sao giấy kết hôn") == ["0", "0", "2"]


def test_numbers_are_typed_and_stepped_by_keyboard_alone(qtbot, asking):
    cabinet, screen, panel = asking
    panel.reason.set_value("Thiếu")
    originals, certified, _ = panel.sheets.rows[BIRTH].fields
    originals.setFocus()
    press(screen, Qt.Key.Key_Up)
    press(screen, Qt.Key.Key_Return)
    assert certified.input.hasFocus()
    type_text(certified.input, "3")
    press(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen)
    assert cabinet.calls()[0][2] == (AskedPaper(BIRTH, Sheets(2, 3, 0)),)


def test_a_legal_basis_goes_with_each_paper(qtbot, asking):
    cabinet, screen, panel = asking
    panel.reason.set_value("Thiếu")
    panel.basis.set_value("Luật Hộ tịch, điều 16")
    press(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen)
    (paper,) = cabinet.calls()[0][2]
    assert paper.basis == "Luật Hộ tịch, điều 16"


def test_why_is_asked_only_of_a_paper_outside_the_catalogue(qtbot, asking):
    cabinet, screen, panel = asking
    assert panel.outside.isHidden()
    type_text(panel.papers.input, "Giấy xác nhận cư trú")
    assert panel.outside.isVisible()
    panel.outside.set_value("Nơi sinh chưa rõ")
    panel.reason.set_value("Thiếu")
    press(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen)
    assert cabinet.calls()[0][5] == "Nơi sinh chưa rõ"


def test_a_number_that_is_none_is_refused_and_nothing_typed_is_lost(qtbot, asking):
    cabinet, screen, panel = asking
    panel.reason.set_value("Thiếu")
    panel.sheets.rows[BIRTH].fields[0].set_value("nhiều")
    press(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen)
    assert cabinet.calls() == []
    assert panel.papers.problem
    assert panel.papers.lines() == (BIRTH,)


def test_numbers_stand_again_when_a_panel_that_was_left_comes_back(asking):
    _, screen, panel = asking
    panel.sheets.rows[BIRTH].fields[2].set_value("4")
    press(screen, Qt.Key.Key_Escape)
    screen.begin(ActionKind.ASK_PAPERS)
    assert counted(screen.panel, BIRTH) == ["1", "0", "4"]


def test_a_second_request_says_on_its_button_that_it_is_one(opened):
    dossier = replace(a_waiting_dossier(), state=DossierState.PROCESSING, due_at=a_dossier().due_at)
    screen = opened(Cabinet(dossier))
    screen.begin(ActionKind.ASK_PAPERS)
    assert "lần 2" in screen.panel.button.text()
    assert "trễ hạn" in words(screen.panel)


def test_nothing_is_ticked_by_itself(qtbot, opened):
    screen = opened(Cabinet(a_waiting_dossier()))
    press(screen, Qt.Key.Key_B, ALT)
    panel = screen.panel
    assert [row.tick.isChecked() for row in panel.rows] == [False, False]
    press(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen)
    assert "Chưa đánh dấu" in panel.problem


def test_part_of_the_papers_waits_on_and_prints_what_is_missing(qtbot, opened):
    cabinet = Cabinet(a_waiting_dossier())
    screen = opened(cabinet)
    press(screen, Qt.Key.Key_B, ALT)
    first, _ = screen.panel.rows
    QTest.mouseClick(
        first.tick, Qt.MouseButton.LeftButton, pos=QPoint(12, first.tick.height() // 2)
    )
    assert "còn thiếu" in screen.panel.button.text()
    press(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen)
    done = next(one for one in cabinet.calls() if one[0] is DossierEvent.RECEIVE_PAPERS)
    assert done[2] == (CamePaper("1"),)
    assert ("print", 31, "02", "") in cabinet.calls()
    assert screen.view.dossier.state is DossierState.AWAITING_SUPPLEMENT
    press(screen, Qt.Key.Key_B, ALT)
    assert len(screen.panel.rows) == 1
    assert "đã nhận" in words(screen.panel)


def test_some_of_the_sheets_of_a_paper_are_not_all_of_it(qtbot, opened):
    cabinet = Cabinet(waiting(AskedPaper("Tờ khai", Sheets(originals=2))))
    screen = opened(cabinet)
    press(screen, Qt.Key.Key_B, ALT)
    (row,) = screen.panel.rows
    press(screen, Qt.Key.Key_Space)
    assert "Đã bổ sung đủ" in screen.panel.button.text()
    row.counts.fields[0].set_value("1")
    assert "còn thiếu" in screen.panel.button.text()
    press(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen)
    assert screen.view.dossier.state is DossierState.AWAITING_SUPPLEMENT
    assert "Tờ khai (1 bản chính)" in words(screen.frame.papers)


def test_the_button_says_papers_are_taken_in_and_not_that_all_came(opened):
    screen = opened(Cabinet(a_waiting_dossier()))
    button = screen.frame.header.bar.buttons[ActionKind.COMPLETE]
    assert button.isVisible()
    assert button.text().startswith("Nhận bổ sung")


def test_ticks_stand_again_when_the_panel_comes_back(opened):
    screen = opened(Cabinet(a_waiting_dossier()))
    press(screen, Qt.Key.Key_B, ALT)
    screen.panel.rows[1].tick.setChecked(True)
    press(screen, Qt.Key.Key_Escape)
    press(screen, Qt.Key.Key_B, ALT)
    assert [row.tick.isChecked() for row in screen.panel.rows] == [False, True]


def test_all_are_ticked_and_unticked_at_once(opened):
    screen = opened(Cabinet(a_waiting_dossier()))
    press(screen, Qt.Key.Key_B, ALT)
    for expected in (True, False):
        screen.panel.all.click()
        assert {row.tick.isChecked() for row in screen.panel.rows} == {expected}


def test_a_scanned_slip_opens_what_came(qtbot, opened):
    screen = opened(Cabinet(a_waiting_dossier()))
    screen.show_scanned(7)
    settle(qtbot, screen)
    assert isinstance(screen.panel, CamePanel)
    screen.panel.rows[0].tick.setChecked(True)
    screen.show_scanned(7)
    settle(qtbot, screen)
    assert screen.panel.rows[0].tick.isChecked()


def test_a_scanned_slip_of_a_dossier_that_waits_for_nothing_only_opens_it(qtbot, opened):
    screen = opened(Cabinet())
    screen.show_scanned(7)
    settle(qtbot, screen)
    assert screen.panel is None
