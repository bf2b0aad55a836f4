"""Copies made by themselves: what is due, to which places, and what becomes of the old ones."""

import os
import shutil
import stat
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from app.answers.safety import BackupRound
from app.domain.clock import SetClock
from app.domain.errors import Damaged
from app.domain.read_only import Reason
from app.domain.safety.schedule import Occasion
from app.usecases.office import opening
from app.usecases.office.settings import change_settings
from app.usecases.safety import automatic, backup, copying, data_facts, restoring, verification
from app.usecases.safety.kept_copies import backup_state
from app.wording.refusals import say
from db import copies, volumes
from db.copies import last_backup
from db.guard.turn import BACKING_UP, turn
from db.schema import SCHEMA_VERSION
from tests.builders import LAN, MONDAY, a_desk, a_dossier
from tests.usecases.safety.killed_works import an_older_folder


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    a_dossier(desk)
    yield desk
    desk.close()


@pytest.fixture
def two_places(desk, tmp_path):
    places = [tmp_path / "one", tmp_path / "two"]
    for place in places:
        place.mkdir()
    change_settings(desk, LAN, {"backup_place": str(places[0]), "backup_place_2": str(places[1])})
    return places


@pytest.fixture
def cheap(monkeypatch):
    """Copies are not made and checked, only named: for what happens to many of them."""

    def write(source, to, begins, **_):
        copying.require_folder(to)
        path = to / f"{begins}-{source.clock.now():%Y%m%d-%H%M%S}{copying.SUFFIX}"
        path.write_bytes(b"x")
        sha256 = copying.digest_of(path)
        return copying.BackedUp(path, 1, sha256, verification.Verified(0, 0, 0, True))

    monkeypatch.setattr(automatic, "write_copy", write)


def done(desk, occasion=Occasion.HOUR):
    return automatic.back_up_to_places(desk, LAN, occasion)


def files(place):
    return sorted(path.name for path in place.glob("*.mcbk"))


def spent(desk, **units):
    """Time passes and something changes."""
    desk.clock.advance(**units)
    change_settings(desk, LAN, {"place": f"Mẫu Sơn {desk.clock.now():%d %H %M}"})


def last(desk):
    return last_backup(desk.folder, SimpleNamespace(last_backup=""), desk.clock.now())


def test_without_any_setting_the_first_copy_lies_beside_the_records_and_can_be_restored(
    desk, tmp_path
):
    [made] = done(desk).made
    assert Path(made.file).parent == desk.folder / "sao-luu"
    restoring.restore(Path(made.file), tmp_path / "new", SetClock(MONDAY))
    other = opening.open_desk(tmp_path / "new", SetClock(MONDAY))
    assert verification.verify_records(other, LAN).dossiers == 1
    other.close()


def test_what_has_not_changed_is_not_copied_again_and_what_has_waits_out_its_hour(cheap, desk):
    assert done(desk).made
    desk.clock.advance(hours=3)
    assert done(desk) == BackupRound()
    a_dossier(desk)
    assert done(desk).made
    spent(desk, minutes=59)
    assert done(desk) == BackupRound()
    spent(desk, minutes=1)
    assert done(desk).made


@pytest.mark.parametrize(
    "occasion", [Occasion.CLOSE, Occasion.RESTORE, Occasion.IMPORT, Occasion.MIGRATION]
)
def test_before_something_happens_the_hour_is_not_waited_for_but_a_change_is(cheap, desk, occasion):
    assert done(desk, occasion).made
    assert not done(desk, occasion).made
    a_dossier(desk)
    assert done(desk, occasion).made


def test_making_a_copy_is_no_change_and_writes_nothing_into_the_records(desk):
    before = verification.verify_records(desk, LAN)
    done(desk)
    assert verification.verify_records(desk, LAN) == before


def test_both_places_get_the_same_checked_bytes(desk, two_places):
    assert len(done(desk).made) == 2
    one, two = two_places
    assert files(one) == files(two)
    [name] = files(one)
    assert (one / name).read_bytes() == (two / name).read_bytes()


@pytest.mark.skipif(os.name != "posix", reason="modes")
def test_every_copy_is_its_users_alone_whatever_the_habit(desk, two_places):
    former = os.umask(0)
    try:
        done(desk)
    finally:
        os.umask(former)
    kept = [*two_places[0].glob("*"), *two_places[1].glob("*"), desk.folder / copies.COPIES_FILE]
    assert len(kept) == 3
    assert {stat.S_IMODE(path.stat().st_mode) for path in kept} == {0o600}


def test_a_place_that_is_not_there_holds_up_no_other_and_is_told(cheap, desk, two_places):
    two_places[0].rmdir()
    found = done(desk)
    assert [one.path for one in found.made] == [str(two_places[1])]
    [failed] = found.failed
    assert "không có thư mục này" in failed.failure
    assert not two_places[0].exists()  # it may be a disk that is not plugged in
    one, two = backup_state(desk, LAN).places
    assert (one.is_there, one.failure) == (False, failed.failure)
    assert (two.is_there, two.failure) == (True, "")
    assert last(desk).failure == failed.failure


