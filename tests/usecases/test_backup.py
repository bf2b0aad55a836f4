"""A backup counts only when it was opened and checked; a restore destroys nothing."""

import shutil
import zipfile

import pytest

from app.domain.clock import SetClock
from app.usecases import backup, lookup, opening, printing, verification
from app.usecases.backup import BackupFailed, NotABackup
from tests.builders import LAN, MONDAY, a_desk, a_dossier


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    done = a_dossier(desk)
    printing.make_print(desk, LAN, done.dossier_id, form="01", paper="a4")
    yield desk
    desk.close()


@pytest.fixture
def stick(tmp_path):
    (tmp_path / "usb").mkdir()
    return tmp_path / "usb"


def test_a_backup_restores_on_a_clean_machine_row_for_row(desk, stick, tmp_path):
    made = backup.back_up(desk, stick)
    assert made.verified.dossiers == 1
    done = backup.restore(made.path, tmp_path / "elsewhere", SetClock(MONDAY))
    assert done.replaced is None
    restored = opening.open_desk(tmp_path / "elsewhere", SetClock(MONDAY))
    view = lookup.dossier_view(restored, 1)
    assert view == lookup.dossier_view(desk, 1)
    pdf = printing.stored_pdf(restored, view.prints[0].id)
    assert pdf == printing.stored_pdf(desk, view.prints[0].id)
    restored.close()


def test_a_restore_moves_aside_what_it_replaces(desk, stick, tmp_path):
    made = backup.back_up(desk, stick)
    a_dossier(desk)
    desk.close()
    done = backup.restore(made.path, tmp_path / "data", SetClock(MONDAY))
    now = opening.open_desk(tmp_path / "data", SetClock(MONDAY))
    old = opening.open_desk(done.replaced, SetClock(MONDAY))
    assert len(lookup.find(now, "hoang")) == 1
    assert len(lookup.find(old, "hoang")) == 2
    now.close()
    old.close()


@pytest.mark.parametrize("harm", ["cut", "flip", "foreign", "text", "extra", "escape"])
def test_a_damaged_or_foreign_file_is_refused_before_anything_is_touched(
    desk, stick, tmp_path, harm
):
    made = backup.back_up(desk, stick)
    desk.close()
    content = made.path.read_bytes()
    if harm == "cut":
        made.path.write_bytes(content[: len(content) // 2])
    elif harm == "flip":
        made.path.write_bytes(content[:5_000] + bytes([content[5_000] ^ 1]) + content[5_001:])
    elif harm == "text":
        made.path.write_bytes(b"khong phai sao luu")
    else:
        names = {"foreign": "ghi-chu.txt", "extra": "giay-to/aa/x.giay", "escape": "../../x"}
        mode = "w" if harm == "foreign" else "a"
        with zipfile.ZipFile(made.path, mode) as bundle:
            bundle.writestr(names[harm], b"x")
    before = {p.name: p.read_bytes() for p in (tmp_path / "data").iterdir() if p.is_file()}
    with pytest.raises(NotABackup):
        backup.restore(made.path, tmp_path / "data", SetClock(MONDAY))
    after = {p.name: p.read_bytes() for p in (tmp_path / "data").iterdir() if p.is_file()}
    assert after == before
    assert not (tmp_path / "x").exists()


def test_a_backup_into_a_missing_folder_is_refused(desk, tmp_path):
    with pytest.raises(BackupFailed):
        backup.back_up(desk, tmp_path / "khong-co")


def test_a_full_stick_leaves_no_half_file(desk, stick, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfileobj", full)
    with pytest.raises(BackupFailed):
        backup.back_up(desk, stick)
    assert list(stick.iterdir()) == []
    assert not list(desk.folder.glob(".motcua-tam-*"))


def test_numbers_given_after_the_backup_are_never_given_again(desk, stick, tmp_path):
    made = backup.back_up(desk, stick)
    given = a_dossier(desk).dossier_code
    desk.close()
    backup.restore(made.path, tmp_path / "data", SetClock(MONDAY))
    restored = opening.open_desk(tmp_path / "data", SetClock(MONDAY))
    assert given.endswith("-0002")
    assert a_dossier(restored).dossier_code.endswith("-0003")
    assert verification.verify_records(restored).dossiers == 2
    restored.close()


def test_data_too_damaged_to_be_read_is_replaced_all_the_same(desk, stick, tmp_path):
    made = backup.back_up(desk, stick)
    desk.close()
    (tmp_path / "data" / "motcua.db").write_bytes(b"x" * 9_000)
    done = backup.restore(made.path, tmp_path / "data", SetClock(MONDAY))
    assert (done.replaced / "motcua.db").read_bytes() == b"x" * 9_000
    assert done.verified.dossiers == 1
