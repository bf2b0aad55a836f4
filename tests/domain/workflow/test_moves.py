"""The table of moves: what is legal, what follows, and that what is derived follows the table."""

from dataclasses import replace
from enum import StrEnum

import pytest

from app.domain.permission import Permission
from app.domain.workflow.moves import (
    WORKFLOW,
    ClockEffect,
    IllegalMove,
    Move,
    Workflow,
    move_of,
    moves_among,
    moves_from,
    state_row,
    states_where,
)
from app.domain.workflow.states import STATES, BoardPlace, Ending, StateRow
from app.domain.workflow.states import DossierEvent as E
from app.domain.workflow.states import DossierState as S
from app.wording.terms import word_for
from tests.i18n.missing import english

PAPERS = {E.HAND_OVER, E.TAKE_OVER}
"""What moves the papers of a dossier between agencies, and is reported."""
STILL = {
    E.CORRECT, E.NOTIFY, E.CHARGE, E.WAIVE, E.COLLECT, E.REFUND, E.VOID, E.NOTE_RECEIPT,
    E.TAKE_OVER, E.MISS,
}  # fmt: skip


def move(state, event):
    return move_of(state, event).to(state, former=S.PROCESSING)


def test_a_dossier_goes_from_receipt_over_a_supplement_to_its_return():
    state = move(None, E.RECEIVE)
    for event in (E.START, E.REQUEST_SUPPLEMENT, E.COMPLETE, E.FINISH, E.RETURN):
        state = move(state, event)
    assert state is S.RETURNED


@pytest.mark.parametrize("event", [e for e in E if e not in {*STILL, E.TAKE_BACK}])
def test_nothing_else_moves_a_returned_dossier(event):
    with pytest.raises(IllegalMove):
        move(S.RETURNED, event)


@pytest.mark.parametrize("state", [s for s in S if not s.is_open])
def test_an_end_is_taken_back_to_where_it_came_from(state):
    back = move_of(state, E.TAKE_BACK)
    assert back.to(state, former=S.AWAITING_SUPPLEMENT) is S.AWAITING_SUPPLEMENT
    with pytest.raises(IllegalMove):
        back.to(state)


@pytest.mark.parametrize("state", [s for s in S if s.is_open])
def test_what_has_not_ended_is_not_taken_back(state):
    with pytest.raises(IllegalMove):
        move(state, E.TAKE_BACK)


def test_what_ends_a_dossier_is_what_can_be_taken_back():
    ending = {e for e in E if WORKFLOW.ends(e)}
    assert ending == {E.FINISH, E.RETURN, E.REFUSE, E.WITHDRAW, E.STOP}


def test_a_row_that_takes_back_what_is_open_is_no_workflow():
    back = Move(
        E.TAKE_BACK, frozenset({S.PROCESSING}), None, (Permission.TAKE_BACK,), "x", is_back=True
    )
    rows = [each for each in moves_among(STATES) if each.event is not E.TAKE_BACK]
    with pytest.raises(ValueError, match="taken back"):
        Workflow(STATES, (*rows, back))


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


def test_a_move_taken_in_hand_still_refuses_the_wrong_state():
    finish = move_of(S.RECEIVED, E.FINISH)
    assert finish.to(S.PROCESSING) is S.FINISHED
    with pytest.raises(IllegalMove) as refused:
        finish.to(S.RETURNED)
    assert refused.value.facts == {"state": S.RETURNED, "event": E.FINISH}


def test_moves_offered_are_exactly_the_moves_allowed():
    for state in S:
        offered = [each.event for each in moves_from(state)]
        assert offered == sorted(offered, key=list(E).index)
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


def test_states_are_found_by_what_their_rows_say():
    assert states_where() == set(S)
    assert states_where(is_open=True, is_waiting=False) == {S.RECEIVED, S.PROCESSING}
    assert states_where(place=BoardPlace.AT_WORK) == {S.RECEIVED, S.PROCESSING}
    assert states_where(place=BoardPlace.TO_COLLECT) == {S.FINISHED}
    assert states_where(is_waiting=True) == {S.AWAITING_SUPPLEMENT, S.AWAITING_PAYMENT}
    assert states_where(is_given_up=True) == {S.REFUSED, S.WITHDRAWN, S.STOPPED}
    assert states_where(has_result=True) == {S.FINISHED, S.RETURNED}
    assert states_where(is_open=False, has_result=False) == states_where(is_given_up=True)


