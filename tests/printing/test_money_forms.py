"""Slips of money and day sheets: what they say, on every paper they are offered on."""

from dataclasses import replace
from datetime import datetime

import pytest

from app.domain.cash_sheet import CashSheet, Closing
from app.domain.clock import VIETNAM
from app.domain.payment import Method, Payment, PaymentKind, SlipNumber
from app.printing.content import ContentUnreadable
from app.printing.forms.day_sheet import Office
from app.printing.paper import PaperNotOffered
from app.printing.render_money import render_day_sheet, render_slip
from app.printing.slip_content import (
    SlipContent,
    SlipLine,
    from_json,
    slip_form,
    slip_of_form,
    to_json,
)

AT = datetime(2026, 11, 23, 10, 15, tzinfo=VIETNAM)
OFFICE = Office("UBND xã Mẫu Sơn", "Trung tâm Phục vụ hành chính công xã Mẫu Sơn", "Mẫu Sơn")


def a_slip(**changes) -> SlipContent:
    values = {
        "kind": PaymentKind.COLLECT,
        "superior_body": "UBND xã Mẫu Sơn",
        "office": "Trung tâm Phục vụ hành chính công xã Mẫu Sơn",
        "place": "Mẫu Sơn",
        "day": "2026-11-23",
        "number": "0012/2026",
        "payer": "Hoàng Thị Mẩy",
        "address": "Thôn Bản Loỏng",
        "dossier_code": "H37.99.1-261123-0001",
        "procedure_name": "Chứng thực bản sao từ bản chính",
        "lines": (
            SlipLine(name="Phí chứng thực bản sao", quantity="05 bản", amount=18_000),
            SlipLine(name="Lệ phí hộ tịch", quantity="01", amount=8_000, note="hộ nghèo số 12"),
        ),
        "due": 18_000,
        "amount": 125_000,
        "method": "Tiền mặt",
        "officer": "Hoàng Thị Lan",
    }
    return SlipContent(**(values | changes))


def test_a_slip_says_what_is_still_to_be_paid_where_something_is(read):
    paid = read(render_slip(to_json(a_slip()), paper="a5", copy_number=1).pdf)[0]
    part = read(render_slip(to_json(a_slip(outstanding=9_000)), paper="a5", copy_number=1).pdf)[0]
    assert "Còn phải thu" not in paid
    assert "Còn phải thu: 9.000 đồng" in part


@pytest.mark.parametrize(("paper", "pages"), [("a4", 2), ("a5", 2), ("a4x2", 1)])
def test_a_slip_says_who_paid_what_in_figures_and_words_on_both_copies(read, paper, pages):
    rendered = render_slip(to_json(a_slip()), paper=paper, copy_number=1)
    texts = read(rendered.pdf)
    assert (rendered.pages, len(texts)) == (pages, pages)
    for text in texts:
        assert "PHIẾU THU PHÍ, LỆ PHÍ" in text
        assert "Số: 0012/2026" in text
        assert "Số tiền thu: 125.000 đồng" in text
        assert "Một trăm hai mươi lăm nghìn đồng." in text
        assert "Lệ phí hộ tịch (miễn: hộ nghèo số 12)" in text
        assert "không thay cho biên lai" in text
        assert "in lại" not in text
    assert "Liên 1: Lưu" in texts[0]
    assert "Liên 2: Giao người nộp tiền" in texts[-1]


def test_a_reprint_is_marked_on_every_page(read):
    rendered = render_slip(to_json(a_slip()), paper="a5", copy_number=3)
    assert all("Bản in lại lần 2" in text for text in read(rendered.pdf))


@pytest.mark.parametrize(
    ("kind", "title"),
    [(PaymentKind.REFUND, "PHIẾU HOÀN PHÍ, LỆ PHÍ"), (PaymentKind.VOID, "PHIẾU HỦY PHIẾU THU")],
)
def test_what_is_given_back_names_its_slip_and_reason(read, kind, title):
    content = a_slip(kind=kind, reverses="0011/2026", reason="Thu thừa", reference="FT1")
    (text, _) = read(render_slip(to_json(content), paper="a5", copy_number=1).pdf)
    assert title in text
    assert "Theo phiếu thu số: 0011/2026" in text
    assert "Lý do: Thu thừa" in text
    assert "Tiền mặt (FT1)" in text


def test_equal_content_gives_equal_bytes():
    stored = to_json(a_slip())
    assert from_json(stored) == a_slip()
    one, other = (render_slip(stored, paper="a5", copy_number=1).pdf for _ in range(2))
    assert one == other


def test_what_is_no_slip_or_no_paper_for_one_is_refused():
    with pytest.raises(ContentUnreadable):
        render_slip(b"{}", paper="a5", copy_number=1)
    with pytest.raises(PaperNotOffered):
        render_slip(to_json(a_slip()), paper="80mm", copy_number=1)


def test_the_name_of_a_slips_form_fits_its_column():
    assert slip_form(SlipNumber(2026, 12)) == "PT26000012"
    assert len(slip_form(SlipNumber(2199, 999_999))) == 10


