"""The pile that waits for signature, by keyboard."""

import pytest
from PySide6.QtCore import Qt

from app.answers.certification import by_due_time
from app.domain.certification.books import Book
from app.domain.changes import Changed
from app.domain.workflow.states import DossierState
from app.usecases.certification.books import BookYearRuns
from app.usecases.certification.certifying import NotAwaitingSignature
from tests.ui.desk import bring, key, settle
from tests.ui.recorded_notices import RecordedNotices
from tests.ui.screens.cash.invented import Pile, a_pile
from ui.keys import Key
from ui.screens.signing import SigningScreen
from ui.work import Work

pytestmark = pytest.mark.gui
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def opened(qtbot, qapp):
    works = []

    def open_(pile):
        work = Work()
        works.append(work)
        notices = RecordedNotices()
        screen = SigningScreen(pile.actions(), work, notices)
        screen.notices = notices
        screen.work = work
        bring(qtbot, screen)
        screen.on_shown()
        settle(qtbot, work)
        return screen

    yield open_
    for work in works:
        work.close()


def test_what_is_due_first_stands_first_and_what_has_no_time_last():
    rows = by_due_time(reversed(a_pile(8)))
    assert [row.dossier_id for row in rows] == [1, 2, 3, 4, 5, 6, 8, 7]


def test_ticked_dossiers_are_marked_signed_together_after_one_question(qtbot, opened):
    pile = Pile()
    screen = opened(pile)
    key(screen, Qt.Key.Key_Space)
    key(screen, Qt.Key.Key_Down)
    key(screen, Qt.Key.Key_Down)
    key(screen, Qt.Key.Key_Space)
    assert "Đã ký 2 hồ sơ" in screen.signed_button.text()
    key(screen, Qt.Key.Key_K, ALT)
    assert screen.confirm.question.startswith("2 hồ sơ · 6 giấy tờ · 10 bản đã ký")
    assert pile.signed == []
    with qtbot.waitSignal(screen.changed) as changed:
        key(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen.work)
    assert pile.signed == [(1, 3)]
    assert changed.args == [Changed.DOSSIERS | Changed.OUTBOX]
    (said,) = screen.notices.words
    assert said.startswith("Đã ký xong 2 hồ sơ")
    assert screen.strip.text() == ""
    assert [row.dossier_id for row in screen.table.pile] == [2, 4]
    assert screen.table.hasFocus()


def test_a_pile_signed_by_mistake_is_taken_back_whole(qtbot, opened):
    pile = Pile()
    screen = opened(pile)
    key(screen, Qt.Key.Key_A, CONTROL)
    key(screen, Qt.Key.Key_K, ALT)
    assert "Đã ký 4 hồ sơ?" in screen.confirm.yes.text()
    key(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen.work)
    (undo,) = screen.notices.undo
    with qtbot.waitSignal(screen.changed):
        undo()
    assert pile.taken_back == [(1, 2, 3, 4)]
    assert screen.notices.words[-1].startswith("Đã hoàn tác 4 hồ sơ")


def test_the_whole_pile_is_signed_with_three_keys(qtbot, opened):
    pile = Pile(rows=a_pile(200))
    screen = opened(pile)
    key(screen, Qt.Key.Key_A, CONTROL)
    key(screen, Qt.Key.Key_K, ALT)
    key(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen.work)
    assert len(pile.signed[0]) == 200
    assert screen.empty.isVisible()


def test_control_a_twice_takes_every_tick_away(opened):
    screen = opened(Pile())
    key(screen, Qt.Key.Key_A, CONTROL)
    key(screen, Qt.Key.Key_A, CONTROL)
    assert screen.table.chosen() == ()


def test_without_a_tick_the_dossier_pointed_at_is_meant_and_named(qtbot, opened):
    screen = opened(Pile())
    key(screen, Qt.Key.Key_Down)
    key(screen, Qt.Key.Key_K, ALT)
    assert "H37.99.1-261123-0002" in screen.confirm.question
    assert "261123-0002" in screen.confirm.yes.text()


