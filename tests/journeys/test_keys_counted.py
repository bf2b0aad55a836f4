"""The recorder counts a hand's keys once each, and none of a scanner's."""

import pytest
from PySide6.QtWidgets import QMainWindow

from tests.journeys.clerk import Clerk
from tests.journeys.keys_counted import KeyRecorder
from tests.ui.telex import telex_keys, type_telex
from tests.ui.typing import scan_text, type_text
from ui.widgets.search.input_line import InputLine

pytestmark = pytest.mark.gui


@pytest.fixture
def line(qtbot):
    window = QMainWindow()
    line = InputLine()
    window.setCentralWidget(line)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    line.setFocus()
    yield line
    window.close()


def pressed(keys: str) -> None:
    Clerk.key(object(), keys)


@pytest.mark.parametrize(("keys", "counted"), [("F9", 1), ("Enter", 1), ("Tab", 1), ("Ctrl+1", 2)])
def test_a_key_counts_once_and_a_key_held_with_it_too(line, keys, counted):
    with KeyRecorder() as recorder:
        pressed(keys)
    assert recorder.keys == counted


def test_typed_letters_count_and_capitals_twice(line):
    with KeyRecorder() as recorder:
        type_text(line, "Ab 1")
    assert recorder.keys == 5


def test_an_input_methods_raw_keys_count(line):
    name = "Hoàng Thị Mẩy"
    with KeyRecorder() as recorder:
        type_telex(name)
    assert line.text() == name
    assert recorder.keys == len(telex_keys(name)) + 3


def test_a_scan_is_one_scan_and_no_key(line):
    with KeyRecorder() as recorder, recorder.scan():
        scan_text("20261123000112")
    assert (recorder.scans, recorder.keys, recorder.clicks) == (1, 0, 0)
