"""A month's figures: the same standing as every list, and each figure leads to its dossiers."""

from datetime import datetime, timedelta

import pytest

from app.answers.board import BoardView
from app.answers.register import Figure
from app.domain.actor import Actor
from app.domain.clock import VIETNAM
from app.domain.deadline.standing import Standing, ended_standing
from app.domain.register.period import month_period, year_period
from app.usecases.dossier import ending, progress
from app.usecases.dossier.progress import Opened
from app.usecases.queries import lookup, register
from tests.builders import LAN, MONDAY, a_desk, a_dossier, weeks_pass

NOVEMBER = month_period(2026, 11)
OANH = Actor("Đặng Thị Oanh")
ALMOST = datetime(2026, 11, 27, 9, 0, tzinfo=VIETNAM)
"""The day of the promise of what was received on Monday with three working days."""
LATER = datetime(2026, 12, 3, 9, 0, tzinfo=VIETNAM)


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    yield desk
    desk.close()


def finish(desk, dossier):
    progress.finish_processing(desk, LAN, Opened(dossier.dossier_id))


def a_month(desk):
    """One of each: early, on time, given up, late in December, waiting, overdue."""
    names = ("early", "on_time", "gone", "late", "waits", "overdue")
    made = dict(zip(names, (a_dossier(desk) for _ in names), strict=True))
    finish(desk, made["early"])
    ending.cancel_dossier(desk, LAN, Opened(made["gone"].dossier_id), reason="Nhầm")
    progress.request_supplement(
        desk, LAN, Opened(made["waits"].dossier_id), papers=("Tờ khai",), reason="Thiếu"
    )
    weeks_pass(desk, ALMOST)
    finish(desk, made["on_time"])
    weeks_pass(desk, LATER)
    finish(desk, made["late"])
    a_dossier(desk, OANH)
    return {name: one.dossier_id for name, one in made.items()}


def counts(desk, period=NOVEMBER):
    found = register.register_figures(desk, LAN, period).counts
    return {figure: number for figure, number in found.items() if number}


def ids(desk, figure, period=NOVEMBER, officer=""):
    return list(register.figure_ids(desk, LAN, period, figure, officer))


def test_each_dossier_is_counted_where_it_stands(desk):
    made = a_month(desk)
    assert counts(desk) == {
        Figure.RECEIVED: 6, Figure.EARLY: 1, Figure.ON_TIME: 1, Figure.GIVEN_UP: 1,
        Figure.OPEN: 3, Figure.OVERDUE: 1, Figure.PAUSED: 1,
    }  # fmt: skip
    assert counts(desk, month_period(2026, 12))[Figure.LATE] == 1
    assert counts(desk, month_period(2026, 12))[Figure.RECEIVED] == 1
    assert ids(desk, Figure.LATE, month_period(2026, 12)) == [made["late"]]
    assert ids(desk, Figure.GIVEN_UP) == [made["gone"]]
    assert ids(desk, Figure.PAUSED) == [made["waits"]]


def test_every_figure_is_as_long_as_the_list_behind_it(desk):
    a_month(desk)
    for period in (NOVEMBER, month_period(2026, 12), year_period(2026), month_period(2026, 1)):
        found = register.register_figures(desk, LAN, period).counts
        assert {figure: len(ids(desk, figure, period)) for figure in Figure} == found


def test_a_figure_says_of_a_dossier_what_its_own_page_says(desk):
    a_month(desk)
    of_standing = {
        Standing.EARLY: Figure.EARLY, Standing.ON_TIME: Figure.ON_TIME, Standing.LATE: Figure.LATE,
    }  # fmt: skip
    for standing, figure in of_standing.items():
        for one in ids(desk, figure, year_period(2026)):
            dossier = lookup.dossier_view(desk, LAN, one).dossier
            assert ended_standing(dossier.ended_at, dossier.measured_due_at) is standing


def test_figures_of_now_are_the_boards_own_lists(desk):
    a_month(desk)
    now = desk.clock.now()
    for figure, view in {
        Figure.OPEN: BoardView.OPEN, Figure.OVERDUE: BoardView.OVERDUE,
        Figure.PAUSED: BoardView.PAUSED,
    }.items():  # fmt: skip
        assert ids(desk, figure) == list(lookup.ids(desk, LAN, view, now))


def test_what_is_open_is_told_by_officer_in_vietnamese_order(desk):
    a_month(desk)
    found = register.register_figures(desk, LAN, NOVEMBER).officers
    assert [(one.officer, one.open, one.overdue, one.paused) for one in found] == [
        ("Đặng Thị Oanh", 1, 0, 0), ("Hoàng Thị Lan", 2, 1, 1)
    ]  # fmt: skip
    assert len(ids(desk, Figure.OPEN, officer=OANH.officer)) == 1
    assert len(ids(desk, Figure.OVERDUE, officer=LAN.officer)) == 1
    assert ids(desk, Figure.OVERDUE, officer=OANH.officer) == []


def test_what_ends_on_the_last_minute_of_a_month_is_of_that_month(desk):
    one = a_dossier(desk)
    weeks_pass(desk, datetime(2026, 11, 30, 23, 59, 59, tzinfo=VIETNAM))
    finish(desk, one)
    assert ids(desk, Figure.LATE) == [one.dossier_id]
    assert ids(desk, Figure.LATE, month_period(2026, 12)) == []


def test_a_dossier_without_a_limit_is_neither_early_nor_late(desk):
    one = a_dossier(desk)
    with desk.records.write() as connection:
        connection.exec_driver_sql("UPDATE dossier SET measured_due_at = NULL")
    desk.clock.set(MONDAY + timedelta(hours=1))
    finish(desk, one)
    assert counts(desk) == {Figure.RECEIVED: 1, Figure.NO_LIMIT: 1}
