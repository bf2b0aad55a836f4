"""What was answered as kept and is gone is noticed, said, and gone on from with a reason."""

import json
import os
import random
import shutil

import pytest

from app.domain.clock import SetClock
from app.domain.forms.print_request import PrintRequest
from app.domain.read_only import Reason
from app.domain.safety.schedule import Occasion
from app.domain.text import TextMissing
from app.usecases.dossier import progress
from app.usecases.dossier.progress import Opened
from app.usecases.office import opening, settings
from app.usecases.printing import prints
from app.usecases.queries import lookup
from app.usecases.safety import automatic, backup, loss, restoring, verification
from app.usecases.safety.loss import NothingLost
from app.wording.refusals import say
from db.inspect import PrintsLost
from db.records import Records
from db.stores import ledger
from db.witness.comparing import RecordsLost
from db.witness.known import HEAD_FILE, HeadFileDamaged, HeadMissing, Row, read_known, write_known
from db.witness.writing import Witness
from tests.builders import LAN, MONDAY, a_desk, a_dossier
from tests.db.witness.witnessed import heads, knows

CODE = "H37.99.1-261123-{:04d}"
SIX = tuple(CODE.format(number) for number in range(4, 10))
WHY = "Mất điện, không có bản sao lưu nào đủ"


@pytest.fixture(scope="module")
def killed(tmp_path_factory):
    """Three dossiers of the day before, and a session of six that was cut by a power cut."""
    place = tmp_path_factory.mktemp("killed")
    desk = a_desk(place / "data")
    for _ in range(3):
        a_dossier(desk)
    desk.close()
    desk = opening.open_desk(place / "data", SetClock(MONDAY))
    assert [a_dossier(desk).dossier_code for _ in SIX] == list(SIX)
    shutil.copytree(place / "data", place / "cut")
    desk.close()
    return place / "cut"


@pytest.fixture
def folder(killed, tmp_path):
    """The killed session's folder, to be harmed."""
    return shutil.copytree(killed, tmp_path / "data")


@pytest.fixture
def lossy(folder):
    """Its log is gone, and six dossiers with it."""
    (folder / "motcua.db-wal").unlink()
    return folder


def opened(folder):
    return opening.open_desk(folder, SetClock(MONDAY))


def test_a_killed_session_is_whole_and_goes_on(folder):
    desk = opened(folder)
    assert desk.read_only.reason is None
    assert verification.verify_records(desk, LAN).dossiers == 9
    assert a_dossier(desk).dossier_code == CODE.format(10)
    desk.close()


def test_a_flipped_byte_of_the_log_is_noticed_wherever_it_lies(killed, tmp_path):
    log = (killed / "motcua.db-wal").read_bytes()
    chance = random.Random(9)
    places = [0, 31, 32, len(log) - 1, *(chance.randrange(len(log)) for _ in range(26))]
    assert len(places) == 30
    for nth, place in enumerate(places):
        folder = shutil.copytree(killed, tmp_path / f"{nth}")
        flipped = bytearray(log)
        flipped[place] ^= 1 << chance.randrange(8)
        (folder / "motcua.db-wal").write_bytes(flipped)
        desk = opened(folder)
        assert desk.read_only.reason is Reason.LOSS, place
        assert SIX[-1] in say(desk.read_only.refusal)
        with pytest.raises(RecordsLost):
            verification.verify_records(desk, LAN)
        with pytest.raises(RecordsLost):
            a_dossier(desk)
        desk.close()
        assert opened_again_is_read_only(folder)


def opened_again_is_read_only(folder):
    desk = opened(folder)
    reason = desk.read_only.reason
    desk.close()
    return reason is Reason.LOSS


def test_a_log_taken_away_is_noticed_and_each_dossier_is_named(lossy):
    desk = opened(lossy)
    with pytest.raises(RecordsLost) as refused:
        a_dossier(desk)
    assert refused.value.exit_code == 3
    assert refused.value.facts["rows"] == 6
    said = say(refused.value)
    assert all(code in said for code in SIX)
    assert "0003" not in said
    assert "Hãy khôi phục bản sao lưu" in said
    assert lookup.find(desk, LAN, CODE.format(3))
    desk.close()


def test_acts_on_dossiers_that_are_still_there_are_named_apart(folder):
    desk = opened(folder)
    desk.close()
    older = (folder / "motcua.db").read_bytes()
    desk = opened(folder)
    settings.change_setting(desk, LAN, "place", "Đồng Đăng")
    progress.start_processing(desk, LAN, Opened(2))
    desk.close()
    (folder / "motcua.db").write_bytes(older)
    desk = opened(folder)
    refusal = desk.read_only.refusal
    assert refusal.facts["rows"] == 2
    assert refusal.facts["what"] == f"việc sau cùng của hồ sơ {CODE.format(2)}"
    done = loss.accept_loss(desk, LAN, WHY)
    assert (done.dossiers, done.changed) == ((), (CODE.format(2),))
    progress.start_processing(desk, LAN, Opened(2))
    desk.close()


