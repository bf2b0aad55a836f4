"""An invented office and its screens, opened in a window of the usual size."""

import pytest

from tests.ui.office.hands import settle
from tests.ui.office_actions import Office
from ui.theme import apply_theme
from ui.work import Work


class Told:
    def __init__(self):
        self.words, self.errors, self.asked = [], [], []

    def offer_undo(self, words, undo, until=None):
        self.words.append(words)
        self.undo = undo

    def tell(self, words, tone=None, act=None):
        self.words.append(words)

    def ask(self, words, acts):
        self.asked.append((words, acts))

    def take(self, error, retry=None):
        self.errors.append(error)


@pytest.fixture
def office():
    return Office()


@pytest.fixture
def told():
    return Told()


@pytest.fixture
def opened(qtbot, qapp, told):
    apply_theme(qapp)
    work = Work()

    def open_screen(make):
        screen = make(work, told)
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
