"""What a killed program left is taken away at the next start, and nothing anybody still needs."""

import json

import pytest

from app.exchange.new_file import draft_in
from db.guard import access, leftovers
from db.guard.access import share
from db.guard.entering import enter, settle
from db.guard.leftovers import are_there, temporary_folder


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "data" / access.FOLDER).mkdir(parents=True)
    for name in ("motcua.db", "motcua.key", "motcua.head", "motcua.log"):
        (tmp_path / "data" / name).write_bytes(b"kept")
    return tmp_path / "data"


def names(folder):
    return {path.name for path in folder.iterdir()}


OURS = {"motcua.db", "motcua.key", "motcua.head", "motcua.log", access.FOLDER}


@pytest.mark.parametrize(
    "left",
    [".motcua-tam-77-abc/motcua.key", ".motcua-77.tmp", ".motcua.key.77.tmp", "motcua.db.moi",
     "motcua.db.moi-wal", "motcua-truoc-nang-cap-100-20261130-101500.db.tmp",
     "xem-tam/Mau-01.pdf"],
)  # fmt: skip
def test_what_lies_in_the_data_folder_goes_at_the_next_start(folder, left):
    (folder / left).parent.mkdir(exist_ok=True)
    (folder / left).write_bytes(b"a key")
    assert are_there(folder)
    enter(folder, "intake").close()
    assert names(folder) == OURS
    assert not are_there(folder)


def test_half_papers_go_with_it(folder):
    (folder / "giay-to" / "ab").mkdir(parents=True)
    (folder / "giay-to" / "ab" / ("f" * 64 + ".giay")).write_bytes(b"paper")
    (folder / "giay-to" / "ab" / ".x.giay.77.tmp").write_bytes(b"half")
    (folder / ".motcua-77.tmp").write_bytes(b"")
    settle(folder, "intake")
    assert names(folder / "giay-to" / "ab") == {"f" * 64 + ".giay"}


def test_what_somebody_is_at_work_on_stays_until_nobody_is(folder):
    at_work = share(folder, "backup")
    with temporary_folder(folder) as aside:
        settle(folder, "intake")
        assert aside.is_dir()
    (folder / ".motcua-tam-77-dead").mkdir()
    settle(folder, "intake")
    assert (folder / ".motcua-tam-77-dead").is_dir()
    at_work.close()
    settle(folder, "intake")
    assert names(folder) == OURS


def test_a_temporary_folder_is_private_and_gone_afterwards(folder):
    with temporary_folder(folder) as aside:
        assert aside.stat().st_mode & 0o777 == 0o700
        (aside / "motcua.key").write_bytes(b"a key")
    assert names(folder) == OURS


def a_killed_one(folder, *places):
    """The note of a process that was killed while it wrote into `places`."""
    note = folder / access.FOLDER / "77-dead.viec"
    said = {"work": "backup", "pid": 77, "outside": [str(place) for place in places]}
    note.write_text(json.dumps(said), encoding="utf-8")
    return note


HALF = (".motcua-nhap-0123456789abcdef.tmp", ".motcua-nhap-fedcba9876543210.tmp")
THEIRS = {"MotCua-H37.99.1-20261129-101500.mcbk", "MC_H37.99.1_1_1-9.mcg", ".anh.tmp", "x.mcbk.tmp"}


def test_half_files_on_a_stick_go_and_whole_ones_and_others_stay(folder, tmp_path):
    stick = tmp_path / "usb"
    stick.mkdir()
    for name in {*HALF, *THEIRS}:
        (stick / name).write_bytes(b"x")
    a_killed_one(folder, stick)
    assert are_there(folder)
    settle(folder, "intake")
    assert names(stick) == THEIRS
    assert access.notes(folder) == []
    assert not are_there(folder)


def test_what_another_program_is_writing_on_the_stick_stays(folder, tmp_path):
    stick = tmp_path / "usb"
    stick.mkdir()
    with draft_in(stick) as draft:
        a_killed_one(folder, stick)
        settle(folder, "intake")
        assert draft.path.exists()


def test_a_stick_that_is_not_there_is_swept_when_it_is_back(folder, tmp_path):
    stick = tmp_path / "usb"
    a_killed_one(folder, stick)
    settle(folder, "intake")
    assert access.notes(folder) == []
    assert not are_there(folder)
    stick.mkdir()
    (stick / HALF[0]).write_bytes(b"half")
    assert are_there(folder)
    settle(folder, "intake")
    assert names(stick) == set()
    assert not are_there(folder)


def test_while_somebody_writes_into_a_stick_a_kill_would_be_found(folder, tmp_path):
    held = share(folder, "backup")
    with held.writing_into(tmp_path):
        (note,) = access.notes(folder)
        assert access.read_note(note)["outside"] == [str(tmp_path)]
    assert access.read_note(note)["outside"] == []
    held.close()


def test_a_note_that_says_nonsense_is_taken_away(folder):
    a_killed_one(folder).write_text('{"outside": 7}', encoding="utf-8")
    settle(folder, "intake")
    assert access.notes(folder) == []


def test_a_link_is_taken_away_and_not_what_it_leads_to(folder, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "x").write_bytes(b"x")
    (folder / ".motcua-tam-1").symlink_to(tmp_path / "elsewhere")
    settle(folder, "intake")
    assert names(folder) == OURS
    assert names(tmp_path / "elsewhere") == {"x"}


def test_what_cannot_be_taken_away_now_stays_and_stops_nobody(folder, monkeypatch):
    (folder / ".motcua-77.tmp").write_bytes(b"")
    a_killed_one(folder)
    with monkeypatch.context() as held:

        def refuse(*_, **__):
            raise PermissionError(13, "held by another program")

        held.setattr("pathlib.Path.unlink", refuse)
        leftovers.sweep(folder)
    assert are_there(folder)
    settle(folder, "intake")
    assert not are_there(folder)