def test_of_many_dossiers_some_are_named_and_the_others_counted(lossy):
    known = read_known(lossy)
    more = {(1, seq): Row(f"{seq:064d}", "DOSSIER", 1, CODE.format(seq)) for seq in range(10, 30)}
    write_known(lossy, known.with_commit(more, {}))
    desk = opened(lossy)
    assert "0015 và 14 hồ sơ nữa" in say(desk.read_only.refusal)
    desk.close()


def test_a_loss_is_accepted_with_a_reason_and_no_number_is_given_again(lossy):
    desk = opened(lossy)
    done = loss.accept_loss(desk, LAN, WHY)
    assert (done.rows, done.dossiers, done.changed) == (6, SIX, ())
    assert done.left_out["H37.99.1 2026-11-23"] == 9
    assert desk.read_only.reason is None
    assert a_dossier(desk).dossier_code == CODE.format(10)
    verification.verify_records(desk, LAN)
    with desk.records.read() as connection:
        (row,) = [one for one in ledger.entries(connection) if one.event == ledger.LOSS_ACCEPTED]
    assert (row.reason, row.hash) == (WHY, done.ledger_hash)
    assert json.loads(row.detail)["dossiers"] == list(SIX)
    desk.close()
    desk = opened(lossy)
    assert desk.read_only.reason is None
    with pytest.raises(NothingLost):
        loss.accept_loss(desk, LAN, WHY)
    desk.close()


def test_the_log_of_a_loss_is_kept_once_however_often_it_is_looked_at(folder):
    log = bytearray((folder / "motcua.db-wal").read_bytes())
    log[200] ^= 1
    (folder / "motcua.db-wal").write_bytes(log)
    first, second = opened(folder), opened(folder)
    first.close()
    second.close()
    assert opened_again_is_read_only(folder)
    (kept,) = folder.glob("motcua.db-wal.*")
    assert kept.read_bytes() == log
    assert kept.stat().st_mode & 0o077 == 0 or os.name != "posix"


def test_a_full_disk_keeps_no_log_and_opens_all_the_same(folder, monkeypatch):
    (folder / "motcua.db-wal").write_bytes(b"x" * 5_000)
    monkeypatch.setattr("db.records.write_durably", full)
    desk = opened(folder)
    assert desk.read_only.reason is Reason.LOSS
    desk.close()
    assert not list(folder.glob("motcua.db-wal.*"))


def test_nothing_is_accepted_without_a_reason(lossy):
    desk = opened(lossy)
    with pytest.raises(TextMissing):
        loss.accept_loss(desk, LAN, "  ")
    assert desk.read_only.reason is Reason.LOSS
    desk.close()


def test_a_kill_between_the_acceptance_and_the_witness_is_mended_at_the_next_opening(
    lossy, monkeypatch
):
    desk = opened(lossy)
    monkeypatch.setattr(Witness, "write_anew", full)
    loss.accept_loss(desk, LAN, WHY)
    desk.close()
    before = heads(lossy)
    monkeypatch.undo()
    desk = opened(lossy)
    assert desk.read_only.reason is None
    assert heads(lossy) != before
    assert a_dossier(desk).dossier_code == CODE.format(10)
    desk.close()
    assert not opened_again_is_read_only(lossy)


def test_another_loss_is_not_covered_by_the_reason_given_for_the_first(lossy):
    desk = opened(lossy)
    loss.accept_loss(desk, LAN, WHY)
    desk.close()
    kept = heads(lossy)
    knows(lossy, kept | {1: (kept[1][0] + 1, "f" * 64)})
    assert opened_again_is_read_only(lossy)


@pytest.mark.parametrize("harm", ["gone", "emptied"])
def test_without_a_witness_that_can_be_read_it_is_opened_only_to_accept_that(folder, harm):
    if harm == "gone":
        (folder / HEAD_FILE).unlink()
    else:
        (folder / HEAD_FILE).write_bytes(b"")
    with pytest.raises((HeadMissing, HeadFileDamaged)):
        opened(folder)
    desk = opening.open_desk(folder, SetClock(MONDAY), recovers=True)
    with pytest.raises((HeadMissing, HeadFileDamaged)):
        a_dossier(desk)
    done = loss.accept_loss(desk, LAN, WHY)
    assert (done.rows, done.dossiers) == (0, ())
    assert a_dossier(desk).dossier_code == CODE.format(10)
    desk.close()
    desk = opened(folder)
    assert verification.verify_records(desk, LAN).dossiers == 10
    desk.close()


