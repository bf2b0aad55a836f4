"""Published components are sorted into papers, remarks, groups and cases."""

import pytest

from app.exchange.catalogue.row import Gap
from tests.exchange.catalogue.builders import component, method, only, row


def papers(*components, **changes):
    return only(row(components=list(components), **changes)).procedure


def test_remarks_are_no_papers():
    made = papers(
        component("Giấy chứng sinh", case="Giấy tờ phải nộp:"),
        component("Người tiếp nhận có trách nhiệm kiểm tra.", case="Lưu ý:", originals=0),
        component("Người có yêu cầu nộp các giấy tờ sau:", originals=0),
        component("hoặc", originals=0),
    )

    assert [each.name for each in made.documents] == ["Giấy chứng sinh"]
    assert made.notes == (
        "Người tiếp nhận có trách nhiệm kiểm tra.",
        "Người có yêu cầu nộp các giấy tờ sau:",
    )


def test_headings_that_only_group_are_no_cases():
    made = papers(
        component("Giấy chứng sinh", case="* Giấy tờ phải nộp:"),
        component("Hộ chiếu", case="* Giấy tờ phải xuất trình:"),
        component("Tờ khai"),
    )

    assert made.cases == ()
    assert [each.group for each in made.documents_for(None)] == [
        "",
        "Giấy tờ phải nộp",
        "Giấy tờ phải xuất trình",
    ]


def test_two_true_cases_are_cases_and_lose_their_numbers():
    made = papers(
        component("Đơn A", case="(1.1) Đối với công trình theo tuyến:"),
        component("Đơn B", case="b) Đối với nhà ở riêng lẻ, hồ sơ gồm:"),
        component("Đơn chung"),
    )

    assert made.cases == ("Đối với công trình theo tuyến", "Đối với nhà ở riêng lẻ")
    assert [each.name for each in made.documents_for("Đối với nhà ở riêng lẻ")] == [
        "Đơn B",
        "Đơn chung",
    ]


def test_headings_that_differ_only_by_their_number_keep_it():
    made = papers(component("A", case="a) Hồ sơ cấp mới"), component("B", case="b) Hồ sơ cấp mới"))

    assert made.cases == ("a) Hồ sơ cấp mới", "b) Hồ sơ cấp mới")


def test_a_single_heading_leaves_nothing_to_choose():
    assert papers(component(case="Trường hợp người nộp mất giấy"), component("Đơn")).cases == ()


def test_cases_told_by_limits_turn_other_headings_into_groups():
    made = papers(
        component("Đơn A", case="Đối với tổ chức:"),
        component("Đơn B", case="Đối với cá nhân:"),
        methods=[method(amount=2), method(amount=5)],
    )

    assert len(made.cases) == 2
    assert all(each.case is None for each in made.documents)
    assert [each.group for each in made.documents] == ["Đối với tổ chức", "Đối với cá nhân"]


@pytest.mark.parametrize(
    ("name", "required"),
    [
        ("Tờ khai đăng ký khai sinh theo mẫu", True),
        ("Tờ khai (nếu người có yêu cầu lựa chọn nộp hồ sơ theo hình thức trực tiếp)", True),
        ("Giấy chứng sinh; trường hợp không có Giấy chứng sinh thì nộp văn bản khác", True),
        ("Giấy tờ, tài liệu khác (nếu có).", False),
        ("Trường hợp trẻ em bị bỏ rơi thì phải có biên bản", False),
        ("Văn bản ủy quyền (được chứng thực) theo quy định của pháp luật", False),
        ("Đối với tổ chức: giấy phép thành lập", False),
        ("Mẫu hộ tịch điện tử tương tác đăng ký khai sinh", False),
        ("Giấy tờ chứng minh nơi cư trú trong trường hợp không khai thác được", False),
    ],
)
def test_a_paper_is_required_unless_its_own_wording_makes_it_conditional(name, required):
    assert papers(component(name)).documents[0].required is required


def test_a_quantity_run_together_with_a_number_of_the_text_is_one_and_reported():
    found = only(row(components=[component("Đơn theo Mẫu số", originals=181, copies=1)]))

    (paper,) = found.procedure.documents
    assert (paper.originals, paper.copies) == (1, 1)
    assert [each.gap for each in found.remarks] == [Gap.QUANTITY_DOUBTFUL]


