"""A procedure answers which limit and which papers apply, and holds its steps to its limit."""

from dataclasses import replace

import pytest

from app.domain.catalogue.procedure import (
    Channel,
    Fee,
    Provenance,
    StepsExceedLimit,
    check_steps,
    working_hours,
)
from app.domain.deadline.time_limit import parse
from tests.domain.catalogue.procedure_builder import paper, procedure, rule, step


def test_a_rule_of_exactly_this_case_wins_over_one_for_every_case():
    made = procedure(limits=(rule("9 DAY"), rule("3 DAY", case="Cấp lại")))

    chosen = made.rule_for(Channel.DIRECT, "Cấp lại")

    assert chosen is not None
    assert str(chosen.limit) == "3 DAY"


def test_a_channel_the_catalogue_does_not_list_falls_back_to_the_desk():
    made = procedure(limits=(rule("2 DAY", channel=Channel.ONLINE), rule("7 DAY")))

    chosen = made.rule_for(Channel.POSTAL, None)

    assert chosen is not None
    assert str(chosen.limit) == "7 DAY"


def test_cases_are_those_of_papers_and_limits_each_once():
    made = procedure(
        limits=(rule(case="B"), rule(case="C")),
        documents=(paper(case="A"), paper(case="B"), paper()),
    )

    assert made.cases == ("A", "B", "C")


def test_papers_of_a_case_are_its_own_and_those_of_every_case():
    made = procedure(documents=(paper("chung"), paper("a", case="A"), paper("b", case="B")))

    assert [each.name for each in made.documents_for("A")] == ["chung", "a"]


def test_one_open_rule_makes_the_procedure_incomplete():
    assert not procedure(limits=(rule(), rule(None, channel=Channel.ONLINE))).is_complete


@pytest.mark.parametrize(
    ("limit", "hours"),
    [
        ("1 WORKING_DAY", 8),
        ("4 WORKING_HOUR", 4),
        ("SAME_DAY", 8),
        ("2 DAY", 16),
        ("3 HOUR", 3),
        ("1 MONTH", 248),
        ("NONE", None),
    ],
)
def test_eight_working_hours_are_one_working_day(limit, hours):
    assert working_hours(parse(limit)) == hours


def test_steps_that_fill_the_limit_exactly_are_taken():
    steps = (step("4 WORKING_HOUR"), step("4 WORKING_DAY", 2), step("4 WORKING_HOUR", 3))

    check_steps(procedure(steps=steps))


def test_a_step_without_a_limit_adds_nothing():
    check_steps(procedure(steps=(step("NONE"), step("5 WORKING_DAY", 2), step("NONE", 3))))


def test_one_hour_too_much_is_refused_naming_both_sums():
    steps = (step("1 WORKING_HOUR"), step("5 WORKING_DAY", 2))

    with pytest.raises(StepsExceedLimit) as refused:
        check_steps(procedure(steps=steps))

    assert refused.value.facts == {
        "code": "1.999001",
        "steps": "5 WORKING_DAY 1 WORKING_HOUR",
        "limit": "5 WORKING_DAY",
    }


def test_steps_are_held_to_the_shortest_of_several_limits():
    made = procedure(
        limits=(rule("20 WORKING_DAY"), rule("3 WORKING_DAY", channel=Channel.ONLINE)),
        steps=(step("4 WORKING_DAY"),),
    )

    with pytest.raises(StepsExceedLimit):
        check_steps(made)


def test_steps_of_a_procedure_without_end_or_with_open_limit_are_not_bounded():
    check_steps(procedure(limits=(rule("NONE"), rule(None)), steps=(step("900 WORKING_DAY"),)))


def a_fee(amount, per="bản", channel=None):
    return Fee(channel, amount, per, "", Provenance.AS_PUBLISHED)


@pytest.mark.parametrize(
    ("fees", "amount"),
    [
        ((a_fee(8_000),), 8_000),
        ((a_fee(8_000), a_fee(5_000, channel=Channel.ONLINE)), 8_000),
        ((a_fee(8_000), a_fee(9_000)), None),
        ((a_fee(2_000, "trang"),), None),
        ((a_fee(0),), None),
        ((), None),
    ],
)
def test_a_fee_is_fixed_where_its_channel_names_one_amount(fees, amount):
    found = replace(procedure(), fees=fees).fixed_fee(Channel.DIRECT)
    assert (found and found.amount) == amount


@pytest.mark.parametrize(
    ("per", "is_per_copy"),
    [
        ("bản", True),
        ("Bản sao", True),
        ("văn bản", True),
        ("trích lục", True),
        ("trường hợp", False),
        ("", False),
    ],
)
def test_a_fee_is_per_copy_by_its_unit(per, is_per_copy):
    assert a_fee(8_000, per).is_per_copy is is_per_copy
