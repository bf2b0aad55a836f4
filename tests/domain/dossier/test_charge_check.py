"""What is charged is validated."""

from dataclasses import replace

import pytest

from app.domain.certification.books import Book, CertificationNumber, CertifiedDocument
from app.domain.dossier import charge_check
from app.domain.dossier.dossier import Applicant, IntakeRequest
from app.domain.errors import InvalidRequest
from app.domain.money.fee import Exemption, FeeKind, FeeLine, plain_line
from app.domain.money.payment import Method, PaymentRequest
from app.domain.money.relief import Relief
from app.domain.problems import Problems
from tests.builders import MONDAY

LINE = plain_line("Lệ phí", 8_000, kind=FeeKind.FEE, per="bản", quantity=2, source="NQ 1")


def a_request(**changes) -> IntakeRequest:
    values = {"procedure": "2.000815", "applicant": Applicant("Lý A"), "documents": ()}
    return IntakeRequest(**(values | {"certification": (CertifiedDocument("Bằng"),)} | changes))


def faults(**changes):
    with pytest.raises(InvalidRequest) as refused:
        charge_check.check(a_request(**changes), now=MONDAY)
    return [(type(problem).__name__, problem.field) for problem in refused.value.problems]


def test_papers_to_certify_are_papers_enough():
    assert charge_check.check(a_request(), now=MONDAY).certification[0].name == "Bằng"
    assert faults(certification=()) == [("NoPapers", "documents")]


def test_amounts_and_numbers_are_not_the_clerks_to_give():
    given = CertifiedDocument(
        " Bằng  A ", 2, 3, None, 5, CertificationNumber(Book.COPIES, 2026, 1, 9)
    )
    (paper,) = charge_check.certified([given], Problems())
    assert paper == CertifiedDocument("Bằng A", 2, 3)


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ((LINE,) * 21, ("TooManyFees", "fees")),
        ((replace(LINE, amount=15_000),), ("FeeDoesNotAddUp", "fees.0")),
        ((replace(LINE, quantity=0),), ("NotACount", "fees.0")),
        ((LINE, replace(LINE, source=" ")), ("TextMissing", "fees.1")),
        ((replace(LINE, per="x" * 61),), ("TextTooLong", "fees.0")),
    ],
)
def test_lines_that_make_no_sense_are_refused(lines, fault):
    assert faults(fees=lines) == [fault]


def test_an_exemption_is_given_for_all_lines_not_smuggled_into_one():
    smuggled = replace(LINE, exemption=Exemption("HO_NGHEO", "số 1"))
    (line,) = charge_check.fee_lines([smuggled], Problems())
    assert line == LINE
    whole = FeeLine("Lệ phí", FeeKind.FEE, "", None, 3, 10_000, "NQ 1")
    assert charge_check.fee_lines([whole], Problems()) == (whole,)


def test_every_fault_is_told_at_once():
    assert faults(
        exemption=Exemption("HO_NGHEO", ""),
        payment=PaymentRequest(Method.CASH, amount=0, payer="x" * 201, reference="x" * 101),
    ) == [
        ("TextMissing", "exemption.text"),
        ("NotACount", "amount"),
        ("TextTooLong", "payer"),
        ("TextTooLong", "reference"),
    ]


@pytest.mark.parametrize("amount", [True, 1.5, "5", 10**12])
def test_money_is_whole_dong(amount):
    assert faults(payment=PaymentRequest(amount=amount)) == [("NotACount", "amount")]


@pytest.mark.parametrize(
    ("relief", "said"),
    [(Relief(percent=150), "150"), (Relief(percent=50, to_amount=3_000), "50; 3000")],
)
def test_a_relief_that_makes_no_sense_is_named_as_it_was_given(relief, said):
    problems = Problems()
    charge_check.exemption(Exemption("KHAC", "Giấy số 1", relief), problems)
    with pytest.raises(InvalidRequest) as refused:
        problems.raise_any()
    (problem,) = refused.value.problems
    assert (problem.field, problem.facts["text"]) == ("exemption.relief", said)


def line(**changes):
    one = {"quantity": 1, "unit_amount": 1, "amount": 1}
    return replace(LINE, **(one | changes))


PAPER = CertifiedDocument("Bằng")
RICH = 499_999_999_999


