"""Files change places all together, or not at all, whatever refuses a rename and whenever."""

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.wording.refusals import say
from db.guard import access, swap
from db.guard.swap import JournalDamaged, SwapUnfinished
from tests.unmeasured import unmeasured

OLD = {"motcua.db": b"old", "motcua.db-wal": b"old log", "motcua.key": b"old key"}
NEW = {"motcua.db": b"new", "motcua.key": b"new key", "motcua.head": b"new head"}
NAMES = ("motcua.db", "motcua.db-wal", "motcua.db-shm", "motcua.key", "motcua.head", "giay-to")
ASIDE = "data-truoc-khoi-phuc-20261130-101500"


@pytest.fixture
def folder(tmp_path):
    return made(tmp_path / "data")


def made(folder):
    folder.mkdir()
    (folder / access.FOLDER).mkdir()
    (folder / "motcua.log").write_bytes(b"a log is nobody's data")
    for name, content in OLD.items():
        (folder / name).write_bytes(content)
    (folder / "giay-to" / "ab").mkdir(parents=True)
    (folder / "giay-to" / "ab" / "x.giay").write_bytes(b"old paper")
    stage = folder / ".motcua-tam-1"
    stage.mkdir()
    for name, content in NEW.items():
        (stage / name).write_bytes(content)
    return folder


def go(folder):
    return swap.swap(folder, folder / ".motcua-tam-1", NAMES, ASIDE)


def held(folder):
    """What of ours a folder holds."""
    found = {name: (folder / name).read_bytes() for name in NAMES if (folder / name).is_file()}
    paper = folder / "giay-to" / "ab" / "x.giay"
    return found | ({"paper": paper.read_bytes()} if paper.exists() else {})


OLD_WHOLE = OLD | {"paper": b"old paper"}


def test_what_was_there_lies_aside_and_the_new_stands_in_its_place(folder):
    aside = go(folder)
    assert aside == folder.parent / ASIDE
    assert held(aside) == OLD_WHOLE
    assert held(folder) == NEW
    assert aside.stat().st_mode & 0o777 == 0o700
    assert not swap.is_unfinished(folder)
    assert {path.name for path in folder.iterdir()} == {*NEW, "motcua.log", access.FOLDER}
    swap.finish(folder)
    assert held(folder) == NEW


def test_into_an_empty_folder_nothing_is_set_aside(tmp_path):
    folder = tmp_path / "data"
    (folder / ".motcua-tam-1").mkdir(parents=True)
    (folder / access.FOLDER).mkdir()
    (folder / ".motcua-tam-1" / "motcua.db").write_bytes(b"new")
    assert go(folder) is None
    assert held(folder) == {"motcua.db": b"new"}
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


def test_a_second_swap_of_the_same_second_takes_another_name(folder):
    go(folder)
    stage = folder / ".motcua-tam-1"
    stage.mkdir()
    (stage / "motcua.db").write_bytes(b"newer")
    aside = go(folder)
    assert aside.name == f"{ASIDE}-2"
    assert held(aside) == NEW
    assert swap.set_asides(folder) == [folder.parent / ASIDE, aside]


KILLED = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, os.getcwd())
from tests.db.guard import test_swap as at
base = Path(sys.argv[1])

def killed_at(nth, folder, before):
    if os.fork():
        return os.waitstatus_to_exitcode(os.wait()[1])
    left = [nth]
    def counted(original):
        def call(*arguments, **named):
            left[0] -= 1
            if left[0] == 0 and before:
                os.kill(os.getpid(), signal.SIGKILL)
            answer = original(*arguments, **named)
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return answer
        return call
    for name in ("replace", "fsync", "mkdir", "rmdir", "unlink", "open"):
        setattr(os, name, counted(getattr(os, name)))
    try:
        at.go(folder)
    finally:
        os._exit(0)

ended = []
for before in (True, False):
    nth = 1
    while True:
        (base / f"{before}-{nth}").mkdir()
        folder = at.made(base / f"{before}-{nth}" / "data")
        code = killed_at(nth, folder, before)
        if code == 0:
            break
        assert code == -9, code
        ended.append(at.look(folder))
        nth += 1
