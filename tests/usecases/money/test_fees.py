"""Fees: charged, waived, collected, given back; every slip numbered and kept."""

import json
from datetime import datetime, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from app.domain.certification.books import CertifiedDocument
from app.domain.clock import VIETNAM
from app.domain.errors import InvalidRequest
from app.domain.money.cash_sheet import AlreadyClosed, NoSuchSheet
from app.domain.money.fee import CollectAt, Exemption, FeeKind, plain_line
from app.domain.money.ground import GroundNotOfFee
from app.domain.money.payment import (
    Method,
    MoreThanCollected,
    MoreThanOutstanding,
    NothingToCollect,
    NotTheSumShown,
    NotWhole,
    PaymentKind,
    PaymentRequest,
    SheetClosed,
    SlipNumber,
    UnknownSlip,
)
from app.domain.money.tariff import UnknownGround
from app.domain.workflow.moves import IllegalMove
from app.exchange import intake_file
from app.usecases.catalogue import procedures
from app.usecases.dossier import ending, intake, preview
from app.usecases.dossier.progress import Opened
from app.usecases.money import cash, fees, quoting
from app.usecases.money.fees import NoFees, NothingToWaive, Refund
from app.usecases.queries import lookup
from app.usecases.safety import verification
from app.wording.refusals import say
from db.tables.exchange import EventKind
from tests.builders import LAN, a_certification, a_desk, a_dossier, a_request, rendered, weeks_pass

DEGREE = CertifiedDocument("Bằng tốt nghiệp", pages=1, copies=3)
EXTRACT = "2.000635"
POOR = Exemption("HO_NGHEO", "Giấy chứng nhận hộ nghèo số 12")
MONDAY = datetime(2026, 11, 23).date()


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    yield desk
    verification.verify_records(desk, LAN)
    desk.close()


def opened(done):
    return Opened(done.dossier_id)


def pay(desk, done, amount=None, **more):
    return fees.collect_fee(desk, LAN, opened(done), PaymentRequest(amount=amount, **more))


def run(desk, statement):
    with desk.records.write() as connection:
        connection.exec_driver_sql(statement)


def events(desk, done):
    return [entry.event for entry in lookup.dossier_view(desk, LAN, done.dossier_id).timeline]


def a_line(amount, name="Lệ phí hộ tịch"):
    return plain_line(name, amount, kind=FeeKind.FEE, per="", quantity=1, source="NQ 12/2025")


def test_a_fixed_amount_of_the_catalogue_is_charged_by_itself(desk):
    (line,) = a_dossier(desk, procedure=EXTRACT).fees
    assert (line.amount, line.per, line.quantity) == (8_000, "bản", 1)
    assert line.source


@pytest.mark.parametrize("procedure", ["1.004873", "1.001193", "1.004194"])
def test_an_amount_the_catalogue_leaves_open_is_never_guessed(desk, procedure):
    # Set by the province, free, by the person.
    assert a_dossier(desk, procedure=procedure).fees == ()


def test_given_lines_stand_in_the_place_of_the_catalogue(desk):
    done = a_dossier(desk, procedure=EXTRACT, fees=(a_line(16_000),))
    assert [line.amount for line in done.fees] == [16_000]
    assert a_dossier(desk, procedure=EXTRACT, fees=()).fees == ()


def test_paying_with_the_papers_is_part_of_the_same_transaction(desk):
    done = a_dossier(desk, procedure=EXTRACT, payment=PaymentRequest())
    assert str(done.payment.slip) == "0001/2026"
    assert (done.payment.amount, done.payment.payer) == (8_000, "Hoàng Thị Mẩy")
    assert events(desk, done) == ["RECEIVE"]
    money = fees.money_of(desk, LAN, done.dossier_id)
    assert money.payments == (done.payment,)
    assert money.account.outstanding == 0


def test_a_refused_payment_registers_nothing(desk):
    with pytest.raises(MoreThanOutstanding):
        a_dossier(desk, procedure=EXTRACT, payment=PaymentRequest(amount=9_000))
    with pytest.raises(NothingToCollect):
        a_dossier(desk, payment=PaymentRequest())
    done = a_dossier(desk, procedure=EXTRACT, payment=PaymentRequest())
    assert (done.dossier_code[-4:], done.payment.slip.number) == ("0001", 1)


