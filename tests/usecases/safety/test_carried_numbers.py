"""Numbers once given are never given again, whatever of the old data can still be found."""

import shutil
from datetime import date

import pytest

from app.domain.clock import SetClock
from app.usecases.office import opening, settings
from app.usecases.safety import backup, restoring, verification
from db.inspect import check_numbers
from db.stores import carried, series
from db.stores.carried import Given, highest
from db.stores.series import Run, yearly
from db.tables.series import Series
from db.witness.known import read_known
from tests.builders import LAN, MONDAY, a_desk, a_dossier
from tests.db.witness.witnessed import knows

DAY = MONDAY.date().isoformat()
AGENCY = "H37.99.1"


@pytest.fixture
def place(tmp_path):
    """One dossier was backed up, two more came: `data`, and the file on `usb`."""
    desk = a_desk(tmp_path / "data")
    a_dossier(desk)
    (tmp_path / "usb").mkdir()
    made = backup.back_up(desk, LAN, tmp_path / "usb").path
    made.rename(tmp_path / "usb" / "one.mcbk")
    a_dossier(desk)
    a_dossier(desk)
    desk.close()
    return tmp_path


def restored(place):
    return restoring.restore(place / "usb" / "one.mcbk", place / "data", SetClock(MONDAY))


def next_number(place):
    desk = opening.open_desk(place / "data", SetClock(MONDAY))
    try:
        number = int(a_dossier(desk).dossier_code[-4:])
        verification.verify_records(desk, LAN)
        return number
    finally:
        desk.close()


def test_the_records_tell_which_numbers_were_given(place):
    restored(place)
    assert next_number(place) == 4


