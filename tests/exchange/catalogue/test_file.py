"""A catalogue file is taken whole or not at all; each row says what became of it."""

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.catalogue.procedure import Channel, Provenance, StepsExceedLimit
from app.domain.deadline.time_limit import InvalidTimeLimit
from app.domain.errors import DeskError
from app.domain.text import TextHasControls, TextMissing, TextTooLong
from app.exchange.catalogue.assembly import BadProcedureCode, NoMethods
from app.exchange.catalogue.completions import CompletedLimit, Completion
from app.exchange.catalogue.fields import CatalogueTooMany, CatalogueWrongShape
from app.exchange.catalogue.file import CatalogueShape, DuplicateProcedure, PortalRefused
from app.exchange.catalogue.limits import CatalogueUnknownUnit
from app.exchange.catalogue.own import FORMAT
from app.exchange.catalogue.procedure_body import to_json
from app.exchange.catalogue.row import Gap, Remark
from app.outside import strict_json
from app.outside.strict_json import FileNotJson
from tests.domain.catalogue.procedure_builder import paper, procedure, rule, step
from tests.exchange.catalogue.builders import component, method, only, parsed, portal, row

GOOD = json.dumps([row()], ensure_ascii=False).encode()


def test_a_row_of_the_array_becomes_a_procedure():
    found = only(row())

    assert found.why is None
    assert found.procedure.code == "1.999001"
    assert [str(each.limit) for each in found.procedure.limits] == ["5 WORKING_DAY"]
    assert [each.amount for each in found.procedure.fees] == [0]
    assert [each.name for each in found.procedure.documents] == ["Tờ khai theo mẫu"]
    assert found.procedure.outcomes[0].code == "KQ.G00.000001"
    assert found.procedure.source == "tep.json"
    assert found.remarks == ()


@pytest.mark.parametrize("cut", range(1, len(GOOD) - 1, 7))
def test_a_file_cut_anywhere_is_refused_whole(cut):
    with pytest.raises(FileNotJson):
        parsed(GOOD[:cut])


def test_the_place_of_a_fault_is_named():
    with pytest.raises(FileNotJson) as refused:
        parsed(b'[\n  {"code": "1.999001",,}\n]')

    assert refused.value.facts["place"] == " (dòng 2, cột 23)"


@pytest.mark.parametrize("value", [[], {}, 5, "text", None, True, {"procedures": []}, [[]], [5]])
def test_another_shape_is_refused_whole(value):
    with pytest.raises(CatalogueWrongShape):
        parsed(value)


@pytest.mark.parametrize(
    "changes",
    [
        {"name": 5},
        {"code": 7},
        {"methods": {}},
        {"methods": [5]},
        {"methods": [method(channel="FAX")]},
        {"methods": [method(amount="5")]},
        {"methods": [method(amount=True)]},
        {"methods": [method(unit=3)]},
        {"components": "none"},
        {"components": [component(name=None, case=7)]},
        {"components": [component(originals="1")]},
        {"results": [{"name": 1, "code": ""}]},
    ],
)
def test_one_value_of_the_wrong_kind_refuses_the_whole_file(changes):
    with pytest.raises(CatalogueWrongShape):
        parsed([row(code="1.999002"), row(**changes)])


def test_the_wrong_value_is_named_by_its_place():
    with pytest.raises(CatalogueWrongShape) as refused:
        parsed([row(), row(methods=[method(), method(amount="x")])])

    assert refused.value.facts == {"place": "[1].methods[1].amount", "expected": "số"}


def test_a_key_said_twice_is_refused():
    with pytest.raises(FileNotJson):
        parsed(b'[{"code": "1.999001", "code": "1.999002"}]')


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "9" * 30, "9" * 5000])
def test_numbers_that_are_none_are_refused(number):
    with pytest.raises(FileNotJson):
        parsed(f'[{{"amount": {number}}}]'.encode())


@pytest.mark.parametrize("depth", [45, 2_000, 200_000])
def test_endless_nesting_is_refused(depth):
    with pytest.raises(FileNotJson):
        parsed(b"[" * depth + b"]" * depth)


def test_a_file_that_is_no_text_is_refused():
    with pytest.raises(FileNotJson):
        parsed(b"\xff\xfe[\x00]\x00")


def test_half_a_character_refuses_the_whole_file():
    with pytest.raises(FileNotJson):
        parsed(b'[{"code": "1.999001", "name": "\\ud800"}]')


def test_a_byte_order_mark_is_no_fault():
    assert parsed(b"\xef\xbb\xbf" + GOOD).rows[0].procedure is not None


