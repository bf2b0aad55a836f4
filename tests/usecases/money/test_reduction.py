"""Fees reduced in part: quoted, charged, taken, given back and told, to the đồng."""

import json

import pytest

from app.domain.certification.books import CertifiedDocument
from app.domain.errors import InvalidRequest
from app.domain.money.fee import Exemption, FeeKind, plain_line
from app.domain.money.payment import PaymentRequest
from app.domain.money.relief import Relief
from app.exchange.tariff_file import TariffRefused
from app.printing.slip_content import SlipContent
from app.printing.stored import from_json
from app.usecases.certification import certifying
from app.usecases.dossier.progress import Opened
from app.usecases.money import cash, fees, quoting, tariffs
from app.usecases.queries import lookup
from app.usecases.safety import verification
from app.wording.refusals import say
from db.stores import prints
from tests.builders import LAN, MONDAY, a_certification, a_desk, a_dossier, a_request, rendered

PROOF = "Giấy chứng nhận hộ cận nghèo số 7"
HALF = Exemption("HO_CAN_NGHEO", PROOF, Relief(percent=50))
SIX = plain_line("Lệ phí hộ tịch", 6_000, kind=FeeKind.FEE, per="", quantity=1, source="NQ 1")
ODD = plain_line("Lệ phí hộ tịch", 7_501, kind=FeeKind.FEE, per="", quantity=1, source="NQ 1")
DEGREE = CertifiedDocument("Bằng tốt nghiệp", pages=1, copies=3)


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    yield desk
    verification.verify_records(desk, LAN)
    desk.close()


def money(desk, done):
    return fees.money_of(desk, LAN, done.dossier_id)


def shown_change(desk, done, name):
    """The change of this value at intake, as a person reads it."""
    (row,) = lookup.dossier_view(desk, LAN, done.dossier_id).timeline
    return next(change for change in row.changes if change.field == name)


def test_half_is_quoted_charged_taken_and_told(desk):
    request = a_request(fees=(ODD,), exemption=HALF, payment=PaymentRequest())
    assert quoting.quote(desk, LAN, request).due == 3_751
    done = a_dossier(desk, fees=(ODD,), exemption=HALF, payment=PaymentRequest())
    assert done.payment.amount == 3_751
    assert done.payment.relief == f"giảm 50%: {PROOF}"
    found = money(desk, done)
    assert found.lines[0].exemption == HALF
    assert found.account.outstanding == found.account.overpaid == 0
    described = f"giảm 50% – Người thuộc hộ cận nghèo (giảm) ({PROOF}), còn 3.751 đồng"
    (_, _, shown) = shown_change(desk, done, "fees")
    assert described in shown
    with desk.records.read() as connection:
        stored = prints.latest_content(connection, "payment", done.payment.id)
    slip = from_json(stored.body, SlipContent)
    (line,) = slip.lines
    assert slip.outstanding == 0
    assert (line.amount, line.due, line.relief, line.note) == (7_501, 3_751, "giảm 50%", PROOF)
    assert "3.751 đồng (giảm 50%, từ 7.501 đồng, Giấy" in done.content.decode()


def test_a_slip_for_a_part_says_what_is_still_to_be_paid(desk):
    done = a_dossier(desk, fees=(ODD,), exemption=HALF, payment=PaymentRequest(amount=1_000))
    with desk.records.read() as connection:
        stored = prints.latest_content(connection, "payment", done.payment.id)
    assert from_json(stored.body, SlipContent).outstanding == 2_751
    voided = fees.void_payment(
        desk, LAN, Opened(done.dossier_id), done.payment.slip, reason="Gõ nhầm"
    )
    with desk.records.read() as connection:
        stored = prints.latest_content(connection, "payment", voided.payment.id)
    assert from_json(stored.body, SlipContent).outstanding == 0


