"""Verifying while others work gives no false alarm: one moment, and the heads read before it."""

import pytest

from app.domain.clock import SetClock
from app.usecases.office import opening
from app.usecases.safety import verification
from db import inspect, records
from db.engine import sqlite
from db.engine.chosen import ENGINE
from db.engine.errors import PageDamaged
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


def test_a_page_that_was_being_written_is_looked_at_again(monkeypatch):
    monkeypatch.setattr(sqlite, "_LOOKS", (0, 0, 0))
    assert sqlite._unauthentic(Pages([["page 7"], []])) is None
    assert sqlite._unauthentic(Pages([["page 7"], ["page 8"]])) is None
    assert sqlite._unauthentic(Pages([["page 7", "page 8"], ["page 8"], ["page 8"]])) == "page 8"


def test_a_page_that_is_damaged_stays_so(desk):
    desk.close()
    path = desk.folder / "motcua.db"
    content = bytearray(path.read_bytes())
    content[3 * 4096 + 100] ^= 1
    path.write_bytes(content)
    with pytest.raises(PageDamaged):
        ENGINE.check_pages(path, read_key(desk.folder))
