"""Which disks are plugged in, and on which one something lies."""

import sys

import pytest

from db import volumes

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="mounts are Linux's")
MOUNTS = """\
/dev/sda2 / ext4 rw 0 0
/dev/sdb1 /media/lan/USB\\040cua\\040Lan vfat rw 0 0
/dev/sdc1 /run/media/lan/KET exfat rw 0 0
tmpfs /run tmpfs rw 0 0
garbage
/dev/sdb1 /media/lan/USB\\040cua\\040Lan vfat rw 0 0
"""


def test_only_what_is_plugged_in_is_named_and_each_once(tmp_path, monkeypatch):
    table = tmp_path / "mounts"
    table.write_text(MOUNTS, encoding="utf-8")
    monkeypatch.setattr(volumes, "_MOUNTS", table)
    assert [str(root) for root in volumes.plugged()] == [
        "/media/lan/USB cua Lan",
        "/run/media/lan/KET",
    ]
    table.unlink()
    assert volumes.plugged() == ()


def test_the_top_of_a_disk_is_where_it_is_mounted(tmp_path):
    root = volumes.root_of(tmp_path / "not" / "there")
    assert root.is_mount()
    assert tmp_path.is_relative_to(root)


def test_a_folder_is_on_the_disk_of_its_parent(tmp_path):
    assert not volumes.are_apart(tmp_path, tmp_path.parent)
    assert not volumes.are_apart(tmp_path, tmp_path / "pulled out")
