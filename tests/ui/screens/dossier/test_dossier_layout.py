"""Where things stand, the way of the Tab key, the names of fields."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from tests.ui.screens.dossier.hands import finished, press
from tests.ui.screens.dossier.invented import Cabinet
from ui.screens.dossier.life.action_kind import ActionKind

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
