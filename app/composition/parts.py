"""What the window is made of, in the order it comes: itself, the first list, the rest.

The window is painted before the other two are loaded. Each is brought by a function that
`app.__main__` gives: loading is decided there alone.
"""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Generic, NamedTuple, Protocol, TypeVar

from PySide6.QtWidgets import QMainWindow

from app.domain.clock import Clock
from app.domain.errors import DeskError
from ui.screen import Notices, Screen
from ui.screens.home.frame import HomeFrame
from ui.shell.window import DeskWindow
from ui.work import Work

T = TypeVar("T")


class Sitting(NamedTuple):
    """One sitting at one data folder; `officer` empty: the one in the settings."""

    folder: Path
    clock: Clock
    officer: str = ""
    station: int = 1


class First(Protocol):
    """The home screen with its first list (`app.composition.actions.home`)."""

    def open(self) -> bool:
        """Begin the log and look at the records; whether a first list can be read from them.

        Raises:
            DeskError: they must not be opened.
        """
        ...

    def make(
        self, notices: Notices, work: Work, frame: HomeFrame, listed: Callable[[], None]
    ) -> Screen:
        """The screen over `frame`; `listed` is called whenever a list stands in it."""
        ...

    def end_list(self) -> None:
        """Let go of the records: the rest has taken over; on the queue for reading."""
        ...

    def close(self) -> None:
        """End everything `open` began."""
        ...


class Rest(Protocol):
    """All else the desk can do (`app.composition.desk`)."""

    def furnish(self, window: DeskWindow, frame: HomeFrame) -> None:
        """Give `window` its screens and tools; the home screen lies over `frame`."""
        ...

    def look(self) -> tuple[str, int]:
        """The office's theme and text scale; on the queue for reading."""
        ...

    def ask_first(self, frame: QMainWindow, ready: Callable[[], None]) -> Callable[[], None]:
        """Put the first questions, which make the data folder, into `frame`; `ready` follows them.

        To be called once the frame is shown: what comes back.
        """
        ...

    def close(self) -> None:
        """Close the records."""
        ...


class Loaders(NamedTuple):
    """How each part is loaded; called off the GUI thread where nobody waits for it.

    Attributes:
        first: the home screen with its first list.
        rest: the rest.
        say: the sentence of a refusal.
        check_officer: refuses a name that cannot stand on papers.
        failed: what is said of a mistake of the program's own, in whichever data folder.
        say_in_a_window: shows why the desk was not opened.
    """

    first: Callable[[Sitting], First]
    rest: Callable[[Sitting, Work], Rest]
    say: Callable[[DeskError], str]
    check_officer: Callable[[str], None]
    failed: Callable[[Exception, Path], DeskError]
    say_in_a_window: Callable[[str], None]


class Once(Generic[T]):
    """Made by whoever asks first; others wait for it.

    Parts that share a `lock` are never loaded at the same time on two threads.
    """

    def __init__(self, make: Callable[[], T], lock: threading.Lock) -> None:
        self._make = make
        self._lock = lock
        self.made: T | None = None

    def __call__(self) -> T:
        with self._lock:
            if self.made is None:
                self.made = self._make()
            return self.made
