"""A stick is written to by itself only after somebody said so, and no longer when they say so."""

import json
import shutil

import pytest

from app.domain.safety.schedule import Occasion
from app.domain.safety.sticks import MOST, Stick, read_sticks, sticks_text
from app.usecases.office.settings import change_settings
from app.usecases.queries import lookup
from app.usecases.safety import automatic, sticks
from app.usecases.safety.kept_copies import backup_state
from app.usecases.safety.stick_marks import FOLDER
from app.usecases.safety.sticks import (
    KeyGoesAlong,
    NoSuchStick,
    NotAStick,
    StickUnwritable,
    TooManySticks,
)
from db import volumes
from tests.builders import LAN, a_desk


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    yield desk
    desk.close()


@pytest.fixture
def usb(tmp_path, monkeypatch):
    """A stick that is plugged in as long as its folder is there."""
    root = tmp_path / "KINGSTON"
    root.mkdir()

    def root_of(path):
        return root if path.is_relative_to(root) else tmp_path

    monkeypatch.setattr(volumes, "root_of", root_of)
    monkeypatch.setattr(volumes, "plugged", lambda: tuple(tmp_path.glob("KINGSTON*")))
    return root


def enrolled(desk):
    return read_sticks(lookup.settings(desk, LAN).backup_sticks)


def to_the_stick(desk):
    found = automatic.back_up_to_places(desk, LAN, Occasion.ASKED)
    return [one.name for one in found.made if FOLDER in one.path]


def test_nothing_is_written_to_a_stick_before_somebody_agreed(desk, usb):
    with pytest.raises(KeyGoesAlong):
        sticks.enrol_stick(desk, LAN, usb)
    assert list(usb.iterdir()) == []
    assert enrolled(desk) == ()


def test_an_enrolled_stick_gets_copies_while_it_is_plugged_in_whatever_it_is_called(
    desk, usb, tmp_path
):
    (usb / "giay to").mkdir()
    stick = sticks.enrol_stick(desk, LAN, usb / "giay to", is_agreed=True)
    assert stick.name == "KINGSTON"
    assert to_the_stick(desk) == ["KINGSTON"]
    usb.rename(tmp_path / "KINGSTON1")
    assert to_the_stick(desk) == ["KINGSTON"]
    pocket = tmp_path / "pocket"
    (tmp_path / "KINGSTON1").rename(pocket)
    found = automatic.back_up_to_places(desk, LAN, Occasion.ASKED)
    assert len(found.done) == 1  # in somebody's pocket is no failure
    state = backup_state(desk, LAN).places[-1]
    assert (state.is_there, state.path, len(state.copies)) == (False, "", 1)
    assert len(list((pocket / FOLDER).glob("*.mcbk"))) == 2


def test_another_stick_or_the_same_one_of_another_office_gets_none(desk, usb, tmp_path):
    other = tmp_path / "KINGSTON-khac"
    other.mkdir()
    sticks.enrol_stick(desk, LAN, usb, name="USB két", is_agreed=True)
    to_the_stick(desk)
    assert list(other.iterdir()) == []
    neighbour = a_desk(tmp_path / "neighbour")
    assert (
        automatic.back_up_to_places(neighbour, LAN, Occasion.ASKED).made[0].path.endswith("sao-luu")
    )
    neighbour.close()
    assert len(list((usb / FOLDER).glob("*.mcbk"))) == 1


def test_a_removed_stick_gets_none_and_keeps_what_it_has(desk, usb):
    stick = sticks.enrol_stick(desk, LAN, usb, name="USB két", is_agreed=True)
    to_the_stick(desk)
    assert sticks.remove_stick(desk, LAN, "USB két") == stick
    assert enrolled(desk) == ()
    assert to_the_stick(desk) == []
    assert len(list((usb / FOLDER).glob("*.mcbk"))) == 1
    with pytest.raises(NoSuchStick):
        sticks.remove_stick(desk, LAN, stick.id)


def test_a_stick_is_one_however_often_it_is_enrolled(desk, usb):
    first = sticks.enrol_stick(desk, LAN, usb, is_agreed=True)
    again = sticks.enrol_stick(desk, LAN, usb, name="Két", is_agreed=True)
    assert first.id == again.id
    assert enrolled(desk) == (again,)


def test_the_machines_own_disk_and_what_is_not_there_are_no_sticks(desk, usb, tmp_path):
    for at in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(NotAStick):
            sticks.enrol_stick(desk, LAN, at, is_agreed=True)


def test_a_stick_that_cannot_be_written_is_not_enrolled(desk, usb):
    (usb / FOLDER).write_bytes(b"a file stands in the way")
    with pytest.raises(StickUnwritable):
        sticks.enrol_stick(desk, LAN, usb, is_agreed=True)
    assert enrolled(desk) == ()


def test_there_is_an_end_to_the_sticks(desk, usb):
    many = sticks_text(Stick(f"{n:016x}", f"USB {n}") for n in range(MOST))
    change_settings(desk, LAN, {"backup_sticks": many})
    with pytest.raises(TooManySticks):
        sticks.enrol_stick(desk, LAN, usb, is_agreed=True)


@pytest.mark.parametrize("mark", [b"", b"[1]", json.dumps({"format": "x", "id": "1"}).encode()])
def test_a_mark_that_cannot_be_read_is_none(desk, usb, mark):
    sticks.enrol_stick(desk, LAN, usb, is_agreed=True)
    (usb / FOLDER / "usb.json").write_bytes(mark)
    assert to_the_stick(desk) == []


def test_a_stick_pulled_out_while_it_is_written_is_told_and_leaves_the_other_copies(
    desk, usb, monkeypatch
):
    sticks.enrol_stick(desk, LAN, usb, name="USB két", is_agreed=True)

    copy_again = automatic.copy_again

    def pulled(*asked):
        shutil.rmtree(usb)
        return copy_again(*asked)

    monkeypatch.setattr(automatic, "copy_again", pulled)
    found = automatic.back_up_to_places(desk, LAN, Occasion.ASKED)
    assert [one.name for one in found.failed] == ["USB két"]
    assert len(found.made) == 1
