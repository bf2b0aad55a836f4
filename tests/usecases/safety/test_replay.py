"""Whatever happens to dossiers, their ledger rows tell each of them whole."""

import tempfile
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.actor import Actor
from app.domain.catalogue.procedure import Channel, ReturnBy
from app.domain.certification.books import CertifiedDocument
from app.domain.clock import SetClock
from app.domain.deadline.apology import NoticeWay
from app.domain.dossier.dossier import SubmittedDocument
from app.domain.dossier.identity import Sex
from app.domain.errors import DeskError
from app.domain.money.fee import Exemption, FeeKind, plain_line
from app.domain.money.payment import PaymentRequest, Refund
from app.usecases.certification import certifying
from app.usecases.dossier import ending, extending, progress
from app.usecases.dossier.correction import Correction, correct_dossier
from app.usecases.dossier.progress import Opened
from app.usecases.exchange import answering
from app.usecases.ledger_values import DossierAltered, LedgerUnreadable, differences, replayed
from app.usecases.money import fees
from app.usecases.office import opening
from app.usecases.safety import verification
from app.usecases.safety.dossier_check import StateContradicted
from app.wording.refusals import say
from db.engine.opening import connect
from db.keys import read_key
from db.stores import dossiers, ledger
from tests.builders import LAN, MONDAY, a_certification, a_desk, a_dossier, an_applicant
from tests.usecases.exchange.test_exporting import answers, sent

LINE = plain_line("Lệ phí", 5_000, kind=FeeKind.FEE, per="", quantity=1, source="NQ 1")
POOR = Exemption("HO_NGHEO", "Sổ hộ nghèo 1")


def register(desk, actor, _):
    a_dossier(
        desk, actor, fees=(LINE,), note="Ghi chú\ndòng hai", channel=Channel.ONLINE,
        filed_at=MONDAY, return_by=ReturnBy.POST,
        representative=an_applicant(full_name="Lý A Sềnh", sex=Sex.MALE),
    )  # fmt: skip


def certify(desk, actor, _):
    a_certification(desk, CertifiedDocument("Bằng", pages=2), actor=actor, payment=PaymentRequest())


def correct(desk, actor, of):
    papers = (SubmittedDocument("Tờ khai", 1, 0),)
    change = Correction(
        applicant=an_applicant(phone="", born="1960", email="may@vidu.vn"), documents=papers
    )
    correct_dossier(desk, actor, of, change, reason="Gõ nhầm")


def take_away(desk, actor, of):
    change = Correction(no_representative=True, note="")
    correct_dossier(desk, actor, of, change, reason="Ghi nhầm")


def recount(desk, actor, of):
    certifying.correct_certification(
        desk, actor, of, [CertifiedDocument("Bằng", pages=1)], reason="Đếm nhầm"
    )


def give_back(desk, actor, of):
    slip = next(slip.slip for slip in fees.money_of(desk, actor, of.dossier_id).payments)
    fees.refund_payment(desk, actor, of, Refund(slip, "Thu thừa", 500))


def send(desk, _, of):
    answering.take_answers(
        desk, LAN, answers(sent(desk)[-1:], ma_ho_so_quoc_gia=f"H37-{of.dossier_id}")
    )


DONE = {
    "register": register,
    "certify": certify,
    "correct": correct,
    "take_away": take_away,
    "recount": recount,
    "start": lambda desk, actor, of: progress.start_processing(desk, actor, of),
    "ask": lambda desk, actor, of: progress.request_supplement(
        desk, actor, of, papers=["Giấy khai sinh", "Ảnh"], reason="Thiếu"
    ),
    "complete": lambda desk, actor, of: progress.complete_supplement(desk, actor, of, note="Đủ"),
    "extend": lambda desk, actor, of: extending.extend_promise(
        desk,
        actor,
        of,
        due_at=extending.proposed_extension(desk, actor, of.dossier_id).due_at,
        reason="Bận",
        approver="Vy Văn Nam",
    ),
    "notify": lambda desk, actor, of: extending.note_notice(desk, actor, of, way=NoticeWay.PHONE),
    "finish": lambda desk, actor, of: progress.finish_processing(desk, actor, of),
    "return": lambda desk, actor, of: progress.return_result(
        desk, actor, of, to_whom="Hoàng Thị Mẩy", identity="020185001234"
    ),
    "withdraw": lambda desk, actor, of: ending.cancel_dossier(
        desk, actor, of, reason="Đổi ý", withdrawn=True
    ),
    "charge": lambda desk, actor, of: fees.charge_fees(desk, actor, of, [LINE], reason="Thêm"),
    "waive": lambda desk, actor, of: fees.waive_fee(desk, actor, of, POOR),
    "collect": lambda desk, actor, of: fees.collect_fee(desk, actor, of, PaymentRequest()),
    "give_back": give_back,
    "send": send,
}
steps = st.lists(
    st.tuples(
        st.sampled_from(sorted(DONE)), st.integers(1, 3), st.sampled_from((1, 2)),
        st.integers(0, 3_000),
    ),
    min_size=4,
    max_size=25,
)  # fmt: skip


