"""Planted damage after a clean close is found and named."""

import random
import shutil

import pytest

from app.domain.clock import SetClock
from app.domain.errors import Damaged
from app.domain.forms.print_request import PrintRequest
from app.domain.ledger import ChainBroken
from app.usecases.ledger_values import DossierAltered
from app.usecases.office import opening
from app.usecases.printing import prints
from app.usecases.safety import verification
from app.usecases.safety.verification import NoDatabase
from app.wording.refusals import say
from db.engine import sqlite
from db.engine.errors import NotOurDatabase, PageDamaged
from db.inspect import (
    EventAltered,
    NumberingBroken,
    OutboxIncomplete,
    ReferenceBroken,
)
from db.packing import BodyUnreadable, Dictionary, packed
from db.papers import PaperDamaged, PaperMissing
from db.stores.dossiers import DossierUnreadable
from db.witness.comparing import RecordsLost
from db.witness.known import HeadFileDamaged
from tests.builders import LAN, MONDAY, a_desk, a_dossier
from tests.usecases.safety.tampering import tamper


@pytest.fixture
def folder(tmp_path):
    """A cleanly closed data folder with three dossiers and one print."""
    desk = a_desk(tmp_path / "data")
    for _ in range(3):
        done = a_dossier(desk)
    prints.make_print(desk, LAN, PrintRequest("01", done.dossier_id), paper="a4")
    desk.close()
    return tmp_path / "data"


def verify(folder):
    verification.verify_pages(folder)
    desk = opening.open_desk(folder, SetClock(MONDAY))
    try:
        return verification.verify_records(desk, LAN)
    finally:
        desk.close()


def test_an_untouched_folder_is_whole(folder):
    found = verify(folder)
    assert (found.dossiers, found.papers) == (3, 1)
    assert found.key_is_private


