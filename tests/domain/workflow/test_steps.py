"""Steps: each due by the same rules from its hand-over, forecast while not handed over."""

from datetime import datetime

import pytest

from app.domain.catalogue.procedure import Step
from app.domain.clock import VIETNAM
from app.domain.deadline.time_limit import parse
from app.domain.workflow.steps import steps_due
from app.exchange.calendar import file as calendar_file

OFFICIAL = calendar_file.seed().calendar()


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


def step(position, limit):
    return Step(position, f"Cơ quan {position}", "Xem xét", parse(limit))


def test_each_step_is_due_from_its_hand_over():
    steps = (step(2, "4 WORKING_HOUR"), step(1, "2 WORKING_DAY"))
    one, two = steps_due(steps, at("2026-11-18 09:00"), OFFICIAL, {2: at("2026-11-19 15:00")})
    assert (one.step.position, one.due_at) == (1, at("2026-11-20 09:00"))
    assert (two.starts_at, two.due_at) == (at("2026-11-19 15:00"), at("2026-11-20 09:30"))
    assert one.is_handed_over
    assert two.is_handed_over


def test_a_step_not_handed_over_is_forecast_from_the_one_before():
    steps = (step(1, "8 WORKING_HOUR"), step(2, "1 WORKING_DAY"))
    one, two = steps_due(steps, at("2026-11-20 07:30"), OFFICIAL)
    assert one.due_at == at("2026-11-20 17:00")
    assert (two.starts_at, two.is_handed_over) == (at("2026-11-20 17:00"), False)
    assert two.due_at == at("2026-11-25 07:30")
    assert two.calendar_confirmed


def test_a_step_without_a_limit_is_a_bug():
    with pytest.raises(ValueError, match="needs a limit"):
        steps_due((step(1, "NONE"),), at("2026-11-20 07:30"), OFFICIAL)
