"""Open the window: lock, theme, first questions or the desk, and everything closed in order."""

import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QMainWindow

from app.answers.board_view import BoardView
from app.composition.parts import First, Loaders, Once, Rest, Sitting
from app.composition.session.first_paint import FirstPaint, Gate
from app.composition.session.translator import WindowTranslator
from app.domain.clock import Clock, SystemClock
from app.domain.errors import DeskError
from db.folder import check_folder, has_remains, is_set_up, require_office
from db.guard.access import WINDOW
from db.guard.entering import settle
from db.instance import hold
from db.language import DEFAULT, remembered
from db.look import remembered_look
from ui.screen import Place
from ui.screens.home.frame import HomeFrame
from ui.shell.frame.top_bar import OfficeLine
from ui.shell.notices.crash import CrashHandler
from ui.shell.window import DeskWindow
from ui.theme import apply_theme, new_application
from ui.work import Work

PLACES = frozenset(Place) - {Place.SEARCH, Place.RETURN}
"""Where screens stand."""


def open_window(
    place: Path, loaders: Loaders, *, officer: str, station: int, language: str | None
) -> int:
    """Open the desk at the data folder `place` and run until it is closed; exit code."""
    app = application()
    translator = WindowTranslator(language or remembered(place))
    if translator.code != DEFAULT:
        translator.install()
    try:
        sitting = Sitting(place, SystemClock(), officer, station)
        return _run(app, sitting, loaders, translator)
    except Exception as caught:  # noqa: BLE001 - outermost: nobody is shown a traceback
        error = caught if isinstance(caught, DeskError) else loaders.failed(caught, place)
        words = loaders.say(error)
        print(words, file=sys.stderr)  # noqa: T201 - there is no window to say it in
        loaders.say_in_a_window(words)
        return error.exit_code
    finally:
        translator.remove()


def _run(
    app: QApplication, sitting: Sitting, loaders: Loaders, translator: WindowTranslator
) -> int:
    """One run of the window; exit code.

    Raises:
        DeskError: it was not opened, or had to close.
    """
    if sitting.officer.strip():
        loaders.check_officer(sitting.officer)
    check_folder(sitting.folder)
    with hold(sitting.folder):
        settle(sitting.folder, WINDOW)
        desk = OpenDesk(app, sitting, loaders, translator)
        try:
            desk.open()
            code = app.exec()
        finally:
            desk.close()
        if desk.refusal is not None:
            raise desk.refusal
        return code


