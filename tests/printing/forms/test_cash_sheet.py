"""Cash sheets: what they say of a day."""

from dataclasses import replace

from app.domain.money.cash_sheet import CashSheet, Closing
from app.domain.money.payment import Method, PaymentKind, SlipNumber
from app.printing.cash_content import CashSheetContent
from app.printing.layout.document import Rendered
from app.printing.registry import form_of
from tests.printing.money import AT, a_payment

SHEET = form_of("cash-sheet")


def a_print(sheet: CashSheet) -> Rendered:
    content = CashSheetContent(
        superior_body="UBND xã Mẫu Sơn",
        office="Trung tâm Phục vụ hành chính công xã Mẫu Sơn",
        place="Mẫu Sơn",
        sheet=sheet,
    )
    stored = SHEET.to_json(content)
    assert SHEET.from_json(stored) == content
    return SHEET.render(stored, paper="a4", copy_number=1)


def test_a_closed_sheet_shows_every_slip_the_sums_and_the_difference(read):
    slips = (
        a_payment(1),
        a_payment(2, method=Method.TRANSFER),
        a_payment(
            3, PaymentKind.REFUND, amount=4_000, reason="Thu thừa", reverses=SlipNumber(2026, 1)
        ),
    )
    closing = Closing(AT, "Lan", 13_000, -1_000, "Thối nhầm", number=12)
    (text,) = read(a_print(CashSheet(AT.date(), 1, slips, closing)).pdf)
    assert "từ số 0001/2026 đến số 0003/2026" in text
    assert "Hoàn phiếu 0001/2026: Thu thừa" in text
    assert "Tiền mặt theo sổ: 14.000 đồng" in text
    assert "Chênh lệch: −1.000 đồng" in text
    assert "Chưa khóa" not in text
    assert "Số: 0012/BK" in text


def test_an_open_or_empty_sheet_says_so(read):
    (text,) = read(a_print(CashSheet(AT.date(), 2, ())).pdf)
    assert "Chưa khóa, còn có thể thay đổi" in text
    assert "Số: …………/BK" in text, "a sheet that may still change has no number yet"
    assert "TRONG NGÀY (BẢNG 02)" in text


def test_a_drawer_below_zero_is_said_in_words(read):
    back = a_payment(1, PaymentKind.REFUND, reason="x", reverses=SlipNumber(2025, 9))
    (text,) = read(a_print(CashSheet(AT.date(), 1, (back,))).pdf)
    assert "Tiền mặt theo sổ: −18.000 đồng" in text
    assert "Bằng chữ: Âm mười tám nghìn đồng." in text


def test_a_busy_day_goes_on_over_pages(read):
    slips = tuple(a_payment(n) for n in range(1, 121))
    texts = read(a_print(CashSheet(AT.date(), 1, slips)).pdf)
    assert len(texts) > 3
    assert all(f"{n:04d}/2026" in "".join(texts) for n in range(1, 121))


def test_the_slips_of_a_station_carry_its_series(read):
    slips = [replace(a_payment(n), slip=SlipNumber(2026, n, 2)) for n in (1, 2)]
    (text,) = read(a_print(CashSheet(AT.date(), 1, tuple(slips))).pdf)
    assert "từ số 0001/2026-Q2 đến số 0002/2026-Q2" in text
    both = CashSheet(AT.date(), 1, (*slips, a_payment(3)))
    (text,) = read(a_print(both).pdf)
    assert "từ số 0003/2026 đến số 0003/2026; từ số 0001/2026-Q2" in text


def test_a_sheet_says_on_what_ground_less_was_taken(read):
    slip = a_payment(1, relief="giảm 50%: hộ cận nghèo số 7")
    (text,) = read(a_print(CashSheet(AT.date(), 1, (slip,))).pdf)
    assert "(giảm 50%: hộ cận nghèo số 7)" in text


def test_a_sheet_closed_at_a_station_bears_a_number_of_its_run(read):
    closing = Closing(AT, "Lan", 18_000, 0, "", number=3, series=2)
    (text,) = read(a_print(CashSheet(AT.date(), 1, (a_payment(1),), closing)).pdf)
    assert "Số: 0003-Q2/BK" in text


def test_a_sheet_closed_before_sheets_had_numbers_leaves_room_for_a_pen(read):
    closing = Closing(AT, "Lan", 18_000, 0, "")
    (text,) = read(a_print(CashSheet(AT.date(), 1, (a_payment(1),), closing)).pdf)
    assert "Số: …………/BK" in text