def test_no_other_sum_is_taken_with_the_papers_than_the_one_that_was_shown(desk):
    with pytest.raises(NotTheSumShown) as refused:
        a_dossier(desk, procedure=EXTRACT, payment=PaymentRequest(shown=6_000))
    assert refused.value.facts == {"amount": "8.000 đồng"}
    done = a_dossier(desk, procedure=EXTRACT, payment=PaymentRequest(shown=8_000))
    assert (done.dossier_code[-4:], done.payment.amount) == ("0001", 8_000)


def test_an_exemption_needs_a_known_ground_and_its_proof(desk):
    done = a_dossier(desk, procedure=EXTRACT, exemption=POOR)
    assert [(line.amount, line.due) for line in done.fees] == [(8_000, 0)]
    assert "miễn, Giấy chứng nhận hộ nghèo số 12" in json.loads(done.content)["fees_text"]
    with pytest.raises(InvalidRequest) as refused:
        a_dossier(desk, procedure=EXTRACT, exemption=Exemption("HO_NGHEO", " "))
    assert refused.value.problems[0].field == "exemption.text"
    with pytest.raises(UnknownGround):
        a_dossier(desk, procedure=EXTRACT, exemption=Exemption("QUEN_BIET", "x"))


def test_an_exempt_fee_leaves_with_price_zero(desk):
    done = a_dossier(desk, procedure=EXTRACT, exemption=POOR, collect_at=CollectAt.RETURN)
    (sent,) = json.loads(rendered(desk, EventKind.DOSSIER)[0])["du_lieu"]["DanhSachLePhi"]
    assert (sent["Gia"], sent["HinhThucThu"]) == ("0", "4")
    assert done.fees[0].collect_at is CollectAt.RETURN


def test_money_is_taken_in_parts_never_beyond_what_is_due(desk):
    done = a_certification(desk, DEGREE)
    assert pay(desk, done, 4_000).account.outstanding == 2_000
    with pytest.raises(MoreThanOutstanding):
        pay(desk, done, 2_001)
    second = pay(desk, done, method=Method.TRANSFER, reference="FT26327", payer="Mẹ cháu")
    assert (second.payment.amount, second.payment.payer) == (2_000, "Mẹ cháu")
    assert second.account.outstanding == 0
    with pytest.raises(NothingToCollect):
        pay(desk, done)
    assert events(desk, done) == ["RECEIVE", "COLLECT", "COLLECT"]


def test_a_dossier_without_fees_takes_no_money(desk):
    with pytest.raises(NoFees):
        pay(desk, a_dossier(desk))


def test_slips_of_every_kind_share_one_series_without_gaps(desk):
    first, second = (a_certification(desk, DEGREE) for _ in range(2))
    pay(desk, first)
    void = fees.void_payment(desk, LAN, opened(first), SlipNumber(2026, 1), reason="Gõ nhầm")
    assert (void.payment.slip.number, void.payment.reverses.number) == (2, 1)
    assert void.account.outstanding == 6_000
    pay(desk, second)
    back = fees.refund_payment(
        desk, LAN, opened(second), Refund(SlipNumber(2026, 3), "Thu thừa", 1_000)
    )
    assert (back.payment.slip.number, back.payment.kind) == (4, PaymentKind.REFUND)
    assert [s.slip.number for s in cash.cash_sheets(desk, LAN, MONDAY)[0].slips] == [1, 2, 3, 4]


def test_a_refund_names_its_slip_and_cannot_exceed_it(desk):
    done = a_certification(desk, DEGREE)
    slip = pay(desk, done, method=Method.TRANSFER).payment.slip
    fees.refund_payment(desk, LAN, opened(done), Refund(slip, "Rút hồ sơ", 4_000))
    with pytest.raises(MoreThanCollected):
        fees.refund_payment(desk, LAN, opened(done), Refund(slip, "Rút hồ sơ", 2_001))
    last = fees.refund_payment(desk, LAN, opened(done), Refund(slip, "Rút hồ sơ"))
    assert (last.payment.amount, last.payment.method) == (2_000, Method.TRANSFER)
    with pytest.raises(MoreThanCollected):
        fees.refund_payment(desk, LAN, opened(done), Refund(slip, "Nữa"))


