"""The window on an invented office, with screens that only remember what they were told."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.wording import refusals
from tests.ui.invented import OFFICE, Office
from ui.intake_place import IntakePlace
from ui.screen import DossierPlace, Place
from ui.screens.home.screen import HomeScreen
from ui.shell.tools import Tools
from ui.shell.window import DeskWindow
from ui.theme import apply_theme
from ui.work import Work


class Opened(DossierPlace):
    """Remembers what it was told to show."""

    def __init__(self):
        super().__init__()
        self.shown: list[int] = []
        self.codes: list[str] = []
        self.takes_codes = False

    def show_dossier(self, dossier_id, key=""):
        self.shown.append(dossier_id)

    def take_code(self, code, *, is_meant):
        self.codes.append(code)
        return self.takes_codes


class NewDossier(IntakePlace):
    """Remembers with what it was begun."""

    def __init__(self):
        super().__init__()
        self.begun: list[str] = []
        self.cards: list = []
        self.kept = 0

    def keep_typed(self):
        self.kept += 1
        return True

    def take_procedure(self, choice):
        self.begun.append(choice.name)

    def take_person(self, offer):
        self.begun.append(offer.applicant.full_name)

    def take_code(self, code, *, is_meant):
        self.begun.append(code)
        return is_meant

    def take_card(self, card):
        self.begun.append(card.personal_id.value)
        self.cards.append(card)
        return True


def a_window(office: Office, work: Work, screens, actions=None) -> DeskWindow:
    """The window with these screens and all its tools, not yet shown."""
    window = DeskWindow(work, office.clock, refusals.say, OFFICE, screens, lambda: None)
    window.add_screens(screens)
    window.equip(Tools(window, actions or office.shell_actions(), work, office.clock))
    window.go(Place.HOME)
    return window


@contextmanager
def desk_in_front(qtbot, office: Office) -> Iterator[DeskWindow]:
    """The window in front, its home screen filled, listening to scanners."""
    apply_theme(QApplication.instance())
    work = Work()
    window = a_window(
        office,
        work,
        {
            Place.HOME: lambda notices: HomeScreen(office.home_actions(), work, notices),
            Place.INTAKE: lambda _notices: NewDossier(),
            Place.DOSSIER: lambda _notices: Opened(),
        },
    )
    bring(qtbot, window, high=768)
    window.start()
    window.tools.listen()
    settle(qtbot, work)
    yield window
    window.close()


def bring(qtbot, widget, *, wide: int = 1_366, high: int = 712):
    """The widget in front, as large as the smallest screen leaves it."""
    qtbot.addWidget(widget)
    widget.resize(wide, high)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()


def settle(qtbot, work: Work) -> None:
    """Wait until what was asked is answered."""
    qtbot.waitUntil(lambda: work.is_idle)


def key(widget, code: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(widget.focusWidget() or widget, code, modifier)
