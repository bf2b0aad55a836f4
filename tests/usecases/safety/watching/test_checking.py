"""Checks keep what they found beside the data; damage of the records stops all writing."""

import json
import shutil
import signal
import subprocess
import sys
from datetime import timedelta

import pytest

from app.__main__ import main
from app.domain.clock import SetClock
from app.domain.errors import Damaged
from app.domain.forms.print_request import PrintRequest
from app.domain.read_only import Reason
from app.usecases.office import opening
from app.usecases.office.settings import change_settings
from app.usecases.printing import prints
from app.usecases.queries import lookup
from app.usecases.safety import backup, checking, restoring
from app.usecases.safety.verification import unreported
from app.usecases.safety.watching import watched
from app.wording.refusals import say
from db.engine.errors import PageDamaged, RecordsDamaged
from db.folder import FolderNotWritable
from db.guard import checked, cut_short, entering
from db.guard.checked import CHECKS_FILE, Depth
from db.guard.damage import DamageFound
from db.papers import PaperMissing
from db.room import DiskFull
from tests.builders import LAN, MONDAY, a_desk, a_dossier
from tests.i18n.sources import ROOT
from tests.unmeasured import unmeasured

PAGE = 4096


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """A closed office with a dossier and a stored paper."""
    folder = tmp_path_factory.mktemp("office") / "data"
    desk = a_desk(folder)
    done = a_dossier(desk)
    prints.make_print(desk, LAN, PrintRequest("01", done.dossier_id), paper="a4")
    desk.close()
    return folder


@pytest.fixture
def folder(office, tmp_path):
    shutil.copytree(office, tmp_path / "data")
    return tmp_path / "data"


@pytest.fixture
def desk(folder):
    desk = opening.open_desk(folder, SetClock(MONDAY))
    yield desk
    desk.close()


def spoil(folder, page=40):
    """64 bytes of a page are others."""
    with (folder / "motcua.db").open("r+b") as file:
        file.seek(page * PAGE + 100)
        file.write(b"\x5a" * 64)


def seen(folder, at=MONDAY):
    return watched(folder, at)


def test_a_whole_office_is_kept_as_checked_with_what_was_read(desk, folder):
    assert seen(folder).deep is None
    assert seen(folder).is_deep_due
    steps = []
    checking.deep_check(desk, LAN, lambda done, total: steps.append((done, total)))
    found = seen(folder).deep
    assert (found.at, found.problem) == (MONDAY, "")
    assert (found.dossiers, found.papers) == (1, 1)
    assert found.ledger_rows == 2
    events = 2
    whole = found.ledger_rows + events + found.dossiers + found.papers
    assert steps[-1][0] == steps[-1][1] == whole
    assert (folder / CHECKS_FILE).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(("days", "is_due"), [(0, False), (6.9, False), (7, True), (-8, True)])
def test_everything_is_checked_again_each_week_whatever_the_clock(desk, folder, days, is_due):
    checking.deep_check(desk, LAN, unreported)
    assert seen(folder, MONDAY + timedelta(days=days)).is_deep_due is is_due


def test_a_check_that_is_stopped_keeps_nothing(desk, folder):
    def stop(_done, _total):
        raise KeyboardInterrupt

    for check in (checking.deep_check, checking.quick_check):
        with pytest.raises(KeyboardInterrupt):
            check(desk, LAN, stop)
    assert not (folder / CHECKS_FILE).exists()


@pytest.mark.parametrize("check", [checking.quick_check, checking.deep_check])
def test_a_damaged_page_lets_the_office_be_looked_at_only_until_it_is_whole(folder, check):
    whole = (folder / "motcua.db").read_bytes()
    desk = opening.open_desk(folder, SetClock(MONDAY))
    spoil(folder)
    with pytest.raises(PageDamaged):
        check(desk, LAN, unreported)
    worst = seen(folder).worst
    assert worst.is_grave
    with pytest.raises(DamageFound) as refused:
        change_settings(desk, LAN, {"place": "Bản Loỏng"})
    assert worst.problem in say(refused.value)
    assert "10:15 23/11/2026" in say(refused.value)
    assert lookup.settings(desk, LAN).place == "Mẫu Sơn"
    desk.close()
    again = opening.open_desk(folder, SetClock(MONDAY))
    assert again.read_only.reason is Reason.DAMAGE
    (folder / "motcua.db").write_bytes(whole)
    check(again, LAN, unreported)
    assert seen(folder).worst is None
    assert again.read_only.reason is None
    change_settings(again, LAN, {"place": "Bản Loỏng"})
    again.close()


def test_a_lost_paper_is_said_and_stops_nobody(desk, folder):
    shutil.rmtree(folder / "giay-to")
    with pytest.raises(PaperMissing):
        checking.deep_check(desk, LAN, unreported)
    assert not seen(folder).worst.is_grave
    assert desk.read_only.reason is None
    checking.quick_check(desk, LAN, unreported)
    assert seen(folder).worst.problem, "a quick check says nothing of papers"


def test_verify_counts_as_a_check_and_its_damage_is_known_to_every_command(folder, capsys):
    run = ["--data", str(folder), "--clock-confirmed"]
    assert main([*run, "verify"]) == 0
    assert seen(folder).deep.dossiers == 1
    spoil(folder)
    assert main([*run, "verify"]) == 3
    assert main([*run, "settings", "set", "place", "Bản Loỏng"]) == 3
    assert "chỉ xem được" in capsys.readouterr().err
    assert main([*run, "settings", "get", "place"]) == 0
    assert "Chú ý" in capsys.readouterr().err


