"""An officer fills in a limit the catalogue left open; what is published stays."""

import pytest

from app.domain.catalogue.completion import LimitAlreadyPublished, NoSuchRule, complete_limit
from app.domain.catalogue.procedure import Channel, Provenance
from app.domain.deadline.time_limit import parse
from app.domain.text import TextHasControls, TextMissing
from tests.domain.catalogue.procedure_builder import procedure, rule

FIVE = parse("5 WORKING_DAY")


def test_the_open_limit_is_filled_with_its_source_and_the_wording_stays():
    made = procedure(limits=(rule(None, note="5 ngày theo thông báo"),))

    done = complete_limit(made, Channel.DIRECT, None, FIVE, source="  QĐ 12/QĐ-UBND,  mục 3 ")

    assert done.is_complete
    assert done.limits == (
        rule(
            "5 WORKING_DAY",
            note="5 ngày theo thông báo",
            provenance=Provenance.COMPLETED,
            source="QĐ 12/QĐ-UBND, mục 3",
        ),
    )


def test_the_same_open_rule_of_other_channels_is_filled_too():
    made = procedure(limits=tuple(rule(None, channel=channel, note="n") for channel in Channel))

    done = complete_limit(made, Channel.ONLINE, None, FIVE, source="bảng niêm yết")

    assert {each.limit for each in done.limits} == {FIVE}


def test_rules_of_another_case_or_with_another_wording_stay_open():
    made = procedure(
        limits=(
            rule(None, case="A"),
            rule(None, case="B"),
            rule(None, case="A", channel=Channel.ONLINE, note="khác"),
        )
    )

    done = complete_limit(made, Channel.DIRECT, "A", FIVE, source="bảng niêm yết")

    assert [each.limit for each in done.limits] == [FIVE, None, None]


def test_a_published_limit_is_not_completed_over():
    with pytest.raises(LimitAlreadyPublished):
        complete_limit(procedure(), Channel.DIRECT, None, FIVE, source="ý kiến")


def test_a_wrong_completion_can_be_replaced():
    made = procedure(limits=(rule("9 DAY", provenance=Provenance.UNVERIFIED, source="đoán"),))

    done = complete_limit(made, Channel.DIRECT, None, FIVE, source="QĐ 3")

    assert done.limits[0].limit == FIVE
    assert done.limits[0].source == "QĐ 3"


def test_a_completion_without_source_is_refused():
    made = procedure(limits=(rule(None),))

    with pytest.raises(TextMissing):
        complete_limit(made, Channel.DIRECT, None, FIVE, source="  \n ")
    with pytest.raises(TextHasControls):
        complete_limit(made, Channel.DIRECT, None, FIVE, source="QĐ \u202e12")


def test_a_case_without_rule_cannot_be_completed():
    made = procedure(limits=(rule(None, case="A"),))

    with pytest.raises(NoSuchRule):
        complete_limit(made, Channel.DIRECT, "Z", FIVE, source="QĐ 3")
