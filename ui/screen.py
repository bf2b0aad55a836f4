"""What the shell asks of every screen, and what a screen may ask of the shell.

A screen derives from `Screen` and overrides what it needs. Signals go up: `changed` (records were
changed; carries `app.domain.changes.Changed`), `dossier_wanted` (open that dossier), `place_wanted`
(go to a `Place`). `Notices` is given in: the one place for what is said in passing and for every
error that has no field to stand beside.
"""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.changes import Changed
from ui.keys import Key
from ui.tokens import Tone

if TYPE_CHECKING:  # nothing is read from a card before the window is painted
    from app.domain.scanning.scanned import PersonScan


class Place(StrEnum):
    """Where rail, keys and palette lead; the value is stable (tests, `screenshot SCREEN`)."""

    HOME = "home"
    INTAKE = "intake"
    SEARCH = "search"
    RETURN = "return"
    EXCHANGE = "exchange"
    REFERENCE = "reference"
    SETTINGS = "settings"
    DOSSIER = "dossier"
    SIGNING = "signing"
    CASH = "cash"
    REGISTER = "register"
    HANDOVER = "handover"
    DAY = "day"
    LISTS = "lists"


class Action(NamedTuple):
    """A button of a notice: its words and what it does."""

    words: str
    do: Callable[[], None]


class Notices(Protocol):
    """Where the window says things (`ui.shell.notices.notice_board`)."""

    def notify(self, words: str, tone: Tone = Tone.DONE, action: Action | None = None) -> None:
        """Say something in passing: six seconds, then kept in the drawer."""
        ...

    def ask(self, words: str, actions: tuple[Action, ...]) -> None:
        """Ask without taking the focus, the Esc key or anybody's time; it goes after a minute."""
        ...

    def offer_undo(
        self, words: str, undo: Callable[[], None], until: Changed = Changed.NOTHING
    ) -> None:
        """Say what was done, with “Hoàn tác” for ten seconds (also Ctrl+H).

        It goes at once when records of the kinds `until` are changed: then it would be a lie.
        """
        ...

    def take(self, error: Exception, retry: Callable[[], None] | None = None) -> None:
        """Show an error: a refusal, a passing trouble with `retry`, or a bug with its number."""
        ...


class Screen(QWidget):
    """One screen of the desk.

    Signals:
        changed: records were changed (`Changed`).
        dossier_wanted: the id of a dossier to open.
        dossier_key_wanted: the same, and what a key (`Key.RETURN`, `Key.REPRINT`) stands for
            is to be done to it.
        mend_wanted: the id of a dossier to open, the field to be mended (as requests name it, empty
            if nobody knows) and what is wrong with it.
        place_wanted: a `Place` to go to.
    """

    changed = Signal(object)
    dossier_wanted = Signal(int)
    dossier_key_wanted = Signal(int, object)
    mend_wanted = Signal(int, str, str)
    place_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def on_shown(self) -> None:
        """The screen came to the front: set the focus, ask for what may have changed."""

    def on_led(self, place: Place) -> None:
        """The rail or a function key led here under this name; `on_shown` follows."""

    def show_part(self, name: str) -> None:
        """Bring the part of this name into sight, with the keyboard (`ui.shell.cards.parts`)."""

    def on_left(self) -> None:
        """Another screen comes to the front, or the window closes: keep what is typed."""

    def keep_typed(self) -> bool:
        """Something went wrong: keep what is typed now, where it can be kept; whether it is."""
        return False

    def may_close(self) -> bool:
        """The window is to be closed: False if something typed here would be lost; it says so."""
        return True

    def take_key(self, key: Key) -> bool:  # noqa: ARG002 - for screens that do
        """`Key.RETURN` or `Key.REPRINT` was pressed; whether this screen did what it stands for."""
        return False

    def take_code(self, code: str, *, is_meant: bool) -> bool:  # noqa: ARG002 - for screens that do
        """The code of a portal was scanned, which no dossier here has.

        Args:
            code: the portal's.
            is_meant: whether the clerk said that it is the code of the dossier being typed.

        Returns:
            Whether this screen has a use for it: while a field for such a code stands open.
        """
        return False

    def take_card(self, card: "PersonScan") -> bool:  # noqa: ARG002 - for screens that do
        """Somebody's card was scanned; whether this screen has a use for it, or refuses it."""
        return False

    def take_dossier(self, dossier_id: int) -> bool:  # noqa: ARG002 - for screens that do
        """A dossier's code was scanned; whether this screen has a use for it, else it opens."""
        return False

    def on_ticked(self, now: datetime) -> None:
        """A new minute; only the screen in front hears it."""

    def on_changed(self, changed: Changed) -> None:
        """Records were changed somewhere; hidden screens hear it too, and may wait."""

    def go_back(self) -> bool:
        """Esc: close what is open inside; False if there was nothing (the shell then leaves)."""
        return False

    def offers(self, key: Key, words: str) -> bool:  # noqa: ARG002 - for screens that do
        """Whether a key of this screen does something as it stands now (for the key map)."""
        return True


class DossierPlace(Screen):
    """The screen that shows any one dossier."""

    def show_dossier(self, dossier_id: int, key: Key | None = None) -> None:
        """Show this dossier, then do what `Key.RETURN` or `Key.REPRINT` stands for."""
        raise NotImplementedError

    def show_scanned(self, dossier_id: int) -> None:
        """Show this dossier, whose paper was scanned, ready for what it waits for."""
        self.show_dossier(dossier_id)

    def show_fault(self, dossier_id: int, field: str, words: str) -> None:
        """Show this dossier, ready to mend `field`, beside which `words` say what is wrong."""
        raise NotImplementedError
