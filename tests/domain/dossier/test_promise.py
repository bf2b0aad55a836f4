"""A dossier promised anew: all promises stay, and so does what it is measured against."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.approver import Approval
from app.domain.deadline.apology import DelayCause, Notice, NoticeWay
from app.domain.deadline.extension import check_extension
from app.domain.deadline.pauses import PauseKind
from app.domain.deadline.standing import Standing, ended_standing
from app.domain.deadline.time_limit import TimeLimit, Unit
from app.domain.dossier.clock_effect import with_clock
from app.domain.dossier.dossier import Pause, PromiseKind
from app.domain.dossier.promise import (
    NoUnsentApology,
    capped_on,
    explain_promise,
    extended,
    limit_source,
    with_notice,
)
from app.domain.workflow.moves import ClockEffect
from app.domain.workflow.states import DossierState
from app.exchange.calendar import file as calendar_file
from tests.exchange.strategies_exchange import DUE, RECEIVED, a_dossier, a_procedure

CALENDAR = calendar_file.seed().calendar()
NEW = DUE + timedelta(days=5)
NOW = DUE - timedelta(days=1, minutes=5)


def promised_anew(dossier=None, new=NEW, now=NOW, approval=None):
    dossier = dossier or a_dossier()
    check = check_extension(
        new, dossier.due_at, CALENDAR, now=now, earlier=len(dossier.apologies), approval=approval
    )
    return extended(
        dossier, check, CALENDAR, now=now, cause=DelayCause.CHECKING, reason="Chờ xác minh",
        officer="Lan", approval=approval,
    )  # fmt: skip


def test_all_promises_are_kept_and_the_measure_stays():
    made = promised_anew()
    assert (made.due_at, made.measured_due_at) == (NEW, DUE)
    assert [promise.kind for promise in made.promises] == [PromiseKind.FIRST, PromiseKind.EXTENDED]
    assert made.promises[-1].due_at == NEW
    (apology,) = made.apologies
    assert (apology.promised_at, apology.due_at, apology.made_at) == (DUE, NEW, NOW)
    assert not apology.is_late
    assert not apology.is_repeated


def test_one_that_finishes_between_the_promises_is_late():
    made = promised_anew()
    assert ended_standing(DUE + timedelta(days=3), made.measured_due_at) is Standing.LATE


def test_a_second_apology_is_marked_with_who_stands_behind_it():
    twice = promised_anew(promised_anew(), NEW + timedelta(days=1), approval=Approval("Vy Văn Nam"))
    assert [one.is_repeated for one in twice.apologies] == [False, True]
    assert twice.apologies[-1].promised_at == NEW
    assert twice.apologies[-1].approver == "Vy Văn Nam"


def test_the_year_of_the_new_time_says_whether_its_calendar_is_confirmed():
    calendar = replace(
        CALENDAR, years=tuple(replace(y, confirmed=y.year < DUE.year) for y in CALENDAR.years)
    )
    check = check_extension(NEW, DUE, calendar, now=NOW)
    made = extended(
        a_dossier(), check, calendar, now=NOW, cause=DelayCause.OTHER, reason="x", officer="Lan",
        approval=None,
    )  # fmt: skip
    assert made.calendar_confirmed is False
    assert made.promises[-1].calendar_confirmed is False


def test_who_is_notified_once_has_no_unsent_apology():
    called = Notice(NOW, NoticeWay.PHONE, "Lan")
    made = with_notice(promised_anew(), called)
    assert made.apologies[-1].notices == (called,)
    assert made.unsent_apology is None
    with pytest.raises(NoUnsentApology):
        with_notice(made, called)
    with pytest.raises(NoUnsentApology):
        with_notice(a_dossier(), called)


def test_only_the_last_apology_can_be_unsent():
    twice = promised_anew(promised_anew(), NEW + timedelta(days=1), approval=Approval("Vy"))
    made = with_notice(twice, Notice(NOW, NoticeWay.PAPER, "Lan"))
    assert [bool(one.notices) for one in made.apologies] == [False, True]
    assert made.unsent_apology is None


@pytest.fixture
def waiting():
    """Extended, then waiting for papers since a day before the new time."""
    asked = Pause(PauseKind.SUPPLEMENT, NEW - timedelta(days=1), None, "Thiếu", ("Giấy",))
    return replace(
        promised_anew(), state=DossierState.AWAITING_SUPPLEMENT, pauses=(asked,), due_at=None
    )


def test_a_wait_moves_the_extended_promise_and_takes_none_of_it_back(waiting):
    brought = NEW - timedelta(hours=23)
    made = with_clock(waiting, ClockEffect.RESUME, now=brought, calendar=CALENDAR, officer="Lan")
    assert made.due_at == CALENDAR.forward(NEW, 60)
    assert made.measured_due_at == DUE
    assert made.promises[-1].kind is PromiseKind.PAUSED
    assert made.promises[-1].due_at == made.due_at


def test_a_wait_before_the_first_promise_moves_both(waiting):
    asked = replace(waiting.pauses[0], asked_at=DUE - timedelta(hours=24))
    early = replace(waiting, pauses=(asked,))
    brought = DUE - timedelta(hours=23)
    made = with_clock(early, ClockEffect.RESUME, now=brought, calendar=CALENDAR, officer="Lan")
    assert made.measured_due_at == CALENDAR.forward(DUE, 60)
    assert made.due_at == CALENDAR.forward(NEW, 60)


def test_a_limit_counted_anew_that_ends_later_than_the_extension_stands(waiting):
    long = NEW + timedelta(days=20)
    made = with_clock(waiting, ClockEffect.RESUME, now=long, calendar=CALENDAR, officer="Lan")
    assert made.due_at >= made.measured_due_at
    again = replace(waiting, pause_mode=type(waiting.pause_mode).RESTART)
    made = with_clock(again, ClockEffect.RESUME, now=long, calendar=CALENDAR, officer="Lan")
    assert made.promises[-1].kind is PromiseKind.RESTARTED
    assert made.due_at >= made.measured_due_at > long


def test_without_a_limit_nothing_was_extended():
    assert RECEIVED < DUE
    assert a_dossier().unsent_apology is None


def test_the_day_that_cuts_a_limit_short_is_named():
    limit = TimeLimit(Unit.WORKING_DAY, 25, "12-14")
    assert capped_on(a_dossier(limit=limit), CALENDAR) == date(2026, 12, 14)
    assert capped_on(a_dossier(), CALENDAR) is None


def test_a_promise_is_explained_by_the_rule_it_was_counted_by():
    (rule,) = a_procedure().limits
    procedure = a_procedure(limits=(replace(rule, source="Quyết định 888"),))
    found = explain_promise(a_dossier(), procedure, CALENDAR)
    assert (found.due_at, found.source) == (DUE, "Quyết định 888")
    assert limit_source(a_dossier(), a_procedure(limits=())) == ""
