"""A scanner plugged in as a keyboard: where its keys go, and where they must not."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from app.domain.scanning.likeness import likeness
from ui.shell.scanning.scan_router import ScanRouter, Spoil
from ui.widgets.fields.text_area import TextArea
from ui.widgets.search.input_line import InputLine

pytestmark = pytest.mark.gui
TODAY = date(2026, 11, 26)
CODE = "H37.99.1-261123-0001"
LABEL = "26112300000179"
CARD = "020185001234|081234567|Hoàng Thị Mẩy|05031985|Nữ|Thôn Bản Loỏng, Lạng Sơn|10052021"


class Counter(QWidget):
    """A field, a note and a button before a scanner; times are the system's stamps."""

    def __init__(self) -> None:
        super().__init__()
        self.line = InputLine()
        self.note = TextArea("Ghi chú")
        self.button = QPushButton("Lưu")
        column = QVBoxLayout(self)
        for widget in (self.line, self.note, self.button):
            column.addWidget(widget)
        self.pressed: list[None] = []
        self.entered: list[None] = []
        self.typed: list[str] = []
        self.button.clicked.connect(lambda: self.pressed.append(None))
        self.line.entered.connect(lambda: self.entered.append(None))
        self.line.typed.connect(lambda: self.typed.append(self.line.text()))
        self.router = ScanRouter(lambda text: likeness(text, TODAY), self)
        self.scans: list[str] = []
        self.refusals: list[str] = []
        self.spoils: list[Spoil] = []
        self.router.scanned.connect(self.scans.append)
        self.router.refused.connect(self.refusals.append)
        self.router.spoiled.connect(self.spoils.append)
        self.now = 1_000

    def key(
        self,
        key: Qt.Key,
        text: str = "",
        *,
        after: int,
        repeat: bool = False,
        held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        self.now += after
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, held, text, repeat)
            event.setTimestamp(self.now)
            QApplication.sendEvent(QApplication.focusWidget(), event)

    def letters(self, text: str, *, gap: int) -> None:
        for letter in text:
            self.key(Qt.Key.Key_unknown, letter, after=gap)

    def scan(self, text: str, *, gap: int = 5, end: bool = True) -> None:
        self.now += 500
        self.letters(text, gap=gap)
        if end:
            self.key(Qt.Key.Key_Return, "\r", after=gap)


@pytest.fixture
def counter(qtbot):
    counter = Counter()
    qtbot.addWidget(counter)
    counter.show()
    counter.activateWindow()
    qtbot.waitUntil(counter.isActiveWindow)
    counter.line.setFocus()
    return counter


@pytest.mark.parametrize("gap", [1, 5, 15, 30])
def test_a_scan_leaves_the_field_and_the_cursor_as_they_were(counter, gap):
    counter.line.setText("Hoàng Mẩy")
    counter.line.setSelection(2, 4)
    counter.scan(CARD, gap=gap)
    assert counter.scans == [CARD]
    assert counter.line.text() == "Hoàng Mẩy"
    assert (counter.line.selectionStart(), counter.line.selectedText()) == (2, "àng ")
    assert counter.entered == []


def test_a_scan_in_a_note_of_several_lines_leaves_it_as_it_was(counter):
    counter.note.set_value("dòng một\ndòng hai")
    counter.note.input.setFocus()
    counter.scan(CARD)
    assert counter.scans == [CARD]
    assert counter.note.value() == "dòng một\ndòng hai"


def test_a_scan_without_enter_is_taken_once_it_is_quiet(counter, qtbot):
    counter.scan(CARD, end=False)
    qtbot.waitUntil(lambda: counter.scans == [CARD])
    assert counter.line.text() == ""


def test_a_scan_never_presses_the_button_in_focus(counter):
    counter.button.setFocus()
    counter.scan("020185001234||Nông Văn Ưng|30111999|Nam|Khu 3|02082022")
    assert counter.pressed == []
    assert len(counter.scans) == 1


def test_a_hand_presses_the_button_and_fills_the_field(counter):
    counter.letters("Hoàng Thị Mẩy", gap=70)
    counter.key(Qt.Key.Key_Return, "\r", after=70)
    assert counter.line.text() == "Hoàng Thị Mẩy"
    assert counter.entered == [None]
    counter.button.setFocus()
    counter.key(Qt.Key.Key_Space, " ", after=200)
    assert counter.pressed == [None]
    assert counter.scans == counter.refusals == []


def test_a_burst_that_is_no_code_of_ours_is_typing_after_all(counter):
    counter.line.setText("Thôn ")
    counter.scan("Bản Loỏng")
    assert counter.refusals == ["Bản Loỏng"]
    assert counter.line.text() == "Thôn Bản Loỏng"
    assert counter.typed[-1] == "Thôn Bản Loỏng"
    assert counter.entered == [None]