@settings(max_examples=15)
@given(steps)
def test_every_dossier_replays_from_its_ledger_rows_to_what_is_stored(story):
    with tempfile.TemporaryDirectory() as folder, closing(a_desk(Path(folder) / "d")) as desk:
        register(desk, LAN, None)
        certify(desk, LAN, None)
        for what, number, station, minutes in story:
            desk.clock.advance(minutes=minutes)
            with suppress(DeskError, StopIteration):
                DONE[what](desk, Actor("Nông Văn Páo", station), Opened(number))
        with desk.records.read() as connection:
            rows = dict(ledger.by_dossier(connection))
            for dossier in dossiers.every(connection):
                known = replace(replayed(rows[dossier.id]), id=dossier.id)
                assert differences(known, dossier) == {}
                assert differences(dossier, known) == {}
                assert (known.state, known.version) == (dossier.state, dossier.version)
                assert known == dossier
                assert len(rows[dossier.id]) == dossier.version
        verification.verify_records(desk, LAN)


@pytest.fixture
def folder(tmp_path):
    desk = a_desk(tmp_path / "data")
    register(desk, LAN, None)
    progress.request_supplement(desk, LAN, Opened(1), papers=["Giấy"], reason="Thiếu")
    register(desk, LAN, None)
    desk.close()
    return tmp_path / "data"


def tamper(folder, *statements):
    connection = connect(folder / "motcua.db", read_key(folder))
    for statement in statements:
        connection.execute(statement)
    connection.close()


def verify(folder):
    with closing(opening.open_desk(folder, SetClock(MONDAY))) as desk:
        return verification.verify_records(desk, LAN)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE dossier SET ended_at = '2026-11-24T03:00:00Z' WHERE id = 2",
        "UPDATE dossier SET channel = 'DIRECT' WHERE id = 2",
        "UPDATE dossier SET representative = NULL WHERE id = 2",
        "UPDATE dossier SET limit_amount = 9 WHERE id = 2",
        "DELETE FROM submitted_document WHERE dossier_id = 2",
        "UPDATE pause SET reason = 'khác'",
        "DELETE FROM pause",
        "UPDATE promise SET due_at = '2027-01-01T03:00:00Z' WHERE dossier_id = 1",
        "UPDATE fee_line SET amount = 1, unit_amount = 1 WHERE dossier_id = 2",
    ],
)
def test_whatever_of_a_dossier_is_changed_behind_the_ledger_is_found(folder, statement):
    verify(folder)
    tamper(folder, statement)
    with pytest.raises(DossierAltered) as found:
        verify(folder)
    assert found.value.exit_code == 3
    assert found.value.facts["code"] in say(found.value)


def test_a_state_that_its_times_contradict_is_found(folder, monkeypatch):
    """The ledger agrees, yet a dossier that runs cannot have an end."""
    tamper(folder, "UPDATE dossier SET ended_at = '2026-11-24T03:00:00Z' WHERE id = 2")
    monkeypatch.setattr("app.usecases.ledger_values.differences", lambda *_: {})
    with pytest.raises(StateContradicted) as found:
        verify(folder)
    assert found.value.exit_code == 3
    assert found.value.facts["code"].endswith("-0002")
    assert "-0002" in say(found.value)


@pytest.mark.parametrize(
    "detail", ["", "[]", "[1]", "không", '{"applicant.born": 1}', '{"a": [1]}']
)
def test_rows_that_tell_no_dossier_are_damage(folder, detail):
    desk = opening.open_desk(folder, SetClock(MONDAY))
    with closing(desk), desk.records.read() as connection:
        (row,) = ledger.of_dossier(connection, 2)
    with pytest.raises(LedgerUnreadable) as found:
        replayed([replace(row, detail=detail)])
    assert found.value.facts == {"seq": row.seq}
    with pytest.raises(LedgerUnreadable):
        replayed([])
