"""After a loss the window says what is gone, only looks, and goes on for a reason."""

import pytest
from PySide6.QtCore import Qt

from db.records import WitnessBehind
from db.witness.comparing import RecordsLost
from tests.ui.desk import desk_in_front, key, settle
from tests.ui.invented import Office
from ui.screen import Place
from ui.theme import apply_theme

pytestmark = pytest.mark.gui
CODES = ", ".join(f"H37.99.1-261123-{number:04d}" for number in range(4, 16))


def a_loss():
    return RecordsLost(rows=12, what=f"hồ sơ {CODES} và 3 hồ sơ nữa", path="C:\\MotCua\\du-lieu")


@pytest.fixture
def office():
    return Office(loss=a_loss())


@pytest.fixture
def window(qtbot, office):
    with desk_in_front(qtbot, office) as window:
        window.tools.question_loss()
        settle(qtbot, window._work)
        yield window


@pytest.fixture
def desk(window):
    return window.tools.loss_desk


def test_where_nothing_is_lost_nothing_is_asked(qtbot):
    with desk_in_front(qtbot, Office()) as window:
        window.tools.question_loss()
        settle(qtbot, window._work)
        assert window.overlays.card is None


def test_what_is_gone_and_what_to_do_is_said(desk):
    card = desk.card
    assert card.isVisible()
    assert CODES in card.words.text()
    assert "khôi phục bản sao lưu" in card.words.text()
    assert card.look.hasFocus()


@pytest.mark.parametrize("pressed", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_a_stray_key_only_looks_and_the_question_can_be_had_again(
    qtbot, window, desk, office, pressed
):
    key(window, pressed)
    settle(qtbot, window._work)
    assert desk.card is None
    assert office.accepted == []
    window.notices.toasts[-1].buttons[0].click()
    settle(qtbot, window._work)
    assert desk.card.isVisible()


def test_going_on_without_a_reason_is_refused_beside_the_field(qtbot, window, desk, office):
    desk.card.go_on.click()
    settle(qtbot, window._work)
    assert office.accepted == []
    assert "chưa nhập" in desk.card.reason.problem
    assert desk.card.words.height() >= desk.card.words.heightForWidth(desk.card.words.width())
    assert desk.card.reason.input.hasFocus()


def test_the_reason_is_kept_and_everything_is_read_again(qtbot, window, desk, office):
    changed = []
    window.announce_changed = changed.append
    desk.card.reason.set_value("Mất điện, không có bản sao lưu nào đủ")
    desk.card.reason.setFocus()
    key(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window._work)
    assert office.accepted == ["Mất điện, không có bản sao lưu nào đủ"]
    assert desk.card is None
    assert len(changed) == 1
    assert "ghi tiếp được" in window.notices.kept[-1].words


def test_an_acceptance_that_is_refused_says_why_and_keeps_what_was_typed(
    qtbot, window, desk, office
):
    refused = RecordsLost(rows=1, what="x", path="y")

    def refuse(_reason):
        raise refused

    desk._actions = desk._actions._replace(accept=refuse)
    desk.card.reason.set_value("Mất điện")
    desk.card.go_on.click()
    settle(qtbot, window._work)
    assert desk.card.reason.value() == "Mất điện"
    assert window.notices.toasts


def test_tab_goes_round_in_the_card(qtbot, window, desk):
    card = desk.card
    stops = []
    for _ in range(5):
        key(window, Qt.Key.Key_Tab)
        stops.append(window.focusWidget())
    assert stops == [card.restore, card.go_on, card.reason.input, card.look, card.restore]
    key(window, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert card.look.hasFocus()


def test_the_way_to_restoring_is_a_button(qtbot, window, desk, monkeypatch):
    gone = []
    monkeypatch.setattr(window, "go_to_part", lambda *part: gone.append(part))
    desk.card.restore.click()
    assert gone == [(Place.SETTINGS, "backup")]
    assert desk.card is None


def attempt(qtbot, window):
    def lost():
        raise a_loss()

    window._work.writing.run(window, lost, lambda _: None, lambda _: None)
    settle(qtbot, window._work)


def test_a_loss_met_first_by_an_attempt_brings_the_question(qtbot):
    office = Office()
    with desk_in_front(qtbot, office) as window:
        window.tools.question_loss()
        settle(qtbot, window._work)
        office.loss = a_loss()
        attempt(qtbot, window)
        qtbot.waitUntil(lambda: window.tools.loss_desk.card is not None)


def test_who_only_looks_is_reminded_once_however_often_something_is_refused(qtbot, window, desk):
    key(window, Qt.Key.Key_Escape)
    for _ in range(3):
        attempt(qtbot, window)
    assert desk.card is None
    assert sum(toast.asks for toast in window.notices.toasts) == 1
    window.notices.toasts[-1].buttons[0].click()
    settle(qtbot, window._work)
    attempt(qtbot, window)
    assert desk.card.isVisible()


def test_a_witness_that_falls_behind_is_said_once_until_it_knows_all_again(qtbot):
    office = Office()
    with desk_in_front(qtbot, office) as window:
        window.tools.question_loss()
        settle(qtbot, window._work)

        def said_after_a_minute():
            window.ticker.ticked.emit(office.clock.now())
            settle(qtbot, window._work)
            return sum("motcua.head" in notice.words for notice in window.notices.kept)

        office.behind = WitnessBehind(path="motcua.head", why="ổ đĩa đầy")
        assert [said_after_a_minute(), said_after_a_minute()] == [1, 1]
        office.behind = None
        assert said_after_a_minute() == 1
        office.behind = WitnessBehind(path="motcua.head", why="ổ đĩa đầy")
        assert said_after_a_minute() == 2


@pytest.mark.parametrize("look", [("dark", 100), ("light", 150), ("dark", 200)])
def test_the_question_stays_within_the_window_at_another_look_and_size(
    qtbot, qapp, window, desk, look
):
    card = desk.card
    apply_theme(qapp, *look)
    try:
        window.resize(window.width() - 80, window.height() - 40)
        settle(qtbot, window._work)
        assert desk.card is card
        assert window.rect().contains(card.geometry())
    finally:
        apply_theme(qapp)
