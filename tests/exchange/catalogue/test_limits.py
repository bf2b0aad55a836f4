"""Limits out of published methods: one a channel, or one a case the clerk has to choose."""

import pytest

from app.domain.catalogue.procedure import Channel, LimitRule, Provenance
from app.domain.deadline.time_limit import InvalidTimeLimit, TimeLimit, Unit
from app.exchange.catalogue.fields import Remarks
from app.exchange.catalogue.limits import SAME_DAY_SOURCE, CatalogueUnknownUnit, read_rules
from app.exchange.catalogue.published import PublishedMethod
from app.exchange.catalogue.row import Gap, Remark

DIRECT, ONLINE = Channel.DIRECT, Channel.ONLINE


def method(amount=5, unit="WORKING_DAY", *, channel=DIRECT, note="", case=""):
    return PublishedMethod(channel, amount, unit, note, (), case)


def read(*methods, field="Đất đai"):
    """Channel, case, limit and note of each rule; and what was remarked."""
    remarks = Remarks()
    rules = read_rules(methods, field, remarks)
    said = [(rule.channel, rule.case, str(rule.limit or "–"), rule.note) for rule in rules]
    return said, list(remarks.kept)


def limits(*methods, **more):
    return [limit for _, _, limit, _ in read(*methods, **more)[0]]


def test_a_limit_is_taken_as_it_is_published():
    (rule,) = read_rules([method(note="Theo NĐ 1")], "Đất đai", Remarks())
    assert rule == LimitRule(
        DIRECT, None, TimeLimit(Unit.WORKING_DAY, 5), "Theo NĐ 1", Provenance.AS_PUBLISHED
    )


@pytest.mark.parametrize("field", ["Hộ tịch", "Chứng thực"])
def test_one_of_another_unit_is_the_same_day_where_the_law_says_so(field):
    (rule,) = read_rules([method(1, "OTHER")], field, Remarks())
    assert (rule.limit, rule.source) == (TimeLimit(Unit.SAME_DAY), SAME_DAY_SOURCE)
    assert rule.provenance is Provenance.COMPLETED
    assert read(method(2, "OTHER"), field=field)[1] == [Remark(Gap.LIMIT_OPEN, "DIRECT: 2 OTHER")]
    assert limits(method(1), field=field) == [str(TimeLimit(Unit.WORKING_DAY, 1))]


@pytest.mark.parametrize(
    ("amount", "unit", "remark"),
    [
        (1, "OTHER", Remark(Gap.LIMIT_OPEN, "DIRECT: 1 OTHER")),
        (None, "OTHER", Remark(Gap.LIMIT_OPEN, "DIRECT: None OTHER")),
        (0, "WORKING_DAY", Remark(Gap.LIMIT_OPEN, "DIRECT: 0 WORKING_DAY")),
        (None, "WORKING_DAY", Remark(Gap.LIMIT_OPEN, "DIRECT: None WORKING_DAY")),
        (5, "", Remark(Gap.LIMIT_OPEN, "DIRECT: –")),
        (None, "", Remark(Gap.LIMIT_MISSING, "DIRECT")),
    ],
)
def test_what_is_no_limit_is_left_open_and_said(amount, unit, remark):
    said, remarks = read(method(amount, unit))
    assert said == [(DIRECT, None, "–", "")]
    assert remarks == [remark]


def test_a_unit_nobody_knows_and_half_a_day_are_refused():
    with pytest.raises(CatalogueUnknownUnit) as refused:
        read(method(5, "WEEK"))
    assert refused.value.facts == {"unit": "WEEK"}
    with pytest.raises(InvalidTimeLimit) as broken:
        read(method(2.5))
    assert broken.value.facts == {"text": "2.5 WORKING_DAY"}
    assert limits(method(2.0)) == [str(TimeLimit(Unit.WORKING_DAY, 2))]


def test_channels_with_one_limit_each_need_no_case():
    said, remarks = read(method(5, case="gấp"), method(3, channel=ONLINE))
    assert [(channel, case) for channel, case, *_ in said] == [(DIRECT, None), (ONLINE, None)]
    assert remarks == []


def test_the_same_limit_said_twice_is_one_rule_with_both_notes():
    said, _ = read(method(note="Một"), method(note="Một"), method(), method(note="Hai"))
    assert [(case, note) for _, case, _, note in said] == [(None, "Một\nHai")]


def test_several_limits_of_a_channel_are_named_by_their_wording():
    said, remarks = read(
        method(5, note="- Đối với trường hợp  thông thường; theo luật"),
        method(10, note="Đối với trường hợp cần xác minh, (kéo dài)."),
        method(5, channel=ONLINE, note="trường hợp khác"),
    )
    assert [(channel, case) for channel, case, *_ in said] == [
        (DIRECT, "Trường hợp thông thường"),
        (DIRECT, "Trường hợp cần xác minh, (kéo dài)"),
        (ONLINE, None),
    ]
    assert remarks == []


def test_a_case_the_file_names_goes_before_its_wording():
    said, _ = read(method(5, case="Gấp", note="trường hợp thường"), method(10, case="Thường"))
    assert [case for _, case, *_ in said] == ["Gấp", "Thường"]


def test_a_case_is_called_the_same_in_every_channel_as_at_the_desk():
    said, _ = read(
        method(5, channel=ONLINE, note="trường hợp gửi qua mạng"),
        method(10, channel=ONLINE),
        method(5, note="trường hợp tại quầy"),
        method(10, note="trường hợp xác minh"),
    )
    assert {case for _, case, *_ in said} == {"Trường hợp tại quầy", "Trường hợp xác minh"}


def test_cases_without_words_are_numbered_with_their_limit():
    said, remarks = read(
        method(5), method(10, "DAY"), method(1, "MONTH"), method(8, "WORKING_HOUR"),
        method(6, "HOUR"), method(None, ""),
    )  # fmt: skip
    names = [
        "Trường hợp 1: 5 ngày làm việc", "Trường hợp 2: 10 ngày", "Trường hợp 3: 1 tháng",
        "Trường hợp 4: 8 giờ làm việc", "Trường hợp 5: 6 giờ", "Trường hợp 6: chưa rõ thời hạn",
    ]  # fmt: skip
    assert [case for _, case, *_ in said] == names
    assert [one.place for one in remarks if one.gap is Gap.CASE_NUMBERED] == names


def test_two_limits_under_one_wording_are_two_cases_the_second_numbered():
    said, remarks = read(
        method(5, note="trường hợp thường"), method(10, note="trường hợp thường"),
    )  # fmt: skip
    assert [case for _, case, *_ in said] == [
        "Trường hợp thường", "Trường hợp 2: 10 ngày làm việc",
    ]  # fmt: skip
    assert remarks == [Remark(Gap.CASE_NUMBERED, "Trường hợp 2: 10 ngày làm việc")]


def test_the_same_day_beside_another_limit_is_called_so():
    said, _ = read(method(1, "OTHER"), method(2), field="Hộ tịch")
    assert [case for _, case, *_ in said] == [
        "Trường hợp 1: trong ngày", "Trường hợp 2: 2 ngày làm việc",
    ]  # fmt: skip
