"""A file is the old one or the new one, never half of each."""

import os

import pytest

from db import durable
from db.durable import sync_all, write_durably


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


@pytest.mark.parametrize("many", [0, 500])
def test_everything_in_a_folder_is_made_durable_one_by_one_or_together(tmp_path, monkeypatch, many):
    (tmp_path / "giay-to" / "ab").mkdir(parents=True)
    for name in ("motcua.db", "giay-to/ab/x.giay"):
        (tmp_path / name).write_bytes(b"x")
    synced, together = [], []
    fsync = os.fsync
    monkeypatch.setattr(os, "fsync", lambda handle: (synced.append(handle), fsync(handle)))
    monkeypatch.setattr(os, "sync", lambda: together.append(1), raising=False)
    monkeypatch.setattr(durable, "_MANY", many)
    sync_all(tmp_path)
    assert bool(together) is (many == 0)
    folders = 0 if os.name != "posix" else 2 if together else 3
    assert len(synced) == folders + (1 if together else 2)


def test_a_new_file_takes_the_old_ones_place_and_stays_private(tmp_path):
    path = tmp_path / "motcua.key"
    write_durably(path, b"old", private=True)
    write_durably(path, b"new", private=True)
    assert path.read_bytes() == b"new"
    assert os.name != "posix" or path.stat().st_mode & 0o777 == 0o600