def test_an_absurdly_large_file_is_refused(monkeypatch):
    monkeypatch.setattr(strict_json, "MOST_BYTES", 10)

    with pytest.raises(FileNotJson):
        parsed(GOOD)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"code": "1.99"}, BadProcedureCode),
        ({"code": "1.999001; DROP"}, BadProcedureCode),
        ({"code": None}, TextMissing),
        ({"name": ""}, TextMissing),
        ({"name": "x" * 10_000}, TextTooLong),
        ({"name": "Thủ \u202etục"}, TextHasControls),
        ({"name": "Thủ\x00tục"}, TextHasControls),
        ({"methods": []}, NoMethods),
        ({"methods": [method(amount=-1)]}, InvalidTimeLimit),
        ({"methods": [method(amount=1000)]}, InvalidTimeLimit),
        ({"methods": [method(amount=1.5)]}, InvalidTimeLimit),
        ({"methods": [method(unit="FORTNIGHT")]}, CatalogueUnknownUnit),
        ({"methods": [method()] * 101}, CatalogueTooMany),
        ({"components": [component()] * 401}, CatalogueTooMany),
    ],
)
def test_a_row_that_cannot_be_is_refused_and_the_others_taken(changes, why):
    good, bad = parsed([row(), row(**{"code": "1.999002", **changes})]).rows

    assert good.procedure is not None
    assert bad.procedure is None
    assert isinstance(bad.why, why)


def test_a_code_said_twice_is_refused_both_times():
    rows = parsed([row(), row(code="1.999002"), row(name="Tên khác")]).rows

    assert [type(each.why) for each in rows] == [
        DuplicateProcedure,
        type(None),
        DuplicateProcedure,
    ]


def test_a_local_code_with_the_provinces_ending_is_taken():
    assert only(row(code="1.012223.H38")).procedure.code == "1.012223.H38"
    assert only(row(code="2.001218.000.00.00.H38")).why is None


def test_unknown_keys_are_ignored_and_missing_ones_reported():
    without = {key: value for key, value in row(future={"a": 1}).items() if key != "results"}

    found = only(without)

    assert found.procedure is not None
    assert Remark(Gap.KEY_MISSING, "results") in found.remarks
    assert Remark(Gap.OUTCOMES_MISSING) in found.remarks


def test_marks_without_width_vanish_and_text_is_composed():
    found = only(row(name="đăng k\u200eý khai\u00ad sinh to\u0300a"))

    assert found.procedure.name == "đăng ký khai sinh tòa"


def test_a_name_of_five_thousand_letters_is_taken():
    found = only(row(components=[component("Giấy " + "x" * 4_900)]))

    assert len(found.procedure.documents[0].name) == 4_905


@pytest.mark.parametrize("unit", [None, "OTHER"])
@pytest.mark.parametrize("amount", [None, 0, 1, 3])
def test_a_limit_without_unit_stays_open_and_is_reported(unit, amount):
    found = only(row(methods=[method(amount=amount, unit=unit)]))

    assert found.procedure.limits[0].limit is None
    assert not found.procedure.is_complete
    assert {each.gap for each in found.remarks} & {Gap.LIMIT_OPEN, Gap.LIMIT_MISSING}


@pytest.mark.parametrize("field", ["Hộ tịch", "Chứng thực", "CHỨNG THỰC"])
def test_one_and_other_unit_is_the_same_day_in_civil_status_and_certification(field):
    found = only(row(field=field, methods=[method(amount=1, unit="OTHER")]))

    (made,) = found.procedure.limits
    assert str(made.limit) == "SAME_DAY"
    assert made.provenance is Provenance.COMPLETED
    assert made.source


def test_three_and_other_unit_is_nothing_even_there():
    found = only(row(field="Hộ tịch", methods=[method(amount=3, unit="OTHER")]))

    assert found.procedure.limits[0].limit is None


def test_limits_belong_to_their_channels():
    methods = [method(amount=30), method(channel="ONLINE", amount=17)]

    made = only(row(methods=methods)).procedure

    assert str(made.rule_for(Channel.DIRECT, None).limit) == "30 WORKING_DAY"
    assert str(made.rule_for(Channel.ONLINE, None).limit) == "17 WORKING_DAY"
    assert made.cases == ()


