"""“Đúng chưa?”: before a slip is printed the citizen looks at what will stand on it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot

from ui.keys import Key, with_key
from ui.screen import Notices
from ui.screens.intake.parts.question import Question
from ui.screens.intake.parts.strip import Strip, StripAction, StripLook
from ui.screens.intake.state.form import FormState
from ui.tokens import Tone

QUESTION = StripLook(
    "warning", margins=(12, 6, 12, 6), spacing=8, most=2, face="", takes_enter=True
)
"""How the strip looks on which the clerk sees what is awaited."""


class CitizenCheck(Question):
    """Stands between F9 and saving while the citizen is to be asked; else lets F9 through.

    Args:
        strip: says on the clerk's screen what is awaited.
        notices: tells the clerk that the citizen pressed “Chưa đúng”.
        state: the form that is asked about.
        is_ready: whether it can be saved as it stands.
        save_and_print: saves it and prints its receipt.
        save_only: saves it.
        focus_form: brings the keyboard back to the form.
    """

    def __init__(
        self,
        strip: Strip,
        notices: Notices,
        *,
        state: Callable[[], FormState],
        is_ready: Callable[[], bool],
        save_and_print: Callable[[], None],
        save_only: Callable[[], None],
        focus_form: Callable[[], None],
    ) -> None:
        super().__init__(strip, state=state, is_ready=is_ready, focus_form=focus_form)
        self._notices = notices
        self._save_and_print, self._save_only = save_and_print, save_only
        self._is_on = False

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
            self._save_and_print()
        elif self.is_ready():
            self._ask()

    @Slot()
    def save_only(self) -> None:
        """Ctrl+F9: nothing is printed, so nothing is asked; a question that stands is withdrawn."""
        self.withdraw()
        self._save_only()

    @Slot()
    def agree(self) -> None:
        """“Đúng rồi”: save and print what was asked about; what was typed since is asked first."""
        if not self.is_waiting:
            return
        asked = self._state()
        if not self.is_ready():
            self.withdraw()
        elif self._state() != asked:
            self._ask()
        else:
            self.withdraw()
            self._save_and_print()

    def on_said(self, *, is_right: bool) -> None:
        """The citizen's own answer; one that comes when nothing is asked means nothing."""
        if not self.is_waiting:
            return
        if is_right:
            self.agree()
            return
        self.withdraw()
        self._notices.notify(self.tr("Công dân bấm “Chưa đúng”: hỏi lại rồi sửa."), Tone.DUE_SOON)

    def _ask(self) -> None:
        """Say what is awaited, and stand ready for Enter."""
        self.put(
            self.tr("▲ Chờ công dân xem màn hình và nói “đúng rồi”. Chưa lưu, chưa in."),
            (
                StripAction(with_key(self.tr("Đúng rồi, lưu và in"), Key.SAVE), self.agree),
                StripAction(with_key(self.tr("Chưa đúng"), Key.ESCAPE), self.withdraw),
            ),
        )
        self.strip.buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