@pytest.mark.parametrize(
    ("longest", "fault"),
    [
        (lambda n: {"certification": (PAPER,) * (200 + n)}, ("TooManyCertified", "certification")),
        (lambda n: {"certification": (CertifiedDocument("x" * (500 + n)),)},
         ("TextTooLong", "certification.0")),
        (lambda n: {"certification": (CertifiedDocument("x", 9_999 + n),)},
         ("NotACount", "certification.0")),
        (lambda n: {"certification": (CertifiedDocument("x", 1 - n),)},
         ("NotACount", "certification.0")),
        (lambda n: {"certification": (CertifiedDocument("x", 1, 999 + n),)},
         ("NotACount", "certification.0")),
        (lambda n: {"certification": (CertifiedDocument("x", 1, 1 - n),)},
         ("NotACount", "certification.0")),
        (lambda n: {"fees": (line(),) * (20 + n)}, ("TooManyFees", "fees")),
        (lambda n: {"fees": (line(name="x" * (200 + n)),)}, ("TextTooLong", "fees.0")),
        (lambda n: {"fees": (line(per="x" * (60 + n)),)}, ("TextTooLong", "fees.0")),
        (lambda n: {"fees": (line(source="x" * (1_000 + n)),)}, ("TextTooLong", "fees.0")),
        (lambda n: {"fees": (line(quantity=9_999 + n, amount=9_999 + n),)},
         ("NotACount", "fees.0")),
        (lambda n: {"fees": (line(quantity=1 - n),)}, ("NotACount", "fees.0")),
        (lambda n: {"fees": (line(unit_amount=None, amount=1 - n),)}, ("NotACount", "fees.0")),
        (lambda n: {"fees": (line(amount=1 + n),)}, ("FeeDoesNotAddUp", "fees.0")),
        (lambda n: {"fees": (line(unit_amount=None, amount=RICH + n),)}, ("TooMuchInAll", "fees")),
        (lambda n: {"exemption": Exemption("HO_NGHEO", "x" * (200 + n))},
         ("TextTooLong", "exemption.text")),
        (lambda n: {"exemption": Exemption("HO_NGHEO", "x" * (1 - n))},
         ("TextMissing", "exemption.text")),
        (lambda n: {"exemption": Exemption("KHAC", "NQ 1", Relief(1 - n))},
         ("NotARelief", "exemption.relief")),
        (lambda n: {"exemption": Exemption("KHAC", "NQ 1", Relief(100 + n))},
         ("NotARelief", "exemption.relief")),
        (lambda n: {"exemption": Exemption("KHAC", "NQ 1", Relief(None, 999_999_999_999 + n))},
         ("ReliefIdle", "exemption.relief")),
        (lambda n: {"payment": PaymentRequest(amount=1 - n)}, ("NotACount", "amount")),
        (lambda n: {"payment": PaymentRequest(amount=999_999_999_999 + n)},
         ("NotACount", "amount")),
        (lambda n: {"payment": PaymentRequest(payer="x" * (200 + n))}, ("TextTooLong", "payer")),
        (lambda n: {"payment": PaymentRequest(reference="x" * (100 + n))},
         ("TextTooLong", "reference")),
    ],
)  # fmt: skip
def test_a_bound_is_still_taken_and_one_beyond_it_is_refused(longest, fault):
    charge_check.check(a_request(**longest(0)), now=MONDAY)
    assert faults(**longest(1)) == [fault]


def test_what_is_paid_at_once_keeps_the_sum_the_payer_was_told():
    asked = PaymentRequest(Method.TRANSFER, 5_000, " Lý A ", " FT1 ", shown=8_000)
    kept = charge_check.check(a_request(payment=asked), now=MONDAY).payment
    assert kept == PaymentRequest(Method.TRANSFER, 5_000, "Lý A", "FT1")
    assert kept.shown == 8_000


@pytest.mark.parametrize("relief", [None, Relief(100), Relief(50), Relief(None, 5_000)])
def test_a_relief_that_makes_sense_is_kept_as_it_was_given(relief):
    given = Exemption("KHAC", "NQ 1", relief)
    assert charge_check.exemption(given, Problems()) == given
    assert charge_check.check(a_request(exemption=given), now=MONDAY).exemption == given
