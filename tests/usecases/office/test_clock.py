"""A doubted clock gives no number and prints nothing; one answer settles it, in the ledger."""

from contextlib import closing
from datetime import datetime, timedelta

import pytest

from app.domain.clock import VIETNAM, SetClock
from app.domain.clock_doubt import ClockDoubted, Doubt
from app.domain.errors import DeskError
from app.domain.forms.print_request import PrintRequest
from app.usecases.dossier import drafting
from app.usecases.office import clock, opening, settings
from app.usecases.printing import prints
from app.usecases.queries import lookup
from app.usecases.safety import verification
from db.stores import ledger
from tests.builders import LAN, MONDAY, a_desk, a_dossier


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    yield desk
    desk.close()


def reopened(desk, at, offset=timedelta(hours=7)):
    """The same office on a machine whose clock says `at`."""
    desk.close()
    return opening.open_desk(desk.folder, SetClock(at, offset))


def asked(desk):
    doubt = clock.clock_question(desk, LAN)
    return () if doubt is None else doubt.doubts


def test_an_ordinary_day_asks_nothing(desk):
    a_dossier(desk)
    assert asked(desk) == ()
    with closing(reopened(desk, MONDAY + timedelta(days=15))) as later:
        assert asked(later) == ()


@pytest.mark.parametrize(
    ("at", "offset", "doubts"),
    [
        (MONDAY + timedelta(hours=1), timedelta(hours=-8), (Doubt.OFFSET,)),
        (datetime(2026, 1, 5, 8, 0, tzinfo=VIETNAM), timedelta(hours=7), (Doubt.BEHIND,)),
        (datetime(2027, 11, 23, 8, 0, tzinfo=VIETNAM), timedelta(hours=7), (Doubt.AHEAD,)),
        (
            datetime(2031, 11, 23, 8, 0, tzinfo=VIETNAM),
            timedelta(hours=7),
            (Doubt.AHEAD, Doubt.CALENDAR),
        ),
        (
            datetime(2024, 11, 23, 8, 0, tzinfo=VIETNAM),
            timedelta(hours=7),
            (Doubt.BEHIND, Doubt.CALENDAR),
        ),
    ],
)
def test_a_doubted_clock_registers_prints_and_changes_nothing(desk, at, offset, doubts):
    done = a_dossier(desk)
    desk = reopened(desk, at, offset)
    assert asked(desk) == doubts
    attempts = (
        lambda: a_dossier(desk),
        lambda: prints.make_print(desk, LAN, PrintRequest("01", done.dossier_id), paper="a4"),
        lambda: settings.change_setting(desk, LAN, "place", "Mẫu Sơn"),
    )
    for attempt in attempts:
        with pytest.raises(ClockDoubted) as refusal:
            attempt()
        assert refusal.value.doubts == doubts
    assert lookup.newest_codes(desk, LAN) == (done.dossier_code,)
    clock.confirm_clock(desk, LAN, doubts)
    assert asked(desk) == ()
    settings.change_setting(desk, LAN, "place", "Mẫu Sơn")
    desk.close()


def test_a_draft_is_kept_whatever_the_clock_says(desk):
    a_dossier(desk)
    desk = reopened(desk, MONDAY - timedelta(days=100))
    drafting.keep_draft(desk, LAN, "a", {}, "")
    desk.close()


def test_the_answer_is_a_row_of_the_ledger_and_the_records_stay_sound(desk):
    a_dossier(desk)
    desk = reopened(desk, datetime(2026, 1, 5, 8, 0, tzinfo=VIETNAM))
    clock.confirm_clock(desk, LAN)
    with desk.records.read() as connection:
        row = ledger.last_clock_answer(connection)
    assert (row.officer, row.event, row.reference) == (LAN.officer, "CONFIRMED", "2026-01-05")
    assert '"BEHIND"' in row.detail
    verification.verify_records(desk, LAN)
    desk.close()


def test_once_answered_a_clock_set_back_is_the_clock_from_then_on(desk):
    a_dossier(desk)
    desk = reopened(desk, datetime(2026, 1, 5, 8, 0, tzinfo=VIETNAM))
    clock.confirm_clock(desk, LAN)
    desk = reopened(desk, datetime(2026, 1, 6, 8, 0, tzinfo=VIETNAM))
    assert asked(desk) == ()
    a_dossier(desk)
    desk = reopened(desk, datetime(2026, 1, 6, 7, 0, tzinfo=VIETNAM))
    assert asked(desk) == (Doubt.BEHIND,)
    desk.close()


def test_a_foreign_zone_is_asked_about_once_a_day(desk):
    away = timedelta(hours=-8)
    desk = reopened(desk, MONDAY, away)
    clock.confirm_clock(desk, LAN)
    desk = reopened(desk, MONDAY + timedelta(hours=5), away)
    assert asked(desk) == ()
    desk = reopened(desk, MONDAY + timedelta(hours=5), timedelta(hours=9))
    assert asked(desk) == (Doubt.OFFSET,)
    desk = reopened(desk, MONDAY + timedelta(days=1), away)
    assert asked(desk) == (Doubt.OFFSET,)
    desk.close()


def test_a_clock_that_leaps_while_the_desk_is_open_is_noticed(desk):
    a_dossier(desk)
    desk.clock.advance(minutes=-2)
    a_dossier(desk)
    desk.clock.advance(hours=-1)
    with pytest.raises(ClockDoubted):
        a_dossier(desk)
    desk.clock.set(MONDAY + timedelta(days=365))
    with pytest.raises(ClockDoubted):
        a_dossier(desk)


def test_an_answer_to_one_doubt_does_not_settle_another(desk):
    a_dossier(desk)
    desk = reopened(desk, MONDAY - timedelta(days=100))
    with pytest.raises(ClockDoubted) as refusal:
        clock.confirm_clock(desk, LAN, (Doubt.OFFSET,))
    assert refusal.value.doubts == (Doubt.BEHIND,)
    assert asked(desk) == (Doubt.BEHIND,)
    desk.close()


def test_nothing_is_written_where_nothing_is_doubted(desk):
    clock.confirm_clock(desk, LAN)
    with desk.records.read() as connection:
        assert ledger.last_clock_answer(connection) is None


def test_how_long_the_office_was_ever_closed_is_its_own_to_say(desk):
    settings.change_setting(desk, LAN, "longest_closed_days", "40")
    with closing(reopened(desk, MONDAY + timedelta(days=39))) as later:
        assert asked(later) == ()
        with pytest.raises(DeskError):
            settings.change_setting(later, LAN, "longest_closed_days", "0")


def test_a_new_office_is_questioned_by_zone_and_calendar():
    assert clock.first_doubt(SetClock(MONDAY)) is None
    assert clock.first_doubt(SetClock(MONDAY, timedelta(hours=9))).doubts == (Doubt.OFFSET,)
    old = SetClock(datetime(2019, 1, 7, 8, 0, tzinfo=VIETNAM))
    assert clock.first_doubt(old).doubts == (Doubt.CALENDAR,)
