"""What one field does while a person types, composes, leaves and is refused."""

import unicodedata
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.domain.clock import VIETNAM
from app.domain.dossier.identity import IdKind, Sex
from app.domain.errors import FieldError
from app.domain.text import line
from tests.ui.screens.intake.invented import say
from tests.ui.typing import compose, press, type_text
from ui.widgets.fields.choice import ChipRow, ChoiceField
from ui.widgets.fields.line_field import LineField
from ui.widgets.fields.moment import NotAMoment, read_moment, show_moment
from ui.widgets.fields.personal import (
    AddressField,
    CountField,
    DateField,
    IdNumberField,
    PhoneField,
)
from ui.widgets.fields.text_area import TextArea

pytestmark = pytest.mark.gui

NOW = datetime(2026, 11, 23, 10, 15, tzinfo=VIETNAM)


@pytest.fixture
def name_field(qtbot):
    field = LineField("Họ và tên", say, read=lambda text: line(text, field="n", limit=20))
    qtbot.addWidget(field)
    field.show()
    return field


def test_decomposed_letters_leave_the_field_composed(name_field):
    name_field.input.setText(unicodedata.normalize("NFD", "Nguyễn  Thị Mẩy "))
    assert name_field.value() == "Nguyễn  Thị Mẩy "
    name_field.input.editingFinished.emit()
    assert name_field.input.text() == "Nguyễn Thị Mẩy"
    assert unicodedata.is_normalized("NFC", name_field.input.text())


def test_nothing_is_rewritten_or_reported_while_an_input_method_composes(name_field, qtbot):
    heard = []
    name_field.changed.connect(lambda: heard.append(name_field.value()))
    type_text(name_field.input, "Tra")
    assert heard == ["T", "Tr", "Tra"]
    compose(name_field.input, "ầ")
    name_field.input.editingFinished.emit()
    assert heard == ["T", "Tr", "Tra"]
    assert name_field.input.is_composing
    compose(name_field.input, "", commit="ần")
    assert not name_field.input.is_composing
    assert heard[-1] == "Traần"


def test_a_refusal_keeps_what_was_typed_and_goes_when_typing_goes_on(name_field):
    type_text(name_field.input, "a" * 21)
    name_field.input.editingFinished.emit()
    assert name_field.problem == "Dài quá, tối đa 20 ký tự."
    assert name_field.input.text() == "a" * 21
    type_text(name_field.input, "b")
    assert name_field.problem == ""


def test_a_flag_stays_beside_a_refusal_and_after_it(name_field):
    name_field.show_flag("địa danh cũ")
    name_field.show_problem("Chưa ghi.")
    assert name_field.flag == "địa danh cũ"
    name_field.clear_problem()
    assert name_field.input.property("state") == "flagged"


def test_enter_reads_the_field_and_is_handed_on(name_field, qtbot):
    type_text(name_field.input, "  Lan ")
    with qtbot.waitSignal(name_field.entered, timeout=1000):
        press(name_field.input, Qt.Key.Key_Return)
    assert name_field.input.text() == "Lan"


@pytest.mark.parametrize(
    ("typed", "shown", "iso"),
    [
        ("05031985", "05/03/1985", "1985-03-05"),
        ("5/3/85", "05/03/1985", "1985-03-05"),
        ("1985", "1985", "1985"),
        ("2/1960", "02/1960", "1960-02"),
        ("00/00/1960", "1960", "1960"),
        ("31/2/1985", "31/2/1985", ""),
    ],
)
def test_a_birth_date_is_read_as_clerks_type_it(qtbot, typed, shown, iso):
    field = DateField("Ngày sinh", say, field="applicant.born", today=NOW.date)
    qtbot.addWidget(field)
    type_text(field.input, typed)
    field.input.editingFinished.emit()
    assert field.input.text() == shown
    assert field.iso() == iso
    assert field.has_problem is (iso == "")


