"""Connections: encrypted, with every setting read back."""

import os
import shutil
from unittest import mock

import pytest
from sqlcipher3 import dbapi2

from db.engine import opening as connecting
from db.engine import sqlite
from db.engine.errors import NotOurDatabase, SettingRefused, SqliteTooOld
from db.engine.opening import apply_settings, connect, header_of
from db.engine.sqlite import Sqlite
from db.folder import FolderNotWritable
from db.keys import DataKey, KeyFileDamaged, KeyMissing, is_private, make_key, read_key


@pytest.fixture
def key(tmp_path):
    return make_key(tmp_path)


def test_every_setting_is_in_force(tmp_path, key):
    connection = connect(tmp_path / "a.db", key)
    found = {
        name: connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name, _, _ in connecting.SETTINGS
    }
    assert found["journal_mode"] == "wal"
    assert found["synchronous"] == 2
    assert found["foreign_keys"] == 1
    connection.close()


def test_a_setting_that_does_not_take_is_refused():
    connection = dbapi2.connect(":memory:")  # a database in memory has no WAL
    with pytest.raises(SettingRefused) as refused:
        apply_settings(connection)
    assert refused.value.facts == {"name": "journal_mode", "wanted": "wal", "found": "memory"}
    connection.close()


def test_the_first_row_is_already_encrypted(tmp_path, key):
    connection = connect(tmp_path / "a.db", key)
    connection.execute("CREATE TABLE person (name TEXT)")
    connection.execute("INSERT INTO person VALUES ('Hoàng Thị Mẩy')")
    raw = b"".join(path.read_bytes() for path in tmp_path.glob("a.db*"))
    assert "Mẩy".encode() not in raw
    assert b"SQLite format 3" not in raw
    connection.close()


@pytest.fixture
def cut_short(tmp_path, key):
    """A database whose log is being moved into the file as the power is cut."""
    connection = connect(tmp_path / "a.db", key)
    connection.execute("CREATE TABLE person (name TEXT)")
    connection.execute("INSERT INTO person VALUES ('Hoàng Thị Mẩy')")
    (tmp_path / "cut").mkdir()
    for name in ("a.db", "a.db-wal"):
        shutil.copy2(tmp_path / name, tmp_path / "cut" / name)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole = (tmp_path / "a.db").read_bytes()
    connection.close()

    def torn(at):
        spoilt = bytearray(whole)
        spoilt[at : at + 16] = b"x" * 16
        path = tmp_path / "cut" / "a.db"
        path.write_bytes(spoilt)
        return path

    return torn


@pytest.mark.parametrize("at", [0, 20, 4_096, 5_000])
def test_a_page_torn_on_its_way_from_the_log_into_the_file_is_read_from_the_log(cut_short, key, at):
    path = cut_short(at)
    assert header_of(path, key) == (0, 0)
    connection = connect(path, key)
    assert connection.execute("SELECT name FROM person").fetchall() == [("Hoàng Thị Mẩy",)]
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    assert header_of(path, key) == (0, 0)
    connect(path, key).close()


@pytest.mark.parametrize("at", [0, 20, 4_096, 5_000])
def test_a_page_that_is_whole_in_the_log_is_no_damage(cut_short, key, at):
    path = cut_short(at)
    with mock.patch.object(sqlite, "APPLICATION_ID", 0):
        Sqlite().check_pages(path, key)


def test_a_torn_beginning_without_a_log_is_damage(cut_short, key):
    path = cut_short(0)
    for content in (None, b"", b"x" * 40, b"x" * 5_000):
        log = path.with_name("a.db-wal")
        log.unlink(missing_ok=True)
        if content is not None:
            log.write_bytes(content)
        with pytest.raises(NotOurDatabase):
            connect(path, key)


def test_another_key_opens_nothing(tmp_path, key):
    connect(tmp_path / "a.db", key).close()
    with pytest.raises(NotOurDatabase):
        connect(tmp_path / "a.db", DataKey(os.urandom(32)))


def test_a_log_that_cannot_be_made_beside_the_records_is_no_damage_of_theirs(tmp_path, key):
    path = tmp_path / "a.db"
    connect(path, key).close()
    path.with_name("a.db-wal").mkdir()
    with pytest.raises(FolderNotWritable) as refused:
        connect(path, key)
    assert refused.value.facts["path"] == str(tmp_path)


def test_records_that_can_be_read_are_ours_also_where_the_disk_takes_nothing(
    tmp_path, key, monkeypatch
):
    def refused(_):
        error = dbapi2.OperationalError("disk I/O error")
        error.sqlite_errorcode = dbapi2.SQLITE_IOERR
        raise error

    connect(tmp_path / "a.db", key).close()
    monkeypatch.setattr(connecting, "apply_settings", refused)
    with pytest.raises(FolderNotWritable):
        connect(tmp_path / "a.db", key)


def test_a_folder_in_the_place_of_the_records_is_not_ours(tmp_path, key):
    (tmp_path / "a.db").mkdir()
    with pytest.raises(NotOurDatabase):
        connect(tmp_path / "a.db", key)


def test_an_old_library_is_refused(tmp_path, key, monkeypatch):
    monkeypatch.setattr(dbapi2, "sqlite_version_info", (3, 40, 1))
    with pytest.raises(SqliteTooOld):
        connect(tmp_path / "a.db", key)


def test_the_key_is_random_private_and_kept(tmp_path):
    first = make_key(tmp_path)
    assert make_key(tmp_path) == read_key(tmp_path) == first
    assert is_private(tmp_path)
    assert first.raw.hex() not in repr(first)
    (tmp_path / "other").mkdir()
    assert make_key(tmp_path / "other") != first


def test_a_missing_or_damaged_key_file_is_named(tmp_path):
    with pytest.raises(KeyMissing):
        read_key(tmp_path)
    for content in (b"", b"{}", b'{"format":"x","wraps":[{"key":"00"}]}', b"\xff"):
        (tmp_path / "motcua.key").write_bytes(content)
        with pytest.raises(KeyFileDamaged):
            read_key(tmp_path)


@pytest.mark.parametrize(
    ("trouble", "refusal"),
    [
        (dbapi2.OperationalError("database is locked"), dbapi2.OperationalError),
        (SettingRefused(name="synchronous", wanted=2, found=1), SettingRefused),
    ],
)
def test_trouble_while_opening_is_told_as_it_is_and_not_as_a_wrong_key(
    tmp_path, key, monkeypatch, trouble, refusal
):
    opened = []

    def fail(connection):
        opened.append(connection)
        raise trouble

    monkeypatch.setattr(connecting, "apply_settings", fail)
    with pytest.raises(refusal):
        connect(tmp_path / "a.db", key)
    with pytest.raises(dbapi2.ProgrammingError, match="closed"):
        opened[0].execute("SELECT 1")
