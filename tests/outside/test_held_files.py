"""Windows lets nobody rename or remove what is held: it is tried again, and then said."""

import os

import pytest

from app import held_files
from app.wording.causes import cause


class Windows:
    """Answers the first `times` calls as Windows does while somebody holds the file."""

    def __init__(self, work, times, number):
        self.work, self.left, self.number = work, times, number
        self.calls = 0

    def __call__(self, *given, **more):
        self.calls += 1
        if self.left:
            self.left -= 1
            error = PermissionError(13, "Permission denied")
            error.winerror = self.number
            raise error
        return self.work(*given, **more)


@pytest.fixture
def paused(monkeypatch):
    """How long was waited; nobody does."""
    pauses = []
    monkeypatch.setattr("app.held_files.time.sleep", pauses.append)
    return pauses


@pytest.fixture
def files(tmp_path):
    (tmp_path / "new").write_text("new")
    (tmp_path / "old").write_text("old")
    return tmp_path / "new", tmp_path / "old"


@pytest.mark.parametrize("number", sorted(held_files.HELD))
def test_a_file_held_for_a_moment_is_replaced_once_it_is_let_go(files, paused, monkeypatch, number):
    monkeypatch.setattr(os, "replace", Windows(os.replace, 3, number))
    held_files.replace(*files)
    assert files[1].read_text() == "new"
    assert len(paused) == 3
    assert paused == sorted(paused)


def test_a_file_held_all_the_time_is_said_to_be_in_use(files, paused, monkeypatch):
    held = Windows(os.replace, 999, 32)
    monkeypatch.setattr(os, "replace", held)
    with pytest.raises(PermissionError) as refused:
        held_files.replace(*files)
    assert cause(refused.value) == "tệp đang được chương trình khác dùng"
    assert held.calls == len(held_files.PAUSES) + 1
    assert 1 < sum(paused) < 3
    assert (files[0].read_text(), files[1].read_text()) == ("new", "old")


def test_what_no_waiting_mends_is_said_at_once(files, paused, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="No space"):
        held_files.replace(*files)
    assert paused == []


def test_renaming_and_removing_wait_as_well(files, paused, monkeypatch):
    monkeypatch.setattr(os, "rename", Windows(os.rename, 1, 5))
    held_files.rename(files[0], files[0].with_name("other"))
    assert files[0].with_name("other").read_text() == "new"
    held_files.remove(files[1])
    held_files.remove(files[1], missing_ok=True)
    with pytest.raises(FileNotFoundError):
        held_files.remove(files[1])
    assert not files[1].exists()


@pytest.mark.parametrize(
    ("number", "winerror", "words"),
    [
        (13, 32, "tệp đang được chương trình khác dùng"),
        (13, 33, "tệp đang được chương trình khác dùng"),
        (22, 1224, "tệp đang được chương trình khác dùng"),
        (2, 206, "tên tệp hoặc đường dẫn quá dài"),
        (22, 123, "tên tệp hoặc ổ đĩa không dùng được"),
        (13, 19, "ổ đĩa chỉ cho đọc"),
        (13, 21, "thiết bị đã bị rút ra"),
        (22, 1167, "thiết bị đã bị rút ra"),
        (28, 112, "ổ đĩa đầy"),
        (22, 1117, "thiết bị báo lỗi hoặc đã bị rút"),
        (13, 5, "không có quyền ghi hoặc đọc ở đây"),
    ],
)
def test_what_windows_answers_is_said_as_it_is_meant(number, winerror, words):
    """Its numbers become those of Unix, where a path too long is one that is not there."""
    error = OSError(number, "x")
    error.winerror = winerror
    assert cause(error) == words
