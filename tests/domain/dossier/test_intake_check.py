"""What intake takes and what it refuses, before anything is stored."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.clock import VIETNAM
from app.domain.dossier import intake_check
from app.domain.dossier.dossier import Applicant, ApplicantKind, IntakeRequest, SubmittedDocument
from app.domain.dossier.identity import Sex
from app.domain.errors import FieldError, InvalidRequest

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
