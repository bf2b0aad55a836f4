"""The drill: a machine is lost, and from a copy alone an empty one goes on to its next dossier.

Each step is reported with its seconds (`pytest -rP` shows them); nothing is asserted of time.
"""

import json
import shutil
import time
from contextlib import contextmanager

import pytest

from app.__main__ import main
from app.domain.clock import SetClock
from tests.builders import MONDAY, a_desk, a_dossier
from tests.cli.conftest import REQUEST


class Drill:
    """Runs commands on a machine, and reports what each step took."""

    def __init__(self, capsys, report):
        self._capsys, self._report = capsys, report
        self.took = {}

    @contextmanager
    def step(self, words):
        began = time.monotonic()
        yield
        self.took[words] = round(time.monotonic() - began, 2)

    def run(self, data, *arguments):
        self._capsys.readouterr()
        code = main(["--data", str(data), *map(str, arguments), "--json"])
        captured = self._capsys.readouterr()
        assert (code, captured.err) == (0, ""), captured.err
        return json.loads(captured.out)

    def close(self):
        lines = [f"{seconds:7.2f} s  {words}" for words, seconds in self.took.items()]
        self._report("drill", lines)
        print("\n".join([*lines, f"{sum(self.took.values()):7.2f} s  all"]))


@pytest.fixture
def drill(capsys, record_property):
    drill = Drill(capsys, record_property)
    yield drill
    drill.close()


@pytest.fixture
def clock(monkeypatch):
    clock = SetClock(MONDAY)
    monkeypatch.setattr("app.domain.clock.SystemClock", lambda: clock)
    return clock


def all_of(drill, data):
    """Every dossier whole, as the records tell it."""
    codes = [one["dossier_code"] for one in drill.run(data, "find", "hoang thi may")["dossiers"]]
    return {code: drill.run(data, "show", code) for code in codes}


@pytest.fixture
def lost(tmp_path, drill, clock):
    """An office with dossiers and prints was saved to another disk; then its machine is lost."""
    data, disk = tmp_path / "old" / "data", tmp_path / "disk"
    disk.mkdir()
    desk = a_desk(data)
    codes = [a_dossier(desk).dossier_code for _ in range(5)]
    desk.close()
    drill.run(data, "print", codes[0], "--to", tmp_path / "receipt.pdf")
    drill.run(data, "settings", "set", "backup_place", disk)
    drill.run(data, "copies", "make")
    known = all_of(drill, data)
    assert set(known) == set(codes)
    shutil.rmtree(tmp_path / "old")
    return disk, known


def test_from_a_copy_on_an_empty_machine_to_the_first_new_dossier(lost, drill, clock, tmp_path):
    disk, known = lost
    clock.advance(hours=2)
    new = tmp_path / "new" / "data"
    with drill.step("find the newest copy"):
        newest = max(disk.glob("*.mcbk"))
    with drill.step("look whose it is: restore FILE --look"):
        look = drill.run(new, "restore", newest, "--look")["backup"]
        assert (look["office"], look["dossiers"]) == ("UBND xã Mẫu Sơn", 5)
    with drill.step("put it in place: restore FILE"):
        assert drill.run(new, "restore", newest)["replaced"] is None
    with drill.step("check all of it: verify"):
        found = drill.run(new, "verify")
        assert (found["dossiers"], found["papers"]) == (5, 1)
    with drill.step("open every dossier: find, show"):
        assert all_of(drill, new) == known
    with drill.step("register the first new dossier: intake"):
        request = tmp_path / "request.json"
        request.write_text(json.dumps(REQUEST), encoding="utf-8")
        made = drill.run(new, "intake", request, "--receipt", tmp_path / "new.pdf")
        assert made["dossier_code"] not in known
        assert (tmp_path / "new.pdf").read_bytes().startswith(b"%PDF-")
    with drill.step("save the new machine: copies make"):
        drill.run(new, "copies", "make")
    assert max(disk.glob("*.mcbk")) > newest
    assert newest.exists()
