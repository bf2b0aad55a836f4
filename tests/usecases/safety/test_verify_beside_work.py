"""Verifying while others work gives no false alarm: one moment, and the heads read before it."""

import pytest

from app.domain.clock import SetClock
from app.usecases.office import opening
from app.usecases.safety import verification
from db import inspect, records
from db.engine import sqlite
from db.engine.chosen import ENGINE
from db.engine.errors import PageDamaged
from db.engine.log_pages import pages_in_log
from db.engine.opening import connect
from db.keys import read_key
from tests.builders import LAN, MONDAY, a_desk, a_dossier
from tests.db.witness.witnessed import heads


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    a_dossier(desk)
    yield desk
    desk.close()


def test_an_intake_during_the_check_is_no_missing_row(desk, monkeypatch):
    check = inspect.check_references

    def meanwhile(connection):
        other = opening.open_desk(desk.folder, SetClock(MONDAY))
        a_dossier(other)
        other.close()
        check(connection)

    monkeypatch.setattr(inspect, "check_references", meanwhile)
    before = heads(desk.folder)
    found = verification.verify_records(desk, LAN)
    assert found.dossiers == 1
    assert heads(desk.folder) != before
    monkeypatch.undo()
    assert verification.verify_records(desk, LAN).dossiers == 2


def test_an_intake_as_the_records_are_opened_is_no_missing_row(desk, monkeypatch):
    read, busy = records.read_known, []

    def meanwhile(folder):
        if not busy:
            busy.append(folder)
            other = opening.open_desk(folder, SetClock(MONDAY))
            a_dossier(other)
            other.close()
        return read(folder)

    monkeypatch.setattr(records, "read_known", meanwhile)
    opened = opening.open_desk(desk.folder, SetClock(MONDAY))
    assert busy
    monkeypatch.undo()
    assert verification.verify_records(opened, LAN).dossiers == 2
    opened.close()


class Pages:
    """A connection whose pages' codes fit or not, look by look."""

    def __init__(self, looks):
        self.looks = iter(looks)

    def execute(self, statement):
        assert statement == "PRAGMA cipher_integrity_check"
        return [(problem,) for problem in next(self.looks)]


def test_a_page_that_was_being_written_is_looked_at_again(monkeypatch, tmp_path):
    monkeypatch.setattr(sqlite, "_LOOKS", (0, 0, 0))
    path = tmp_path / "none.db"
    assert sqlite._unauthentic(Pages([["page 7"], []]), path) is None
    assert sqlite._unauthentic(Pages([["page 7"], ["page 8"]]), path) is None
    looks = [["page 7", "page 8"], ["page 8"], ["page 8"]]
    assert sqlite._unauthentic(Pages(looks), path) == "page 8"


def _kept(connection, name, letters):
    connection.execute(
        "INSERT OR REPLACE INTO draft(id, station, officer, saved_at, summary, body) "
        "VALUES (?, 1, 'Lan', '2026-11-23T03:15:00Z', '', ?)",
        (name, letters * 40_000),
    )


def test_a_hole_the_log_leaves_in_the_file_while_somebody_reads_is_no_damage(desk):
    """Pages that came after the reader's moment stay in the log, those before go past them."""
    path, key = desk.folder / "motcua.db", read_key(desk.folder)
    writer, reader = connect(path, key), connect(path, key)
    for name in "ab":
        _kept(writer, name, "x")
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM draft").fetchone()
    _kept(writer, "a", "y")
    writer.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
    assert writer.execute("PRAGMA cipher_integrity_check").fetchall()
    ENGINE.check_pages(path, key)
    assert verification.verify_records(desk, LAN).dossiers == 1
    reader.close()
    writer.close()


def test_a_damaged_page_is_found_beside_a_log_that_holds_others(desk):
    path, key = desk.folder / "motcua.db", read_key(desk.folder)
    desk.close()
    writer = connect(path, key)
    _kept(writer, "a", "x")
    assert path.with_name("motcua.db-wal").stat().st_size
    held = pages_in_log(path)
    free = next(page for page in range(3, 40) if page not in held)
    with path.open("r+b") as file:
        file.seek((free - 1) * 4096 + 100)
        file.write(b"\x5a" * 64)
    with pytest.raises(PageDamaged) as found:
        ENGINE.check_pages(path, key)
    assert found.value.facts["page"] == str(free)
    writer.close()


def test_a_page_that_is_damaged_stays_so(desk):
    desk.close()
    path = desk.folder / "motcua.db"
    content = bytearray(path.read_bytes())
    content[3 * 4096 + 100] ^= 1
    path.write_bytes(content)
    with pytest.raises(PageDamaged):
        ENGINE.check_pages(path, read_key(desk.folder))
