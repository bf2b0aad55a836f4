"""The order of the Vietnamese alphabet."""

import pytest

from app.domain.finding.vietnamese_order import order_key, person_key


@pytest.mark.parametrize(
    "ordered",
    [
        ("An", "Ăn", "Ân", "Ba", "Cam", "Dung", "Đào", "Em", "Ê", "Oanh", "Ổi", "Ơn", "Ư"),
        ("ma", "mà", "mả", "mã", "má", "mạ"),
        ("bản Áng", "bản Cại", "Bản Loỏng", "Bản Lồng", "Bản Lùng"),
        ("Ha", "Hà", "Hà An", "Hà Bình", "Há"),
        ("", "A", "B 2"),
    ],
)
def test_letters_come_first_then_tones_syllable_by_syllable(ordered):
    backwards = list(ordered)[::-1]
    assert sorted(backwards, key=order_key) == list(ordered)


def test_the_same_letters_otherwise_composed_are_the_same():
    assert order_key("Hu\u00ea\u0301") == order_key("HU\u1ebe") == order_key("huế")


def test_people_stand_by_their_given_names():
    people = ["Đặng Văn An", "Bùi Thị Ân", "Nông Thị Dung", "An Văn Đào"]
    backwards = people[::-1]
    assert sorted(backwards, key=person_key) == people
    assert person_key("Lò A Sềnh") > person_key("Hà A Sềnh")