def test_a_reduction_that_reduces_nothing_is_refused_and_no_number_is_used(desk):
    idle = Exemption("HO_CAN_NGHEO", PROOF, Relief(to_amount=30_000))
    with pytest.raises(InvalidRequest) as refused:
        a_dossier(desk, fees=(ODD,), exemption=idle)
    (problem,) = refused.value.problems
    assert (type(problem).__name__, problem.facts["field"]) == ("ReliefIdle", "exemption.relief")
    assert a_dossier(desk).dossier_code.endswith("-0001")


@pytest.mark.parametrize("proof", ["50%", " giảm 50 % "])
def test_a_percentage_is_no_proof(desk, proof):
    with pytest.raises(InvalidRequest) as refused:
        a_dossier(desk, fees=(ODD,), exemption=Exemption("HO_NGHEO", proof))
    (problem,) = refused.value.problems
    assert (type(problem).__name__, problem.facts["field"]) == ("ProofIsRelief", "exemption.text")


def test_the_message_to_the_province_asks_for_what_is_left_and_says_why(desk):
    done = a_dossier(desk, fees=(ODD,), exemption=HALF)
    listed = [fee for body in rendered(desk) for fee in _fees_in(json.loads(body))]
    assert done.fees[0].due == 3_751
    assert listed
    for fee in listed:
        assert fee["Gia"] == "3751"
        assert fee["TenPhiLePhi"] == f"Lệ phí hộ tịch (giảm 50%, từ 7.501 đồng: {PROOF})"


def _fees_in(value):
    if isinstance(value, dict):
        yield from value.get("DanhSachLePhi", ())
        for inner in value.values():
            yield from _fees_in(inner)


def test_a_reduction_after_payment_is_given_back_and_the_sheet_ties(desk):
    done = a_dossier(desk, fees=(SIX,), payment=PaymentRequest())
    down = Exemption("GIAM_KHAC", "Nghị quyết 12/NQ-HĐND", Relief(to_amount=1_000))
    fees.waive_fee(desk, LAN, Opened(done.dossier_id), down)
    account = money(desk, done).account
    assert (account.due, account.collected, account.overpaid) == (1_000, 6_000, 5_000)
    fees.refund_payment(
        desk, LAN, Opened(done.dossier_id), fees.Refund(done.payment.slip, "Được giảm", 5_000)
    )
    assert money(desk, done).account.overpaid == 0
    other = a_dossier(desk, fees=(SIX,), exemption=HALF, payment=PaymentRequest())
    fees.void_payment(desk, LAN, Opened(other.dossier_id), other.payment.slip, reason="Gõ nhầm")
    again = fees.collect_fee(desk, LAN, Opened(other.dossier_id), PaymentRequest())
    assert again.payment.amount == 3_000
    (sheet,) = cash.cash_sheets(desk, LAN, MONDAY.date())
    assert [slip.relief for slip in sheet.slips] == [
        "", "", f"giảm 50%: {PROOF}", "", f"giảm 50%: {PROOF}"
    ]  # fmt: skip
    assert cash.close_cash_sheet(desk, LAN, MONDAY.date(), counted=4_000).closing.difference == 0


def test_a_correction_reduces_what_is_counted_anew(desk):
    tariffs.import_tariffs(desk, LAN, tariff_file(procedures=["2.000815"]), source="nq.json")
    free = Exemption("NUA", PROOF)
    done = a_certification(desk, DEGREE, exemption=free)
    more = CertifiedDocument("Bằng tốt nghiệp", pages=1, copies=5)
    certifying.correct_certification(
        desk, LAN, Opened(done.dossier_id), [more], reason="Đếm nhầm bản"
    )
    (line,) = money(desk, done).lines
    assert (line.amount, line.due, line.exemption) == (15_000, 0, free)


