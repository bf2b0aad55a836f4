"""The queues: order, errors, owners that are gone, and closing."""

import threading
from functools import partial

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from app.domain.changes import Changed
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


def test_changes_are_answered_in_the_order_they_were_asked(qtbot, work):
    owner, came = QObject(), []
    for number in range(500):
        work.writing.run(owner, lambda n=number: n, came.append)
    qtbot.waitUntil(lambda: len(came) == 500)
    assert came == list(range(500))


def test_answers_come_on_the_thread_of_the_window_and_jobs_run_elsewhere(qtbot, work):
    owner, threads = QObject(), []
    work.writing.run(
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

    work.writing.run(owner, fail, lambda _: heard.append("answer"), heard.append)
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
    work.writing.run(gone, go_on.wait, lambda _: heard.append("gone"))
    work.writing.run(stays, lambda: None, lambda _: heard.append("stays"))
    delete(gone)
    go_on.set()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["stays"]


def test_closing_waits_for_what_was_begun_and_takes_nothing_more(qapp, work):
    owner, done, heard = QObject(), [], []
    for number in range(20):
        work.writing.run(owner, lambda n=number: done.append(n), heard.append)
    work.close()
    work.writing.run(owner, lambda: done.append("late"), heard.append)
    assert done == list(range(20))
    qapp.processEvents()
    assert heard == []
    assert work.writing.is_idle


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


def test_a_long_question_does_not_hold_up_a_change(qtbot, work):
    owner, done, answered = QObject(), [], threading.Event()
    work.reading.run(owner, lambda: answered.wait(5), lambda _: done.append("read"))
    work.writing.run(owner, lambda: None, lambda _: done.append("saved"))
    qtbot.waitUntil(lambda: done == ["saved"])
    answered.set()
    qtbot.waitUntil(lambda: done == ["saved", "read"])


def test_questions_are_answered_in_the_order_they_were_asked(qtbot, work):
    owner, came = QObject(), []
    for number in range(200):
        work.reading.run(owner, lambda n=number: n, came.append)
    qtbot.waitUntil(lambda: len(came) == 200)
    assert came == list(range(200))


def test_closing_asks_no_question_that_has_not_begun(qapp, work):
    owner, asked, begun, go_on = QObject(), [], threading.Event(), threading.Event()

    def first():
        begun.set()
        assert go_on.wait(5)
        asked.append("first")

    work.reading.run(owner, first, asked.append)
    work.reading.run(owner, lambda: asked.append("second"), asked.append)
    assert begun.wait(5)
    threading.Timer(0.05, go_on.set).start()
    work.close()
    assert asked == ["first"]


def test_what_an_operation_has_changed_is_told_after_its_answer(qtbot, work):
    owner, heard = QObject(), []
    work.changed.connect(heard.append)
    work.writing.run(owner, lambda: 7, heard.append, changes=Changed.DOSSIERS)
    work.writing.run(owner, lambda: Changed.DRAFTS, heard.append, changes=lambda done: done)
    qtbot.waitUntil(lambda: work.is_idle)
    assert heard == [7, Changed.DOSSIERS, Changed.DRAFTS, Changed.DRAFTS]


def test_a_change_is_told_though_nobody_waits_for_its_answer(qtbot, work):
    gone, heard, go_on = QObject(), [], threading.Event()
    work.changed.connect(heard.append)
    work.writing.run(gone, go_on.wait, heard.append, changes=Changed.DOSSIERS)
    delete(gone)
    go_on.set()
    qtbot.waitUntil(lambda: heard == [Changed.DOSSIERS])


def test_a_refused_change_is_not_told(qtbot, work):
    owner, heard = QObject(), []
    work.changed.connect(heard.append)

    def refuse():
        raise LookupError("x")

    work.writing.run(owner, refuse, heard.append, heard.append, changes=Changed.DOSSIERS)
    qtbot.waitUntil(lambda: work.is_idle)
    assert [type(one) for one in heard] == [LookupError]
