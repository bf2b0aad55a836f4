"""Shows what nothing caught: first what is typed is kept, then the number and what can be done."""

from datetime import datetime, timedelta

from PySide6.QtCore import QObject

from app.domain.clock import Clock
from app.domain.errors import DeskError
from app.incidents import likeness, record
from ui.shell.cards.incident_card import IncidentCard
from ui.shell.notices.notice_board import is_passing
from ui.shell.window import DeskWindow
from ui.support import SupportSaver
from ui.tokens import Tone

_QUIET = timedelta(minutes=1)
"""For so long the same mistake is not said again: what happens at each stroke or paint."""


class CrashDesk(QObject):
    """The card over `window`.

    Args:
        window: what it lies over.
        clock: when it happened.
        saver: writes the support bundle.
    """

    def __init__(self, window: DeskWindow, clock: Clock, saver: SupportSaver) -> None:
        super().__init__(window)
        self._window, self._clock, self._saver = window, clock, saver
        self._said: dict[str, datetime] = {}
        self.card: IncidentCard | None = None

    def take(self, error: Exception) -> None:
        """Take an error nobody caught; a refusal or a passing trouble is said as anywhere else."""
        if isinstance(error, DeskError) or is_passing(error):
            self._window.notices.take(error)
            return
        now, alike = self._clock.now(), likeness(error)
        last = self._said.get(alike)
        if last is not None and abs(now - last) < _QUIET:
            return
        self._said[alike] = now
        kept = self._kept()
        incident = record(error, now)
        words = self.tr("Chương trình gặp lỗi số {0}.").format(incident.number)
        self._window.notices.keep(f"{words} {kept}", Tone.OVERDUE)
        self._show().show_incident(incident, kept)
        self._window.overlays.fit()

    def _kept(self) -> str:
        """Keep what is typed on every screen, and say so."""
        has_draft = [screen.keep_typed() for screen in self._window.screens_made]
        saved = self.tr("Hồ sơ đã lưu còn nguyên.")
        if any(has_draft):
            typed = self.tr("Phiếu đang gõ còn trên màn hình và được giữ trong bản nháp.")
        else:
            typed = self.tr("Chữ đang gõ còn nguyên trên màn hình.")
        return f"{saved} {typed}"

    def _show(self) -> IncidentCard:
        if self.card is None:
            self._window.keep_focus()
            self.card = card = IncidentCard(self._window)
            card.closed.connect(self._on_closed)
            card.support_wanted.connect(self._saver.ask)
            self._window.overlays.open_question(card)
        return self.card

    def _on_closed(self) -> None:
        self.card = None