def test_a_strange_code_on_a_button_is_refused_and_presses_nothing(counter):
    counter.button.setFocus()
    counter.scan("https://example.invalid/a b c")
    assert counter.refusals == ["https://example.invalid/a b c"]
    assert counter.pressed == []


def test_a_held_key_is_no_scan(counter):
    for _ in range(40):
        counter.key(Qt.Key.Key_1, "1", after=12, repeat=True)
    counter.key(Qt.Key.Key_Return, "\r", after=12)
    assert counter.scans == []
    assert counter.line.text() == "1" * 40


def test_the_second_enter_of_a_scanner_is_swallowed_too(counter):
    counter.scan(LABEL)
    counter.key(Qt.Key.Key_Return, "\n", after=4)
    assert counter.entered == []
    counter.key(Qt.Key.Key_Return, "\n", after=400)
    assert counter.entered == [None]


def test_a_backspace_in_a_burst_is_called_a_spoiled_scan(counter):
    counter.letters("0201850012", gap=5)
    counter.key(Qt.Key.Key_Backspace, "\b", after=5)
    counter.letters("34|Hoà|Nu", gap=5)
    counter.key(Qt.Key.Key_Return, "\r", after=5)
    assert counter.spoils == [Spoil.INPUT_METHOD]
    assert counter.scans == counter.refusals == []
    assert counter.line.text() == ""


def test_a_burst_through_an_input_method_is_called_a_spoiled_scan(counter, qtbot):
    for letter in "HOSO2026DD7AA001":
        event = QInputMethodEvent(letter, [])
        QApplication.sendEvent(counter.line, event)
    qtbot.waitUntil(lambda: counter.spoils == [Spoil.INPUT_METHOD])


def test_shift_between_letters_does_not_break_a_scan(counter):
    counter.now += 500
    for letter in CARD:
        if letter.isupper():
            counter.key(Qt.Key.Key_Shift, after=1)
        counter.key(Qt.Key.Key_unknown, letter, after=3)
    counter.key(Qt.Key.Key_Return, "\r", after=3)
    assert counter.scans == [CARD]


def test_keys_after_the_focus_moved_are_no_part_of_the_burst_before(counter, qtbot):
    counter.letters("Hoàng Thị", gap=2)
    counter.note.input.setFocus()
    qtbot.waitUntil(counter.note.input.hasFocus)
    counter.letters("ghi chú", gap=2)
    counter.line.setFocus()
    qtbot.waitUntil(counter.line.hasFocus)
    assert counter.line.text() == "Hoàng Thị"
    assert counter.note.value() == "ghi chú"
    assert counter.scans == []


def test_a_field_that_vanishes_in_the_middle_of_a_scan_is_no_trouble(counter, qtbot):
    counter.letters(CARD, gap=5)
    counter.line.deleteLater()
    QApplication.sendPostedEvents(counter.line, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: len(counter.scans) == 1)


def test_another_window_is_none_of_its_business(counter, qtbot):
    other = Counter()
    qtbot.addWidget(other)
    counter.scan(CARD)
    assert counter.scans == [CARD]
    assert other.scans == other.refusals == []


ALT_PAD = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.KeypadModifier
LATIN_1 = CARD.encode().decode("latin-1")
WINDOWS = CARD.encode().decode("cp1252", errors="replace")


@pytest.mark.parametrize("sent", [LATIN_1, WINDOWS, LATIN_1.replace("\xa0", "")])
@pytest.mark.parametrize("gap", [3, 20, 60])
def test_letters_in_another_alphabet_withdraw_the_scan_whole_with_one_notice(counter, sent, gap):
    counter.line.setText("đã gõ")
    counter.scan(sent, gap=gap)
    assert counter.line.text() == "đã gõ"
    assert counter.spoils == [Spoil.LETTERS]
    assert counter.scans == counter.refusals == counter.entered == []


@pytest.mark.parametrize("gap", [3, 20, 60])
def test_letters_typed_by_alt_and_the_number_pad_withdraw_the_scan_whole(counter, gap):
    counter.now += 500
    for letter in CARD:
        if letter.isascii():
            counter.letters(letter, gap=gap)
            continue
        counter.key(Qt.Key.Key_Alt, after=gap)
        for digit in str(ord(letter)):
            key = Qt.Key(Qt.Key.Key_0 + int(digit))
            counter.key(key, digit, after=gap, held=ALT_PAD)
    counter.key(Qt.Key.Key_Return, "\r", after=gap)
    assert counter.line.text() == ""
    assert counter.spoils == [Spoil.KEYS]
    assert counter.scans == counter.refusals == counter.entered == []


