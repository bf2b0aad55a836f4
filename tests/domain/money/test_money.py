"""Fees, slips and sheets by arithmetic."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.clock import VIETNAM
from app.domain.money.cash_sheet import (
    AlreadyClosed,
    CashSheet,
    DifferenceUnexplained,
    NothingToClose,
    closing_of,
    net,
)
from app.domain.money.fee import Exemption, FeeKind, dong, due_of, lessened, plain_line, waived
from app.domain.money.payment import (
    Method,
    NotASlipNumber,
    Payment,
    PaymentKind,
    SlipNumber,
    UnknownSlip,
    account_of,
    collected_by,
    left_of,
    read_slip_number,
)

NOW = datetime(2026, 11, 23, 16, 30, tzinfo=VIETNAM)
amounts = st.integers(1, 10**9)
POOR = Exemption("HO_NGHEO", "Giấy chứng nhận hộ nghèo số 12")


def a_slip(number, kind=PaymentKind.COLLECT, amount=8_000, **changes) -> Payment:
    values = {
        "method": Method.CASH, "at": NOW, "day": NOW.date(), "sheet": 1, "officer": "Lan",
        "station": 1, "payer": "Mẩy",
    }  # fmt: skip
    return Payment(kind=kind, slip=SlipNumber(2026, number), amount=amount, **(values | changes))


def a_line(unit=8_000, quantity=1):
    return plain_line("Phí", unit, kind=FeeKind.CHARGE, per="bản", quantity=quantity, source="QĐ 1")


lines = st.lists(st.builds(a_line, amounts, st.integers(1, 99)), max_size=5).map(tuple)
slips = st.lists(
    st.tuples(
        st.sampled_from(PaymentKind), amounts, st.sampled_from(Method), st.sampled_from("ABC")
    ),
    max_size=30,
).map(
    lambda rows: tuple(
        a_slip(nth, kind, amount, method=method, officer=officer)
        for nth, (kind, amount, method, officer) in enumerate(rows, 1)
    )
)


@given(lines, slips)
def test_outstanding_and_overpaid_are_what_due_and_collected_leave(fees, paid):
    account = account_of(fees, paid)
    assert account.outstanding - account.overpaid == account.due - account.collected
    assert min(account.outstanding, account.overpaid) == 0


@given(lines)
def test_a_waived_dossier_owes_nothing_and_keeps_what_it_would_have_cost(fees):
    free = waived(fees, POOR)
    assert due_of(free) == 0
    assert [line.amount for line in free] == [line.amount for line in fees]
    assert all(line.exemption is POOR for line in free)


def test_the_officers_of_a_sheet_stand_in_the_order_of_their_letters():
    names = (
        "Vũ Thị Én",
        "Đặng Văn Ưng",
        "Âu Văn Tý",
        "Dương Thị Hoa",
        "Hoàng Thị Lan",
        "Ân Thị Mơ",
    )
    sheet = CashSheet(NOW.date(), 1, [a_slip(n, officer=name) for n, name in enumerate(names, 1)])
    assert [one.officer for one in sheet.sums] == [
        "Ân Thị Mơ", "Âu Văn Tý", "Đặng Văn Ưng", "Dương Thị Hoa", "Hoàng Thị Lan", "Vũ Thị Én",
    ]  # fmt: skip


def test_a_ground_given_before_is_not_overwritten():
    first = waived((a_line(),), POOR)
    assert waived(first, Exemption("KHAC", "QĐ 9")) == first


@given(slips)
def test_a_sheet_ties_to_the_dong(paid):
    sheet = CashSheet(NOW.date(), 1, paid)
    for method in Method:
        assert sheet.total(method) == sum(s.net for s in sheet.sums if s.method is method)
        assert net([sheet, sheet], method) == 2 * sheet.total(method)
    assert sum(map(sheet.total, Method)) == sum(slip.signed for slip in paid)
    assert sheet.missing == ()


def test_a_number_that_stands_on_another_sheet_is_named():
    assert CashSheet(NOW.date(), 1, (a_slip(3), a_slip(6))).missing == (
        SlipNumber(2026, 4),
        SlipNumber(2026, 5),
    )


def test_a_sheet_parts_the_series_of_its_stations():
    def of(station, number):
        return replace(a_slip(number), slip=SlipNumber(2026, number, station))

    sheet = CashSheet(NOW.date(), 1, (of(2, 7), a_slip(3), of(2, 9), of(1, 1)))
    assert [(str(first), str(last)) for first, last in sheet.spans] == [
        ("0003/2026", "0003/2026"),
        ("0001/2026-Q1", "0001/2026-Q1"),
        ("0007/2026-Q2", "0009/2026-Q2"),
    ]
    assert sheet.missing == (SlipNumber(2026, 8, 2),)


def test_what_is_left_of_a_slip_falls_with_what_is_given_back():
    taken = a_slip(1, amount=50_000)
    back = a_slip(2, PaymentKind.REFUND, 20_000, reverses=taken.slip)
    assert left_of(taken.slip, [taken]) == 50_000
    assert left_of(taken.slip, [taken, back]) == 30_000
    assert left_of(back.slip, [taken, back]) == 0


def test_only_a_slip_that_took_money_can_be_named():
    back = a_slip(2, PaymentKind.REFUND, reverses=SlipNumber(2026, 1))
    with pytest.raises(UnknownSlip):
        collected_by(back.slip, [back], code="H37")


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("12/2026", SlipNumber(2026, 12)),
        ("0012/2025", SlipNumber(2025, 12)),
        (" 7 ", SlipNumber(2026, 7)),
        ("12/2025-Q2", SlipNumber(2025, 12, 2)),
        ("12/2025-q12", SlipNumber(2025, 12, 12)),
        ("0007-Q02", SlipNumber(2026, 7, 2)),
    ],
)
def test_a_slip_number_is_read_as_people_write_it(text, slip):
    assert read_slip_number(text, year=2026) == slip


@pytest.mark.parametrize("text", ["", "0", "0/2026", "x", "12/26", "12/2026/1", "-3", "1234567"])
def test_what_is_no_slip_number_is_refused(text):
    with pytest.raises(NotASlipNumber):
        read_slip_number(text, year=2026)


def close(sheet, counted, reason=""):
    return closing_of(sheet, counted=counted, reason=reason, at=NOW, officer="Lan")


def test_a_sheet_that_ties_closes_without_a_word():
    sheet = CashSheet(NOW.date(), 1, (a_slip(1), a_slip(2, method=Method.TRANSFER)))
    assert close(sheet, 8_000).difference == 0


def test_a_difference_needs_its_reason():
    sheet = CashSheet(NOW.date(), 1, (a_slip(1),))
    with pytest.raises(DifferenceUnexplained):
        close(sheet, 7_000)
    assert close(sheet, 7_000, "Thiếu một tờ").difference == -1_000


def test_a_sheet_closes_once_and_not_empty():
    with pytest.raises(NothingToClose):
        close(CashSheet(date(2026, 11, 23), 1, ()), 0)
    sheet = CashSheet(NOW.date(), 1, (a_slip(1),))
    closed = CashSheet(NOW.date(), 1, (a_slip(1),), close(sheet, 8_000))
    with pytest.raises(AlreadyClosed):
        close(closed, 8_000)


def test_dong_are_written_with_points_and_a_real_minus():
    assert dong(1_234_500) == "1.234.500 đồng"
    assert dong(-500) == "−500 đồng"
    assert dong(0) == "0 đồng"


def test_one_officer_is_one_sum_however_the_name_was_once_written():
    names = ["Hoàng Thị Lan", "Hoa\u0300ng Thi\u0323 Lan", "Hoàng  Thị Lan", "hoàng thị lan"]
    slips = tuple(a_slip(nth, officer=name) for nth, name in enumerate(names, 1))
    (found,) = CashSheet(date(2026, 11, 23), 1, slips).sums
    assert (found.officer, found.collected) == ("Hoàng Thị Lan", 32_000)


def test_less_to_pay_is_taken_off_the_last_lines_first():
    one, two = (
        plain_line(name, 5_000, kind=FeeKind.FEE, per="", quantity=2, source="NQ 1")
        for name in ("Một", "Hai")
    )
    waived_line = waived((one,), Exemption("HO_NGHEO", "Giấy 1"))[0]
    assert lessened((one, two), 0) == (one, two)
    assert lessened((one, two), 10_000) == (one,)
    assert lessened((waived_line, two), 30_000) == (waived_line,)
    (kept,) = lessened((one, two), 13_000)
    assert (kept.name, kept.due, kept.unit_amount) == ("Một", 7_000, None)


def test_sheets_come_to_what_their_slips_do():
    sheet = CashSheet(
        NOW.date(), 1, (a_slip(1), a_slip(2, amount=5_000), a_slip(3, method=Method.TRANSFER))
    )
    assert net([sheet, sheet], Method.CASH) == 26_000
    assert net([sheet, sheet], Method.TRANSFER) == 16_000
    assert net([], Method.CASH) == 0


def test_what_is_open_and_what_is_too_much_are_never_below_nothing():
    fees = (a_line(),)
    half = account_of(fees, (a_slip(1, amount=3_000),))
    assert (half.outstanding, half.overpaid) == (5_000, 0)
    twice = account_of(fees, (a_slip(1), a_slip(2)))
    assert (twice.outstanding, twice.overpaid) == (0, 8_000)


def test_of_a_slip_is_left_what_was_not_given_back():
    paid = a_slip(1)
    back = a_slip(2, PaymentKind.REFUND, 3_000, reverses=paid.slip)
    assert left_of(paid.slip, (paid, back)) == 5_000
    assert collected_by(paid.slip, (back, paid), code="x") is paid
    with pytest.raises(UnknownSlip):
        collected_by(back.slip, (paid, back), code="x")


def test_the_ledger_keeps_of_a_slip_what_sheets_are_summed_from():
    facts = a_slip(1).facts
    assert facts["amount"] == 8_000
    assert facts["slip"] == str(SlipNumber(2026, 1))
    assert "reverses" not in facts
