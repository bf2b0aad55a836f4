"""The intake screen in a window of its own, over an invented desk."""

import pytest

from tests.ui.recorded_notices import RecordedNotices
from tests.ui.screens.intake.hands import settle
from tests.ui.screens.intake.invented import Desk
from ui.screens.intake import IntakeScreen
from ui.theme import apply_theme
from ui.work import Work


@pytest.fixture
def desk():
    return Desk()


@pytest.fixture
def notices():
    return RecordedNotices()


@pytest.fixture
def screen(qtbot, qapp, desk, notices):
    apply_theme(qapp)
    work = Work()
    made = IntakeScreen(desk.actions(), work, notices)
    made.work = work
    qtbot.addWidget(made)
    made.resize(1274, 712)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.on_shown()
    settle(qtbot, made)
    yield made
    work.close()
