"""Closures through the use cases: looked at, declared in one unit, undone, nothing lost."""

import json
from datetime import datetime, timedelta

import pytest

from app.answers.closures import MovedPromise, ReviewTally
from app.domain.clock import VIETNAM
from app.domain.deadline.calendar_year import Closure
from app.domain.deadline.closures import ClosureKind, ClosureNotInForce, UnknownClosure
from app.domain.deadline.standing import Standing, open_standing
from app.domain.deadline.working_calendar import CalendarUnknown
from app.domain.dossier.clock_effect import CountedAnew
from app.domain.dossier.dossier import PromiseKind
from app.domain.dossier.opened import Opened
from app.domain.permission import Permission
from app.domain.workflow.states import DossierEvent
from app.exchange.event_shape import decoded
from app.usecases.dossier import extending, progress
from app.usecases.dossier_change import NotThisUseCase
from app.usecases.ledger_values import require_as_recorded
from app.usecases.office import calendar as office_calendar
from app.usecases.office import closures, recounting
from app.usecases.office.closures import ReviewOutdated
from app.usecases.queries import closures as queries
from app.usecases.queries import lookup
from app.usecases.safety import verification
from app.usecases.unit import Request
from db.packing import unpacked
from db.stores import dossiers, ledger
from tests.builders import LAN, MONDAY, a_desk, a_dossier, weeks_pass

DAY = datetime(2026, 11, 25, tzinfo=VIETNAM)
STORM = Closure(DAY, DAY + timedelta(days=1), "Bão số 12", "QĐ 9/QĐ-UBND")
MOVED = MONDAY + timedelta(days=7)


class Stopped(Exception):
    """Somebody stopped it."""


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    yield desk
    desk.close()


def stored(desk, dossier_id):
    with desk.records.read() as connection:
        return dossiers.by_id(connection, dossier_id)


def everything(desk):
    """What the records hold of dossiers, ledger, outbox and calendar."""
    tables = ("dossier", "promise", "ledger", "outbox", "closure", "calendar_part")
    with desk.records.read() as connection:
        return [connection.exec_driver_sql(f"SELECT * FROM {one}").all() for one in tables]


def test_a_review_names_what_would_change_and_changes_nothing(desk):
    done = a_dossier(desk)
    a_dossier(desk, procedure="2.000908")  # the same day
    before = everything(desk)
    review = closures.preview_closure(desk, LAN, STORM)
    assert review.count == 1
    assert review.rows == (
        MovedPromise(
            done.dossier_id, done.dossier_code, "Hoàng Thị Mẩy", "0912345678",
            review.rows[0].procedure, done.due_at, MOVED,
        ),
    )  # fmt: skip
    assert (review.relieved, review.overdue) == (0, 0)
    assert everything(desk) == before


def test_declared_every_promise_moves_with_its_ledger_row_and_event(desk):
    ids = [a_dossier(desk).dossier_id for _ in range(3)]
    review = closures.preview_closure(desk, LAN, STORM)
    desk.clock.advance(hours=1)
    done = closures.declare_closure(desk, LAN, STORM, reviewed=review.digest)
    assert (done.number, done.moved) == (1, 3)
    for dossier_id in ids:
        dossier = stored(desk, dossier_id)
        assert (dossier.due_at, dossier.measured_due_at, dossier.version) == (MOVED, MOVED, 2)
        assert [promise.due_at for promise in dossier.promises] == [
            MONDAY + timedelta(days=4),
            MOVED,
        ]
        assert (dossier.promises[-1].kind, dossier.promises[-1].closure) == (PromiseKind.CLOSURE, 1)
        with desk.records.read() as connection:
            rows = ledger.of_dossier(connection, dossier_id)
            require_as_recorded(rows, dossier)
            body = connection.exec_driver_sql(
                "SELECT body FROM outbox WHERE dossier_id = ? ORDER BY position DESC LIMIT 1",
                (dossier_id,),
            ).scalar()
        assert rows[-1].event == DossierEvent.RESCHEDULE
        assert rows[-1].reason == (
            "Đóng cửa đột xuất số 1: 00:00 25/11/2026 – 00:00 26/11/2026, QĐ 9/QĐ-UBND: Bão số 12"
        )
        assert decoded(unpacked(body)).dossier == dossier
    assert a_dossier(desk).due_at == MOVED.replace(hour=11), "and whoever comes now is counted so"
    verification.verify_records(desk, LAN)


def test_the_declaration_stands_in_the_offices_chain(desk):
    a_dossier(desk)
    done = closures.declare_closure(desk, LAN, STORM)
    with desk.records.read() as connection:
        row = list(ledger.entries_since(connection, ledger.OFFICE_CHAIN, 1))[-1]
    assert (row.subject, row.reference, row.event, row.hash) == (
        "CALENDAR", "closures", "DECLARED", done.ledger_hash,
    )  # fmt: skip
    assert json.loads(row.detail) == {
        "number": 1, "from": "2026-11-25T00:00+07:00", "to": "2026-11-26T00:00+07:00",
        "decision": "QĐ 9/QĐ-UBND", "moved": 1,
    }  # fmt: skip


