"""An invented office and its screens, opened in a window of the usual size."""

import pytest

from tests.ui.screens.hands import settle
from tests.ui.screens.invented_office import Office
from ui.theme import apply_theme
from ui.work import Work


class RecordedNotices:
    def __init__(self):
        self.words, self.errors, self.asked = [], [], []

    def offer_undo(self, words, undo, until=None):
        self.words.append(words)
        self.undo = undo

    def notify(self, words, tone=None, action=None):
        self.words.append(words)

    def ask(self, words, actions):
        self.asked.append((words, actions))

    def take(self, error, retry=None):
        self.errors.append(error)


@pytest.fixture
def office():
    return Office()


@pytest.fixture
def notices():
    return RecordedNotices()


@pytest.fixture
def opened(qtbot, qapp, notices):
    apply_theme(qapp)
    work = Work()

    def open_screen(make):
        screen = make(work, notices)
        screen.work = work
        qtbot.addWidget(screen)
        screen.resize(1274, 712)
        with qtbot.waitActive(screen):
            screen.show()
            screen.activateWindow()
        screen.on_shown()
        settle(qtbot, work)
        return screen

    yield open_screen
    work.close()
