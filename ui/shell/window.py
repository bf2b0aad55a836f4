"""The window: rail, bar and one screen at a time; it arranges, navigates and notifies, no more."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.domain.changes import Changed
from app.domain.clock import Clock
from app.domain.errors import DeskError
from ui.screen import DossierPlace, IntakePlace, Notices, Place, Screen
from ui.screens.search import SearchBox
from ui.shell.bar_feed import BarFeed, ShellActions
from ui.shell.citizen_desk import CitizenDesk
from ui.shell.notices import NoticeBoard
from ui.shell.overlay_host import OverlayHost
from ui.shell.rail import Rail, entries
from ui.shell.ticker import Ticker
from ui.shell.top_bar import OfficeLine, TopBar
from ui.shell.trail import Step, Trail
from ui.theme import px
from ui.work import Work

if TYPE_CHECKING:
    # Loads with the first scan: not before the window is painted.
    from app.domain.scanned import PersonScan
    from ui.shell.scan_desk import ScanDesk

__all__ = ["DeskWindow", "MakeScreen", "ShellActions"]

MakeScreen = Callable[[Notices], Screen]
_OFFICE = Changed.SETTINGS | Changed.CALENDAR


class DeskWindow(QMainWindow):
    """The window.

    Args:
        actions: what the window asks for.
        work: the lanes; closed with the window.
        clock: the present moment.
        say: the sentence of a refusal.
        office: whose desk this is, as known before the records answer.
        screens: makes each screen when it is first gone to, with the notices given in; the rail
            shows the places that are here. `Place.DOSSIER` makes a `DossierPlace`.

    Signals:
        closing: the window closes; what is typed has been handed on.
    """

    closing = Signal()

    def __init__(
        self,
        actions: ShellActions,
        work: Work,
        clock: Clock,
        say: Callable[[DeskError], str],
        office: OfficeLine,
        screens: Mapping[Place, MakeScreen],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._work = work
        self._clock = clock
        self._makers = screens
        self._screens: dict[Place, Screen] = {}
        self._trail = Trail()
        self._focused: QWidget | None = None
        self.scans: ScanDesk | None = None
        self.citizen = CitizenDesk(self)
        self.overlays = OverlayHost(self)
        self.notices = NoticeBoard(self, clock, say)
        self.ticker = Ticker(clock, self)
        self._build(office)
        self._connect()
        self.go(Place.HOME)

    @property
    def place(self) -> Place:
        """Where one is."""
        return self._trail.here.place

    def screen_at(self, place: Place) -> Screen:
        """The screen of `place`, made now if it was never gone to."""
        screen = self._screens.get(place)
        if screen is None:
            screen = self._screens[place] = self._makers[place](self.notices)
            screen.went_back.connect(self.go_back)
            screen.changed.connect(self.tell_changed)
            screen.dossier_wanted.connect(self.open_dossier)
            screen.dossier_key_wanted.connect(self.open_dossier)
            screen.place_wanted.connect(self.go)
            if isinstance(screen, IntakePlace):
                screen.for_citizen.connect(self.citizen.show_page)
                self.citizen.asked_for.connect(screen.set_citizen_asked)
                self.citizen.said.connect(screen.on_citizen_said)
                screen.set_citizen_asked(self.citizen.asks)
            self._stack.addWidget(screen)
        return screen

    def go(self, place: Place) -> None:
        """Go to `place`; the search and the return of results are not screens of their own."""
        if place is Place.SEARCH:
            self._keep_focus()
            self.search.start()
            return
        shown = Place.HOME if place is Place.RETURN else place
        if shown not in self._makers:
            return
        screen = self.screen_at(shown)
        self._trail.go(Step(shown))
        screen.on_led(place)
        self._bring(screen)
        self.rail.show_place(place)

    def open_dossier(self, dossier_id: int, key: str = "") -> None:
        """Show a dossier, then do what `key` (``F4``, ``F8`` or nothing) stands for."""
        self._trail.go(Step(Place.DOSSIER, dossier_id))
        self._show_dossier(dossier_id, key)

    def go_back(self) -> bool:
        """To where one came from; False at home, from where there is no way back."""
        has_gone = self._trail.back()
        here = self._trail.here
        if here.dossier_id is not None:
            self._show_dossier(here.dossier_id)
        else:
            self._bring(self.screen_at(here.place))
            self.rail.show_place(here.place)
        return has_gone

    def tell_changed(self, changed: Changed) -> None:
        """Tell every screen and the bar that records were changed."""
        self.notices.on_changed(changed)
        for screen in self._screens.values():
            screen.on_changed(changed)
        if changed & (Changed.OUTBOX | _OFFICE):
            self._feed.ask()
        if changed & Changed.SETTINGS and self.scans is not None:
            self.scans.ask_setup()

    def start(self) -> None:
        """Take keys, ask for what the bar shows, begin to tick; call once the window is painted."""
        from ui.shell.function_keys import take_function_keys  # noqa: PLC0415 - see above

        take_function_keys(self)
        self._feed.ask()
        self.ticker.start()

    def listen(self) -> None:
        """Hear scanners from now on; call once the first list has been painted."""
        if self.scans is not None:
            return
        from ui.shell.scan_desk import ScanDesk  # noqa: PLC0415 - not before the first paint

        self.scans = ScanDesk(self._actions.scan, self._work, self.notices, self._clock.now, self)
        self.scans.dossier_found.connect(self.open_dossier)
        self.scans.person_read.connect(self.take_card)
        self.closing.connect(self.scans.close)
        self.scans.ask_setup()

    def take_card(self, card: PersonScan) -> None:
        """Somebody's card was scanned: for the screen in front, else for a new dossier."""
        current = self._stack.currentWidget()
        if isinstance(current, Screen) and current.take_card(card):
            return
        self.go(Place.INTAKE)
        self.screen_at(Place.INTAKE).take_card(card)

    def read_clipboard(self) -> None:
        """Take a code out of the picture or text that was copied."""
        if self.scans is not None:
            self.scans.take_clipboard()

    def read_picture(self) -> None:
        """Take a code out of a picture file the clerk chooses."""
        if self.scans is not None:
            self.scans.choose_picture()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
            event.accept()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.notices.arrange()
        self.overlays.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.overlays.end()
            self.notices.arrange()

    def closeEvent(self, event: QCloseEvent) -> None:
        current = self._stack.currentWidget()
        if isinstance(current, Screen):
            current.on_left()
        self.ticker.stop()
        self.closing.emit()
        self._work.close()
        super().closeEvent(event)

    # Building

    def _build(self, office: OfficeLine) -> None:
        self.setWindowTitle(self.tr("Một Cửa"))
        self.resize(px(1_366), px(768))
        self.places = [
            entry
            for entry in entries()
            if entry.place in {Place.SEARCH, Place.RETURN} or entry.place in self._makers
        ]
        self.rail = Rail(self.places)
        self.search = SearchBox(self._actions.search, self._work, self.notices)
        self.bar = TopBar(self.search)
        self.bar.show_office(office)
        self.bar.show_time(self._clock.now(), office.officer, None)
        self._feed = BarFeed(self._actions, self._work, self._clock, self.bar, self.search)
        self._stack = QStackedWidget()
        ground = QWidget()
        ground.setObjectName("ground")
        row = QHBoxLayout(ground)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._stack, 1)
        row.addLayout(column, 1)
        self.setCentralWidget(ground)

    def _connect(self) -> None:
        self.rail.chosen.connect(self.go)
        self._feed.office_known.connect(self.citizen.show_office)
        self.closing.connect(self.citizen.close)
        self.search.opened.connect(self.open_dossier)
        self.search.left.connect(self._focus_screen)
        self.bar.sync_wanted.connect(self._on_sync_wanted)
        self.bar.drawer_wanted.connect(self.show_drawer)
        self.ticker.ticked.connect(self._on_ticked)
        self.overlays.ended.connect(self._focus_screen)
        self._work.failed.connect(self.notices.take)

    # Moving about

    def take_key(self, key: str) -> None:
        """A key of the window was pressed, wherever the focus is."""
        own = {
            "F1": self.show_keys,
            "F6": self.citizen.toggle,
            "Ctrl+H": self.notices.undo_last,
            "Ctrl+K": self.show_palette,
            "Ctrl+Shift+V": self.read_clipboard,
        }
        if key in own:
            own[key]()
            return
        current = self._stack.currentWidget()
        if isinstance(current, Screen) and key in {"F4", "F8"} and current.take_key(key):
            return
        if key == "F8":
            self.notices.tell(self.tr("Mở một hồ sơ rồi bấm F8 để in lại giấy tờ của hồ sơ đó."))
            return
        for entry in self.places:
            if entry.key == key:
                self.go(entry.place)

    def show_keys(self) -> None:
        """Show the key map, or close it."""
        current = self._stack.currentWidget()
        self._keep_focus()
        self.overlays.toggle_keys(current.keys() if isinstance(current, Screen) else ())

    def show_palette(self) -> None:
        """Show the palette, or close it."""
        from ui.shell.palette_desk import make_palette  # noqa: PLC0415 - when it first opens

        if self.overlays.has_palette:
            self.overlays.end()
            return
        self._keep_focus()
        self.overlays.open_palette(make_palette(self, self._actions.palette(), self._work))

    def show_drawer(self) -> None:
        """Show what was said before, or close it."""
        self._keep_focus()
        self.overlays.toggle_drawer(self.notices.kept)

    def _show_dossier(self, dossier_id: int, key: str = "") -> None:
        screen = self.screen_at(Place.DOSSIER)
        assert isinstance(screen, DossierPlace)  # noqa: S101 - see the constructor
        screen.show_dossier(dossier_id, key)
        self._bring(screen)
        self.rail.show_place(Place.DOSSIER)

    def _bring(self, screen: Screen) -> None:
        self.overlays.end()
        self.search.close_results()
        former = self._stack.currentWidget()
        if isinstance(former, Screen) and former is not screen:
            former.on_left()
        self._stack.setCurrentWidget(screen)
        screen.on_shown()

    def _escape(self) -> None:
        """Close what is open, else go back; a notice is in nobody's way until neither is left."""
        if self.overlays.end() or self.search.close_results():
            return
        if self.notices.close_focused():
            self._focus_screen()
            return
        current = self._stack.currentWidget()
        if isinstance(current, Screen) and current.go_back():
            return
        if not self.go_back():
            self.notices.close_last()

    def _keep_focus(self) -> None:
        """Remember where in the screen one was, to come back there."""
        focused = self.focusWidget()
        if focused is not None and self._stack.isAncestorOf(focused):
            self._focused = focused

    def _focus_screen(self) -> None:
        """Back where one was in the screen in front, else where it begins."""
        focused, self._focused = self._focused, None
        current = self._stack.currentWidget()
        if not isinstance(current, Screen):
            return
        if focused is not None and isValid(focused) and current.isAncestorOf(focused):
            focused.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            current.on_shown()

    def _on_sync_wanted(self) -> None:
        self.go(Place.EXCHANGE)

    def _on_ticked(self, now: datetime) -> None:
        self._feed.tick(now)
        current = self._stack.currentWidget()
        if isinstance(current, Screen):
            current.on_ticked(now)
