"""The tools that work over every screen; they come with the rest of the program."""

from app.domain.changes import Changed
from app.domain.clock import Clock
from app.domain.errors import DeskError
from app.domain.scanning.scanned import PersonScan
from ui.checks import Checks
from ui.intake_place import IntakePlace
from ui.keys import Key
from ui.screen import Action, Screen
from ui.shell.backup_desk import BackupDesk
from ui.shell.bar_feed import BarFeed
from ui.shell.cards.commands import WindowActions
from ui.shell.citizen.citizen_desk import CitizenDesk
from ui.shell.clock_desk import ClockDesk
from ui.shell.crash_desk import CrashDesk
from ui.shell.loss_desk import LossDesk
from ui.shell.notices.announcing import Announcer
from ui.shell.palette_desk import intake_of, make_palette
from ui.shell.scanning.scan_desk import ScanDesk
from ui.shell.search import SearchBox
from ui.shell.shell_actions import ShellActions
from ui.shell.watch_desk import WatchDesk
from ui.shell.window import DeskWindow
from ui.shell.window_tools import WindowTools
from ui.support import SupportSaver
from ui.tokens import Tone
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
        self.clock_desk: ClockDesk | None = None
        self.loss_desk: LossDesk | None = None
        self.backup_desk: BackupDesk | None = None
        self.watch_desk: WatchDesk | None = None
        self.citizen = CitizenDesk(window)
        window.notices.said.connect(Announcer(window).announce)
        self._support = SupportSaver(window, actions.support, work, window.notices)
        self.crash_desk = CrashDesk(window, clock, self._support)
        self.search = SearchBox(actions.search, work, window.notices, line=window.search_line)
        self._feed = BarFeed(actions, work, clock, window.bar, self.search)
        self._own_keys = {
            Key.CITIZEN: self.citizen.toggle,
            Key.PALETTE: self.show_palette,
            Key.READ_CODE: self.read_clipboard,
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
        self.scans.dossier_found.connect(self.take_dossier)
        self.scans.person_read.connect(self.take_card)
        self.scans.unknown_read.connect(self.take_unknown)
        window.closing.connect(self.scans.close)
        self.scans.ask_setup()

    def question_clock(self) -> None:
        """Ask whether the machine's clock is right, now and whenever it is doubted."""
        self.clock_desk = ClockDesk(self._window, self._actions.clock, self._work)
        self.clock_desk.ask()

    def question_loss(self) -> None:
        """Say that acts are gone, if so, now and whenever that refuses something."""
        self.loss_desk = LossDesk(self._window, self._actions.loss, self._work)
        self.loss_desk.ask()

    def keep_saved(self) -> None:
        """Save the office from now on, while it works and before the window closes."""
        self.backup_desk = BackupDesk(self._window, self._actions.backups, self._work)

    def may_close(self) -> bool:
        """Whether the window may close at once; if not, it is closed once a copy was made."""
        return self.backup_desk is None or self.backup_desk.may_close()

    def watch(self, checks: Checks) -> None:
        """Watch the data and their disk from now on; `checks` run the deep check."""
        self.watch_desk = WatchDesk(
            self._window, self._actions.watch, checks, self._support, self._work
        )
        self.watch_desk.look()

    def start_search(self) -> None:
        """F3: ready to scan, or to type."""
        self.search.start()

    def close_results(self) -> bool:
        """Close the answers of the search; False if none were open."""
        return self.search.close_results()

    def forget_search(self) -> None:
        """Another screen or dossier comes to the front."""
        self.search.forget()

    def take_key(self, key: Key) -> None:
        """A key of the tools was pressed."""
        self._own_keys[key]()

    def take_crash(self, error: Exception) -> None:
        """Show an error that nothing caught."""
        self.crash_desk.take(error)

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

    def take_dossier(self, dossier_id: int) -> None:
        """A dossier's code was scanned: for the screen in front if it wants it, else it opens."""
        current = self._window.screen_in_front
        if current is None or not current.take_dossier(dossier_id):
            self._window.open_scanned(dossier_id)

    def take_card(self, card: PersonScan) -> None:
        """Somebody's card was scanned: for the screen in front, else for a new dossier."""
        current = self._window.screen_in_front
        if current is not None and current.take_card(card):
            return
        intake_of(self._window).take_card(card)

    def take_unknown(self, code: str, error: DeskError) -> None:
        """A code no dossier has: for a field in front that takes one, else it is offered."""
        current, window = self._window.screen_in_front, self._window
        if current is not None and current.take_code(code, is_meant=False):
            return

        def begin() -> None:
            intake_of(window).take_code(code, is_meant=True)

        receive = Action(self.tr("Tiếp nhận hồ sơ trực tuyến"), begin)
        window.notices.notify(window.notices.words_of(error), Tone.DUE_SOON, receive)

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
            go_to_part=window.go_to_part,
            take_key=window.take_key,
            show_keys=window.show_keys,
            show_drawer=window.show_drawer,
            read_clipboard=self.read_clipboard,
            read_picture=self.read_picture,
            toggle_citizen=self.citizen.toggle,
        )
        palette = make_palette(window, own, self._actions.palette, self._work)
        window.overlays.open_palette(palette)
