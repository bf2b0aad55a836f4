"""The dossier screen in a window of its own, over an invented cabinet."""

import pytest

from tests.ui.recorded_notices import RecordedNotices
from tests.ui.screens.dossier.hands import settle
from ui.screens.dossier import DossierScreen
from ui.theme import apply_theme
from ui.work import Work


@pytest.fixture
def notices():
    return RecordedNotices()


@pytest.fixture
def opened(qtbot, qapp, notices):
    apply_theme(qapp)
    screens = []

    def open_(cabinet, key="", size=(1_366, 712)):
        work = Work()
        screen = DossierScreen(cabinet.actions(), work, notices)
        screen.work = work
        screens.append(screen)
        qtbot.addWidget(screen)
        screen.resize(*size)
        with qtbot.waitActive(screen):
            screen.show()
            screen.activateWindow()
        screen.show_dossier(7, key)
        screen.on_shown()
        settle(qtbot, screen)
        return screen

    yield open_
    for screen in screens:
        screen.work.close()