@pytest.mark.parametrize(
    "exemption",
    [
        Exemption("HO_CAN_NGHEO", PROOF),
        Exemption("HO_NGHEO", PROOF, Relief(percent=50)),
        Exemption("GIAM_KHAC", PROOF, Relief(percent=50, to_amount=1)),
    ],
)
def test_a_reduction_not_as_its_ground_wants_it_is_refused_at_its_field(desk, exemption):
    done = a_dossier(desk, fees=(ODD,))
    for ask in (
        lambda: a_dossier(desk, fees=(ODD,), exemption=exemption),
        lambda: fees.waive_fee(desk, LAN, Opened(done.dossier_id), exemption),
    ):
        with pytest.raises(InvalidRequest) as refused:
            ask()
        assert refused.value.problems[0].field == "exemption.relief"
    assert money(desk, done).account.due == 7_501


def test_a_reduction_that_makes_nothing_cheaper_is_refused(desk):
    done = a_dossier(desk, fees=(ODD,))
    for left in (8_000, 10**13):
        idle = Exemption("GIAM_KHAC", PROOF, Relief(to_amount=left))
        with pytest.raises(InvalidRequest) as refused:
            fees.waive_fee(desk, LAN, Opened(done.dossier_id), idle)
        assert "không làm khoản nào ít đi" in say(refused.value)
    fees.waive_fee(desk, LAN, Opened(done.dossier_id), HALF)
    with pytest.raises(fees.NothingToWaive):
        fees.waive_fee(desk, LAN, Opened(done.dossier_id), HALF)


def test_the_whole_named_as_a_percentage_is_a_waiver(desk):
    whole = Exemption("TRUC_TUYEN", "Nghị quyết 5/NQ-HĐND", Relief(percent=100))
    done = a_dossier(desk, fees=(ODD,), exemption=whole)
    assert (done.fees[0].due, done.fees[0].exemption.words) == (0, "miễn")


def tariff_file(**ground):
    return json.dumps(
        {
            "format": "motcua-tariff-1",
            "tariffs": [
                {
                    "code": "CHUNG_THUC", "name": "Phí", "effective_from": "2026-11-01",
                    "source": "Thông tư", "provenance": "COMPLETED",
                    "rates": [
                        {"kind": "COPY", "name": "Phí bản sao", "per": "trang", "basis": "PAGE",
                         "steps": [{"from_page": 1, "amount": 3000}], "procedures": ["2.000815"]}
                    ],
                    "grounds": [
                        {"code": "NUA", "name": "Nửa", "source": "NQ", "provenance": "UNVERIFIED"}
                        | ground
                    ],
                }
            ],
        }
    ).encode()  # fmt: skip


def test_a_tariff_may_fix_the_reduction_and_then_nobody_names_it(desk):
    content = tariff_file(relief={"percent": 30}, procedures=["2.000815"])
    tariffs.import_tariffs(desk, LAN, content, source="nq.json")
    assert tariffs.import_tariffs(desk, LAN, content, source="nq.json").rows[0].verdict == (
        "unchanged"
    )
    done = a_certification(desk, DEGREE, exemption=Exemption("NUA", PROOF))
    assert (done.fees[0].due, done.fees[0].exemption.words) == (6_300, "giảm 30%")


@pytest.mark.parametrize(
    "ground",
    [
        {"relief": {}},
        {"relief": {"percent": 100}},
        {"relief": {"percent": 50, "to_amount": 5}},
        {"relief": {"to_amount": 0}},
        {"relief": {"percent": 50}, "asks_relief": True},
        {"relief": {"percentage": 50}},
        {"relief": {"to_amount": 10**10}},
    ],
)
def test_a_tariff_with_an_unsound_reduction_is_refused_whole(desk, ground):
    with pytest.raises(TariffRefused):
        tariffs.import_tariffs(desk, LAN, tariff_file(**ground), source="nq.json")


def test_grounds_of_secondary_sources_stay_marked(desk):
    open_grounds = [g for g in tariffs.tariff_of(desk, LAN, MONDAY.date()).grounds if g.asks_relief]
    assert {g.code for g in open_grounds} == {"HO_CAN_NGHEO", "TRUC_TUYEN", "GIAM_KHAC"}
    for ground in open_grounds:
        if ground.code != "GIAM_KHAC":
            assert ground.provenance == "UNVERIFIED"
            assert "cần kiểm tra" in ground.source
