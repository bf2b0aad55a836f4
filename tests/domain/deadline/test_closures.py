"""Closures as they are read, named, put into the calendar and taken out again."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from app.domain.clock import VIETNAM, InvalidMoment
from app.domain.deadline import closures
from app.domain.deadline.calendar_year import Closure
from app.domain.deadline.closures import (
    ClosureEndsBeforeItBegins,
    ClosureKind,
    ClosureKnown,
    ClosureNotInForce,
    ClosuresFull,
    Declaration,
    SeveralClosures,
    UnknownClosure,
    known_at,
    meant,
    read_closure,
    undoable,
    with_closure,
    without_closure,
)
from app.domain.text import TextMissing
from app.exchange.calendar import file as calendar_file

CALENDAR = calendar_file.seed().calendar()
BEGINS = datetime(2026, 11, 25, 7, 30, tzinfo=VIETNAM)
STORM = Closure(BEGINS, BEGINS + timedelta(days=1), "Bão số 12", "QĐ 9/QĐ-UBND")
SAID = {"reason": " Bão  số 12 ", "decision": "QĐ 9/QĐ-UBND"}


def declared(number, closure=STORM, undoes=None):
    kind = ClosureKind.DECLARED if undoes is None else ClosureKind.UNDONE
    return Declaration(number, kind, closure, BEGINS, "Hoàng Thị Lan", undoes)


def test_days_are_taken_whole_and_the_last_of_them_is_shut_too():
    found = read_closure("2026-11-25", "2026-11-26", **SAID)
    assert found.from_at == BEGINS.replace(hour=0, minute=0)
    assert found.to_at == BEGINS.replace(day=27, hour=0, minute=0)
    assert (found.reason, found.decision) == ("Bão số 12", "QĐ 9/QĐ-UBND")


def test_hours_are_taken_as_they_are():
    found = read_closure("2026-11-25 07:30", "2026-11-25T10:00", **SAID)
    assert (found.from_at, found.to_at) == (BEGINS, BEGINS.replace(hour=10, minute=0))


@pytest.mark.parametrize("text", ["2026-11-31", "25/11/2026", "bão", "", "2026-11-25 7h"])
def test_what_is_no_day_and_no_moment_is_refused(text):
    with pytest.raises(InvalidMoment):
        read_closure(text, "2026-11-26", **SAID)
    with pytest.raises(InvalidMoment):
        read_closure("2026-11-20", text, **SAID)


@pytest.mark.parametrize("ends", ["2026-11-24", "2026-11-25 07:30", "2026-11-25 07:00"])
def test_a_closure_that_does_not_end_after_it_begins_is_refused(ends):
    with pytest.raises(ClosureEndsBeforeItBegins):
        read_closure("2026-11-25 07:30", ends, **SAID)


@pytest.mark.parametrize("lacking", ["reason", "decision"])
def test_reason_and_decision_must_be_said(lacking):
    with pytest.raises(TextMissing) as refused:
        read_closure("2026-11-25", "2026-11-25", **SAID | {lacking: " "})
    assert refused.value.field == lacking


def test_a_closure_goes_into_the_calendar_once_and_out_again():
    with_storm = with_closure(CALENDAR, STORM)
    assert with_storm.closures == (STORM,)
    with pytest.raises(ClosureKnown):
        with_closure(with_storm, STORM)
    assert without_closure(with_storm, STORM) == CALENDAR


def test_a_calendar_holds_so_many_closures_and_no_more(monkeypatch):
    monkeypatch.setattr(closures, "MOST", 1)
    with pytest.raises(ClosuresFull):
        with_closure(with_closure(CALENDAR, STORM), replace(STORM, reason="Lũ"))


def test_a_declaration_is_named_by_number_or_decision():
    flood = declared(2, replace(STORM, decision="QĐ 10"))
    known = (declared(1), flood)
    assert meant(known, " 1 ") == declared(1)
    assert meant(known, "QĐ 10") == flood
    for nobody in ("3", "QĐ 11", ""):
        with pytest.raises(UnknownClosure):
            meant(known, nobody)


def test_of_several_with_one_decision_the_one_in_force_is_meant():
    undoing = declared(3, replace(STORM, decision="QĐ 9/QĐ-UBND"), undoes=1)
    known = (declared(1), declared(2, replace(STORM, reason="Mất điện")))
    with pytest.raises(SeveralClosures) as refused:
        meant(known, STORM.decision)
    assert refused.value.facts["numbers"] == "1, 2"
    assert meant((*known, undoing), STORM.decision).number == 2
    assert meant((known[0], undoing), STORM.decision).number == 1


def test_what_was_undone_and_an_undoing_cannot_be_undone():
    known = (declared(1), declared(2, undoes=1), declared(3))
    assert undoable(known, "3").number == 3
    for number in ("1", "2"):
        with pytest.raises(ClosureNotInForce):
            undoable(known, number)


def test_what_was_known_of_closures_at_a_moment():
    flood = replace(STORM, reason="Lũ")
    calendar = with_closure(with_closure(CALENDAR, STORM), flood)
    said_at = {flood: BEGINS}
    assert known_at(calendar, said_at, BEGINS - timedelta(minutes=1)) == (STORM,)
    assert set(known_at(calendar, said_at, BEGINS)) == {STORM, flood}
