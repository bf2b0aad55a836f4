"""A question on a strip about the form as it stands; it goes once the form is another."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.screens.intake.parts.strip import Strip, StripAction
from ui.screens.intake.state.form import FormState


class Question(QObject):
    """What is asked on the clerk's screen before a dossier is saved.

    Args:
        strip: where it is asked.
        state: the form that is asked about.
        is_ready: whether it can be saved as it stands.
        focus_form: where the keyboard goes back to when what it was in is gone.

    Signals:
        changed: the question was put or withdrawn.
    """

    changed = Signal()

    def __init__(
        self,
        strip: Strip,
        *,
        state: Callable[[], FormState],
        is_ready: Callable[[], bool],
        focus_form: Callable[[], None],
    ) -> None:
        super().__init__(strip)
        self.strip, self.is_ready = strip, is_ready
        self._state, self._focus_form = state, focus_form
        self._asked: FormState | None = None
        self._before: QWidget | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether an answer is awaited."""
        return self._asked is not None

    def put(self, words: str, answers: Sequence[StripAction]) -> None:
        """Ask."""
        self._before, self._asked = QApplication.focusWidget(), self._state()
        self.strip.show_all(words, answers)
        self.changed.emit()

    @Slot()
    def withdraw(self) -> bool:
        """Back to the form, which is as it was; False if nothing was asked."""
        if not self.is_waiting:
            return False
        self._asked = None
        before, self._before = self._before, None
        if self.strip.isAncestorOf(QApplication.focusWidget() or self.strip):
            if before is not None and isValid(before) and before.isVisible():
                before.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self._focus_form()
        self.strip.show_all("")
        self.changed.emit()
        return True

    @Slot()
    def on_changed(self) -> None:
        """The form was changed: what was asked about is no longer what would be saved."""
        if self.is_waiting and self._state() != self._asked:
            self.withdraw()