def test_many_are_moved_in_several_turns_and_the_ledger_stays_one_chain(desk, monkeypatch):
    monkeypatch.setattr(recounting, "AT_A_TIME", 2)
    ids = [a_dossier(desk).dossier_id for _ in range(5)]
    seen = []
    done = closures.declare_closure(
        desk, LAN, STORM, report=lambda done, of: seen.append((done, of))
    )
    assert done.moved == 5
    assert seen == [(0, 5), (2, 5), (4, 5), (5, 5)]
    assert {stored(desk, one).due_at for one in ids} == {MOVED}
    verification.verify_records(desk, LAN)
    assert desk.records.compare() is None, "the witness knows how far the ledger came"


@pytest.mark.parametrize("at", [0, 2, 4, 5])
def test_stopped_before_the_commit_nothing_was_done(desk, monkeypatch, at):
    monkeypatch.setattr(recounting, "AT_A_TIME", 2)
    for _ in range(5):
        a_dossier(desk)
    before = everything(desk)

    def stop(done, of):
        if done == at:
            raise Stopped

    with pytest.raises(Stopped):
        closures.declare_closure(desk, LAN, STORM, report=stop)
    assert everything(desk) == before
    assert not lookup.calendar(desk, LAN).closures
    verification.verify_records(desk, LAN)


def test_what_was_not_looked_at_is_not_done(desk):
    a_dossier(desk)
    review = closures.preview_closure(desk, LAN, STORM)
    a_dossier(desk)
    before = everything(desk)
    with pytest.raises(ReviewOutdated):
        closures.declare_closure(desk, LAN, STORM, reviewed=review.digest)
    assert everything(desk) == before


def test_undone_by_a_declaration_all_stands_as_before_and_nothing_is_gone(desk):
    done = a_dossier(desk)
    closures.declare_closure(desk, LAN, STORM)
    review = closures.preview_undoing(desk, LAN, "1")
    assert [(row.old_due_at, row.new_due_at) for row in review.rows] == [(MOVED, done.due_at)]
    assert (review.count, review.undoes) == (1, 1)
    desk.clock.advance(hours=1)
    undone = closures.undo_closure(
        desk, LAN, "QĐ 9/QĐ-UBND", reason="Bão đổi hướng", reviewed=review.digest
    )
    assert (undone.number, undone.moved) == (2, 1)
    dossier = stored(desk, done.dossier_id)
    assert [promise.due_at for promise in dossier.promises] == [done.due_at, MOVED, done.due_at]
    assert [promise.closure for promise in dossier.promises] == [0, 1, 2]
    assert not lookup.calendar(desk, LAN).closures
    listed = queries.closures(desk, LAN)
    assert [(one.declaration.number, one.moved, one.undone_by) for one in listed] == [
        (2, 1, None), (1, 1, 2),
    ]  # fmt: skip
    assert not any(one.is_in_force for one in listed)
    assert listed[0].declaration.kind is ClosureKind.UNDONE
    with pytest.raises(ClosureNotInForce):
        closures.undo_closure(desk, LAN, "1")
    with pytest.raises(UnknownClosure):
        closures.preview_undoing(desk, LAN, "3")
    verification.verify_records(desk, LAN)


def test_what_was_overdue_before_the_closure_stays_overdue(desk):
    late = a_dossier(desk, procedure="2.000908")  # due on Monday
    weeks_pass(desk, MONDAY + timedelta(days=2))
    closures.declare_closure(desk, LAN, STORM)
    dossier = stored(desk, late.dossier_id)
    assert (dossier.due_at, len(dossier.promises)) == (late.due_at, 1)
    calendar = lookup.calendar(desk, LAN)
    standing = open_standing(desk.clock.now(), dossier.due_at, calendar, is_paused=False)
    assert standing is Standing.OVERDUE


def test_a_closure_declared_afterwards_says_who_is_no_longer_overdue(desk):
    a_dossier(desk)
    weeks_pass(desk, MONDAY + timedelta(days=5))
    review = closures.preview_closure(desk, LAN, STORM)
    assert (review.count, review.relieved) == (1, 1)
    closures.declare_closure(desk, LAN, STORM)
    desk.clock.advance(hours=1)
    assert closures.preview_undoing(desk, LAN, "1").overdue == 1


def test_who_waits_is_counted_when_the_wait_ends(desk):
    done = a_dossier(desk)
    opened = Opened(done.dossier_id)
    progress.request_supplement(desk, LAN, opened, papers=["Trích lục"], reason="Thiếu")
    assert closures.declare_closure(desk, LAN, STORM).moved == 0
    desk.clock.advance(minutes=60)
    progress.complete_supplement(desk, LAN, opened)
    assert stored(desk, done.dossier_id).due_at == MOVED.replace(hour=11)


