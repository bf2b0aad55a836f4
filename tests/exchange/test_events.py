"""Our own event: complete, canonical, and refused at once if it could not be exported later."""

import json
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from app.domain.catalogue.procedure import Outcome, ServiceLevel
from app.domain.clock import VIETNAM
from app.domain.dossier.dossier import Dossier, SubmittedDocument
from app.domain.workflow.states import DossierEvent, DossierState
from app.exchange.event_shape import DossierChanged, DossierMoved, encoded
from app.exchange.events import (
    EventRefused,
    dossier_event,
    promise_event,
    read_event,
    step_event,
)
from app.exchange.province_v1.dialect import render
from tests.exchange import strategies_exchange as some

steps = st.builds(
    step_event,
    some.all_facts,
    some.dossiers,
    some.procedures,
    st.sampled_from(DossierEvent),
    some.texts(1_000, least=0),
    from_state=some.maybe(st.sampled_from(DossierState)),
)


def an_event(**changes) -> bytes:
    """A dossier event, changed as JSON where a test asks for it."""
    value = json.loads(dossier_event(some.facts(), some.a_dossier(), some.a_procedure()))
    return rfc8785.dumps(value | changes)


# The bytes


@given(some.all_facts, some.dossiers, some.procedures)
def test_an_event_is_canonical_json_that_holds_every_fact(where, dossier, procedure):
    body = dossier_event(where, dossier, procedure)
    assert body == rfc8785.dumps(json.loads(body))
    event = read_event(body)
    assert isinstance(event, DossierChanged)
    assert event.dossier == dossier
    assert (event.procedure.code, event.procedure.name) == (procedure.code, procedure.name)
    assert event.procedure.outcomes == procedure.outcomes
    assert (event.office, event.department) == (where.office, where.department)
    assert (event.officer, event.created_at) == (where.officer, where.created_at)


@given(some.all_facts, some.dossiers, some.procedures)
def test_of_a_promise_alone_the_same_is_said(where, dossier, procedure):
    body = promise_event(where, dossier, procedure)
    assert body == dossier_event(where, dossier, procedure)


@given(steps)
def test_a_step_is_canonical_json_too(body):
    assert body == rfc8785.dumps(json.loads(body))
    assert encoded(read_event(body)) == body


def test_every_field_of_a_dossier_stands_in_its_event():
    event = json.loads(an_event())
    assert event["dossier"].keys() == {field.name for field in fields(Dossier)}
    del event["dossier"]
    assert event == {
        "v": 1,
        "kind": "DOSSIER_CHANGED",
        "event_id": some.an_event_id(1),
        "position": 1,
        "station": 1,
        "created_at": "2026-11-23T10:16:30+07:00",
        "agency_code": "H37.99.1",
        "office": "UBND xã Mẫu Sơn",
        "department": "Trung tâm Phục vụ hành chính công",
        "officer": "Hoàng Thị Lan",
        "procedure": {
            "code": "1.004873",
            "name": "Cấp Giấy xác nhận tình trạng hôn nhân",
            "field": "Hộ tịch",
            "field_code": "G15-HT",
            "service_level": "FULL",
            "outcomes": [{"name": "Giấy xác nhận tình trạng hôn nhân", "code": "KQ.G15.000123"}],
        },
    }


def test_a_step_names_what_happened_and_from_where_to_where():
    dossier = some.a_dossier(state=DossierState.AWAITING_SUPPLEMENT, due_at=None, version=2)
    body = step_event(
        some.facts(5),
        dossier,
        some.a_procedure(),
        DossierEvent.REQUEST_SUPPLEMENT,
        "Thiếu bản sao",
        from_state=DossierState.PROCESSING,
    )
    event = read_event(body)
    assert isinstance(event, DossierMoved)
    assert event.event is DossierEvent.REQUEST_SUPPLEMENT
    assert (event.from_state, event.to_state) == (DossierState.PROCESSING, dossier.state)
    assert (event.reason, event.position) == ("Thiếu bản sao", 5)
    assert json.loads(body)["dossier"] == {
        "code": "H37.99.1-261123-0001",
        "official_code": "",
        "version": 2,
        "procedure_code": "1.004873",
        "field_code": "G15-HT",
        "received_at": "2026-11-23T10:15:00+07:00",
        "due_at": None,
        "promised_at": "2026-11-27T10:15:00+07:00",
        "began_at": "2026-11-23T10:15:00+07:00",
        "code_outside": "H37.99.1-261123-0001",
    }


def test_a_receipt_comes_from_no_state():
    body = step_event(
        some.facts(),
        some.a_dossier(),
        some.a_procedure(),
        DossierEvent.RECEIVE,
        "",
        from_state=None,
    )
    assert json.loads(body)["from_state"] is None


def test_names_are_those_of_the_moment_not_of_the_catalogue_today():
    renamed = some.a_procedure(name="Tên mới", service_level=ServiceLevel.PARTIAL)
    event = read_event(dossier_event(some.facts(), some.a_dossier(), renamed))
    assert event.dossier.procedure_name == some.a_dossier().procedure_name
    assert event.procedure.name == "Tên mới"
    assert event.procedure.service_level is ServiceLevel.PARTIAL


@pytest.mark.parametrize(
    "received",
    [
        datetime(2026, 11, 22, 18, 30, 5, tzinfo=UTC),
        some.RECEIVED.replace(microsecond=250_000),
        datetime(2026, 11, 23, 10, 15),
    ],
)
def test_a_time_is_kept_as_exactly_as_it_was_given(received):
    body = dossier_event(some.facts(), some.a_dossier(received_at=received), some.a_procedure())
    assert read_event(body).dossier.received_at == received


