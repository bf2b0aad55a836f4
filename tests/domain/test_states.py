"""Legal moves of a dossier."""

import pytest

from app.domain.states import DossierEvent as E
from app.domain.states import DossierState as S
from app.domain.states import IllegalMove, move, moves_from


def test_a_dossier_goes_from_receipt_over_a_supplement_to_its_return():
    state = move(None, E.RECEIVE)
    for event in (E.START, E.REQUEST_SUPPLEMENT, E.COMPLETE, E.FINISH, E.RETURN):
        state = move(state, event)
    assert state is S.RETURNED


STILL = {E.CORRECT, E.CHARGE, E.WAIVE, E.COLLECT, E.REFUND, E.VOID}


@pytest.mark.parametrize("event", [e for e in E if e not in STILL])
def test_nothing_moves_a_returned_dossier(event):
    with pytest.raises(IllegalMove):
        move(S.RETURNED, event)


def test_a_correction_never_moves_a_dossier():
    for state in S:
        assert move(state, E.CORRECT) is state


def test_money_never_moves_a_dossier():
    for event in STILL:
        assert move(S.RETURNED, event) is S.RETURNED


@pytest.mark.parametrize("state", [S.REFUSED, S.WITHDRAWN, S.STOPPED])
def test_a_dossier_given_up_only_gives_money_back(state):
    assert move(state, E.REFUND) is move(state, E.VOID) is state
    for event in (E.COLLECT, E.CHARGE):
        with pytest.raises(IllegalMove):
            move(state, event)


def test_a_dossier_that_is_not_there_cannot_be_corrected():
    with pytest.raises(IllegalMove):
        move(None, E.CORRECT)


def test_moves_offered_are_exactly_the_moves_allowed():
    for state in S:
        offered = set(moves_from(state))
        for event in E:
            try:
                move(state, event)
            except IllegalMove:
                assert event not in offered
            else:
                assert event in offered


def test_every_state_has_its_national_code():
    assert {s.national_code for s in S} == set("23456789") | {"10"}


def test_only_open_dossiers_wait():
    assert all(s.is_open for s in S if s.is_waiting)
    assert not S.FINISHED.is_open
