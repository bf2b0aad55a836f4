"""What an event is rendered to never changes: bytes kept from before events were neutral.

`events-and-messages.jsonl` holds pairs of lines: an event as stored, and the message for it.
"""

import json
from pathlib import Path

import pytest

from app.domain.catalogue.procedure import Channel
from app.domain.deadline.pauses import PauseKind
from app.domain.workflow.states import DossierState
from app.exchange.dialects import PROVINCE_V1
from app.exchange.event_shape import DossierChanged, decoded
from app.exchange.province_v1.messages import DossierMessage, read_message

LINES = (Path(__file__).parents[1] / "data" / "events-and-messages.jsonl").read_bytes().splitlines()
PAIRS = list(zip(LINES[::2], LINES[1::2], strict=True))
EVENTS = [decoded(event) for event, _ in PAIRS]


@pytest.mark.parametrize(("event", "message"), PAIRS, ids=range(len(PAIRS)))
def test_a_stored_event_is_rendered_to_the_same_bytes(event, message):
    assert PROVINCE_V1.render(event) == message


@pytest.mark.parametrize(("event", "message"), PAIRS, ids=range(len(PAIRS)))
def test_both_say_the_same_dossier_version_and_number(event, message):
    ours, theirs = decoded(event), read_message(message)
    assert (theirs.event_id, theirs.seq) == (ours.event_id, ours.position)
    code = ours.dossier.code_outside or ours.dossier.code
    assert (theirs.ma_ho_so, theirs.phien_ban) == (code, ours.dossier.version)
    assert isinstance(theirs, DossierMessage) == isinstance(ours, DossierChanged)


def test_the_kept_events_are_of_every_kind():
    dossiers = [event.dossier for event in EVENTS if isinstance(event, DossierChanged)]
    steps = [event for event in EVENTS if not isinstance(event, DossierChanged)]
    assert {dossier.state for dossier in dossiers} == set(DossierState)
    assert {dossier.channel for dossier in dossiers} == set(Channel)
    assert {pause.kind for dossier in dossiers for pause in dossier.pauses} == set(PauseKind)
    assert any(dossier.representative for dossier in dossiers)
    assert any(dossier.certification for dossier in dossiers)
    assert any(line.reduction for dossier in dossiers for line in dossier.fees)
    assert {step.from_state for step in steps} >= {None, DossierState.AWAITING_SUPPLEMENT}
    assert len({json.loads(event)["event_id"] for event, _ in PAIRS}) == len(PAIRS)
