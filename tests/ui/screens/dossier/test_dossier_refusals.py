"""Refusals and trouble lose nothing that was typed."""

import threading

import pytest
from PySide6.QtCore import Qt

from app.domain.errors import InvalidRequest
from app.domain.text import TextMissing
from app.domain.workflow.moves import IllegalMove
from app.domain.workflow.states import DossierEvent, DossierState
from tests.ui.screens.dossier.hands import CONTROL, press, settle
from tests.ui.screens.dossier.invented import Cabinet
from tests.ui.typing import type_text
from ui.screens.dossier.life.action_kind import ActionKind

pytestmark = pytest.mark.gui


def test_a_refusal_stands_beside_its_field_and_what_was_typed_stays(qtbot, opened, notices):
    cabinet = Cabinet(refuses=InvalidRequest(problems=(TextMissing(field="reason"),)))
    screen = opened(cabinet)
    screen.begin(ActionKind.ASK_PAPERS)
    panel = screen.panel
    type_text(panel.papers.input, "Giấy xác nhận cư trú")
    press(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen)
    assert screen.panel is panel
    assert panel.reason.problem.startswith("Lý do: chưa nhập")
    assert panel.reason.input.hasFocus()
    assert panel.papers.value() == "Giấy xác nhận cư trú"
    assert panel.button.isEnabled()
    assert notices.errors == []
    type_text(panel.reason.input, "T")
    assert panel.reason.problem == ""


def test_a_refusal_without_a_field_stands_above_the_buttons(qtbot, opened):
    refused = IllegalMove(state=DossierState.RETURNED, event=DossierEvent.FINISH)
    screen = opened(Cabinet(refuses=refused))
    screen.begin(ActionKind.FINISH)
    press(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen)
    assert "Đã trả kết quả" in screen.panel.problem


def test_a_refused_paper_is_shown_at_the_papers(qtbot, opened):
    screen = opened(Cabinet(refuses=InvalidRequest(problems=(TextMissing(field="papers.3"),))))
    screen.begin(ActionKind.ASK_PAPERS)
    press(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen)
    assert screen.panel.papers.has_problem


def test_trouble_goes_to_the_shell_and_the_act_can_be_tried_again(qtbot, opened, notices):
    cabinet = Cabinet(refuses=OSError(5, "Input/output error"))
    screen = opened(cabinet)
    screen.begin(ActionKind.FINISH)
    press(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen)
    assert len(notices.errors) == 1
    assert screen.panel is not None
    cabinet.refuses = None
    notices.retries[0]()
    settle(qtbot, screen)
    assert screen.view.dossier.state is DossierState.FINISHED


def test_an_act_under_way_cannot_be_done_twice(qtbot, opened):
    cabinet = Cabinet()
    go_on = threading.Event()
    screen = opened(cabinet)
    finish = screen._actions.finish

    def slow(*args):
        go_on.wait(5)
        return finish(*args)

    object.__setattr__(screen._actions, "finish", slow)
    screen.begin(ActionKind.FINISH)
    for _ in range(3):
        screen._submit()
    assert not screen.panel.button.isEnabled()
    assert screen.go_back()
    assert screen.panel is not None, "an act under way is not left"
    go_on.set()
    settle(qtbot, screen)
    assert [one[0] for one in cabinet.calls()] == [DossierEvent.FINISH]


def test_escape_leaves_an_act_then_a_print_then_the_dossier(qtbot, opened):
    screen = opened(Cabinet())
    screen._prints.look_at(101)
    settle(qtbot, screen)
    screen.begin(ActionKind.CORRECT)
    assert screen.go_back()
    assert screen.panel is None
    assert screen.go_back()
    assert screen.frame.preview_title == ""
    assert not screen.go_back()
