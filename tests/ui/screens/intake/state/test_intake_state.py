"""The form's state as plain values: drafts come back whole, requests are checked."""

import json
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.catalogue.procedure import Channel, ReturnBy
from app.domain.clock import VIETNAM
from app.domain.dossier.dossier import ApplicantKind
from app.domain.dossier.identity import IdKind, Sex
from app.domain.errors import InvalidRequest
from ui.screens.intake.draft.body import from_body, to_body
from ui.screens.intake.state.fee import Collect, FeeState
from ui.screens.intake.state.form import FormState
from ui.screens.intake.state.papers import CertifiedState, PaperState
from ui.screens.intake.state.person import PersonState

NOW = datetime(2026, 11, 23, 10, 15, tzinfo=VIETNAM)

people = st.builds(
    PersonState,
    kind=st.sampled_from(ApplicantKind),
    full_name=st.text(max_size=20),
    personal_id=st.text(max_size=14),
    id_kind=st.none() | st.sampled_from(IdKind),
    born=st.text(max_size=10),
    sex=st.none() | st.sampled_from(Sex),
    phone=st.text(max_size=12),
    email=st.text(max_size=12),
    address=st.text(max_size=12),
)
papers = st.builds(
    PaperState,
    name=st.text(max_size=30),
    code=st.text(max_size=5),
    originals=st.integers(0, 999),
    copies=st.integers(0, 999),
    is_present=st.booleans(),
    is_extra=st.booleans(),
)
certified = st.builds(
    CertifiedState,
    name=st.text(max_size=30),
    pages=st.integers(1, 9_999),
    copies=st.integers(1, 999),
)
fees = st.builds(
    FeeState,
    amount=st.text(max_size=8),
    collect=st.sampled_from(Collect),
    reference=st.text(max_size=8),
    ground=st.text(max_size=8),
    proof=st.text(max_size=8),
)
states = st.builds(
    FormState,
    channel=st.sampled_from(Channel),
    applicant=people,
    representative=st.none() | people,
    search_text=st.text(max_size=10),
    procedure_code=st.text(max_size=10),
    procedure_version=st.none() | st.integers(1, 99),
    procedure_name=st.text(max_size=10),
    case=st.none() | st.text(min_size=1, max_size=10),
    papers=st.lists(papers, max_size=4).map(tuple),
    certification=st.lists(certified, max_size=4).map(tuple),
    fee=fees,
    sets=st.text(min_size=1, max_size=3),
    return_by=st.sampled_from(ReturnBy),
    note=st.text(max_size=10),
    received_at=st.text(max_size=10),
    filed_at=st.text(max_size=10),
    is_boundary_free=st.booleans(),
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)


@given(states)
def test_a_draft_comes_back_as_it_was_typed(state):
    assert from_body(json.loads(json.dumps(to_body(state)))) == state


@given(st.dictionaries(st.sampled_from(sorted(to_body(FormState()))), json_values))
def test_a_strange_draft_opens_as_far_as_it_can_be_read(body):
    assert isinstance(from_body(body), FormState)


def test_every_fault_is_named_in_the_order_of_the_form():
    state = FormState(
        applicant=PersonState(born="31/2/1985", phone="12"), sets="x", received_at="hôm qua"
    )
    with pytest.raises(InvalidRequest) as refusal:
        state.request(now=NOW)
    assert [problem.field for problem in refusal.value.problems] == [
        "applicant.full_name",
        "applicant.born",
        "applicant.phone",
        "documents",
        "sets",
        "received_at",
    ]


def test_only_ticked_papers_are_handed_in_and_times_are_read():
    state = FormState(
        applicant=PersonState(full_name="Lý A Sềnh", born="5/3/85"),
        procedure_code="1.004873",
        papers=(
            PaperState("Tờ khai", is_present=True, copies=2),
            PaperState("Giấy ủy quyền"),
            PaperState("Sổ hộ khẩu cũ", is_present=True, is_extra=True),
        ),
        received_at="8:15",
    )
    request = state.request(now=NOW)
    assert [paper.name for paper in request.documents] == ["Tờ khai", "Sổ hộ khẩu cũ"]
    assert request.documents[0].copies == 2
    assert request.applicant.born == "1985-03-05"
    assert request.received_at == datetime(2026, 11, 23, 8, 15, tzinfo=VIETNAM)


def test_a_business_has_neither_birth_date_nor_sex():
    person = PersonState(
        kind=ApplicantKind.BUSINESS, full_name="HTX", personal_id="4900123456", born="1985",
        sex=Sex.MALE,
    )  # fmt: skip
    applicant = person.applicant()
    assert (applicant.born, applicant.sex, applicant.id_kind) == ("", None, IdKind.TAX_CODE)


def test_a_form_with_only_a_channel_is_not_worth_keeping():
    assert FormState(channel=Channel.POSTAL).is_blank
    assert not FormState(applicant=PersonState(phone="0912")).is_blank
    assert not FormState(procedure_code="1.1").is_blank