def test_a_restore_ends_the_loss_and_gives_no_lost_number_again(lossy, tmp_path):
    (tmp_path / "usb").mkdir()
    other = shutil.copytree(lossy, tmp_path / "other")
    (other / HEAD_FILE).unlink()
    desk = opening.open_desk(other, SetClock(MONDAY), recovers=True)
    loss.accept_loss(desk, LAN, WHY)
    made = backup.back_up(desk, LAN, tmp_path / "usb").path
    desk.close()
    restoring.restore(made, lossy, SetClock(MONDAY))
    desk = opened(lossy)
    assert desk.read_only.reason is None
    assert a_dossier(desk).dossier_code == CODE.format(10)
    desk.close()


def test_a_backup_of_what_lacks_something_is_not_made(lossy, tmp_path):
    desk = opened(lossy)
    with pytest.raises(RecordsLost):
        backup.back_up(desk, LAN, tmp_path)
    desk.close()


@pytest.fixture
def printed(killed, tmp_path):
    """A dossier whose receipt was printed after the last close; its log was cut with the print."""
    folder = shutil.copytree(killed, tmp_path / "printed")
    opened(folder).close()
    whole = (folder / "motcua.db").read_bytes()
    desk = opened(folder)
    prints.make_print(desk, LAN, PrintRequest("01", 1), paper="a4")
    desk.close()
    (folder / "motcua.db").write_bytes(whole)
    return folder


def test_a_stored_paper_without_its_print_tells_of_a_loss(printed):
    desk = opened(printed)
    assert desk.read_only.reason is None, "a print alone is no row of the ledger"
    with pytest.raises(PrintsLost) as found:
        verification.verify_records(desk, LAN)
    assert found.value.exit_code == 3
    assert found.value.facts["papers"] == 1
    assert loss.accept_loss(desk, LAN, WHY).papers == 1
    verification.verify_records(desk, LAN)
    again = prints.make_print(desk, LAN, PrintRequest("01", 1), paper="a4")
    assert prints.stored_pdf(desk, LAN, again.print_id) == again.pdf
    verification.verify_records(desk, LAN)
    desk.close()


def test_a_kill_between_paper_and_print_is_no_loss(folder, monkeypatch):
    desk = opened(folder)
    monkeypatch.setattr("db.stores.prints.add_print", full)
    with pytest.raises(OSError, match="No space"):
        prints.make_print(desk, LAN, PrintRequest("01", 1), paper="a4")
    monkeypatch.undo()
    verification.verify_records(desk, LAN)
    prints.make_print(desk, LAN, PrintRequest("01", 1), paper="a4")
    assert verification.verify_records(desk, LAN).papers == 1
    desk.close()


def test_a_kill_between_print_and_the_papers_name_loses_nothing(folder, monkeypatch, tmp_path):
    desk = opened(folder)
    monkeypatch.setattr("db.papers.PaperStore.confirm", lambda *_: None)
    done = prints.make_print(desk, LAN, PrintRequest("01", 1), paper="a4")
    monkeypatch.undo()
    assert verification.verify_records(desk, LAN).papers == 1
    assert prints.stored_pdf(desk, LAN, done.print_id) == done.pdf
    (tmp_path / "usb").mkdir()
    made = backup.back_up(desk, LAN, tmp_path / "usb")
    desk.close()
    restoring.restore(made.path, tmp_path / "else", SetClock(MONDAY))
    desk = opened(tmp_path / "else")
    assert verification.verify_records(desk, LAN).papers == 1
    desk.close()


def test_a_print_while_a_backup_is_made_is_no_loss_of_the_copy(folder, monkeypatch, tmp_path):
    desk = opened(folder)
    copy = Records.copy

    def meanwhile(records, to, goes_on):
        copy(records, to, goes_on)
        prints.make_print(desk, LAN, PrintRequest("01", 1), paper="a4")

    monkeypatch.setattr(Records, "copy", meanwhile)
    (tmp_path / "usb").mkdir()
    made = backup.back_up(desk, LAN, tmp_path / "usb")
    assert made.verified.papers == 0
    desk.close()
    restoring.restore(made.path, tmp_path / "else", SetClock(MONDAY))
    desk = opened(tmp_path / "else")
    verification.verify_records(desk, LAN)
    desk.close()


def test_copies_are_not_made_or_thinned_by_themselves_while_something_is_lost(lossy):
    desk = opened(lossy)
    with pytest.raises(RecordsLost):
        automatic.back_up_to_places(desk, LAN, Occasion.ASKED)
    desk.close()


def full(*_, **__):
    raise OSError(28, "No space left on device")
