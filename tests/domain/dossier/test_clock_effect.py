"""What a move does to the clock: a wait begins, ends by the procedure's mode, or all stops."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.deadline.pauses import PauseKind, PauseMode
from app.domain.dossier.asked import AskedPaper
from app.domain.dossier.clock_effect import with_clock
from app.domain.dossier.dossier import Pause, PromiseKind
from app.domain.workflow.moves import ClockEffect
from app.domain.workflow.states import DossierState
from app.exchange.calendar import file as calendar_file
from tests.exchange.strategies_exchange import DUE, RECEIVED, a_dossier

CALENDAR = calendar_file.seed().calendar()
ASKED = RECEIVED + timedelta(hours=5)
BROUGHT = RECEIVED + timedelta(days=3, seconds=42)


def waiting(mode=PauseMode.PAUSE):
    asked = Pause(PauseKind.SUPPLEMENT, ASKED, None, "Thiếu giấy", ("Giấy khai sinh",))
    return a_dossier(
        state=DossierState.AWAITING_SUPPLEMENT, pauses=(asked,), due_at=None, pause_mode=mode
    )


def after(dossier, effect, now=BROUGHT, **more):
    return with_clock(dossier, effect, now=now, calendar=CALENDAR, **more)


@pytest.mark.parametrize(
    ("effect", "kind"),
    [
        (ClockEffect.PAUSE_SUPPLEMENT, PauseKind.SUPPLEMENT),
        (ClockEffect.PAUSE_PAYMENT, PauseKind.PAYMENT),
    ],
)
def test_a_wait_begins_in_whole_minutes_and_leaves_no_due_time(effect, kind):
    papers = (AskedPaper("A"), AskedPaper("B"))
    made = after(a_dossier(), effect, reason="Thiếu", papers=papers, officer="Lan")
    (pause,) = made.pauses
    begun = Pause(kind, BROUGHT.replace(second=0), None, "Thiếu", ("A", "B"), "Lan", asked=papers)
    assert pause == begun
    assert (made.due_at, made.measured_due_at) == (None, DUE)
    assert made.promises == a_dossier().promises


@pytest.mark.parametrize(
    ("mode", "kind"),
    [(PauseMode.PAUSE, PromiseKind.PAUSED), (PauseMode.RESTART, PromiseKind.RESTARTED)],
)
def test_a_wait_that_ends_moves_the_promise_by_the_procedures_mode(mode, kind):
    made = after(waiting(mode), ClockEffect.RESUME, officer="Lan")
    (pause,) = made.pauses
    assert (pause.completed_at, pause.completed_by) == (BROUGHT.replace(second=0), "Lan")
    *_, promise = made.promises
    assert (promise.kind, promise.due_at, promise.made_at) == (kind, made.due_at, BROUGHT)
    assert made.due_at == made.measured_due_at > DUE
    assert len(made.promises) == 2


def test_a_limit_that_restarts_ends_later_than_one_that_waited():
    ends = [after(waiting(mode), ClockEffect.RESUME).due_at for mode in PauseMode]
    assert ends[0] < ends[1]


def test_a_wait_that_had_ended_keeps_its_end():
    ended = replace(waiting().pauses[0], completed_at=ASKED + timedelta(hours=1), completed_by="A")
    both = replace(waiting(), pauses=(ended, replace(waiting().pauses[0], asked_at=BROUGHT)))
    made = after(both, ClockEffect.RESUME, now=BROUGHT + timedelta(days=1), officer="B")
    assert [pause.completed_by for pause in made.pauses] == ["A", "B"]
    assert made.pauses[0] == ended


def test_an_end_stops_the_clock_and_completes_a_wait():
    made = after(waiting(), ClockEffect.STOP, officer="Lan")
    assert made.ended_at == BROUGHT.replace(second=0)
    assert made.pauses[0].completed_by == "Lan"
    assert made.measured_due_at > DUE
    running = after(a_dossier(), ClockEffect.STOP)
    assert running == replace(a_dossier(), ended_at=BROUGHT.replace(second=0))


@pytest.mark.parametrize("effect", [ClockEffect.NONE, ClockEffect.START])
def test_other_moves_leave_the_clock_alone(effect):
    assert after(a_dossier(), effect) == a_dossier()


def test_a_reopened_dossier_goes_on_and_a_wait_that_the_end_completed_stays_completed():
    ended = after(waiting(), ClockEffect.STOP, officer="Lan")
    again = after(ended, ClockEffect.GO_ON, now=BROUGHT + timedelta(days=1))
    assert again == replace(ended, ended_at=None, finished_at=None)
    assert again.pauses[0].completed_at is not None
