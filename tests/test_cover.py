"""What decides whether a measured run passed."""

from pathlib import Path

import hypothesis
import pytest

from tests import cover
from tests.measured import UNMEASURED, is_invented, is_unmeasured


@pytest.fixture
def coverage(monkeypatch):
    """Stands where `coverage` is started: exit codes by a part of the command, and what ran."""
    codes: dict[str, int] = {}
    started: list[str] = []

    def answer(*words: str) -> int:
        started.append(" ".join(words))
        return max((code for part, code in codes.items() if part in started[-1]), default=0)

    monkeypatch.setattr(cover, "coverage", answer)
    return codes, started


def test_a_run_that_passed_and_reached_its_shares_passes(coverage):
    assert cover.main([]) == 0


@pytest.mark.parametrize("room", ["app/domain/", "db/*", "ui/*"])
def test_one_room_below_its_share_fails_a_run_that_passed(coverage, room):
    codes, _ = coverage
    codes[room] = 2
    assert cover.main([]) == 2


def test_a_room_below_its_share_shows_its_missing_lines_and_no_other_room_does(coverage):
    codes, started = coverage
    codes["app/domain/"] = 2
    cover.main([])
    tables = [one for one in started if one.startswith("report") and "--format" not in one]
    assert tables == ["report --include=app/domain/* --fail-under=100"]


def test_pytest_that_fails_keeps_its_exit_code_whatever_was_reached(coverage):
    codes, _ = coverage
    codes |= {"run": 1, "report": 2}
    assert cover.main([]) == 1


def test_options_reach_pytest_and_nothing_of_an_earlier_run_is_counted(coverage):
    _, started = coverage
    cover.main(["--deep", "-n", "2"])
    assert started[0] == "erase"
    assert started[1].startswith("run -m pytest ")
    assert started[1].endswith(" --deep -n 2")


def test_days_at_the_desk_are_played_unmeasured_and_rooms_are_measured():
    tests = Path(__file__).parent
    assert is_unmeasured(tests / "journeys" / "test_morning.py")
    assert is_unmeasured(tests / "cli" / "faults" / "test_broken_worlds.py")
    assert not is_unmeasured(tests / "cli" / "test_life.py")
    assert not is_unmeasured(tests / "ui" / "screens" / "home" / "test_home.py")
    assert all((tests / room).exists() for room in UNMEASURED)


@hypothesis.given(one=hypothesis.strategies.none())
def test_examples_made_up_at_random_are_not_counted(request, one):
    assert is_invented(request.node)


def test_written_examples_are_counted(request):
    assert not is_invented(request.node)
