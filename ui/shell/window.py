"""The window: rail, bar and one screen at a time; it arranges, navigates and notifies, no more.

It is painted before most of the program is loaded. What it shows then is `front`; screens and tools
are given later (`add_screens`, `equip`). Who asks for one of them sooner waits for it: `complete`
brings them.
"""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.domain.changes import Changed
from app.domain.clock import Clock
from app.domain.errors import DeskError
from ui.key_table import keys_at
from ui.keys import Key
from ui.screen import DossierPlace, Notices, Place, Screen
from ui.shell.cards.overlay_host import OverlayHost
from ui.shell.frame.rail import Rail, entries
from ui.shell.frame.top_bar import OfficeLine, TopBar
from ui.shell.function_keys import FUNCTION_KEYS, take_function_keys
from ui.shell.notices.notice_board import NoticeBoard
from ui.shell.ticker import Ticker
from ui.shell.trail import Step, Trail
from ui.shell.window_tools import WindowTools
from ui.theme import px
from ui.widgets.keys import ButtonEnter, bound_to
from ui.widgets.layout.stage import Stage
from ui.widgets.search_field import search_field
from ui.work import Work

MakeScreen = Callable[[Notices], Screen]
_KEYS_OF_TOOLS = frozenset({Key.CITIZEN, Key.PALETTE, Key.READ_CODE})


