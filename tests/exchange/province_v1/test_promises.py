"""Which time the province is told was promised, and which pause moved it."""

from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest

from app.domain.clock import VIETNAM
from app.domain.dossier.dossier import PromiseKind
from app.exchange.province_v1.promises import appointment, moved_promises

FIRST = datetime(2026, 11, 26, 17, 0, tzinfo=VIETNAM)
SECOND, THIRD, FOURTH = (FIRST + timedelta(days=days) for days in (1, 2, 3))
ENDED, OPEN = SimpleNamespace(completed_at=FIRST), SimpleNamespace(completed_at=None)


def dossier(*promises, pauses=(), due_at=None):
    kept = [SimpleNamespace(kind=kind, due_at=at) for kind, at in promises]
    return SimpleNamespace(promises=kept, pauses=pauses, due_at=due_at)


RECEIPT = (PromiseKind.FIRST, FIRST)
PAUSED = (PromiseKind.PAUSED, SECOND)


@pytest.mark.parametrize(
    ("promises", "due_at", "said"),
    [
        ([], None, None),
        ([RECEIPT], FIRST, FIRST),
        ([RECEIPT, PAUSED], FOURTH, FOURTH),
        ([RECEIPT], None, FIRST),
        ([RECEIPT, PAUSED], None, SECOND),
    ],
)
def test_while_a_dossier_waits_the_last_promise_still_stands(promises, due_at, said):
    assert appointment(dossier(*promises, due_at=due_at)) == said


def test_each_pause_that_ended_moved_the_promise_before_it_to_the_one_it_made():
    promises = RECEIPT, PAUSED, (PromiseKind.EXTENDED, THIRD), (PromiseKind.RESTARTED, FOURTH)
    assert moved_promises(dossier(*promises, pauses=(ENDED, ENDED))) == [
        (FIRST, SECOND), (THIRD, FOURTH),
    ]  # fmt: skip


def test_a_pause_that_is_open_leaves_the_promise_where_it_is():
    assert moved_promises(dossier(RECEIPT, PAUSED, pauses=(ENDED, OPEN))) == [
        (FIRST, SECOND), (SECOND, None),
    ]  # fmt: skip
    assert moved_promises(dossier(RECEIPT, pauses=(OPEN,))) == [(FIRST, None)]


def test_a_pause_the_end_of_the_dossier_closed_made_no_promise():
    assert moved_promises(dossier(RECEIPT, pauses=(ENDED,))) == [(FIRST, None)]


def test_a_pause_of_a_dossier_without_a_limit_moves_nothing():
    assert moved_promises(dossier(pauses=(ENDED, OPEN))) == [(None, None), (None, None)]
    assert moved_promises(dossier(PAUSED, pauses=(ENDED,))) == [(None, SECOND)]
    assert moved_promises(dossier(RECEIPT)) == []
