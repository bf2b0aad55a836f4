"""What the rows of a day come to."""

from app.domain.workflow.day_work import DayWork, Step, work_of
from app.domain.workflow.states import DossierEvent as E
from app.domain.workflow.states import DossierState as S


def test_each_dossier_is_counted_once_where_it_came_to():
    steps = [
        Step(1, E.RECEIVE, None, S.RECEIVED),
        Step(2, E.RECEIVE, None, S.RECEIVED),
        Step(1, E.START, S.RECEIVED, S.PROCESSING),
        Step(1, E.EXTEND, S.PROCESSING, S.PROCESSING),
        Step(1, E.FINISH, S.PROCESSING, S.FINISHED),
        Step(2, E.WITHDRAW, S.RECEIVED, S.WITHDRAWN),
        Step(1, E.CHARGE, S.FINISHED, S.FINISHED),
        Step(1, E.RETURN, S.FINISHED, S.RETURNED),
    ]
    assert work_of(steps) == DayWork((1, 2), (1,), (2,), (1,))
    assert work_of([]) == DayWork()


def test_what_was_taken_back_was_not_done():
    steps = [
        Step(1, E.FINISH, S.PROCESSING, S.FINISHED),
        Step(1, E.RETURN, S.FINISHED, S.RETURNED),
        Step(1, E.TAKE_BACK, S.RETURNED, S.FINISHED),
        Step(2, E.REFUSE, S.PROCESSING, S.REFUSED),
        Step(2, E.TAKE_BACK, S.REFUSED, S.PROCESSING),
        # Done before the day, or a waived fee: nothing of today is taken away.
        Step(3, E.TAKE_BACK, S.FINISHED, S.PROCESSING),
        Step(4, E.TAKE_BACK, S.PROCESSING, S.PROCESSING),
    ]
    assert work_of(steps) == DayWork(finished=(1,))


def test_what_was_reopened_did_end_before():
    steps = [
        Step(1, E.STOP, S.PROCESSING, S.STOPPED),
        Step(1, E.REOPEN, S.STOPPED, S.PROCESSING),
    ]
    assert work_of(steps) == DayWork(given_up=(1,))
