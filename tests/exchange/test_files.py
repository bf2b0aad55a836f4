"""Files a person names: read whole, written whole, or refused with the reason."""

import os
from pathlib import Path

import pytest

from app.exchange.files import FileUnwritable, write_file
from app.outside.ordinary import FileUnreadable, read_file


def test_a_file_too_large_to_be_meant_is_refused_unread(tmp_path, monkeypatch):
    path = tmp_path / "film.json"
    path.write_bytes(b"x" * (1024 * 1024 + 1))
    monkeypatch.setattr(Path, "read_bytes", None)
    with pytest.raises(FileUnreadable) as refused:
        read_file(path, most=1024 * 1024)
    assert refused.value.facts["why"] == "tệp lớn hơn 1 MB"


def test_a_file_that_may_not_be_read_is_refused_in_the_systems_words(tmp_path, monkeypatch):
    path = tmp_path / "a.json"
    path.write_bytes(b"{}")

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(FileUnreadable) as refused:
        read_file(path)
    assert refused.value.facts["why"] == "không có quyền ghi hoặc đọc ở đây"


def test_a_full_disk_leaves_the_earlier_file_as_it_was(tmp_path, monkeypatch):
    path = tmp_path / "phiếu.pdf"
    path.write_bytes(b"old")

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileUnwritable) as refused:
        write_file(path, b"new")
    assert refused.value.facts["why"] == "ổ đĩa đầy"
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