def test_a_flipped_byte_anywhere_in_the_file_is_found(folder):
    path = folder / "motcua.db"
    whole = path.read_bytes()
    chance = random.Random(7)
    places = [0, 5, 16, 4_095, len(whole) - 1, *(chance.randrange(len(whole)) for _ in range(40))]
    for place in places:
        flipped = bytearray(whole)
        flipped[place] ^= 1 << chance.randrange(8)
        path.write_bytes(flipped)
        with pytest.raises((PageDamaged, NotOurDatabase)) as damage:
            verification.verify_pages(folder)
        assert damage.value.exit_code == 3
        if isinstance(damage.value, PageDamaged):
            assert damage.value.facts["page"] == str(place // 4_096 + 1)


def test_a_file_cut_short_is_found(folder):
    path = folder / "motcua.db"
    path.write_bytes(path.read_bytes()[:-4_096])
    with pytest.raises(Damaged):
        verify(folder)


@pytest.mark.parametrize(
    ("statements", "damage"),
    [
        (["DELETE FROM outbox WHERE position = 3"], OutboxIncomplete),
        (["DELETE FROM outbox WHERE kind = 'STEP' AND position = 2"], OutboxIncomplete),
        ([f"UPDATE outbox SET body = x'{packed(b'{}', Dictionary.EVENTS).hex()}'"], EventAltered),
        (["UPDATE outbox SET body = x'7b7d' WHERE position = 1"], BodyUnreadable),
        (
            ["DROP TRIGGER ledger_no_update", "UPDATE ledger SET officer = 'Khác' WHERE seq = 2"],
            ChainBroken,
        ),
        (["DROP TRIGGER ledger_no_delete", "DELETE FROM ledger WHERE chain = 1 AND seq = 2",
          "DELETE FROM outbox WHERE ledger_seq = 2"], ChainBroken),
        (["UPDATE number_series SET last = 9"], NumberingBroken),
        (["UPDATE dossier SET number = 7 WHERE id = 2"], NumberingBroken),
        (["UPDATE dossier SET procedure_version = 99999 WHERE id = 1"], ReferenceBroken),
    ],
)  # fmt: skip
def test_a_changed_record_is_found_and_named(folder, statements, damage):
    tamper(folder, *statements)
    with pytest.raises(damage) as found:
        verify(folder)
    assert found.value.exit_code == 3
    assert found.value.facts


def test_a_cut_tail_of_the_ledger_is_found_by_the_head_beside_the_key(folder):
    tamper(
        folder, "DROP TRIGGER ledger_no_delete",
        "DELETE FROM outbox WHERE ledger_seq = 3",
        "DELETE FROM ledger WHERE chain = 1 AND seq = 3",
    )  # fmt: skip
    with pytest.raises(RecordsLost):
        verify(folder)


def test_an_older_copy_of_the_database_is_found(folder, tmp_path):
    older = tmp_path / "older.db"
    shutil.copy(folder / "motcua.db", older)
    desk = opening.open_desk(folder, SetClock(MONDAY))
    a_dossier(desk)
    desk.close()
    shutil.copy(older, folder / "motcua.db")
    with pytest.raises(RecordsLost):
        verify(folder)


def test_a_head_file_that_cannot_be_read_is_damage(folder):
    (folder / "motcua.head").write_bytes(b"{}")
    with pytest.raises(HeadFileDamaged) as found:
        verify(folder)
    assert found.value.exit_code == 3


def test_an_event_beside_a_ledger_row_of_no_dossier_is_found_and_named(folder):
    desk = opening.open_desk(folder, SetClock(MONDAY))
    prints.note_printer(desk, LAN, 1, "HP LaserJet")
    desk.close()
    columns = "dossier_id, dossier_code, kind, version, created_at, body, sha256, state, answer"
    tamper(
        folder,
        f"INSERT INTO outbox (station, sequence, event_id, ledger_seq, {columns}) "
        f"SELECT station, 99, 'lạ', (SELECT seq FROM ledger WHERE subject = 'PRINT'), {columns} "
        "FROM outbox WHERE position = 1",
    )
    with pytest.raises(OutboxIncomplete) as found:
        verify(folder)
    assert found.value.facts["kind"] == "DOSSIER"


def test_a_value_the_tables_forbid_is_found(folder):
    tamper(
        folder,
        "PRAGMA ignore_check_constraints = ON",
        "UPDATE dossier SET sets = 0 WHERE id = 1",
    )
    with pytest.raises(PageDamaged) as found:
        verify(folder)
    assert "dossier" in found.value.facts["detail"]
    assert say(found.value) == "Cơ sở dữ liệu hỏng, chưa rõ ở trang nào: cấu trúc không đúng"


def test_a_state_nobody_knows_is_damage_and_names_its_dossier(folder):
    tamper(folder, "UPDATE dossier SET state = 'MẤT' WHERE id = 1")
    with pytest.raises(DossierUnreadable) as found:
        verify(folder)
    assert found.value.facts["code"] == "H37.99.1-261123-0001"
    assert "H37.99.1-261123-0001: một giá trị đã lưu không đúng dạng" in say(found.value)
    assert "MẤT" in found.value.facts["detail"], "what the log says of it"
    assert found.value.exit_code == 3


@pytest.mark.parametrize(
    "change",
    [
        "full_name = 'Người khác'",
        "due_at = '2027-01-01T03:00:00Z'",
        "state = 'PROCESSING'",
        "version = 2",
        "note = 'x'",
        "returned_to = 'Ai đó'",
    ],
)
def test_a_dossier_that_is_not_what_its_ledger_rows_tell_is_found_and_named(folder, change):
    tamper(folder, f"UPDATE dossier SET {change} WHERE id = 2")
    with pytest.raises(DossierAltered) as found:
        verify(folder)
    assert found.value.facts["code"] == "H37.99.1-261123-0002"
    assert found.value.exit_code == 3


def test_a_folder_without_a_database_is_said_to_have_none(tmp_path):
    with pytest.raises(NoDatabase):
        verification.verify_pages(tmp_path)


def test_a_lost_or_altered_paper_is_found(folder):
    paper = next((folder / "giay-to").glob("*/*.giay"))
    content = bytearray(paper.read_bytes())
    content[-1] ^= 1
    paper.write_bytes(content)
    with pytest.raises(PaperDamaged):
        verify(folder)
    paper.unlink()
    with pytest.raises(PaperMissing):
        verify(folder)


class Stopped(Exception):
    """The clerk does not want it any more."""


class StopsAt:
    """A report that ends the check at its `nth` call."""

    def __init__(self, nth):
        self.left = nth

    def __call__(self, _done, _total):
        self.left -= 1
        if self.left <= 0:
            raise Stopped


@pytest.fixture
def desk(folder):
    desk = opening.open_desk(folder, SetClock(MONDAY))
    yield desk
    desk.close()


def test_a_check_says_how_much_of_all_it_has_read(desk):
    reports = []
    found = verification.verify_records(desk, LAN, lambda *at: reports.append(at))
    done, total = reports[-1]
    events = 6
    assert done == total == found.ledger_rows + events + found.dossiers + found.papers
    assert reports == sorted(reports)


@pytest.mark.parametrize("nth", [1, 2, 20, 200, 2_000])
def test_a_check_can_be_stopped_amid_whatever_it_reads(desk, monkeypatch, nth):
    """Each step of the engine asks here, as each ten thousandth does else."""
    monkeypatch.setattr(sqlite, "_ASKED_EACH", 1)
    with pytest.raises(Stopped):
        verification.verify_records(desk, LAN, StopsAt(nth))
    with pytest.raises(Stopped):
        verification.verify_pages(desk.folder, StopsAt(1))
    monkeypatch.undo()
    a_dossier(desk)
    assert verification.verify_records(desk, LAN).dossiers == 4


def test_damage_is_found_whoever_asks_how_far_it_is(folder):
    tamper(folder, "UPDATE outbox SET body = x'00' WHERE position = 2")
    desk = opening.open_desk(folder, SetClock(MONDAY))
    with pytest.raises(BodyUnreadable):
        verification.verify_records(desk, LAN, lambda *_: None)
    desk.close()
