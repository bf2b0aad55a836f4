"""At most one card lies over the window: key map, palette, or what was said before."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from ui.key_table import keys_everywhere
from ui.keys import Key
from ui.shell.cards.overlay import Drawer, KeyMap
from ui.shell.notices.notice_board import Notice
from ui.theme import px


class Card(Protocol):
    """What can lie over the window; a widget that says when it was closed."""

    @property
    def closed(self) -> SignalInstance:
        """It was closed; the focus should return."""
        ...

    def objectName(self) -> str:  # noqa: N802 - Qt's name
        """Its name."""
        ...

    def open_at(self, left: int, top: int, width: int, height: int) -> None:
        """Lie at this place and take the keyboard."""
        ...

    def end(self) -> None:
        """Close."""
        ...

    def deleteLater(self) -> None:  # noqa: N802 - Qt's name
        """Go once nobody is inside any more."""
        ...


class OverlayHost(QObject):
    """Opens and ends the cards.

    Signals:
        ended: a card was closed; the focus should go back where it was.
    """

    ended = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.card: Card | None = None
        self._is_question = False

    def toggle_keys(
        self,
        own: Sequence[tuple[str, str]],
        can: Callable[[str], bool],
        do: Callable[[str], object],
    ) -> None:
        """Show the key map, with the keys of the screen in front first; or close it.

        Args:
            own: the keys of the screen in front, and what they do.
            can: whether a click on a key's row does what the key does.
            do: does it, once the map is closed.
        """
        if isinstance(self.card, KeyMap):
            self.end()
            return
        card = KeyMap(self._window)
        card.show_keys(
            [(self.tr("Màn hình này"), own), (self.tr("Ở đâu cũng dùng"), keys_everywhere())], can
        )

        def chosen(key: str) -> None:
            self.end()
            if key != Key.HELP:
                do(key)

        card.chosen.connect(chosen)
        whole = self._window.size()
        width = min(px(640), whole.width() - 40)
        height = min(card.wanted_height(), whole.height() - px(80))
        self._open(card, ((whole.width() - width) // 2, px(62), width, height))

    def toggle_drawer(self, kept: Sequence[Notice]) -> None:
        """Show what was said before, or close it."""
        if isinstance(self.card, Drawer):
            self.end()
            return
        card = Drawer(self._window)
        card.show_notices(kept)
        whole = self._window.size()
        width = min(px(420), whole.width() - 40)
        left = whole.width() - width - px(12)
        self._open(card, (left, px(62), width, whole.height() - px(80)))

    @property
    def has_palette(self) -> bool:
        """Whether the palette is the card that lies over the window."""
        return self.card is not None and self.card.objectName() == "palette"

    def open_palette(self, palette: Card) -> None:
        """Show the palette."""
        whole = self._window.size()
        width = min(px(760), whole.width() - 40)
        height = min(px(560), whole.height() - px(80))
        self._open(palette, ((whole.width() - width) // 2, px(62), width, height))

    def open_question(self, card: Card) -> None:
        """Show a question in the middle; it stays there until it is answered or closed."""
        self._open(card, self._middle())
        self._is_question = True

    def fit(self) -> None:
        """The window has another size or look: a question moves along, other cards close."""
        if self.card is not None and self._is_question:
            self.card.open_at(*self._middle())
        else:
            self.end()

    def _middle(self) -> tuple[int, int, int, int]:
        whole = self._window.size()
        width = min(px(620), whole.width() - 40)
        return (whole.width() - width) // 2, px(62), width, px(280)

    def end(self) -> bool:
        """Close the card; False if there was none."""
        if self.card is None:
            return False
        self.card.end()
        return True

    def _open(self, card: Card, at: tuple[int, int, int, int]) -> None:
        self.end()
        self.card = card
        card.closed.connect(self._on_closed)
        card.open_at(*at)

    def _on_closed(self) -> None:
        card, self.card = self.card, None
        self._is_question = False
        if card is not None:
            card.deleteLater()
        self.ended.emit()