def test_events_that_differ_have_different_bytes():
    first = dossier_event(some.facts(), some.a_dossier(), some.a_procedure())
    other = dossier_event(some.facts(), replace(some.a_dossier(), sets=2), some.a_procedure())
    assert first != other


# What could not be exported is refused when it happens


@pytest.mark.parametrize(
    ("where", "dossier"),
    [
        ({"agency_code": "h37 99"}, {}),
        ({"event_id": "7"}, {}),
        ({"seq": 0}, {}),
        ({"station": 100}, {}),
        ({"officer": ""}, {}),
        ({}, {"code": "1"}),
        ({}, {"official_code": "x" * 61}),
        ({}, {"version": 0}),
    ],
)
def test_a_step_the_province_would_not_take_is_refused_at_once(where, dossier):
    with pytest.raises(EventRefused):
        step_event(
            some.facts(**where),
            some.a_dossier(**dossier),
            some.a_procedure(),
            DossierEvent.START,
            "",
            from_state=DossierState.RECEIVED,
        )


@pytest.mark.parametrize(
    ("dossier", "place", "why"),
    [
        ({"sets": "1"}, "dossier.sets", "sai kiểu dữ liệu"),
        ({"form_set": None}, "dossier.form_set", "sai kiểu dữ liệu"),
        ({"due_at": "mai"}, "dossier.due_at", "không đọc được"),
        ({"end_reason": "\udfff"}, "bản ghi", "có ký tự hỏng"),
        ({"end_reason": b"\xff".decode("utf-8", "surrogateescape")}, "bản ghi", "có ký tự hỏng"),
        ({"missing": {1: object()}}, "bản ghi", "không đọc được"),
    ],
)
def test_a_value_no_message_holds_is_refused_as_well_if_it_could_not_be_read_again(
    dossier, place, why
):
    with pytest.raises(EventRefused) as refused:
        dossier_event(some.facts(), some.a_dossier(**dossier), some.a_procedure())
    assert (refused.value.facts["place"], refused.value.facts["why"]) == (place, why)


@given(some.all_facts, some.dossiers, some.procedures)
def test_what_was_taken_can_always_be_rendered(where, dossier, procedure):
    assert render(dossier_event(where, dossier, procedure))


# Reading

DOSSIER = json.loads(an_event())["dossier"]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{}",
        b"[]",
        b"\xff",
        an_event(v=2),
        an_event(kind="DOSSIER_LOST"),
        an_event(kind="DOSSIER_MOVED"),
        an_event(extra="x"),
        an_event(position="1"),
        an_event(position=True),
        an_event(created_at="2026-11-23"),
        an_event(dossier={}),
        an_event(dossier=json.loads(an_event())["dossier"] | {"extra": 1}),
        an_event(dossier=json.loads(an_event())["dossier"] | {"state": "LOST"}),
        an_event(
            dossier=json.loads(an_event())["dossier"] | {"limit": {"amount": -1, "unit": "DAY"}}
        ),
        an_event().replace(b'"v":1', b'"v": 1'),
        an_event().replace(b'"v":1', b'"v":1,"v":1'),
        an_event() + b" ",
        an_event()[:-1],
    ],
)
def test_a_body_that_is_not_exactly_an_event_is_refused(body):
    with pytest.raises(EventRefused):
        read_event(body)


def test_a_body_left_as_it_was_is_taken():
    assert read_event(an_event()).event_id == some.an_event_id(1)


def test_an_event_written_before_a_field_was_added_to_dossiers_can_still_be_rendered():
    """Fields with a default may be absent; only `read_event` insists on today's bytes."""
    earlier = {key: value for key, value in DOSSIER.items() if key not in {"missing", "fees"}}
    assert render(an_event(dossier=earlier)) == render(an_event())


def test_several_outcomes_and_a_moved_promise_survive_the_round_trip():
    dossier = some.paused_and_resumed()
    either = some.a_procedure(outcomes=(Outcome("Giấy phép", "KQ1"), Outcome("Từ chối", "")))
    event = read_event(dossier_event(some.facts(), dossier, either))
    assert event.dossier.promises == dossier.promises
    assert event.dossier.pauses[0].completed_at - event.dossier.pauses[0].asked_at == timedelta(1)
    assert event.procedure.outcomes == either.outcomes


def test_an_event_from_before_a_field_was_added_still_reads():
    dossier = some.a_dossier(documents=(SubmittedDocument("Tờ khai"),))
    body = dossier_event(some.facts(), dossier, some.a_procedure())
    earlier = body.replace(b',"shown":false', b"")
    assert earlier != body
    assert read_event(earlier) == read_event(body)
    with pytest.raises(EventRefused):
        read_event(body.replace(b'"shown"', b'"showm"'))


LATER = datetime(2026, 11, 25, 8, tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("event", "changes", "began_at"),
    [
        (DossierEvent.START, {}, some.RECEIVED),
        (DossierEvent.COMPLETE, {}, some.RECEIVED),
        (DossierEvent.COMPLETE, {"pauses": (some.a_pause(LATER),)}, LATER),
        (DossierEvent.RETURN, {"finished_at": LATER}, LATER),
        (DossierEvent.FINISH, {"finished_at": LATER}, some.RECEIVED),
        (
            DossierEvent.FINISH,
            {"pauses": (some.a_pause(some.RECEIVED, LATER), some.a_pause(LATER, None))},
            LATER,
        ),
    ],
)
def test_a_step_says_since_when_the_dossier_was_in_it(event, changes, began_at):
    dossier = replace(some.a_dossier(), **changes)
    body = step_event(some.facts(), dossier, some.a_procedure(), event, "", from_state=None)
    assert read_event(body).dossier.began_at == began_at
