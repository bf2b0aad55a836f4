"""Another theme and text size, chosen while a screen is open: all of it follows at once."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea

from tests.ui.desk import a_window
from tests.ui.invented import Office
from tests.ui.recorded_notices import RecordedNotices
from tests.ui.screens.dossier.invented import Cabinet, a_long_dossier
from tests.ui.screens.intake.hands import choose
from tests.ui.screens.intake.hands import settle as settle_intake
from tests.ui.screens.intake.invented import Desk
from tests.ui.screens.invented_office import Office as OfficeActions
from ui.screen import Place
from ui.screens.dossier import DossierScreen
from ui.screens.dossier.life.action_kind import ActionKind
from ui.screens.home.screen import HomeScreen
from ui.screens.intake import IntakeScreen
from ui.screens.reference_data import ReferenceScreen
from ui.screens.settings import SettingsScreen
from ui.theme import apply_theme
from ui.work import Work

pytestmark = pytest.mark.gui

PATIENCE_MS = 20_000
FORMER, WANTED = ("light", 100), ("dark", 150)


def a_desk_window(_qtbot, work):
    office = Office()
    return a_window(
        office, work,
        {
            Place.HOME: lambda notices: HomeScreen(office.home_actions(), work, notices),
            Place.DOSSIER: lambda notices: DossierScreen(
                Cabinet(a_long_dossier()).actions(), work, notices
            ),
        },
    )  # fmt: skip


def at_home(_qtbot, window):
    window.notices.take(OSError(28, "No space left on device"), retry=lambda: None)


def correcting(qtbot, window):
    window.open_dossier(7)
    qtbot.waitUntil(lambda: window.work.is_idle)
    window.screen_at(Place.DOSSIER).begin(ActionKind.CORRECT)
    field = window.focusWidget()
    assert isinstance(field, QLineEdit)
    field.home(False)  # a long name scrolls by what is left of a letter


def asking_for_papers(qtbot, window):
    window.open_dossier(7)
    qtbot.waitUntil(lambda: window.work.is_idle)
    window.screen_at(Place.DOSSIER).begin(ActionKind.ASK_PAPERS)
    window.screen_at(Place.DOSSIER).frame.header.copy.setFocus()


def an_intake_screen(_qtbot, work):
    return IntakeScreen(Desk().actions(), work, RecordedNotices())


def filled(qtbot, screen):
    choose(qtbot, screen, "hon nhan")
    screen.papers.tick_musts()
    screen.applicant.toggle_representative()
    screen.focus_first()
    settle_intake(qtbot, screen)
    for area in screen.findChildren(QScrollArea):  # larger letters had to be scrolled
        area.verticalScrollBar().setValue(0)


def choosing_a_case(qtbot, screen):
    choose(qtbot, screen, "ho ngheo")


def looking_at_the_receipt(qtbot, screen):
    choose(qtbot, screen, "hon nhan")
    screen.frame.toggle_large()
    settle_intake(qtbot, screen)


def settings(_qtbot, work):
    return SettingsScreen(OfficeActions().settings_actions(), work, RecordedNotices())


def reference(_qtbot, work):
    return ReferenceScreen(OfficeActions().reference(), work, RecordedNotices())


def as_it_opens(_qtbot, _screen):
    pass


@pytest.fixture
def look_back(qapp):
    flash = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)  # a caret that blinks is another picture each time
    yield qapp
    qapp.setCursorFlashTime(flash)
    apply_theme(qapp)


def opened(qtbot, make, bring, look):
    """The widget as it stands under `look`, and its queues."""
    apply_theme(QApplication.instance(), *look)
    work = Work()
    widget = make(qtbot, work)
    widget.work = work
    widget.resize(1_366, 740)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    if hasattr(widget, "on_shown"):
        widget.on_shown()
    qtbot.waitUntil(lambda: work.is_idle)
    bring(qtbot, widget)
    qtbot.waitUntil(lambda: work.is_idle)
    return widget


def close(widget):
    widget.hide()
    widget.work.close()
    widget.deleteLater()
    QApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize(
    ("make", "bring"),
    [
        (a_desk_window, at_home),
        (a_desk_window, correcting),
        (a_desk_window, asking_for_papers),
        (an_intake_screen, filled),
        (an_intake_screen, choosing_a_case),
        (an_intake_screen, looking_at_the_receipt),
        (settings, as_it_opens),
        (reference, as_it_opens),
    ],
)
def test_a_screen_dressed_anew_looks_as_one_opened_anew(qtbot, look_back, make, bring):
    fresh = opened(qtbot, make, bring, WANTED)
    # Icons are drawn a moment after everything else.
    seen = []
    qtbot.waitUntil(lambda: is_still(fresh, seen), timeout=PATIENCE_MS)
    wanted = seen[-1]
    close(fresh)
    dressed = opened(qtbot, make, bring, FORMER)
    apply_theme(look_back, *WANTED)
    qtbot.waitUntil(lambda: dressed.grab().toImage() == wanted, timeout=PATIENCE_MS)
    close(dressed)


def is_still(widget, seen, times=8):
    """Whether the last pictures of `widget` are all the same."""
    seen.append(widget.grab().toImage())
    return len(seen) >= times and all(one == seen[-1] for one in seen[-times:])