def test_the_receipt_is_frozen_with_the_dossier_and_anew_when_it_is_corrected():
    assert move_of(None, E.RECEIVE).form == "01"
    assert move_of(S.RETURNED, E.CORRECT).refrozen == ("01",)


def test_whoever_is_asked_for_papers_gets_a_paper_that_says_so():
    assert move_of(S.PROCESSING, E.REQUEST_SUPPLEMENT).form == "02"
    assert {each.event for each in WORKFLOW.moves if each.form} == {
        E.RECEIVE, E.REQUEST_SUPPLEMENT, E.RECEIVE_PAPERS, E.EXTEND,
    }  # fmt: skip


def test_papers_that_come_in_part_leave_the_dossier_and_its_clock_as_they_are():
    part = move_of(S.AWAITING_SUPPLEMENT, E.RECEIVE_PAPERS)
    assert (part.target, part.clock, part.form) == (None, ClockEffect.NONE, "02")
    assert part.sources == {S.AWAITING_SUPPLEMENT}


def test_a_supplement_that_is_complete_says_the_new_promise_on_the_receipt():
    assert move_of(S.AWAITING_SUPPLEMENT, E.COMPLETE).refrozen == ("01",)


def test_who_is_promised_another_day_gets_an_apology():
    assert move_of(S.PROCESSING, E.EXTEND).form == "04"
    for state in (S.RECEIVED, S.PROCESSING):
        assert move(state, E.EXTEND) is state
    with pytest.raises(IllegalMove):
        move(S.AWAITING_SUPPLEMENT, E.EXTEND)


def test_what_can_be_taken_back_is_numbered_only_when_it_is_printed():
    assert {each.event: each.later_form for each in WORKFLOW.moves if each.later_form} == {
        E.REFUSE: "03", E.WITHDRAW: "05", E.STOP: "05",
    }  # fmt: skip
    assert WORKFLOW.paper_of_end("REFUSE") == "03"
    assert WORKFLOW.paper_of_end("FINISH") is None
    refuse, start = move_of(S.RECEIVED, E.REFUSE), move_of(S.RECEIVED, E.START)
    for wrong in (replace(refuse, form="03", later_form=None), replace(start, later_form="03")):
        rows = [wrong if each.event is wrong.event else each for each in WORKFLOW.moves]
        with pytest.raises(ValueError, match="numbered when it is printed"):
            Workflow(STATES, rows)


@pytest.mark.parametrize("state", [S.REFUSED, S.WITHDRAWN, S.STOPPED])
def test_what_was_given_up_is_reopened_to_be_worked_on_with_an_approver(state):
    reopen = move_of(state, E.REOPEN)
    assert reopen.to(state) is S.PROCESSING
    assert [each.event for each in WORKFLOW.moves if each.needs_approver] == [E.REOPEN]


@pytest.mark.parametrize("state", [s for s in S if not s.is_given_up])
def test_nothing_else_is_reopened(state):
    with pytest.raises(IllegalMove):
        move(state, E.REOPEN)


def test_a_clock_that_does_not_go_on_with_a_reopened_dossier_is_no_workflow():
    rows = [
        replace(each, clock=ClockEffect.NONE) if each.event is E.REOPEN else each
        for each in WORKFLOW.moves
    ]
    with pytest.raises(ValueError, match="clock goes on"):
        Workflow(STATES, rows)


def test_steps_that_are_reported_move_dossier_promise_or_papers_and_no_other_does():
    for each in WORKFLOW.moves:
        moves = each.target is not None or each.is_back or each.event in {E.EXTEND, *PAPERS}
        assert each.is_step == moves


