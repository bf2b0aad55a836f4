"""A name being typed: what looks wrong is flagged, a likelier spelling offered, nothing changed."""

import pytest
from PySide6.QtCore import Qt

from app.domain.text import line
from tests.ui.screens.intake.invented import say
from tests.ui.typing import press, type_text
from ui.widgets.fields.name_field import NameField

pytestmark = pytest.mark.gui


@pytest.fixture
def field(qtbot):
    made = NameField("Họ và tên", say, read=lambda text: line(text, field="n", limit=40))
    qtbot.addWidget(made)
    made.show()
    return made


def offered(field):
    return "" if field.offer.isHidden() else field.offer.text().removeprefix("↓   ")


def leave(field):
    field.input.editingFinished.emit()


def test_capitals_are_offered_from_the_second_word_on_and_taken_by_the_down_key(field):
    type_text(field.input, "trần")
    assert offered(field) == ""
    type_text(field.input, " văn hùng")
    assert offered(field) == "Trần Văn Hùng"
    assert field.value() == "trần văn hùng"
    press(field.input, Qt.Key.Key_Down)
    assert field.value() == "Trần Văn Hùng"
    assert offered(field) == field.flag == ""


def test_an_offer_is_taken_by_mouse(field, qtbot):
    type_text(field.input, "LÒ THỊ HẰNG")
    leave(field)
    qtbot.mouseClick(field.offer, Qt.MouseButton.LeftButton)
    assert field.value() == "Lò Thị Hằng"


def test_a_name_left_as_typed_stays_as_typed(field):
    type_text(field.input, "trần văn hùng")
    leave(field)
    assert field.input.text() == "trần văn hùng"
    assert offered(field) == "Trần Văn Hùng"


def test_one_word_is_offered_when_it_is_left(field):
    type_text(field.input, "hùng")
    leave(field)
    assert offered(field) == "Hùng"


@pytest.mark.parametrize(
    ("typed", "better"),
    [("Nguyeãn Vaên Ñöùc", "Nguyễn Văn Đức"), ("L\u00adu ThÞ H\u00ad¬ng", "Lưu Thị Hương")],
)
def test_an_old_code_is_flagged_kept_and_offered_in_unicode(field, typed, better):
    type_text(field.input, typed)
    leave(field)
    assert field.flag == "Tên viết bằng mã chữ cũ (TCVN3 hoặc VNI)"
    assert field.input.text() == typed
    assert offered(field) == better
    press(field.input, Qt.Key.Key_Down)
    assert field.value() == better
    assert field.flag == ""


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("Nguyễn Văn 4", "Trong tên có chữ số"),
        ("Nguyễn Văn An 1990", "Trong tên có ngày hoặc năm"),
        ("Nguyễn Văn @An", "Trong tên có dấu lạ"),
    ],
)
def test_what_looks_wrong_is_flagged_when_the_field_is_left(field, typed, why):
    type_text(field.input, typed)
    assert field.flag == ""
    leave(field)
    assert field.flag == why
    field.input.clear()
    type_text(field.input, "Nguyễn Văn An")
    assert field.flag == ""


def test_a_bodys_name_may_hold_digits_and_small_letters(field):
    field.set_is_person(is_person=False)
    type_text(field.input, "Công ty TNHH 3T & con")
    leave(field)
    assert field.flag == offered(field) == ""
    field.set_value("C«ng ty XuÊt nhËp khÈu")
    assert field.flag == "Tên viết bằng mã chữ cũ (TCVN3 hoặc VNI)"


def test_what_was_written_down_before_is_flagged_but_not_spelled_anew(field):
    field.set_value("TRẦN VĂN 4")
    assert field.flag == "Trong tên có chữ số"
    assert offered(field) == ""


def test_look_alikes_become_our_letters_when_the_field_is_left(field):
    type_text(field.input, "Ðinh\u00a0Thị Ðà\u200bo")
    leave(field)
    assert field.input.text() == "Đinh Thị Đào"


def test_a_doubt_of_the_card_stays_until_the_name_is_typed_over(field):
    field.set_value("Hoþng Minh Long")
    field.show_flag("Có chữ cái lạ")
    leave(field)
    assert field.flag == "Có chữ cái lạ"
    field.input.clear()
    type_text(field.input, "Hoàng Minh Long")
    leave(field)
    assert field.flag == ""