def test_a_failed_place_is_tried_again_after_an_hour_and_then_says_no_more(cheap, desk, two_places):
    two_places[0].rmdir()
    done(desk)
    two_places[0].mkdir()
    assert done(desk) == BackupRound()
    desk.clock.advance(hours=1)
    assert [one.path for one in done(desk).made] == [str(two_places[0])]
    assert last(desk).failure == ""


def test_a_failed_new_copy_never_costs_an_old_one(cheap, desk, two_places, monkeypatch):
    for _ in range(5):
        done(desk)
        spent(desk, hours=30)
    before = files(two_places[0])
    monkeypatch.setattr(
        "app.usecases.safety.automatic.rotation.kept", lambda _, room: pytest.fail("thinned")
    )

    def broken(*_, **__):
        raise copying.BackupFailed(path="x", why="hỏng")

    monkeypatch.setattr(automatic, "write_copy", broken)
    assert len(done(desk).failed) == 2
    assert files(two_places[0]) == before


def test_a_damaged_database_is_said_once_for_all_places(desk, two_places, monkeypatch):
    tried = []

    def damaged(*_):
        tried.append(1)
        raise Damaged

    monkeypatch.setattr("app.usecases.safety.copying.check_copy", damaged)
    monkeypatch.setattr("app.usecases.safety.automatic.say", lambda _: "Hỏng.")
    assert [one.failure for one in done(desk).failed] == ["Hỏng.", "Hỏng."]
    assert tried == [1]


def test_old_copies_are_thinned_in_the_place_that_got_a_new_one(cheap, desk, two_places):
    for _ in range(27):
        done(desk)
        spent(desk, hours=1)
    assert len(files(two_places[0])) == 24


def test_copies_take_up_a_fifth_of_the_disk_at_most_but_three_stay(
    cheap, desk, two_places, monkeypatch
):
    monkeypatch.setattr(
        "app.usecases.safety.automatic.shutil.disk_usage",
        lambda _: SimpleNamespace(total=5, free=1 << 40),
    )
    for _ in range(6):
        done(desk)
        spent(desk, days=8)
    assert len(files(two_places[0])) == 3


def test_nothing_but_this_offices_own_automatic_copies_is_ever_deleted(
    cheap, desk, two_places, monkeypatch
):
    monkeypatch.setattr(
        "app.usecases.safety.automatic.shutil.disk_usage",
        lambda _: SimpleNamespace(total=5, free=1 << 40),
    )
    place = two_places[0]
    strangers = {backup.back_up(desk, LAN, place).path.name, "thu.mcbk"}
    begins = automatic.OwnCopies("H37.99.1", "00" * 32, is_practice=False).begins
    strangers |= {f"{begins}-202{n}0101-000000.mcbk" for n in range(6)}
    for name in strangers:
        (place / name).write_bytes(b"x")
    for _ in range(5):
        done(desk)
        spent(desk, days=8)
    left = set(files(place))
    assert strangers <= left
    assert len(left) == 3 + len(strangers)


def test_a_copy_that_is_gone_is_made_again(cheap, desk):
    [made] = done(desk).made
    Path(made.file).unlink()
    assert done(desk).made


def test_two_rounds_at_once_are_one(cheap, desk):
    with turn(desk.folder, BACKING_UP) as is_ours:
        assert is_ours
        assert done(desk).is_busy
    assert done(desk).made


def test_switched_off_nothing_is_saved_unless_somebody_asks(cheap, desk):
    change_settings(desk, LAN, {"auto_backup": "false"})
    assert done(desk, Occasion.CLOSE) == BackupRound(is_on=False)
    assert done(desk, Occasion.ASKED).made
    assert done(desk, Occasion.ASKED).made  # also what has not changed


@pytest.mark.parametrize("reason", [Reason.LOSS, Reason.DAMAGE])
def test_records_that_lack_something_cost_no_whole_copy_its_place(cheap, desk, reason):
    desk.read_only.begin(reason, Damaged())
    assert done(desk) == BackupRound()
    with pytest.raises(Damaged):
        done(desk, Occasion.ASKED)
    desk.read_only.end(reason)
    desk.read_only.begin(Reason.DISK, Damaged())
    assert done(desk).made


def test_a_round_that_is_stopped_leaves_nothing(desk, two_places):
    class Stopped(Exception):
        pass

    def stop(*_):
        raise Stopped

    with pytest.raises(Stopped):
        automatic.back_up_to_places(desk, LAN, Occasion.CLOSE, progress=stop)
    assert files(two_places[0]) == files(two_places[1]) == []
    assert len(done(desk).made) == 2


def test_practice_keeps_its_mark(desk, monkeypatch):
    own = automatic.OwnCopies("H37.99.1", "ab" * 32, is_practice=True)
    assert own.begins == "LUYEN-TAP-MotCua-H37.99.1-tu-dong-abababab"


