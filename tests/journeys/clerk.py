"""A clerk at the real window: reads what is in sight, touches nothing but the keyboard."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.__main__ import loaders
from app.composition.parts import Sitting
from app.composition.session.session import Session
from app.composition.window import OpenDesk, application
from app.demo.settle import settle as wait_until_quiet
from app.domain.actor import PROGRAM
from app.domain.clock import Clock
from app.domain.dossier.dossier import Dossier
from app.usecases.desk import Desk
from app.usecases.queries import lookup
from app.usecases.safety import verification
from tests.ui.typing import scan_text, type_text
from ui.screen import Place
from ui.screens.cash import CashScreen
from ui.screens.dossier.screen import DossierScreen
from ui.screens.exchange import ExchangeScreen
from ui.screens.home.screen import HomeScreen
from ui.screens.intake.screen import IntakeScreen
from ui.screens.settings.screen import SettingsScreen
from ui.screens.signing import SigningScreen
from ui.shell.window import DeskWindow
from ui.widgets.text.unbroken import WORD_JOINER

PATIENCE_MS = 60_000
_MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
}
_NAMES = {"Enter": "Return", "Esc": "Escape", "+": "Plus", "-": "Minus"}


class Clerk:
    """One sitting from opening the window to closing it."""

    def __init__(self, qtbot, folder: Path, clock: Clock, *, officer: str = "") -> None:
        self._qtbot = qtbot
        self.folder = folder
        self.clock = clock
        self._open = OpenDesk(application(), Sitting(folder, clock, officer), loaders())
        self._is_gone = False

    # Opening and closing

    def sit_down(self) -> "Clerk":
        """Open the window and wait until the keyboard is listened to."""
        self._open.open()
        self.wait_active()
        return self

    def wait_active(self) -> None:
        window = self._open.window
        window.showNormal()
        window.resize(1_366, 768)
        window.activateWindow()
        self.wait(lambda: QApplication.activeWindow() is window)
        if isinstance(window, DeskWindow):
            self.wait(self.is_idle)

    def leave(self) -> None:
        """Close the window as the cross does; nothing happens the second time."""
        if self._is_gone:
            return
        self._is_gone = True
        window = self._open.window
        if window is not None:
            window.close()
        self._open.close()
        if window is not None:
            window.deleteLater()
            QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)

    def check(self) -> verification.Verified:
        """Close the window, then `verify` pages and records."""
        self.leave()
        verification.verify_pages(self.folder)
        session = Session(self.folder, self.clock)
        try:
            return verification.verify_records(session.desk, PROGRAM)
        finally:
            session.close()

    # The keyboard

    def key(self, keys: str, times: int = 1) -> "Clerk":
        """Press a key as it is written on the screen: ``F9``, ``Ctrl+Space``, ``Alt+B``."""
        *held, name = keys.split("+") if keys != "+" else ["+"]
        modifiers = Qt.KeyboardModifier.NoModifier
        for one in held:
            modifiers |= _MODIFIERS[one]
        code = Qt.Key[f"Key_{_NAMES.get(name, name)}"]
        for _ in range(times):
            assert QGuiApplication.focusWindow() is not None, "no window hears the keyboard"
            QTest.keyClick(QGuiApplication.focusWindow(), code, modifiers)
        return self

    def type(self, text: str) -> "Clerk":
        """Type where the focus is, letter by letter."""
        for letter in text:
            focused = QApplication.focusWidget()
            assert focused is not None, "the keyboard is heard by nothing"
            type_text(focused, letter)
        return self

    def scan(self, text: str) -> "Clerk":
        """Hold something under the scanner, which types it and Enter where the focus is."""
        scan_text(text)
        return self

    def paste(self, text: str) -> "Clerk":
        """Put `text` in from the clipboard."""
        QGuiApplication.clipboard().setText(text)
        return self.key("Ctrl+V")

    def tab_to(self, name: str) -> "Clerk":
        """Press Tab until the field of that name has the focus; what is in brackets may be left."""
        for _ in range(120):
            if self.focus.partition(" (")[0] == name:
                return self
            self.key("Tab")
        raise AssertionError(f"Tab never comes to {name}")

    # What is in sight

    @property
    def window(self) -> DeskWindow:
        window = self._open.window
        assert isinstance(window, DeskWindow)
        return window

    @property
    def first_questions(self):
        """The first questions, None once they are answered."""
        window = self._open.window
        return None if isinstance(window, DeskWindow) else window.centralWidget()

    @property
    def work(self):
        return self._open.work

    @property
    def session(self) -> Session:
        return self._open.rest().session

    @property
    def desk(self) -> Desk:
        return self._open.rest().session.desk

    @property
    def focus(self) -> str:
        """The name of what the keyboard is heard by."""
        focused = QApplication.focusWidget()
        return "" if focused is None else name_of(focused)

    @property
    def home(self) -> HomeScreen:
        return self.window.screen_at(Place.HOME)

    @property
    def intake(self) -> IntakeScreen:
        return self.window.screen_at(Place.INTAKE)

    @property
    def dossier(self) -> DossierScreen:
        return self.window.screen_at(Place.DOSSIER)

    @property
    def exchange(self) -> ExchangeScreen:
        return self.window.screen_at(Place.EXCHANGE)

    @property
    def signing(self) -> SigningScreen:
        return self.window.screen_at(Place.SIGNING)

    @property
    def cash(self) -> CashScreen:
        return self.window.screen_at(Place.CASH)

    @property
    def settings(self) -> SettingsScreen:
        return self.window.screen_at(Place.SETTINGS)

    @property
    def said(self) -> list[str]:
        """Everything the window said in passing."""
        return [notice.words for notice in self.window.notices.kept]

    def sees(self, words: str) -> bool:
        """Whether `words` stand in a label or button in sight."""
        return any(
            words in text
            for one in self._open.window.findChildren(QWidget)
            if one.isVisible() and (text := _text_of(one))
        )

    def is_idle(self) -> bool:
        return self.work.is_idle

    def settle(self) -> None:
        """Wait until nothing more comes by itself: one answer may lead to the next question."""
        wait_until_quiet(self.work)

    def wait(self, condition: Callable[[], object], patience_ms: int = PATIENCE_MS) -> None:
        self._qtbot.waitUntil(lambda: bool(condition()), timeout=patience_ms)

    # What a clerk does every day

    def take_in(self, *fields: str, procedure: str, ticks: str | None = "all") -> "Clerk":
        """F2, the applicant's fields with Enter between them, a procedure, its papers.

        The fourth field is the sex, past which Enter goes where the number tells it.
        """
        self.key("F2")
        self.wait(lambda: self.focus == "Số định danh")
        for nth, text in enumerate(fields):
            if nth != 3 or self.focus.startswith("Giới tính"):
                self.type(text).key("Enter")
        self.tab_to("Thủ tục")
        self.choose_procedure(procedure)
        if ticks == "all":
            self.key("Ctrl+Space")
        return self

    def choose_procedure(self, text: str) -> "Clerk":
        """Type into the search of procedures and take the first one found."""
        panel = self.intake.procedure
        former = panel.version
        self.type(text)
        self.wait(lambda: panel.search.list.currentIndex().isValid() and self.is_idle())
        self.key("Enter")
        self.wait(lambda: panel.version not in {None, former} and self.is_idle())
        return self

    def save(self, keys: str = "F9") -> Dossier:
        """Save; the dossier just registered."""
        saving = self.intake.saving
        former = saving.last
        self.key(keys)
        self.wait(lambda: saving.last is not former or self.intake.frame.problems.isVisible())
        assert saving.last is not former, self.problems()
        self.wait(self.is_idle)
        return self.stored(saving.last.dossier_id)

    def stored(self, dossier_id: int) -> Dossier:
        return lookup.dossier_view(self.desk, PROGRAM, dossier_id).dossier

    def problems(self) -> list[str]:
        """What the intake screen names as wrong."""
        strip = self.intake.frame.problems
        return [text for one in strip.findChildren(QWidget) if (text := _text_of(one))]

    def find(self, text: str) -> "Clerk":
        """F3, type, open the first found."""
        self.key("F3").type(text)
        self.wait(lambda: self.window.tools.search.results.isVisible() and self.is_idle())
        self.key("Enter")
        self.wait(lambda: self.window.place is Place.DOSSIER and self.dossier.view is not None)
        self.wait(self.is_idle)
        return self

    def do(self, keys: str) -> "Clerk":
        """Submit the action being prepared in the dossier and wait until it is done or refused."""
        self.key(keys)
        self.wait(self.is_idle)
        return self

    def choose_in_dialog(self, path: Path) -> None:
        """Type a path into the file dialog in front and accept it."""
        self.wait(lambda: QApplication.activeModalWidget() is not None)
        dialog = QApplication.activeModalWidget()
        self.wait(lambda: QApplication.focusWidget() is not None
                  and dialog.isAncestorOf(QApplication.focusWidget()))  # fmt: skip
        self.key("Ctrl+A").type(str(path)).key("Enter")
        self.wait(lambda: QApplication.activeModalWidget() is None)
        # What a desktop does once a dialog is gone.
        self.window.activateWindow()
        self.wait(lambda: QApplication.activeWindow() is self.window and self.is_idle())


def name_of(widget: QWidget) -> str:
    return widget.accessibleName() or _text_of(widget) or type(widget).__name__


def _text_of(widget: QWidget) -> str:
    text = getattr(widget, "text", "")
    found = text() if callable(text) else text
    return found.replace(WORD_JOINER, "") if isinstance(found, str) else ""
