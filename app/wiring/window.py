"""Open the window: lock, theme, first questions or the desk, and everything closed in order."""

import sys
from logging import Handler
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtWidgets import QApplication, QMainWindow

from app.domain.clock import SystemClock
from app.domain.errors import DeskError
from app.wiring.first_paint import FirstPaint, Gate
from app.wiring.session import Session
from app.wiring.shell import Seams, makers, shell_actions
from app.wiring.tongue import Tongue, say
from db.folder import DATABASE_FILE, check_folder, default_folder, is_set_up
from db.instance import hold
from db.language import DEFAULT, remember, remembered
from ui.screen import Place
from ui.screens.home.screen import HomeScreen
from ui.shell.crash import CrashNet
from ui.shell.top_bar import OfficeLine
from ui.shell.window import DeskWindow
from ui.theme import apply_theme, new_application
from ui.work import Work


def open_window(folder: Path | None, *, officer: str, station: int, language: str | None) -> int:
    """Open the desk at `folder` (None: the user's own) and run until it is closed; exit code."""
    place = folder or default_folder()
    app = application()
    tongue = Tongue(language or remembered(place))
    if tongue.code != DEFAULT:
        tongue.speak()
    try:
        check_folder(place)
        with hold(place):
            session = Session(place, SystemClock(), officer=officer, station=station)
            desk = OpenDesk(app, session, tongue)
            try:
                desk.open()
                code = app.exec()
            finally:
                desk.close()
            if desk.refusal is not None:
                raise desk.refusal
            return code
    except DeskError as error:
        words = say(error)
        print(words, file=sys.stderr)  # noqa: T201 - there is no window to say it in
        _say_in_a_window(app, words)
        return error.exit_code
    finally:
        tongue.fall_silent()


def application() -> QApplication:
    """The application in its usual dress."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else new_application(sys.argv[0])
    app.setApplicationName("MotCua")
    apply_theme(app)
    return app


class OpenDesk(QObject):
    """One run of the window over one session: first questions, then the desk.

    Args:
        tongue: what Qt's own buttons and menus say, spoken once the window is painted.
    """

    def __init__(self, app: QApplication, session: Session, tongue: Tongue | None = None) -> None:
        super().__init__(app)
        self._app = app
        self.session = session
        self._tongue = tongue
        self.window: QMainWindow | None = None
        self.work = Work(self)
        self.first_paint = FirstPaint(self)
        self.first_list = Gate(self)
        self.refusal: DeskError | None = None
        self._log: Handler | None = None
        self._net: CrashNet | None = None

    def open(self) -> None:
        """Show the first questions on an empty folder, else the desk."""
        if is_set_up(self.session.folder):
            self._open_desk()
        else:
            self._ask_first()

    def close(self) -> None:
        """Drain the lanes, then close the records cleanly."""
        if self._net is not None:
            self._net.fold()
        self.first_paint.give_up()
        self.first_list.give_up()
        self.work.close()
        self.session.close()
        if self._log is not None:
            from app.logs import end_log  # noqa: PLC0415 - was loaded with `keep_log`

            end_log(self._log)

    def _open_desk(self) -> None:
        # The lane stands still until the window is painted, answers the home screen, and stands
        # still again until its list is: only then comes what loads SQLAlchemy.
        self.work.records.run(self, self._look_before, self._on_sound, self._on_unsound)
        window = desk_window(self.session, self.work)
        self.first_paint.watch(window)
        self.first_paint.came.connect(window.start)
        self.first_paint.came.connect(self._speak)
        home = window.screen_at(Place.HOME)
        assert isinstance(home, HomeScreen)  # noqa: S101 - see `makers`
        home.listed.connect(self.first_list.shown)
        self.first_list.came.connect(window.listen)
        self.work.records.run(self, self.first_list.wait, lambda _: None)
        self._net = CrashNet(window.notices.take, self)
        self._net.spread()
        self._show(window)
        self._dress()

    def _look_before(self) -> Handler:
        """Once the window is painted: the log, and whether the records may be opened at all."""
        self.first_paint.wait()
        from app.logs import keep_log  # noqa: PLC0415 - not before the first paint
        from db.keys import read_key  # noqa: PLC0415 - not before the first paint
        from db.upgrade import version_of  # noqa: PLC0415 - not before the first paint

        folder = self.session.folder
        version_of(folder / DATABASE_FILE, read_key(folder))
        return keep_log(folder)

    def _on_sound(self, log: Handler) -> None:
        self._log = log

    def _on_unsound(self, error: Exception) -> None:
        """Newer, damaged or without its key: the window closes, and the reason is said."""
        if not isinstance(error, DeskError):
            raise error
        self.refusal = error
        if self.window is not None:
            self.window.close()
        self._app.exit(error.exit_code)

    def _ask_first(self) -> None:
        from app.wiring.first_run import first_run_screen  # noqa: PLC0415 - once in a lifetime

        self._speak()
        screen = first_run_screen(self.session, self.work)
        frame = QMainWindow()
        frame.setWindowTitle(self.tr("Một Cửa – lần đầu mở"))
        frame.resize(1_366, 768)
        frame.setCentralWidget(screen)
        screen.ready.connect(self._open_desk)
        self._show(frame)
        screen.on_shown()

    def _show(self, window: QMainWindow) -> None:
        former, self.window = self.window, window
        window.showMaximized()
        if former is not None:
            former.close()
            former.deleteLater()

    @Slot()
    def _speak(self) -> None:
        if self._tongue is not None:
            self._tongue.speak()

    def _dress(self) -> None:
        """Put on the office's theme and text scale once its settings are read."""
        session = self.session

        def look() -> tuple[str, int]:
            from app.usecases import lookup  # noqa: PLC0415 - loads SQLAlchemy

            settings = lookup.settings(session.desk)
            remember(session.folder, settings.language)
            return settings.theme, settings.text_scale

        self.work.records.run(self, look, self._on_look)

    def _on_look(self, look: tuple[str, int]) -> None:
        if look != ("light", 100):
            apply_theme(self._app, *look)


def desk_window(session: Session, work: Work) -> DeskWindow:
    """The desk's window over `session`, not yet shown."""
    seams = Seams()
    window = DeskWindow(
        shell_actions(session),
        work,
        session.clock,
        say,
        OfficeLine("", "", session.station, ""),
        makers(session, work, seams),
    )
    seams.setParent(window)
    seams.reload.connect(window.tell_changed)
    return window


def _say_in_a_window(app: QApplication, words: str) -> None:
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - only when nothing opens

    if app.platformName() == "offscreen":
        return
    box = QMessageBox(QMessageBox.Icon.Warning, "Một Cửa", words)
    box.addButton(QCoreApplication.translate("Window", "Đóng"), QMessageBox.ButtonRole.AcceptRole)
    box.exec()
