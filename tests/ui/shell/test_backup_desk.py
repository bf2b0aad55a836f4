"""The office is saved while one works and before the window closes; nobody waits for it."""

import threading
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from app.answers.safety import BackupRound, PlaceDone, TrialFacts
from app.domain.safety.schedule import Occasion
from tests.ui.desk import desk_in_front, key, settle
from tests.ui.invented import MONDAY, Office

pytestmark = pytest.mark.gui
MADE = BackupRound((PlaceDone("D:", "D:", "D:/a.mcbk"),))
FAILED = BackupRound((PlaceDone("D:", "D:/Sao", failure="ổ đĩa đầy"),))


class Held:
    """A copy that is made only when it is let go on, and can be stopped until then."""

    def __init__(self, found=MADE):
        self.found = found
        self.go_on = threading.Event()
        self.stopped = False

    def __call__(self, progress):
        try:
            while not self.go_on.wait(0.01):
                progress(1, 4)
        except BaseException:
            self.stopped = True
            raise
        return self.found


@pytest.fixture
def office():
    return Office()


@pytest.fixture
def window(qtbot, office):
    with desk_in_front(qtbot, office) as window:
        window.tools.keep_saved()
        settle(qtbot, window._work)
        yield window


def ticks(qtbot, window, *minutes):
    for minute in minutes:
        window.ticker.ticked.emit(MONDAY + timedelta(minutes=minute))
        settle(qtbot, window._work)


def card_of(window):
    return window.tools.backup_desk.card


def test_every_five_minutes_it_is_looked_whether_a_copy_is_due(qtbot, office, window):
    ticks(qtbot, window, *range(11))
    assert office.saved == [Occasion.HOUR] * 3
    assert office.asked.count("trial") == 3


def test_a_copy_that_takes_long_is_made_once_and_holds_nothing_up(qtbot, office, window):
    office.save = held = Held()
    for minute in (0, 5, 10):
        window.ticker.ticked.emit(MONDAY + timedelta(minutes=minute))
    qtbot.waitUntil(lambda: office.saved == [Occasion.HOUR])
    answers = []
    window._work.writing.run(window, lambda: 1, answers.append)
    window._work.reading.run(window, lambda: 2, answers.append)
    qtbot.waitUntil(lambda: sorted(answers) == [1, 2])
    held.go_on.set()
    settle(qtbot, window._work)
    assert office.saved == [Occasion.HOUR]


def test_a_failed_trial_is_loud_and_leads_to_the_card(qtbot, office, window):
    office.tried = TrialFacts(MONDAY, "D:/a.mcbk", failure="Tệp bị cắt.")
    ticks(qtbot, window, 0)
    [toast] = [one for one in window.notices.toasts if one.asks]
    assert "Khôi phục thử bản sao lưu không được: Tệp bị cắt." in toast.words


def test_with_nothing_changed_the_window_closes_at_once_and_shows_no_card(qtbot, office, window):
    assert not window.close()
    qtbot.waitUntil(window.isHidden)
    assert office.saved == [Occasion.CLOSE]
    assert card_of(window) is None


def test_while_it_is_copied_the_window_says_so_and_closes_by_itself(qtbot, office, window):
    office.save = held = Held()
    window.close()
    qtbot.waitUntil(lambda: card_of(window) is not None and card_of(window).isVisible())
    assert "Đang sao lưu trước khi đóng" in card_of(window).title.text()
    qtbot.waitUntil(lambda: card_of(window).progress.text() == "Đã xong 25%")
    key(window, Qt.Key.Key_Return)  # a stray Enter neither skips nor stays
    assert window.isVisible()
    held.go_on.set()
    qtbot.waitUntil(window.isHidden)
    assert not held.stopped


def test_the_copy_can_be_left_out(qtbot, office, window):
    office.save = held = Held()
    window.close()
    qtbot.waitUntil(lambda: card_of(window) is not None)
    card_of(window).skip.click()
    qtbot.waitUntil(window.isHidden)
    assert held.stopped


def test_the_window_can_be_kept_open_after_all(qtbot, office, window):
    office.save = held = Held()
    window.close()
    qtbot.waitUntil(lambda: card_of(window) is not None)
    key(card_of(window), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: held.stopped)
    settle(qtbot, window._work)
    assert window.isVisible()
    assert window.overlays.card is None
    office.save = lambda _: MADE
    window.close()
    qtbot.waitUntil(window.isHidden)


def test_a_copy_that_fails_before_closing_is_said_and_the_window_waits(qtbot, office, window):
    office.save = lambda _: FAILED
    window.close()
    qtbot.waitUntil(lambda: card_of(window) is not None)
    card = card_of(window)
    assert card.progress.text() == "■ D:/Sao: ổ đĩa đầy"
    assert window.isVisible()
    assert card.skip.text() == "Đóng"
    card.skip.click()
    qtbot.waitUntil(window.isHidden)


def test_one_place_saved_is_enough_to_close(qtbot, office, window):
    office.save = lambda _: BackupRound(MADE.done + FAILED.done)
    window.close()
    qtbot.waitUntil(window.isHidden)


def test_a_bug_while_saving_is_shown_and_the_window_can_be_closed(qtbot, office, window, caplog):
    def broken(_):
        raise ZeroDivisionError

    office.save = broken
    window.close()
    qtbot.waitUntil(lambda: card_of(window) is not None)
    assert window.isVisible()
    assert "ZeroDivisionError" in caplog.text
    caplog.clear()
    card_of(window).skip.click()
    qtbot.waitUntil(window.isHidden)


def test_another_round_under_way_is_waited_for(qtbot, office, window):
    answers = [BackupRound(is_busy=True), MADE]
    office.save = lambda _: answers.pop(0)
    window.close()
    qtbot.waitUntil(window.isHidden)
    assert answers == []


def test_closing_stops_the_hourly_copy_and_makes_its_own(qtbot, office, window):
    office.save = held = Held()
    window.ticker.ticked.emit(MONDAY)
    qtbot.waitUntil(lambda: office.saved == [Occasion.HOUR])
    window.close()
    qtbot.waitUntil(lambda: held.stopped)
    held.go_on.set()
    qtbot.waitUntil(window.isHidden)
    assert office.saved == [Occasion.HOUR, Occasion.CLOSE]


def test_a_session_that_ends_waits_for_nobody(office, window, monkeypatch):
    monkeypatch.setattr("ui.shell.backup_desk._session_ends", lambda: True)
    assert window.close()
    assert office.saved == []
