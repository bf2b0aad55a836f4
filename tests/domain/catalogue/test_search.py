"""A clerk finds a procedure however it is typed."""

from dataclasses import dataclass, replace

import pytest

from app.domain.catalogue.search import ProcedureIndex


@dataclass(frozen=True)
class Item:
    code: str
    name: str
    field: str = "Hộ tịch"
    use_count: int = 0


BIRTH = Item("1.001193", "Thủ tục đăng ký khai sinh")
AGAIN = Item("1.004884", "Thủ tục đăng ký lại khai sinh")
DEATH = Item("1.000656", "Thủ tục đăng ký khai tử")
EXTRACT = Item("2.000635", "Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh")
SINGLE = Item("1.004873", "Thủ tục cấp Giấy xác nhận tình trạng hôn nhân")
COPY = Item("2.000815", "Chứng thực bản sao từ bản chính giấy tờ, văn bản", "Chứng thực")
RESIDENCE = Item("1.004222", "Đăng ký thường trú", "Đăng ký, quản lý cư trú")
MINERAL = Item("1.014258", "Xác nhận đăng ký thu hồi khoáng sản (cấp Xã)", "Địa chất")
LAND = Item("1.012812", "Hòa giải tranh chấp đất đai", "Đất đai")
ALL = [MINERAL, LAND, RESIDENCE, COPY, SINGLE, EXTRACT, DEATH, AGAIN, BIRTH]


@pytest.fixture
def index():
    return ProcedureIndex(ALL)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("khai sinh", BIRTH),
        ("KHAI SINH", BIRTH),
        ("khai sinh lại", AGAIN),
        ("sinh khai", BIRTH),
        ("khai s", BIRTH),
        ("ks", BIRTH),
        ("dkks", BIRTH),
        ("khaisinh", BIRTH),
        ("khai tử", DEATH),
        ("kt", DEATH),
        ("trich luc", EXTRACT),
        ("hon nhan", SINGLE),
        ("nhân hôn trạng tình", SINGLE),
        ("tthn", SINGLE),
        ("độc thân", SINGLE),
        ("sao y", COPY),
        ("ct ban sao", COPY),
        ("1193", BIRTH),
        ("1.001193", BIRTH),
        ("2.000815", COPY),
        ("000656", DEATH),
        ("dat dai", LAND),
        ("đất đai hòa giải", LAND),
        ("thường trú", RESIDENCE),
        ("hộ khẩu", RESIDENCE),
    ],
)
def test_the_wanted_procedure_comes_first(index, typed, first):
    assert index.find(typed)[0] == first


def test_a_saying_is_taken_literally_where_its_meaning_is_not_found():
    literal = Item("1.000003", "Cấp lại thẻ CCCD")

    assert ProcedureIndex([literal, BIRTH]).find("cccd") == [literal]


def test_a_decomposed_text_finds_the_same(index):
    assert index.find("trích lục") == index.find("tri\u0301ch lu\u0323c")


def test_every_part_must_match(index):
    assert index.find("khai sinh khoáng") == []
    assert index.find("xyz") == []


def test_letters_inside_a_word_do_not_match(index):
    assert index.find("inh") == []


def test_the_most_used_comes_first_among_equal_matches():
    rare = Item("1.000001", "Đăng ký khai sinh lưu động", use_count=1)
    usual = Item("1.000002", "Đăng ký khai sinh có yếu tố nước ngoài", use_count=9)

    assert ProcedureIndex([rare, usual]).find("khai sinh") == [usual, rare]


def test_use_does_not_lift_a_worse_match():
    used = Item("1.000001", "Khai báo sinh hoạt", use_count=99)

    assert ProcedureIndex([used, BIRTH]).find("khai sinh") == [BIRTH, used]


@pytest.mark.parametrize(
    "typed", ["khai sinh", "KHAI SINH", "khai s", "khai", "ks", "dkks", "sinh khai", "khaisinh"]
)
def test_use_lifts_no_name_that_holds_the_words_only_further_on(typed):
    used = [replace(EXTRACT, use_count=99), replace(AGAIN, use_count=98)]

    assert ProcedureIndex([*used, BIRTH]).find(typed)[0] == BIRTH


def test_the_name_that_says_nothing_else_comes_before_longer_ones_used_more():
    abroad = Item("2.000528", "Thủ tục đăng ký khai sinh có yếu tố nước ngoài", use_count=50)

    for typed in ("khai sinh", "khai sin", "đăng ký khai sinh", "ks", "sinh khai"):
        assert ProcedureIndex([abroad, BIRTH]).find(typed) == [BIRTH, abroad], typed
    assert ProcedureIndex([abroad, BIRTH]).find("khai sinh nước ngoài") == [abroad]


def test_use_decides_between_names_that_only_hold_the_words():
    rare = Item("1.000001", "Cấp giấy xác nhận khai sinh", use_count=1)
    used = replace(EXTRACT, use_count=9)

    assert ProcedureIndex([rare, used]).find("khai sinh") == [used, rare]


def test_an_empty_search_lists_the_most_used():
    used = Item("1.000009", "Tách hộ", use_count=3)

    assert ProcedureIndex([*ALL, used]).find("  ")[0] == used
    assert ProcedureIndex([*ALL, used]).find("...")[0] == used


def test_the_answer_is_as_long_as_asked_for(index):
    assert len(index.find("", limit=4)) == 4
    assert len(index.find("k", limit=2)) == 2


def test_an_empty_catalogue_answers_nothing():
    assert ProcedureIndex([]).find("khai sinh") == []
    assert ProcedureIndex([]).find("") == []


def test_strange_signs_are_no_error(index):
    for typed in ("(", "*", "\\", "🙂", "a" * 500, ". . .", "1..1", "\u202e"):
        index.find(typed)


def test_thousands_of_matches_are_ordered_by_use():
    many = [Item(f"1.{n:06d}", f"Khai báo số {n}", use_count=n) for n in range(1, 1001)]

    assert [each.use_count for each in ProcedureIndex(many).find("k", limit=3)] == [1000, 999, 998]


def test_words_run_together_begin_where_a_word_begins():
    felled, cared_for = Item("1.000001", "Bán cây"), Item("1.000002", "Bán cây, an cây")
    assert list(ProcedureIndex([felled, cared_for]).find("ancay")) == [cared_for]


def test_words_run_together_are_found_where_they_lie_over_one_another():
    item = Item("1.000001", "Cấp Lan An An")
    found = ProcedureIndex([item, *ALL]).find("anan")
    assert found == [item]  # once from within "Lan", which counts for nothing, then from "An"


@pytest.mark.parametrize("typed", ["khaisinhthutuc", "tuhoagiai", "sinhcap"])
def test_the_end_of_one_name_and_the_beginning_of_the_next_are_no_words_run_together(typed):
    for listed in (ALL, ALL[::-1]):
        assert ProcedureIndex(listed).find(typed) == []
