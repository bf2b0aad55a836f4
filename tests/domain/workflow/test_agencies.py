"""Agencies: the office's own before those proposed, found by what people type."""

import pytest

from app.domain.catalogue.procedure import Provenance
from app.domain.workflow.agencies import (
    PROPOSED,
    AgencyRow,
    UnknownAgency,
    agencies,
    agency_meant,
)
from app.domain.workflow.handing import DESK

BODY = "Trung tâm Phục vụ hành chính công"


def test_what_nobody_confirmed_is_to_be_checked():
    assert [one.name for one in agencies(())] == list(PROPOSED)
    assert {one.provenance for one in agencies(())} == {Provenance.UNVERIFIED}


def test_the_offices_own_come_first_in_their_order():
    rows = (AgencyRow("Trạm Y tế"), AgencyRow("Công an xã"), AgencyRow("Phòng Kinh tế", False))
    found = agencies(rows)
    assert [one.name for one in found[:2]] == ["Công an xã", "Trạm Y tế"]
    assert {one.provenance for one in found[:2]} == {Provenance.COMPLETED}
    assert "Phòng Kinh tế" not in [one.name for one in found]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Phòng Kinh tế", "Phòng Kinh tế"),
        ("phong kinh te", "Phòng Kinh tế"),
        ("kinh te", "Phòng Kinh tế"),
        ("  Lãnh đạo ", "Lãnh đạo UBND"),
        ("desk", DESK),
        (BODY, DESK),
        ("trung tam phuc vu hanh chinh cong", DESK),
    ],
)
def test_an_agency_is_meant_by_its_name_or_a_part_of_it(text, name):
    assert agency_meant(text, agencies(()), BODY) == name


@pytest.mark.parametrize("text", ["", "  ", "phong", "Sở Tư pháp"])
def test_none_or_several_are_no_agency(text):
    with pytest.raises(UnknownAgency) as refused:
        agency_meant(text, agencies(()), BODY)
    assert refused.value.facts["agency"] == text.strip()
    assert str(refused.value.facts["known"]).startswith(f"{BODY}; ")


def test_a_whole_name_wins_over_a_longer_one():
    known = agencies((AgencyRow("Phòng Kinh tế, Hạ tầng"), AgencyRow("Phòng Kinh tế")))
    assert agency_meant("phòng kinh tế", known, "") == "Phòng Kinh tế"
