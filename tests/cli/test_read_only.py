"""While an office may only be looked at: what changes is refused, what looks says so beside it."""

import pytest

from app.domain.read_only import Reason
from app.usecases.office import opening
from db.room import DiskFull
from tests.cli.test_life import answer
from tests.cli.test_requests import Script, clock, script  # noqa: F401

FULL = "Ổ đĩa đầy"


@pytest.fixture
def read_only(monkeypatch):
    """Every desk opened from now on may only be looked at."""
    open_desk = opening.open_desk

    def opened(*args, **kwargs):
        desk = open_desk(*args, **kwargs)
        desk.read_only.begin(Reason.DAMAGE, DiskFull())
        return desk

    return lambda: monkeypatch.setattr("app.usecases.office.opening.open_desk", opened)


def test_looking_goes_on_and_is_warned_beside_the_answer(script, read_only):  # noqa: F811
    code = script.take()
    read_only()
    for command in (("show", code), ("find", code), ("cash-sheet",), ("fee", "show", code)):
        exit_code, out, err = script.run(*command, "--json")
        assert exit_code == 0
        assert out
        assert err.startswith(f"Chú ý: {FULL}")


def test_changes_are_refused_once_and_nothing_is_kept(script, read_only, tmp_path):  # noqa: F811
    code = script.take()
    before = script.kept()
    read_only()
    for command in (
        ("start", code),
        ("settings", "set", "place", "Mẫu Sơn"),
        ("backup", "--to", tmp_path),
        ("export", "--to", tmp_path),
        ("print", code, "--form", "01", "--to", tmp_path / "a.pdf"),
        ("cash-sheet", "--open"),
    ):
        exit_code, out, err = script.run(*command)
        assert (exit_code, out) == (1, ""), command
        assert err.count(FULL) == 1, err
    assert script.kept() == before
    assert (
        not list(tmp_path.glob("*.pdf"))
        + list(tmp_path.glob("*.mcbk"))
        + list(tmp_path.glob("*.zip"))
    )


def test_it_is_over_when_the_reason_has_passed(script, read_only, monkeypatch):  # noqa: F811
    code = script.take()
    read_only()
    assert script.run("start", code)[0] == 1
    monkeypatch.undo()
    monkeypatch.setattr("app.domain.clock.SystemClock", lambda: script.clock)
    assert answer(script.run("start", code, "--json"))["state"] == "PROCESSING"
