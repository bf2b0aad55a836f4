"""A full disk: the reserve is let go for the first who finds no room, and nothing else is said."""

import errno
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from app.__main__ import main
from app.usecases.safety.watching import keep_reserve, watched
from app.wording.refusals import say
from db import room
from db.engine import opening
from db.engine.errors import NotOurDatabase
from db.engine.opening import dbapi2
from db.folder import FolderNotWritable, check_folder
from db.papers import PaperNotKept, PaperStore
from db.room import BALLAST_FILE, DiskFull, RoomFreed
from tests.builders import MONDAY, a_desk

GIB = 1 << 30


@pytest.fixture(autouse=True)
def small_reserve(monkeypatch):
    monkeypatch.setattr(room, "BALLAST", 3 << 20)


@pytest.fixture
def disk(monkeypatch):
    """The disk of the data folder: `disk.free` bytes of room."""
    disk = SimpleNamespace(free=100 * GIB)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: disk)
    return disk


def no_room(*_args, **_values):
    raise OSError(errno.ENOSPC, "No space left on device")


def test_the_reserve_takes_its_room_and_is_its_users_alone(tmp_path, disk):
    keep_reserve(tmp_path)
    (made,) = tmp_path.iterdir()
    assert made.name == BALLAST_FILE
    assert made.stat().st_size == 3 << 20
    assert made.stat().st_mode & 0o777 == 0o600
    before = made.read_bytes()
    keep_reserve(tmp_path)
    assert made.read_bytes() == before


def test_a_reserve_cut_short_is_made_anew(tmp_path, disk):
    (tmp_path / BALLAST_FILE).write_bytes(b"x")
    assert room.reserve(tmp_path)
    assert (tmp_path / BALLAST_FILE).stat().st_size == 3 << 20


def test_no_reserve_is_made_where_it_would_leave_too_little(tmp_path, disk):
    disk.free = room.LOW + room.BALLAST - 1
    assert not room.reserve(tmp_path)
    assert list(tmp_path.iterdir()) == []
    assert not watched(tmp_path, MONDAY).is_room_low
    disk.free = room.LOW - 1
    assert watched(tmp_path, MONDAY).is_room_low
    assert watched(tmp_path, MONDAY).room == room.LOW - 1


def test_that_the_reserve_cannot_be_written_stops_nothing_and_leaves_nothing(
    tmp_path, disk, monkeypatch
):
    monkeypatch.setattr(room.os, "urandom", no_room)
    assert not room.reserve(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_does_not_tell_its_room_is_not_called_full(tmp_path, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", no_room)
    assert not room.is_low(tmp_path)


def test_the_first_full_disk_lets_the_reserve_go_and_says_to_do_it_again(tmp_path):
    desk = a_desk(tmp_path / "data")
    (desk.folder / BALLAST_FILE).write_bytes(b"x")

    def fill():
        with desk.records.write() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
            connection.exec_driver_sql(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200) "
                "INSERT INTO office_setting(key, value) SELECT 'x' || i, printf('%500d', i) FROM n"
            )

    with pytest.raises(RoomFreed) as refused:
        fill()
    assert "64 MB" in say(refused.value)
    assert "làm lại ngay" in say(refused.value)
    assert not (desk.folder / BALLAST_FILE).exists()
    with pytest.raises(DiskFull) as again:
        fill()
    assert "dọn ổ đĩa" in say(again.value)
    assert not isinstance(again.value, RoomFreed)
    desk.close()


def test_a_paper_without_room_is_a_full_disk_and_one_that_is_refused_is_not(
    tmp_path, disk, monkeypatch
):
    desk = a_desk(tmp_path / "data")
    store = PaperStore(desk.folder, desk.records.key)
    desk.close()
    monkeypatch.setattr("db.papers.write_durably", no_room)
    with pytest.raises(PaperNotKept):
        store.put(b"a stick is full, the disk is not")
    disk.free = 0
    with pytest.raises(DiskFull):
        store.put(b"%PDF-")


def test_records_on_a_full_disk_are_not_called_damaged(tmp_path, disk, monkeypatch):
    desk = a_desk(tmp_path / "data")
    desk.close()

    class Refusing:
        def execute(self, *_):
            error = dbapi2.OperationalError("disk I/O error")
            error.sqlite_errorcode = dbapi2.SQLITE_IOERR
            raise error

        def close(self):
            pass

    monkeypatch.setattr(opening.dbapi2, "connect", lambda *_, **__: Refusing())
    path = desk.folder / "motcua.db"
    for look in (opening.connect, opening.header_of):
        with pytest.raises(NotOurDatabase):
            look(path, desk.records.key)
    disk.free = 0
    for look in (opening.connect, opening.header_of):
        with pytest.raises(DiskFull):
            look(path, desk.records.key)


def test_a_folder_on_a_full_disk_is_opened_in_the_room_of_the_reserve(tmp_path, monkeypatch):
    (tmp_path / BALLAST_FILE).write_bytes(b"x")
    write = Path.write_bytes

    def while_there_is_a_reserve(path, content):
        if (tmp_path / BALLAST_FILE).exists():
            no_room()
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", while_there_is_a_reserve)
    check_folder(tmp_path)
    assert list(tmp_path.iterdir()) == []
    monkeypatch.setattr(Path, "write_bytes", no_room)
    with pytest.raises(FolderNotWritable) as refused:
        check_folder(tmp_path)
    assert "ổ đĩa đầy" in say(refused.value)


def test_the_reserve_is_in_no_backup_and_is_no_remains_of_an_office(tmp_path, disk, capsys):
    folder, stick = tmp_path / "data", tmp_path / "usb"
    a_desk(folder).close()
    stick.mkdir()
    keep_reserve(folder)
    assert main(["--data", str(folder), "--clock-confirmed", "backup", "--to", str(stick)]) == 0
    (made,) = stick.iterdir()
    assert made.stat().st_size < room.BALLAST + (folder / "motcua.db").stat().st_size
    kept = tmp_path / "empty"
    kept.mkdir()
    keep_reserve(kept)
    assert main(["--data", str(kept), "find", "khai"]) == 1
    assert "init" in capsys.readouterr().err
