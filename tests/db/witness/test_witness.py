"""The witness: told of every commit, by several at once, and read whatever cut it short."""

import os
import threading
from pathlib import Path

import pytest

from app.domain.clock import SetClock
from app.usecases.office import opening
from app.wording.refusals import say
from db.records import NotTidied, Records
from db.witness import known as known_module
from db.witness import writing
from db.witness.added import Added
from db.witness.known import (
    HEAD_FILE,
    HeadFileDamaged,
    HeadMissing,
    Known,
    Row,
    read_known,
    require_summary,
    write_known,
)
from db.witness.writing import Witness, WitnessBusy
from tests.builders import MONDAY, a_desk, a_dossier
from tests.db.witness.witnessed import heads

RUN = ("DOSSIER", "2026-11-23", "H37.99.1", 0, 1)


def a_commit(seq, *, chain=1, number=0):
    rows = {(chain, seq): Row(f"{seq:064d}", "DOSSIER", 1, f"H37.99.1-261123-{seq:04d}")}
    return Added(rows, {RUN: number} if number else {})


@pytest.fixture
def folder(tmp_path):
    """A witness that knows nothing yet."""
    write_known(tmp_path, Known())
    return tmp_path


@pytest.fixture
def witness(folder):
    witness = Witness(folder)
    yield witness
    witness.close()


def test_each_commit_is_on_disk_before_it_is_answered(tmp_path, monkeypatch):
    desk = a_desk(tmp_path / "data")
    synced = []
    monkeypatch.setattr(writing, "sync_content", lambda file: synced.append(file.name))
    first = a_dossier(desk)
    assert len(synced) == 1
    known = read_known(desk.folder)
    assert known.heads[1][1] == first.ledger_hash
    assert known.rows[1, 1] == Row(first.ledger_hash, "DOSSIER", 1, first.dossier_code)
    assert known.numbers["DOSSIER", "2026-11-23", "H37.99.1", 0, 1] == 1
    a_dossier(desk)
    assert heads(desk.folder)[1][0] == 2
    assert len(synced) == 2
    desk.close()


def test_what_adds_nothing_is_not_told(tmp_path, monkeypatch):
    desk = a_desk(tmp_path / "data")
    monkeypatch.setattr(writing, "append", None)
    with desk.records.write() as connection:
        connection.exec_driver_sql("DELETE FROM draft")
    desk.close()


def test_what_was_undone_is_not_told(tmp_path, monkeypatch):
    desk = a_desk(tmp_path / "data")
    before = (desk.folder / HEAD_FILE).read_bytes()
    monkeypatch.setattr("app.usecases.dossier_change._queue_events", full)
    with pytest.raises(OSError, match="No space"):
        a_dossier(desk)
    monkeypatch.undo()
    assert (desk.folder / HEAD_FILE).read_bytes() == before
    a_dossier(desk)
    assert heads(desk.folder)[1][0] == 1
    desk.close()


def test_a_commit_that_could_not_be_told_is_told_at_the_next_opening(tmp_path, monkeypatch):
    desk = a_desk(tmp_path / "data")
    monkeypatch.setattr(Witness, "add", lambda *_: None)
    done = a_dossier(desk)
    assert 1 not in heads(desk.folder)
    desk.close()
    monkeypatch.undo()
    opening.open_desk(desk.folder, SetClock(MONDAY)).close()
    known = read_known(desk.folder)
    assert known.heads[1] == (1, done.ledger_hash)
    assert known.rows[1, 1].code == done.dossier_code
    assert known.numbers["DOSSIER", "2026-11-23", "H37.99.1", 0, 1] == 1


def test_records_that_can_only_be_read_open_though_the_witness_is_behind(tmp_path, monkeypatch):
    desk = a_desk(tmp_path / "data")
    monkeypatch.setattr(Witness, "add", lambda *_: None)
    a_dossier(desk)
    desk.close()
    monkeypatch.undo()
    monkeypatch.setattr(writing, "append", full)
    desk = opening.open_desk(desk.folder, SetClock(MONDAY))
    assert desk.read_only.reason is None
    with pytest.raises(NotTidied):
        desk.close()


