"""The tools that work over every screen; they come with the rest of the program."""

from app.domain.changes import Changed
from app.domain.clock import Clock
from app.domain.scanning.scanned import PersonScan
from ui.intake_place import IntakePlace
from ui.screen import Screen
from ui.shell.bar_feed import BarFeed
from ui.shell.cards.commands import WindowActions
from ui.shell.citizen.citizen_desk import CitizenDesk
from ui.shell.palette_desk import intake_of, make_palette
from ui.shell.scanning.scan_desk import ScanDesk
from ui.shell.search import SearchBox
from ui.shell.shell_actions import ShellActions
from ui.shell.window import DeskWindow
from ui.shell.window_tools import WindowTools
from ui.work import Work

_OFFICE = Changed.SETTINGS | Changed.CALENDAR


class Tools(WindowTools):
    """Search, scans, palette, the citizen's window and what the bar says of the office.

    Args:
        window: where they work; `DeskWindow.equip` gives them to it.
        actions: what they ask of the desk.
        work: where it is asked.
        clock: the present moment.
    """

    def __init__(self, window: DeskWindow, actions: ShellActions, work: Work, clock: Clock) -> None:
        super().__init__(window)
        self._window, self._actions, self._work, self._clock = window, actions, work, clock
        self.scans: ScanDesk | None = None
        self.citizen = CitizenDesk(window)
        self.search = SearchBox(actions.search, work, window.notices, line=window.search_line)
        self._feed = BarFeed(actions, work, clock, window.bar, self.search)
        self._own_keys = {
            "F6": self.citizen.toggle,
            "Ctrl+K": self.show_palette,
            "Ctrl+Shift+V": self.read_clipboard,
        }
        window.bar.place_search(self.search)
        self.search.opened.connect(window.open_dossier)
        self.search.left.connect(window.focus_screen)
        self._feed.office_known.connect(self.citizen.show_office)
        window.ticker.ticked.connect(self._feed.tick)
        window.closing.connect(self.citizen.close)
        self._feed.ask()

    def listen(self) -> None:
        """Hear scanners from now on."""
        window = self._window
        self.scans = ScanDesk(
            self._actions.scan, self._work, window.notices, self._clock.now, window
        )
        self.scans.dossier_found.connect(window.open_dossier)
        self.scans.person_read.connect(self.take_card)
        window.closing.connect(self.scans.close)
        self.scans.ask_setup()

    def start_search(self) -> None:
        """F3: ready to scan, or to type."""
        self.search.start()

    def close_results(self) -> bool:
        """Close the answers of the search; False if none were open."""
        return self.search.close_results()

    def take_key(self, key: str) -> None:
        """A key of the tools was pressed."""
        self._own_keys[key]()

    def on_screen_made(self, screen: Screen) -> None:
        """Let the citizen's window and the intake screen know each other."""
        if isinstance(screen, IntakePlace):
            screen.for_citizen.connect(self.citizen.show_page)
            self.citizen.asked_for.connect(screen.set_citizen_asked)
            self.citizen.said.connect(screen.on_citizen_said)
            screen.set_citizen_asked(self.citizen.asks)

    def on_changed(self, changed: Changed) -> None:
        """Records were changed."""
        if changed & (Changed.OUTBOX | _OFFICE):
            self._feed.ask()
        if changed & Changed.SETTINGS and self.scans is not None:
            self.scans.ask_setup()

    def take_card(self, card: PersonScan) -> None:
        """Somebody's card was scanned: for the screen in front, else for a new dossier."""
        current = self._window.screen_in_front
        if isinstance(current, IntakePlace) and current.take_card(card):
            return
        intake_of(self._window).take_card(card)

    def read_clipboard(self) -> None:
        """Take a code out of the picture or text that was copied."""
        if self.scans is not None:
            self.scans.take_clipboard()

    def read_picture(self) -> None:
        """Take a code out of a picture file the clerk chooses."""
        if self.scans is not None:
            self.scans.choose_picture()

    def show_palette(self) -> None:
        """Show the palette, or close it."""
        window = self._window
        if window.overlays.has_palette:
            window.overlays.end()
            return
        window.keep_focus()
        own = WindowActions(
            go=window.go,
            take_key=window.take_key,
            show_keys=window.show_keys,
            show_drawer=window.show_drawer,
            read_clipboard=self.read_clipboard,
            read_picture=self.read_picture,
            toggle_citizen=self.citizen.toggle,
        )
        palette = make_palette(window, own, self._actions.palette, self._work)
        window.overlays.open_palette(palette)
