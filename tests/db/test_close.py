"""Closing: each step is tried, and what fails is named; what was committed is kept without it."""

import threading

import pytest
import sqlalchemy
from sqlcipher3 import dbapi2

from app.usecases.office.opening import open_desk
from db.engine import opening
from db.engine.sqlite import Sqlite
from db.records import NotTidied
from db.witness.known import HeadFileDamaged
from tests.builders import a_desk, a_dossier
from tests.db.witness.witnessed import heads


def test_a_damaged_head_file_does_not_keep_the_log_out_of_the_file(tmp_path):
    desk = a_desk(tmp_path / "data")
    a_dossier(desk)
    (tmp_path / "data" / "motcua.head").write_bytes(b"")
    with pytest.raises(HeadFileDamaged):
        desk.close()
    assert not (tmp_path / "data" / "motcua.db-wal").exists()


@pytest.mark.parametrize(
    ("code", "words"), [(dbapi2.SQLITE_FULL, "ổ đĩa đầy"), (dbapi2.SQLITE_IOERR, "báo lỗi")]
)
def test_an_engine_that_fails_is_named_and_the_head_is_kept(tmp_path, monkeypatch, code, words):
    def fail(*_):
        found = dbapi2.OperationalError("no room")
        found.sqlite_errorcode = code
        raise sqlalchemy.exc.OperationalError("PRAGMA", None, found)

    desk = a_desk(tmp_path / "data")
    a_dossier(desk)
    monkeypatch.setattr(Sqlite, "settle", fail)
    with pytest.raises(NotTidied) as refused:
        desk.close()
    assert words in str(refused.value.facts["why"])
    assert heads(tmp_path / "data")[1][0] == 1


def test_a_close_waits_for_nobody_who_reads_and_so_holds_up_nobody_who_saves(tmp_path, monkeypatch):
    """A check or a copy reads for a minute; a command that ends meanwhile must not wait for it."""
    desk = a_desk(tmp_path / "data")
    monkeypatch.setattr(
        opening, "SETTINGS", (("busy_timeout", "3600000", 3_600_000), *opening.SETTINGS[1:])
    )
    other = open_desk(desk.folder, desk.clock)
    with desk.records.read() as reading:
        reading.exec_driver_sql("SELECT count(*) FROM dossier").scalar_one()
        a_dossier(other)
        closing = threading.Thread(target=other.close, daemon=True)
        closing.start()
        closing.join(60)
        assert not closing.is_alive()
        a_dossier(desk)
    desk.close()
    assert not (tmp_path / "data" / "motcua.db-wal").exists()