def full(*_):
    raise OSError(28, "No space left on device")


def test_a_full_disk_fails_nothing_and_the_next_commit_tells_both(witness, folder, monkeypatch):
    witness.add(a_commit(1))
    monkeypatch.setattr(writing, "append", full)
    witness.add(a_commit(2))
    assert isinstance(witness.trouble, OSError)
    assert heads(folder)[1][0] == 1
    monkeypatch.undo()
    witness.add(a_commit(3))
    assert witness.trouble is None
    assert set(read_known(folder).rows) == {(1, 1), (1, 2), (1, 3)}


def test_the_desk_knows_that_the_witness_is_behind_and_why(tmp_path, monkeypatch):
    desk = a_desk(tmp_path / "data")
    assert desk.records.behind is None
    monkeypatch.setattr(writing, "append", full)
    a_dossier(desk)
    assert say(desk.records.behind).startswith("Việc vừa ghi đã được giữ, nhưng chưa ghi được")
    assert "ổ đĩa đầy" in say(desk.records.behind)
    monkeypatch.undo()
    a_dossier(desk)
    assert desk.records.behind is None
    assert heads(desk.folder)[1][0] == 2
    (desk.folder / HEAD_FILE).write_bytes(b"")
    desk.records._witness.close()
    a_dossier(desk)
    assert isinstance(desk.records.behind, HeadFileDamaged)
    with pytest.raises(HeadFileDamaged):
        desk.close()


