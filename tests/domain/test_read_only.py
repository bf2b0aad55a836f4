"""An office that may only be looked at: each reason has its refusal, the gravest speaks."""

import pytest

from app.domain import read_only
from app.domain.errors import Damaged, DeskError
from app.domain.permission import Permission
from app.domain.read_only import ReadOnly, Reason


class HardlyRoom(DeskError):
    """Facts: free."""


class Lost(Damaged):
    """Facts: code."""


@pytest.fixture
def state():
    return ReadOnly()


def test_everything_may_be_changed_at_first(state):
    assert state.reason is None
    assert state.refusal is None
    for permission in Permission:
        state.require(permission)


def test_a_reason_refuses_changes_until_it_has_passed(state):
    state.begin(Reason.DISK, HardlyRoom(free=7))
    with pytest.raises(HardlyRoom) as refused:
        state.require(Permission.REGISTER_DOSSIER)
    assert refused.value.facts == {"free": 7}
    state.end(Reason.DISK)
    state.require(Permission.REGISTER_DOSSIER)
    state.end(Reason.DISK)  # twice does no harm


def test_the_gravest_of_several_reasons_speaks_and_the_others_stay(state):
    state.begin(Reason.DISK, HardlyRoom(free=7))
    state.begin(Reason.LOSS, Lost(code="1"))
    assert state.reason is Reason.LOSS
    assert isinstance(state.refusal, Lost)
    with pytest.raises(Lost):
        state.require(Permission.REGISTER_DOSSIER)
    state.end(Reason.LOSS)
    assert state.reason is Reason.DISK
    with pytest.raises(HardlyRoom):
        state.require(Permission.REGISTER_DOSSIER)


def test_what_is_allowed_for_one_reason_meets_the_others(state, monkeypatch):
    allowed = dict.fromkeys(Reason, frozenset[Permission]())
    allowed[Reason.LOSS] = frozenset({Permission.BACK_UP})
    monkeypatch.setattr(read_only, "ALLOWED", allowed)
    state.begin(Reason.LOSS, Lost(code="1"))
    state.require(Permission.BACK_UP)
    state.begin(Reason.DISK, HardlyRoom(free=7))
    with pytest.raises(HardlyRoom):
        state.require(Permission.BACK_UP)


def test_a_refusal_is_a_new_error_each_time(state):
    state.begin(Reason.DISK, HardlyRoom(free=7))
    assert state.refusal is not state.refusal


def test_every_reason_says_what_is_done_all_the_same():
    assert set(read_only.ALLOWED) == set(Reason)


def test_what_somebody_may_have_mended_is_told_apart(state):
    assert state.passing == frozenset()
    state.begin(Reason.DAMAGE, Lost(code="x"))
    assert state.passing == frozenset()
    state.begin(Reason.DISK, HardlyRoom(free=7))
    state.begin(Reason.FOLDER, HardlyRoom(free=7))
    assert state.passing == {Reason.DISK, Reason.FOLDER}
    state.end(Reason.DISK)
    assert state.passing == {Reason.FOLDER}
