"""The head of papers follows from what the office is called, in full."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.office_name import (
    CENTRE,
    COMMITTEE,
    NotACommune,
    commune_of,
    head_lines,
    in_full,
    letterhead,
    place_of,
    require_commune,
)


@pytest.mark.parametrize(
    ("office", "commune"),
    [
        ("UBND xã Mẫu Sơn", "xã Mẫu Sơn"),
        ("UBND XÃ MẪU SƠN", "xã Mẫu Sơn"),
        ("ubnd xã mẫu sơn", "xã Mẫu Sơn"),
        ("U.B.N.D. Phường Đông Kinh", "phường Đông Kinh"),
        ("UBND P.Đông Kinh", "phường Đông Kinh"),
        ("UBND X. Mẫu Sơn", "xã Mẫu Sơn"),
        ("Uỷ ban nhân dân xã Hội Hoan", "xã Hội Hoan"),
        ("UBND xã Hội Hoan, tỉnh Lạng Sơn", "xã Hội Hoan"),
        ("UBND phường Kỳ Lừa tỉnh Lạng Sơn", "phường Kỳ Lừa"),
        ("UBND đặc khu Vân Đồn", "đặc khu Vân Đồn"),
        ("UBND phường 3", "phường 3"),
        ("TTPVHCC xã Mẫu Sơn", "xã Mẫu Sơn"),
        ("Trung tâm Phục vụ hành chính công xã Hữu Lũng – Điểm tiếp nhận số 2", "xã Hữu Lũng"),
        ("Phòng Văn hóa – Xã hội xã Mẫu Sơn", "xã Mẫu Sơn"),
        ("PHÒNG VĂN HÓA - XÃ HỘI XÃ MẪU SƠN", "xã Mẫu Sơn"),
    ],
)
def test_a_communes_centre_issues_its_papers_under_the_communes_committee(office, commune):
    head = letterhead(office=office)
    assert commune_of(office) == commune
    assert head.above == f"Ủy ban nhân dân {commune}"
    assert head.issuer == CENTRE
    assert commune.endswith(place_of(office))
    assert head_lines(head.above) == ["ỦY BAN NHÂN DÂN", commune.upper()]
    assert head_lines(head.issuer) == ["TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG"]


@pytest.mark.parametrize(
    "office",
    ["UBND thị xã Sơn Tây", "Trung tâm Bảo trợ xã hội", "UBND xã", "UBND xã tỉnh Lạng Sơn"],
)
def test_what_is_no_commune_is_not_taken_for_one(office):
    assert commune_of(office) == place_of(office) == ""


def test_a_province_never_heads_the_papers_of_a_communes_centre():
    head = letterhead(office="UBND xã Mẫu Sơn", superior_body="UBND tỉnh Lạng Sơn")
    assert head.above == "Ủy ban nhân dân xã Mẫu Sơn"


def test_an_office_of_no_commune_issues_its_papers_itself():
    head = letterhead(office="Sở Tư pháp", superior_body="UBND tỉnh Lạng Sơn", department="Một cửa")
    assert (head.above, head.issuer) == ("Ủy ban nhân dân tỉnh Lạng Sơn", "Sở Tư pháp")
    assert head_lines(head.above) == ["ỦY BAN NHÂN DÂN", "TỈNH LẠNG SƠN"]


def test_what_the_office_sets_itself_stands_in_full():
    head = letterhead(
        office="Trung tâm PVHCC", superior_body="UBND P. Tam Thanh", department="TTPVHCC"
    )
    assert (head.above, head.issuer) == ("Ủy ban nhân dân phường Tam Thanh", CENTRE)


def test_a_commune_without_its_kind_is_refused():
    assert require_commune("P. Đông Kinh", field="commune") == "phường Đông Kinh"
    with pytest.raises(NotACommune):
        require_commune("Mẫu Sơn", field="commune")


@given(st.text(max_size=60))
def test_any_name_can_be_read_and_nothing_shortens_twice(name):
    full = in_full(name)
    assert in_full(full) == full
    assert all(line == line.strip() and line for line in head_lines(name))


def test_a_committee_of_no_commune_stands_over_the_centre():
    own = f"{COMMITTEE} tỉnh Lạng Sơn"
    head = letterhead(office=own)
    assert (head.above, head.issuer) == (own, CENTRE)
