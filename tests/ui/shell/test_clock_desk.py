"""The question about the clock lies over the window before anything else, and is answered once."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from app.domain.clock_doubt import ClockFacts, doubted, doubts_of
from tests.ui.desk import desk_in_front, key, settle
from tests.ui.invented import MONDAY, Office
from ui.theme import apply_theme

pytestmark = pytest.mark.gui


def a_doubt(offset=timedelta(hours=-8)):
    facts = ClockFacts(MONDAY, offset, MONDAY - timedelta(days=100), 15, is_confirmed_year=True)
    return doubted(facts, doubts_of(facts))


@pytest.fixture
def office():
    return Office(clock_doubt=a_doubt())


@pytest.fixture
def window(qtbot, office):
    with desk_in_front(qtbot, office) as window:
        window.tools.question_clock()
        settle(qtbot, window._work)
        yield window


@pytest.fixture
def desk(window):
    return window.tools.clock_desk


def test_a_believed_clock_asks_nothing(qtbot):
    with desk_in_front(qtbot, Office()) as window:
        window.tools.question_clock()
        settle(qtbot, window._work)
        assert window.overlays.card is None


def test_the_time_and_the_reasons_are_said(desk):
    card = desk.card
    assert card.isVisible()
    assert "19:15 22/11/2026" in card.time.text()
    assert "10:15 23/11/2026" in card.time.text()
    assert "23/11/2026" in card.time.text()
    assert "UTC-08:00" in card.why.text()
    assert "100 ngày" in card.why.text()


def test_enter_looks_again_and_says_nothing_of_the_clock(qtbot, window, desk, office):
    key(window, Qt.Key.Key_Return)
    settle(qtbot, window._work)
    assert office.confirmed == []
    assert desk.card.isVisible()
    office.clock_doubt = None  # it was set right meanwhile
    key(window, Qt.Key.Key_Return)
    settle(qtbot, window._work)
    assert desk.card is None
    assert office.confirmed == []
    assert window.notices.toasts == []


def test_ctrl_enter_says_that_it_is_right(qtbot, window, desk, office):
    asked = office.clock_doubt.doubts
    key(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window._work)
    assert office.confirmed == [asked]
    assert desk.card is None


def test_who_closes_it_is_reminded_and_asked_again(qtbot, window, desk, office):
    key(window, Qt.Key.Key_Escape)
    assert desk.card is None
    toast = window.notices.toasts[-1]
    toast.buttons[0].click()
    settle(qtbot, window._work)
    assert desk.card.isVisible()


def test_an_attempt_refused_for_the_clock_brings_the_question(qtbot, window, desk, office):
    key(window, Qt.Key.Key_Escape)

    def attempt():
        raise a_doubt()

    window._work.writing.run(window, attempt, lambda _: None, lambda _: None)
    settle(qtbot, window._work)
    qtbot.waitUntil(lambda: desk.card is not None)


def test_a_new_day_asks_anew(qtbot, window, desk, office):
    key(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window._work)
    window.ticker.ticked.emit(MONDAY + timedelta(minutes=1))
    settle(qtbot, window._work)
    office.clock_doubt = a_doubt()
    window.ticker.ticked.emit(MONDAY + timedelta(minutes=2))
    settle(qtbot, window._work)
    assert desk.card is None
    window.ticker.ticked.emit(MONDAY + timedelta(days=1))
    settle(qtbot, window._work)
    assert desk.card is None  # somebody may be typing: it is asked at the foot
    window.notices.toasts[-1].buttons[0].click()
    settle(qtbot, window._work)
    assert desk.card.isVisible()


def test_a_minute_that_passes_takes_no_keys_from_who_left_the_question(qtbot, window, desk):
    key(window, Qt.Key.Key_Escape)
    for minutes in (1, 2):
        window.ticker.ticked.emit(MONDAY + timedelta(minutes=minutes))
        settle(qtbot, window._work)
    assert desk.card is None
    assert len(window.notices.toasts) == 1


def test_the_question_that_stands_goes_with_the_clock(qtbot, window, desk, office):
    office.clock_doubt = None
    window.ticker.ticked.emit(MONDAY + timedelta(minutes=1))
    settle(qtbot, window._work)
    assert desk.card is None
    assert window.notices.toasts == []


@pytest.mark.parametrize("look", [("dark", 100), ("light", 150), ("dark", 200)])
def test_the_question_outlives_another_look_and_size(qtbot, qapp, window, desk, look):
    card = desk.card
    apply_theme(qapp, *look)
    try:
        window.resize(window.width() - 80, window.height() - 40)
        settle(qtbot, window._work)
        assert desk.card is card
        assert card.isVisible()
        assert window.rect().contains(card.geometry())
    finally:
        apply_theme(qapp)
