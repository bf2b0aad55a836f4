"""Calendars through the use case: taken whole, drafts marked, moved promises listed, none moved."""

import json
from datetime import date, datetime, timedelta
from importlib import resources

import pytest

from app.domain.clock import VIETNAM
from app.domain.deadline.calendar_year import Closure
from app.domain.deadline.office_hours import DEFAULT_PLAN
from app.domain.errors import DeskError
from app.usecases.office import calendar as office_calendar
from app.usecases.office import closures, settings
from app.usecases.office.calendar_draft import draft_year
from app.usecases.queries import lookup
from tests.builders import LAN, MONDAY, a_desk, a_dossier

SEED = resources.files("resources").joinpath("seed/calendar.json").read_bytes()


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    yield desk
    desk.close()


def changed(**years):
    body = json.loads(SEED)
    for entry in body["years"]:
        entry.update(years.get(f"y{entry['year']}", {}))
    return json.dumps(body).encode()


def test_official_years_are_confirmed_and_later_ones_drafted(desk):
    calendar = lookup.calendar(desk, LAN)
    assert [calendar.is_confirmed(year) for year in (2025, 2026, 2027, 2028)] == (
        [True, True, True, False]
    )
    assert calendar.is_known(MONDAY.year + 4)


def test_the_same_file_again_changes_nothing(desk):
    imported = office_calendar.import_calendar(desk, LAN, SEED)
    assert imported.count("changed") == imported.count("new") == 0
    assert not imported.changed


def test_a_promise_the_new_calendar_counts_otherwise_is_listed_and_stays(desk):
    done = a_dossier(desk)  # due Friday 27/11
    off = {"date": "2026-11-27", "name": "Nghỉ bão"}
    days = [*json.loads(SEED)["years"][1]["days_off"], off]
    imported = office_calendar.import_calendar(desk, LAN, changed(y2026={"days_off": days}))
    reviews = [row for row in imported.rows if row.verdict == "review"]
    assert [row.reference for row in reviews] == [done.dossier_code]
    assert [row.dossier_id for row in reviews] == [done.dossier_id]
    assert "30/11/2026" in reviews[0].detail
    assert lookup.dossier_view(desk, LAN, done.dossier_id).dossier.due_at == done.due_at


def test_a_draft_never_takes_the_place_of_an_official_year(desk):
    imported = office_calendar.import_calendar(desk, LAN, changed(y2026={"confirmed": False}))
    assert ("2026", "refused") in [(row.reference, row.verdict) for row in imported.rows]
    assert lookup.calendar(desk, LAN).is_confirmed(2026)


def test_the_offices_own_hours_and_cut_off_outlive_an_import(desk):
    settings.change_setting(desk, LAN, "same_day_cutoff", "14:30")
    body = json.loads(SEED) | {"same_day_cutoff": "15:30"}
    imported = office_calendar.import_calendar(desk, LAN, json.dumps(body).encode())
    assert ("same_day_cutoff", "refused") in [(r.reference, r.verdict) for r in imported.rows]
    assert f"{lookup.calendar(desk, LAN).same_day_cutoff:%H:%M}" == "14:30"


