"""The lanes: order, errors, owners that are gone, and closing."""

import threading
from functools import partial

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from ui.work import Work

pytestmark = pytest.mark.gui


class Held:
    """Tells on which thread it is let go."""

    def __init__(self, let_go):
        self.let_go = let_go

    def __del__(self):
        self.let_go.append(threading.current_thread())


@pytest.fixture
def work(qapp):
    made = Work()
    yield made
    made.close()


def test_records_answer_in_the_order_they_were_asked(qtbot, work):
    owner, came = QObject(), []
    for number in range(500):
        work.records.run(owner, lambda n=number: n, came.append)
    qtbot.waitUntil(lambda: len(came) == 500)
    assert came == list(range(500))


def test_answers_come_on_the_thread_of_the_window_and_jobs_run_elsewhere(qtbot, work):
    owner, threads = QObject(), []
    work.records.run(
        owner, threading.get_ident, lambda job: threads.append((job, threading.get_ident()))
    )
    qtbot.waitUntil(lambda: bool(threads))
    job, answer = threads[0]
    assert job != threading.get_ident()
    assert answer == threading.get_ident()


def test_a_refusal_goes_to_whoever_wanted_to_hear_of_it(qtbot, work):
    owner, heard = QObject(), []

    def fail():
        raise LookupError("x")

    work.records.run(owner, fail, lambda _: heard.append("answer"), heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert isinstance(heard[0], LookupError)


def test_an_error_nobody_wanted_reaches_the_shell(qtbot, work):
    owner = QObject()

    def fail():
        raise LookupError("x")

    with qtbot.waitSignal(work.failed) as caught:
        work.outside.run(owner, fail, lambda _: None)
    assert isinstance(caught.args[0], LookupError)


def test_nothing_is_delivered_to_an_owner_that_is_gone(qtbot, work):
    gone, stays, heard = QObject(), QObject(), []
    go_on = threading.Event()
    work.records.run(gone, go_on.wait, lambda _: heard.append("gone"))
    work.records.run(stays, lambda: None, lambda _: heard.append("stays"))
    delete(gone)
    go_on.set()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["stays"]


def test_closing_waits_for_what_was_begun_and_takes_nothing_more(qapp, work):
    owner, done, heard = QObject(), [], []
    for number in range(20):
        work.records.run(owner, lambda n=number: done.append(n), heard.append)
    work.close()
    work.records.run(owner, lambda: done.append("late"), heard.append)
    assert done == list(range(20))
    qapp.processEvents()
    assert heard == []
    assert work.records.is_idle


def test_what_a_job_holds_is_let_go_on_the_thread_of_the_window(qtbot, work):
    owner, let_go = QObject(), []

    def fail(held):
        raise LookupError(held)

    for number in range(200):
        held = Held(let_go)
        job = partial(fail, held) if number % 2 else partial(str, held)
        work.outside.run(owner, job, lambda _: None, lambda _: None)
        del held, job
    qtbot.waitUntil(lambda: work.outside.is_idle and len(let_go) == 200)
    assert set(let_go) == {threading.main_thread()}
