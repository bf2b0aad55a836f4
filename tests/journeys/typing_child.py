"""Types into a real window, says so half a second later, and waits to be killed."""

import sys
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.__main__ import loaders
from app.composition.parts import Sitting
from app.composition.window import OpenDesk, application
from app.demo.typist import type_into
from app.domain.clock import VIETNAM, SetClock
from db.instance import hold
from ui.screen import Place
from ui.shell.window import DeskWindow

_HALF_A_SECOND = 500


def type_and_wait(folder: Path) -> None:
    app = application()
    clock = SetClock(datetime(2026, 11, 23, 8, 5, tzinfo=VIETNAM))
    with hold(folder):
        desk = OpenDesk(app, Sitting(folder, clock), loaders())
        desk.open()
        window = desk.window
        assert isinstance(window, DeskWindow)
        window.go(Place.INTAKE)
        QTimer.singleShot(300, lambda: type_something(window))
        app.exec()


def type_something(window: DeskWindow) -> None:
    intake = window.screen_at(Place.INTAKE)
    type_into(intake, "Số định danh", "020185001234")
    type_into(intake, "Họ và tên", "Hoàng Thị Mẩy")
    QTimer.singleShot(_HALF_A_SECOND, lambda: print("half a second", flush=True))


if __name__ == "__main__":
    assert QApplication.instance() is None
    type_and_wait(Path(sys.argv[1]))
