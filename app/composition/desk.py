"""All the desk can do beside its first list: every screen bound to its actions, and the tools."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QApplication, QMainWindow

from app.composition.actions.board import home_actions
from app.composition.actions.cash import cash_actions
from app.composition.actions.day import day_actions
from app.composition.actions.dossier import dossier_actions
from app.composition.actions.exchange import exchange_actions
from app.composition.actions.first_run import first_run_screen
from app.composition.actions.handover import handover_actions
from app.composition.actions.intake import intake_actions
from app.composition.actions.reference_data import reference_actions
from app.composition.actions.register import lists_actions, register_actions
from app.composition.actions.settings import settings_actions
from app.composition.actions.shell import shell_actions
from app.composition.actions.signing import signing_actions
from app.composition.session.session import Session
from app.domain.actor import PROGRAM
from app.domain.changes import Changed
from app.usecases.queries import lookup
from app.usecases.safety import checking
from db.language import remember
from db.look import remember_look
from ui.checks import Checks
from ui.operation import Report
from ui.screen import Notices, Place, Screen
from ui.screens.cash import CashScreen
from ui.screens.day import DayScreen
from ui.screens.dossier.screen import DossierScreen
from ui.screens.exchange import ExchangeScreen
from ui.screens.handover import HandoverScreen
from ui.screens.home.frame import HomeFrame
from ui.screens.home.screen import HomeScreen
from ui.screens.intake.screen import IntakeScreen
from ui.screens.lists import ListsScreen
from ui.screens.reference_data.screen import ReferenceScreen
from ui.screens.register import RegisterScreen
from ui.screens.settings.screen import SettingsScreen
from ui.screens.signing import SigningScreen
from ui.shell.tools import Tools
from ui.shell.window import DeskWindow, MakeScreen
from ui.theme import apply_theme
from ui.work import Work


class Desk:
    """One sitting's records, and everything the window needs of them.

    Args:
        session: whose they are.
        work: the queues.
        listens: whether somebody sits at the window: it hears scanners and asks about the clock.
    """

    def __init__(self, session: Session, work: Work, *, listens: bool = True) -> None:
        self.session = session
        self._work = work
        self._listens = listens
        self._checks: Checks | None = None

    def furnish(self, window: DeskWindow, frame: HomeFrame) -> None:
        """Give `window` its screens and tools; the home screen lies over `frame`."""
        self._checks = Checks(self._deep_check, self._work, window)
        window.add_screens(self._makers(window, frame))
        home = window.shown_at(Place.HOME)
        if isinstance(home, HomeScreen):
            home.use(home_actions(self.session))
        session = self.session
        tools = Tools(window, shell_actions(session), self._work, session.clock)
        window.equip(tools)
        if self._listens:
            tools.listen()
            tools.question_clock()
            tools.question_loss()
            tools.keep_saved()
            tools.watch(self._checks)

    def _deep_check(self, progress: Report) -> object:
        return checking.deep_check(self.session.desk, PROGRAM, progress)

    def look(self) -> tuple[str, int]:
        """The office's theme and text scale."""
        settings = lookup.settings(self.session.desk, self.session.actor)
        remember(self.session.folder, settings.language)
        remember_look(self.session.folder, settings.theme, settings.text_scale)
        return settings.theme, settings.text_scale

    def ask_first(self, frame: QMainWindow, ready: Callable[[], None]) -> Callable[[], None]:
        """Put the first questions, which make the data folder, into `frame`; `ready` follows them.

        To be called once the frame is shown: what comes back.
        """
        screen = first_run_screen(self.session, self._work)
        screen.ready.connect(ready)
        frame.setCentralWidget(screen)
        return screen.on_shown

    def close(self) -> None:
        """Close the records."""
        self.session.close()

    def _makers(self, window: DeskWindow, frame: HomeFrame) -> Mapping[Place, MakeScreen]:
        session, work = self.session, self._work

        def home(notices: Notices) -> Screen:
            return HomeScreen(home_actions(session), work, notices, frame=frame)

        def settings(notices: Notices) -> Screen:
            screen = SettingsScreen(settings_actions(session), work, notices, checks=self._checks)
            screen.look_chosen.connect(_dress)
            # Another database lies under the desk then.
            screen.restored.connect(lambda _: window.announce_changed(~Changed.NOTHING))
            return screen

        return {
            Place.HOME: home,
            Place.INTAKE: lambda notices: IntakeScreen(intake_actions(session), work, notices),
            Place.DOSSIER: lambda notices: DossierScreen(dossier_actions(session), work, notices),
            Place.EXCHANGE: lambda notices: ExchangeScreen(
                exchange_actions(session), work, notices
            ),
            Place.REFERENCE: lambda notices: ReferenceScreen(
                reference_actions(session), work, notices
            ),
            Place.SETTINGS: settings,
            Place.SIGNING: lambda notices: SigningScreen(signing_actions(session), work, notices),
            Place.REGISTER: lambda notices: RegisterScreen(
                register_actions(session), work, notices
            ),
            Place.DAY: lambda notices: DayScreen(day_actions(session), work, notices),
            Place.HANDOVER: lambda notices: HandoverScreen(
                handover_actions(session), work, notices
            ),
            Place.LISTS: lambda notices: ListsScreen(lists_actions(session), work, notices),
            Place.CASH: lambda notices: CashScreen(cash_actions(session), work, notices),
        }


def _dress(theme: str, scale: int) -> None:
    """Dress the program anew."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)  # noqa: S101 - a screen is showing
    apply_theme(app, theme, scale)