@pytest.mark.parametrize("station", [0, 1, 2, 99])
@pytest.mark.parametrize("number", [1, 12, 99_999, 999_999])
def test_a_slip_of_any_series_is_kept_under_a_name_of_its_own(station, number):
    slip = SlipNumber(2026, number, station)
    assert len(slip_form(slip)) == 10
    assert slip_of_form(slip_form(slip)) == slip
    assert slip_of_form("01") is None


def a_payment(number, kind=PaymentKind.COLLECT, **changes) -> Payment:
    values = {
        "amount": 18_000, "method": Method.CASH, "at": AT, "day": AT.date(), "sheet": 1,
        "officer": "Lan", "station": 1, "payer": "Hoàng Thị Mẩy",
        "dossier_code": f"H37.99.1-261123-{number:04d}",
    }  # fmt: skip
    return Payment(kind=kind, slip=SlipNumber(2026, number), **(values | changes))


def test_a_closed_sheet_shows_every_slip_the_sums_and_the_difference(read):
    slips = (
        a_payment(1),
        a_payment(2, method=Method.TRANSFER),
        a_payment(
            3, PaymentKind.REFUND, amount=4_000, reason="Thu thừa", reverses=SlipNumber(2026, 1)
        ),
    )
    closing = Closing(AT, "Lan", 13_000, -1_000, "Thối nhầm")
    (text,) = read(render_day_sheet(CashSheet(AT.date(), 1, slips, closing), OFFICE).pdf)
    assert "từ số 0001/2026 đến số 0003/2026" in text
    assert "Hoàn phiếu 0001/2026: Thu thừa" in text
    assert "Tiền mặt theo sổ: 14.000 đồng" in text
    assert "Chênh lệch: −1.000 đồng" in text
    assert "Chưa khóa" not in text


def test_an_open_or_empty_sheet_says_so(read):
    (text,) = read(render_day_sheet(CashSheet(AT.date(), 2, ()), OFFICE).pdf)
    assert "Chưa khóa, còn có thể thay đổi" in text
    assert "Số: 02" in text


def test_a_drawer_below_zero_is_no_number_for_words(read):
    back = a_payment(1, PaymentKind.REFUND, reason="x", reverses=SlipNumber(2025, 9))
    (text,) = read(render_day_sheet(CashSheet(AT.date(), 1, (back,)), OFFICE).pdf)
    assert "Tiền mặt theo sổ: −18.000 đồng" in text
    assert "Bằng chữ" not in text


def test_a_busy_day_goes_on_over_pages(read):
    slips = tuple(a_payment(n) for n in range(1, 121))
    texts = read(render_day_sheet(CashSheet(AT.date(), 1, slips), OFFICE).pdf)
    assert len(texts) > 3
    assert all(f"{n:04d}/2026" in "".join(texts) for n in range(1, 121))


def test_a_sheet_of_a_station_carries_its_series(read):
    slips = [replace(a_payment(n), slip=SlipNumber(2026, n, 2)) for n in (1, 2)]
    (text,) = read(render_day_sheet(CashSheet(AT.date(), 1, tuple(slips)), OFFICE).pdf)
    assert "Số: 01-Q2" in text
    assert "từ số 0001/2026-Q2 đến số 0002/2026-Q2" in text
    both = CashSheet(AT.date(), 1, (*slips, a_payment(3)))
    (text,) = read(render_day_sheet(both, OFFICE).pdf)
    assert "Số: 01-Q" not in text
    assert "từ số 0003/2026 đến số 0003/2026; từ số 0001/2026-Q2" in text


def test_a_reduced_line_says_by_how_much_from_what_and_why(read):
    line = SlipLine(
        name="Lệ phí hộ tịch", quantity="01", amount=7_501, note="hộ cận nghèo số 7",
        relief="giảm 50%", due=3_751,
    )  # fmt: skip
    content = a_slip(lines=(line,), due=3_751, amount=3_751)
    (text, _) = read(render_slip(to_json(content), paper="a5", copy_number=1).pdf)
    assert "Lệ phí hộ tịch (giảm 50%, từ 7.501: hộ cận nghèo số 7) 01 3.751" in text
    assert "Cộng 3.751" in text


def test_a_slip_frozen_before_reductions_were_known_still_prints(read):
    old = to_json(a_slip()).replace(b',"relief":""', b"").replace(b'"due":0,', b"")
    assert b"relief" not in old
    (text, _) = read(render_slip(old, paper="a5", copy_number=1).pdf)
    assert "Lệ phí hộ tịch (miễn: hộ nghèo số 12) 01 0" in text


def test_a_sheet_says_on_what_ground_less_was_taken(read):
    slip = a_payment(1, relief="giảm 50%: hộ cận nghèo số 7")
    (text,) = read(render_day_sheet(CashSheet(AT.date(), 1, (slip,)), OFFICE).pdf)
    assert "(giảm 50%: hộ cận nghèo số 7)" in text
