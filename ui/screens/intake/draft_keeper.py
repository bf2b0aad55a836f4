"""Keeps what is typed: a draft is stored within half a second of every change."""

import uuid
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from ui.screens.intake.actions import IntakeActions
from ui.screens.intake.form_state import FormState, to_body
from ui.work import Lane

DELAY_MS = 400


class DraftKeeper(QObject):
    """Saves the form's state on the records lane, the first time 400 ms after a change.

    Later changes do not push the moment back: steady typing is saved every 400 ms.

    Signals:
        kept: a draft was stored, at this moment.
        failed: a draft could not be stored.
    """

    kept = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        actions: IntakeActions,
        lane: Lane,
        state: Callable[[], FormState],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._lane = lane
        self._state = state
        self._saved: FormState | None = None
        self.id = _new_id()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self.keep)

    def note_change(self) -> None:
        """The form changed: store it soon."""
        if not self._timer.isActive():
            self._timer.start()

    def keep(self) -> None:
        """Store the form now if it differs from what is stored; an empty one is dropped."""
        self._timer.stop()
        state = self._state()
        if state == self._saved:
            return
        if state.is_blank:
            if self._saved is not None:
                self.drop()
            return
        self._saved = state
        draft_id, body, summary = self.id, to_body(state), state.summary
        self._lane.run(
            self,
            lambda: self._actions.save_draft(draft_id, body, summary),
            self._on_kept,
            self._on_failed,
        )

    def drop(self) -> None:
        """Forget the stored draft of this form."""
        self._timer.stop()
        self._saved = None
        draft_id = self.id
        self._lane.run(
            self, lambda: self._actions.drop_draft(draft_id), lambda _none: None, self._on_failed
        )

    def start_new(self) -> None:
        """The form is another one now; the former draft stays as it was stored."""
        self._timer.stop()
        self._saved = None
        self.id = _new_id()

    def take_over(self, draft_id: str, state: FormState) -> None:
        """The form now is the draft `draft_id`, stored as `state`."""
        self._timer.stop()
        self.id = draft_id
        self._saved = state

    def _on_kept(self, _none: None) -> None:
        now: datetime = self._actions.now()
        self.kept.emit(now)

    def _on_failed(self, error: Exception) -> None:
        self._saved = None
        self.failed.emit(error)


def _new_id() -> str:
    return uuid.uuid4().hex