def test_another_dossiers_slip_and_a_refund_are_no_slips_to_refund(desk):
    first, second = (a_certification(desk, DEGREE) for _ in range(2))
    slip = pay(desk, first).payment.slip
    with pytest.raises(UnknownSlip):
        fees.refund_payment(desk, LAN, opened(second), Refund(slip, "Nhầm"))
    back = fees.refund_payment(desk, LAN, opened(first), Refund(slip, "Trả lại"))
    with pytest.raises(UnknownSlip):
        fees.void_payment(desk, LAN, opened(first), back.payment.slip, reason="Nhầm")


@pytest.mark.parametrize("reason", ["", "  "])
def test_giving_back_needs_a_reason(desk, reason):
    done = a_certification(desk, DEGREE)
    slip = pay(desk, done).payment.slip
    with pytest.raises(InvalidRequest):
        fees.refund_payment(desk, LAN, opened(done), Refund(slip, reason))
    with pytest.raises(InvalidRequest):
        fees.void_payment(desk, LAN, opened(done), slip, reason=reason)


def test_a_slip_is_voided_whole_and_only_on_its_open_sheet(desk):
    done = a_certification(desk, DEGREE)
    slip = pay(desk, done).payment.slip
    fees.refund_payment(desk, LAN, opened(done), Refund(slip, "Một phần", 1_000))
    with pytest.raises(NotWhole):
        fees.void_payment(desk, LAN, opened(done), slip, reason="Nhầm")
    other = a_certification(desk, DEGREE)
    slip = pay(desk, other).payment.slip
    cash.close_cash_sheet(desk, LAN, MONDAY, counted=11_000)
    with pytest.raises(SheetClosed):
        fees.void_payment(desk, LAN, opened(other), slip, reason="Nhầm")
    third = a_certification(desk, DEGREE)
    slip = pay(desk, third).payment.slip
    desk.clock.advance(days=2)
    with pytest.raises(SheetClosed):
        fees.void_payment(desk, LAN, opened(third), slip, reason="Nhầm")
    assert (
        fees.refund_payment(desk, LAN, opened(third), Refund(slip, "Nhầm")).account.collected == 0
    )


def test_a_waiver_after_payment_shows_what_is_to_be_given_back(desk):
    done = a_dossier(desk, procedure=EXTRACT)
    pay(desk, done)
    fees.waive_fee(desk, LAN, opened(done), POOR)
    account = fees.money_of(desk, LAN, done.dossier_id).account
    assert (account.due, account.overpaid, account.outstanding) == (0, 8_000, 0)
    with pytest.raises(NothingToWaive):
        fees.waive_fee(desk, LAN, opened(done), POOR)
    with pytest.raises(NothingToWaive):
        fees.waive_fee(desk, LAN, opened(a_dossier(desk)), POOR)


def test_a_fee_no_catalogue_names_is_charged_later_with_its_reason(desk):
    done = a_dossier(desk)
    fees.charge_fees(desk, LAN, opened(done), [a_line(15_000)], reason="NQ HĐND tỉnh")
    assert fees.money_of(desk, LAN, done.dossier_id).account.outstanding == 15_000
    entry = lookup.dossier_view(desk, LAN, done.dossier_id).timeline[-1]
    assert entry.event == "CHARGE"
    assert entry.changes == (
        ("fees", "phải thu 0 đồng", "Lệ phí hộ tịch: 15.000 đồng; phải thu 15.000 đồng"),
    )


@pytest.mark.parametrize("line", [a_line(0), a_line(-5), a_line(10**12), a_line(5, name="")])
def test_a_line_that_makes_no_sense_is_refused(desk, line):
    done = a_dossier(desk)
    with pytest.raises(InvalidRequest):
        fees.charge_fees(desk, LAN, opened(done), [line], reason="x")


