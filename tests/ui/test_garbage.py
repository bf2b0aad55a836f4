"""Widgets in cycles are freed on the GUI thread, never by a worker."""

import gc
import subprocess
import sys
import threading

import pytest
from PySide6.QtCore import QObject

from tests.i18n.sources import ROOT
from ui.garbage import GuiGarbage
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


REDRESSES = """
import gc
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from ui.theme import apply_theme, new_application


class Asked(QWidget):
    # Qt asks Python in the middle of a redress, and Python allocates to answer.
    def changeEvent(self, event):
        notes.extend([event.type()] for _ in range(50))
        super().changeEvent(event)


def window():
    made = Asked()
    rows = QVBoxLayout(made)
    for _ in range(10):
        rows.addWidget(QPushButton(made))
        rows.addWidget(Asked(made))
    made.me = made
    made.show()
    return made


notes = []
app = new_application("redresses")
apply_theme(app)
kept = []
for nth in range(8):
    kept.append(window())
    for _ in range(7):
        window().close()
    apply_theme(app, "dark" if nth % 2 else "light")
    notes.clear()
print(gc.isenabled())
"""


def allocate():
    """Enough containers to make Python collect, were it allowed to."""
    return len([[number] for number in range(200_000)])


def test_a_cycle_left_behind_is_freed_by_the_gui_thread(qtbot):
    work = Work()
    freed, done = [], []
    for _ in range(20):
        Loop(freed)
    work.writing.run(work, allocate, done.append)
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


def test_a_redress_amid_windows_that_were_left_behind_is_survived():
    command = [sys.executable, "-X", "faulthandler", "-c", REDRESSES]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=100)
    assert (done.returncode, done.stdout) == (0, "False\n"), done.stderr[-2000:]


def test_collecting_goes_back_to_python_when_the_last_queue_is_closed(qtbot, monkeypatch):
    monkeypatch.setattr(GuiGarbage, "_at_work", 0)  # the tests' own stands by
    first, second = Work(), Work()
    first.close()
    first.close()
    assert not gc.isenabled()
    second.close()
    assert gc.isenabled()
    gc.disable()  # as it was
