"""Where things stand, the way of the Tab key, the names of fields."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from tests.ui.screens.dossier.hands import finished, press, settle
from tests.ui.screens.dossier.invented import Cabinet, a_dossier
from ui.screens.dossier.life.action_kind import ActionKind
from ui.theme import apply_theme

pytestmark = pytest.mark.gui


def test_below_1280_the_promise_moves_under_the_facts_and_is_still_there(opened):
    screen = opened(Cabinet(), size=(1_200, 712))
    assert not screen.frame._right.isVisible()
    assert screen.frame._left.isAncestorOf(screen.frame.promise)
    screen.resize(1_500, 800)
    assert screen.frame._right.isAncestorOf(screen.frame.promise)


def test_tab_leads_through_a_panel_in_the_order_it_is_read(opened):
    screen = opened(Cabinet(finished()), "F4")
    panel = screen.panel
    panel.to_whom.input.setFocus()
    visited = []
    for _ in range(4):
        press(screen, Qt.Key.Key_Tab)
        visited.append(screen.focusWidget())
    offer = panel.findChildren(QPushButton, "offer")[0]
    assert visited == [panel.identity.input, offer, panel.button, panel.leave]


def test_every_field_of_every_panel_has_a_label_that_names_it(opened):
    screen = opened(Cabinet())
    for kind in (ActionKind.CORRECT, ActionKind.ASK_PAPERS, ActionKind.CANCEL, ActionKind.FINISH):
        screen.begin(kind)
        for field in screen.panel.fields.values():
            assert field.label.buddy() is field.input
            assert field.input.accessibleName() == field.label.text()


def test_another_dossier_begins_at_its_top(qtbot, opened):
    cabinet = Cabinet()
    screen = opened(cabinet, size=(1_000, 420))
    bars = [
        area.verticalScrollBar()
        for area in (screen.frame._left, screen.frame._middle)
        if area.verticalScrollBar().maximum()
    ]
    assert bars
    for bar in bars:
        bar.setValue(bar.maximum())
    cabinet.dossier = replace(cabinet.dossier, id=8, code="H37.99.1-261120-0008")
    screen.show_dossier(8)
    settle(qtbot, screen)
    assert screen.view.dossier.id == 8
    assert [bar.value() for bar in bars] == [0] * len(bars)


def test_what_happened_is_seen_from_its_top_once_a_panel_is_done_or_left(qtbot, opened):
    screen = opened(Cabinet(), size=(1_366, 660))
    bar = screen.frame._middle.verticalScrollBar()
    for is_done in (False, True):
        screen.begin(ActionKind.CORRECT)
        panel = screen.panel
        panel.reason.setFocus()
        qtbot.waitUntil(lambda: bar.value() > 0)
        if is_done:
            panel._people["applicant"].lines["phone"].set_value("0912345679")
            panel.reason.set_value("Đọc nhầm")
        (panel.button if is_done else panel.leave).click()
        settle(qtbot, screen)
        assert screen.panel is None
        assert bar.value() == 0


@pytest.mark.parametrize("scale", [150, 200])
def test_in_a_low_window_name_end_and_standing_are_whole(qapp, opened, scale):
    apply_theme(qapp, "light", scale)
    name = "Công ty TNHH Bản Loỏng" if scale == 150 else "Nông Thị Slao"
    applicant = replace(a_dossier().applicant, full_name=name)
    screen = opened(Cabinet(finished(applicant=applicant)), size=(1_182, 656))
    header = screen.frame.header
    assert header.applicant.shown_lines(header.applicant.width()) == (name,)
    line = header.promise_line
    assert line.text().startswith("Kết thúc 10:15 23/11/2026 ")
    assert "hạn" in line.text()
    assert line.width() >= line.fontMetrics().horizontalAdvance(line.text())
    apply_theme(qapp)


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_the_promised_day_is_whole_and_the_screen_keeps_its_size(qapp, opened, scale):
    apply_theme(qapp, "light", scale)
    screen = opened(Cabinet(), size=(1_182, 656))
    header = screen.frame.header
    line = header.promise_line
    shown, words = (
        (line, line.text())
        if line.isVisible()
        else (header.promise, header.promise.text().split()[-1])
    )
    assert shown.width() >= shown.fontMetrics().horizontalAdvance(words)
    assert (screen.width(), screen.height()) == (1_182, 656)
    apply_theme(qapp)


def test_in_a_low_window_buttons_leave_their_keys_out_before_a_third_line(qapp, opened):
    apply_theme(qapp, "light", 200)
    button = opened(Cabinet(), size=(960, 656)).frame.header.bar.buttons[ActionKind.FINISH]
    assert (button.text(), button.toolTip()) == ("Xử lý xong", "Xử lý xong   Alt+X")
    apply_theme(qapp)
    button = opened(Cabinet(), size=(1_366, 768)).frame.header.bar.buttons[ActionKind.FINISH]
    assert (button.text(), button.toolTip()) == ("Xử lý xong   Alt+X", "")
