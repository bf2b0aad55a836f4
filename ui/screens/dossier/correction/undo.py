"""Ten seconds to take a correction back, by another correction that says so."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.answers.dossier import DossierChanged
from app.domain.changes import Changed
from app.domain.dossier.correction import Correction
from app.domain.dossier.dossier import Dossier
from app.domain.dossier.opened import Opened
from ui.screen import Notices
from ui.screens.dossier.actions import DossierActions
from ui.work import Work

_ELSEWHERE = Changed.DOSSIERS | Changed.PRINTS | Changed.OUTBOX | Changed.MONEY
"""After any of these the corrected values may be on paper or with the province."""


class CorrectionUndo(QObject):
    """Writes the old values back as a correction of its own; nothing leaves the ledger.

    Args:
        parent: lives as long as this is needed.

    Signals:
        changed: records were changed (`Changed`).
    """

    changed = Signal(object)

    def __init__(
        self, actions: DossierActions, work: Work, notices: Notices, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._actions, self._work, self._notices = actions, work, notices

    def offer(self, before: Dossier, done: DossierChanged, *, counts_anew: bool) -> None:
        """Offer to put back what stood in `before`, until the dossier moves on or is printed.

        `counts_anew`: also its procedure, case and time of receipt. Fees would be counted anew by
        that, not put back as they were (exempted, charged by hand): then nothing is offered.
        """
        if counts_anew and before.fees:
            words = self.tr("Đã sửa hồ sơ {0}. Xem lại phí, miễn giảm.")
            self._notices.notify(words.format(done.dossier_code))
            return
        former = Correction(
            applicant=before.applicant,
            representative=before.representative,
            no_representative=before.representative is None,
            documents=before.documents,
            note=before.note,
            official_code=before.official_code,
        )
        if counts_anew:
            former = replace(
                former,
                procedure=before.procedure_code,
                case=before.case,
                received_at=before.received_at,
            )
        words = self.tr("Đã sửa hồ sơ {0}.").format(done.dossier_code)
        self._notices.offer_undo(words, lambda: self._undo(former, done), _ELSEWHERE)

    def _undo(self, former: Correction, done: DossierChanged) -> None:
        opened, reason = Opened(done.dossier_id, done.version), self.tr("Hoàn tác")
        self._work.writing.run(
            self,
            lambda: self._actions.correct(opened, former, reason),
            self._on_undone,
            self._notices.take,
        )

    def _on_undone(self, undone: DossierChanged) -> None:
        words = self.tr("Hồ sơ {0}: đã trả lại giá trị trước khi sửa, có ghi trong sổ.")
        self._notices.notify(words.format(undone.dossier_code))
        self.changed.emit(undone.changed)
