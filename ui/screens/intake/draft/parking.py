"""Drafts parked at this station: listed, taken up again, dropped."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from app.answers.dossier import Draft
from ui.screen import Notices
from ui.screens.intake.actions import IntakeActions
from ui.screens.intake.draft.body import from_body
from ui.screens.intake.draft.chips import DraftChips
from ui.work import Queue


class Parking(QObject):
    """Feeds the chips of drafts.

    Args:
        actions: lists, stores and drops drafts.
        writing: where they are asked.
        notices: where a draft dropped is offered back.
        chips: where they are listed.
        form_id: which draft the form is.

    Signals:
        taken: the draft's id and the form state to go on with.
    """

    taken = Signal(str, object)

    def __init__(
        self,
        actions: IntakeActions,
        writing: Queue,
        notices: Notices,
        chips: DraftChips,
        form_id: Callable[[], str],
    ) -> None:
        super().__init__(chips)
        self._actions, self._writing, self._notices = actions, writing, notices
        self._chips, self._form_id = chips, form_id
        chips.taken.connect(self._on_taken)
        chips.dropped.connect(self._on_dropped)

    def show_drafts(self) -> None:
        """List the drafts of this station, without the one in the form."""
        self._writing.run(self, self._actions.drafts, self._on_drafts)

    def _on_drafts(self, drafts: tuple[Draft, ...]) -> None:
        self._chips.show_drafts([d for d in drafts if d.id != self._form_id()])

    @Slot(object)
    def _on_taken(self, draft: Draft) -> None:
        self.taken.emit(draft.id, from_body(draft.body))
        self.show_drafts()

    @Slot(object)
    def _on_dropped(self, draft: Draft) -> None:
        self._writing.run(
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

    def _bring_back(self, draft: Draft) -> None:
        self._writing.run(
            self,
            lambda: self._actions.save_draft(draft.id, draft.body, draft.summary),
            lambda _none: self.show_drafts(),
            self._notices.take,
        )
