"""Once a month a copy is restored for a trial; a spoilt one is found before it is needed."""

from pathlib import Path

import pytest

from app.domain.safety.schedule import Occasion
from app.usecases.office.settings import change_settings
from app.usecases.queries import lookup
from app.usecases.safety import automatic, trial
from app.usecases.safety.kept_copies import backup_state
from app.usecases.safety.restoring import RestoreFailed
from db.copies import last_backup, read_copies
from tests.builders import LAN, a_desk, a_dossier


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    a_dossier(desk)
    yield desk
    desk.close()


@pytest.fixture
def saved(desk):
    """The one automatic copy of an office with one dossier."""
    [made] = automatic.back_up_to_places(desk, LAN, Occasion.HOUR).made
    return Path(made.file)


def test_the_newest_copy_is_restored_opened_and_counted_and_nothing_is_left(desk, saved):
    done = trial.try_restore(desk, LAN)
    assert (done.file, done.failure, done.dossiers) == (str(saved), "", 1)
    assert read_copies(desk.folder).trial == done
    assert list(desk.folder.glob(".motcua-tam-*")) == []


def test_it_comes_once_a_month_by_itself_and_whenever_it_is_asked_for(desk, saved, monkeypatch):
    monkeypatch.setattr(trial, "_restored", lambda *_: 1)
    assert trial.try_restore(desk, LAN, is_asked=False)
    desk.clock.advance(days=29)
    assert trial.try_restore(desk, LAN, is_asked=False) is None
    assert trial.try_restore(desk, LAN)
    desk.clock.advance(days=30)
    assert trial.try_restore(desk, LAN, is_asked=False)


def test_without_a_copy_there_is_nothing_to_try(desk):
    assert trial.try_restore(desk, LAN) is None
    assert read_copies(desk.folder).trial is None


def test_a_spoilt_copy_is_loud_counts_no_more_and_the_next_good_one_ends_it(desk, saved):
    body = bytearray(saved.read_bytes())
    body[len(body) // 2] ^= 1
    saved.write_bytes(body)
    done = trial.try_restore(desk, LAN)
    assert "không phải bản sao lưu dùng được" in done.failure
    office = lookup.settings(desk, LAN)
    found = last_backup(desk.folder, office, desk.clock.now())
    assert (found.at, found.trial_failure) == (None, done.failure)
    [place] = backup_state(desk, LAN).places
    assert [one.verified_at for one in place.copies] == [None]
    assert trial.try_restore(desk, LAN) is None
    desk.clock.advance(hours=1)
    a_dossier(desk)
    automatic.back_up_to_places(desk, LAN, Occasion.HOUR)
    assert trial.try_restore(desk, LAN).failure == ""
    found = last_backup(desk.folder, office, desk.clock.now())
    assert (found.at, found.trial_failure) == (desk.clock.now(), "")


def test_no_room_for_a_trial_is_said_and_blames_no_copy(desk, saved, monkeypatch):
    def full(*_):
        raise RestoreFailed(path=str(saved), why="ổ đĩa đầy")

    monkeypatch.setattr(trial, "_restored", full)
    assert "ổ đĩa đầy" in trial.try_restore(desk, LAN).failure
    assert read_copies(desk.folder).spoilt == ()


def test_places_take_turns(desk, tmp_path, monkeypatch):
    monkeypatch.setattr(trial, "_restored", lambda *_: 1)
    places = [tmp_path / name for name in ("one", "two")]
    for place in places:
        place.mkdir()
    values = {"backup_place": str(places[0]), "backup_place_2": str(places[1])}
    change_settings(desk, LAN, values)
    automatic.back_up_to_places(desk, LAN, Occasion.HOUR)
    tried = [Path(trial.try_restore(desk, LAN).file).parent for _ in range(3)]
    assert tried[0] == tried[2] != tried[1]