def application() -> QApplication:
    """The application in its usual dress."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else new_application(sys.argv[0])
    app.setApplicationName("MotCua")
    apply_theme(app)
    return app


class OpenDesk(QObject):
    """One run of the window over one sitting: first questions, then the desk.

    The queue for reading stands still until the window is painted, brings the home screen with its
    first list, and stands still again until that is shown: only then comes the rest, which loads
    most of the program. A key that asks for some of it sooner waits for it.

    Args:
        translator: translates Qt's own buttons and menus once the window is painted.
    """

    def __init__(
        self,
        app: QApplication,
        sitting: Sitting,
        loaders: Loaders,
        translator: WindowTranslator | None = None,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._sitting = sitting
        self._say, self._failed = loaders.say, loaders.failed
        self._translator = translator
        self.window: QMainWindow | None = None
        self.work = Work(self)
        self.first_paint = FirstPaint(self)
        self.first_list = Gate(self)
        self.refusal: DeskError | None = None
        loading = threading.Lock()
        self._first: Once[First] = Once(partial(loaders.first, sitting), loading)
        self.rest: Once[Rest] = Once(partial(loaders.rest, sitting, self.work), loading)
        self._frame = HomeFrame()
        self._crashes: CrashHandler | None = None
        self._is_furnished = False

    def open(self) -> None:
        """Show the first questions on an empty folder, else the desk, in the look last chosen."""
        apply_theme(self._app, *remembered_look(self._sitting.folder))
        if is_set_up(self._sitting.folder):
            self._open_desk()
        else:
            if has_remains(self._sitting.folder):
                require_office(self._sitting.folder)
            self._ask_first()

    def close(self) -> None:
        """Drain the queues, then close the records cleanly."""
        if self._crashes is not None:
            self._crashes.remove()
        self.first_paint.give_up()
        self.first_list.give_up()
        self.work.close()
        if self._first.made is not None:
            self._first.made.close()
        if self.rest.made is not None:
            self.rest.made.close()

    def _open_desk(self) -> None:
        window = bare_window(
            self._sitting.clock, self._sitting.station, self.work, self._say, self._furnish
        )
        window.show_front(waiting(self._frame))
        self.first_paint.watch(window)
        self.first_paint.came.connect(window.start)
        self.first_paint.came.connect(self._translate)
        self.work.reading.run(self, self._look_first, self._on_looked, self._on_unsound)
        self._crashes = CrashHandler(self._take_crash, self)
        self._crashes.install()
        self._show(window)

    def _look_first(self) -> bool:
        """Once the window is painted: whether the first list can be read, or refused."""
        self.first_paint.wait()
        return self._first().open()

    def _on_looked(self, has_list: bool) -> None:
        window = self.window
        if not isinstance(window, DeskWindow) or self._first.made is None:
            return
        if has_list and not self._is_furnished:
            make = partial(
                self._first.made.make,
                work=self.work,
                frame=self._frame,
                listed=self.first_list.shown,
            )
            window.add_screens({Place.HOME: make})
        else:
            self._furnish()
            self.first_list.give_up()
        if window.place is Place.HOME:
            window.go(Place.HOME)
        self.work.reading.run(self, self._load_rest, self._on_rest, self._on_unsound)

    def _load_rest(self) -> Rest:
        """Once the first list is painted."""
        self.first_list.wait()
        return self.rest()

    def _on_rest(self, rest: Rest) -> None:
        self._furnish()
        if self._first.made is not None:
            self.work.reading.run(self, self._first.made.end_list, lambda _: None)
        self.work.reading.run(self, rest.look, self._on_look)

    def _furnish(self) -> None:
        """Give the window all the rest; waits for it where it is not there yet."""
        window = self.window
        if self._is_furnished or not isinstance(window, DeskWindow):
            return
        rest = self.rest()
        self._is_furnished = True
        rest.furnish(window, self._frame)

    def _on_unsound(self, error: Exception) -> None:
        """Newer, damaged or without its key: the window closes, and the reason is said."""
        if not isinstance(error, DeskError):
            error = self._failed(error, self._sitting.folder)
        self.refusal = error
        if self.window is not None:
            self.window.close()
        self._app.exit(error.exit_code)

    def _take_crash(self, error: Exception) -> None:
        """Show an error nothing caught: by the tools, once they are there."""
        window = self.window
        if not isinstance(window, DeskWindow):
            return
        if window.tools is not None:
            window.tools.take_crash(error)
        else:
            window.notices.take(error)

    def _ask_first(self) -> None:
        self._translate()
        frame = QMainWindow()
        on_shown = self.rest().ask_first(frame, self._open_desk)
        frame.setWindowTitle(self.tr("Một Cửa – lần đầu mở"))
        frame.resize(1_366, 768)
        self._show(frame)
        on_shown()

    def _show(self, window: QMainWindow) -> None:
        former, self.window = self.window, window
        window.resize(window.size().boundedTo(window.screen().availableSize()))
        window.showMaximized()
        if former is not None:
            former.close()
            former.deleteLater()

    @Slot()
    def _translate(self) -> None:
        if self._translator is not None:
            self._translator.install()

    def _on_look(self, look: tuple[str, int]) -> None:
        """Put on the office's theme and text scale, where the first paint was of another."""
        apply_theme(self._app, *look)


def bare_window(
    clock: Clock,
    station: int,
    work: Work,
    say: Callable[[DeskError], str],
    complete: Callable[[], None],
) -> DeskWindow:
    """The desk's window with nothing in it, not yet shown."""
    return DeskWindow(work, clock, say, OfficeLine("", "", station, ""), PLACES, complete)


def waiting(frame: HomeFrame) -> HomeFrame:
    """The home screen's frame as long as nothing is known."""
    frame.show_view(BoardView.OPEN)
    frame.show_waiting()
    return frame