@pytest.mark.parametrize("harm", ["gone", "noise", "half", "folder"])
def test_where_the_records_cannot_be_read_the_head_file_tells(place, harm):
    database = place / "data" / "motcua.db"
    content = database.read_bytes()
    database.unlink()
    if harm == "noise":
        database.write_bytes(b"x" * 9_000)
    elif harm == "half":
        database.write_bytes(b"\0" * 1_000 + content[1_000 : len(content) // 2])
    elif harm == "folder":
        database.mkdir()
    restored(place)
    assert next_number(place) == 4


def test_without_its_key_the_head_file_tells(place):
    (place / "data" / "motcua.key").unlink()
    restored(place)
    assert next_number(place) == 4


@pytest.mark.parametrize("said", [b"", b"{", b"[]", b'{"chains": {}, "numbers": [[1]]}',
                                  b'{"chains": {}, "numbers": 7}'])  # fmt: skip
def test_a_head_file_that_cannot_be_read_hides_nothing_the_records_tell(place, said):
    (place / "data" / "motcua.head").write_bytes(said)
    restored(place)
    assert next_number(place) == 4


def test_what_was_set_aside_before_tells_when_the_folder_is_empty(place):
    first = restored(place).replaced
    shutil.rmtree(place / "data")
    assert first.exists()
    restored(place)
    assert next_number(place) == 4


def test_the_head_of_what_was_set_aside_tells_when_its_records_cannot_be_read(place):
    aside = restored(place).replaced
    shutil.rmtree(place / "data")
    (aside / "motcua.db").write_bytes(b"")
    restored(place)
    assert next_number(place) == 4


def test_what_was_set_aside_inside_the_folder_tells_as_well(place):
    aside = restored(place).replaced
    (place / "data" / "motcua.db").unlink()
    (place / "data" / "motcua.head").unlink()
    aside.rename(place / "data" / aside.name)
    restored(place)
    assert next_number(place) == 4


def test_a_copy_made_before_a_migration_tells_as_well(place):
    data = place / "data"
    shutil.move(data / "motcua.db", data / "motcua-truoc-nang-cap-114-20261123-101500.db")
    (data / "motcua.head").unlink()
    done = restored(place)
    assert next_number(place) == 4
    assert (done.replaced / "motcua-truoc-nang-cap-114-20261123-101500.db").exists()


def test_the_highest_of_all_that_is_found_counts(place):
    """Of two that were set aside one knows three numbers, the other six."""
    restored(place)
    for _ in range(3):
        next_number(place)  # 4, 5, 6
    restored(place)
    assert next_number(place) == 7
    shutil.rmtree(place / "data")  # and number 7 with it
    restored(place)
    assert next_number(place) == 7


def test_every_run_is_carried_over_not_only_that_of_the_dossiers(place):
    desk = opening.open_desk(place / "data", SetClock(MONDAY))
    settings.change_setting(desk, LAN, "stations", "1:1-4999,2:5000-9999")
    with desk.records.write() as connection:
        for run, count in {
            yearly(Series.PAYMENT, agency=AGENCY, year=2026, station=1): 5,
            yearly(Series.COPIES, agency=AGENCY, year=2026): 7,
            yearly("TNHS", agency=AGENCY, year=2026, station=2): 2,
            Run(Series.DOSSIER, DAY, AGENCY, first=5_000): 5_003,
            Run(Series.DOSSIER, DAY, "H37.98"): 2,
        }.items():
            series.leave_out(connection, run, last=count, now=MONDAY)
        known = series.every(connection)
    desk.close()
    restored(place)
    desk = opening.open_desk(place / "data", SetClock(MONDAY))
    with desk.records.read() as connection:
        assert known.items() <= series.every(connection).items()
        check_numbers(connection)
        rows = connection.exec_driver_sql(
            "SELECT detail IS NOT NULL FROM ledger WHERE event = 'RESTORED'"
        ).all()
    assert rows == [(1,)]
    desk.close()


def test_numbers_known_to_both_are_not_left_out_again(place):
    restored(place)
    desk = opening.open_desk(place / "data", SetClock(MONDAY))
    with desk.records.read() as connection:
        gaps = connection.exec_driver_sql(
            "SELECT first_missing, last_missing FROM number_gap WHERE series = 'DOSSIER'"
        ).all()
    assert gaps == [(2, 3)]
    desk.close()


RUN = yearly(Series.PAYMENT, agency=AGENCY, year=2026)
BLOCK = Run(Series.DOSSIER, DAY, AGENCY, first=5_000)


@pytest.fixture
def connection(tmp_path):
    desk = a_desk(tmp_path / "office")
    with desk.records.write() as connection:
        yield connection
    desk.close()


def gaps(connection):
    rows = "SELECT series, first_missing, last_missing FROM number_gap ORDER BY series"
    return [tuple(row) for row in connection.exec_driver_sql(rows)]


def test_what_is_carried_over_starts_right_behind_the_last_known_number(connection):
    assert Given({RUN: 9, BLOCK: 5_001}).leave_out(connection, MONDAY) == {
        str(RUN): 9, str(BLOCK): 5_001,
    }  # fmt: skip
    assert gaps(connection) == [("DOSSIER", 5_000, 5_001), ("PAYMENT", 1, 9)]
    assert series.take(connection, RUN) == 10


def test_a_run_of_which_only_its_first_number_was_given_is_carried_over(connection):
    assert Given({RUN: 1, BLOCK: 5_000}).leave_out(connection, MONDAY) == {
        str(RUN): 1, str(BLOCK): 5_000,
    }  # fmt: skip
    assert gaps(connection) == [("DOSSIER", 5_000, 5_000), ("PAYMENT", 1, 1)]


def test_what_is_known_already_is_not_carried_over(connection):
    series.take(connection, RUN, how_many=5)
    assert Given({RUN: 5, BLOCK: 4_999}).leave_out(connection, MONDAY) == {}
    assert gaps(connection) == []
    assert Given({RUN: 6}).leave_out(connection, MONDAY) == {str(RUN): 6}
    assert gaps(connection) == [("PAYMENT", 6, 6)]
    assert series.take(connection, RUN) == 7


def test_an_older_number_never_takes_a_newer_ones_place(connection):
    series.take(connection, RUN, how_many=5)
    for known in (3, 5):
        series.leave_out(connection, RUN, last=known, now=MONDAY)
    assert series.last_of(connection, RUN) == 5
    assert gaps(connection) == []


def test_of_several_sources_the_highest_number_of_each_run_counts():
    one, other = Run("A", "2026", AGENCY), Run("B", "2026", AGENCY)
    sources = [{one: 3, other: 9}, {one: 8}, {one: 5}]
    assert highest(sources) == {one: 8, other: 9}
    assert highest(reversed(sources)) == {one: 8, other: 9}
    assert highest([]) == {}


def test_an_empty_folder_and_one_without_numbers_tell_nothing(tmp_path):
    assert carried.found(tmp_path) is None
    knows(tmp_path, {0: (1, "a" * 64)})
    assert carried.found(tmp_path) is None


def test_the_head_file_keeps_the_numbers_of_the_newest_days(tmp_path):
    desk = a_desk(tmp_path / "data")
    a_dossier(desk)
    desk.close()
    kept = read_known(tmp_path / "data").numbers
    assert kept["DOSSIER", DAY, AGENCY, 0, 1] == 1
    assert {run[2] for run in kept} == {AGENCY}


def test_only_so_many_runs_are_kept_beside_the_key(connection):
    for day in range(1, 29):
        run = Run(Series.DOSSIER, date(2026, 2, day).isoformat(), AGENCY)
        series.leave_out(connection, run, last=day, now=MONDAY)
    kept = series.newest(connection, most=3)
    assert [run[1] for run in kept] == ["2026-02-28", "2026-02-27", "2026-02-26"]
    assert list(kept.values()) == [28, 27, 26]
