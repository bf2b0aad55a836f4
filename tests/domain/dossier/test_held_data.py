"""Papers whose data a connected base holds are known by their names."""

import pytest

from app.domain.dossier.held_data import Base, NotBases, base_of, held, read_bases


@pytest.mark.parametrize(
    ("paper", "base"),
    [
        ("Bản sao thẻ căn cước công dân", Base.POPULATION),
        ("Sổ hộ khẩu", Base.POPULATION),
        ("Giấy xác nhận thông tin cư trú", Base.POPULATION),
        ("Bản sao Giấy khai sinh", Base.CIVIL_STATUS),
        ("TRÍCH LỤC KẾT HÔN", Base.CIVIL_STATUS),
        ("Giấy xác nhận tình trạng hôn nhân", Base.CIVIL_STATUS),
        ("Tờ khai cấp Giấy xác nhận tình trạng hôn nhân", None),
        ("Đơn xin xác nhận cư trú", None),
        ("Văn bản ủy quyền có chứng thực", None),
        ("Giấy chứng sinh", None),
        ("Thẻ căn cước (xuất trình)", None),
        ("Hộ chiếu/Thẻ căn cước/giấy tờ khác để chứng minh về nhân thân", None),
        ("Ảnh 3x4", None),
    ],
)
def test_which_base_holds_a_papers_data(paper, base):
    assert base_of(paper) is base


def test_only_connected_bases_count():
    papers = ("Sổ hộ khẩu", "Giấy khai sinh", "Ảnh")
    assert held(papers, {Base.POPULATION}) == {"Sổ hộ khẩu": Base.POPULATION}
    assert held(papers, frozenset()) == {}


def test_bases_are_read_by_their_names():
    assert read_bases("population, CIVIL_STATUS") == set(Base)
    assert read_bases("") == frozenset()
    with pytest.raises(NotBases):
        read_bases("dân cư")