def test_the_clock_does_what_a_dossier_s_life_asks_of_it():
    effects = {each.event: each.clock for each in WORKFLOW.moves}
    ending = {E.FINISH, E.REFUSE, E.WITHDRAW, E.STOP}
    assert effects[E.REOPEN] is ClockEffect.GO_ON
    assert {event for event, clock in effects.items() if clock is ClockEffect.STOP} == ending
    assert effects[E.RECEIVE] is ClockEffect.START
    assert effects[E.COMPLETE] is ClockEffect.RESUME
    assert all(effects[event] is ClockEffect.NONE for event in (*STILL, E.START, E.RETURN))


def test_a_move_is_permitted_to_each_use_case_that_makes_it():
    assert move_of(S.RECEIVED, E.FINISH).permissions == (
        Permission.FINISH_PROCESSING,
        Permission.FINISH_MANY,
        Permission.MARK_SIGNED,
    )
    assert move_of(S.RECEIVED, E.FINISH).permission is Permission.FINISH_PROCESSING
    assert move_of(S.RECEIVED, E.STOP).permission is Permission.CANCEL_DOSSIER


REPORTED = {
    E.RECEIVE: "Tiếp nhận",
    E.CORRECT: "Sửa thông tin",
    E.START: "Bắt đầu xử lý",
    E.REQUEST_SUPPLEMENT: "Yêu cầu bổ sung",
    E.REQUEST_PAYMENT: "Yêu cầu nghĩa vụ tài chính",
    E.RESCHEDULE: "Tính lại hẹn trả theo ngày đóng cửa",
    E.RECEIVE_PAPERS: "Nhận một phần giấy tờ bổ sung",
    E.COMPLETE: "Đã bổ sung đủ",
    E.EXTEND: "Xin lỗi, hẹn lại ngày trả kết quả",
    E.NOTIFY: "Báo người nộp",
    E.FINISH: "Xử lý xong",
    E.RETURN: "Trả kết quả",
    E.REFUSE: "Từ chối",
    E.WITHDRAW: "Rút hồ sơ",
    E.STOP: "Dừng (hủy) hồ sơ",
    E.CHARGE: "Tính phí, lệ phí",
    E.WAIVE: "Miễn, giảm phí, lệ phí",
    E.COLLECT: "Thu phí, lệ phí",
    E.REFUND: "Hoàn phí, lệ phí",
    E.VOID: "Hủy phiếu thu",
    E.NOTE_RECEIPT: "Ghi số biên lai điện tử",
    E.TAKE_BACK: "Hoàn tác",
    E.REOPEN: "Mở lại hồ sơ",
    E.HAND_OVER: "Bàn giao hồ sơ",
    E.TAKE_OVER: "Nhận bàn giao hồ sơ",
    E.MISS: "Bàn giao thiếu hồ sơ",
}


def test_the_province_is_told_what_it_was_told_before():
    assert {each.event: each.progress for each in WORKFLOW.moves} == REPORTED


def lacking(workflow: Workflow) -> list[str]:
    """What a state or move of `workflow` still needs before it can be used, one line each."""
    table = english()
    terms: list[StrEnum] = [row.state for row in workflow.states]
    terms += [each.event for each in workflow.moves]
    terms += [permission for each in workflow.moves for permission in each.permissions]
    found = [f"{term}: no word" for term in terms if word_for(term) == str(term)]
    found += [f"{term}: no English word" for term in terms if not table.get(word_for(term))]
    found += [f"{row.state}: no national code" for row in workflow.states if not row.national_code]
    for each in workflow.moves:
        found += [] if each.progress else [f"{each.event}: nothing for the province"]
        found += [] if each.permissions else [f"{each.event}: nobody may do it"]
    return list(dict.fromkeys(found))


def test_every_state_and_move_has_words_a_code_a_text_for_the_province_and_a_permission():
    assert {row.state for row in WORKFLOW.states} == set(S)
    assert {each.event for each in WORKFLOW.moves} == set(E)
    assert lacking(WORKFLOW) == []


class MoreState(StrEnum):
    AT_ANOTHER_AGENCY = "AT_ANOTHER_AGENCY"


