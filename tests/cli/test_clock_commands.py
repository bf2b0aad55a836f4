"""Commands never ask: a doubted clock is refused and names the option that says it is right."""

import time
from datetime import datetime, timedelta

import pytest

from app.__main__ import main
from app.domain.clock import VIETNAM, SetClock
from tests.builders import MONDAY
from tests.cli.test_life import answer, changes, cli, clock, take  # noqa: F401 - fixtures

CONFIRMED = "--clock-confirmed"


def refused(done, *words):
    code, out, err = done
    assert (code, out) == (1, "")
    for word in (CONFIRMED, *words):
        assert word in err


def test_two_minutes_back_are_let_pass(clock, take):  # noqa: F811
    take()
    clock.advance(minutes=-2)
    take()


def test_a_clock_before_the_last_row_is_refused_until_it_is_confirmed(clock, cli, take, tmp_path):  # noqa: F811
    code = take()
    clock.set(datetime(2026, 1, 1, 8, 0, tzinfo=VIETNAM))
    request = tmp_path / "request.json"
    refused(cli("intake", request), "08:00 01/01/2026")
    refused(cli("start", code), "08:00 01/01/2026", "10:15 23/11/2026")
    refused(cli("print", code, "--to", tmp_path / "slip.pdf"))
    assert not (tmp_path / "slip.pdf").exists()
    assert cli("show", code)[0] == 0
    answer(cli("start", code, "--json", CONFIRMED))
    answer(cli("finish", code, "--json"))


def test_a_clock_a_year_ahead_is_refused_wherever_the_option_stands(clock, cli, take):  # noqa: F811
    code = take()
    clock.set(MONDAY + timedelta(days=365))
    refused(cli("start", code), "365 ngày")
    answer(cli(CONFIRMED, "start", code, "--json"))


def test_a_request_asked_again_with_the_option_is_the_same_request(clock, cli, take):  # noqa: F811
    code = take()
    answer(cli("start", code, "--request-id", "7f3a", "--json"))
    again = answer(cli("start", code, "--request-id", "7f3a", "--json", CONFIRMED))
    assert again["repeated"] is True


@pytest.fixture
def machine_in():
    """Puts this machine into a zone until the test is over."""
    with pytest.MonkeyPatch.context() as patch:

        def put(zone):
            patch.setenv("TZ", zone)
            time.tzset()

        yield put
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone is the machine's alone here")
@pytest.mark.parametrize(
    ("zone", "is_right"),
    [
        ("America/Los_Angeles", False),
        ("Asia/Tokyo", False),
        ("Asia/Ho_Chi_Minh", True),
        ("UTC", True),
    ],
)
def test_a_machine_in_another_zone_makes_no_office_and_no_dossier(
    tmp_path, capsys, machine_in, zone, is_right
):
    machine_in(zone)

    def run(*arguments):
        code = main(["--data", str(tmp_path / "data"), *arguments])
        return code, *capsys.readouterr()

    made = ("init", "--office", "UBND xã Mẫu Sơn", "--code", "H37.99.1", "--officer", "Lan")
    if is_right:
        assert run(*made)[0] == 0
        return
    refused(run(*made), "UTC", "+07:00", "(giờ Việt Nam: ")
    assert run(*made, CONFIRMED)[0] == 0
    assert run("settings", "set", "place", "Mẫu Sơn")[0] == 0  # asked and answered today


def test_an_office_is_not_made_in_a_year_without_calendar(tmp_path, capsys, monkeypatch):
    long_ago = SetClock(datetime(2019, 1, 7, 8, 0, tzinfo=VIETNAM))
    monkeypatch.setattr("app.domain.clock.SystemClock", lambda: long_ago)
    for make in (
        ("init", "--office", "UBND xã Mẫu Sơn", "--code", "H37.99.1", "--officer", "Lan"),
        ("demo", "--dossiers", "1"),
    ):
        code = main(["--data", str(tmp_path / "data"), *make])
        refused((code, *capsys.readouterr()), "2019")
    assert not (tmp_path / "data" / "motcua.db").exists()
