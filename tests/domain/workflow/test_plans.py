"""Steps in force: the office's own, the catalogue's, or those proposed within the limit."""

from dataclasses import replace

import pytest

from app.domain.catalogue.procedure import Provenance, Step, check_steps, working_hours
from app.domain.deadline.time_limit import parse
from app.domain.workflow.handing import DESK
from app.domain.workflow.plans import agency_for, is_same, plan_of, proposed_plan, step_for
from tests.domain.catalogue.procedure_builder import procedure as a_procedure

OWN = (Step(1, "Phòng Kinh tế", "Thẩm định", parse("2 WORKING_DAY")),)


def test_the_offices_own_steps_are_in_force():
    plan = plan_of(a_procedure(), OWN, parse("5 WORKING_DAY"))
    assert (plan.steps, plan.provenance) == (OWN, Provenance.COMPLETED)


def test_the_catalogues_are_in_force_where_the_office_has_none():
    published = replace(a_procedure(), steps=(replace(OWN[0], position=2), OWN[0]))
    plan = plan_of(published, (), parse("5 WORKING_DAY"))
    assert [step.position for step in plan.steps] == [1, 2]
    assert plan.provenance is published.provenance


def test_else_four_steps_are_proposed_to_be_checked():
    plan = plan_of(a_procedure(field="Đất đai"), (), parse("5 WORKING_DAY"))
    assert plan.provenance is Provenance.UNVERIFIED
    assert [step.agency for step in plan.steps] == [DESK, "Phòng Kinh tế", "Lãnh đạo UBND", DESK]
    assert [str(step.limit) for step in plan.steps] == [
        "4 WORKING_HOUR", "31 WORKING_HOUR", "4 WORKING_HOUR", "1 WORKING_HOUR",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "limit", ["2 WORKING_DAY", "16 WORKING_HOUR", "999 WORKING_DAY", "10 DAY", "1 MONTH"]
)
def test_what_is_proposed_takes_no_longer_than_the_limit(limit):
    steps = proposed_plan("Hộ tịch", parse(limit)).steps
    assert steps
    assert sum(working_hours(step.limit) for step in steps) <= working_hours(parse(limit))
    check_steps(replace(a_procedure(), steps=()))


@pytest.mark.parametrize("limit", ["SAME_DAY", "NONE", "1 WORKING_DAY", "15 WORKING_HOUR", "2 DAY"])
def test_for_what_is_done_at_the_desk_nothing_is_proposed(limit):
    plan = proposed_plan("Hộ tịch", parse(limit))
    assert (plan.steps, plan.provenance) == ((), Provenance.UNVERIFIED)


@pytest.mark.parametrize(
    ("field", "agency"),
    [
        ("Hộ tịch", "Văn phòng HĐND và UBND"),
        ("Đất đai", "Phòng Kinh tế"),
        ("Bảo trợ xã hội", "Phòng Văn hóa – Xã hội"),
        ("", "Văn phòng HĐND và UBND"),
    ],
)
def test_an_agency_is_proposed_by_the_field(field, agency):
    assert agency_for(field) == agency


def test_the_step_that_begins_is_the_agencys_next():
    steps = proposed_plan("Đất đai", parse("5 WORKING_DAY")).steps
    assert step_for(steps, DESK, 0, "Một cửa") is steps[0]
    assert step_for(steps, "phòng kinh tế", 1, "Một cửa") is steps[1]
    assert step_for(steps, DESK, 3, "Một cửa") is steps[3]
    assert step_for(steps, "Phòng Kinh tế", 3, "Một cửa") is steps[1], "it came back"
    assert step_for(steps, "Công an xã", 0, "Một cửa") is None


def test_the_desk_goes_by_its_own_name_too():
    assert is_same("Bộ phận Một cửa", DESK, "bộ phận một cửa")
    assert is_same("desk", DESK, "Bộ phận Một cửa")
    assert not is_same("Phòng Kinh tế", DESK, "Bộ phận Một cửa")
