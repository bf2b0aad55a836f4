"""What intake takes and what it refuses, before anything is stored."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.catalogue.procedure import Channel, ReturnBy
from app.domain.certification.books import CertifiedDocument
from app.domain.clock import VIETNAM
from app.domain.dossier import intake_check
from app.domain.dossier.dossier import Applicant, ApplicantKind, IntakeRequest, SubmittedDocument
from app.domain.dossier.filing import FilingFacts, FilingSystem
from app.domain.dossier.identity import Sex
from app.domain.errors import FieldError, InvalidRequest
from app.domain.text import TextMissing, TextTooLong

NOW = datetime(2026, 11, 23, 10, 15, 42, tzinfo=VIETNAM)


def a_request(**changes):
    applicant = Applicant(**({"full_name": "Hoàng Thị Mẩy"} | changes.pop("applicant", {})))
    values = {"procedure": "1.004873", "documents": (SubmittedDocument("Tờ khai"),)} | changes
    return IntakeRequest(applicant=applicant, **values)


def problems(request):
    with pytest.raises(InvalidRequest) as refused:
        intake_check.check(request, now=NOW)
    return {type(p).__name__: p.field for p in refused.value.problems}


def test_seconds_are_dropped_and_now_is_the_receipt_unless_another_is_given():
    assert intake_check.check(a_request(), now=NOW).received_at == NOW.replace(second=0)


def test_every_fault_is_told_at_once():
    request = a_request(
        applicant={
            "full_name": "",
            "phone": "12",
            "email": "không",
            "born": "31/2/1985",
            "personal_id": "số?",
        },
        documents=(),
        sets=0,
        note="x" * 2_000,
    )
    assert problems(request) == {
        "TextMissing": "applicant.full_name", "NotAPhone": "applicant.phone",
        "NotAnEmail": "applicant.email", "NotADate": "applicant.born",
        "NotAnIdNumber": "applicant.personal_id", "NoPapers": "documents", "NotACount": "sets",
        "TextTooLong": "note",
    }  # fmt: skip


def test_a_representative_is_checked_like_the_applicant():
    request = a_request(representative=Applicant(full_name=" "))
    assert problems(request) == {"TextMissing": "representative.full_name"}


@pytest.mark.parametrize(
    ("received_at", "problem"),
    [
        (NOW + timedelta(minutes=1), "ReceivedInFuture"),
        (NOW - timedelta(days=400), "ReceivedLongAgo"),
    ],
)
def test_a_receipt_time_that_cannot_be_is_refused(received_at, problem):
    assert problems(a_request(received_at=received_at)) == {problem: "received_at"}


def test_a_time_without_offset_is_vietnam_time():
    request = a_request(received_at=datetime(2026, 11, 23, 9, 0))
    assert intake_check.check(request, now=NOW).received_at == datetime(
        2026, 11, 23, 9, 0, tzinfo=VIETNAM
    )


def test_nobody_files_after_receipt():
    assert problems(a_request(filed_at=NOW + timedelta(hours=1))) == {
        "FiledAfterReceipt": "filed_at"
    }


def test_phones_and_numbers_lose_their_spaces_and_dots():
    checked = intake_check.check(
        a_request(applicant={"phone": "0912 345.678", "personal_id": "020 185 001 234"}), now=NOW
    )
    assert checked.applicant.phone == "0912345678"
    assert checked.applicant.personal_id == "020185001234"


def test_a_business_has_no_sex():
    checked = intake_check.check(
        a_request(applicant={"kind": ApplicantKind.BUSINESS, "sex": Sex.MALE}), now=NOW
    )
    assert checked.applicant.sex is None


@pytest.mark.parametrize(("originals", "copies"), [(0, 0), (-1, 2), (1_000, 0), (True, 1)])
def test_a_paper_needs_a_number_of_sheets(originals, copies):
    request = a_request(documents=(SubmittedDocument("Tờ khai", originals, copies),))
    assert problems(request) == {"NotACount": "documents.0"}


def test_too_many_papers_are_refused_as_one_fault():
    request = a_request(documents=(SubmittedDocument("Tờ khai"),) * 500)
    assert problems(request) == {"TooManyPapers": "documents"}


@given(st.text(max_size=300), st.text(max_size=60), st.text(max_size=40), st.text(max_size=40))
def test_whatever_is_typed_is_either_taken_clean_or_refused_by_field(name, phone, number, born):
    request = a_request(
        applicant={"full_name": name, "phone": phone, "personal_id": number, "born": born}
    )
    try:
        checked = intake_check.check(request, now=NOW)
    except InvalidRequest as refused:
        assert all(isinstance(p, FieldError) and p.field for p in refused.problems)
    else:
        again = intake_check.check(checked, now=NOW)
        assert again == checked
        assert checked.applicant.full_name.isprintable()


def test_a_filing_before_receipt_is_kept_to_the_minute():
    filed_at = NOW - timedelta(hours=2)
    checked = intake_check.check(a_request(filed_at=filed_at), now=NOW)
    assert checked.filed_at == filed_at.replace(second=0)


def taken(**changes):
    return intake_check.check(a_request(**changes), now=NOW)


def of_applicant(field, text):
    return {"applicant": {field: text}}


@pytest.mark.parametrize(
    ("longest", "refusal", "field"),
    [
        (lambda n: of_applicant("full_name", "x" * (200 + n)), "TextTooLong",
         "applicant.full_name"),
        (lambda n: of_applicant("address", "x" * (400 + n)), "TextTooLong", "applicant.address"),
        (lambda n: of_applicant("title", "x" * (200 + n)), "TextTooLong", "applicant.title"),
        (lambda n: of_applicant("personal_id", "1" * (20 + n)), "NotAnIdNumber",
         "applicant.personal_id"),
        (lambda n: of_applicant("old_id", "1" * (20 + n)), "NotAnIdNumber", "applicant.old_id"),
        (lambda n: of_applicant("phone", "1" * (15 + n)), "NotAPhone", "applicant.phone"),
        (lambda n: of_applicant("phone", "+" + "1" * (8 - n)), "NotAPhone", "applicant.phone"),
        (lambda n: of_applicant("email", "a" * (64 + n) + "@b.vn"), "NotAnEmail",
         "applicant.email"),
        (lambda n: of_applicant("email", "a@b." + "v" * (2 - n)), "NotAnEmail", "applicant.email"),
        (lambda n: {"note": "x" * (1_000 + n)}, "TextTooLong", "note"),
        (lambda n: {"sets": 99 + n}, "NotACount", "sets"),
        (lambda n: {"sets": 1 - n}, "NotACount", "sets"),
        (lambda n: {"copies": 999 + n}, "NotACount", "copies"),
        (lambda n: {"copies": 1 - n}, "NotACount", "copies"),
        (lambda n: {"documents": (SubmittedDocument("x"),) * (200 + n)}, "TooManyPapers",
         "documents"),
        (lambda n: {"documents": (SubmittedDocument("x"),) * (1 - n)}, "NoPapers", "documents"),
        (lambda n: {"documents": (SubmittedDocument("x" * (5_000 + n)),)}, "TextTooLong",
         "documents.0"),
        (lambda n: {"documents": (SubmittedDocument("x", 999 + n, 0),)}, "NotACount",
         "documents.0"),
        (lambda n: {"documents": (SubmittedDocument("x", 0, 999 + n),)}, "NotACount",
         "documents.0"),
        (lambda n: {"documents": (SubmittedDocument("x", 0, 1 - n),)}, "NotACount", "documents.0"),
        (lambda n: {"documents": (SubmittedDocument("x", 1, 0, "x" * (60 + n)),)}, "TextTooLong",
         "documents.0"),
        (lambda n: {"documents": (SubmittedDocument("x", n, 0, shown=True),)}, "ShownAndKept",
         "documents.0"),
        (lambda n: {"filing": FilingFacts(bases=("1" * (40 + n),))}, "NotABase", "bases"),
        (lambda n: {"received_at": NOW.replace(second=0) + timedelta(minutes=n)},
         "ReceivedInFuture", "received_at"),
        (lambda n: {"received_at": NOW.replace(second=0) - timedelta(days=366, minutes=n - 1)},
         "ReceivedLongAgo", "received_at"),
        (lambda n: {"filed_at": NOW.replace(second=0) + timedelta(minutes=n)}, "FiledAfterReceipt",
         "filed_at"),
    ],
)  # fmt: skip
def test_a_bound_is_still_taken_and_one_beyond_it_is_refused(longest, refusal, field):
    taken(**longest(0))
    assert problems(a_request(**longest(1))) == {refusal: field}


def test_an_address_of_mail_has_one_sign_and_a_domain_and_at_most_254_letters():
    longest = "a" * 60 + "@" + "b" * 190 + ".vn"
    assert len(longest) == 254
    assert taken(**of_applicant("email", longest)).applicant.email == longest
    assert problems(a_request(**of_applicant("email", f"a{longest}"))) == {
        "TextTooLong": "applicant.email"
    }
    for wrong in ("a", "a@b", "@b.vn", "a@@b.vn", "a b@c.vn"):
        assert problems(a_request(**of_applicant("email", wrong))) == {
            "NotAnEmail": "applicant.email"
        }


def test_papers_are_sent_by_post_only_to_an_address():
    by_post = {"return_by": ReturnBy.POST}
    assert problems(a_request(**by_post)) == {"TextMissing": "applicant.address"}
    assert taken(**by_post, **of_applicant("address", "Bản Loỏng")).return_by is ReturnBy.POST


def test_papers_to_be_certified_are_papers_enough():
    assert taken(documents=(), certification=(CertifiedDocument("Bằng"),)).documents == ()


def test_a_code_of_the_portal_tells_where_it_was_filed_unless_that_is_said():
    code = {"channel": Channel.ONLINE, "official_code": " g09.20-261123-0092637 "}
    assert taken(**code).official_code == "G09.20-261123-0092637"
    assert taken(**code).filing.system is not None
    own = FilingFacts(system=FilingSystem.OWN)
    assert taken(**code, filing=own).filing == own
    assert taken().filing == FilingFacts()


def test_a_reason_is_given_and_of_a_thousand_letters_at_most():
    assert intake_check.reason(" Thiếu giấy ") == "Thiếu giấy"
    assert intake_check.reason("x" * 1_000) == "x" * 1_000
    for text, refused in (("  ", TextMissing), ("x" * 1_001, TextTooLong)):
        with pytest.raises(refused) as problem:
            intake_check.reason(text)
        assert problem.value.facts["field"] == "reason"
