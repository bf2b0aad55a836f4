"""What comes right after the window holds the data folder no longer than it reads from it."""

import pytest

from app.composition.actions import home
from app.composition.parts import Sitting
from app.domain.clock import SetClock
from db.guard import access
from tests.builders import MONDAY, a_desk


@pytest.fixture
def first(tmp_path):
    a_desk(tmp_path / "data").close()
    made = home.FirstHome(Sitting(tmp_path / "data", SetClock(MONDAY)))
    yield made
    made.close()


def test_the_folder_is_shared_while_there_is_a_first_list(first, tmp_path):
    assert first.open()
    assert access.is_shared_here(tmp_path / "data")


def test_an_older_database_is_left_alone_so_that_it_can_be_migrated(first, tmp_path, monkeypatch):
    monkeypatch.setattr(home, "first_list", lambda _folder: None)
    assert not first.open()
    assert not access.is_shared_here(tmp_path / "data")
