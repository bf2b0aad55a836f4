"""The drawer: its float, days that only refund, sums below nothing."""

import io
from datetime import timedelta

import pypdf
import pytest

from app.domain.certification.books import CertifiedDocument
from app.domain.money.cash_sheet import DifferenceUnexplained
from app.domain.money.payment import PaymentRequest, Refund
from app.settings import InvalidSetting
from app.usecases.dossier.progress import Opened
from app.usecases.money import cash, cash_day, fees
from app.usecases.office import settings as office
from app.usecases.safety import verification
from tests.builders import LAN, MONDAY, a_certification, a_desk

DEGREE = CertifiedDocument("Bằng tốt nghiệp", pages=1, copies=3)
TODAY = MONDAY.date()
WEDNESDAY = TODAY + timedelta(days=2)


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    yield desk
    verification.verify_records(desk, LAN)
    desk.close()


def set_float(desk, value):
    office.change_setting(desk, LAN, "opening_float", value)


def refunded_on_wednesday(desk):
    """Monday takes 6.000 and is closed; Wednesday only gives it back."""
    done = a_certification(desk, DEGREE, payment=PaymentRequest())
    (sheet,) = cash.cash_sheets(desk, LAN, TODAY)
    cash.close_cash_sheet(desk, LAN, TODAY, counted=sheet.expected)
    desk.clock.advance(days=2)
    fees.refund_payment(desk, LAN, Opened(done.dossier_id), Refund(done.payment.slip, "Trả lại"))
    (sheet,) = cash.cash_sheets(desk, LAN, WEDNESDAY)
    return sheet


@pytest.mark.parametrize("counted", [0, -6_000])
def test_a_day_that_only_refunds_balances_without_a_reason(desk, counted):
    assert refunded_on_wednesday(desk).expected == -6_000
    closed = cash.close_cash_sheet(desk, LAN, WEDNESDAY, counted=counted)
    assert closed.closing.difference == 0
    assert cash.cash_sheets(desk, LAN, WEDNESDAY)[0].closing == closed.closing


def test_what_lies_in_the_drawer_after_paying_out_more_than_it_had_is_told(desk):
    refunded_on_wednesday(desk)
    with pytest.raises(DifferenceUnexplained):
        cash.close_cash_sheet(desk, LAN, WEDNESDAY, counted=2_000)
    closed = cash.close_cash_sheet(desk, LAN, WEDNESDAY, counted=2_000, reason="Tiền lẻ")
    assert closed.closing.difference == 2_000


def test_a_float_is_paid_out_of_and_stays_from_sheet_to_sheet(desk):
    set_float(desk, "50.000")
    sheet = refunded_on_wednesday(desk)
    assert (sheet.opening, sheet.expected) == (50_000, 44_000)
    assert cash.close_cash_sheet(desk, LAN, WEDNESDAY, counted=44_000).closing.difference == 0
    a_certification(desk, DEGREE, payment=PaymentRequest())
    assert cash.cash_sheets(desk, LAN, WEDNESDAY)[1].expected == 56_000


def test_the_float_is_frozen_by_the_first_slip_or_by_opening_the_day(desk):
    set_float(desk, "50000")
    assert cash.cash_sheets(desk, LAN, TODAY)[0].opening == 50_000
    a_certification(desk, DEGREE, payment=PaymentRequest())
    set_float(desk, "70000")
    assert cash.cash_sheets(desk, LAN, TODAY)[0].opening == 50_000
    desk.clock.advance(days=2)
    assert cash_day.open_cash_day(desk, LAN, WEDNESDAY).opening == 70_000
    set_float(desk, "")
    assert cash.cash_sheets(desk, LAN, WEDNESDAY)[0].opening == 70_000
    with pytest.raises(cash_day.OnlyTodayOpens):
        cash_day.open_cash_day(desk, LAN, TODAY)


def test_stations_of_one_database_count_together_and_apart_alone(desk):
    set_float(desk, "1:500.000,2:300000")
    assert cash.cash_sheets(desk, LAN, TODAY)[0].opening == 800_000
    office.change_setting(desk, LAN, "stations", "1:1-4999,2:5000-9999")
    assert cash.cash_sheets(desk, LAN, TODAY)[0].opening == 500_000


@pytest.mark.parametrize("value", ["nhiều", "-5", "1:5,1:6", "1:5,7", "7,1:5", "0:5"])
def test_what_is_no_float_is_refused(desk, value):
    with pytest.raises(InvalidSetting):
        set_float(desk, value)


def test_the_paper_says_the_float_and_sums_below_nothing_in_words(desk):
    sheet = refunded_on_wednesday(desk)
    pages = pypdf.PdfReader(io.BytesIO(cash.cash_sheet_pdf(desk, LAN, sheet))).pages
    text = " ".join(pages[0].extract_text().split())
    assert "Bằng chữ: Âm sáu nghìn đồng." in text
    assert "Đã chi từ nguồn khác: 6.000 đồng" in text