def test_a_dossier_given_up_takes_no_money_and_gives_it_back(desk):
    done = a_certification(desk, DEGREE)
    slip = pay(desk, done, 1_000).payment.slip
    ending.cancel_dossier(desk, LAN, opened(done), reason="Rút", withdrawn=True)
    with pytest.raises(IllegalMove):
        pay(desk, done)
    assert fees.refund_payment(desk, LAN, opened(done), Refund(slip, "Rút")).account.collected == 0


def test_a_slip_can_be_neither_changed_nor_deleted_nor_overdrawn(desk):
    done = a_certification(desk, DEGREE)
    pay(desk, done)
    for statement in (
        "UPDATE payment SET amount = 1",
        "DELETE FROM payment",
        (
            "INSERT INTO payment SELECT 99, dossier_id, ledger_seq - 1, agency, year, 0, 99, "
            "'REFUND', amount + 1, method, at, day, sheet, officer, station, payer, '', 'x', '', "
            "id FROM payment"
        ),
    ):
        with pytest.raises(IntegrityError, match=r"never|more given back"):
            run(desk, statement)


def test_every_movement_of_money_has_one_dossier_event(desk):
    done = a_certification(desk, DEGREE)
    slip = pay(desk, done).payment.slip
    fees.refund_payment(desk, LAN, opened(done), Refund(slip, "Thu thừa", 1_000))
    with desk.records.read() as connection:
        sent = connection.exec_driver_sql(
            "SELECT kind, version FROM outbox ORDER BY position"
        ).all()
    assert sent == [("DOSSIER", 1), ("STEP", 1), ("DOSSIER", 2), ("DOSSIER", 3)]


def test_letters_no_slip_can_print_are_refused_at_their_field(desk):
    done = a_certification(desk, DEGREE)
    slip = pay(desk, done, 1_000).payment.slip
    tries = {
        "payer": lambda: pay(desk, done, payer="Lý A 🙂"),
        "reason": lambda: fees.void_payment(desk, LAN, opened(done), slip, reason="北京"),
        "exemption.text": lambda: fees.waive_fee(
            desk, LAN, opened(done), Exemption("HO_NGHEO", "Giấy ☑")
        ),
        "fees.0": lambda: fees.charge_fees(
            desk, LAN, opened(done), [a_line(5_000, "Phí ☑")], reason="x"
        ),
    }
    for field, attempt in tries.items():
        with pytest.raises(InvalidRequest) as refused:
            attempt()
        assert [problem.field for problem in refused.value.problems] == [field]


# The sheet of the day


def test_a_day_ties_to_the_dong_and_lists_every_slip(desk):
    taken = [pay(desk, a_certification(desk, DEGREE)) for _ in range(3)]
    pay(desk, a_certification(desk, DEGREE), method=Method.TRANSFER)
    slip = taken[0].payment.slip
    fees.void_payment(desk, LAN, Opened(taken[0].dossier.dossier_id), slip, reason="Nhầm")
    (sheet,) = cash.cash_sheets(desk, LAN, MONDAY)
    assert [s.slip.number for s in sheet.slips] == [1, 2, 3, 4, 5]
    assert sheet.missing == ()
    assert sheet.total(Method.CASH) == 12_000
    assert sheet.total(Method.TRANSFER) == 6_000
    assert [(s.method, s.collected, s.reversed) for s in sheet.sums] == [
        (Method.CASH, 18_000, 6_000), (Method.TRANSFER, 6_000, 0),
    ]  # fmt: skip


def test_money_after_closing_stands_on_a_further_sheet_of_the_day(desk):
    pay(desk, a_certification(desk, DEGREE))
    closed = cash.close_cash_sheet(desk, LAN, MONDAY, counted=5_000, reason="Thối nhầm một nghìn")
    assert closed.closing.difference == -1_000
    late = pay(desk, a_certification(desk, DEGREE))
    assert late.payment.sheet == 2
    first, second = cash.cash_sheets(desk, LAN, MONDAY)
    assert first == closed
    assert [s.slip.number for s in second.slips] == [2]
    assert second.total(Method.CASH) == 6_000


