"""Widgets in cycles are freed on the GUI thread, never by a worker."""

import gc
import threading

import pytest
from PySide6.QtCore import QObject

from ui.work import Work

pytestmark = pytest.mark.gui


class Loop(QObject):
    """A cycle that tells on which thread it is freed."""

    def __init__(self, freed):
        super().__init__()
        self.me = self
        self.note = Note(freed)


class Note:
    def __init__(self, freed):
        self.freed = freed

    def __del__(self):
        self.freed.append(threading.current_thread())


def allocate():
    """Enough containers to make Python collect, were it allowed to."""
    return len([[number] for number in range(200_000)])


def test_a_cycle_left_behind_is_freed_by_the_gui_thread(qtbot):
    work = Work()
    freed, done = [], []
    for _ in range(20):
        Loop(freed)
    work.records.run(work, allocate, done.append)
    qtbot.waitUntil(lambda: done == [200_000])
    assert freed == []
    work.close()
    gc.collect()
    assert set(freed) == {threading.main_thread()}


def test_what_piles_up_meanwhile_is_collected_by_and_by(qtbot):
    work = Work()
    gc.collect()
    freed = []
    for _ in range(1_000):
        Loop(freed)
    qtbot.waitUntil(lambda: len(freed) == 1_000)
    assert set(freed) == {threading.main_thread()}
    work.close()


def test_collecting_goes_back_to_python_when_the_last_lane_is_closed(qtbot):
    first, second = Work(), Work()
    first.close()
    first.close()
    assert not gc.isenabled()
    second.close()
    assert gc.isenabled()
