"""CHANGES.json: what is named is changed, what is not stays, and nothing else gets through."""

import json
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.clock import VIETNAM
from app.domain.dossier.correction import Correction
from app.domain.dossier.dossier import Applicant, ApplicantKind, SubmittedDocument
from app.domain.dossier.identity import IdKind, Sex
from app.domain.errors import DeskError
from app.exchange.correction_file import read
from app.exchange.intake_file import NoSuchPaper, NotATime, RequestShape
from tests.domain.catalogue.procedure_builder import paper
from tests.exchange.strategies_exchange import a_dossier, a_procedure

FORM = SubmittedDocument("Tờ khai", 1, 0, "KQ.G15.000001")
ASKED = a_procedure(documents=(paper("Tờ khai", code=FORM.code), paper("Trích lục", position=2)))
MAY = Applicant("Hoàng Thị Mẩy", personal_id="020185001234", born="1985", sex=Sex.FEMALE)


def correction(before=None, **parts) -> Correction:
    before = before or a_dossier(applicant=MAY, documents=(FORM,))
    return read(json.dumps(parts).encode()).correction(before, ASKED)


def test_nothing_named_corrects_nothing():
    assert correction() == Correction()


def test_fields_that_are_not_named_stay_as_they_are():
    asked = correction(applicant={"phone": "0912345678", "kind": "BUSINESS"})
    assert asked == Correction(
        Applicant(
            "Hoàng Thị Mẩy", ApplicantKind.BUSINESS, "020185001234", IdKind.PERSONAL_ID, "1985",
            Sex.FEMALE, "0912345678",
        )
    )  # fmt: skip


def test_a_number_alone_keeps_the_kind_of_document_it_stands_beside():
    asked = correction(applicant={"personal_id": " C1234567 "})
    assert (asked.applicant.personal_id, asked.applicant.id_kind) == (
        "C1234567",
        IdKind.PERSONAL_ID,
    )


@pytest.mark.parametrize(
    ("number", "kind"),
    [("C1234567", IdKind.PASSPORT), ("123456789", IdKind.OLD_ID), ("", IdKind.PERSONAL_ID)],
)
def test_of_a_new_representative_the_kind_of_document_is_guessed_as_at_intake(number, kind):
    asked = correction(representative={"full_name": "Lý A Sềnh", "personal_id": number})
    assert (asked.representative.id_kind, asked.no_representative) == (kind, False)


def test_null_takes_the_representative_away_and_nothing_named_does_not():
    assert correction(representative=None) == Correction(no_representative=True)
    assert correction(representative={}).no_representative is False


@pytest.mark.parametrize(
    ("written", "sex"), [("Nam", Sex.MALE), ("F", Sex.FEMALE), ("Nữ", Sex.FEMALE), (None, None)]
)
def test_a_sex_is_written_as_at_intake(written, sex):
    assert correction(applicant={"sex": written}).applicant.sex is sex


def test_a_paper_named_as_before_keeps_its_code_and_one_by_number_takes_the_catalogue_s():
    named = correction(documents=[{"name": "Tờ khai", "originals": 2}, {"name": "Đơn"}])
    assert named.documents == (
        SubmittedDocument("Tờ khai", 2, 0, FORM.code),
        SubmittedDocument("Đơn", 1, 0),
    )
    assert correction(documents=[{"index": 1}]).documents == (FORM,)
    assert [each.name for each in correction(documents="all").documents] == ["Tờ khai", "Trích lục"]
    with pytest.raises(NoSuchPaper):
        correction(documents=[{"index": 3}])


def test_every_unknown_key_is_named_up_to_a_dozen():
    with pytest.raises(RequestShape) as refused:
        correction(
            color=1, applicant={"nme": 1}, representative={"x": 1}, documents=[{}, {"count": 1}]
        )
    assert refused.value.facts["place"] == (
        "color, applicant.nme, representative.x, documents[1].count"
    )
    with pytest.raises(RequestShape) as refused:
        correction(**{f"k{n}": n for n in range(13)})
    assert refused.value.facts["place"].endswith("k11, …")


KEYS = (
    "applicant", "representative", "documents", "note", "full_name", "kind", "personal_id",
    "id_kind", "born", "sex", "phone", "email", "address", "name", "index", "originals", "copies",
)  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=5),
    lambda part: (
        st.lists(part, max_size=3)
        | st.dictionaries(
            st.sampled_from(KEYS) | st.text(max_size=5),
            part,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_any_json_is_a_correction_or_refused_with_a_reason(value):
    try:
        read(json.dumps(value).encode()).correction(a_dossier(), ASKED)
    except DeskError as refused:
        assert refused.facts["place"] or refused.facts.get("index") is not None


def test_procedure_case_and_time_of_receipt_are_named_by_themselves():
    before = a_dossier(case="Lần đầu")
    asked = correction(before, received_at="2026-11-23T08:00")
    assert asked == Correction(received_at=datetime(2026, 11, 23, 8, tzinfo=VIETNAM))
    assert correction(before, procedure=" 1.004746 ") == Correction(procedure="1.004746")
    assert correction(before, procedure="1.004746", case="Lại") == Correction(
        procedure="1.004746", case="Lại"
    )


def test_a_case_alone_is_one_of_the_procedure_it_stands_under():
    before = a_dossier(case="Lần đầu")
    code = before.procedure_code
    assert correction(before, case="Lại") == Correction(procedure=code, case="Lại")
    assert correction(before, case=None) == Correction(procedure=code)


def test_a_time_that_cannot_be_read_is_named():
    with pytest.raises(NotATime):
        correction(received_at="hôm qua")
