"""At most one card lies over the window: key map, palette, or what was said before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.theme import px

if TYPE_CHECKING:
    # Loads when it is first opened: not before the window is painted.
    from ui.shell.notices import Notice
    from ui.shell.overlay import Overlay
    from ui.shell.palette import Palette


class OverlayHost(QObject):
    """Opens and ends the cards.

    Signals:
        ended: a card was closed; the focus should go back where it was.
    """

    ended = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.card: Overlay | Palette | None = None

    def toggle_keys(self, own: Sequence[tuple[str, str]]) -> None:
        """Show the key map, with the keys of the screen in front first; or close it."""
        from ui.shell.key_words import shell_keys  # noqa: PLC0415 - not before the first paint
        from ui.shell.overlay import KeyMap  # noqa: PLC0415 - not before the first paint

        if isinstance(self.card, KeyMap):
            self.end()
            return
        card = KeyMap(self._window)
        card.show_keys([(self.tr("Màn hình này"), own), (self.tr("Ở đâu cũng dùng"), shell_keys())])
        whole = self._window.size()
        width = min(px(640), whole.width() - 40)
        height = min(card.wanted_height(), whole.height() - px(80))
        self._open(card, ((whole.width() - width) // 2, px(62), width, height))

    def toggle_drawer(self, kept: Sequence[Notice]) -> None:
        """Show what was said before, or close it."""
        from ui.shell.overlay import Drawer  # noqa: PLC0415 - not before the first paint

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

    def open_palette(self, palette: Palette) -> None:
        """Show the palette."""
        whole = self._window.size()
        width = min(px(760), whole.width() - 40)
        height = min(px(560), whole.height() - px(80))
        self._open(palette, ((whole.width() - width) // 2, px(62), width, height))

    def end(self) -> bool:
        """Close the card; False if there was none."""
        if self.card is None:
            return False
        self.card.end()
        return True

    def _open(self, card: Overlay | Palette, at: tuple[int, int, int, int]) -> None:
        self.end()
        self.card = card
        card.closed.connect(self._on_closed)
        card.open_at(*at)

    def _on_closed(self) -> None:
        card, self.card = self.card, None
        if card is not None:
            card.deleteLater()
        self.ended.emit()
