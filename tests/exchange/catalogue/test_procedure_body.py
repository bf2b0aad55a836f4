"""The stored body of a procedure is canonical and comes back exactly."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.catalogue.procedure import (
    Channel,
    Fee,
    LimitRule,
    Outcome,
    Procedure,
    Provenance,
    RequiredDocument,
    ServiceLevel,
    Step,
)
from app.domain.deadline.pauses import PauseMode
from app.domain.deadline.time_limit import TimeLimit, Unit
from app.exchange.catalogue.procedure_body import ProcedureBodyDamaged, encoded, from_json, to_json
from tests.domain.catalogue.procedure_builder import procedure

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
COUNTED = sorted(set(Unit) - {Unit.SAME_DAY, Unit.NONE})
LIMITS = st.builds(TimeLimit, st.sampled_from(COUNTED), st.integers(1, 999)) | st.builds(
    TimeLimit, st.sampled_from([Unit.SAME_DAY, Unit.NONE])
)
CHANNELS = st.sampled_from(Channel)
PROVENANCES = st.sampled_from(Provenance)
COUNTS = st.integers(0, 999)


def many(one):
    return st.lists(one, max_size=3).map(tuple)


PROCEDURES = st.builds(
    Procedure,
    code=TEXT,
    name=TEXT,
    field=TEXT,
    field_code=TEXT,
    decision=TEXT,
    subjects=TEXT,
    limits=many(
        st.builds(LimitRule, CHANNELS, st.none() | TEXT, st.none() | LIMITS, TEXT, PROVENANCES)
    ),
    fees=many(
        st.builds(
            Fee,
            st.none() | CHANNELS,
            st.none() | st.integers(0, 10**9),
            TEXT,
            TEXT,
            PROVENANCES,
            TEXT,
        )
    ),
    documents=many(
        st.builds(
            RequiredDocument,
            COUNTS,
            TEXT,
            st.none() | TEXT,
            COUNTS,
            COUNTS,
            st.booleans(),
            TEXT,
            TEXT,
            TEXT,
        )
    ),
    outcomes=many(st.builds(Outcome, TEXT, TEXT)),
    steps=many(st.builds(Step, COUNTS, TEXT, TEXT, LIMITS)),
    pause_mode=st.sampled_from(PauseMode),
    service_level=st.sampled_from(ServiceLevel),
    provenance=PROVENANCES,
    source=TEXT,
    effective_from=st.dates(),
    effective_to=st.none() | st.dates(),
    notes=many(TEXT),
)


@given(PROCEDURES)
def test_a_procedure_comes_back_exactly(made):
    assert from_json(to_json(made)) == made


@given(PROCEDURES)
def test_the_body_is_the_same_every_time_and_sorted(made):
    body, digest = encoded(made)

    assert encoded(from_json(body)) == (body, digest)
    assert body == json.dumps(
        json.loads(body), sort_keys=True, ensure_ascii=False, separators=(",", ":")
    ).encode().replace(b"\x7f", b"\x7f")


def test_a_difference_anywhere_gives_another_digest():
    assert encoded(procedure())[1] != encoded(procedure(effective_to=date(2027, 1, 1)))[1]


def test_keys_of_a_later_program_are_ignored():
    body = json.loads(to_json(procedure())) | {"future": [1]}

    assert from_json(json.dumps(body).encode()) == procedure()


@pytest.mark.parametrize(
    "body",
    [b"", b"{}", b"[]", b"nonsense", to_json(procedure())[:-9], b"\xff"],
)
def test_anything_else_is_damage(body):
    with pytest.raises(ProcedureBodyDamaged):
        from_json(body)


def test_an_impossible_limit_in_a_body_is_damage():
    body = json.loads(to_json(procedure()))
    body["limits"][0]["limit"]["amount"] = 0

    with pytest.raises(ProcedureBodyDamaged):
        from_json(json.dumps(body).encode())
