"""Backups made to harm are refused in a sentence; nothing is changed, nothing waits."""

import hashlib
import shutil
import zipfile
from types import SimpleNamespace

import pytest

from app.__main__ import main
from app.domain.clock import SetClock
from app.domain.forms.print_request import PrintRequest
from app.usecases.printing import prints
from app.usecases.safety import backup, restoring
from app.usecases.safety.bundle import MANIFEST, NotABackup
from app.usecases.safety.restoring import RestoreFailed
from db.folder import BACKUPS_FOLDER, DATABASE_FILE
from db.keys import KEY_FILE
from tests.builders import LAN, MONDAY, a_desk, a_dossier
from tests.cli.refusals import assert_a_clerk_reads
from tests.outside import hostile

DEEP = '{"format":' + "[" * 100_000
MANIFESTS = {
    "deep": DEEP,
    "deep and closed": '{"format":"motcua-backup-1","files":' + "[" * 900 + "]" * 900 + "}",
    "no object": "5",
    "empty": "",
    "a number for a list": '{"format":"motcua-backup-1","files":7}',
    "digests of another kind": '{"format":"motcua-backup-1","files":{"motcua.db":[]}}',
    "a key twice": '{"format":"motcua-backup-1","format":"motcua-backup-1","files":{}}',
    "endless": '{"format":"motcua-backup-1","files":{},"made_at":1e999}',
    "no text": '{"format":"\\ud800","files":{}}',
    "long": '{"format":"motcua-backup-1","files":{},"x":"' + "x" * 2**20 + '"}',
}
INSIDE = {
    "a deep key": (KEY_FILE, b"[" * 100_000),
    "a key that is none": (KEY_FILE, b'{"format":"motcua-key-1","wraps":[{"key":"00"}]}'),
    "another's key": (KEY_FILE, b'{"format":"motcua-key-1","wraps":[{"key":"%b"}]}' % (b"7" * 64)),
    "an empty database": (DATABASE_FILE, b""),
    "a database of nothing": (DATABASE_FILE, bytes(8_192)),
}  # fmt: skip
BESIDE = {".khoa", ".lock", ".copies"}
"""Locks, and the note of the copy that is made before records give way."""
MADE = {
    **hostile.ARCHIVES,
    **{f"list: {name}": hostile.with_manifest(MANIFEST, text) for name, text in MANIFESTS.items()},
    **{name: hostile.with_member(MANIFEST, *member) for name, member in INSIDE.items()},
}


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """A data folder with a dossier, and a good backup of it."""
    place = tmp_path_factory.mktemp("office")
    desk = a_desk(place / "data")
    done = a_dossier(desk)
    prints.make_print(desk, LAN, PrintRequest("01", done.dossier_id), paper="a4")
    made = backup.back_up(desk, LAN, place)
    desk.close()
    return place / "data", made.path


def everything(folder):
    return {
        path.relative_to(folder): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix not in BESIDE and BACKUPS_FOLDER not in path.parts
    }


@pytest.fixture
def refused(office, tmp_path, capsys):
    """What `restore` of a file says; it must end in 2 and leave all as it was."""
    data, good = office
    had = everything(data)

    def run(make):
        bad = tmp_path / "x.mcbk"
        make(good, bad)
        code = main(["--data", str(data), "restore", str(bad)])
        said = capsys.readouterr()
        assert (code, everything(data)) == (2, had), said
        with pytest.raises(NotABackup):  # also where nobody looked into it before
            restoring.restore(bad, tmp_path / "elsewhere", SetClock(MONDAY))
        assert not (tmp_path / "elsewhere").exists()
        assert_a_clerk_reads(said.err, bad, KEY_FILE, DATABASE_FILE, MANIFEST)
        return said.err

    return run


@pytest.mark.parametrize("name", MADE)
def test_a_backup_made_to_harm_is_refused(refused, name):
    refused(MADE[name])


@pytest.mark.parametrize("name", hostile.NO_FILES)
def test_what_is_no_file_is_refused_without_waiting_for_it(refused, name):
    said = refused(lambda _good, bad: hostile.NO_FILES[name](bad))
    assert "không" in said or "đây là" in said or "vòng tròn" in said


def test_what_is_packed_or_encrypted_is_said_to_be_so(refused):
    assert "bị nén" in refused(hostile.bomb)
    assert "bị mã hóa" in refused(hostile.flagged(1))


def test_a_paper_named_otherwise_than_by_its_content_is_refused(office, refused):
    _, good = office
    with zipfile.ZipFile(good) as bundle:
        paper = next(name for name in bundle.namelist() if name.endswith(".giay"))
    said = refused(hostile.with_member(MANIFEST, paper, b"x" * 60))
    assert "bị hỏng" in said


def test_a_backup_that_needs_more_room_than_there_is_is_not_begun(office, tmp_path, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=4_096))
    with pytest.raises(RestoreFailed) as failed:
        restoring.restore(office[1], tmp_path / "elsewhere", SetClock(MONDAY))
    assert failed.value.facts["why"] == "ổ đĩa đầy"


def test_a_good_backup_is_still_taken(office, tmp_path):
    done = restoring.restore(office[1], tmp_path / "elsewhere", SetClock(MONDAY))
    assert (done.verified.dossiers, done.verified.papers) == (1, 1)