print(len(ended), ended.count("old"), ended.count("new"))
"""


def look(folder):
    """Finish what was cut short; whether the old or the new stands there, and nothing else is left.

    Told of by its name: run in another process.
    """
    swap.finish(folder)
    swap.finish(folder)
    assert not swap.is_unfinished(folder)
    stands = held(folder)
    aside = folder.parent / ASIDE
    if stands == NEW:
        assert held(aside) == OLD_WHOLE
        assert not (folder / ".motcua-tam-1").exists()
        return "new"
    assert stands == OLD_WHOLE, stands
    assert not aside.exists()
    return "old"


def test_killed_at_every_step_the_next_start_has_all_the_old_or_all_the_new(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path)], cwd=Path(__file__).parents[3],
        env=unmeasured(), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    kills, old, new = map(int, done.stdout.split())
    assert kills == old + new > 60
    assert old > 5
    assert new > 30


@pytest.fixture
def refuse(monkeypatch):
    """The system refuses some renames."""
    replace = os.replace

    def when(is_refused, number=errno.EXDEV):
        def renamed(source, target):
            if is_refused(Path(source), Path(target)):
                raise OSError(number, os.strerror(number))
            replace(source, target)

        monkeypatch.setattr(os, "replace", renamed)

    return when


@pytest.mark.parametrize("number", [errno.EXDEV, errno.EBUSY, errno.EACCES])
def test_where_nothing_can_be_moved_out_it_is_set_aside_inside(folder, refuse, number):
    refuse(lambda source, target: folder not in target.parents, number)
    aside = go(folder)
    assert aside == folder / ASIDE
    assert held(aside) == OLD_WHOLE
    assert held(folder) == NEW
    assert [path.name for path in folder.parent.iterdir()] == ["data"]
    assert swap.set_asides(folder) == [aside]


def test_beside_a_folder_whose_parent_is_closed_to_us_it_is_set_aside_inside(folder, monkeypatch):
    mkdir = Path.mkdir

    def closed(self, *arguments, **named):
        if self.parent == folder.parent:
            raise PermissionError(errno.EACCES, "Permission denied")
        mkdir(self, *arguments, **named)

    monkeypatch.setattr(Path, "mkdir", closed)
    assert go(folder) == folder / ASIDE
    assert held(folder) == NEW


@pytest.mark.parametrize("after", range(1, 7))
def test_a_rename_that_is_refused_once_leaves_everything_where_it_lay(folder, refuse, after):
    moves = iter(range(99))

    def is_refused(source, target):
        return source.name in {*NAMES} and next(moves) == after

    refuse(is_refused, errno.EBUSY)
    with pytest.raises(OSError, match="busy"):
        go(folder)
    assert held(folder) == OLD_WHOLE
    assert held(folder / ".motcua-tam-1") == NEW
    assert not (folder.parent / ASIDE).exists()
    assert not swap.is_unfinished(folder)


@pytest.mark.parametrize("after", range(1, 7))
def test_where_renames_keep_failing_it_is_said_and_finished_later(
    folder, refuse, after, monkeypatch
):
    moves = iter(range(999))
    with monkeypatch.context() as stuck:
        replace = os.replace

        def renamed(source, target):
            if Path(source).name in {*NAMES} and next(moves) >= after:
                raise OSError(errno.EIO, "Input/output error")
            replace(source, target)

        stuck.setattr(os, "replace", renamed)
        with pytest.raises(SwapUnfinished) as refused:
            go(folder)
        assert swap.is_unfinished(folder)
        with pytest.raises(SwapUnfinished):
            swap.finish(folder)
    assert "thiết bị báo lỗi" in say(refused.value)
    assert "Dữ liệu cũ còn nguyên" not in say(refused.value)
    swap.finish(folder)
    assert held(folder) == NEW
    assert held(folder.parent / ASIDE) == OLD_WHOLE


def test_a_journal_that_cannot_be_written_changes_nothing(folder, monkeypatch):
    def full(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(swap, "write_durably", full)
    with pytest.raises(OSError, match="No space"):
        go(folder)
    assert held(folder) == OLD_WHOLE
    assert not swap.is_unfinished(folder)


def test_a_journal_that_could_not_be_taken_away_does_nothing_later(folder, monkeypatch):
    with monkeypatch.context() as stuck:
        unlink = Path.unlink

        def kept(self, *arguments, **named):
            if self.name == "doi-cho.json":
                raise PermissionError(errno.EACCES, "held by another program")
            unlink(self, *arguments, **named)

        stuck.setattr(Path, "unlink", kept)
        aside = go(folder)
    assert swap.is_unfinished(folder)
    for path in sorted(aside.rglob("*"), reverse=True):  # somebody needs the room
        path.rmdir() if path.is_dir() else path.unlink()
    aside.rmdir()
    swap.finish(folder)
    assert held(folder) == NEW
    assert not swap.is_unfinished(folder)


@pytest.mark.parametrize(
    "said",
    [
        b"{",
        b"[]",
        b"{}",
        json.dumps(
            {"stage": "../x", "into": [], "out": [], "aside": "a", "is_beside": True}
        ).encode(),
        json.dumps(
            {"stage": "x", "into": ["a/b"], "out": [], "aside": "a", "is_beside": True}
        ).encode(),
        json.dumps(
            {"stage": "x", "into": [], "out": [3], "aside": "a", "is_beside": True}
        ).encode(),
    ],
)
def test_a_journal_that_cannot_be_ours_is_damage(folder, said):
    (folder / access.FOLDER / "doi-cho.json").write_bytes(said)
    with pytest.raises(JournalDamaged) as found:
        swap.finish(folder)
    assert found.value.exit_code == 3
    assert held(folder) == OLD_WHOLE
