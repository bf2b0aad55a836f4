"""Pictures of screens, drawn offscreen with what the data folder holds."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import click
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtWidgets import QWidget

from app.answers.board import BoardView
from app.cli.context import Context
from app.composition.actions.first_run import first_run_screen
from app.composition.session.session import Session
from app.composition.session.translator import WindowTranslator
from app.composition.whole import desk_window
from app.composition.window import application
from app.demo.settle import delete, settle
from app.domain.errors import DeskError
from app.exchange.files import write_file
from app.exchange.target import Target
from app.usecases.queries import lookup
from ui.screen import Place
from ui.shell.window import DeskWindow
from ui.theme import apply_theme
from ui.work import Work

SCREENS = (
    "home", "intake", "dossier", "signing", "cash", "register", "day", "handover", "lists",
    "exchange", "reference", "settings", "first_run", "keys",
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
    context: Context, screen: str, target: Target, *, size: tuple[int, int], scale: int, theme: str
) -> None:
    """Draw `screen` to `target`.

    Raises:
        TargetExists, FileUnwritable: the picture could not be kept.
        NothingToDraw: a dossier is asked for and there is none to show.
        The refusals of opening the data folder.
    """
    # A picture needs no screen, and must not flash on one.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = application()
    translator = WindowTranslator(context.language)
    translator.install()
    apply_theme(app, theme, scale)
    session = Session(
        context.folder, context.clock, officer=context.officer, station=context.station
    )
    work = Work()
    widget: QWidget | None = None
    try:
        if screen == "first_run":
            first = first_run_screen(session, work)
            first.on_shown()
            widget = first
            _show(widget, size)
        else:
            # Opened here, so that a folder that is not ready is said on the command line.
            lookup.settings(session.desk, session.actor)
            window = desk_window(session, work)
            widget = window
            _show(widget, size)
            _lead(window, session, work, screen)
        settle(work)
        target.write(_png(widget))
    finally:
        if widget is not None:
            delete(widget)
        work.close()
        session.close()
        translator.remove()


def save(widget: QWidget, out: Path) -> None:
    """Keep a picture of `widget` as PNG.

    Raises:
        FileUnwritable: as named.
    """
    write_file(out, _png(widget))


def _png(widget: QWidget) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    widget.grab().save(buffer, "PNG")
    return bytes(buffer.data().data())


def _show(widget: QWidget, size: tuple[int, int]) -> None:
    widget.resize(*size)
    widget.show()


def _lead(window: DeskWindow, session: Session, work: Work, screen: str) -> None:
    """Bring `screen` to the front."""
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


def _open_one(window: DeskWindow, session: Session) -> None:
    """Open the most urgent open dossier, else one to collect, else one received today."""
    now = session.clock.now()
    for view in (BoardView.OPEN, BoardView.TO_COLLECT, BoardView.RECEIVED_TODAY):
        ids = lookup.ids(session.desk, session.actor, view, now)
        if ids:
            window.open_dossier(ids[0])
            return
    raise NothingToDraw