def test_a_closed_sheet_is_closed_for_good(desk):
    pay(desk, a_certification(desk, DEGREE))
    cash.close_cash_sheet(desk, LAN, MONDAY, counted=6_000)
    for statement in (
        "UPDATE cash_sheet SET counted = 7000",
        "DELETE FROM cash_sheet",
        (
            "INSERT INTO payment SELECT 99, dossier_id, ledger_seq - 1, agency, year, 0, 99, kind, "
            "amount, method, at, day, sheet, officer, station, payer, '', '', '', NULL FROM payment"
        ),
    ):
        with pytest.raises(IntegrityError, match=r"never|is closed"):
            run(desk, statement)


def test_only_a_sheet_that_is_there_is_closed(desk):
    pay(desk, a_certification(desk, DEGREE))
    with pytest.raises(NoSuchSheet):
        cash.close_cash_sheet(desk, LAN, MONDAY, counted=0, number=2)
    cash.close_cash_sheet(desk, LAN, MONDAY, counted=6_000, number=1)
    with pytest.raises(AlreadyClosed):
        cash.close_cash_sheet(desk, LAN, MONDAY, counted=6_000, number=1)
    with pytest.raises(InvalidRequest):
        cash.close_cash_sheet(desk, LAN, MONDAY, counted=-(10**12))


def test_a_quote_is_what_registering_would_cost_and_stores_nothing(desk):
    request = a_request(procedure="2.000815", documents=(), certification=(DEGREE,))
    quoted = quoting.quote(desk, LAN, request)
    assert (quoted.due, quoted.certification[0].amount, quoted.certification[0].number) == (
        6_000, 6_000, None,
    )  # fmt: skip
    assert quoting.quote(desk, LAN, a_request(procedure=EXTRACT, exemption=POOR)).due == 0
    assert (
        quoting.quote(desk, LAN, a_request(procedure=EXTRACT, fees=(a_line(5_000),))).due == 5_000
    )
    with pytest.raises(InvalidRequest):
        quoting.quote(desk, LAN, a_request(certification=(CertifiedDocument(""),)))
    assert a_certification(desk, DEGREE).certification[0].number.number == 1


def test_yesterdays_forgotten_sheet_can_still_be_closed(desk):
    pay(desk, a_certification(desk, DEGREE))
    desk.clock.advance(days=2)
    assert cash.close_cash_sheet(desk, LAN, MONDAY, counted=6_000).closing.difference == 0
    assert cash.cash_sheets(desk, LAN, MONDAY + timedelta(days=2))[0].slips == ()


def test_a_year_begins_with_slip_one(desk):
    pay(desk, a_certification(desk, DEGREE))
    weeks_pass(desk, datetime(2027, 1, 4, 8, 0, tzinfo=VIETNAM))
    assert str(pay(desk, a_certification(desk, DEGREE)).payment.slip) == "0001/2027"


@pytest.mark.parametrize("ground", ["HO_NGHEO", "CO_CONG", "KHAC", "VAY_NONG_NGHIEP"])
def test_a_ground_of_another_fee_is_refused_at_intake_and_afterwards(desk, ground):
    asked = Exemption(ground, "Giấy số 1")
    with pytest.raises(InvalidRequest) as refused:
        a_certification(desk, DEGREE, exemption=asked)
    assert type(refused.value.problems[0]) is GroundNotOfFee
    done = a_certification(desk, DEGREE)
    with pytest.raises(InvalidRequest):
        fees.waive_fee(desk, LAN, opened(done), asked)
    assert fees.money_of(desk, LAN, done.dossier_id).account.due == 6_000


def test_a_mortgage_for_a_farm_loan_is_certified_for_nothing(desk):
    loan = Exemption("VAY_NONG_NGHIEP", "Hợp đồng vay vốn số 4")
    paper = CertifiedDocument("Hợp đồng thế chấp", pages=6, copies=2)
    done = a_certification(desk, paper, procedure="2.001035", exemption=loan)
    assert [(line.amount, line.due) for line in done.fees] == [(50_000, 0)]


def test_a_fee_per_copy_is_owed_for_every_copy_asked_for(desk):
    done = a_dossier(desk, procedure=EXTRACT, copies=3, payment=PaymentRequest(Method.CASH))
    (line,) = done.fees
    assert (line.per, line.unit_amount, line.quantity, line.due) == ("bản", 8_000, 3, 24_000)
    assert done.payment.amount == 24_000
    assert quoting.quote(desk, LAN, a_request(procedure=EXTRACT, copies=2)).due == 16_000


