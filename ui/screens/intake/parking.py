"""Drafts parked at this station: listed, taken up again, dropped."""

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.answers import Draft
from app.domain.errors import DeskError
from ui.screen import Notices
from ui.screens.intake.actions import IntakeActions
from ui.screens.intake.certification_lane import CertificationLane
from ui.screens.intake.certification_state import CertifiedState
from ui.screens.intake.draft_keeper import DraftKeeper
from ui.screens.intake.form_state import from_body
from ui.screens.intake.frame import IntakeFrame
from ui.work import Lane


class Parking(QObject):
    """Feeds the strip of drafts.

    Signals:
        taken: the draft's id and the form state to go on with.
    """

    taken = Signal(str, object)

    def __init__(
        self,
        actions: IntakeActions,
        records: Lane,
        notices: Notices,
        frame: IntakeFrame,
        keeper: DraftKeeper,
        lane: CertificationLane,
    ) -> None:
        super().__init__(keeper)
        self._actions, self._records, self._notices = actions, records, notices
        self._frame, self._keeper = frame, keeper
        self._lane = lane
        frame.drafts.taken.connect(self._on_taken)
        frame.drafts.dropped.connect(self._on_dropped)
        lane.removed.connect(self._on_row_removed)
        keeper.kept.connect(frame.show_kept)
        keeper.failed.connect(self._on_not_kept)

    def show_drafts(self) -> None:
        """List the drafts of this station, without the one in the form."""
        self._records.run(self, self._actions.drafts, self._on_drafts)

    def _on_drafts(self, drafts: tuple[Draft, ...]) -> None:
        self._frame.drafts.show_drafts([d for d in drafts if d.id != self._keeper.id])

    @Slot(object)
    def _on_taken(self, draft: Draft) -> None:
        self._keeper.keep()
        self.taken.emit(draft.id, from_body(draft.body))
        self.show_drafts()

    @Slot(object)
    def _on_dropped(self, draft: Draft) -> None:
        self._records.run(
            self,
            lambda: self._actions.drop_draft(draft.id),
            lambda _none: self._on_gone(draft),
            self._notices.take,
        )

    def _on_gone(self, draft: Draft) -> None:
        """A draft has no number yet: it may come back as it was."""
        self.show_drafts()
        words = self.tr("Đã bỏ nháp: {0}").format(draft.summary or self.tr("chưa có tên"))
        self._notices.offer_undo(words, lambda: self._bring_back(draft))

    @Slot(int, object)
    def _on_row_removed(self, at: int, row: CertifiedState) -> None:
        """A paper to certify was taken off the list: it may come back into the same form."""
        draft_id, left = self._keeper.id, self._lane.rows().count(row)

        def put_back() -> None:
            # Ctrl+Z may have brought it back already.
            if self._keeper.id == draft_id and self._lane.rows().count(row) <= left:
                self._lane.put_back(at, row)

        self._notices.offer_undo(self.tr("Đã bỏ giấy tờ: {0}").format(row.name), put_back)

    def _bring_back(self, draft: Draft) -> None:
        self._records.run(
            self,
            lambda: self._actions.save_draft(draft.id, draft.body, draft.summary),
            lambda _none: self.show_drafts(),
            self._notices.take,
        )

    @Slot(object)
    def _on_not_kept(self, error: Exception) -> None:
        self._frame.show_not_kept()
        if not isinstance(error, DeskError):
            self._notices.take(error)
