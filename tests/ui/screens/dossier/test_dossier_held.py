"""The reason is asked for only while a paper is named whose data a base holds."""

import pytest
from PySide6.QtCore import Qt

from app.domain.dossier.held_data import AskReason
from tests.ui.screens.dossier.hands import CONTROL, press, settle
from tests.ui.screens.dossier.invented import Cabinet
from ui.screens.dossier.life.action_kind import ActionKind

pytestmark = pytest.mark.gui


def test_the_reason_comes_and_goes_with_the_paper(qtbot, opened):
    cabinet = Cabinet()
    screen = opened(cabinet)
    screen.begin(ActionKind.ASK_PAPERS)
    panel = screen.panel
    panel.papers.set_value("Ảnh 3x4")
    assert panel.why_held.isHidden()
    assert panel.held_reason() is None
    panel.papers.set_value("Ảnh 3x4\nSổ hộ khẩu")
    assert panel.why_held.isVisible()
    panel.why_held.set_value(AskReason.WRONG_DATA)
    panel.reason.set_value("Thiếu")
    press(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen)
    assert cabinet.calls()[0][4] is AskReason.WRONG_DATA