def test_a_file_asks_for_copies_by_their_number(desk):
    read = intake_file.read(
        b'{"procedure": "2.000635", "applicant": {"full_name": "Vy"}, "documents": [], "copies": 3}'
    )
    stored = procedures.current_procedure(desk, LAN, EXTRACT)
    assert read.request(stored.procedure).copies == 3


def test_several_copies_are_refused_where_no_fee_counts_them(desk):
    line = plain_line("Phí", 8_000, kind=FeeKind.CHARGE, per="bản", quantity=1, source="x")
    for refused in (
        a_request(procedure="1.001193", copies=2),
        a_request(procedure=EXTRACT, copies=2, fees=(line,)),
    ):
        with pytest.raises(InvalidRequest) as caught:
            intake.register_dossier(desk, LAN, refused)
        assert [type(one).__name__ for one in caught.value.problems] == ["NotPerCopy"]
        assert "số bản" in say(caught.value.problems[0])
    for copies in (0, 1_000):
        with pytest.raises(InvalidRequest):
            a_dossier(desk, procedure=EXTRACT, copies=copies)


def test_the_receipt_names_the_copies_paid_for(desk):
    request = a_request(procedure=EXTRACT, copies=3)
    assert "(03 bản): 24.000 đồng" in preview.preview_promise(desk, LAN, request).fees_text
    assert "(03 bản): 24.000 đồng" in preview.preview_receipt(desk, LAN, request).fees_text


def test_copies_named_while_money_is_taken_are_charged_in_the_same_transaction(desk):
    done = a_dossier(desk, procedure=EXTRACT)
    moved = fees.collect_fee(desk, LAN, opened(done), PaymentRequest(), 3)
    assert (moved.payment.amount, moved.account.outstanding) == (24_000, 0)
    money = fees.money_of(desk, LAN, done.dossier_id)
    assert (money.copies, money.lines[0].quantity, money.account.due) == (3, 3, 24_000)
    assert events(desk, done) == ["RECEIVE", "CHARGE", "COLLECT"]
    charged = lookup.dossier_view(desk, LAN, done.dossier_id).timeline[1]
    assert charged.reason == "Số bản: 03"


def test_as_many_copies_as_charged_charge_nothing_anew(desk):
    done = a_dossier(desk, procedure=EXTRACT, copies=2)
    fees.collect_fee(desk, LAN, opened(done), PaymentRequest(amount=8_000), 2)
    assert events(desk, done) == ["RECEIVE", "COLLECT"]
    fees.collect_fee(desk, LAN, opened(done), PaymentRequest(), 3)
    account = fees.money_of(desk, LAN, done.dossier_id).account
    assert (account.collected, account.outstanding) == (24_000, 0)


def test_fewer_copies_than_were_paid_for_take_no_money_and_charge_nothing(desk):
    done = a_dossier(desk, procedure=EXTRACT, copies=2)
    pay(desk, done, 8_000)
    with pytest.raises(NothingToCollect):
        fees.collect_fee(desk, LAN, opened(done), PaymentRequest(), 1)
    assert fees.money_of(desk, LAN, done.dossier_id).copies == 2


def test_copies_are_refused_of_a_fee_that_counts_none_or_in_impossible_numbers(desk):
    flat = a_dossier(desk, procedure=EXTRACT, fees=(a_line(16_000),))
    certified = a_certification(desk, DEGREE)
    dear = plain_line("Phí", 999_999_999, kind=FeeKind.CHARGE, per="bản", quantity=1, source="x")
    for done, copies in (
        (flat, 2),
        (certified, 2),
        (a_dossier(desk, procedure=EXTRACT), 0),
        (a_dossier(desk, procedure=EXTRACT), 1_000),
        (a_dossier(desk, procedure=EXTRACT, fees=(dear,)), 999),
    ):
        with pytest.raises(InvalidRequest):
            fees.collect_fee(desk, LAN, opened(done), PaymentRequest(), copies)
    assert fees.money_of(desk, LAN, certified.dossier_id).copies is None