@pytest.mark.parametrize("content", [SEED[: len(SEED) // 2], b"[]", b'{"years": "2026"}', b"\xff"])
def test_a_broken_file_changes_nothing(desk, content):
    before = lookup.rules(desk, LAN).stamp
    with pytest.raises(DeskError):
        office_calendar.import_calendar(desk, LAN, content)
    assert lookup.rules(desk, LAN).stamp == before


def test_years_between_two_official_ones_are_drafted(desk):
    body = {"years": [{"year": 2033, "confirmed": True, "source": "QĐ", "days_off": [],
                       "make_up_days": []}]}  # fmt: skip
    office_calendar.import_calendar(desk, LAN, json.dumps(body).encode())
    calendar = lookup.calendar(desk, LAN)
    assert calendar.is_known(2032)
    assert not calendar.is_confirmed(2032)
    assert calendar.is_confirmed(2033)


def test_a_closure_is_no_working_time_and_leaves_its_mark_in_the_ledger(desk):
    flood = Closure(
        datetime(2026, 11, 25, 7, 30, tzinfo=VIETNAM),
        datetime(2026, 11, 25, 17, 0, tzinfo=VIETNAM),
        "Lũ quét",
        "QĐ 9/QĐ-UBND",
    )
    closures.declare_closure(desk, LAN, flood)
    assert not lookup.calendar(desk, LAN).is_working_day(date(2026, 11, 25))
    assert a_dossier(desk).due_at == MONDAY + timedelta(days=7)
    with desk.records.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT reference FROM ledger WHERE subject = 'CALENDAR'"
        ).all()
    assert rows == [("closures",)]


def test_sessions_set_by_the_office_count_from_then_on(desk):
    mornings = DEFAULT_PLAN.weekdays[0][:1]
    plan = DEFAULT_PLAN.__class__("Chỉ buổi sáng", (*[mornings] * 5, (), ()))
    office_calendar.set_sessions(desk, LAN, (plan,))
    assert a_dossier(desk, procedure="1.001193").due_at == MONDAY.replace(hour=11, minute=30)


def test_the_cut_off_of_the_file_is_taken_where_the_office_set_none(desk):
    body = json.loads(SEED) | {"same_day_cutoff": "14:00"}
    imported = office_calendar.import_calendar(desk, LAN, json.dumps(body).encode())
    assert ("same_day_cutoff", "changed") in [(r.reference, r.verdict) for r in imported.rows]
    assert f"{lookup.calendar(desk, LAN).same_day_cutoff:%H:%M}" == "14:00"


def test_a_drafted_promise_that_the_official_year_confirms_is_listed_as_confirmed(tmp_path):
    desk = a_desk(tmp_path / "data", datetime(2027, 12, 30, 9, 0, tzinfo=VIETNAM))
    done = a_dossier(desk)
    assert not done.calendar_confirmed
    days = [{"date": f"{d.on}", "name": d.name} for d in draft_year(2028).days_off]
    year = {"year": 2028, "confirmed": True, "source": "QĐ", "days_off": days, "make_up_days": []}
    imported = office_calendar.import_calendar(desk, LAN, json.dumps({"years": [year]}).encode())
    reviews = [row for row in imported.rows if row.verdict == "review"]
    assert [row.reference for row in reviews] == [done.dossier_code]
    assert "xác nhận khác" in reviews[0].detail
    desk.close()


def test_what_a_file_would_change_is_seen_before_it_is_taken(desk):
    done = a_dossier(desk)
    off = {"date": "2026-11-27", "name": "Nghỉ bão"}
    days = [*json.loads(SEED)["years"][1]["days_off"], off]
    file = changed(y2026={"days_off": days})
    before = lookup.rules(desk, LAN).stamp
    review = office_calendar.preview_calendar(desk, LAN, file)
    (row,) = review.rows
    assert (row.code, row.old_due_at) == (done.dossier_code, done.due_at)
    assert row.new_due_at == done.due_at + timedelta(days=3)
    assert (review.count, review.relieved, review.overdue) == (1, 0, 0)
    assert lookup.rules(desk, LAN).stamp == before
    assert office_calendar.preview_calendar(desk, LAN, SEED).count == 0


def test_the_cut_off_of_a_file_is_seen_too_where_the_office_set_none(desk):
    done = a_dossier(desk, procedure="2.000908")  # the same day
    file = json.dumps(json.loads(SEED) | {"same_day_cutoff": "09:00"}).encode()
    (row,) = office_calendar.preview_calendar(desk, LAN, file).rows
    assert row.new_due_at > done.due_at
    settings.change_setting(desk, LAN, "same_day_cutoff", "14:30")
    assert office_calendar.preview_calendar(desk, LAN, file).count == 0
