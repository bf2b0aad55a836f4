"""A backup counts only when it was opened and checked; a restore destroys nothing."""

import json
import os
import warnings
import zipfile
from pathlib import Path

import pytest

from app.domain.clock import SetClock
from app.domain.forms.print_request import PrintRequest
from app.exchange.new_file import Draft
from app.settings import backed_up_at
from app.usecases.office import opening
from app.usecases.printing import prints
from app.usecases.queries import lookup
from app.usecases.safety import backup, copying, data_facts, restoring, verification
from app.usecases.safety.bundle import NotABackup
from app.usecases.safety.copying import BackupFailed
from app.usecases.safety.restoring import RestoreFailed
from app.usecases.unit import Request
from db.engine.opening import connect
from db.keys import is_private, read_key
from db.records import RecordsBusy
from tests.builders import LAN, MONDAY, a_desk, a_dossier


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    done = a_dossier(desk)
    prints.make_print(desk, LAN, PrintRequest("01", done.dossier_id), paper="a4")
    yield desk
    desk.close()


@pytest.fixture
def stick(tmp_path):
    (tmp_path / "usb").mkdir()
    return tmp_path / "usb"


def test_a_backup_restores_on_a_clean_machine_row_for_row(desk, stick, tmp_path):
    made = backup.back_up(desk, LAN, stick)
    assert made.verified.dossiers == 1
    done = restoring.restore(made.path, tmp_path / "elsewhere", SetClock(MONDAY))
    assert done.replaced is None
    restored = opening.open_desk(tmp_path / "elsewhere", SetClock(MONDAY))
    view = lookup.dossier_view(restored, LAN, 1)
    assert view == lookup.dossier_view(desk, LAN, 1)
    pdf = prints.stored_pdf(restored, LAN, view.prints[0].id)
    assert pdf == prints.stored_pdf(desk, LAN, view.prints[0].id)
    assert is_private(tmp_path / "elsewhere")
    restored.close()


def test_a_restore_moves_aside_what_it_replaces(desk, stick, tmp_path):
    made = backup.back_up(desk, LAN, stick)
    a_dossier(desk)
    desk.close()
    done = restoring.restore(made.path, tmp_path / "data", SetClock(MONDAY))
    now = opening.open_desk(tmp_path / "data", SetClock(MONDAY))
    old = opening.open_desk(done.replaced, SetClock(MONDAY))
    assert len(lookup.find(now, LAN, "hoang")) == 1
    assert len(lookup.find(old, LAN, "hoang")) == 2
    now.close()
    old.close()


@pytest.mark.parametrize("harm", ["cut", "flip", "foreign", "text", "extra", "escape"])
def test_a_damaged_or_foreign_file_is_refused_before_anything_is_touched(
    desk, stick, tmp_path, harm
):
    made = backup.back_up(desk, LAN, stick)
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
        restoring.restore(made.path, tmp_path / "data", SetClock(MONDAY))
    after = {p.name: p.read_bytes() for p in (tmp_path / "data").iterdir() if p.is_file()}
    assert after == before
    assert not (tmp_path / "x").exists()


def test_a_backup_into_a_missing_folder_is_refused(desk, tmp_path):
    with pytest.raises(BackupFailed):
        backup.back_up(desk, LAN, tmp_path / "khong-co")


