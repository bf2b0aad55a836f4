"""A reduction leaves whole đồng, never more than the line, and adds up over the lines."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.catalogue.procedure import Provenance
from app.domain.dossier.charge_check import exemption as checked
from app.domain.errors import InvalidRequest
from app.domain.money.fee import (
    MOST_DONG,
    Exemption,
    FeeKind,
    due_of,
    plain_line,
    reductions,
    waived,
)
from app.domain.money.ground import ExemptionGround
from app.domain.money.relief import NotARelief, Relief, read_relief
from app.domain.money.tariff import ReliefMissing, ReliefNotOfGround, Tariff
from app.domain.problems import Problems

amounts = st.integers(1, MOST_DONG)
PROOF = "Giấy chứng nhận hộ cận nghèo số 7"


def a_line(amount):
    return plain_line("Lệ phí", amount, kind=FeeKind.FEE, per="", quantity=1, source="NQ 1")


@given(amounts, st.integers(1, 99))
def test_a_percentage_is_rounded_to_the_dong_half_upwards(amount, percent):
    left = Relief(percent=percent).left_of(amount)
    exact = Fraction(amount * (100 - percent), 100)
    assert Fraction(-1, 2) < left - exact <= Fraction(1, 2)
    assert 0 <= left <= amount


@pytest.mark.parametrize(
    ("amount", "percent", "left"),
    [(5_000, 50, 2_500), (1, 50, 1), (3, 50, 2), (7, 30, 5), (149, 99, 1), (150, 99, 2)],
)
def test_half_a_dong_is_rounded_up(amount, percent, left):
    assert Relief(percent=percent).left_of(amount) == left


@given(amounts, amounts)
def test_a_sum_that_is_left_is_never_more_than_the_line(amount, to_amount):
    assert Relief(to_amount=to_amount).left_of(amount) == min(amount, to_amount)


@given(st.lists(amounts, min_size=1, max_size=20), st.integers(1, 99))
def test_reduced_lines_add_up_to_what_is_due(several, percent):
    lines = waived(tuple(map(a_line, several)), Exemption("G", PROOF, Relief(percent=percent)))
    assert due_of(lines) == sum(Relief(percent=percent).left_of(amount) for amount in several)
    assert [line.amount for line in lines] == several


def test_a_line_the_reduction_does_not_make_cheaper_stays_as_it_is():
    cheap, dear = a_line(4_000), a_line(9_000)
    lines = waived((cheap, dear), Exemption("G", PROOF, Relief(to_amount=5_000)))
    assert lines[0] == cheap
    assert (lines[1].due, lines[1].exemption.words) == (5_000, "giảm còn 5.000 đồng")
    assert reductions(lines) == f"giảm còn 5.000 đồng: {PROOF}"
    again = waived(lines, Exemption("H", "QĐ 9", Relief(percent=50)))
    assert [line.due for line in again] == [2_000, 5_000]


def test_a_sum_above_what_the_line_has_come_to_is_no_reduction_any_more():
    (line,) = waived((a_line(9_000),), Exemption("G", PROOF, Relief(to_amount=5_000)))
    corrected = replace(line, amount=2_000)
    assert (corrected.due, corrected.reduction) == (2_000, None)
    assert corrected.exemption == line.exemption


def test_what_is_waived_as_a_whole_is_no_reduction():
    (line,) = waived((a_line(8_000),), Exemption("G", PROOF))
    assert (line.due, line.reduction, reductions((line,))) == (0, None, "")


@pytest.mark.parametrize(
    ("text", "relief"),
    [
        ("50%", Relief(percent=50)),
        (" giảm 5 % ", Relief(percent=5)),
        ("100%", Relief(percent=100)),
        ("5.000", Relief(to_amount=5_000)),
        ("còn 5000 đ", Relief(to_amount=5_000)),
        ("giảm còn 12 500", Relief(to_amount=12_500)),
        ("còn 50 đ", Relief(to_amount=50)),
    ],
)
def test_a_reduction_is_read_as_clerks_write_it(text, relief):
    assert read_relief(text, field="x") == relief


@pytest.mark.parametrize(
    "text", ["", "0%", "101%", "50", "100", "12,5%", "0", "một nửa", "-5%", "5%0"]
)
def test_what_is_no_reduction_is_refused(text):
    with pytest.raises(NotARelief):
        read_relief(text, field="x")


@pytest.mark.parametrize(
    "relief",
    [
        Relief(),
        Relief(0),
        Relief(101),
        Relief(50, 5_000),
        Relief(to_amount=0),
        Relief(to_amount=MOST_DONG + 1),
    ],
)
def test_the_door_takes_one_way_of_reducing_only(relief):
    problems = Problems()
    checked(Exemption("G", PROOF, relief), problems)
    with pytest.raises(InvalidRequest) as refused:
        problems.raise_any()
    assert refused.value.problems[0].field == "exemption.relief"


def ground(code, **more):
    return ExemptionGround(code, code, "Nghị quyết", Provenance.UNVERIFIED, **more)


EXTRACT = {"code": "2.000635", "field": "Hộ tịch", "on": date(2026, 11, 23)}
TARIFF = Tariff(
    "T", "T", date(2026, 1, 1), "TT", Provenance.COMPLETED, (),
    (
        ground("WHOLE"), ground("HALF", relief=Relief(percent=50)),
        ground("SUM", relief=Relief(to_amount=5_000)), ground("OPEN", asks_relief=True),
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("code", "named", "settled"),
    [
        ("WHOLE", None, None),
        ("WHOLE", Relief(percent=100), None),
        ("HALF", None, Relief(percent=50)),
        ("HALF", Relief(percent=50), Relief(percent=50)),
        ("SUM", None, Relief(to_amount=5_000)),
        ("OPEN", Relief(percent=30), Relief(percent=30)),
        ("OPEN", Relief(percent=100), None),
    ],
)
def test_the_ground_says_how_far_or_leaves_it_to_the_clerk(code, named, settled):
    assert TARIFF.settled(Exemption(code, PROOF, named), **EXTRACT) == Exemption(
        code, PROOF, settled
    )


def test_a_ground_is_neither_left_open_nor_overruled():
    with pytest.raises(ReliefMissing):
        TARIFF.settled(Exemption("OPEN", PROOF), **EXTRACT)
    for code, named in (("WHOLE", Relief(percent=50)), ("HALF", Relief(percent=60))):
        with pytest.raises(ReliefNotOfGround):
            TARIFF.settled(Exemption(code, PROOF, named), **EXTRACT)


@pytest.mark.parametrize(
    ("relief", "sound"),
    [
        (Relief(percent=0), False),
        (Relief(percent=1), True),
        (Relief(percent=99), True),
        (Relief(percent=100), False),
        (Relief(to_amount=0), False),
        (Relief(to_amount=1), True),
        (Relief(percent=50, to_amount=1), False),
        (Relief(), False),
    ],
)
def test_a_relief_takes_something_away_and_leaves_something_in_one_way(relief, sound):
    assert relief.is_sound is sound
