"""Which dossiers each list of the board holds, at its very bounds."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from app.answers.board_view import BoardView
from app.domain.clock import utc_text
from app.domain.workflow.states import DossierState
from db.stores import board
from db.tables.dossier import dossier
from tests.builders import MONDAY

MIDNIGHT = MONDAY.replace(hour=0, minute=0)
NEXT = MIDNIGHT + timedelta(days=1)
SOON = MONDAY + timedelta(hours=4)
A_SECOND = timedelta(seconds=1)
AT = {
    "now": utc_text(MONDAY),
    "soon": utc_text(SOON),
    "apology": utc_text(SOON),
    "day": MONDAY.date().isoformat(),
    "day_from": utc_text(MIDNIGHT),
    "day_to": utc_text(NEXT),
}


def put(connection, number, **changes):
    connection.execute(update(dossier).where(dossier.c.id == number).values(changes))


def alone(connection, **changes):
    """Dossier 1 changed so; the others have ended."""
    for number in (2, 3):
        put(connection, number, ended_at=utc_text(MONDAY))
    put(connection, 1, **changes)


@pytest.mark.parametrize(
    ("view", "due_at", "is_shown"),
    [
        (BoardView.DUE_TODAY, MIDNIGHT - A_SECOND, False),
        (BoardView.DUE_TODAY, MIDNIGHT, True),
        (BoardView.DUE_TODAY, NEXT - A_SECOND, True),
        (BoardView.DUE_TODAY, NEXT, False),
        (BoardView.DUE_SOON, MONDAY - A_SECOND, False),
        (BoardView.DUE_SOON, MONDAY, True),
        (BoardView.DUE_SOON, SOON, True),
        (BoardView.DUE_SOON, SOON + A_SECOND, False),
        (BoardView.OVERDUE, MONDAY - A_SECOND, True),
        (BoardView.OVERDUE, MONDAY, False),
    ],
)
def test_a_list_by_due_time_holds_what_is_due_within_its_bounds(connection, view, due_at, is_shown):
    alone(connection, due_at=utc_text(due_at))
    assert list(board.ids(connection, view, AT)) == [1] * is_shown
    assert getattr(board.counts(connection, AT), view.name.lower()) == is_shown


@pytest.mark.parametrize("view", [BoardView.DUE_TODAY, BoardView.DUE_SOON, BoardView.OVERDUE])
def test_what_has_ended_is_due_no_more(connection, view):
    due_at = MONDAY - A_SECOND if view is BoardView.OVERDUE else MONDAY
    alone(connection, due_at=utc_text(due_at), ended_at=utc_text(MONDAY))
    assert list(board.ids(connection, view, AT)) == []


def test_what_waits_for_papers_is_not_at_work(connection):
    alone(connection, due_at=utc_text(MONDAY - A_SECOND), waiting_since=utc_text(MONDAY))
    assert list(board.ids(connection, BoardView.OVERDUE, AT)) == []
    assert list(board.ids(connection, BoardView.DUE_SOON, AT)) == []
    assert list(board.ids(connection, BoardView.PAUSED, AT)) == [1]
    assert list(board.running(connection)[0]) == []
    assert board.counts(connection, AT).oldest_pause_at == MONDAY


def test_open_ones_come_by_due_time_and_those_without_one_last(connection):
    put(connection, 1, due_at=None)
    put(connection, 2, due_at=utc_text(SOON))
    put(connection, 3, due_at=utc_text(MONDAY))
    assert list(board.ids(connection, BoardView.OPEN, AT)) == [3, 2, 1]
    assert list(board.running(connection)[0]) == [3, 2]
    assert list(board.running(connection)[1]) == [MONDAY.timestamp(), SOON.timestamp()]


def test_of_those_received_today_the_newest_comes_first(connection):
    assert list(board.ids(connection, BoardView.RECEIVED_TODAY, AT)) == [3, 2, 1]
    another = AT | {"day": (MONDAY.date() + timedelta(days=1)).isoformat()}
    assert list(board.ids(connection, BoardView.RECEIVED_TODAY, another)) == []


def test_what_is_finished_and_not_returned_waits_to_be_collected(connection):
    done = {"state": DossierState.FINISHED.value, "finished_at": utc_text(MONDAY)}
    put(connection, 1, **done)
    put(connection, 2, **done, returned_at=utc_text(MONDAY))
    put(connection, 3, finished_at=utc_text(MONDAY))
    assert list(board.ids(connection, BoardView.TO_COLLECT, AT)) == [1]


def test_rows_come_in_the_order_asked_for_without_those_that_are_not_there(connection):
    assert [row.id for row in board.rows(connection, [3, 99, 1])] == [3, 1]
    assert board.rows(connection, []) == ()
