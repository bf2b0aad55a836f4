"""“Đúng chưa?”: before a slip is printed the citizen looks at what will stand on it."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.screen import Notices
from ui.screens.intake.ask_strip import AskStrip
from ui.screens.intake.form import IntakeForm
from ui.screens.intake.form_state import FormState
from ui.screens.intake.saving import Saving
from ui.tokens import Tone


class CitizenCheck(QObject):
    """Stands between F9 and saving while the citizen is to be asked; else lets F9 through.

    Args:
        form: what is asked about.
        saving: goes on once the answer is yes.
        strip: says on the clerk's screen what is awaited.
        notices: tells the clerk that the citizen pressed “Chưa đúng”.

    Signals:
        changed: the question was put or withdrawn.
    """

    changed = Signal()

    def __init__(self, form: IntakeForm, saving: Saving, strip: AskStrip, notices: Notices) -> None:
        super().__init__(form)
        self._form, self._saving, self._strip = form, saving, strip
        self._notices = notices
        self._is_on = False
        self._asked: FormState | None = None
        self._before: QWidget | None = None
        strip.agreed.connect(self.agree)
        strip.refused.connect(self.withdraw)

    @property
    def is_waiting(self) -> bool:
        """Whether an answer is awaited."""
        return self._asked is not None

    def set_on(self, *, is_on: bool) -> None:
        """Ask from now on, or no longer: then a question that stands is withdrawn."""
        self._is_on = is_on
        if not is_on:
            self.withdraw()

    @Slot()
    def save_and_print(self) -> None:
        """F9: put the question, and with it standing take it as answered."""
        if self.is_waiting:
            self.agree()
        elif not self._is_on:
            self._saving.save_and_print()
        elif self._saving.is_ready():
            self._before = QApplication.focusWidget()
            self._strip.ask()
            self._asked = self._form.state()
            self.changed.emit()

    @Slot()
    def save_only(self) -> None:
        """Ctrl+F9: nothing is printed, so nothing is asked; a question that stands is withdrawn."""
        self.withdraw()
        self._saving.save_only()

    @Slot()
    def agree(self) -> None:
        """“Đúng rồi”: save and print what was asked about."""
        if self.is_waiting:
            self.withdraw()
            self._saving.save_and_print()

    def on_said(self, *, is_right: bool) -> None:
        """The citizen's own answer; one that comes when nothing is asked means nothing."""
        if not self.is_waiting:
            return
        if is_right:
            self.agree()
            return
        self.withdraw()
        self._notices.tell(self.tr("Công dân bấm “Chưa đúng”: hỏi lại rồi sửa."), Tone.DUE_SOON)

    @Slot()
    def withdraw(self) -> bool:
        """Back to the form, which is as it was; False if nothing was asked."""
        if not self.is_waiting:
            return False
        self._asked = None
        before, self._before = self._before, None
        if self._strip.isAncestorOf(QApplication.focusWidget() or self._strip):
            if before is not None and isValid(before) and before.isVisible():
                before.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self._form.focus_first()
        self._strip.hide()
        self.changed.emit()
        return True

    @Slot()
    def on_changed(self) -> None:
        """The form was changed: what the citizen looked at is no longer what would be saved."""
        if self.is_waiting and self._form.state() != self._asked:
            self.withdraw()