@pytest.mark.parametrize(
    ("name", "expected"), [("Bản sao sổ đỏ", (0, 1)), ("Hộ chiếu", (1, 0)), ("Tờ khai", (1, 0))]
)
def test_a_paper_without_quantity_is_one_sheet(name, expected):
    (paper,) = papers(component(name, originals=0, copies=0)).documents

    assert (paper.originals, paper.copies) == expected


def test_positions_count_from_one_without_gaps():
    made = papers(component("A"), component("hoặc"), component("B"))

    assert [each.position for each in made.documents] == [1, 2]


def test_a_row_that_only_begins_a_list_is_no_paper_whatever_quantity_it_has():
    made = papers(
        component("Đơn đề nghị"),
        component("Người có yêu cầu nộp các giấy tờ sau:", originals=1),
        component("Ngoài giấy tờ nêu trên phải nộp giấy tờ tương ứng sau đây:", originals=1),
        component("Lưu ý: nộp bản sao thì xuất trình bản chính để đối chiếu", originals=1),
        component("Số lượng hồ sơ: 01 (một) bộ.", originals=1),
        component("Bản sao tài liệu thể hiện các tiêu chí theo quy định:", copies=1),
    )
    assert [each.name for each in made.documents] == [
        "Đơn đề nghị",
        "Bản sao tài liệu thể hiện các tiêu chí theo quy định:",
    ]
    assert len(made.notes) == 4


def test_papers_behind_a_condition_are_conditional_until_the_next_one():
    made = papers(
        component("Đơn đề nghị"),
        component("1. Đối với ban bầu lần đầu thì hồ sơ bao gồm:", originals=1, copies=1),
        component("Biên bản họp"),
        component("2. Trường hợp bầu lại thì hồ sơ bao gồm:", originals=1, copies=1),
        component("Bản gốc quyết định"),
    )
    found = [(each.name, each.required, each.group) for each in made.documents]
    assert found == [
        ("Đơn đề nghị", True, ""),
        ("Biên bản họp", False, "Đối với ban bầu lần đầu thì"),
        ("Bản gốc quyết định", False, "Trường hợp bầu lại thì"),
    ]


def test_what_is_to_be_added_for_some_is_conditional():
    made = papers(
        component("Đơn đề nghị"),
        component("Đối với dự án đầu tư, hồ sơ phải bổ sung:", copies=1),
        component("Bản vẽ thiết kế", copies=1),
    )
    assert [each.required for each in made.documents] == [True, False]


def test_a_numbered_condition_is_one():
    made = papers(component("4. Trường hợp nhập ban thì nộp biên bản"), component("Đơn"))
    assert [each.required for each in made.documents] == [False, True]


def test_papers_to_be_shown_where_the_office_cannot_look_up_are_conditional():
    asked = component(
        "Thẻ căn cước", case="Giấy tờ phải xuất trình nếu cơ quan không khai thác được"
    )
    assert not papers(asked).documents[0].required
    for heading in ("Giấy tờ phải xuất trình", "Giấy tờ do cơ quan cấp"):
        assert papers(component("Thẻ căn cước", case=heading)).documents[0].required


@pytest.mark.parametrize(
    "begins", ["1. Người có yêu cầu nộp các giấy tờ sau:", "Đối với tổ chức, hồ sơ gồm:"]
)
def test_a_list_that_is_for_nobody_in_particular_makes_no_paper_conditional(begins):
    made = papers(component("Đơn"), component(begins, copies=1), component("Biên bản họp"))
    assert (made.documents[-1].required, made.documents[-1].group) == (True, "")


@pytest.mark.parametrize(
    ("given", "taken"),
    [(20, 20), (21, 1), (1.5, 0), (-1, 0), (0, 0), (None, 0), (2.0, 2)],
)
def test_a_quantity_is_a_whole_number_up_to_twenty(given, taken):
    (paper,) = papers(component("Tờ khai", originals=given, copies=3)).documents
    assert (paper.originals, paper.copies) == (taken, 3)
