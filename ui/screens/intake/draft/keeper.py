"""Keeps what is typed: a draft is stored within half a second of every change."""

import uuid
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from ui.screens.intake.actions import IntakeActions
from ui.screens.intake.draft.body import to_body
from ui.screens.intake.state.form import FormState
from ui.work import Queue

DELAY_MS = 400


class DraftKeeper(QObject):
    """Stores the form's state, the first time 400 ms after a change.

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
        writing: Queue,
        state: Callable[[], FormState],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._writing = writing
        self._state = state
        self._saved: dict[str, object] | None = None
        self.id = _new_id()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self.keep)

    def form_id(self) -> str:
        """The id of the draft that the form is."""
        return self.id

    def note_change(self) -> None:
        """The form changed: store it soon."""
        if not self._timer.isActive():
            self._timer.start()

    def keep(self) -> str:
        """Store the form now if it differs from what is stored; the id it has as a draft.

        An empty form is no draft: what was stored of it is dropped.
        """
        self._timer.stop()
        state = self._state()
        if to_body(state) == self._saved:
            return self.id
        if not state.is_blank:
            self._store(state)
        elif self._saved is not None:
            self._drop()
        return self.id

    def start_new(self) -> None:
        """The form is another one now; the former draft stays as it was stored."""
        self._timer.stop()
        self._saved = None
        self.id = _new_id()

    def take_over(self, draft_id: str, state: FormState) -> None:
        """The form now is the draft `draft_id`, stored as `state`."""
        self._timer.stop()
        self.id = draft_id
        self._saved = to_body(state)

    def _store(self, state: FormState) -> None:
        draft_id, body, summary = self.id, to_body(state), state.summary
        self._saved = body
        self._writing.run(
            self,
            lambda: self._actions.save_draft(draft_id, body, summary),
            self._on_kept,
            self._on_failed,
        )

    def _drop(self) -> None:
        self._saved = None
        draft_id = self.id
        self._writing.run(
            self, lambda: self._actions.drop_draft(draft_id), lambda _done: None, self._on_failed
        )

    def _on_kept(self, _done: object) -> None:
        now: datetime = self._actions.now()
        self.kept.emit(now)

    def _on_failed(self, error: Exception) -> None:
        self._saved = None
        self.failed.emit(error)


def _new_id() -> str:
    return uuid.uuid4().hex
