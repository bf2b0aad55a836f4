"""Lines of what a dossier costs: what is due of them, less what is taken off."""

import pytest

from app.domain.money.fee import (
    CollectAt,
    Exemption,
    FeeKind,
    FeeLine,
    copies_of,
    dong,
    due_of,
    for_copies,
    kind_by_law,
    lessened,
    plain_line,
    reductions,
    waived,
)
from app.domain.money.relief import Relief

HALF = Exemption("CAN_NGHEO", "Hộ cận nghèo", Relief(50, None))
TO_FIVE = Exemption("KHAC", "Theo NQ 5", Relief(None, 5_000))
ALL = Exemption("HO_NGHEO", "Hộ nghèo")
IDLE = Exemption("KHAC", "Không đổi", Relief(0, None))


def line(amount=8_000, **changes):
    values = {
        "name": "Lệ phí", "kind": FeeKind.FEE, "per": "bản", "unit_amount": amount, "quantity": 1,
        "amount": amount, "source": "NQ 1",
    }  # fmt: skip
    return FeeLine(**(values | changes))


def test_a_plain_line_is_so_many_times_so_much_and_collected_with_the_papers():
    made = plain_line("Phí", 8_000, kind=FeeKind.CHARGE, per="bản", quantity=3, source="NQ 1")
    assert made == FeeLine("Phí", FeeKind.CHARGE, "bản", 8_000, 3, 24_000, "NQ 1")
    assert made.collect_at is CollectAt.RECEIPT


@pytest.mark.parametrize(
    ("exemption", "due", "is_reduction"),
    [
        (None, 8_000, False), (HALF, 4_000, True), (TO_FIVE, 5_000, True), (ALL, 0, False),
        (IDLE, 8_000, False),
    ],
)  # fmt: skip
def test_nothing_is_due_once_exempt_and_less_once_reduced(exemption, due, is_reduction):
    one = line(exemption=exemption)
    assert one.due == due
    assert one.reduction == (exemption if is_reduction else None)
    assert due_of([one, line(1_000)]) == due + 1_000


def test_what_an_exemption_does_is_said_as_paper_says_it():
    assert [one.words for one in (ALL, HALF, TO_FIVE)] == [
        "miễn",
        "giảm 50%",
        "giảm còn 5.000 đồng",
    ]
    assert Exemption("", "", Relief(None, 0)).words == "giảm còn 0 đồng"
    assert (FeeKind.CHARGE.words, FeeKind.FEE.words) == ("Phí", "Lệ phí")


def test_an_exemption_relieves_lines_it_makes_cheaper_and_none_that_has_one():
    lines = line(), line(exemption=HALF), line(3_000)
    assert waived(lines, TO_FIVE) == (line(exemption=TO_FIVE), line(exemption=HALF), line(3_000))
    assert waived(lines, ALL) == (
        line(exemption=ALL),
        line(exemption=HALF),
        line(3_000, exemption=ALL),
    )
    assert waived((line(),), IDLE) == (line(),)


def test_less_to_pay_is_taken_off_the_last_line_first():
    lines = line(8_000), line(3_000, name="Bản sao")
    assert lessened(lines, 0) == lines
    assert lessened(lines, 1_000) == (
        line(8_000), line(2_000, name="Bản sao", unit_amount=None),
    )  # fmt: skip
    assert lessened(lines, 3_000) == (line(8_000),)
    assert lessened(lines, 4_000) == (line(7_000, unit_amount=None),)
    assert lessened(lines, 11_000) == ()
    assert lessened(lines, 12_000) == ()


def test_a_relieved_line_that_is_lessened_keeps_what_is_due_without_its_ground():
    assert lessened((line(exemption=HALF),), 1_000) == (line(3_000, unit_amount=None),)
    assert lessened((line(exemption=ALL),), 1_000) == (line(exemption=ALL),)


def test_why_lines_are_reduced_is_said_once():
    assert reductions([line(), line(exemption=ALL)]) == ""
    twice = line(exemption=HALF), line(exemption=HALF), line(exemption=TO_FIVE)
    assert reductions(twice) == "giảm 50%: Hộ cận nghèo; giảm còn 5.000 đồng: Theo NQ 5"


@pytest.mark.parametrize(
    ("procedure", "note", "kind"),
    [
        ("2.000635", "", FeeKind.CHARGE), ("2.002516", "Lệ phí", FeeKind.CHARGE),
        ("1.004873", "", FeeKind.FEE), ("1.004873", "Phí chứng thực", FeeKind.CHARGE),
        ("1.004873", "Lệ phí: 8.000", FeeKind.FEE), ("1.004873", "phía", FeeKind.FEE),
    ],
)  # fmt: skip
def test_a_fee_is_a_charge_where_the_law_or_the_catalogue_calls_it_one(procedure, note, kind):
    assert kind_by_law(procedure, note) is kind


def test_sums_are_grouped_by_dots_and_below_nothing_with_a_minus():
    assert [dong(n) for n in (0, 999, 1_000, 12_500_000, -5_000)] == [
        "0 đồng", "999 đồng", "1.000 đồng", "12.500.000 đồng", "\u22125.000 đồng",
    ]  # fmt: skip


def test_one_line_per_copy_says_how_many_copies_are_paid_for():
    flat = line(5_000, per="")
    assert copies_of([flat, line(24_000, unit_amount=8_000, quantity=3)]) == 3
    assert copies_of([flat]) is None
    assert copies_of([line(), line()]) is None, "of which of them"
    assert copies_of([line(unit_amount=None)]) is None, "part of it was given back"


def test_other_copies_are_paid_for_and_the_exemption_stays():
    flat, copies = line(5_000, per=""), line(exemption=HALF)
    assert for_copies([flat, copies], 3) == (
        flat, line(24_000, unit_amount=8_000, quantity=3, exemption=HALF),
    )  # fmt: skip


def test_whole_copies_given_back_are_fewer_copies_and_any_other_sum_is_only_less():
    three = line(24_000, unit_amount=8_000, quantity=3)
    assert lessened((three,), 8_000) == (line(16_000, unit_amount=8_000, quantity=2),)
    assert lessened((three,), 500) == (line(23_500, unit_amount=None, quantity=3),)
    flat = line(8_000, per="")
    assert lessened((flat,), 500) == (line(7_500, per="", unit_amount=None),)