class MoreEvent(StrEnum):
    SEND_AWAY = "SEND_AWAY"


AWAY, SEND_AWAY = MoreState.AT_ANOTHER_AGENCY, MoreEvent.SEND_AWAY
AWAY_ROW = StateRow(AWAY, "4", BoardPlace.AT_WORK)
SENDING_AWAY = Move(
    SEND_AWAY, frozenset({S.PROCESSING}), AWAY, (Permission.START_PROCESSING,), "Bàn giao"
)


@pytest.fixture
def wider():
    """The table with a further state and a move to it."""
    states = (*STATES, AWAY_ROW)
    return Workflow(states, (*moves_among(states), SENDING_AWAY))


def test_a_new_state_and_its_move_are_followed_by_all_that_is_derived(wider):
    assert wider.move_of(S.PROCESSING, SEND_AWAY).to(S.PROCESSING) is AWAY
    assert SENDING_AWAY in wider.moves_from(S.PROCESSING)
    assert SENDING_AWAY not in wider.moves_from(S.RECEIVED)
    assert AWAY in wider.states_where(is_open=True)
    assert AWAY in wider.states_where(place=BoardPlace.AT_WORK)
    assert wider.state_row(AWAY).national_code == "4"


def test_what_may_happen_anywhere_may_happen_in_a_new_state(wider):
    assert {each.event for each in wider.moves_from(AWAY)} == {
        E.REFUSE, E.WITHDRAW, E.STOP, E.HAND_OVER, *STILL
    }  # fmt: skip
    assert wider.move_of(AWAY, E.WITHDRAW).to(AWAY) is S.WITHDRAWN


def test_a_new_state_and_its_move_are_asked_for_their_words(wider):
    assert lacking(wider) == [
        "AT_ANOTHER_AGENCY: no word",
        "SEND_AWAY: no word",
        "AT_ANOTHER_AGENCY: no English word",
        "SEND_AWAY: no English word",
    ]


def test_a_move_nobody_may_do_or_hear_of_and_a_state_without_a_code_are_asked_for_them():
    states = (*STATES, replace(AWAY_ROW, national_code=""))
    silent = replace(SENDING_AWAY, permissions=(), progress="")
    assert lacking(Workflow(states, (*moves_among(states), silent)))[-3:] == [
        "AT_ANOTHER_AGENCY: no national code",
        "SEND_AWAY: nothing for the province",
        "SEND_AWAY: nobody may do it",
    ]


def test_the_table_in_force_knows_nothing_of_them(wider):
    del wider
    assert SEND_AWAY not in {each.event for each in WORKFLOW.moves}
    with pytest.raises(KeyError):
        state_row(AWAY)


@pytest.mark.parametrize(
    ("row", "more", "said"),
    [
        (AWAY_ROW, [SENDING_AWAY, SENDING_AWAY], "two things"),
        (None, [SENDING_AWAY], "without a row"),
        (StateRow(AWAY, "5", BoardPlace.PAUSED), [SENDING_AWAY], "has a pause"),
        (StateRow(AWAY, "9", BoardPlace.GONE, Ending.WITH_RESULT), [SENDING_AWAY], "stops"),
    ],
)
def test_rows_that_contradict_each_other_are_no_workflow(row, more, said):
    states = (*STATES, row) if row else STATES
    with pytest.raises(ValueError, match=said):
        Workflow(states, (*moves_among(states), *more))


@pytest.mark.parametrize(
    ("place", "ended"),
    [(BoardPlace.AT_WORK, Ending.GIVEN_UP), (BoardPlace.PAUSED, Ending.WITH_RESULT),
     (BoardPlace.GONE, None), (BoardPlace.TO_COLLECT, None)],
)  # fmt: skip
def test_what_has_ended_stands_nowhere_among_what_is_open(place, ended):
    with pytest.raises(ValueError, match="ended"):
        StateRow(AWAY, "4", place, ended)


def test_a_dossier_is_given_up_that_ended_without_a_result():
    assert {s for s in S if s.is_given_up} == states_where(is_given_up=True)
