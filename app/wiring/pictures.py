"""Pictures of screens, drawn offscreen with what the data folder holds."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import click
from PySide6.QtWidgets import QWidget

from app.cli.context import Context
from app.domain.board import BoardView
from app.domain.errors import DeskError
from app.exchange.files import FileUnwritable
from app.usecases import lookup
from app.wiring.session import Session
from app.wiring.settle import settle
from app.wiring.tongue import Tongue
from ui.screen import Place
from ui.shell.window import DeskWindow
from ui.theme import apply_theme
from ui.work import Work

SCREENS = (
    "home", "intake", "dossier", "signing", "cash", "exchange", "reference", "settings",
    "first_run", "keys",
)  # fmt: skip
MOST_PIXELS = 8_000


class NothingToDraw(DeskError):
    """No dossier is open, waiting to be collected or received today. Facts: none."""


def parse_size(text: str) -> tuple[int, int]:
    """Width and height out of ``1366x768``.

    Raises:
        click.BadParameter: not two whole numbers from 320 to 8000.
    """
    match = re.fullmatch(r"(\d{3,4})x(\d{3,4})", text.lower())
    sides = (int(match[1]), int(match[2])) if match else (0, 0)
    if not all(320 <= side <= MOST_PIXELS for side in sides):
        raise click.BadParameter(f"{text}: cần rộng x cao như 1366x768", param_hint="--size")
    return sides


def take_picture(
    context: Context, screen: str, out: Path, *, size: tuple[int, int], scale: int, theme: str
) -> None:
    """Draw `screen` to `out`.

    Raises:
        FileUnwritable: the picture could not be kept.
        NothingToDraw: a dossier is asked for and there is none to show.
        The refusals of opening the data folder.
    """
    # A picture needs no screen, and must not flash on one.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from app.wiring.window import application  # noqa: PLC0415 - after the platform is chosen

    app = application()
    tongue = Tongue(context.language)
    tongue.speak()
    apply_theme(app, theme, scale)
    session = Session(
        context.folder, context.clock, officer=context.officer, station=context.station
    )
    work = Work()
    try:
        if screen == "first_run":
            widget = _first_run(session, work)
            widget.resize(*size)
            widget.show()
        else:
            widget = _desk(session, work, screen, size)
        settle(work)
        save(widget, out)
        widget.close()
        widget.deleteLater()
    finally:
        work.close()
        session.close()
        tongue.fall_silent()


def save(widget: QWidget, out: Path) -> None:
    """Keep a picture of `widget` as PNG.

    Raises:
        FileUnwritable: as named.
    """
    if not widget.grab().save(str(out), "PNG"):
        raise FileUnwritable(path=str(out), why="không ghi được ảnh")


def _first_run(session: Session, work: Work) -> QWidget:
    from app.wiring.first_run import first_run_screen  # noqa: PLC0415 - only for its picture

    screen = first_run_screen(session, work)
    screen.on_shown()
    return screen


def _desk(session: Session, work: Work, screen: str, size: tuple[int, int]) -> QWidget:
    from app.wiring.window import desk_window  # noqa: PLC0415 - with Qt's platform chosen

    # Opened here, so that a folder that is not ready is said on the command line.
    lookup.settings(session.desk)
    window = desk_window(session, work)
    window.resize(*size)
    window.show()
    window.start()
    steps: dict[str, Callable[[], None]] = {
        "dossier": lambda: _open_one(window, session),
        "keys": window.show_keys,
    }
    if screen in steps:
        settle(work)
        steps[screen]()
    else:
        window.go(Place(screen))
    return window


def _open_one(window: DeskWindow, session: Session) -> None:
    """Open the most urgent open dossier, else one to collect, else one received today."""
    now = session.clock.now()
    for view in (BoardView.OPEN, BoardView.TO_COLLECT, BoardView.RECEIVED_TODAY):
        ids = lookup.ids(session.desk, view, now)
        if ids:
            window.open_dossier(ids[0])
            return
    raise NothingToDraw