def test_an_identity_number_is_doubted_with_its_reasons_and_never_refused(qtbot):
    field = IdNumberField("Số định danh", say, field="applicant.personal_id")
    qtbot.addWidget(field)
    type_text(field.input, "020185001234")
    field.judge(IdKind.PERSONAL_ID, born="1985-03-05", sex=Sex.FEMALE)
    assert field.flag == ""
    field.judge(IdKind.PERSONAL_ID, born="1986", sex=Sex.MALE)
    assert field.flag == "khác giới tính · khác năm sinh"
    assert not field.has_problem


def test_a_telephone_number_is_shown_in_groups_once_left(qtbot):
    field = PhoneField("Điện thoại", say, field="applicant.phone")
    qtbot.addWidget(field)
    type_text(field.input, "0912.345.678")
    field.input.editingFinished.emit()
    assert field.input.text() == "0912 345 678"
    field.set_value("12")
    field.input.editingFinished.emit()
    assert field.problem == "Số điện thoại có 8 đến 15 chữ số."


def test_up_and_down_change_a_count_within_its_bounds(qtbot):
    field = CountField("Số bộ", say, field="sets", least=1, most=3)
    qtbot.addWidget(field)
    for _ in range(5):
        press(field.input, Qt.Key.Key_Up)
    assert field.count() == 3
    for _ in range(5):
        press(field.input, Qt.Key.Key_Down)
    assert field.count() == 1
    field.input.setText("nhiều")
    with pytest.raises(FieldError):
        field.count()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("8:15", "08:15 23/11/2026"),
        ("0815", "08:15 23/11/2026"),
        ("8h", "08:00 23/11/2026"),
        ("8 giờ 05 phút", "08:05 23/11/2026"),
        ("8:15 20/11", "08:15 20/11/2026"),
        ("20/11 8:15", "08:15 20/11/2026"),
        ("8:15 24/11", "08:15 24/11/2025"),
        ("16:30 1/2/24", "16:30 01/02/2024"),
    ],
)
def test_a_time_of_receipt_is_read_with_or_without_its_day(text, shown):
    moment = read_moment(text, now=NOW, field="received_at")
    assert moment is not None
    assert show_moment(moment) == shown


@pytest.mark.parametrize(
    "text", ["25:00", "8:61", "hôm qua", "8:15 31/2", "٨:١٥", "8:15 29/2/2027"]
)
def test_what_is_no_time_is_refused(text):
    with pytest.raises(NotAMoment):
        read_moment(text, now=NOW, field="received_at")


@given(st.text(max_size=30))
def test_any_text_is_a_time_or_a_refusal(text):
    try:
        moment = read_moment(text, now=NOW, field="f")
    except NotAMoment:
        return
    assert moment is None or read_moment(show_moment(moment), now=NOW, field="f") == moment


@given(st.datetimes(min_value=datetime(2000, 1, 1), max_value=datetime(2099, 12, 31)))
def test_a_shown_time_reads_back(naive):
    moment = naive.replace(second=0, microsecond=0, tzinfo=VIETNAM)
    assert read_moment(show_moment(moment), now=NOW, field="f") == moment


def test_a_chip_row_keeps_one_choice_and_wraps_when_narrow(qtbot):
    card = QWidget()
    qtbot.addWidget(card)
    row = ChipRow("Cách nộp", [(n, "Nộp hộ trực tuyến") for n in range(4)], is_small=True)
    row.setParent(card)
    row.setGeometry(0, 0, 2000, 60)
    card.show()
    assert len({chip.y() for chip in row.chips()}) == 1
    row.setGeometry(0, 0, 330, 90)
    qtbot.waitUntil(lambda: len({chip.y() for chip in row.chips()}) == 2, timeout=2000)
    row.choose(2)
    assert row.value() == 2
    assert [chip.isChecked() for chip in row.chips()] == [False, False, True, False]


