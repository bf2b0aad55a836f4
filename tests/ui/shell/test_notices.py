"""Notices: refusals, passing trouble, bugs with their number; toasts and the drawer."""

import logging

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.domain.changes import Changed
from app.domain.clock import SetClock
from app.domain.errors import Damaged
from app.domain.text import TextMissing
from app.wording import refusals
from tests.ui.invented import MONDAY
from ui.screen import Action
from ui.shell.notices.announcing import Announcer
from ui.shell.notices.notice_board import MOST_KEPT, MOST_SHOWN, NoticeBoard
from ui.shell.notices.toast import ASKED_MS, SHOWN_MS
from ui.theme import apply_theme
from ui.tokens import Tone

pytestmark = pytest.mark.gui


@pytest.fixture
def window(qtbot, qapp):
    apply_theme(qapp)
    made = QWidget()
    made.input = QLineEdit()
    QVBoxLayout(made).addWidget(made.input)
    qtbot.addWidget(made)
    made.resize(1_000, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.input.setFocus()
    return made


@pytest.fixture
def board(window):
    return NoticeBoard(window, SetClock(MONDAY), refusals.say)


def test_what_is_told_shows_without_taking_the_focus(window, board):
    board.notify("Đã lưu hồ sơ.")
    toast = board.toasts[0]
    assert toast.isVisible()
    assert window.input.hasFocus()
    assert toast.goes_by_itself
    assert toast._timer.interval() == SHOWN_MS == 6_000


def test_a_notice_covers_no_main_button_and_goes_back_once_there_is_none(qtbot, window, board):
    button = QPushButton("Khóa bảng kê", window)
    button.setObjectName("primary")
    button.setGeometry(700, 590, 150, 34)
    button.show()
    board.notify("Đã ký xong 2 hồ sơ, chuyển sang chờ người dân nhận (F4).")
    (toast,) = board.toasts
    assert not toast.geometry().intersects(button.geometry())
    at = toast.geometry()
    button.hide()
    qtbot.waitUntil(lambda: toast.x() > at.x())
    assert toast.y() == at.y()
    button.show()
    qtbot.waitUntil(lambda: toast.geometry() == at)


def test_a_question_takes_neither_focus_nor_escape_and_is_answered_by_a_button(window, board):
    answers = []
    board.notify("Đã lưu hồ sơ.")
    board.ask(
        "Giấy ra đúng không?",
        (
            Action("Đúng", lambda: answers.append("right")),
            Action("In lại", lambda: answers.append("no")),
        ),
    )
    assert window.input.hasFocus()
    assert board.close_last()
    assert not board.close_last()
    (question,) = board.toasts
    assert question.goes_by_itself
    assert question._timer.interval() == ASKED_MS
    QTest.mouseClick(question.buttons[0], Qt.MouseButton.LeftButton)
    assert answers == ["right"]
    assert board.toasts == []


def test_questions_stand_one_at_a_time_each_answered_by_a_key(board):
    said = []

    def asked(name):
        board.ask(
            name,
            (
                Action("Đúng", lambda: said.append((name, "right"))),
                Action("In lại", lambda: said.append((name, "no"))),
            ),
        )

    for name in ("một", "hai", "ba"):
        asked(name)
    assert [toast.words for toast in board.toasts] == ["một"]
    assert [b.text() for b in board.toasts[0].buttons] == ["Đúng   Ctrl+J", "In lại   Ctrl+Shift+J"]
    board.answer(0)
    assert [toast.words for toast in board.toasts] == ["hai"]
    board.answer(1)
    board.toasts[0]._timer.timeout.emit()
    board.answer(0)
    assert said == [("một", "right"), ("hai", "no")]
    assert board.toasts[-1].words == "Không có câu hỏi nào đang chờ trả lời."


def test_an_offer_to_take_back_is_not_pushed_out_by_what_is_said_later(board):
    undone = []
    board.offer_undo("Đã xử lý xong.", lambda: undone.append(1))
    for nth in range(3):
        board.notify(f"Đã ghi gói {nth}.")
    board.on_changed(Changed.OUTBOX | Changed.DOSSIERS)
    board.undo_last()
    assert undone == [1]


def test_what_went_by_is_kept(qtbot, board):
    board.notify("Đã lưu hồ sơ.")
    board.toasts[0]._timer.timeout.emit()
    assert board.toasts == []
    assert [notice.words for notice in board.kept] == ["Đã lưu hồ sơ."]


def test_a_refusal_is_said_in_its_own_sentence(board):
    board.take(TextMissing(field="reason"))
    assert board.toasts[0].words == "Lý do: chưa nhập. Hãy nhập rồi làm tiếp."
    assert board.toasts[0].tone is Tone.DUE_SOON


def test_damage_stays_until_it_is_closed(board):
    board.take(Damaged(seq=3))
    assert not board.toasts[0].goes_by_itself
    assert board.toasts[0].tone is Tone.OVERDUE


def test_passing_trouble_offers_to_try_again_and_stays(board):
    tried = []
    board.take(OSError(28, "No space left on device"), lambda: tried.append(1))
    toast = board.toasts[0]
    assert "ổ đĩa đầy" in toast.words
    assert not toast.goes_by_itself
    QTest.mouseClick(toast.buttons[0], Qt.MouseButton.LeftButton)
    assert tried == [1]
    assert board.toasts == []


def test_a_bug_gets_a_number_that_is_in_the_log_and_can_be_copied(board, caplog):
    secret = "020185001234"
    try:
        int(secret + "x")
    except ValueError as error:
        board.take(error)
    toast = board.toasts[0]
    assert "261123-101500" in toast.words
    assert not toast.goes_by_itself
    logged = caplog.records.copy()
    caplog.clear()
    assert [record.levelno for record in logged] == [logging.ERROR]
    assert "261123-101500" in logged[0].getMessage()
    QTest.mouseClick(toast.buttons[0], Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert "ValueError" in copied
    assert "test_notices.py" in copied
    for text in (copied, logged[0].getMessage(), toast.words):
        assert secret not in text


def test_only_a_few_are_shown_at_once_and_none_covers_another(board):
    for number in range(9):
        board.notify(f"Việc {number} đã xong")
    assert len(board.toasts) == MOST_SHOWN
    assert board.toasts[-1].words == "Việc 8 đã xong"
    boxes = [toast.geometry() for toast in board.toasts]
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[n + 1 :])


def test_a_long_notice_is_shown_whole_inside_the_window(window, board):
    board.notify("Thủ tục chưa có thời hạn giải quyết cho cách nộp này. " * 6)
    toast = board.toasts[0]
    assert window.rect().contains(toast.geometry())
    assert toast._label.height() >= toast._label.heightForWidth(toast._label.width())


def test_the_drawer_keeps_only_so_many(board):
    for number in range(MOST_KEPT + 20):
        board.notify(f"Việc {number}")
    assert len(board.kept) == MOST_KEPT
    assert board.kept[-1].words == f"Việc {MOST_KEPT + 19}"


def test_an_act_closes_its_notice_and_does_what_it_says(board):
    done = []
    board.notify("Đã gửi máy in.", action=Action("In lại", lambda: done.append(1)))
    QTest.mouseClick(board.toasts[0].buttons[0], Qt.MouseButton.LeftButton)
    assert done == [1]
    assert board.toasts == []


def test_an_act_is_taken_back_within_ten_seconds_by_its_button(board):
    done = []
    board.offer_undo("Đã bỏ nháp", lambda: done.append("về"))
    (toast,) = board.toasts
    assert toast._timer.interval() == 10_000
    toast.buttons[0].click()
    assert (done, board.toasts) == (["về"], [])


def test_only_the_last_act_is_offered_back_and_the_key_takes_it(board):
    done = []
    board.offer_undo("Một", lambda: done.append(1))
    board.offer_undo("Hai", lambda: done.append(2))
    assert [toast.words for toast in board.toasts] == ["Hai"]
    board.undo_last()
    assert done == [2]
    board.undo_last()
    assert done == [2]
    assert "Không có việc nào" in board.toasts[-1].words


def test_an_offer_goes_as_soon_as_it_would_be_a_lie(board):
    board.offer_undo("Đã sửa", lambda: None, Changed.PRINTS | Changed.OUTBOX)
    board.on_changed(Changed.DRAFTS)
    assert len(board.toasts) == 1
    board.on_changed(Changed.PRINTS)
    assert board.toasts == []


def test_the_drawer_keeps_the_words_but_no_way_back(board):
    board.offer_undo("Đã bỏ nháp", lambda: None)
    assert (board.kept[-1].words, board.kept[-1].action) == ("Đã bỏ nháp", None)


def test_what_is_said_again_stands_once(board):
    again = []
    for nth in (1, 2):
        board.take(OSError("máy in"), lambda nth=nth: again.append(nth))
    assert len(board.toasts) == 1
    board.toasts[0].buttons[0].click()
    assert again == [2]


@pytest.mark.parametrize(
    ("tone", "politeness"),
    [(Tone.DONE, "Polite"), (Tone.OVERDUE, "Assertive")],
)  # fmt: skip
def test_who_has_the_screen_read_aloud_hears_notices(window, board, monkeypatch, tone, politeness):
    said = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(
        QAccessible,
        "updateAccessibility",
        lambda event: said.append((event.message(), event.politeness().name)),
    )
    board.said.connect(Announcer(window).announce)
    board.notify("Đã lưu hồ sơ.", tone)
    assert said == [("Đã lưu hồ sơ.", politeness)]


def test_the_buttons_of_a_question_follow_its_words_not_the_hand_at_the_right(qtbot, window, board):
    bar = QWidget()
    QVBoxLayout(bar).setContentsMargins(0, 0, 0, 0)
    window.layout().addWidget(bar)
    board.ask_in(bar.layout())
    board.ask("Bản in có đúng không?", (Action("Đúng", list), Action("In lại", list)))
    (question,) = board.toasts
    words = question._label

    def follows():
        right = words.mapTo(window, words.rect().topRight()).x()
        left = question.buttons[0].mapTo(window, question.buttons[0].rect().topLeft()).x()
        is_whole = words.width() >= words.fontMetrics().horizontalAdvance(words.text())
        return is_whole and 0 < left - right < 60

    qtbot.waitUntil(follows)


def test_a_click_on_a_notices_button_leaves_the_keyboard_where_it_was(qtbot, window, board):
    board.notify("Đã lưu hồ sơ.", Tone.DONE, Action("Hoàn tác", lambda: None))
    (button,) = board.toasts[0].buttons
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert board.toasts == []
    assert window.input.hasFocus()
