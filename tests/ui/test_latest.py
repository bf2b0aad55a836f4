"""Questions asked while somebody types: stale answers never show."""

import threading

import pytest
from PySide6.QtCore import QObject

from ui.latest import Latest
from ui.work import Work

pytestmark = pytest.mark.gui


@pytest.fixture
def work(qtbot):
    made = Work()
    yield made
    made.close()


def test_only_the_newest_answer_is_shown(qtbot, work):
    owner, shown, asked = QObject(), [], []
    gate = threading.Event()
    latest = Latest(owner, work.reading, delay_ms=0)

    def slow():
        asked.append("slow")
        assert gate.wait(5)
        return "stale"

    latest.ask(slow, shown.append)
    qtbot.waitUntil(lambda: asked == ["slow"], timeout=2000)
    latest.ask(lambda: asked.append("skipped"), shown.append)
    latest.ask(lambda: "newest", shown.append)
    gate.set()
    qtbot.waitUntil(lambda: shown == ["newest"], timeout=2000)
    qtbot.waitUntil(lambda: not latest.is_busy, timeout=2000)
    assert asked == ["slow"]


def test_a_forgotten_question_is_never_answered(qtbot, work):
    owner, shown = QObject(), []
    latest = Latest(owner, work.reading, delay_ms=0)
    latest.ask(lambda: "late", shown.append)
    latest.forget()
    latest.ask(lambda: "now", shown.append)
    qtbot.waitUntil(lambda: bool(shown), timeout=2000)
    assert shown == ["now"]


def test_an_error_of_an_overtaken_question_is_not_shown(qtbot, work):
    owner, failed, shown = QObject(), [], []
    gate = threading.Event()
    latest = Latest(owner, work.reading, delay_ms=0)

    def breaks():
        assert gate.wait(5)
        raise ValueError

    latest.ask(breaks, shown.append, failed.append)
    qtbot.waitUntil(lambda: latest._is_under_way, timeout=2000)
    latest.ask(lambda: 1, shown.append, failed.append)
    gate.set()
    qtbot.waitUntil(lambda: shown == [1], timeout=2000)
    assert failed == []


def test_what_is_asked_at_once_waits_for_no_rest(qtbot, work):
    owner, shown = QObject(), []
    latest = Latest(owner, work.reading, delay_ms=60_000)
    latest.ask(lambda: "typed", shown.append)
    latest.ask(lambda: "scanned", shown.append, at_once=True)
    qtbot.waitUntil(lambda: shown == ["scanned"], timeout=2_000)
    latest.ask(lambda: "typed", shown.append)
    assert latest.is_busy