def test_a_full_stick_leaves_no_half_file(desk, stick, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(zipfile.ZipFile, "open", full)
    with pytest.raises(BackupFailed):
        backup.back_up(desk, LAN, stick)
    assert list(stick.iterdir()) == []
    assert not list(desk.folder.glob(".motcua-tam-*"))


def test_numbers_given_after_the_backup_are_never_given_again(desk, stick, tmp_path):
    made = backup.back_up(desk, LAN, stick)
    given = a_dossier(desk).dossier_code
    desk.close()
    restoring.restore(made.path, tmp_path / "data", SetClock(MONDAY))
    restored = opening.open_desk(tmp_path / "data", SetClock(MONDAY))
    assert given.endswith("-0002")
    assert a_dossier(restored).dossier_code.endswith("-0003")
    assert verification.verify_records(restored, LAN).dossiers == 2
    restored.close()


def test_data_too_damaged_to_be_read_is_replaced_all_the_same(desk, stick, tmp_path):
    made = backup.back_up(desk, LAN, stick)
    desk.close()
    (tmp_path / "data" / "motcua.db").write_bytes(b"x" * 9_000)
    done = restoring.restore(made.path, tmp_path / "data", SetClock(MONDAY))
    assert (done.replaced / "motcua.db").read_bytes() == b"x" * 9_000
    assert done.verified.dossiers == 1


def everything(folder):
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("after", range(5))
def test_a_restore_that_cannot_put_its_files_in_place_puts_the_old_ones_back(
    desk, stick, tmp_path, monkeypatch, after
):
    made = backup.back_up(desk, LAN, stick)
    desk.close()
    before = everything(tmp_path / "data")
    move, moves = os.replace, iter(range(99))

    def stuck(source, target):
        to = Path(target).parent
        if (to == tmp_path / "data" or "truoc-khoi-phuc" in to.name) and next(moves) == after:
            monkeypatch.setattr(os, "replace", move)
            raise OSError(28, "No space left on device")
        move(source, target)

    # The first: from where nothing at all can be moved out, things are set aside inside.
    after += 1
    monkeypatch.setattr(os, "replace", stuck)
    with pytest.raises(RestoreFailed) as failed:
        restoring.restore(made.path, tmp_path / "data", SetClock(MONDAY))
    assert failed.value.facts["why"] == "ổ đĩa đầy"
    assert everything(tmp_path / "data") == before
    assert {path.name for path in tmp_path.iterdir()} == {"data", "usb"}


def rewritten(made, *, names=None, manifest=None, double=None):
    """The backup at `made` with other names, another manifest, or one entry twice."""
    with zipfile.ZipFile(made) as bundle:
        parts = {name: bundle.read(name) for name in bundle.namelist()}
    contents = json.loads(parts.pop("sao-luu.json"))
    for old, new in (names or {}).items():
        parts[new] = parts.pop(old)
        contents["files"][new] = contents["files"].pop(old)
    contents.update(manifest or {})
    with warnings.catch_warnings(), zipfile.ZipFile(made, "w") as bundle:
        warnings.simplefilter("ignore")
        for name in (*parts, *([double] if double else [])):
            bundle.writestr(name, parts[name])
        bundle.writestr("sao-luu.json", json.dumps(contents))


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"manifest": {"format": "motcua-backup-9"}}, "không đúng định dạng"),
        ({"manifest": {"files": []}}, "danh sách tệp không khớp"),
        ({"double": "motcua.db"}, "có tên tệp lặp lại"),
        ({"names": {"motcua.db": "../motcua.db"}}, "tệp lạ"),
        ({"names": {"motcua.db": "giay-to/aa/x.giay"}}, "tệp lạ"),
        ({"names": {"motcua.db": "giay-to/x"}}, "tệp lạ"),
    ],
)
def test_a_bundle_that_is_not_as_we_make_it_is_refused_with_its_reason(
    desk, stick, tmp_path, change, why
):
    made = backup.back_up(desk, LAN, stick).path
    rewritten(made, **change)
    with pytest.raises(NotABackup) as refused:
        restoring.restore(made, tmp_path / "elsewhere", SetClock(MONDAY))
    assert why in refused.value.facts["why"]
    assert {path.name for path in tmp_path.iterdir()} == {"data", "usb"}


def test_a_file_that_is_not_what_the_bundle_says_is_refused_by_name(desk, stick, tmp_path):
    made = backup.back_up(desk, LAN, stick).path
    with zipfile.ZipFile(made) as bundle:
        digests = json.loads(bundle.read("sao-luu.json"))["files"]
    rewritten(made, manifest={"files": digests | {"motcua.key": "0" * 64}})
    with pytest.raises(NotABackup) as refused:
        restoring.restore(made, tmp_path / "elsewhere", SetClock(MONDAY))
    assert refused.value.facts["why"] == "motcua.key đã bị thay đổi"


def test_a_backup_that_is_not_there_is_said_to_be_missing(tmp_path):
    with pytest.raises(NotABackup) as refused:
        restoring.restore(tmp_path / "no.mcbk", tmp_path / "data", SetClock(MONDAY))
    assert refused.value.facts["why"] == "không có tệp này"


def test_data_that_opens_but_lost_its_numbers_is_replaced_all_the_same(desk, stick, tmp_path):
    made = backup.back_up(desk, LAN, stick)
    desk.close()
    connection = connect(tmp_path / "data" / "motcua.db", read_key(tmp_path / "data"))
    connection.execute("DROP TABLE number_series")
    connection.close()
    done = restoring.restore(made.path, tmp_path / "data", SetClock(MONDAY))
    assert done.verified.dossiers == 1
    assert (done.replaced / "motcua.db").exists()


def test_a_backup_says_how_far_it_is_in_hundredths(desk, stick):
    reports = []
    backup.back_up(desk, LAN, stick, progress=lambda *at: reports.append(at))
    hundredths = [done for done, _ in reports]
    assert {total for _, total in reports} == {100}
    assert hundredths == sorted(hundredths)
    assert (hundredths[0], hundredths[-1]) == (0, 100)
    assert {10, 20} <= set(hundredths)  # written, then unpacked to be checked


def test_a_restore_says_how_far_it_is_in_hundredths(desk, stick, tmp_path):
    made = backup.back_up(desk, LAN, stick)
    reports = []
    restoring.restore(
        made.path, tmp_path / "new", SetClock(MONDAY), progress=lambda *at: reports.append(at)
    )
    hundredths = [done for done, _ in reports]
    assert {total for _, total in reports} == {100}
    assert hundredths == sorted(hundredths)
    assert (hundredths[0], hundredths[-1]) == (0, 100)


