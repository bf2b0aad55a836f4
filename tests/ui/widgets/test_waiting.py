"""Buttons that rest keep the keyboard's place, also behind a dialog that was just answered."""

import pytest
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui.widgets.layout.waiting import Waiting

pytestmark = pytest.mark.gui


@pytest.fixture
def window(qtbot):
    window = QWidget()
    window.card = QWidget()
    window.button, window.behind = QPushButton("Sao lưu…"), QLineEdit()
    column = QVBoxLayout(window.card)
    column.addWidget(window.button)
    outer = QVBoxLayout(window)
    outer.addWidget(window.card)
    outer.addWidget(window.behind)
    window.waiting = Waiting(window.card, window.button)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.button.setFocus()
    return window


def test_the_keyboard_comes_back_to_the_button_that_was_pressed(window):
    window.waiting.set_busy(is_busy=True)
    assert not window.button.hasFocus()
    assert not window.behind.hasFocus()
    window.waiting.set_busy(is_busy=False)
    assert window.button.hasFocus()


def test_it_comes_back_too_where_a_dialog_was_answered_first(qtbot, window):
    dialog = QDialog(window)
    name = QLineEdit(dialog)
    dialog.open()
    dialog.activateWindow()
    name.setFocus()
    qtbot.waitUntil(name.hasFocus)
    assert not window.button.hasFocus()
    window.waiting.set_busy(is_busy=True)
    dialog.accept()
    with qtbot.waitActive(window):
        window.activateWindow()
    window.waiting.set_busy(is_busy=False)
    assert window.focusWidget() is window.button


def test_whoever_went_elsewhere_meanwhile_stays_there(window):
    window.waiting.set_busy(is_busy=True)
    window.behind.setFocus()
    window.waiting.set_busy(is_busy=False)
    assert window.behind.hasFocus()