def test_alt_and_the_number_pad_amid_a_scan_call_no_shortcut(counter):
    called = []
    QShortcut(QKeySequence("Alt+1"), counter, lambda: called.append(None))
    counter.letters("0201850012", gap=4)
    QTest.keyClick(counter.line, Qt.Key.Key_1, ALT_PAD)
    assert called == []


@pytest.mark.parametrize("gap", [30, 40, 55, 80])
@pytest.mark.parametrize("text", [CARD, CODE, LABEL, f"]C1{LABEL}", CODE.lower()])
def test_what_reads_as_a_scan_is_one_however_slowly_it_came(counter, text, gap):
    counter.line.setText("đã gõ")
    counter.scan(text, gap=gap)
    assert counter.scans == [text]
    assert counter.line.text() == "đã gõ"
    assert counter.entered == counter.refusals == []


def test_a_slow_scan_without_enter_is_taken_once_it_is_quiet(counter, qtbot):
    counter.scan(CARD, gap=55, end=False)
    qtbot.waitUntil(lambda: counter.scans == [CARD])
    assert counter.line.text() == ""


def test_the_second_enter_of_a_slow_scanner_is_swallowed_too(counter):
    counter.scan(CODE, gap=80)
    counter.key(Qt.Key.Key_Return, "\n", after=80)
    assert (counter.scans, counter.entered) == ([CODE], [])


def test_a_slow_scan_that_comes_in_fast_pieces_is_whole(counter):
    counter.now += 500
    for piece in (CARD[:12], CARD[12:30], CARD[30:]):
        counter.now += 80
        counter.letters(piece, gap=3)
    counter.key(Qt.Key.Key_Return, "\r", after=3)
    assert counter.scans == [CARD]
    assert counter.line.text() == ""
    assert counter.refusals == []


def test_a_slow_scan_presses_no_button(counter):
    counter.button.setFocus()
    counter.scan(CARD, gap=80)
    assert (counter.pressed, counter.scans) == ([], [CARD])


@pytest.mark.parametrize("gap", [30, 40, 50, 80])
@pytest.mark.parametrize("text", ["020185001234", "Hoàng Thị Mẩy", "khai sinh con thứ hai", "1234"])
def test_what_a_quick_hand_types_is_no_scan_and_its_enter_means_enter(counter, text, gap):
    counter.scan(text, gap=gap)
    assert counter.line.text() == text
    assert counter.scans == counter.refusals == counter.spoils == []
    assert counter.entered == [None]
    counter.key(Qt.Key.Key_Return, "\r", after=70)
    assert counter.entered == [None, None]


def test_letters_of_a_quick_hand_are_kept_over_a_short_pause(counter):
    counter.letters("hoàng thị", gap=20)
    counter.now += 70
    counter.letters(" mẩy", gap=20)
    counter.key(Qt.Key.Key_Right, after=20)
    assert counter.line.text() == "hoàng thị mẩy"


def test_a_function_character_sent_as_ctrl_is_part_of_the_scan(counter):
    counter.letters("]C1", gap=3)
    held = Qt.KeyboardModifier.ControlModifier
    counter.key(Qt.Key.Key_BracketRight, "\x1d", after=3, held=held)
    counter.letters(LABEL, gap=3)
    counter.key(Qt.Key.Key_Return, "\r", after=3)
    assert counter.scans == [f"]C1\x1d{LABEL}"]


REST = "ấp, xã Mẫu Sơn, tỉnh Lạng Sơn|02082025"


@pytest.mark.parametrize("gap", [5, 20, 60])
def test_a_part_of_a_code_that_is_refused_leaves_the_field_as_it_was(counter, gap):
    counter.line.setText("Thôn ")
    counter.scan(REST, gap=gap)
    assert counter.line.text() == "Thôn "
    assert counter.refusals == [REST]
    assert counter.entered == counter.scans == []


@pytest.mark.parametrize("rest", [REST, "ấp, xã Mẫu Sơn", "2025"])
def test_the_rest_of_a_scan_that_was_cut_is_kept_nowhere_and_not_spoken_of(counter, rest):
    counter.router.await_rest()
    counter.scan(rest)
    assert counter.line.text() == ""
    assert counter.refusals == counter.scans == counter.entered == []


def test_a_hand_types_behind_a_scan_that_was_cut(counter):
    counter.router.await_rest()
    counter.letters("Thôn Bản", gap=70)
    assert counter.line.text() == "Thôn Bản"
