"""The raw Telex keys of Vietnamese texts, and what a hand that types them leaves in a field."""

import pytest

from tests.ui.telex import telex_keys, type_telex
from ui.widgets.search.input_line import InputLine


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Hoàng Thị Mẩy", "Hoangf Thij Maayr"),
        ("Thôn Bản Loỏng,", "Thoon Banr Looongr,"),
        ("xã Hoàng Văn Thụ", "xax Hoangf Vawn Thuj"),
        ("Đặng Được Ưng", "Ddawngj Dduowcj Uwng"),
        ("Nguyễn Thuở", "Nguyeenx Thuowr"),
        ("Lê Ấu", "Lee Aaus"),
        ("0912345678", "0912345678"),
    ],
)
def test_a_text_is_typed_by_these_keys(text, keys):
    assert telex_keys(text) == keys


@pytest.mark.gui
def test_what_is_typed_by_telex_stands_in_the_field(qtbot):
    line = InputLine()
    qtbot.addWidget(line)
    with qtbot.waitActive(line):
        line.show()
        line.activateWindow()
    line.setFocus()
    type_telex("Thôn Bản Loỏng, xã Hoàng Văn Thụ")
    assert line.text() == "Thôn Bản Loỏng, xã Hoàng Văn Thụ"
