"""Several programs write into one folder at once: each keeps the file it was answered."""

import hashlib
import json
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.clock import SetClock
from app.usecases.exchange import exporting
from app.usecases.safety import backup, restoring
from db.records import RecordsBusy
from tests.builders import LAN, MONDAY, a_desk, a_dossier

ROOT = Path(__file__).parents[3]


def begun(data, *arguments):
    return subprocess.Popen(
        [sys.executable, "-m", "app", "--data", str(data), *map(str, arguments), "--json"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        env={**os.environ, "TZ": "ICT-7"},
    )


@pytest.fixture
def data(tmp_path):
    desk = a_desk(tmp_path / "data")
    a_dossier(desk)
    desk.close()
    (tmp_path / "usb").mkdir()
    return tmp_path / "data"


@pytest.mark.parametrize("command", ["backup", "export"])
def test_each_is_answered_a_file_of_its_own_and_its_digest_is_that_files(data, tmp_path, command):
    stick = tmp_path / "usb"
    running = [begun(data, "--clock-confirmed", command, "--to", stick) for _ in range(3)]
    answers = [json.loads(each.communicate(timeout=120)[0]) for each in running]
    assert len({each["path"] for each in answers}) == len(answers)
    for each in answers:
        content = Path(each["path"]).read_bytes()
        assert (each["bytes"], each["sha256"]) == (
            len(content), hashlib.sha256(content).hexdigest()
        )  # fmt: skip
    assert len(list(stick.iterdir())) == len(answers)


def test_two_backups_of_one_second_are_two_files_and_both_can_be_restored(data, tmp_path):
    stick = tmp_path / "usb"
    desk = a_desk(tmp_path / "other")
    first, second = (backup.back_up(desk, LAN, stick) for _ in range(2))
    desk.close()
    assert first.path != second.path
    clock = SetClock(MONDAY + timedelta(days=1))
    for nth, made in enumerate((first, second)):
        assert restoring.restore(made.path, tmp_path / str(nth), clock).verified == made.verified


def test_a_package_that_could_not_be_noted_is_taken_away_again(data, tmp_path, monkeypatch):
    desk = a_desk(tmp_path / "other")
    a_dossier(desk)

    def busy(*_):
        raise RecordsBusy

    monkeypatch.setattr("db.stores.outbox.add_package", busy)
    with pytest.raises(RecordsBusy):
        exporting.export_package(desk, LAN, tmp_path / "usb")
    assert list((tmp_path / "usb").iterdir()) == []
    desk.close()
