"""Ten seconds to take back what ended dossiers, by a move that stands in the ledger too."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from app.answers.dossier import DossierChanged
from app.domain.dossier.opened import Opened
from ui.screen import Notices
from ui.words import word_for
from ui.work import Work

TakeBack = Callable[[Sequence[Opened]], tuple[DossierChanged, ...]]


class TakingBack(QObject):
    """Says what was done, with the offer to take it back.

    An export in between changes nothing of it; what else happens to a dossier meanwhile, the
    records tell.

    Args:
        take_back: of the desk.
        work: where it is asked.
        notices: where it is offered.
        parent: lives as long as this is needed.

    Signals:
        changed: records were changed (`Changed`).
    """

    changed = Signal(object)

    def __init__(self, take_back: TakeBack, work: Work, notices: Notices, parent: QObject) -> None:
        super().__init__(parent)
        self._take_back, self._work, self._notices = take_back, work, notices

    def offer(self, words: str, done: Sequence[DossierChanged]) -> None:
        """Say `words` and offer to take `done` back."""
        ended = [Opened(one.dossier_id, one.version) for one in done]
        self._notices.offer_undo(words, lambda: self._undo(ended))

    def _undo(self, ended: Sequence[Opened]) -> None:
        self._work.writing.run(
            self, lambda: self._take_back(ended), self._on_undone, self._notices.take
        )

    def _on_undone(self, done: tuple[DossierChanged, ...]) -> None:
        first = done[0]
        words = self.tr("Đã hoàn tác, có ghi trong sổ. Hồ sơ {0}: {1}.")
        words = words.format(first.dossier_code, word_for(first.state))
        if len(done) > 1:
            words = self.tr("Đã hoàn tác {0} hồ sơ, có ghi trong sổ.").format(len(done))
        self._notices.notify(words)
        self.changed.emit(first.changed)
