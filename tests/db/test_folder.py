"""Where a live database may lie, and that only one window opens it."""

import subprocess
import sys
from pathlib import Path

import pytest

from app.__main__ import main
from db import folder as data_folder
from db.default_folder import default_folder
from db.folder import FolderIsSynced, FolderNotWritable, FolderOnNetwork, check_folder
from db.instance import LOCK_FILE, FolderInUse, hold

MOUNTS = """/dev/sda1 / ext4 rw 0 0
//server/chung /mnt/chung cifs rw 0 0
server:/home /srv/nha nfs4 rw 0 0
/dev/sdb1 /mnt/chung/dia\\040rieng ext4 rw 0 0
"""


HOLDER = """
import sys
from pathlib import Path
from db.instance import hold
with hold(Path(sys.argv[1])):
    print('held', flush=True)
    sys.stdin.read()
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/lan/motcua", ""),
        ("/mnt/chung/motcua", "cifs"),
        ("/mnt/chung", "cifs"),
        ("/srv/nha/x/y", "nfs4"),
        ("/mnt/chung/dia rieng/motcua", ""),
        ("/mnt/chungkhac", ""),
    ],
)
def test_a_network_drive_is_known_by_its_mount(tmp_path, folder, kind):
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS, encoding="utf-8")
    assert data_folder.network_kind(Path(folder), mounts) == kind


def test_without_a_list_of_mounts_nothing_is_claimed(tmp_path):
    assert data_folder.network_kind(tmp_path, tmp_path / "missing") == ""


def test_a_network_folder_is_refused_in_words(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(data_folder, "network_kind", lambda *_: "cifs")
    with pytest.raises(FolderOnNetwork):
        check_folder(tmp_path)
    code = main(["--data", str(tmp_path / "x"), "init", "--office", "UBND xã A", "--code", "H37",
                 "--officer", "Lan"])  # fmt: skip
    assert code == 1
    assert "ổ mạng" in capsys.readouterr().err
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize("name", ["Dropbox", "OneDrive - UBND", "Google Drive"])
def test_a_folder_kept_by_a_sync_program_is_refused(tmp_path, name):
    with pytest.raises(FolderIsSynced):
        check_folder(tmp_path / name / "motcua")


def test_a_start_that_tidies_up_beside_this_one_is_no_reason_to_refuse(tmp_path, monkeypatch):
    write = Path.write_bytes

    def swept(self, content):
        write(self, content)
        self.unlink()

    monkeypatch.setattr(Path, "write_bytes", swept)
    check_folder(tmp_path)


def test_a_read_only_folder_is_refused_with_its_reason(tmp_path, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "write_bytes", refuse)
    with pytest.raises(FolderNotWritable) as refused:
        check_folder(tmp_path)
    assert refused.value.facts["why"] == "không có quyền ghi hoặc đọc ở đây"


def test_a_folder_that_cannot_be_made_is_refused(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(FolderNotWritable):
        check_folder(tmp_path / "file" / "data")


def test_a_sound_folder_is_made_and_left_clean(tmp_path):
    check_folder(tmp_path / "a" / "b")
    assert list((tmp_path / "a" / "b").iterdir()) == []


def test_the_second_holder_is_refused_and_told_who_the_first_is(tmp_path):
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            HOLDER,
            str(tmp_path),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    assert holder.stdout.readline() == b"held\n"
    with pytest.raises(FolderInUse) as refused, hold(tmp_path):
        pass
    assert refused.value.facts["pid"] == str(holder.pid)
    holder.kill()
    holder.communicate()
    # The system lets go of a dead holder's lock.
    with hold(tmp_path):
        pass


def test_a_holder_who_left_no_name_is_refused_all_the_same(tmp_path):
    with hold(tmp_path):
        (tmp_path / f"{LOCK_FILE}.pid").unlink()
        with pytest.raises(FolderInUse) as refused, hold(tmp_path):
            pass
    assert refused.value.facts["pid"] == "?"


def test_the_data_folder_is_where_the_environment_says(tmp_path, monkeypatch):
    monkeypatch.setenv("MOTCUA_DATA", str(tmp_path / "dữ liệu"))
    assert default_folder() == tmp_path / "dữ liệu"
    monkeypatch.delenv("MOTCUA_DATA")
    assert default_folder().name == "MotCua"
