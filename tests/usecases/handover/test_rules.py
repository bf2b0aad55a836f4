"""Agencies and step limits are the office's own rows; what began keeps what it began with."""

import pytest

from app.domain.catalogue.procedure import Provenance, Step, StepsExceedLimit
from app.domain.deadline.time_limit import parse
from app.domain.errors import InvalidRequest
from app.domain.workflow.agencies import PROPOSED, TooFewAgencies, UnknownAgency
from app.domain.workflow.plans import NoSteps, StepNeedsLimit
from app.usecases.handover import giving, rules
from tests.builders import LAN
from tests.usecases.handover.test_giving import codes, desk, dossier  # noqa: F401

CODE = "1.004884"


def names(found):
    return [one.name for one in found.agencies]


def step(agency="kinh te", duty="Thẩm định", limit="2 WORKING_DAY"):
    return Step(0, agency, duty, parse(limit))


def test_an_agency_is_confirmed_added_and_left_out(desk):  # noqa: F811
    assert names(rules.known_agencies(desk, LAN)) == list(PROPOSED)
    confirmed = rules.set_agency(desk, LAN, "phòng kinh tế")
    assert confirmed.agencies[0].provenance is Provenance.COMPLETED
    assert names(confirmed)[0] == "phòng kinh tế", "as the office writes it"
    assert "Công an xã" in names(rules.set_agency(desk, LAN, "Công an xã"))
    left = rules.set_agency(desk, LAN, "cong an xa", is_used=False)
    assert "Công an xã" not in names(left)
    with pytest.raises(UnknownAgency):
        rules.set_agency(desk, LAN, "Công an xã", is_used=False)


def test_the_last_agency_stays(desk):  # noqa: F811
    for name in PROPOSED[1:]:
        rules.set_agency(desk, LAN, name, is_used=False)
    with pytest.raises(TooFewAgencies):
        rules.set_agency(desk, LAN, PROPOSED[0], is_used=False)


@pytest.mark.parametrize("name", ["", "x" * 201, "Phòng 🏛"])
def test_a_name_nobody_can_print_is_refused(desk, name):  # noqa: F811
    with pytest.raises(InvalidRequest):
        rules.set_agency(desk, LAN, name)


def test_steps_are_proposed_until_the_office_sets_its_own(desk):  # noqa: F811
    before = rules.steps_of(desk, LAN, CODE)
    assert (len(before.steps), before.provenance) == (4, Provenance.UNVERIFIED)
    after = rules.set_steps(desk, LAN, CODE, [step("desk", "Nhận", "4 WORKING_HOUR"), step()])
    assert after.provenance is Provenance.COMPLETED
    assert [(one.position, one.agency) for one in after.steps] == [(1, ""), (2, "Phòng Kinh tế")]
    assert rules.steps_of(desk, LAN, CODE) == after
    assert rules.set_steps(desk, LAN, CODE, []).provenance is Provenance.UNVERIFIED


def test_what_began_keeps_the_limit_it_began_with(desk):  # noqa: F811
    one, two = codes(desk, 2)
    rules.set_steps(desk, LAN, CODE, [step()])
    giving.hand_over(desk, LAN, [one], agency="kinh te")
    rules.set_steps(desk, LAN, CODE, [step(limit="5 WORKING_DAY")])
    giving.hand_over(desk, LAN, [two], agency="kinh te")
    limits = [str(dossier(desk, code).handings[0].step.limit) for code in (one, two)]
    assert limits == ["2 WORKING_DAY", "5 WORKING_DAY"]


def test_steps_take_no_longer_than_the_procedure(desk):  # noqa: F811
    with pytest.raises(StepsExceedLimit) as refused:
        rules.set_steps(
            desk, LAN, CODE, [step(limit="4 WORKING_DAY"), step(limit="9 WORKING_HOUR")]
        )
    assert refused.value.facts["steps"] == "5 WORKING_DAY 1 WORKING_HOUR"
    assert refused.value.facts["limit"] == "5 WORKING_DAY"


@pytest.mark.parametrize("limit", ["2 DAY", "SAME_DAY", "2 WORKING_DAY NOT_LATER 12-14"])
def test_a_step_is_limited_in_working_time(desk, limit):  # noqa: F811
    with pytest.raises(StepNeedsLimit):
        rules.set_steps(desk, LAN, CODE, [step(limit=limit)])


def test_other_steps_that_do_not_do(desk):  # noqa: F811
    with pytest.raises(NoSteps):
        rules.set_steps(desk, LAN, CODE, [step()] * 31)
    with pytest.raises(UnknownAgency):
        rules.set_steps(desk, LAN, CODE, [step("Sở Tư pháp")])
    with pytest.raises(InvalidRequest):
        rules.set_steps(desk, LAN, CODE, [step(duty=" ")])
