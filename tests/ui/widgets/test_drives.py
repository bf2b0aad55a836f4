"""A file dialog begins where the last one ended, else at a drive that is plugged in."""

import pytest

from ui.widgets import drives


def test_the_last_folder_comes_first(tmp_path, monkeypatch):
    monkeypatch.setattr(drives, "plugged_in", lambda: ["/media/lan/USB"])
    assert drives.begin_at(str(tmp_path)) == str(tmp_path)
    assert drives.begin_at(str(tmp_path / "gone")) == "/media/lan/USB"
    assert drives.begin_at("") == "/media/lan/USB"
    monkeypatch.setattr(drives, "plugged_in", list)
    assert drives.begin_at("") == ""


@pytest.mark.skipif("sys.platform == 'win32'")
@pytest.mark.parametrize(
    ("root", "is_drive"),
    [("/media/lan/USB", True), ("/run/media/lan/USB", True), ("/", False), ("/home", False)],
)
def test_which_drives_can_be_pulled_out(root, is_drive):
    assert drives.is_plugged_in(root) is is_drive
