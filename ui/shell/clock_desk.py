"""Asks whether the machine's clock is right: at the start, each day, when an act was refused."""

from datetime import date, datetime
from typing import TypeGuard

from PySide6.QtCore import QObject

from app.domain.clock_doubt import ClockDoubted
from ui.screen import Action
from ui.shell.cards.clock_card import ClockCard
from ui.shell.shell_actions import ClockActions
from ui.shell.window import DeskWindow
from ui.work import Work


class ClockDesk(QObject):
    """The question over `window`; at its foot where the clerk may be typing.

    Args:
        window: what it lies over.
        actions: looks at the clock, and takes the answer.
        work: where that is done.
    """

    def __init__(self, window: DeskWindow, actions: ClockActions, work: Work) -> None:
        super().__init__(window)
        self._window, self._actions, self._work = window, actions, work
        self._doubt: ClockDoubted | None = None
        self._day: date | None = None
        self.card: ClockCard | None = None
        window.ticker.ticked.connect(self._on_ticked)
        work.refused.connect(self._on_refused)

    def ask(self) -> None:
        """Look at the clock, and ask if it is doubted."""
        self._work.reading.run(self, self._actions.question, self._on_looked)

    def _on_looked(self, doubt: ClockDoubted | None) -> None:
        if self._is_new(doubt):
            self._open(doubt)

    def _on_looked_in_passing(self, doubt: ClockDoubted | None) -> None:
        if self._is_new(doubt):
            self._remind()

    def _is_new(self, doubt: ClockDoubted | None) -> TypeGuard[ClockDoubted]:
        """Whether there is a doubt that no open question says; what it says is kept up."""
        self._doubt = doubt
        if self.card is not None and doubt is not None:
            self.card.show_doubt(doubt)
        elif self.card is not None:
            self.card.end()
        return self.card is None and doubt is not None

    def _open(self, doubt: ClockDoubted) -> None:
        window = self._window
        window.keep_focus()
        self.card = card = ClockCard(window)
        card.show_doubt(doubt)
        card.confirmed.connect(self._confirm)
        card.again.connect(self.ask)
        card.closed.connect(self._on_closed)
        window.overlays.open_question(card)

    def _confirm(self) -> None:
        doubt = self._doubt
        if doubt is None:
            return
        self._work.writing.run(
            self,
            lambda: self._actions.confirm(doubt.doubts),
            lambda _: self._on_looked(None),
        )

    def _on_closed(self) -> None:
        self.card = None
        if self._doubt is not None:
            self._remind()

    def _remind(self) -> None:
        self._window.notices.ask(
            self.tr("Chưa xác nhận ngày giờ của máy: chưa ghi và chưa in được."),
            (Action(self.tr("Xem ngày giờ"), self.ask),),
        )

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, ClockDoubted):
            self.ask()

    def _on_ticked(self, now: datetime) -> None:
        former, self._day = self._day, now.date()
        if self.card is not None or former not in {None, self._day}:
            self._work.reading.run(self, self._actions.question, self._on_looked_in_passing)
