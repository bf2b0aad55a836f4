"""A portal's mistyped code is put right, unless the province may have the dossier by it."""

import json
import zipfile
from dataclasses import replace

import pytest

from app.answers.exchange import Exported
from app.domain.catalogue.procedure import Channel
from app.domain.dossier.correction import Correction
from app.domain.dossier.filing import CodeDoubt, FilingSystem
from app.domain.dossier.opened import Opened
from app.domain.errors import InvalidRequest
from app.usecases.dossier import correction, progress
from app.usecases.exchange import answering, exporting
from app.usecases.queries import lookup
from app.usecases.safety import verification
from app.wording.refusals import say
from db.stores import outbox
from tests.builders import LAN, a_desk, a_dossier

MISTYPED, RIGHT = "G09.20-20261120-0092637", "G09.20-20261120-0092673"


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    (tmp_path / "usb").mkdir()
    yield desk
    verification.verify_records(desk, LAN)
    desk.close()


@pytest.fixture
def export(desk, tmp_path):
    """Writes a package; the messages in it."""

    def write():
        done: Exported = exporting.export_package(desk, LAN, tmp_path / "usb")
        with zipfile.ZipFile(done.path) as whole:
            names = ("ho_so.jsonl", "tien_trinh.jsonl")
            return [json.loads(line) for name in names for line in whole.read(name).splitlines()]

    return write


def online(desk, code=MISTYPED, **changes):
    return a_dossier(desk, **({"channel": Channel.ONLINE, "official_code": code} | changes))


def correct(desk, done, code):
    return correction.correct_dossier(
        desk, LAN, Opened(done.dossier_id), Correction(official_code=code), reason="Gõ nhầm"
    )


def dossier_of(desk, done):
    return lookup.dossier_view(desk, LAN, done.dossier_id).dossier


def sent_digest(connection, event_id):
    (digest,) = outbox.find(connection, event_id).sent
    return digest


def answer(desk, messages, ma):
    from_us = [
        {"event_id": one["event_id"], "phien_ban": one["phien_ban"], "ma": ma, "sha256": ""}
        for one in messages
    ]
    with desk.records.read() as connection:
        known = [one | {"sha256": sent_digest(connection, one["event_id"])} for one in from_us]
    answering.take_answers(desk, LAN, json.dumps({"ket_qua": known}).encode())


def test_a_corrected_code_stands_everywhere_and_the_old_one_still_finds(desk):
    done = online(desk)
    correct(desk, done, f" {RIGHT.lower()} ")
    dossier = dossier_of(desk, done)
    assert (dossier.official_code, dossier.former_codes) == (RIGHT, (MISTYPED,))
    for code in (RIGHT, MISTYPED, dossier.code):
        assert lookup.dossier_id_of(desk, LAN, code) == done.dossier_id
        assert [row.id for row in lookup.find(desk, LAN, code)] == [done.dossier_id]
    for part in ("0092637", "g092020261120 0092637", MISTYPED.replace("-", "").replace(".", "")):
        assert [row.id for row in lookup.find(desk, LAN, part)] == [done.dossier_id]
    entry = lookup.dossier_view(desk, LAN, done.dossier_id).timeline[-1]
    assert entry.event == "CORRECT"
    assert entry.changes == (("official_code", MISTYPED, RIGHT),)


def test_only_the_right_code_leaves_also_with_what_happened_before(desk, export):
    done = online(desk)
    progress.start_processing(desk, LAN, Opened(done.dossier_id))
    correct(desk, done, RIGHT)
    messages = export()
    assert len(messages) == 5
    for message in messages:
        assert message["ma_ho_so"] == message["du_lieu"]["MaHoSo"] == RIGHT
    assert MISTYPED not in json.dumps(messages)


def test_a_code_that_was_lacking_is_noted_later(desk, export):
    done = online(desk, "")
    assert done.code_doubt is CodeDoubt.NO_CODE
    correct(desk, done, RIGHT)
    assert dossier_of(desk, done).filing.system is FilingSystem.PORTAL
    for message in export():
        assert message["ma_ho_so"] == message["du_lieu"]["MaHoSo"] == RIGHT


def test_a_code_pasted_into_the_wrong_dossier_is_taken_away(desk, export):
    done = online(desk)
    correct(desk, done, "")
    dossier = dossier_of(desk, done)
    assert (dossier.official_code, dossier.former_codes) == ("", (MISTYPED,))
    again = online(desk)  # whose code it is
    assert lookup.dossier_id_of(desk, LAN, MISTYPED) == again.dossier_id
    codes = {message["ma_ho_so"] for message in export()}
    assert codes == {dossier.code, MISTYPED}


def test_what_the_province_may_have_keeps_its_code(desk, export):
    done = online(desk)
    sent = export()
    with pytest.raises(InvalidRequest) as refused:
        correct(desk, done, RIGHT)
    assert "đã gửi lên tỉnh với mã " + MISTYPED in say(refused.value)
    answer(desk, sent, "DA_NHAN")
    with pytest.raises(InvalidRequest):
        correct(desk, done, RIGHT)
    assert dossier_of(desk, done).official_code == MISTYPED


def test_what_the_province_refused_whole_is_put_right(desk, export):
    done = online(desk)
    answer(desk, export(), "TU_CHOI")
    correct(desk, done, RIGHT)
    assert {message["ma_ho_so"] for message in export()} == {RIGHT}


@pytest.mark.parametrize("code", ["0092673", "H37.99.1-261123-0002"])
def test_what_is_no_code_or_anothers_is_refused_and_nothing_is_kept(desk, code):
    done, _ = online(desk), a_dossier(desk)
    with pytest.raises(InvalidRequest) as refused:
        correct(desk, done, code)
    assert refused.value.problems[0].field == "official_code"
    assert dossier_of(desk, done).official_code == MISTYPED


def test_a_code_that_does_not_change_is_no_correction(desk):
    done = online(desk)
    with pytest.raises(correction.NothingToCorrect):
        correct(desk, done, MISTYPED)


def test_the_code_the_province_binds_keeps_the_one_before_it(desk, export):
    done = online(desk)
    (first, *_) = export()
    with desk.records.read() as connection:
        digest = sent_digest(connection, first["event_id"])
    bound = {"event_id": first["event_id"], "phien_ban": 1, "ma": "DA_NHAN", "sha256": digest,
             "ma_ho_so_quoc_gia": RIGHT}  # fmt: skip
    answering.take_answers(desk, LAN, json.dumps({"ket_qua": [bound]}).encode())
    assert dossier_of(desk, done).official_code == RIGHT
    assert lookup.dossier_id_of(desk, LAN, MISTYPED) == done.dossier_id


def test_at_the_desk_a_code_is_doubted(desk):
    assert a_dossier(desk, official_code=RIGHT).code_doubt is CodeDoubt.NOT_ONLINE
    assert a_dossier(desk).code_doubt is None
    assert replace(online(desk)).code_doubt is None