def test_several_limits_of_one_channel_are_cases_named_by_their_wording():
    methods = [
        method(amount=1, fee_and_note="Miễn phí- Trong 01 ngày với trường hợp có sẵn thông tin."),
        method(amount=3, fee_and_note="Miễn phíTrong 03 ngày với trường hợp cần xác minh; nếu"),
        method(channel="ONLINE", amount=3, fee_and_note="Miễn phí"),
        method(channel="ONLINE", amount=1, fee_and_note="Miễn phí"),
    ]

    made = only(row(methods=methods)).procedure

    assert made.cases == ("Trường hợp có sẵn thông tin", "Trường hợp cần xác minh")
    chosen = made.rule_for(Channel.ONLINE, "Trường hợp cần xác minh")
    assert str(chosen.limit) == "3 WORKING_DAY"


def test_limits_whose_wording_says_nothing_are_numbered_so_that_the_clerk_must_choose():
    methods = [method(amount=2), method(amount=5)]

    found = only(row(methods=methods))

    assert found.procedure.cases == (
        "Trường hợp 1: 2 ngày làm việc",
        "Trường hợp 2: 5 ngày làm việc",
    )
    assert [each.gap for each in found.remarks] == [Gap.CASE_NUMBERED] * 2


def test_the_portals_answer_becomes_the_same_procedure():
    file = parsed(portal())

    (found,) = file.rows
    made = found.procedure
    assert file.shape is CatalogueShape.PORTAL
    assert (made.code, made.field, made.field_code) == ("2.000815", "Chứng thực", "G15-TP03")
    assert made.decision == "3152/QĐ-BTP"
    assert [str(each.limit) for each in made.limits] == ["1 WORKING_DAY"]
    assert made.documents[0].code == "000.00.00.G15-KQ1973"
    assert made.documents[0].required
    assert made.outcomes[0].code == "KQ.G15.000021"
    assert "Công dân Việt Nam" in made.subjects


def test_fees_in_foreign_money_are_left_out_with_a_remark():
    found = parsed(portal()).rows[0]

    assert [(each.amount, each.per) for each in found.procedure.fees] == [(2_000, "trang")]
    assert "1.000 đồng" in found.procedure.fees[0].note
    assert len(found.procedure.limits) == 1
    assert Gap.FEE_FOREIGN in {each.gap for each in found.remarks}


def test_limits_by_case_of_the_portal_are_kept_apart():
    cases = [
        {"name": "Cấp mới", "processingDay": {"qty": 5, "type": "WORKING_DAY"}},
        {"name": "Cấp lại", "processingDay": {"qty": 2, "type": "WORKING_DAY"}},
    ]

    made = parsed(portal(cases=cases)).rows[0].procedure

    assert made.cases == ("Cấp mới", "Cấp lại")
    assert str(made.rule_for(Channel.DIRECT, "Cấp lại").limit) == "2 WORKING_DAY"


def test_one_case_of_the_portal_does_not_override_limits_stated_by_channel():
    methods = [
        {
            "submissionMethod": channel,
            "processingTime": amount,
            "processingTimeUnit": "WORKING_DAY",
            "description": "",
            "fees": [],
        }
        for channel, amount in (("DIRECT", 7), ("ONLINE", 4))
    ]

    made = parsed(portal(executionMethods=methods)).rows[0].procedure

    assert str(made.rule_for(Channel.DIRECT, None).limit) == "7 WORKING_DAY"
    assert str(made.rule_for(Channel.ONLINE, None).limit) == "4 WORKING_DAY"


def test_an_open_limit_beside_a_stated_one_is_a_case_of_its_own():
    methods = [method(amount=5), method(amount=3, unit="OTHER")]

    made = only(row(methods=methods)).procedure

    assert made.cases == ("Trường hợp 1: 5 ngày làm việc", "Trường hợp 2: chưa rõ thời hạn")


def test_a_null_where_an_object_stands_is_read_as_nothing():
    found = parsed(portal(category=None)).rows[0]

    assert found.procedure.field == ""


def own_file(*procedures):
    return msgspec.json.encode({"format": FORMAT, "procedures": procedures})


def test_our_own_shape_has_a_bound_of_papers():
    made = procedure(documents=tuple(paper(f"Giấy {n}") for n in range(401)))

    assert isinstance(parsed(own_file(made)).rows[0].why, CatalogueTooMany)


@pytest.mark.parametrize("key", ["code", "name"])
def test_a_procedure_of_the_portal_without_code_or_name_is_refused_by_its_place(key):
    problem = parsed(portal(**{key: "  "})).rows[0].why
    assert (type(problem), problem.field) == (TextMissing, f"data.{key}")


