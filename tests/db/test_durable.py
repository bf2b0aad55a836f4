"""A file is the old one or the new one, never half of each."""

import os

import pytest

from db.durable import write_durably


def test_a_write_that_cannot_be_made_durable_leaves_the_old_file_alone(tmp_path, monkeypatch):
    path = tmp_path / "motcua.key"
    write_durably(path, b"old", private=True)

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_durably(path, b"new", private=True)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_file_takes_the_old_ones_place_and_stays_private(tmp_path):
    path = tmp_path / "motcua.key"
    write_durably(path, b"old", private=True)
    write_durably(path, b"new", private=True)
    assert path.read_bytes() == b"new"
    assert os.name != "posix" or path.stat().st_mode & 0o777 == 0o600
