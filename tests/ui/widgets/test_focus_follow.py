"""The focus that moves on while what hears of it is being taken down."""

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.screens.intake.draft.history import FormHistory
from ui.screens.intake.state.form import FormState
from ui.shell.scanning.scan_router import ScanRouter
from ui.widgets.layout.focus_follow import FocusFollow
from ui.widgets.layout.form_scroll import FormScroll

pytestmark = pytest.mark.gui


def a_follow(window):
    area = FormScroll((0, 0, 0, 0), 4)
    window.layout().addWidget(area)
    area.column.addWidget(QLineEdit())
    return area.findChild(FocusFollow)


def a_history(window):
    return FormHistory(window, {}, state=FormState, lay=lambda _state: True, is_held=lambda: False)


def a_router(window):
    return ScanRouter(lambda _text: None, window)


@pytest.mark.parametrize("made_in", [a_follow, a_history, a_router])
def test_the_focus_may_move_while_its_listener_is_being_collected(qtbot, capfd, made_in):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    one, other = QLineEdit(), QLineEdit()
    column.addWidget(one)
    column.addWidget(other)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    one.setFocus()
    listener = made_in(window)
    # The collector empties an object before the one that holds it is deleted.
    vars(listener).clear()
    with qtbot.captureExceptions() as raised:
        other.setFocus()
    assert other.hasFocus()
    assert raised == []
    assert "AttributeError" not in capfd.readouterr().err
