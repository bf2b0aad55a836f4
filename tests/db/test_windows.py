"""What Windows would answer is played: access lists, long paths, pipes of old code pages."""

import io
import os
import sys
from pathlib import Path

import pytest

from app.__main__ import main
from app.domain.clock import SetClock
from app.usecases.office import opening
from app.usecases.safety import backup, restoring
from db.folder import FolderNotWritable, require_short
from db.guard import acl
from tests.builders import LAN, MONDAY, a_desk, a_dossier

HERE = {"SYSTEMROOT": "C:\\Windows", "USERDOMAIN": "XA-MAU-SON", "USERNAME": "Lan"}


def test_the_key_is_kept_to_its_user_by_words_and_no_shell():
    called = []
    assert acl.keep_to_owner(
        Path("D:/Một Cửa & x/motcua.key"), lambda w: called.append(w) or 0, HERE
    )
    assert called == [[
        "C:\\Windows\\System32\\icacls.exe", "D:/Một Cửa & x/motcua.key", "/inheritance:r",
        "/grant:r", "XA-MAU-SON\\Lan:F", "*S-1-5-18:F",
    ]]  # fmt: skip


def test_a_drive_without_access_lists_stops_nothing():
    def missing(_words):
        raise FileNotFoundError(2, "icacls")

    assert not acl.keep_to_owner(Path("E:/motcua.key"), lambda _words: 1332, HERE)
    assert not acl.keep_to_owner(Path("E:/motcua.key"), missing, HERE)
    assert not acl.keep_to_owner(Path("E:/motcua.key"), missing, {})


def test_a_folder_whose_papers_windows_could_not_name_is_refused_before_anything_is_made():
    require_short(Path("C:/Users/Lan/AppData/Local/MotCua"), "win32")
    require_short(Path("/" + "x" * 250), "linux")
    with pytest.raises(FolderNotWritable) as refused:
        require_short(Path("C:/" + "x" * 130), "win32")
    assert refused.value.facts["why"] == "tên tệp hoặc đường dẫn quá dài"


@pytest.mark.parametrize("code_page", ["cp1252", "cp1258", "cp437", "ascii", "utf-16"])
def test_words_come_through_a_pipe_of_any_code_page(tmp_path, monkeypatch, code_page):
    pipes = {name: io.BytesIO() for name in ("stdout", "stderr")}
    for name, raw in pipes.items():
        monkeypatch.setattr(sys, name, io.TextIOWrapper(raw, encoding=code_page))
    assert main(["--data", str(tmp_path / "data"), "scan", "Hoàng Thị Mẩy 😀"]) in {0, 1}
    assert main(["--data", str(tmp_path / "khong-co"), "find", "Mẩy"]) == 1
    for name in pipes:
        getattr(sys, name).flush()
    assert "Mẩy" in pipes["stdout"].getvalue().decode("utf-8")
    assert "dữ liệu" in pipes["stderr"].getvalue().decode("utf-8")
    for name in pipes:
        getattr(sys, name).detach()


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="nothing lists the open files here")
def test_no_file_is_moved_that_this_program_still_has_open(tmp_path, monkeypatch):
    """Windows would refuse it: a database most of all."""
    desk = a_desk(tmp_path / "data")
    a_dossier(desk)
    made = backup.back_up(desk, LAN, tmp_path)
    desk.close()
    moved = []
    move = os.replace

    def watched(source, target):
        here = {os.path.realpath(source), os.path.realpath(target)}
        opened = {os.path.realpath(one) for one in Path("/proc/self/fd").iterdir()}
        moved.append(Path(source).name)
        assert not here & opened, source
        move(source, target)

    monkeypatch.setattr(os, "replace", watched)
    restoring.restore(made.path, tmp_path / "data", SetClock(MONDAY))
    opening.open_desk(tmp_path / "data", SetClock(MONDAY)).close()
    assert moved.count("motcua.db") == 2
