"""Who works on a data folder: many side by side, or one alone, who is told whom to wait for."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from app.wording.refusals import say
from db.guard import access
from db.guard.access import FolderBusy, alone, share
from tests.unmeasured import unmeasured

WORKER = """
import sys
from pathlib import Path
from db.guard import access
folder, work, kind = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
if kind == "alone":
    with access.alone(folder, work):
        print("held", flush=True)
        sys.stdin.read()
else:
    held = access.share(folder, work)
    print("held", flush=True)
    sys.stdin.read()
    held.close()
"""


@pytest.fixture
def worker(tmp_path):
    """Starts another process that works on the folder."""
    started = []

    def start(work, kind):
        process = subprocess.Popen(
            [sys.executable, "-c", WORKER, str(tmp_path), work, kind],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            cwd=Path(__file__).parents[3], env=unmeasured(),
        )  # fmt: skip
        assert process.stdout.readline() == b"held\n"
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def end(process):
    process.communicate()
    assert process.returncode == 0


def test_many_work_side_by_side(tmp_path, worker):
    worker("intake", "shared")
    worker("find", "shared")
    share(tmp_path, "verify").close()


def test_one_alone_keeps_the_others_out_and_they_are_told_whose_work_it_is(tmp_path, worker):
    process = worker("restore", "alone")
    with pytest.raises(FolderBusy) as refused:
        share(tmp_path, "intake", patience=0)
    said = say(refused.value)
    assert f"việc khôi phục dữ liệu (tiến trình {process.pid})" in said
    assert refused.value.exit_code == 1
    with pytest.raises(FolderBusy), alone(tmp_path, "init", patience=0):
        pass
    end(process)
    share(tmp_path, "intake", patience=0).close()


def test_who_wants_it_alone_is_told_of_everyone_who_is_there(tmp_path, worker):
    worker("backup", "shared")
    worker("window", "shared")
    with pytest.raises(FolderBusy) as refused, alone(tmp_path, "restore", patience=0):
        pass
    said = say(refused.value)
    assert "lệnh backup" in said
    assert "cửa sổ Một Cửa" in said


def test_what_was_killed_holds_nothing_and_is_not_named(tmp_path, worker):
    worker("intake", "shared").kill()
    other = worker("backup", "shared")
    with pytest.raises(FolderBusy) as refused, alone(tmp_path, "restore", patience=0):
        pass
    assert "intake" not in say(refused.value)
    end(other)
    with alone(tmp_path, "restore"):
        pass


def test_one_who_waits_to_be_alone_is_not_kept_waiting_by_newcomers(tmp_path, worker):
    """As long as somebody waits, nobody new comes in, however many there are."""
    first = worker("intake", "shared")
    came = threading.Event()

    def wait():
        with alone(tmp_path, "restore", patience=30):
            came.set()

    waiting = threading.Thread(target=wait)
    waiting.start()
    try:
        while True:  # until the gate is shut
            try:
                share(tmp_path, "find", patience=0).close()
            except FolderBusy:
                break
        assert not came.is_set()
    finally:
        end(first)
        waiting.join()
    assert came.is_set()


def test_parts_of_one_program_share_what_it_has(tmp_path):
    first, second = share(tmp_path, "window"), share(tmp_path, "window")
    first.close()
    first.close()
    with pytest.raises(FolderBusy), alone(tmp_path, "init", patience=0):
        pass
    second.close()
    with alone(tmp_path, "init", patience=0):
        pass


def test_one_who_is_there_already_can_be_alone_for_a_while(tmp_path, worker):
    mine = share(tmp_path, "restore")
    with mine.alone():
        with pytest.raises(FolderBusy):
            worker_share(tmp_path)
        with pytest.raises(FolderBusy), mine.alone(patience=0):
            pass
        with pytest.raises(FolderBusy):
            share(tmp_path, "another part of this program", patience=0)
    worker_share(tmp_path)
    other = worker("intake", "shared")
    with pytest.raises(FolderBusy), mine.alone(patience=0):
        pass
    end(other)
    second = share(tmp_path, "window")
    with pytest.raises(FolderBusy), mine.alone(patience=0):
        pass
    second.close()
    mine.close()


def worker_share(folder):
    """Another process asks to share at once."""
    asked = f"""
import sys
from pathlib import Path
from db.guard import access
try:
    access.share(Path({str(folder)!r}), "find", patience=0).close()
except access.FolderBusy:
    sys.exit(9)
"""
    done = subprocess.run(
        [sys.executable, "-c", asked], cwd=Path(__file__).parents[3], env=unmeasured(), check=False
    )
    if done.returncode == 9:
        raise FolderBusy
    assert done.returncode == 0


def test_what_the_locks_write_is_private_whatever_the_umask(tmp_path):
    held = share(tmp_path, "intake")
    room = tmp_path / access.FOLDER
    assert room.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in room.iterdir()} == {0o600}
    held.close()
    assert access.notes(tmp_path) == []


def test_a_note_that_cannot_be_read_says_nothing(tmp_path):
    held = share(tmp_path, "intake")
    (note,) = access.notes(tmp_path)
    note.write_bytes(b"{")
    with pytest.raises(FolderBusy) as refused, alone(tmp_path, "init", patience=0):
        pass
    assert "lệnh ?" in say(refused.value)
    note.write_bytes(b"[]")
    assert access.read_note(note) == {}
    held.close()
    assert access.read_note(note) == {}
    assert not access.is_of_the_dead(note)