class DeskWindow(QMainWindow):
    """The window.

    Args:
        work: the queues; closed with the window.
        clock: the present moment.
        say: the sentence of a refusal.
        office: whose desk this is, as known before the records answer.
        places: where one will be able to go; the rail shows them.
        complete: gives the window what it still lacks; asked at most once, on the GUI thread.

    Signals:
        closing: the window closes; what is typed has been handed on.
    """

    closing = Signal()

    def __init__(
        self,
        work: Work,
        clock: Clock,
        say: Callable[[DeskError], str],
        office: OfficeLine,
        places: Collection[Place],
        complete: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._work = work
        self._clock = clock
        self._complete = complete
        self._shown_places = frozenset(places)
        self._makers: dict[Place, MakeScreen] = {}
        self._screens: dict[Place, Screen] = {}
        self._trail = Trail()
        self._trail.go(Step(Place.HOME))
        self._focused: QWidget | None = None
        self._enter = ButtonEnter()
        self.tools: WindowTools | None = None
        self.overlays = OverlayHost(self)
        self.notices = NoticeBoard(self, clock, say)
        self.ticker = Ticker(clock, self)
        self._build(office)
        self._connect()

    @property
    def place(self) -> Place:
        """Where one is."""
        return self._trail.here.place

    @property
    def screen_in_front(self) -> Screen | None:
        """The screen that is shown."""
        current = self._stage.screen_shown
        return current if isinstance(current, Screen) else None

    @property
    def screens_made(self) -> tuple[Screen, ...]:
        """Every screen that was ever gone to."""
        return tuple(self._screens.values())

    def shown_at(self, place: Place) -> Screen | None:
        """The screen of `place`, if it was ever gone to."""
        return self._screens.get(place)

    def show_front(self, front: QWidget) -> None:
        """Show `front` until the first screen comes."""
        self._stage.add(front)
        front.setFocus()  # else the first button of the rail has it
        self.rail.show_place(Place.HOME)

    def show_above(self, part: QWidget) -> None:
        """Let `part` stand over every screen, beneath the bar, whenever it is shown."""
        self._above.addWidget(part)

    def add_screens(self, screens: Mapping[Place, MakeScreen]) -> None:
        """Know how each of these is made: that is done when it is first gone to.

        `Place.DOSSIER` makes a `DossierPlace`.
        """
        self._makers.update(screens)

    def equip(self, tools: WindowTools) -> None:
        """Take the tools that work over every screen."""
        self.tools = tools
        for screen in self._screens.values():
            tools.on_screen_made(screen)

    def screen_at(self, place: Place) -> Screen:
        """The screen of `place`, made now if it was never gone to."""
        screen = self._screens.get(place)
        if screen is None:
            if place not in self._makers:
                self._complete()
            screen = self._screens[place] = self._makers[place](self.notices)
            screen.changed.connect(self.announce_changed)
            screen.dossier_wanted.connect(self.open_dossier)
            screen.dossier_key_wanted.connect(self.open_dossier)
            screen.mend_wanted.connect(self.open_fault)
            screen.place_wanted.connect(self.go)
            if self.tools is not None:
                self.tools.on_screen_made(screen)
            self._stage.add(screen)
        return screen

    def go(self, place: Place) -> None:
        """Go to `place`; the search and the return of results are not screens of their own."""
        if place is Place.SEARCH:
            self.keep_focus()
            self._needed_tools().start_search()
            return
        shown = Place.HOME if place is Place.RETURN else place
        if shown not in self._shown_places:
            return
        screen = self.screen_at(shown)
        self._trail.go(Step(shown))
        screen.on_led(place)
        self._bring(screen)
        self.rail.show_place(place)

    def go_to_part(self, place: Place, name: str) -> None:
        """Go to `place` and there to the part of this name."""
        self.go(place)
        self.screen_at(place).show_part(name)

    def open_dossier(self, dossier_id: int, key: Key | None = None) -> None:
        """Show a dossier, then do what `Key.RETURN` or `Key.REPRINT` stands for."""
        self._trail.go(Step(Place.DOSSIER, dossier_id))
        self._show_dossier(dossier_id, key)

    def open_scanned(self, dossier_id: int) -> None:
        """Show a dossier whose paper was scanned, ready for what it waits for."""
        self._trail.go(Step(Place.DOSSIER, dossier_id))
        self._show_dossier(dossier_id, is_scanned=True)

    def open_fault(self, dossier_id: int, field: str, words: str) -> None:
        """Show a dossier at the field that is to be mended."""
        self._trail.go(Step(Place.DOSSIER, dossier_id))
        self._show_dossier(dossier_id, None, (field, words))

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

    def announce_changed(self, changed: Changed) -> None:
        """Tell every screen and the bar that records were changed."""
        self.notices.on_changed(changed)
        for screen in self._screens.values():
            screen.on_changed(changed)
        if self.tools is not None:
            self.tools.on_changed(changed)

    def start(self) -> None:
        """Take keys, begin to tick; call once the window is painted."""
        take_function_keys(self, self.take_key)
        self.ticker.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
            event.accept()
            return
        if self._enter.take(event, self.focusWidget()):
            event.accept()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.notices.arrange()
        self.overlays.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.overlays.fit()
            self.notices.arrange()

    def closeEvent(self, event: QCloseEvent) -> None:
        held = next((place for place, one in self._screens.items() if not one.may_close()), None)
        if held is not None:
            self.go(held)
            event.ignore()
            return
        current = self.screen_in_front
        if current is not None:
            current.on_left()
        if self.tools is not None and not self.tools.may_close():
            event.ignore()
            return
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
            if entry.place in {Place.SEARCH, Place.RETURN} or entry.place in self._shown_places
        ]
        self.rail = Rail(self.places)
        self.search_line = search_field()
        self.bar = TopBar(self.search_line)
        self.bar.show_office(office)
        self.bar.show_time(self._clock.now(), office.officer)
        self._stage = Stage()
        ground = QWidget()
        ground.setObjectName("ground")
        row = QHBoxLayout(ground)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.bar)
        self._above = QVBoxLayout()
        column.addLayout(self._above)
        column.addWidget(self._stage, 1)
        questions = QVBoxLayout()
        questions.setContentsMargins(px(12), 0, px(12), 0)
        column.addLayout(questions)
        self.notices.ask_in(questions)
        row.addLayout(column, 1)
        self.setCentralWidget(ground)

    def _connect(self) -> None:
        self.rail.chosen.connect(self.go)
        self.bar.sync_wanted.connect(self._on_sync_wanted)
        self.bar.drawer_wanted.connect(self.show_drawer)
        self.bar.palette_wanted.connect(partial(self.take_key, Key.PALETTE))
        self.ticker.ticked.connect(self._on_ticked)
        self.overlays.ended.connect(self.focus_screen)
        self._work.failed.connect(self.notices.take)
        self._work.changed.connect(self.announce_changed)

    # Moving about

    def take_key(self, key: Key) -> None:
        """A key of the window was pressed, wherever the focus is."""
        own: dict[Key, Callable[[], object]] = {
            Key.HELP: self.show_keys,
            Key.TAKE_BACK: self.notices.undo_last,
            Key.ANSWER_FIRST: lambda: self.notices.answer(0),
            Key.ANSWER_SECOND: lambda: self.notices.answer(1),
        }
        if key in own:
            own[key]()
            return
        if key in _KEYS_OF_TOOLS:
            self._needed_tools().take_key(key)
            return
        current = self.screen_in_front
        if current is not None and key in {Key.RETURN, Key.REPRINT} and current.take_key(key):
            return
        if key == Key.REPRINT:
            words = self.tr("Mở một hồ sơ rồi bấm {0} để in lại giấy tờ của hồ sơ đó.")
            self.notices.notify(words.format(key))
            return
        for entry in self.places:
            if entry.key == key:
                self.go(entry.place)

    def show_keys(self) -> None:
        """Show the key map, or close it."""
        current = self.screen_in_front
        self.keep_focus()
        self.overlays.toggle_keys(
            [] if current is None else [one for one in keys_at(self.place) if current.offers(*one)],
            self._hears,
            self._press,
        )

    def _hears(self, key: str) -> bool:
        """Whether the window or the screen in front does something on `key` by itself."""
        current = self.screen_in_front
        return key in FUNCTION_KEYS or (current is not None and bound_to(current, key) is not None)

    def _press(self, key: str) -> None:
        """Do what `key` does."""
        if key in FUNCTION_KEYS:
            self.take_key(Key(key))
            return
        current = self.screen_in_front
        if current is not None and (shortcut := bound_to(current, key)) is not None:
            shortcut.activated.emit()

    def show_drawer(self) -> None:
        """Show what was said before, or close it."""
        self.keep_focus()
        self.overlays.toggle_drawer(self.notices.kept)

    def _show_dossier(
        self,
        dossier_id: int,
        key: Key | None = None,
        fault: tuple[str, str] | None = None,
        *,
        is_scanned: bool = False,
    ) -> None:
        screen = self.screen_at(Place.DOSSIER)
        assert isinstance(screen, DossierPlace)  # noqa: S101 - see the constructor
        if fault is not None:
            screen.show_fault(dossier_id, *fault)
        elif is_scanned:
            screen.show_scanned(dossier_id)
        else:
            screen.show_dossier(dossier_id, key)
        self._bring(screen)
        self.rail.show_place(Place.DOSSIER)

    def _bring(self, screen: Screen) -> None:
        self.overlays.end()
        if self.tools is not None:
            self.tools.forget_search()
        former = self.screen_in_front
        if former is not None and former is not screen:
            former.on_left()
        self._stage.show_screen(screen)
        screen.on_shown()

    def _escape(self) -> None:
        """Close what is open, else go back; a notice is in nobody's way until neither is left."""
        if self.overlays.end() or self._close_results():
            return
        if self.notices.close_focused():
            self.focus_screen()
            return
        current = self.screen_in_front
        if current is not None and current.go_back():
            return
        if not self.go_back():
            self.notices.close_last()

    def keep_focus(self) -> None:
        """Remember where in the screen one was, to come back there."""
        focused = self.focusWidget()
        if focused is not None and self._stage.isAncestorOf(focused):
            self._focused = focused

    def focus_screen(self) -> None:
        """Back where one was in the screen in front, else where it begins."""
        focused, self._focused = self._focused, None
        current = self.screen_in_front
        if current is None:
            return
        if focused is not None and isValid(focused) and current.isAncestorOf(focused):
            focused.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            current.on_shown()

    def _on_sync_wanted(self) -> None:
        self.go(Place.EXCHANGE)

    def _on_ticked(self, now: datetime) -> None:
        if self.tools is None:
            self.bar.show_time(now, "")
        current = self.screen_in_front
        if current is not None:
            current.on_ticked(now)

    def _needed_tools(self) -> WindowTools:
        """The tools, waited for if need be."""
        if self.tools is None:
            self._complete()
        assert self.tools is not None  # noqa: S101 - see the constructor
        return self.tools

    def _close_results(self) -> bool:
        return self.tools is not None and self.tools.close_results()
