"""Which grounds free which fee, and on which days."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.money.fee import Exemption
from app.domain.money.ground import GroundNotInForce, GroundNotOfFee, Validity
from app.domain.money.tariff import TariffMissing, in_force
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
