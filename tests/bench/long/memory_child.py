"""The window worked in without a pause: `… FOLDER SECONDS`; a line of seconds and MB each round.

A round is what a clerk does over a morning: a dossier typed and saved, found again and opened, its
processing begun, and every screen looked at.
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.__main__ import loaders
from app.composition.parts import Sitting
from app.composition.window import OpenDesk, application
from app.demo.settle import settle
from app.demo.typist import press, type_into
from app.domain.clock import SetClock
from app.domain.dossier.opened import Opened
from app.usecases.dossier import progress
from app.usecases.queries import lookup
from tests.bench.bench_intake import LAN
from tests.bench.measuring import office
from ui.screen import Place

PLACES = (
    Place.HOME, Place.EXCHANGE, Place.REFERENCE, Place.SETTINGS, Place.SIGNING, Place.CASH,
)  # fmt: skip
QUIET_MS = 30
"""How long everything rests before the next step: no idling, only its work done."""
TYPED = (
    ("Họ và tên", "Hoàng Thị Mẩy"),
    ("Ngày sinh", "05031985"),
    ("Điện thoại", "0912345678"),
    ("Nơi ở hiện nay", "Thôn Bản Loỏng, xã Mẫu Sơn"),
)


class Nothing(RuntimeError):
    """A round saved no dossier: then it measures nothing."""


def work(folder: Path, seconds: float) -> None:
    """Round after round."""
    clock = SetClock(office.NOW)
    opened = OpenDesk(application(), Sitting(folder, clock), loaders())
    opened.open()
    settle(opened.work)
    begun, nth = time.monotonic(), 0
    while time.monotonic() - begun < seconds:
        clock.advance(seconds=20)
        _round(opened, nth)
        nth += 1
        print(f"{time.monotonic() - begun:.1f} {resident_mb():.2f}", flush=True)
    opened.window.close()
    opened.close()


def _round(opened: OpenDesk, nth: int) -> None:
    window, desk = opened.window, opened.rest.made.session.desk
    before = lookup.newest_codes(desk, LAN, 1)
    window.go(Place.INTAKE)
    _rest(opened)
    screen = window.screen_at(Place.INTAKE)
    type_into(screen, "Số định danh", f"0201850{nth:05d}")
    _rest(opened)
    for field, text in TYPED:
        type_into(screen, field, text)
    type_into(screen, "Thủ tục", "khai sinh")
    settle(opened.work, quiet_ms=200)  # as long as the search of procedures waits for more letters
    press(Qt.Key.Key_Return)
    _rest(opened)
    press(Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    _rest(opened)
    press(Qt.Key.Key_F9, Qt.KeyboardModifier.ControlModifier)
    settle(opened.work, quiet_ms=100)
    code = lookup.newest_codes(desk, LAN, 1)
    if code == before:
        raise Nothing
    assert lookup.find(desk, LAN, "hoang thi may")
    made = lookup.dossier_id_of(desk, LAN, code[0])
    window.open_dossier(made)
    _rest(opened)
    progress.start_processing(desk, LAN, Opened(made))
    for place in PLACES:
        window.go(place)
        _rest(opened)
    assert QApplication.focusWidget() is not None


def _rest(opened: OpenDesk) -> None:
    settle(opened.work, quiet_ms=QUIET_MS)


def resident_mb() -> float:
    """Megabytes resident now (Linux)."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1_000


if __name__ == "__main__":
    work(Path(sys.argv[1]), float(sys.argv[2]))
