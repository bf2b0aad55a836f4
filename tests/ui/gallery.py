"""Pictures of home, search and dossier with invented data: `python -m tests.ui.gallery FOLDER`."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from app.demo.settle import settle as wait_until_quiet
from app.domain.errors import InvalidRequest
from app.domain.text import TextMissing
from app.domain.workflow.states import DossierState
from tests.ui import desk
from tests.ui.invented import MONDAY, Office, some_rows
from tests.ui.screens.dossier.invented import Cabinet, a_dossier, a_long_dossier, a_waiting_dossier
from ui.icons import ICONS_AFTER_MS
from ui.screen import Place
from ui.screens.dossier import DossierScreen
from ui.screens.dossier.life.action_kind import ActionKind
from ui.screens.home.screen import HomeScreen
from ui.shell.window import DeskWindow
from ui.theme import apply_theme
from ui.work import Work

SIZES = {"1366": (1366, 768), "1920": (1920, 1080), "1200": (1200, 768)}


@contextmanager
def a_window(
    office: Office, size: tuple[int, int], cabinet: Cabinet | None = None
) -> Iterator[DeskWindow]:
    work = Work()
    window = desk.a_window(office, work, screens_of(office, work, cabinet or Cabinet()))
    window.resize(*size)
    window.show()
    window.start()
    settle(work)
    yield window
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def screens_of(office: Office, work: Work, cabinet: Cabinet) -> dict:
    return {
        Place.HOME: lambda notices: HomeScreen(office.home_actions(), work, notices),
        Place.DOSSIER: lambda notices: DossierScreen(cabinet.actions(), work, notices),
    }


def settle(work: Work) -> None:
    """Let every answer come and every repaint be done."""
    wait_until_quiet(work, quiet_ms=5 * ICONS_AFTER_MS)


def shoot(window: DeskWindow, folder: Path, name: str) -> None:
    window.grab().save(str(folder / f"{name}.png"))


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    for theme, scale, size in (
        ("light", 100, "1366"),
        ("light", 100, "1920"),
        ("light", 150, "1366"),
        ("light", 200, "1366"),
        ("dark", 100, "1366"),
        ("light", 100, "1200"),
    ):
        apply_theme(app, theme, scale)
        tag = f"{size}-{theme}-{scale}"
        with a_window(Office(), SIZES[size]) as window:
            shoot(window, folder, f"home-{tag}")
            window.show_keys()
            settle(window._work)
            shoot(window, folder, f"keys-{tag}")
            window.overlays.end()
            window.tools.search.input.setText("Hoàng")
            window.tools.search.start()
            window.tools.search._on_typed()
            for _ in range(20):
                settle(window._work)
            shoot(window, folder, f"search-{tag}")
    apply_theme(app)
    with a_window(Office(rows=[]), SIZES["1366"]) as window:
        window.notices.notify("Đã lưu hồ sơ 261123-0001 và in phiếu.")
        window.notices.take(OSError(28, "No space left on device"), lambda: None)
        window.notices.take(RuntimeError("x"))
        settle(window._work)
        shoot(window, folder, "empty-1366")
    with a_window(Office(rows=some_rows(10_000)), SIZES["1366"]) as window:
        window.screen_at(Place.HOME).table.scrollToBottom()
        settle(window._work)
        shoot(window, folder, "home-10000")


def dossiers(app: QApplication, folder: Path) -> None:
    for theme, scale, size in (
        ("light", 100, "1366"),
        ("light", 100, "1920"),
        ("light", 150, "1366"),
        ("dark", 100, "1366"),
        ("light", 100, "1200"),
    ):
        apply_theme(app, theme, scale)
        tag = f"{size}-{theme}-{scale}"
        with a_window(Office(), SIZES[size], Cabinet(a_long_dossier())) as window:
            window.open_dossier(7)
            settle(window._work)
            shoot(window, folder, f"long-{tag}")
        with a_window(Office(), SIZES[size]) as window:
            window.open_dossier(7)
            settle(window._work)
            shoot(window, folder, f"dossier-{tag}")
            screen = window.screen_at(Place.DOSSIER)
            for kind in (
                ActionKind.CORRECT,
                ActionKind.ASK_PAPERS,
                ActionKind.CANCEL,
                ActionKind.FINISH,
            ):
                screen.begin(kind)
                settle(window._work)
                shoot(window, folder, f"{kind.lower()}-{tag}")
            screen.go_back()
            screen._prints.look_at(102)
            settle(window._work)
            shoot(window, folder, f"print-{tag}")
    apply_theme(app)
    for name, dossier in (("waiting", a_waiting_dossier()),):
        with a_window(Office(), SIZES["1366"], Cabinet(dossier)) as window:
            window.open_dossier(7)
            settle(window._work)
            shoot(window, folder, name)
    finished = replace(a_dossier(), state=DossierState.FINISHED, ended_at=MONDAY)
    with a_window(Office(), SIZES["1366"], Cabinet(finished)) as window:
        window.open_dossier(7, "F4")
        settle(window._work)
        screen = window.screen_at(Place.DOSSIER)
        screen.panel.show_refusal(
            InvalidRequest(problems=(TextMissing(field="identity"), TextMissing(field="to_whom")))
        )
        settle(window._work)
        shoot(window, folder, "return-1366")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
    dossiers(QApplication.instance(), Path(sys.argv[1]))