class Stopped(Exception):
    """The clerk does not want it any more."""


class StopsAt:
    """A report that ends the work at its `nth` call."""

    def __init__(self, nth):
        self.left = nth

    def __call__(self, _done, _total):
        self.left -= 1
        if self.left <= 0:
            raise Stopped


@pytest.mark.parametrize("nth", [1, 2, 3, 5, 8, 13])
def test_a_backup_that_is_stopped_leaves_nothing(desk, stick, nth):
    with pytest.raises(Stopped):
        backup.back_up(desk, LAN, stick, progress=StopsAt(nth))
    assert list(stick.iterdir()) == []
    assert not list(desk.folder.glob(".motcua-tam-*"))


def test_a_paper_that_gets_its_row_while_it_is_saved_is_in_the_backup(desk, stick, tmp_path):
    """It waits under a second name when papers are listed, and has its own when it is read."""
    (digest,) = desk.papers.confirmed()
    desk.papers.let_wait([digest])

    def confirm(_done, _total):
        if any(one.stat().st_size for one in stick.iterdir()):
            desk.papers.confirm(digest)

    made = backup.back_up(desk, LAN, stick, progress=confirm)
    assert made.verified.papers == 1
    assert desk.papers.confirmed() == {digest}


def test_a_backup_is_on_the_medium_as_it_grows_and_not_all_at_its_end(desk, stick, monkeypatch):
    known = []

    def noted(draft):
        draft.file.flush()
        known.append(draft.path.stat().st_size)

    monkeypatch.setattr(Draft, "sync", noted)
    monkeypatch.setattr(copying, "_SYNCED_EACH", 2**19)
    made = backup.back_up(desk, LAN, stick)
    assert len(known) > 2
    assert known == sorted(known)
    assert known[-1] == made.bytes


def test_a_copy_of_the_records_can_be_stopped_amid_it_and_made_afterwards(desk, stick):
    """The engine asks while it copies, before a byte of the backup is written."""
    with pytest.raises(Stopped):
        backup.back_up(desk, LAN, stick, progress=StopsAt(1))
    assert backup.back_up(desk, LAN, stick).verified.dossiers == 1


@pytest.mark.parametrize("nth", [1, 3, 5, 8])
def test_a_restore_that_is_stopped_leaves_what_was_there(desk, stick, tmp_path, nth):
    made = backup.back_up(desk, LAN, stick)
    a_dossier(desk)
    desk.close()
    with pytest.raises(Stopped):
        restoring.restore(made.path, desk.folder, SetClock(MONDAY), progress=StopsAt(nth))
    assert not list(desk.folder.glob(".motcua-tam-*"))
    again = opening.open_desk(desk.folder, SetClock(MONDAY))
    assert data_facts.data_facts(again, LAN).dossiers == 2
    again.close()


def test_a_backup_says_whose_data_it_holds_before_it_is_put_back(desk, stick, tmp_path):
    made = backup.back_up(desk, LAN, stick)
    a_dossier(desk)
    found = restoring.look_into(made.path, tmp_path / "data", desk.clock)
    assert (found.office, found.agency_code) == ("UBND xã Mẫu Sơn", "H37.99.1")
    assert (found.dossiers, found.first_at, found.last_at) == (1, MONDAY, MONDAY)
    assert found.made_at == MONDAY
    assert data_facts.data_facts(desk, LAN).dossiers == 2
    assert list((tmp_path).glob(".motcua-tam*")) == []


def test_what_is_no_backup_is_said_before_anything_is_asked(desk, tmp_path):
    (tmp_path / "x.mcbk").write_bytes(b"x")
    with pytest.raises(NotABackup):
        restoring.look_into(tmp_path / "x.mcbk", tmp_path / "data", desk.clock)


def test_a_backup_is_remembered_with_its_folder(desk, stick):
    assert backed_up_at(lookup.settings(desk, LAN)) is None
    made = backup.back_up(desk, LAN, stick)
    data_facts.note_backup(desk, LAN, made.path)
    settings = lookup.settings(desk, LAN)
    assert backed_up_at(settings) == MONDAY
    assert settings.backup_folder == str(stick)
    desk.clock.advance(days=-100)
    data_facts.note_backup(desk, LAN, made.path)  # a doubted clock tells nothing
    assert backed_up_at(lookup.settings(desk, LAN)) == MONDAY


def test_a_backup_whose_request_cannot_be_kept_stands_all_the_same(desk, stick, monkeypatch):
    keep = []

    def busy(*_):
        keep.append(1)
        raise RecordsBusy

    monkeypatch.setattr("db.stores.requests.keep", busy)
    made = backup.back_up(desk, LAN, stick, request=Request("sao-luu-1"))
    assert made.path.exists()
    assert keep