def test_an_older_database_is_saved_before_it_is_migrated(tmp_path):
    folder = tmp_path / "data"
    an_older_folder(folder)
    clock = SetClock(MONDAY)
    opening.open_desk(folder, clock, before_migration=automatic.back_up_before_migration).close()
    [saved] = (folder / "sao-luu").glob("*.mcbk")
    with_key = restoring.restore(saved, tmp_path / "again", clock)
    assert with_key.verified.dossiers == 0
    # Once it is migrated nothing is saved before it is opened.
    opening.open_desk(folder, clock, before_migration=automatic.back_up_before_migration).close()
    assert len(list((folder / "sao-luu").glob("*.mcbk"))) == 1
    assert SCHEMA_VERSION > 100


def test_a_place_that_fails_stops_no_migration(tmp_path, monkeypatch):
    folder = tmp_path / "data"
    an_older_folder(folder)
    (folder / "sao-luu").write_bytes(b"a file stands in the way")
    opening.open_desk(
        folder, SetClock(MONDAY), before_migration=automatic.back_up_before_migration
    ).close()
    assert copies.read_copies(folder).places["own"].failure


def test_what_a_restore_replaces_is_saved_before(desk, two_places, tmp_path):
    desk.close()
    found = automatic.back_up_before_restore(desk.folder, desk.clock)
    assert len(found.made) == 2
    (tmp_path / "empty").mkdir()
    assert automatic.back_up_before_restore(tmp_path / "empty", desk.clock) == BackupRound()
    (desk.folder / "motcua.key").write_bytes(b"?")
    assert automatic.back_up_before_restore(desk.folder, desk.clock) == BackupRound()


def test_the_age_of_the_newest_is_known_without_the_records(desk, tmp_path):
    assert last(desk).at is None
    done(desk)
    at = desk.clock.now()
    assert (last(desk).at, last(desk).apart_at) == (at, None)
    desk.clock.advance(hours=5)
    (tmp_path / "usb").mkdir()
    made = backup.back_up(desk, LAN, tmp_path / "usb")
    data_facts.note_backup(desk, LAN, made.path)
    assert last(desk).at == desk.clock.now()
    assert last(desk).where == str(made.path)
    assert backup_state(desk, LAN).by_hand.path == str(made.path)


def test_a_copy_on_another_disk_is_told_apart(cheap, desk, two_places, monkeypatch):
    monkeypatch.setattr(volumes, "are_apart", lambda _, place: place.name == "two")
    done(desk)
    assert last(desk).apart_at == desk.clock.now()
    assert [place.is_apart for place in backup_state(desk, LAN).places] == [False, True]


def test_a_disk_taken_out_still_tells_its_last_copy(cheap, desk, two_places):
    done(desk)
    shutil.rmtree(two_places[1])
    two = backup_state(desk, LAN).places[1]
    assert (two.is_there, len(two.copies)) == (False, 1)


def test_a_copy_of_a_clock_that_was_wrong_tells_no_age(cheap, desk):
    done(desk)
    desk.clock.set(MONDAY - timedelta(days=30))
    assert last(desk).at is None


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{", b'{"format":"motcua-copies-1"}', b"\xff",
                b'{"format":"motcua-copies-1","places":{"own":{"path":1}},"trial":null,"spoilt":[]}']
)  # fmt: skip
def test_a_spoilt_note_is_no_note_and_the_next_round_makes_a_new_one(cheap, desk, content):
    (desk.folder / copies.COPIES_FILE).write_bytes(content)
    assert copies.read_copies(desk.folder) == copies.CopyRecord()
    assert done(desk).made
    assert last(desk).at == desk.clock.now()


def test_a_copy_stands_though_it_cannot_be_noted(cheap, desk, monkeypatch):
    def full(*_, **__):
        raise OSError(28, "full")

    monkeypatch.setattr("db.copies.write_durably", full)
    assert done(desk).made
    monkeypatch.undo()
    assert backup_state(desk, LAN).places[0].copies


def test_copies_without_a_database_are_no_empty_folder(cheap, desk, tmp_path):
    done(desk)
    folder = tmp_path / "left"
    shutil.copytree(desk.folder / "sao-luu", folder / "sao-luu")
    with pytest.raises(opening.data_folder.DatabaseMissing) as refused:
        opening.open_desk(folder, SetClock(MONDAY))
    assert "sao-luu" in say(refused.value)


def test_names_that_are_no_times_are_nobodys_copies(cheap, desk):
    [made] = done(desk).made
    place = Path(made.file).parent
    begins = Path(made.file).name.rsplit("-", 2)[0]
    (place / f"{begins}-20269999-000000.mcbk").write_bytes(b"x")
    (place / f"{begins}-20260101-000000.mcbk").mkdir()
    assert len(backup_state(desk, LAN).places[0].copies) == 1