def test_an_extension_moves_with_its_apology_kept(desk):
    done = a_dossier(desk)
    extending.extend_promise(
        desk, LAN, Opened(done.dossier_id), due_at=MONDAY + timedelta(days=7), reason="Nhiều hồ sơ"
    )
    desk.clock.advance(hours=1)
    closures.declare_closure(desk, LAN, STORM)
    dossier = stored(desk, done.dossier_id)
    assert (dossier.due_at, dossier.measured_due_at) == (MONDAY + timedelta(days=8), MOVED)
    assert dossier.apologies[0].due_at == MONDAY + timedelta(days=7)


def test_whom_to_call_stays_on_the_list_of_its_closure(desk):
    done, other = a_dossier(desk), a_dossier(desk)
    closures.declare_closure(desk, LAN, STORM)
    progress.finish_processing(desk, LAN, Opened(other.dossier_id))
    declaration, rows = queries.closure_calls(desk, LAN, "1")
    assert declaration.closure == STORM
    assert [(row.code, row.old_due_at, row.new_due_at, row.has_ended) for row in rows] == [
        (done.dossier_code, done.due_at, MOVED, False),
        (other.dossier_code, other.due_at, MOVED, True),
    ]
    with pytest.raises(UnknownClosure):
        queries.closure_calls(desk, LAN, "QĐ 11")


def test_a_request_that_comes_twice_declares_once(desk):
    a_dossier(desk)
    first = closures.declare_closure(desk, LAN, STORM, request=Request("b-1"))
    again = closures.declare_closure(desk, LAN, STORM, request=Request("b-1"))
    assert again == first
    assert len(queries.closures(desk, LAN)) == 1


def test_a_closure_in_a_year_nobody_knows_is_refused(desk):
    far = Closure(DAY.replace(year=2060), DAY.replace(year=2060, day=26), "Bão", "QĐ 1")
    with pytest.raises(CalendarUnknown):
        closures.preview_closure(desk, LAN, far)


def test_closures_of_a_calendar_file_are_numbered_and_can_be_undone(desk):
    body = {
        "from": "2026-11-25T07:30:00+07:00", "to": "2026-11-25T17:00:00+07:00",
        "reason": "Mất điện", "decision": "",
    }  # fmt: skip
    done = a_dossier(desk)
    office_calendar.import_calendar(
        desk, LAN, json.dumps({"years": [], "closures": [body]}).encode()
    )
    (listed,) = queries.closures(desk, LAN)
    assert (listed.declaration.kind, listed.moved) == (ClosureKind.FILED, 0)
    assert stored(desk, done.dossier_id).due_at == done.due_at
    later = a_dossier(desk)
    assert later.due_at == MOVED
    assert closures.undo_closure(desk, LAN, "1").moved == 1
    assert stored(desk, later.dossier_id).due_at == done.due_at


def test_a_review_keeps_the_first_rows_and_counts_all():
    rows = [MovedPromise(n, "c", "n", "", "p", None, MONDAY) for n in range(3)]
    few, all_of_them = ReviewTally(2), ReviewTally()
    few.add(rows)
    all_of_them.add(rows[:1])
    all_of_them.add(rows[1:])
    few, whole = few.review(STORM), all_of_them.review(STORM)
    assert (len(few.rows), few.count, few.digest) == (2, 3, whole.digest)


def test_an_event_that_does_more_than_promise_is_done_to_one_dossier_alone(desk):
    before = stored(desk, a_dossier(desk).dossier_id)
    anew = CountedAnew(MOVED, None)
    with (
        pytest.raises(NotThisUseCase),
        desk.unit(LAN, Permission.DECLARE_CLOSURE) as unit,
    ):
        unit.change_promises([(before, anew)], DossierEvent.FINISH, "x")


def test_another_change_that_came_between_is_noticed(desk):
    done = a_dossier(desk)
    before = stored(desk, done.dossier_id)
    progress.start_processing(desk, LAN, Opened(done.dossier_id))
    with (
        pytest.raises(dossiers.ChangedMeanwhile),
        desk.unit(LAN, Permission.DECLARE_CLOSURE) as unit,
    ):
        unit.change_promises([(before, CountedAnew(MOVED, None))], DossierEvent.RESCHEDULE, "x")


def test_nothing_to_promise_anew_writes_nothing(desk):
    with desk.unit(LAN, Permission.DECLARE_CLOSURE) as unit:
        unit.change_promises([], DossierEvent.RESCHEDULE, "x")


def test_what_it_is_measured_against_moves_alone_where_the_promise_stays(desk):
    done = a_dossier(desk)
    closures.declare_closure(desk, LAN, STORM)
    extending.extend_promise(
        desk, LAN, Opened(done.dossier_id), due_at=MOVED + timedelta(hours=4), reason="Nhiều hồ sơ"
    )
    assert closures.undo_closure(desk, LAN, "1").moved == 0
    dossier = stored(desk, done.dossier_id)
    assert (dossier.due_at, dossier.measured_due_at) == (MOVED + timedelta(hours=4), done.due_at)
    verification.verify_records(desk, LAN)