def test_the_portals_refusal_is_no_procedure():
    with pytest.raises(PortalRefused) as refused:
        parsed({"code": "NOT_FOUND", "message": "Không tìm thấy"})

    assert refused.value.facts == {"code": "NOT_FOUND", "message": "Không tìm thấy"}


def test_missing_keys_of_the_portal_are_reported():
    answer = portal()
    del answer["data"]["resultsDetails"]

    found = parsed(answer).rows[0]

    assert Remark(Gap.KEY_MISSING, "resultsDetails") in found.remarks


def test_our_own_shape_comes_back_as_it_went_out():
    made = (
        procedure(limits=(rule("SAME_DAY", provenance=Provenance.COMPLETED, source="QĐ 1"),)),
        procedure(code="1.999002", steps=(step("3 WORKING_DAY"),), notes=("một", "hai")),
    )

    file = parsed(own_file(*made))

    assert file.shape is CatalogueShape.OWN
    assert not file.is_published
    assert file.procedures == made


def test_our_own_shape_is_held_to_the_same_bounds():
    rows = [
        procedure(code="bad"),
        procedure(name="x" * 5_001),
        procedure(limits=()),
        procedure(steps=(step("6 WORKING_DAY"),)),
        procedure(notes=("a\u202eb",)),
    ]

    whys = [type(parsed(own_file(each)).rows[0].why) for each in rows]

    assert whys == [BadProcedureCode, TextTooLong, NoMethods, StepsExceedLimit, TextHasControls]


@pytest.mark.parametrize(
    ("key", "value"),
    [("limits", 5), ("pause_mode", "NEVER"), ("effective_from", "gestern"), ("documents", [{}])],
)
def test_wrong_values_in_our_own_shape_refuse_the_whole_file(key, value):
    body = json.loads(to_json(procedure())) | {key: value}

    with pytest.raises(CatalogueWrongShape):
        parsed({"format": FORMAT, "procedures": [body]})


def test_an_impossible_limit_in_our_own_shape_refuses_the_row():
    body = json.loads(to_json(procedure()))
    body["limits"][0]["limit"]["amount"] = 5_000

    assert isinstance(
        parsed({"format": FORMAT, "procedures": [body]}).rows[0].why, InvalidTimeLimit
    )


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 2_000) | st.floats(0, 9) | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([*row(), *method(), *component(), "data", "format"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@given(value=JSON, key=st.sampled_from(sorted(row())), extra=JSON)
def test_whatever_a_file_holds_it_is_taken_or_refused_in_words(value, key, extra):
    for candidate in (value, [row(**{key: extra})], portal(cases=value, fees=extra)):
        try:
            parsed(candidate)
        except DeskError:
            continue


def test_a_way_that_takes_no_foreign_money_stays_and_one_that_takes_nothing_else_goes():
    made = only(row(methods=[
        method(channel="DIRECT", fee_and_note="10 USD(/bản)Tại cơ quan đại diện: 10 USD/bản."),
        method(channel="ONLINE", amount=3),
    ])).procedure  # fmt: skip
    assert [each.channel for each in made.limits] == [Channel.ONLINE]


def test_a_file_from_outside_is_known_from_one_of_ours():
    assert parsed([row()]).is_published is True
    assert parsed(portal()).is_published is True


def test_steps_longer_than_the_limit_refuse_the_row():
    completed = Completion(
        code="1.999001", published=frozenset({"5 WORKING_DAY"}), steps=(step("6 WORKING_DAY"),)
    )
    (found,) = parsed([row()], {"1.999001": completed}).rows
    assert isinstance(found.why, StepsExceedLimit)


def test_a_completed_limit_keeps_the_wording_of_its_own_channel():
    completed = Completion(
        code="1.999001",
        published=frozenset({"5 WORKING_DAY"}),
        limits=(
            CompletedLimit(limit="3 WORKING_DAY", provenance=Provenance.COMPLETED, source="QĐ 1"),
        ),
    )
    methods = [
        method(fee_and_note="Miễn phí. Nộp tại xã"),
        method(channel="ONLINE", fee_and_note="Miễn phí. Nộp qua mạng"),
    ]
    (found,) = parsed([row(methods=methods)], {"1.999001": completed}).rows
    notes = {each.channel: each.note for each in found.procedure.limits}
    assert "tại xã" in notes[Channel.DIRECT]
    assert "qua mạng" not in notes[Channel.DIRECT]
    assert "qua mạng" in notes[Channel.ONLINE]


def test_an_outcome_without_a_name_refuses_the_row():
    (found,) = parsed([row(results=[{"name": " ", "code": "KQ1"}])]).rows
    assert isinstance(found.why, TextMissing)
