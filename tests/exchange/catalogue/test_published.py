"""A procedure as it is published, in both shapes: every field from its key, none too long."""

from functools import reduce

import pytest

from app.domain.catalogue.procedure import Channel, Outcome
from app.domain.text import TextMissing, TextTooLong
from app.exchange.catalogue.fees import PublishedFee
from app.exchange.catalogue.fields import CatalogueTooMany, CatalogueWrongShape, Remarks, node
from app.exchange.catalogue.published import (
    Published,
    PublishedMethod,
    PublishedPaper,
    from_list_row,
    from_portal_answer,
)
from tests.exchange.catalogue.builders import component, method, row

PAPER = {
    "name": "Tờ khai", "originalQty": 1, "copyQty": 2, "code": "TK1", "required": True,
    "attachments": [{"name": ""}, {"name": "Mẫu 1"}, {"name": "Mẫu 2"}],
}  # fmt: skip
CASE = {
    "name": "a) Trường hợp\nthường", "processingDay": {"qty": 5, "type": "WORKING_DAY"},
    "profileComponents": [PAPER],
}  # fmt: skip
METHOD = {
    "submissionMethod": "ONLINE", "processingTime": 3, "processingTimeUnit": "WORKING_DAY",
    "description": "Qua mạng", "fees": [{"value": 8_000, "description": "", "currencyName": "VND"}],
}  # fmt: skip
DATA = {
    "code": "1.999001", "name": "Thủ tục mẫu", "decisionNo": "1/QĐ",
    "category": {"name": "Hộ tịch", "code": "G15-HT"},
    "procedureProposal": {"proposalNumber": "2/QĐ"},
    "subjectTypesDetails": [{"name": "Công dân"}, {"name": "Tổ chức"}],
    "executionMethods": [METHOD], "executionCases": [CASE], "cases": [],
    "resultsDetails": [{"name": "Quyết định", "code": "KQ1"}],
}  # fmt: skip


def from_list(**changes):
    return from_list_row(node(row(**changes), "[0]", Remarks()))


def from_portal(**changes):
    return from_portal_answer(node(DATA | changes, "data", Remarks()))


def test_a_row_of_the_list_is_taken_key_by_key():
    made = from_list(
        methods=[method(fee_and_note="8.000 Việt Nam Đồng(/bản)Tại xã")],
        components=[component("Tờ khai", case="- a)\nGấp", copies=2, template="Mẫu 1")],
    )
    assert made == Published(
        code="1.999001",
        name="Thủ tục mẫu",
        field="Lĩnh vực mẫu",
        field_code="",
        decision="1/QĐ-MAU",
        subjects="Công dân Việt Nam",
        methods=(
            PublishedMethod(
                Channel.DIRECT, 5, "WORKING_DAY", "Tại xã", (PublishedFee(8_000, "bản", ""),)
            ),
        ),
        papers=(PublishedPaper("a) Gấp", "Tờ khai", 1, 2, "", "Mẫu 1", required=False),),
        outcomes=(Outcome("Quyết định", "KQ.G00.000001"),),
    )


def test_an_answer_of_the_portal_is_taken_key_by_key():
    assert from_portal() == Published(
        code="1.999001",
        name="Thủ tục mẫu",
        field="Hộ tịch",
        field_code="G15-HT",
        decision="1/QĐ",
        subjects="Công dân, Tổ chức",
        methods=(
            PublishedMethod(
                Channel.ONLINE, 3, "WORKING_DAY", "Qua mạng", (PublishedFee(8_000, "", ""),)
            ),
        ),
        papers=(
            PublishedPaper("a) Trường hợp thường", "Tờ khai", 1, 2, "TK1", "Mẫu 1", required=True),
        ),
        outcomes=(Outcome("Quyết định", "KQ1"),),
    )
    assert from_portal(decisionNo="").decision == "2/QĐ"


def test_papers_of_both_kinds_of_case_are_taken():
    assert len(from_portal(cases=[CASE]).papers) == 2
    assert from_portal(executionCases=[]).papers == ()


def test_a_fee_in_dollars_is_foreign():
    (made,) = from_portal(
        executionMethods=[
            METHOD | {"fees": [{"value": 5, "description": "", "currencyName": "USD"}]}
        ]
    ).methods
    assert made.fees[0].is_foreign
    (bare,) = from_portal(
        executionMethods=[METHOD | {"fees": [{"value": 8_000, "description": ""}]}]
    ).methods
    assert not bare.fees[0].is_foreign


def limits(**changes):
    made = from_portal(**changes).methods
    return [(one.channel.value, one.amount, one.unit, one.case) for one in made]


def case(name, amount=5, unit="WORKING_DAY"):
    return CASE | {"name": name, "processingDay": {"qty": amount, "type": unit}}


def test_several_limits_by_case_stand_in_for_those_of_the_methods():
    assert limits(cases=[case("Gấp", 1), case("Thường")]) == [
        ("ONLINE", 1, "WORKING_DAY", "Gấp"), ("ONLINE", 5, "WORKING_DAY", "Thường"),
    ]  # fmt: skip


