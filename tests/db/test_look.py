"""The window's look beside the database."""

import pytest

from db.look import FILE, USUAL, remember_look, remembered_look


def test_light_and_usual_letters_where_nothing_is_kept(tmp_path):
    assert remembered_look(tmp_path / "nowhere") == USUAL


def test_a_look_that_is_kept_is_found(tmp_path):
    remember_look(tmp_path, "dark", 200)
    assert remembered_look(tmp_path) == ("dark", 200)
    remember_look(tmp_path, *USUAL)
    assert remembered_look(tmp_path) == USUAL
    assert not (tmp_path / FILE).exists()


@pytest.mark.parametrize(
    "content", [b"", b"dark", b"pink 150", b"dark 99", b"dark 201", b"dark 1e2", b"\xff\xfe 100"]
)
def test_a_look_that_is_nonsense_is_the_usual_one(tmp_path, content):
    (tmp_path / FILE).write_bytes(content)
    assert remembered_look(tmp_path) == USUAL


def test_a_look_that_cannot_be_kept_stops_nothing(tmp_path):
    (tmp_path / FILE).mkdir()
    remember_look(tmp_path, "dark", 150)
    assert remembered_look(tmp_path) == USUAL
