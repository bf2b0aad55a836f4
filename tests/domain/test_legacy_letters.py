"""Text written for the fonts of before Unicode is recognised, and nothing else is."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import legacy_letters
from app.domain.legacy_letters import from_legacy

NAMES = ["Nguyễn Văn Đức", "Trần Thị Hương", "Đỗ Quốc Vương", "Bùi Thị Mỹ Lệ", "Lê Ngọc Ánh"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("NguyÔn V¨n §øc", "Nguyễn Văn Đức"),
        ("NGUYÔN V¡N §øC", "NGUYỄN VĂN ĐỨC"),
        ("L\u00adu ThÞ H\u00ad¬ng", "Lưu Thị Hương"),
        ("Vò ThÞ Mü", "Vũ Thị Mỹ"),
        ("Nguyeãn Vaên Ñöùc", "Nguyễn Văn Đức"),
        ("TRAÀN THÒ HOÀNG", "TRẦN THỊ HỒNG"),
        ("Ñaëng Thò Myõ Leä", "Đặng Thị Mỹ Lệ"),
        ("Nguyeãn Höõu Nghóa", "Nguyễn Hữu Nghĩa"),
        ("Xaõ Nam Quan, Laïng Sôn", "Xã Nam Quan, Lạng Sơn"),
        ("HoÃ ng Minh Long", "Hoàng Minh Long"),
        ("HoÃ\u00a0ng Minh Long", "Hoàng Minh Long"),
        ("LÃ½ A PÃ¡o", "Lý A Páo"),
        ("Nguyá»…n VÄƒn Äá»©c", "Nguyễn Văn Đức"),
    ],
)
def test_old_codes_are_read(typed, meant):
    assert from_legacy(typed) == meant
    assert from_legacy(unicodedata.normalize("NFD", typed)) == meant


@pytest.mark.parametrize(
    "typed",
    [
        *NAMES, "Hoà Khoá Thuý Hoàng", "Y Ƀlô Êban", "H'Mlê\u0306o", "Y Ñap", "Jörg Müller",
        "François Noël", "Zoë", "Nguyen Van A", "", "123", "Thôn Bản Loỏng, xã Nam Quan",
    ],
)  # fmt: skip
def test_names_in_unicode_are_left_alone(typed):
    assert from_legacy(typed) == ""


@given(st.sampled_from([*NAMES, "Hoàng Thị Mẩy", "Nông Văn Páo"]))
def test_what_was_read_byte_by_byte_is_read_back(name):
    garbled = name.encode().decode("latin-1")
    assert from_legacy(garbled) == name


@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3).map(" ".join))
def test_what_was_written_in_tcvn3_is_read_back(name):
    written = name.translate(
        {new: old for old, new in legacy_letters._TCVN3.items() if isinstance(new, str)}
        | {ord(new): chr(old) for old, new in legacy_letters._TCVN3.items()}
    )
    assert from_legacy(written) == name
