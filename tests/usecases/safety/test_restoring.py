"""Whose data a restore may replace, where it may put them, and what it does with remains."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.domain.clock import SetClock
from app.outside.stored_zip import StoredZip
from app.usecases.office import opening
from app.usecases.queries import lookup
from app.usecases.safety import backup, restoring
from app.usecases.safety.restoring import OtherOffice, RestoreFailed
from app.wording.refusals import say
from db.folder import DatabaseMissing
from db.guard import access
from db.guard.access import FolderBusy
from db.guard.swap import SwapUnfinished
from db.witness.comparing import RecordsLost
from db.witness.known import HeadMissing
from tests.builders import LAN, MONDAY, OFFICE, a_desk, a_dossier
from tests.unmeasured import unmeasured

OTHERS = opening.OfficeFacts("UBND xã Đồng Đăng", "H37.98.1", "Nông Văn Páo")


@pytest.fixture
def copy(tmp_path):
    """A backup of an office with one dossier."""
    desk = a_desk(tmp_path / "first")
    a_dossier(desk)
    (tmp_path / "usb").mkdir()
    made = backup.back_up(desk, LAN, tmp_path / "usb").path
    desk.close()
    return made


def an_office(folder, facts, dossiers=1):
    desk = opening.make_office(folder, SetClock(MONDAY), facts)
    for _ in range(dossiers):
        a_dossier(desk)
    desk.close()
    return folder


def office_of(folder):
    desk = opening.open_desk(folder, SetClock(MONDAY))
    try:
        return lookup.settings(desk, LAN).office
    finally:
        desk.close()


@pytest.mark.parametrize("dossiers", [0, 1])
def test_another_offices_data_give_way_only_if_somebody_agrees(copy, tmp_path, dossiers):
    folder = an_office(tmp_path / "data", OTHERS, dossiers)
    with pytest.raises(OtherOffice) as refused:
        restoring.restore(copy, folder, SetClock(MONDAY))
    said = say(refused.value)
    assert refused.value.exit_code == 1
    for part in ("UBND xã Mẫu Sơn (H37.99.1): 1 hồ sơ, nhận từ 23/11/2026", "--force",
                 "UBND xã Đồng Đăng (H37.98.1)"):  # fmt: skip
        assert part in said
    assert office_of(folder) == OTHERS.office
    assert not list(tmp_path.glob("data-*"))
    done = restoring.restore(copy, folder, SetClock(MONDAY), over_other=True)
    assert office_of(folder) == OFFICE.office
    assert office_of(done.replaced) == OTHERS.office


def test_another_office_of_the_same_code_is_another_office_once_it_has_dossiers(copy, tmp_path):
    folder = an_office(tmp_path / "data", OFFICE)
    with pytest.raises(OtherOffice):
        restoring.restore(copy, folder, SetClock(MONDAY))


def test_a_machine_set_up_anew_takes_its_own_backup(copy, tmp_path):
    folder = an_office(tmp_path / "data", OFFICE, 0)
    restoring.restore(copy, folder, SetClock(MONDAY))
    assert office_of(folder) == OFFICE.office


def test_an_offices_own_older_backup_needs_no_agreement(copy, tmp_path):
    desk = opening.open_desk(tmp_path / "first", SetClock(MONDAY))
    a_dossier(desk)
    desk.close()
    restoring.restore(copy, tmp_path / "first", SetClock(MONDAY))
    assert office_of(tmp_path / "first") == OFFICE.office


def test_data_that_cannot_be_read_are_replaced_whosever_they_were(copy, tmp_path):
    folder = an_office(tmp_path / "data", OTHERS)
    (folder / "motcua.db").write_bytes(b"x" * 9_000)
    restoring.restore(copy, folder, SetClock(MONDAY))
    assert office_of(folder) == OFFICE.office


def test_work_that_is_under_way_is_waited_for_and_then_named(copy, tmp_path, monkeypatch):
    monkeypatch.setattr(access.Share.alone, "__kwdefaults__", {"patience": 0}, raising=False)
    folder = an_office(tmp_path / "data", OFFICE, 0)
    desk = opening.open_desk(folder, SetClock(MONDAY), work="intake")
    with pytest.raises(FolderBusy) as refused:
        restoring.restore(copy, folder, SetClock(MONDAY))
    assert "lệnh intake" in say(refused.value)
    desk.close()
    assert not list(folder.glob(".motcua-tam-*"))


@pytest.mark.parametrize("left", ["motcua.key", "motcua.head", "giay-to"])
def test_remains_of_an_office_are_no_empty_folder(tmp_path, left):
    desk = a_desk(tmp_path / "data")
    desk.papers.put(b"%PDF")
    desk.close()
    for path in list((tmp_path / "data").iterdir()):
        if path.name != left:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    for refuse in (
        lambda: opening.make_office(tmp_path / "data", SetClock(MONDAY), OFFICE),
        lambda: opening.open_desk(tmp_path / "data", SetClock(MONDAY)),
    ):
        with pytest.raises(DatabaseMissing) as found:
            refuse()
        assert found.value.exit_code == 3
        assert left in say(found.value)
        assert "khôi phục bản sao lưu" in say(found.value)
    assert (tmp_path / "data" / left).exists()
    assert not (tmp_path / "data" / "motcua.db").exists()


def test_remains_are_set_aside_by_a_restore(copy, tmp_path):
    folder = an_office(tmp_path / "data", OFFICE)
    (folder / "motcua.db").unlink()
    done = restoring.restore(copy, folder, SetClock(MONDAY))
    assert (done.replaced / "motcua.key").exists()
    assert office_of(folder) == OFFICE.office


def test_a_ledger_without_its_heads_is_not_opened(tmp_path):
    a_desk(tmp_path / "data").close()
    (tmp_path / "data" / "motcua.head").unlink()
    with pytest.raises(HeadMissing) as found:
        opening.open_desk(tmp_path / "data", SetClock(MONDAY))
    assert found.value.exit_code == 3
    assert "khôi phục bản sao lưu" in say(found.value)
    assert not (tmp_path / "data" / "motcua.head").exists()


def test_an_older_database_beside_a_newer_witness_is_only_looked_at_and_that_stays(tmp_path):
    desk = a_desk(tmp_path / "data")
    a_dossier(desk)
    desk.close()
    older = (tmp_path / "data" / "motcua.db").read_bytes()
    desk = opening.open_desk(tmp_path / "data", SetClock(MONDAY))
    a_dossier(desk)
    desk.close()
    (tmp_path / "data" / "motcua.db").write_bytes(older)
    heads = (tmp_path / "data" / "motcua.head").read_bytes()
    for _ in range(2):
        desk = opening.open_desk(tmp_path / "data", SetClock(MONDAY))
        with pytest.raises(RecordsLost) as found:
            a_dossier(desk)
        assert found.value.exit_code == 3
        assert "H37.99.1-261123-0002" in say(found.value)
        desk.close()
    assert (tmp_path / "data" / "motcua.head").read_bytes() == heads
    with access.alone(tmp_path / "data", "x", patience=0):
        pass  # nobody holds it any more


def test_a_restore_that_has_no_room_says_so_and_leaves_no_folder(copy, tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(StoredZip, "blocks", full)
    for put in (restoring.restore, restoring.look_into):
        with pytest.raises(RestoreFailed) as failed:
            put(copy, tmp_path / "data", SetClock(MONDAY))
        assert failed.value.facts["why"] == "ổ đĩa đầy"
        assert not (tmp_path / "data").exists()


@pytest.fixture
def stuck(monkeypatch):
    """From the nth move on nothing can be moved any more, nor back."""

    def from_move(nth):
        replace, moves = os.replace, iter(range(999))

        def refuse(source, target):
            is_a_part = Path(source).name in {"motcua.db", "motcua.key", "motcua.head", "giay-to"}
            if is_a_part and next(moves) >= nth:
                raise OSError(5, "Input/output error")
            replace(source, target)

        monkeypatch.setattr(os, "replace", refuse)

    yield from_move
    monkeypatch.undo()


@pytest.mark.parametrize("nth", range(1, 6))
def test_a_restore_that_can_neither_go_on_nor_back_is_finished_by_the_next_start(
    copy, tmp_path, stuck, monkeypatch, nth
):
    folder = an_office(tmp_path / "data", OTHERS)
    stuck(nth)
    with pytest.raises(SwapUnfinished) as failed:
        restoring.restore(copy, folder, SetClock(MONDAY), over_other=True)
    assert "còn dở" in say(failed.value)
    assert "Không dữ liệu nào mất" in say(failed.value)
    with pytest.raises(SwapUnfinished):
        opening.open_desk(folder, SetClock(MONDAY))
    monkeypatch.undo()
    assert office_of(folder) == OFFICE.office
    (aside,) = tmp_path.glob("data-truoc-khoi-phuc-*")
    assert office_of(aside) == OTHERS.office
    assert not list(folder.glob(".motcua-tam-*"))


def test_a_first_start_that_can_neither_go_on_nor_back_is_finished_by_the_next_start(
    tmp_path, stuck, monkeypatch
):
    stuck(1)
    with pytest.raises(SwapUnfinished):
        opening.make_office(tmp_path / "data", SetClock(MONDAY), OFFICE)
    monkeypatch.undo()
    assert office_of(tmp_path / "data") == OFFICE.office


MOUNTED = """
import subprocess, sys
from pathlib import Path
folder, copy = Path(sys.argv[1]), Path(sys.argv[2])
subprocess.run(["mount", "-t", "tmpfs", "none", str(folder)], check=True)
from app.domain.clock import SetClock
from app.usecases.office import opening
from app.usecases.queries import lookup
from app.usecases.safety import restoring
from tests.builders import LAN, MONDAY, OFFICE, a_dossier
desk = opening.make_office(folder, SetClock(MONDAY), OFFICE)
desk.close()
for _ in range(2):
    done = restoring.restore(copy, folder, SetClock(MONDAY))
    assert done.replaced.parent == folder, done.replaced
    desk = opening.open_desk(folder, SetClock(MONDAY))
    print(a_dossier(desk).dossier_code[-4:])
    desk.close()
"""


def can_mount(folder):
    tried = ["unshare", "-rm", "mount", "-t", "tmpfs", "none", str(folder)]
    try:
        return subprocess.run(tried, check=False, capture_output=True).returncode == 0
    except OSError:
        return False


def test_a_folder_that_is_the_root_of_a_disk_can_be_restored_into(copy, tmp_path):
    folder = tmp_path / "disk"
    folder.mkdir()
    if not can_mount(folder):
        pytest.skip("no disk may be mounted here")
    done = subprocess.run(
        ["unshare", "-rm", sys.executable, "-c", MOUNTED, str(folder), str(copy)],
        cwd=Path(__file__).parents[3], env=unmeasured() | {"TZ": os.environ["TZ"]},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["0002", "0003"]
