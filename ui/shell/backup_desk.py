"""Saves the office while it works, each hour, and once more before the window closes."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from app.answers.safety import BackupRound, TrialFacts
from app.domain.changes import Changed
from app.domain.safety.schedule import Occasion
from ui.operation import Operation
from ui.screen import Action, Place
from ui.shell.cards.closing_card import ClosingCard
from ui.shell.shell_actions import BackupActions
from ui.shell.window import DeskWindow
from ui.words import in_language
from ui.work import Work

_MINUTES = 5
"""So often it is looked whether a copy is due: a stick that was plugged in gets its own soon."""
_FLASH_MS = 250
"""A copy that takes no longer is not worth a card."""


class BackupDesk(QObject):
    """Copies in the background, and the card before the window closes.

    Args:
        window: whose minutes and closing it hears of.
        actions: what is done.
        work: where.
    """

    def __init__(self, window: DeskWindow, actions: BackupActions, work: Work) -> None:
        super().__init__(window)
        self._window, self._actions, self._work = window, actions, work
        self._copy: Operation | None = None
        self._trial: Operation | None = None
        self._is_closing = self._is_over = False
        self.card: ClosingCard | None = None
        window.ticker.ticked.connect(self._on_ticked)

    def may_close(self) -> bool:
        """Whether the window may close at once; if not it is closed once a copy was made.

        A session of the system that ends waits for nobody.
        """
        if self._is_over or _session_ends():
            return True
        if not self._is_closing:
            self._is_closing = True
            if self._trial is not None:
                self._trial.cancel()
            if self._copy is not None:
                self._copy.cancel()
            # Behind what was typed last and is being kept.
            self._work.writing.run(self, lambda: None, lambda _: self._save_and_close())
            QTimer.singleShot(_FLASH_MS, self, self._show_card)
        return False

    def _on_ticked(self, now: datetime) -> None:
        if now.minute % _MINUTES == 0 and self._copy is None and not self._is_closing:
            self._copy = self._make(Occasion.HOUR, self._on_made, self._on_failed)
            self._copy.ended.connect(self._on_copy_ended)

    def _make(
        self,
        occasion: Occasion,
        then: Callable[[BackupRound], None],
        otherwise: Callable[[Exception], None],
    ) -> Operation:
        return self._work.outside.run_long(
            self,
            lambda progress: self._actions.make(occasion, progress),
            then,
            otherwise,
            changes=lambda found: Changed.COPIES if found.done else Changed.NOTHING,
        )

    def _on_made(self, _found: BackupRound) -> None:
        if self._trial is None:
            self._trial = self._work.outside.run_long(
                self, self._actions.try_out, self._on_tried, self._on_failed, changes=Changed.COPIES
            )
            self._trial.ended.connect(self._on_trial_ended)

    def _on_tried(self, found: TrialFacts | None) -> None:
        if found is None or not found.failure:
            return
        words = self.tr("Khôi phục thử bản sao lưu không được: {0} Hãy sao lưu mới ngay.")
        look = Action(
            self.tr("Mở Cài đặt"), lambda: self._window.go_to_part(Place.SETTINGS, "backup")
        )
        self._window.notices.ask(words.format(in_language(found.failure)), (look,))

    def _on_failed(self, error: Exception) -> None:
        self._window.notices.take(error)

    def _on_copy_ended(self) -> None:
        self._copy = None

    def _on_trial_ended(self) -> None:
        self._trial = None

    # Before the window closes

    def _show_card(self) -> None:
        if not self._is_closing or self._is_over or self.card is not None:
            return
        window = self._window
        window.keep_focus()
        self.card = card = ClosingCard(window)
        card.skipped.connect(self._skip)
        card.stayed.connect(self._stay)
        card.closed.connect(self._on_card_closed)
        window.overlays.open_question(card)

    def _save_and_close(self) -> None:
        if not self._is_closing or self._is_over:
            return
        self._copy = self._make(Occasion.CLOSE, self._on_saved, self._on_not_saved)
        self._copy.progressed.connect(self._on_progressed)

    def _on_progressed(self, done: int, total: int) -> None:
        if self.card is not None:
            self.card.show_progress(done, total)

    def _on_saved(self, found: BackupRound) -> None:
        if not self._is_closing:
            return
        if found.failed and not found.made:
            first = found.failed[0]
            self._say(f"{first.path}: {in_language(first.failure)}")
        elif found.is_busy:
            QTimer.singleShot(_FLASH_MS, self, self._save_and_close)
        else:
            self._end()

    def _on_not_saved(self, error: Exception) -> None:
        if self._is_closing:
            self._window.notices.take(error)
            self._say(self.tr("chương trình gặp lỗi, xem thông báo"))

    def _say(self, words: str) -> None:
        self._show_card()
        if self.card is not None:
            self.card.show_failure(words)

    def _skip(self) -> None:
        if self._copy is not None:
            self._copy.cancel()
        self._end()

    def _stay(self) -> None:
        self._is_closing = False
        if self._copy is not None:
            self._copy.cancel()
            self._copy = None
        self._window.overlays.end()

    def _on_card_closed(self) -> None:
        """Another card came over it: nobody can say “skip” any more, so the window stays."""
        self.card = None
        if self._is_closing and not self._is_over:
            self._stay()

    def _end(self) -> None:
        self._is_over = True
        QTimer.singleShot(0, self._window, self._window.close)


def _session_ends() -> bool:
    """Whether the system closes every window because its user leaves."""
    app = QGuiApplication.instance()
    return isinstance(app, QGuiApplication) and app.isSavingSession()