def test_a_restored_office_is_not_held_to_what_was_found_before(folder, tmp_path):
    (tmp_path / "usb").mkdir()
    desk = opening.open_desk(folder, SetClock(MONDAY))
    made = backup.back_up(desk, LAN, tmp_path / "usb").path
    spoil(folder)
    with pytest.raises(PageDamaged):
        checking.quick_check(desk, LAN, unreported)
    desk.close()
    done = restoring.restore(made, folder, SetClock(MONDAY))
    assert seen(folder).worst is None
    assert (done.replaced / CHECKS_FILE).exists()
    restored = opening.open_desk(folder, SetClock(MONDAY))
    assert restored.read_only.reason is None
    restored.close()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"[" * 100_000,
        b'{"DEEP": 3}',
        b'{"DEEP": {"at": "x"}}',
        b'{"DEEP": {}}',
        b"\xff",
    ],
)
def test_a_spoilt_note_of_checks_is_as_none(folder, body):
    (folder / CHECKS_FILE).write_bytes(body)
    assert seen(folder).deep is None
    checked.keep(folder, Depth.DEEP, checking.Checked(MONDAY))
    assert seen(folder).deep.at == MONDAY


def test_a_note_of_checks_takes_only_what_it_knows(folder):
    body = {"DEEP": {"at": MONDAY.isoformat(), "problem": "x", "is_grave": "yes", "papers": "9"}}
    (folder / CHECKS_FILE).write_text(json.dumps(body))
    found = seen(folder).deep
    assert (found.problem, found.is_grave, found.papers) == ("x", False, 0)


def test_a_program_that_was_killed_is_known_at_the_next_start_until_a_check_passed(folder):
    assert not seen(folder).was_cut_short
    code = (
        "import os, signal, sys; from pathlib import Path; "
        "from app.domain.clock import SystemClock; "
        "from app.usecases.office.opening import open_desk; "
        "open_desk(Path(sys.argv[1]), SystemClock()); os.kill(os.getpid(), signal.SIGKILL)"
    )
    killed = subprocess.run(
        [sys.executable, "-c", code, str(folder)], cwd=ROOT, env=unmeasured(), check=False
    )
    assert killed.returncode == -signal.SIGKILL
    entering.settle(folder, "window")
    assert seen(folder).was_cut_short
    desk = opening.open_desk(folder, SetClock(MONDAY))
    checking.quick_check(desk, LAN, unreported)
    assert not seen(folder).was_cut_short
    desk.close()
    entering.settle(folder, "window")
    assert not seen(folder).was_cut_short


def test_a_log_that_was_left_alone_is_a_program_that_was_cut_short(folder):
    (folder / "motcua.db-wal").write_bytes(b"")
    entering.settle(folder, "window")
    assert not seen(folder).was_cut_short
    (folder / "motcua.db-wal").write_bytes(b"x" * 40)
    entering.settle(folder, "window")
    assert seen(folder).was_cut_short


def test_a_full_disk_stands_against_changes_until_there_is_room(desk, folder, monkeypatch):
    with monkeypatch.context() as full:
        full.setattr("app.usecases.desk.check_folder", refusing(folder))
        with pytest.raises(DiskFull), desk.unit(LAN, checking.Permission.CHANGE_SETTINGS):
            raise DiskFull
        assert desk.read_only.reason is Reason.DISK
        with pytest.raises(DiskFull):
            change_settings(desk, LAN, {"place": "Bản Loỏng"})
    change_settings(desk, LAN, {"place": "Bản Loỏng"})
    assert desk.read_only.reason is None


def test_a_folder_that_cannot_be_written_stands_against_changes_until_it_can(
    desk, folder, monkeypatch
):
    with monkeypatch.context() as held:
        held.setattr("app.usecases.desk.check_folder", refusing(folder))
        with pytest.raises(FolderNotWritable):
            write_where_nothing_may_be_written(desk)
        assert desk.read_only.reason is Reason.FOLDER
        with pytest.raises(FolderNotWritable):
            change_settings(desk, LAN, {"place": "Bản Loỏng"})
        assert lookup.settings(desk, LAN).place == "Mẫu Sơn"
    desk.records.engine.dispose()
    change_settings(desk, LAN, {"place": "Bản Loỏng"})
    assert desk.read_only.reason is None


def write_where_nothing_may_be_written(desk):
    with desk.unit(LAN, checking.Permission.CHANGE_SETTINGS) as unit:
        unit.connection.exec_driver_sql("PRAGMA query_only = ON")
        unit.connection.exec_driver_sql("UPDATE office_setting SET value = 'x'")


def refusing(folder):
    def refuse(_folder):
        raise FolderNotWritable(path=str(folder), why="ổ đĩa chỉ cho đọc")

    return refuse


def test_damage_that_is_met_at_work_stands_against_changes(desk):
    with pytest.raises(RecordsDamaged), desk.view(LAN, checking.Permission.QUICK_CHECK):
        raise RecordsDamaged(path="motcua.db")
    with pytest.raises(Damaged):
        change_settings(desk, LAN, {"place": "Bản Loỏng"})
    assert "không đọc được nữa" in seen(desk.folder).worst.problem
    checking.quick_check(desk, LAN, unreported)
    change_settings(desk, LAN, {"place": "Bản Loỏng"})


def test_what_cannot_be_kept_stops_nothing(folder, monkeypatch):
    def refuse(*_args, **_more):
        raise OSError(28, "No space left on device")

    desk = opening.open_desk(folder, SetClock(MONDAY))
    monkeypatch.setattr(checked, "write_durably", refuse)
    checking.deep_check(desk, LAN, unreported)
    desk.close()
    (folder / "motcua.db-wal").write_bytes(b"x")
    monkeypatch.setattr(cut_short, "write_durably", refuse)
    cut_short.note(folder)
    assert not (folder / CHECKS_FILE).exists()
    assert not cut_short.is_noted(folder)