def test_esc_answers_no(opened):
    pile = Pile()
    screen = opened(pile)
    key(screen, Qt.Key.Key_K, ALT)
    assert screen.go_back()
    assert (screen.confirm.question, pile.signed) == ("", [])
    assert not screen.go_back()


def test_a_refusal_is_said_and_ticks_stay(qtbot, opened):
    refusal = NotAwaitingSignature(code="H37.99.1-261123-0002", state=DossierState.STOPPED)
    screen = opened(Pile(refuses=refusal))
    key(screen, Qt.Key.Key_A, CONTROL)
    key(screen, Qt.Key.Key_K, ALT)
    key(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen.work)
    assert "không còn chờ ký" in screen.strip.text()
    assert len(screen.table.chosen()) == 4


def test_enter_opens_the_dossier_pointed_at(qtbot, opened):
    screen = opened(Pile())
    key(screen, Qt.Key.Key_Down)
    with qtbot.waitSignal(screen.dossier_wanted) as wanted:
        key(screen, Qt.Key.Key_Return)
    assert wanted.args == [2]


def test_codes_are_never_cut_short(opened):
    screen = opened(Pile())
    table = screen.table
    assert table.columnWidth(0) >= table.sizeHintForColumn(0)


def test_an_empty_pile_says_what_will_stand_there(opened):
    screen = opened(Pile(rows=()))
    assert screen.empty.isVisible()
    assert not screen.signed_button.isVisible()
    key(screen, Qt.Key.Key_K, ALT)
    assert screen.confirm.question == ""


def test_a_book_is_looked_at_printed_and_folded_away_by_keys(qtbot, opened):
    pile = Pile()
    screen = opened(pile)
    key(screen, Qt.Key.Key_Q, ALT)
    settle(qtbot, screen.work)
    card = screen.books
    assert card.period.value() == "11/2026"
    assert card.summary.text() == "11/2026: 0 số, 0 bản."
    assert card.blocks.text().splitlines() == [
        "Khối 01–3000, quầy 1: đã cấp 57 số, còn trống 58–3000.",
        "Khối 3001–6000, quầy 2: ở dữ liệu của quầy đó.",
    ]
    assert screen.take_key(Key.REPRINT)
    settle(qtbot, screen.work)
    ((what, printed),) = pile.books
    assert (what, printed.book, printed.month) == ("printed", Book.COPIES, 11)
    assert screen.go_back()
    assert card.isHidden()
    assert not screen.take_key(Key.REPRINT)


def test_a_book_is_closed_only_by_pressing_twice(qtbot, opened):
    pile = Pile()
    screen = opened(pile)
    key(screen, Qt.Key.Key_Q, ALT)
    settle(qtbot, screen.work)
    card = screen.books
    card.close_button.click()
    assert pile.books == []
    assert "Bấm lần nữa" in card.close_button.text()
    card.close_button.click()
    settle(qtbot, screen.work)
    assert pile.books == [("closed", (Book.COPIES, 2026))]
    assert "số không dùng: 58–3000" in card.blocks.text()
    assert card.close_button.isHidden()
    assert card.volume_button.isHidden()


def test_a_refused_closing_and_a_period_that_is_none_say_why(qtbot, opened):
    pile = Pile()
    screen = opened(pile)
    key(screen, Qt.Key.Key_Q, ALT)
    settle(qtbot, screen.work)
    pile.refuses = BookYearRuns(book="SCT/BS", year=2026)
    for _ in range(2):
        screen.books.close_button.click()
    settle(qtbot, screen.work)
    assert "từ ngày 31/12/2026" in screen.books.strip.text()
    screen.books.period.set_value("13/2026")
    screen.books.period.entered.emit()
    assert screen.books.period.has_problem


def test_before_the_pile_is_known_nothing_is_said_of_it_and_no_button_moves(qtbot, qapp):
    work = Work()
    screen = SigningScreen(Pile().actions(), work, RecordedNotices())
    bring(qtbot, screen)
    assert not screen.empty.isVisible(), "nobody knows yet whether something waits"
    before = screen.books_button.geometry()
    screen.on_shown()
    settle(qtbot, work)
    assert screen.signed_button.isVisible()
    assert screen.books_button.geometry() == before
    work.close()