def test_a_line_cut_by_a_full_disk_spoils_no_later_one(witness, folder, monkeypatch):
    write = os.write

    def half(handle, content):
        monkeypatch.setattr(os, "write", full)
        return write(handle, bytes(content)[: len(content) // 2])

    monkeypatch.setattr(os, "write", half)
    witness.add(a_commit(1))
    monkeypatch.undo()
    assert 1 not in heads(folder)
    witness.add(a_commit(2))
    assert set(read_known(folder).rows) == {(1, 1), (1, 2)}


def test_a_line_is_written_in_as_many_parts_as_the_system_takes(witness, folder, monkeypatch):
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, content: write(handle, bytes(content)[:7]))
    witness.add(a_commit(1))
    monkeypatch.undo()
    assert heads(folder) == {1: (1, f"{1:064d}")}


def test_a_close_tells_what_is_left_or_says_that_it_cannot(witness, folder, monkeypatch):
    monkeypatch.setattr(writing, "append", full)
    witness.add(a_commit(1))
    with pytest.raises(OSError, match="No space"):
        witness.settle()
    monkeypatch.undo()
    witness.settle()
    assert heads(folder)[1][0] == 1


def test_a_torn_last_line_is_left_out_wherever_it_is_torn(witness, folder):
    witness.add(a_commit(1, number=1))
    before = (folder / HEAD_FILE).read_bytes()
    witness.add(a_commit(2, number=2))
    witness.close()
    whole = (folder / HEAD_FILE).read_bytes()
    for length in range(len(before), len(whole) - 1):
        (folder / HEAD_FILE).write_bytes(whole[:length])
        known = read_known(folder)
        assert (known.heads[1][0], known.numbers[RUN]) == (1, 1)
        if length % 20 == 0:
            again = Witness(folder)
            again.add(a_commit(3))
            again.close()
            assert set(read_known(folder).rows) == {(1, 1), (1, 3)}
    (folder / HEAD_FILE).write_bytes(whole[:-1])
    assert read_known(folder).heads[1][0] == 2, "whole but for its end"


def test_a_flipped_byte_costs_its_line_alone_or_is_damage(witness, folder):
    witness.add(a_commit(1))
    witness.add(a_commit(2))
    witness.close()
    whole = (folder / HEAD_FILE).read_bytes()
    summary = whole.index(b"\n")
    for place in range(len(whole)):
        flipped = bytearray(whole)
        flipped[place] ^= 4
        (folder / HEAD_FILE).write_bytes(flipped)
        if place <= summary:
            with pytest.raises(HeadFileDamaged):
                read_known(folder)
            with pytest.raises(HeadFileDamaged):
                require_summary(folder)
        else:
            assert set(read_known(folder).heads) <= {1}
            assert {row.hash for row in read_known(folder).rows.values()} <= {
                f"{1:064d}",
                f"{2:064d}",
            }


@pytest.mark.parametrize(
    "content", [b"", b"\n", b"[", b"[" * 100_000, b'{"format":"motcua-head-2","chains":{}}']
)
def test_what_is_no_summary_is_damage(tmp_path, content):
    (tmp_path / HEAD_FILE).write_bytes(content)
    with pytest.raises(HeadFileDamaged):
        read_known(tmp_path)
    witness = Witness(tmp_path)
    witness.add(a_commit(1))
    assert isinstance(witness.trouble, HeadFileDamaged)
    assert (tmp_path / HEAD_FILE).read_bytes() == content


def test_commits_are_told_in_any_order_and_the_last_row_counts(witness, folder):
    for seq in (2, 1, 4, 3):
        witness.add(a_commit(seq, number=seq))
    known = read_known(folder)
    assert known.heads == {1: (4, f"{4:064d}")}
    assert known.numbers == {RUN: 4}


def test_several_tell_at_once_while_one_writes_it_anew(folder, monkeypatch):
    monkeypatch.setattr(writing, "_MOST_LINES", 5)

    def work(chain):
        witness = Witness(folder)
        for seq in range(1, 31):
            witness.add(a_commit(seq, chain=chain))
            if seq % 7 == 0:
                witness.settle()
        witness.close()

    threads = [threading.Thread(target=work, args=(chain,)) for chain in range(1, 5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    known = read_known(folder)
    assert known.heads == dict.fromkeys(range(1, 5), (30, f"{30:064d}"))
    assert len(known.rows) == 120


def test_a_close_writes_it_anew_once_it_has_grown_long(witness, folder, monkeypatch):
    monkeypatch.setattr(writing, "_MOST_LINES", 3)
    monkeypatch.setattr(known_module, "MOST_ROWS", 2)
    for seq in range(1, 6):
        witness.add(a_commit(seq, number=seq))
    witness.settle()
    known = read_known(folder)
    assert known.lines == 0
    assert set(known.rows) == {(1, 4), (1, 5)}
    assert (known.heads, known.numbers) == ({1: (5, f"{5:064d}")}, {RUN: 5})
    witness.add(a_commit(6))
    witness.settle()
    assert read_known(folder).lines == 1


def test_of_practice_no_numbers_are_known(folder, witness):
    write_known(folder, Known(is_practice=True))
    witness.add(a_commit(1, number=990_001))
    assert read_known(folder).numbers == {}
    assert heads(folder)[1][0] == 1


def test_a_witness_taken_away_while_the_desk_is_open_is_made_again(tmp_path):
    desk = a_desk(tmp_path / "data")
    a_dossier(desk)
    before = heads(desk.folder)
    (desk.folder / HEAD_FILE).unlink()
    a_dossier(desk)
    assert heads(desk.folder)[1][0] == before[1][0] + 1
    assert heads(desk.folder)[0] == before[0]
    desk.close()


def test_without_a_file_nothing_is_told(tmp_path):
    with pytest.raises(HeadMissing):
        Witness(tmp_path).add(a_commit(1))
    assert not list(Path(tmp_path).iterdir())


def test_somebody_who_never_lets_go_fails_nothing(witness, folder, monkeypatch):
    monkeypatch.setattr(writing, "_PAUSE", 0)
    monkeypatch.setattr(writing.LOCKS, "take", lambda _: False)
    witness.add(a_commit(1))
    assert isinstance(witness.trouble, WitnessBusy)


def test_a_copy_gets_its_own_witness_at_the_close(tmp_path):
    desk = a_desk(tmp_path / "data")
    a_dossier(desk)
    kept = heads(desk.folder)
    desk.close()
    (desk.folder / HEAD_FILE).unlink()
    records = Records(desk.folder)
    records.close()
    assert heads(desk.folder) == kept
