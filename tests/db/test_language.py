"""The window's language beside the database."""

import pytest

from db.language import FILE, remember, remembered


def test_vietnamese_where_nothing_is_kept(tmp_path):
    assert remembered(tmp_path / "nowhere") == "vi"


def test_what_is_kept_is_found(tmp_path):
    remember(tmp_path, "en")
    assert remembered(tmp_path) == "en"
    remember(tmp_path, "vi")
    assert remembered(tmp_path) == "vi"


@pytest.mark.parametrize("content", [b"", b"fr", b"\xff\xfe", b"en en"])
def test_nonsense_is_vietnamese(tmp_path, content):
    (tmp_path / FILE).write_bytes(content)
    assert remembered(tmp_path) == "vi"


def test_a_language_that_cannot_be_kept_stops_nothing(tmp_path):
    (tmp_path / FILE).mkdir()
    remember(tmp_path, "en")
    assert remembered(tmp_path) == "vi"