def test_a_list_of_choices_keeps_what_was_chosen_when_its_offers_change(qtbot):
    field = ChoiceField("Máy in", [("", "mặc định"), ("HP", "HP")])
    qtbot.addWidget(field)
    field.set_value("HP")
    field.set_choices([("", "mặc định"), ("Canon", "Canon")])
    assert field.value() == "HP"


def test_today_is_asked_anew_each_time(qtbot):
    today = [date(2026, 11, 23)]
    field = DateField("Ngày sinh", say, field="f", today=lambda: today[0])
    qtbot.addWidget(field)
    field.input.setText("24/11/2026")
    assert field.iso() == ""
    today[0] = date(2026, 11, 24)
    assert field.iso() == "2026-11-24"


@pytest.mark.parametrize(
    ("typed", "shown", "flag"),
    [
        ("0912345678", "0912 345 678", ""),
        ("+84912345678", "+84 912 345 678", ""),
        ("912345678", "912345678", "thiếu số 0 ở đầu"),
        ("0123456789", "0123 456 789", "không giống số Việt Nam"),
        ("+66812345678", "+66812345678", ""),
    ],
)
def test_a_telephone_that_cannot_be_is_flagged_when_it_is_left(qtbot, typed, shown, flag):
    field = PhoneField("Điện thoại", say, field="phone")
    qtbot.addWidget(field)
    type_text(field.input, typed)
    field.input.editingFinished.emit()
    assert (field.input.text(), field.flag) == (shown, flag)
    type_text(field.input, "1")
    assert field.flag == ""


def test_a_number_of_another_field_in_an_address_is_flagged_when_it_is_left(qtbot):
    field = AddressField("Nơi ở", say, field="address")
    qtbot.addWidget(field)
    type_text(field.input, "0912 345 678")
    field.input.editingFinished.emit()
    assert field.flag == "trong địa chỉ có số điện thoại hoặc số giấy tờ"
    assert field.value() == "0912 345 678"


def test_a_tax_code_whose_check_digit_cannot_be_is_flagged(qtbot):
    field = IdNumberField("Mã số thuế", say, field="personal_id")
    qtbot.addWidget(field)
    type_text(field.input, "4900123456")
    field.judge(IdKind.TAX_CODE, born="", sex=None)
    assert field.flag == "số kiểm tra không khớp"


def test_a_long_name_shows_its_beginning_once_it_is_left(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    field = LineField("Tên doanh nghiệp", say, parent=window)
    other = LineField("Địa chỉ", say, parent=window)
    other.move(0, 100)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    field.input.setFocus()
    type_text(field.input, "Công ty trách nhiệm hữu hạn một thành viên Nguyễn Hoàng")
    assert field.input.cursorPosition() == len(field.value()), "who types sees what they type"
    other.input.setFocus()
    assert field.input.cursorPosition() == 0
    field.input.setFocus()
    type_text(field.input, " Nam")
    assert field.value().endswith("Hoàng Nam"), "typing goes on where the text ends"


def test_letters_typed_on_never_choose_in_a_list_that_is_closed(qtbot):
    field = ChoiceField("Loại số", [(None, "Tự nhận"), ("P", "Hộ chiếu"), ("C", "CMND 9 số")])
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    field.setFocus()
    type_text(field.input, "Hoàng")
    assert field.value() is None
    press(field.input, Qt.Key.Key_Down)
    assert field.value() == "P"


@pytest.mark.parametrize("make", [lambda: LineField("Biên lai", say), lambda: TextArea("Lý do")])
def test_a_key_of_the_table_that_means_nothing_here_types_no_letter(qtbot, make):
    field = make()
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    field.input.setFocus()
    for key in (Qt.Key.Key_P, Qt.Key.Key_7):
        QTest.keyClick(field.input, key, Qt.KeyboardModifier.AltModifier)
    assert field.value() == ""
    QTest.keyClick(field.input, Qt.Key.Key_P)
    assert field.value().endswith("p"), "the same key alone is a letter"
