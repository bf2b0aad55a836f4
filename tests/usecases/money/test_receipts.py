"""Electronic receipts: noted beside their slips, found, on paper, in the sheet."""

import io

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.catalogue.procedure import Channel
from app.domain.errors import FieldError, InvalidRequest
from app.domain.forms.print_request import PrintRequest
from app.domain.money.fee import FeeKind, kind_by_law, plain_line
from app.domain.money.payment import PaymentRequest, UnknownSlip
from app.domain.money.receipt import read_receipt, receipt_key
from app.usecases.dossier.progress import Opened
from app.usecases.money import cash, fees
from app.usecases.printing import prints
from app.usecases.queries import lookup
from app.usecases.safety import verification
from tests.builders import LAN, MONDAY, a_desk, a_dossier

FEE = plain_line("Lệ phí", 15_000, kind=FeeKind.FEE, per="", quantity=1, source="NQ 1")


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    yield desk
    verification.verify_records(desk, LAN)
    desk.close()


def paid(desk, amount=None, **changes):
    return a_dossier(desk, fees=(FEE,), payment=PaymentRequest(amount=amount), **changes)


def note(desk, done, number, slip=None):
    slip = slip or done.payment.slip
    return fees.note_receipt(desk, LAN, Opened(done.dossier_id), slip, number)


def slip_text(desk, payment):
    printed = prints.next_print(
        desk, LAN, PrintRequest("payment", payment.id), paper="a4", reason="Ghi biên lai"
    )
    pages = pypdf.PdfReader(io.BytesIO(printed.pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_a_number_is_noted_shown_found_printed_and_told_in_the_sheet(desk):
    done, other = paid(desk), paid(desk)
    assert "Biên lai điện tử số: …" in slip_text(desk, done.payment)
    note(desk, done, " 1c26tbk-00000123 ")
    (slip,) = fees.money_of(desk, LAN, done.dossier_id).payments
    assert slip.receipt == "1C26TBK-00000123"
    for text in ("1C26TBK-00000123", "1c26tbk 00000123", "1C26TBK00000123"):
        assert [row.id for row in lookup.find(desk, LAN, text)] == [done.dossier_id]
    assert "Biên lai điện tử số: 1C26TBK-00000123" in slip_text(desk, done.payment)
    (sheet,) = cash.cash_sheets(desk, LAN, MONDAY.date())
    assert [one.receipt for one in sheet.slips] == ["1C26TBK-00000123", ""]
    pages = pypdf.PdfReader(io.BytesIO(cash.cash_sheet_pdf(desk, LAN, sheet))).pages
    assert "1C26TBK-00000123" in pages[0].extract_text().replace("\n", "")
    entry = lookup.dossier_view(desk, LAN, done.dossier_id).timeline[-1]
    assert (entry.event, entry.reason) == ("NOTE_RECEIPT", "0001/2026: 1C26TBK-00000123")
    assert other.payment.receipt == ""


def test_a_number_noted_wrong_is_noted_anew_and_then_found_by_the_new_one_alone(desk):
    done = paid(desk)
    note(desk, done, "1C26TBK-1")
    note(desk, done, "1C26TBK-2")
    assert lookup.find(desk, LAN, "1C26TBK-1") == ()
    assert len(lookup.find(desk, LAN, "1C26TBK-2")) == 1


@pytest.mark.parametrize("number", ["AA/26E 0000123", "1C26TBK-00000123", "0000123"])
def test_a_receipt_is_found_by_its_number_without_its_symbol(desk, number):
    done, other = paid(desk), paid(desk)
    note(desk, done, number)
    note(desk, other, "AA/26E 0010123")
    for asked in ("0000123", " 00000123 ", number):
        assert [row.id for row in lookup.find(desk, LAN, asked)] == [done.dossier_id]
    assert lookup.find(desk, LAN, "0000124") == ()


def test_a_bare_number_is_a_receipts_and_the_end_of_a_code_as_well(desk):
    filed = a_dossier(desk, channel=Channel.ONLINE, official_code="G09.20-20261120-0092637")
    done = paid(desk)
    note(desk, done, "AA/26E 0092637")
    found = {row.id for row in lookup.find(desk, LAN, "0092637")}
    assert found == {filed.dossier_id, done.dossier_id}


def test_a_number_of_another_slip_and_what_is_no_number_are_refused(desk):
    first, second = paid(desk), paid(desk)
    note(desk, first, "1C26TBK-1")
    for number, problem in (
        ("1c26tbk1", "ReceiptTaken"),
        ("", "NotAReceipt"),
        ("ABC", "NotAReceipt"),
    ):
        with pytest.raises(InvalidRequest) as refused:
            note(desk, second, number)
        assert type(refused.value.problems[0]).__name__ == problem
    with pytest.raises(UnknownSlip):
        note(desk, second, "1C26TBK-9", first.payment.slip)


def test_a_sheet_closed_before_still_takes_the_number(desk):
    done = paid(desk)
    cash.close_cash_sheet(desk, LAN, MONDAY.date(), counted=15_000)
    note(desk, done, "1C26TBK-1")
    assert cash.cash_sheets(desk, LAN, MONDAY.date())[0].slips[0].receipt == "1C26TBK-1"


def test_the_last_of_several_slips_names_what_was_paid_before(desk):
    done = paid(desk, 6_000)
    assert "Đã nộp trước" not in slip_text(desk, done.payment)
    second = fees.collect_fee(desk, LAN, Opened(done.dossier_id), PaymentRequest(amount=4_000))
    assert "Đã nộp trước: 6.000 đồng (phiếu 0001/2026)" in slip_text(desk, second.payment)
    fees.void_payment(desk, LAN, Opened(done.dossier_id), done.payment.slip, reason="Gõ nhầm")
    third = fees.collect_fee(desk, LAN, Opened(done.dossier_id), PaymentRequest(amount=6_000))
    last = fees.collect_fee(desk, LAN, Opened(done.dossier_id), PaymentRequest())
    assert "Đã nộp trước: 4.000 đồng (phiếu 0002/2026)" in slip_text(desk, third.payment)
    text = slip_text(desk, last.payment)
    assert "Đã nộp trước: 10.000 đồng (phiếu 0002/2026: 4.000 đồng; phiếu 0004/2026: 6.000" in text
    assert "Còn phải thu" not in text
    note(desk, done, "1C26TBK-5", last.payment.slip)
    assert "Đã nộp trước: 10.000 đồng" in slip_text(desk, last.payment)


def test_an_extract_costs_a_charge_and_says_so(desk):
    done = a_dossier(desk, procedure="2.000635")
    assert [(line.kind, line.name[:5]) for line in done.fees] == [(FeeKind.CHARGE, "Phí: ")]
    assert kind_by_law("1.004873") is FeeKind.FEE


@given(st.text(max_size=70))
def test_a_number_that_is_taken_reads_back_as_itself(text):
    try:
        number = read_receipt(text)
    except FieldError as refusal:
        assert refusal.field == "receipt"
        return
    assert read_receipt(number) == number
    assert any(character.isdigit() for character in receipt_key(number))
