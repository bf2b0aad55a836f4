"""Says that acts which were kept are gone, and takes the reason for going on without them."""

from datetime import datetime

from PySide6.QtCore import QObject

from app.domain.changes import Changed
from app.domain.errors import Damaged, DeskError, FieldError
from ui.screen import Action, Place
from ui.shell.cards.loss_card import LossCard
from ui.shell.shell_actions import LossActions
from ui.shell.window import DeskWindow
from ui.tokens import Tone
from ui.work import Work


class LossDesk(QObject):
    """The question over `window`.

    Args:
        window: what it lies over.
        actions: look whether something is lost, and accept that.
        work: where that is done.
    """

    def __init__(self, window: DeskWindow, actions: LossActions, work: Work) -> None:
        super().__init__(window)
        self._window, self._actions, self._work = window, actions, work
        self._loss: DeskError | None = None
        self.card: LossCard | None = None
        self._is_behind = False
        window.ticker.ticked.connect(self._on_ticked)
        work.refused.connect(self._on_refused)

    def ask(self) -> None:
        """Look whether something is lost, and ask what is to be done."""
        self._work.reading.run(self, self._actions.question, self._on_looked)

    def _on_looked(self, loss: DeskError | None) -> None:
        self._loss = loss
        if loss is None or self.card is not None:
            return
        window = self._window
        window.keep_focus()
        self.card = card = LossCard(window.notices.words_of, window)
        card.words.setText(window.notices.words_of(loss))
        card.accepted.connect(self._accept)
        card.restoring.connect(self._go_to_backups)
        card.closed.connect(self._on_closed)
        window.overlays.open_question(card)

    def _accept(self, reason: str) -> None:
        self._work.writing.run(
            self,
            lambda: self._actions.accept(reason),
            lambda _: self._on_accepted(),
            self._on_not_accepted,
        )

    def _go_to_backups(self) -> None:
        if self.card is not None:
            self.card.end()
        self._window.go_to_part(Place.SETTINGS, "backup")

    def _on_accepted(self) -> None:
        self._loss = None
        if self.card is not None:
            self.card.end()
        words = self.tr("Đã ghi lý do vào sổ cái; từ giờ ghi tiếp được.")
        self._window.notices.notify(words, Tone.DONE)
        self._window.announce_changed(~Changed.NOTHING)

    def _on_not_accepted(self, error: Exception) -> None:
        if isinstance(error, FieldError) and self.card is not None:
            self.card.refuse(self._window.notices.words_of(error))
        else:
            self._window.notices.take(error)

    def _on_closed(self) -> None:
        self.card = None
        if self._loss is not None:
            self._remind()

    def _remind(self) -> None:
        if any(toast.asks for toast in self._window.notices.toasts):
            return
        self._window.notices.ask(
            self.tr("Dữ liệu bị thiếu: chỉ xem được, chưa ghi và chưa in được."),
            (Action(self.tr("Xem phải làm gì"), self.ask),),
        )

    def _on_ticked(self, _now: datetime) -> None:
        self._work.reading.run(self, self._actions.behind, self._on_behind)

    def _on_behind(self, why: DeskError | None) -> None:
        """What would tell of a loss could not be written: said once, until it could again."""
        if why is not None and not self._is_behind:
            self._window.notices.notify(self._window.notices.words_of(why), Tone.DUE_SOON)
        self._is_behind = why is not None

    def _on_refused(self, error: Exception) -> None:
        """Who has seen the question and only looks is reminded: a draft is tried every while."""
        if not isinstance(error, Damaged) or self.card is not None:
            return
        if self._loss is None:
            self.ask()
        else:
            self._remind()
