"""Which grounds free which fee, and on which days."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.catalogue.procedure import Provenance
from app.domain.money.fee import Exemption
from app.domain.money.ground import ExemptionGround, GroundNotInForce, GroundNotOfFee, Validity
from app.domain.money.relief import Relief
from app.domain.money.tariff import (
    ReliefMissing,
    ReliefNotOfGround,
    TariffMissing,
    UnknownGround,
    in_force,
)
from app.exchange.tariff_file import seed

SEED = seed()[0]
AUTUMN = date(2026, 11, 23)
CERTIFYING = sorted({code for rate in SEED.rates for code in rate.procedures})
days = st.dates(date(2020, 1, 1), date(2030, 12, 31))


def usable(code, field, on=AUTUMN):
    return {ground.code for ground in SEED.grounds_for(code, field, on)}


@pytest.mark.parametrize("code", CERTIFYING)
def test_only_a_loan_under_decree_55_frees_a_certification(code):
    assert usable(code, "Chứng thực") == ({"VAY_NONG_NGHIEP"} if code == "2.001035" else set())
    for ground in SEED.grounds:
        if ground.code in usable(code, "Chứng thực"):
            continue
        asked = Exemption(ground.code, "Giấy số 1")
        with pytest.raises((GroundNotOfFee, GroundNotInForce)):
            SEED.settled(asked, code=code, field="Chứng thực", on=AUTUMN)


def test_a_loan_frees_nothing_but_the_mortgage_it_is_about():
    for code, field in (("2.000635", "Hộ tịch"), ("1.004222", "Đăng ký, quản lý cư trú")):
        assert "VAY_NONG_NGHIEP" not in usable(code, field)


@pytest.mark.parametrize(
    ("on", "holds"),
    [
        (date(2026, 8, 14), False), (date(2026, 8, 15), True), (date(2027, 2, 28), True),
        (date(2027, 3, 1), False),
    ],
)  # fmt: skip
def test_digital_citizens_are_freed_from_the_first_to_the_last_day_of_the_circular(on, holds):
    freed = (
        ("2.000635", "Hộ tịch"), ("1.001193", "hộ tịch"), ("1.014063", "Cấp, quản lý căn cước"),
        ("1.004222", "Đăng ký, quản lý cư trú"), ("1.003133", "Quản lý xuất nhập cảnh"),
    )  # fmt: skip
    for code, field in freed:
        assert ("VNEID_MUC_2" in usable(code, field, on)) is holds
    assert "VNEID_MUC_2" not in usable("1.001612", "Thành lập hộ kinh doanh", on)
    asked = Exemption("VNEID_MUC_2", "VNeID mức 2")
    if not holds:
        with pytest.raises(GroundNotInForce):
            SEED.settled(asked, code="2.000635", field="Hộ tịch", on=on)


@pytest.mark.parametrize(("on", "holds"), [(date(2026, 12, 31), True), (date(2027, 1, 1), False)])
def test_the_halved_identity_card_fee_ends_with_the_year(on, holds):
    assert ("TT_64_2025" in usable("1.014064", "Cấp, quản lý căn cước", on)) is holds


@given(st.none() | days, st.none() | days, days)
def test_a_period_holds_both_its_ends_and_nothing_outside(first, last, day):
    period = Validity(first, last)
    assert period.covers(day) == ((first or day) <= day <= (last or day))
    for end in filter(None, (first, last)):
        if period.is_sound:
            assert period.covers(end)
    if first:
        assert not period.covers(first - timedelta(days=1))
    if last:
        assert not period.covers(last + timedelta(days=1))


def test_a_tariff_that_ends_gives_way_to_the_one_before():
    for_a_time = replace(
        SEED, name="Tạm", effective_from=date(2026, 8, 15), effective_to=date(2027, 2, 28)
    )
    both = (SEED, for_a_time)
    assert in_force(both, date(2026, 8, 14)) is SEED
    assert in_force(both, date(2027, 2, 28)) is for_a_time
    assert in_force(both, date(2027, 3, 1)) is SEED
    with pytest.raises(TariffMissing):
        in_force([for_a_time], date(2027, 3, 1))


def test_what_ends_before_it_begins_is_no_tariff():
    early = date(2016, 1, 1)
    assert replace(SEED, effective_to=early).faults()
    ground = replace(SEED.grounds[0], effective_from=AUTUMN, effective_to=early)
    assert replace(SEED, grounds=(ground,)).faults()
    assert not SEED.faults()


@pytest.mark.parametrize(
    ("validity", "words"),
    [
        (Validity(date(2026, 8, 15), date(2027, 2, 28)), "từ 15/08/2026 đến hết 28/02/2027"),
        (Validity(first=date(2026, 8, 15)), "từ 15/08/2026"),
        (Validity(last=date(2026, 12, 31)), "đến hết 31/12/2026"),
        (Validity(), "không thời hạn"),
    ],
)
def test_words_say_from_when_to_when_a_ground_holds(validity, words):
    assert validity.words == words


HALF, TO_FIVE = Relief(50, None), Relief(None, 5_000)
WAIVES = ExemptionGround(
    "A", "Miễn", "NQ 1", Provenance.AS_PUBLISHED, effective_from=date(2026, 8, 2)
)
FIXED = replace(WAIVES, code="B", name="Giảm nửa", relief=HALF)
ASKED = replace(WAIVES, code="C", name="Giảm theo tỉnh", asks_relief=True)
TARIFF = replace(SEED, grounds=(WAIVES, FIXED, ASKED))


def settled(ground, relief=None, *, of=TARIFF, code="1.004873", on=AUTUMN):
    given = Exemption(ground, "Giấy số 1", relief)
    return of.settled(given, code=code, field="Hộ tịch", on=on).relief


def test_something_may_be_left_to_pay_where_a_reduction_is_fixed_or_asked_for():
    assert [one.reduces for one in (WAIVES, FIXED, ASKED)] == [False, True, True]


def test_a_reduction_is_fixed_or_asked_for_not_both():
    assert [one.is_sound for one in (WAIVES, FIXED, ASKED)] == [True, True, True]
    assert not replace(FIXED, asks_relief=True).is_sound
    assert not replace(FIXED, relief=Relief(0, None)).is_sound


def test_a_ground_frees_what_it_names_and_else_every_fee_but_one_of_certification():
    of_field = replace(WAIVES, fields=("Hộ tịch",))
    of_code = replace(WAIVES, procedures=("1.1",))
    for ground, code, field, certifying, frees in (
        (WAIVES, "1.1", "Đất đai", False, True),
        (WAIVES, "1.1", "Chứng thực", True, False),
        (of_field, "1.1", "hộ tịch", False, True),
        (of_field, "1.1", "Đất đai", False, False),
        (of_field, "1.1", "Hộ tịch", True, False),
        (of_code, "1.1", "Đất đai", False, True),
        (of_code, "1.1", "Đất đai", True, True),
        (of_code, "1.2", "Đất đai", False, False),
    ):
        assert ground.frees(code, field, is_certifying=certifying) is frees


def test_an_exemption_is_as_its_ground_says_or_as_the_clerk_names_it():
    assert settled("A") is None
    assert settled("A", Relief(100)) is None
    assert settled("B") == HALF
    assert settled("B", HALF) == HALF
    assert settled("C", TO_FIVE) == TO_FIVE
    assert settled("C", Relief(100)) is None


def test_what_a_ground_leaves_open_must_be_named_and_what_it_fixes_is_not_the_clerks():
    with pytest.raises(ReliefMissing):
        settled("C")
    for ground, relief in (("A", HALF), ("B", TO_FIVE), ("B", Relief(100))):
        with pytest.raises(ReliefNotOfGround):
            settled(ground, relief)


def test_a_ground_that_does_not_free_the_fee_names_those_that_do():
    certified = SEED.rates[0].procedures[0]
    with pytest.raises(GroundNotOfFee) as refused:
        settled("A", code=certified)
    assert str(refused.value.facts["usable"]) == "không có căn cứ nào"
    only = replace(TARIFF, grounds=(replace(WAIVES, fields=("Đất đai",)), FIXED, ASKED))
    with pytest.raises(GroundNotOfFee) as named:
        settled("A", of=only)
    assert named.value.facts["usable"] == "B, C"
    with pytest.raises(UnknownGround) as unknown:
        settled("Z")
    assert unknown.value.facts == {"code": "Z", "known": "A, B, C"}
    with pytest.raises(GroundNotInForce):
        settled(
            "A", of=replace(TARIFF, grounds=(replace(WAIVES, effective_from=date(2027, 1, 1)),))
        )
