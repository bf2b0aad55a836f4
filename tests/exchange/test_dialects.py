"""A second dialect is one module and one line in the table."""

import json

import pytest

from app.domain.phrases import phrase
from app.domain.workflow.states import DossierEvent, DossierState
from app.exchange import dialects
from app.exchange.dialects import DIALECTS, PROVINCE_V1, Dialect
from app.exchange.event_shape import DossierChanged, Event, decoded
from app.exchange.events import EventRefused, dossier_event, step_event
from tests.exchange import strategies_exchange as some

# What such a module would hold: a ministry that takes plain text, and notes only up to 20 letters.


def render(body: bytes) -> bytes:
    event = decoded(body)
    if isinstance(event, DossierChanged):
        fields = (event.procedure.field, event.dossier.applicant.full_name, event.dossier.note)
        return "|".join(("HS", event.dossier.code, *fields)).encode()
    moved = (event.from_state or "-", event.to_state, event.officer)
    return "|".join(("BUOC", event.dossier.code, *moved)).encode()


def check(event: Event) -> None:
    if isinstance(event, DossierChanged) and len(event.dossier.note) > 20:
        raise EventRefused(code=event.dossier.code, place="note", why=phrase("quá dài"))


MINISTRY = Dialect("ministry", render, check)


@pytest.fixture
def _two(monkeypatch):
    monkeypatch.setattr(dialects, "DIALECTS", (*DIALECTS, MINISTRY))


def test_each_dialect_has_a_name_of_its_own():
    assert len({dialect.name for dialect in DIALECTS}) == len(DIALECTS)
    assert PROVINCE_V1 in DIALECTS


@pytest.mark.usefixtures("_two")
def test_one_event_is_said_in_both_dialects():
    body = dossier_event(some.facts(), some.a_dossier(note="Cần gấp"), some.a_procedure())
    province, ministry = (dialect.render(body) for dialect in dialects.DIALECTS)
    assert json.loads(province)["du_lieu"]["TenLinhVuc"] == "Hộ tịch"
    assert ministry.decode() == "HS|H37.99.1-261123-0001|Hộ tịch|Hoàng Thị Mẩy|Cần gấp"


@pytest.mark.usefixtures("_two")
def test_a_step_says_in_the_second_what_the_first_has_no_field_for():
    body = step_event(
        some.facts(),
        some.a_dossier(state=DossierState.PROCESSING),
        some.a_procedure(),
        DossierEvent.START,
        "",
        from_state=DossierState.RECEIVED,
    )
    province, ministry = (dialect.render(body) for dialect in dialects.DIALECTS)
    assert json.loads(province)["loai"] == "tien_trinh"
    assert ministry.decode() == "BUOC|H37.99.1-261123-0001|RECEIVED|PROCESSING|Hoàng Thị Lan"


@pytest.mark.usefixtures("_two")
def test_what_only_the_second_refuses_is_refused_when_it_happens():
    with pytest.raises(EventRefused) as refused:
        dossier_event(some.facts(), some.a_dossier(note="x" * 21), some.a_procedure())
    assert refused.value.facts["place"] == "note"


def test_without_it_nobody_minds():
    assert dossier_event(some.facts(), some.a_dossier(note="x" * 21), some.a_procedure())
