"""A form that scrolls ends where its last field does, however large the letters are."""

import pytest

from tests.ui.recorded_notices import RecordedNotices
from tests.ui.screens.intake.gallery import filled, settle
from tests.ui.screens.intake.invented import Desk
from tests.ui.screens.invented_office import Office
from ui.screens.intake import IntakeScreen
from ui.screens.settings import SettingsScreen
from ui.theme import apply_theme
from ui.widgets.layout.form_scroll import FormScroll
from ui.work import Work

pytestmark = pytest.mark.gui

LARGE = 150
INSIDE = (1_240, 700)
"""What a window of 1366 by 768 leaves to a screen."""


@pytest.fixture
def work(qapp):
    apply_theme(qapp, scale=LARGE)
    made = Work()
    yield made
    made.close()
    apply_theme(qapp)


def shown(qtbot, screen, work):
    qtbot.addWidget(screen)
    screen.resize(*INSIDE)
    screen.show()
    screen.on_shown()
    settle(work)
    return screen


def below_the_last(scroll):
    """Pixels between the last field in sight and the end of what scrolls, beside its margin."""
    column = scroll.column
    items = [column.itemAt(nth) for nth in range(column.count())]
    ends = [item.geometry().bottom() + 1 for item in items if item.widget() and not item.isEmpty()]
    return scroll.inside.height() - column.contentsMargins().bottom() - max(ends)


def scrolling(screen):
    forms = screen.findChildren(FormScroll)
    return [one for one in forms if one.isVisible() and one.verticalScrollBar().maximum()]


def test_settings_end_with_their_last_card(qtbot, work):
    screen = shown(
        qtbot, SettingsScreen(Office().settings_actions(), work, RecordedNotices()), work
    )
    assert [below_the_last(one) for one in scrolling(screen)] == [0]


def test_the_columns_of_an_intake_end_with_their_last_field(qtbot, work):
    screen = shown(qtbot, IntakeScreen(Desk().actions(), work, RecordedNotices()), work)
    filled(screen, work)
    assert [below_the_last(one) for one in scrolling(screen)] == [0, 0]