def test_cases_of_one_limit_are_no_cases_of_it():
    assert limits(cases=[case("Gấp"), case("Thường")]) == [("ONLINE", 5, "WORKING_DAY", "")]


@pytest.mark.parametrize(
    ("unit", "limit"), [("OTHER", 5), ("", 5), ("DAY", 3)],
)  # fmt: skip
def test_the_limit_of_one_case_fills_what_the_methods_leave_open_alone(unit, limit):
    found = limits(cases=[case("Gấp")], executionMethods=[METHOD | {"processingTimeUnit": unit}])
    assert [amount for _, amount, *_ in found] == [limit]


@pytest.mark.parametrize(("amount", "unit"), [(0, "DAY"), (None, "DAY"), (5, ""), (5, "OTHER")])
def test_a_case_without_a_usable_limit_says_nothing(amount, unit):
    assert limits(cases=[case("Gấp", 1), case("Thường", amount, unit)]) == [
        ("ONLINE", 3, "WORKING_DAY", "")
    ]


def put(whole, path, value):
    """`whole` with `value` at `path`, whose numbers are places of a list."""
    key, *rest = path
    if isinstance(whole, list):
        return [put(one, rest, value) if rest else value for one in whole]
    return whole | {key: put(whole[key], rest, value) if rest else value}


BOUNDS_OF_LIST = {
    ("code",): 60, ("name",): 5_000, ("field",): 300, ("decision",): 300, ("subjects",): 5_000,
    ("methods", 0, "unit"): 60, ("methods", 0, "fee_and_note"): 5_000,
    ("components", 0, "case"): 5_000, ("components", 0, "name"): 5_000,
    ("components", 0, "template"): 300, ("results", 0, "name"): 5_000, ("results", 0, "code"): 60,
}  # fmt: skip
BOUNDS_OF_PORTAL = {
    ("code",): 60, ("name",): 5_000, ("decisionNo",): 300, ("category", "name"): 300,
    ("category", "code"): 60, ("subjectTypesDetails", 0, "name"): 300,
    ("executionMethods", 0, "description"): 5_000,
    ("executionMethods", 0, "processingTimeUnit"): 60,
    ("executionMethods", 0, "fees", 0, "description"): 5_000,
    ("executionCases", 0, "name"): 5_000,
    ("executionCases", 0, "profileComponents", 0, "name"): 5_000,
    ("executionCases", 0, "profileComponents", 0, "code"): 60,
    ("executionCases", 0, "profileComponents", 0, "attachments", 0, "name"): 300,
    ("resultsDetails", 0, "name"): 5_000, ("resultsDetails", 0, "code"): 60,
}  # fmt: skip
MOST_OF_LIST = {("methods",): 100, ("components",): 400, ("results",): 100}
MOST_OF_PORTAL = {
    ("executionMethods",): 100, ("executionCases",): 100, ("cases",): 100,
    ("resultsDetails",): 100, ("subjectTypesDetails",): 100,
    ("executionMethods", 0, "fees"): 100,
    ("executionCases", 0, "profileComponents"): 400,
    ("executionCases", 0, "profileComponents", 0, "attachments"): 50,
}  # fmt: skip
SHAPES = {
    "list": (from_list_row, row(), BOUNDS_OF_LIST, MOST_OF_LIST),
    "portal": (from_portal_answer, DATA | {"cases": [CASE]}, BOUNDS_OF_PORTAL, MOST_OF_PORTAL),
}


def read(shape, path, value):
    reader, whole, *_ = SHAPES[shape]
    return reader(node(put(whole, path, value), "x", Remarks()))


@pytest.mark.parametrize(
    ("shape", "path", "most"),
    [(shape, path, most) for shape in SHAPES for path, most in SHAPES[shape][2].items()],
)
def test_a_text_as_long_as_may_be_is_taken_and_a_longer_one_refused(shape, path, most):
    read(shape, path, "x" * most)
    with pytest.raises(TextTooLong) as refused:
        read(shape, path, "x" * (most + 1))
    assert refused.value.facts["limit"] == most


@pytest.mark.parametrize(
    ("shape", "path", "most"),
    [(shape, path, most) for shape in SHAPES for path, most in SHAPES[shape][3].items()],
)
def test_a_list_as_long_as_may_be_is_taken_and_a_longer_one_refused(shape, path, most):
    one = reduce(lambda value, key: value[key], path, SHAPES[shape][1])[0]
    read(shape, path, [one] * most)
    with pytest.raises(CatalogueTooMany) as refused:
        read(shape, path, [one] * (most + 1))
    assert refused.value.facts["limit"] == most


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("key", ["code", "name"])
def test_a_procedure_has_a_code_and_a_name(shape, key):
    with pytest.raises(TextMissing):
        read(shape, (key,), " ")


@pytest.mark.parametrize(
    ("shape", "path"),
    [("list", ("methods", 0, "channel")), ("portal", ("executionMethods", 0, "submissionMethod"))],
)
def test_a_channel_nobody_knows_is_refused_by_its_place(shape, path):
    with pytest.raises(CatalogueWrongShape) as refused:
        read(shape, path, "FAX")
    assert refused.value.facts["place"] == f"x.{path[0]}[0].{path[2]}"
