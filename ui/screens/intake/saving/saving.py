"""Saving: the dossier is safe before it is printed; a refusal keeps the form."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from app.answers.dossier import Registered
from app.domain.dossier.dossier import IntakeRequest
from ui.screens.intake.state.form import FormState
from ui.work import Queue

Checked = tuple[IntakeRequest, FormState]
"""The request to register, and the form it was made from."""


class Saving(QObject):
    """Registers the form.

    Args:
        register: registers a request and drops the draft of this id.
        writing: where it is done.
        check: the form as it is to be saved; None if it cannot be, after saying why at its fields.
        keep: stores the form's draft, and says under which id.
        parent: whose life bounds it.

    Signals:
        registered: a dossier is safe on disk (`Registered`), and the `FormState` it came from.
        print_wanted: it is to be printed.
        refused: nothing was registered, with the error; what is typed stays.
        busy_changed: a dossier is being registered from now on, or no longer.
    """

    registered = Signal(object, object)
    print_wanted = Signal()
    refused = Signal(object)
    busy_changed = Signal(bool)

    def __init__(
        self,
        register: Callable[[IntakeRequest, str], Registered],
        writing: Queue,
        check: Callable[[], Checked | None],
        keep: Callable[[], str],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._register, self._writing = register, writing
        self._check, self._keep = check, keep
        self.last: Registered | None = None
        self.is_busy = False

    @Slot()
    def save_and_print(self) -> None:
        """F9: register, then print the receipt."""
        self._save(prints=True)

    @Slot()
    def save_only(self) -> None:
        """Ctrl+F9: register without printing."""
        self._save(prints=False)

    def is_ready(self) -> bool:
        """Whether the form can be saved as it stands; its faults are shown where they are."""
        return not self.is_busy and self._check() is not None

    def forget_last(self) -> None:
        """The next person is here: what was registered last is no longer at hand."""
        self.last = None

    def _save(self, *, prints: bool) -> None:
        if self.is_busy:
            return
        checked = self._check()
        if checked is None:
            return
        request, state = checked
        draft_id = self._keep()
        self._set_busy(is_busy=True)
        self._writing.run(
            self,
            lambda: self._register(request, draft_id),
            lambda done: self._on_registered(done, state, prints=prints),
            self._on_refused,
        )

    def _on_registered(self, registered: Registered, state: FormState, *, prints: bool) -> None:
        self._set_busy(is_busy=False)
        self.last = registered
        self.registered.emit(registered, state)
        if prints:
            self.print_wanted.emit()

    def _on_refused(self, error: Exception) -> None:
        self._set_busy(is_busy=False)
        self.refused.emit(error)

    def _set_busy(self, *, is_busy: bool) -> None:
        self.is_busy = is_busy
        self.busy_changed.emit(is_busy)
