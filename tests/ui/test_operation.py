"""Operations: progress while they run, cancelling, and what becomes of the answer."""

import threading

import pytest
from PySide6.QtCore import QObject

from ui.operation import State
from ui.work import Work

pytestmark = pytest.mark.gui


@pytest.fixture
def work(qapp):
    made = Work()
    yield made
    made.close()


class Steps:
    """A job of many steps that goes on only as it is let."""

    def __init__(self):
        self.go_on = threading.Semaphore(0)
        self.done = 0

    def __call__(self, progress):
        for nth in range(1, 5):
            assert self.go_on.acquire(timeout=5)
            progress(nth, 4)
            self.done = nth
        return "whole"


def test_progress_is_told_while_the_job_runs(qtbot, work):
    owner, notices, answers, steps = QObject(), [], [], Steps()
    operation = work.outside.run_long(owner, steps, answers.append)
    operation.progressed.connect(lambda done, total: notices.append((done, total)))
    steps.go_on.release()
    qtbot.waitUntil(lambda: notices == [(1, 4)])
    assert operation.state is State.RUNNING
    steps.go_on.release(3)
    qtbot.waitUntil(lambda: answers == ["whole"])
    assert operation.state is State.DONE
    assert notices[-1] == (4, 4)


def test_a_job_that_reports_much_is_shown_only_as_often_as_the_window_looks(qtbot, work):
    owner, notices, answers = QObject(), [], []

    def busy(progress):
        for nth in range(100_000):
            progress(nth + 1, 100_000)

    operation = work.outside.run_long(owner, busy, answers.append)
    operation.progressed.connect(lambda done, _: notices.append(done))
    qtbot.waitUntil(lambda: answers == [None])
    assert notices[-1] == 100_000
    assert notices == sorted(notices)


def test_a_cancelled_job_stops_at_its_next_report_and_answers_nobody(qtbot, work):
    owner, answers, steps = QObject(), [], Steps()
    operation = work.outside.run_long(owner, steps, answers.append, answers.append)
    steps.go_on.release()
    qtbot.waitUntil(lambda: steps.done == 1)
    operation.cancel()
    steps.go_on.release(3)
    with qtbot.waitSignal(operation.ended):
        pass
    assert operation.state is State.CANCELLED
    assert (steps.done, answers) == (1, [])


def test_a_job_cancelled_before_its_turn_is_never_begun(qtbot, work):
    owner, done, go_on = QObject(), [], threading.Event()
    work.writing.run(owner, go_on.wait, done.append)
    second = work.writing.run(owner, lambda: done.append("begun"), done.append)
    second.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: work.is_idle)
    assert done == [True]
    assert second.state is State.CANCELLED


def test_an_answer_that_comes_after_cancelling_is_dropped(qtbot, work):
    owner, answers, go_on = QObject(), [], threading.Event()
    operation = work.reading.run(owner, go_on.wait, answers.append)
    qtbot.waitUntil(lambda: operation.state is State.RUNNING)
    operation.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: work.is_idle)
    assert answers == []


def test_a_failure_is_told_and_ends_the_operation(qtbot, work):
    owner, heard = QObject(), []

    def fail(_progress):
        raise LookupError("x")

    operation = work.outside.run_long(owner, fail, heard.append, heard.append)
    operation.ended.connect(lambda: heard.append("ended"))
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert isinstance(heard[0], LookupError)
    assert heard[1] == "ended"
    assert operation.state is State.FAILED
