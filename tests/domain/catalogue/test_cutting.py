"""Limits the office cut: shorter than the law's, kept beside it, given back, kept over a file."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.catalogue.completion import NoSuchRule, complete_limit
from app.domain.catalogue.cutting import NotCut, cut, cut_share, uncut
from app.domain.catalogue.procedure import (
    Channel,
    CutNotShorter,
    IncompleteLimit,
    Provenance,
    StepsExceedLimit,
)
from app.domain.catalogue.versions import Verdict, compare
from app.domain.deadline.time_limit import parse
from app.domain.text import TextMissing
from tests.domain.catalogue.procedure_builder import procedure, rule, step

LATER = date(2026, 12, 1)
QD = "QĐ 888/QĐ-UBND"
FIFTEEN = procedure(
    limits=(
        rule("15 WORKING_DAY"),
        rule("15 WORKING_DAY", channel=Channel.ONLINE),
        rule("5 WORKING_DAY", channel=Channel.POSTAL),
        rule("15 WORKING_DAY", case="Trường hợp khác"),
    )
)


def as_cut(of=FIFTEEN, limit="10 WORKING_DAY", channel=Channel.DIRECT, case=None, decision=QD):
    return cut(of, channel, case, parse(limit), decision=decision)


def limits(of):
    return [(str(one.limit), str(one.statutory or ""), one.cut_by) for one in of.limits]


def test_a_cut_limit_stands_beside_the_laws_in_every_channel_that_has_it():
    assert limits(as_cut()) == [
        ("10 WORKING_DAY", "15 WORKING_DAY", QD), ("10 WORKING_DAY", "15 WORKING_DAY", QD),
        ("5 WORKING_DAY", "", ""), ("15 WORKING_DAY", "", ""),
    ]  # fmt: skip


def test_cut_once_more_the_law_stays_the_laws():
    again = as_cut(as_cut(), "7 WORKING_DAY", decision="QĐ 9")
    assert limits(again)[0] == ("7 WORKING_DAY", "15 WORKING_DAY", "QĐ 9")


def test_given_back_it_is_as_it_was():
    assert uncut(as_cut(), Channel.DIRECT, None) == FIFTEEN
    with pytest.raises(NotCut):
        uncut(FIFTEEN, Channel.DIRECT, None)


@pytest.mark.parametrize(
    ("legal", "own"),
    [
        ("15 WORKING_DAY", "15 WORKING_DAY"), ("15 WORKING_DAY", "16 WORKING_DAY"),
        ("2 WORKING_DAY", "16 WORKING_HOUR"), ("2 WORKING_DAY", "NONE"), ("NONE", "NONE"),
    ],
)  # fmt: skip
def test_what_is_not_shorter_is_no_cut(legal, own):
    with pytest.raises(CutNotShorter):
        as_cut(procedure(limits=(rule(legal),)), own)


@pytest.mark.parametrize(
    ("legal", "own", "share"),
    [
        ("15 WORKING_DAY", "10 WORKING_DAY", 33.3), ("2 WORKING_DAY", "8 WORKING_HOUR", 50.0),
        ("2 WORKING_DAY", "SAME_DAY", 50.0), ("NONE", "5 WORKING_DAY", None),
    ],
)  # fmt: skip
def test_how_much_was_cut(legal, own, share):
    (found,) = as_cut(procedure(limits=(rule(legal),)), own).limits
    assert cut_share(found) == share


def test_of_what_was_not_cut_there_is_no_share():
    assert cut_share(rule()) is None
    assert cut_share(replace(rule(None), statutory=parse("5 WORKING_DAY"))) is None


def test_what_cannot_be_cut_is_refused():
    with pytest.raises(TextMissing):
        as_cut(decision=" ")
    with pytest.raises(IncompleteLimit):
        as_cut(procedure(limits=(rule(None),)))
    with pytest.raises(NoSuchRule):
        as_cut(procedure(limits=(rule(case="a"),)), case="b")
    with pytest.raises(StepsExceedLimit):
        as_cut(replace(FIFTEEN, steps=(step("11 WORKING_DAY"),)))


def test_a_published_file_leaves_a_limit_cut_as_long_as_it_is_longer():
    current = as_cut()
    same = compare(current, FIFTEEN, LATER)
    assert same.verdict is Verdict.UNCHANGED
    longer = replace(FIFTEEN, limits=(rule("20 WORKING_DAY"), *FIFTEEN.limits[1:]))
    assert limits(compare(current, longer, LATER).procedure)[0] == (
        "10 WORKING_DAY", "20 WORKING_DAY", QD,
    )  # fmt: skip
    shorter = replace(FIFTEEN, limits=(rule("9 WORKING_DAY"), *FIFTEEN.limits[1:]))
    found = compare(current, shorter, LATER)
    assert limits(found.procedure)[0] == ("9 WORKING_DAY", "", "")
    assert "< 15 WORKING_DAY (QĐ 888/QĐ-UBND)" in found.differences[0].old
    opened = replace(FIFTEEN, limits=(rule(None), *FIFTEEN.limits[1:]))
    assert limits(compare(current, opened, LATER).procedure)[0] == ("None", "", "")


def test_a_limit_completed_by_hand_and_cut_survives_a_file_that_leaves_it_open():
    open_one = procedure(limits=(rule(None, note="OTHER"),))
    completed = complete_limit(
        open_one, Channel.DIRECT, None, parse("15 WORKING_DAY"), source="QĐ 12"
    )
    current = as_cut(completed)
    found = compare(current, open_one, LATER)
    assert found.verdict is Verdict.UNCHANGED
    anew = complete_limit(current, Channel.DIRECT, None, parse("8 WORKING_DAY"), source="QĐ 13")
    assert limits(anew) == [("8 WORKING_DAY", "", "")]
    assert anew.limits[0].provenance is Provenance.COMPLETED
