"""What certification costs: by the seed's tariff, and whatever tariff there is."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.catalogue.procedure import Provenance
from app.domain.certification.books import CertificationKind, CertifiedDocument
from app.domain.money.fee import due_of
from app.domain.money.tariff import (
    Basis,
    PageStep,
    Rate,
    Tariff,
    TariffMissing,
    UnknownGround,
    in_force,
    lines_of,
)
from app.exchange.tariff_file import seed

SEED = seed()[0]
RATES = {rate.kind: rate for rate in SEED.rates}
COPY = RATES[CertificationKind.COPY]
counts = st.integers(1, 999)


@pytest.mark.parametrize(
    ("pages", "copies", "amount"),
    [
        (1, 1, 2_000), (2, 1, 4_000), (3, 1, 5_000), (10, 1, 12_000), (10, 3, 36_000),
        (197, 1, 199_000), (198, 1, 200_000), (199, 1, 200_000), (5_000, 2, 400_000),
    ],
)  # fmt: skip
def test_a_copy_costs_two_thousand_a_page_to_page_two_then_one_thousand_to_the_cap(
    pages, copies, amount
):
    assert COPY.fee(pages=pages, copies=copies) == amount


@pytest.mark.parametrize(
    ("kind", "copies", "amount"),
    [
        (CertificationKind.SIGNATURE, 3, 10_000),
        (CertificationKind.TRANSLATOR, 7, 10_000),
        (CertificationKind.TRANSACTION, 4, 50_000),
        (CertificationKind.AMENDMENT, 4, 30_000),
        (CertificationKind.CORRECTION, 4, 25_000),
    ],
)
def test_other_kinds_cost_what_the_table_says_whatever_their_pages(kind, copies, amount):
    assert RATES[kind].fee(pages=40, copies=copies) == amount


steps = st.lists(st.integers(2, 60), unique=True, max_size=4).flatmap(
    lambda starts: st.tuples(
        *[st.builds(PageStep, st.just(start), counts) for start in [1, *sorted(starts)]]
    )
)
rates = st.builds(
    Rate,
    kind=st.sampled_from(CertificationKind),
    name=st.just("Phí"),
    per=st.just("trang"),
    basis=st.sampled_from(Basis),
    steps=steps,
    procedures=st.just(("2.000815",)),
    cap=st.none() | st.integers(1, 50_000),
)


@given(rates, counts, counts, counts)
def test_a_fee_never_falls_with_pages_or_copies(rate, pages, copies, more):
    fee = rate.fee(pages=pages, copies=copies)
    assert 0 <= fee <= rate.fee(pages=pages + more, copies=copies)
    assert fee <= rate.fee(pages=pages, copies=copies + more)


@given(rates.filter(lambda rate: rate.basis is Basis.PAGE), counts, counts)
def test_no_copy_costs_more_than_the_cap_and_copies_cost_alike(rate, pages, copies):
    one = rate.fee(pages=pages, copies=1)
    assert rate.cap is None or one <= rate.cap
    assert rate.fee(pages=pages, copies=copies) == one * copies


@given(rates.filter(lambda rate: rate.basis is Basis.PAGE), counts)
def test_a_copy_costs_the_sum_of_its_pages(rate, pages):
    each = [max(s.amount for s in rate.steps if s.from_page == top) for top in (
        max(s.from_page for s in rate.steps if s.from_page <= page) for page in range(1, pages + 1)
    )]  # fmt: skip
    assert replace(rate, cap=None).fee(pages=pages, copies=1) == sum(each)


documents = st.lists(
    st.builds(
        CertifiedDocument,
        name=st.just("Giấy"),
        pages=counts,
        copies=counts,
        kind=st.sampled_from(CertificationKind),
    ).map(lambda it: replace(it, amount=RATES[it.kind].fee(pages=it.pages, copies=it.copies))),
    max_size=30,
)


@given(documents)
def test_the_lines_of_a_batch_come_to_the_sum_of_its_papers(batch):
    lines = lines_of(batch, SEED)
    assert due_of(lines) == sum(each.amount for each in batch)
    assert len(lines) == len({each.kind for each in batch})
    for line in lines:
        assert line.unit_amount is None or line.unit_amount * line.quantity == line.amount


def a_tariff(begins: date, name: str = "") -> Tariff:
    return replace(SEED, effective_from=begins, name=name)


def test_the_tariff_of_a_day_is_the_latest_begun():
    old, new = a_tariff(date(2017, 1, 1)), a_tariff(date(2026, 7, 1))
    assert in_force([new, old], date(2026, 6, 30)) is old
    assert in_force([old, new], date(2026, 7, 1)) is new
    later = a_tariff(date(2026, 7, 1), "sửa")
    assert in_force([old, new, later], date(2027, 1, 1)) is later


def test_a_day_before_every_tariff_has_none():
    with pytest.raises(TariffMissing):
        in_force([SEED], date(2016, 12, 31))


def test_grounds_of_exemption_are_data():
    assert SEED.ground("HO_NGHEO").provenance is Provenance.UNVERIFIED
    with pytest.raises(UnknownGround):
        SEED.ground("QUEN_BIET")


@pytest.mark.parametrize(
    "rate",
    [
        replace(COPY, steps=()),
        replace(COPY, steps=(PageStep(2, 1_000),)),
        replace(COPY, steps=(PageStep(1, 2_000), PageStep(1, 1_000))),
        replace(COPY, basis=Basis.COPY),
        replace(COPY, procedures=()),
    ],
)
def test_a_tariff_that_contradicts_itself_says_where(rate):
    assert replace(SEED, rates=(rate,)).faults()
    assert not SEED.faults()


def test_a_tariff_without_rates_or_with_a_kind_or_ground_twice_is_no_tariff():
    assert replace(SEED, rates=()).faults()
    assert replace(SEED, rates=(COPY, COPY)).faults()
    assert replace(SEED, grounds=(*SEED.grounds, SEED.grounds[0])).faults()


def test_papers_not_priced_yet_have_no_line():
    assert lines_of([CertifiedDocument("Bằng")], SEED) == ()


def test_what_is_paid_by_the_copy_costs_each_copy_whatever_its_pages():
    rate = replace(COPY, basis=Basis.COPY)
    assert rate.fee(pages=50, copies=3) == 3 * COPY.steps[0].amount
