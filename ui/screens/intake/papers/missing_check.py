"""“Thiếu giấy bắt buộc”: F9 asks once, before a dossier is saved that a required paper lacks."""

from collections.abc import Callable

from PySide6.QtCore import Slot

from ui.keys import Key, with_key
from ui.screens.intake.parts.question import Question
from ui.screens.intake.parts.strip import Strip, StripAction
from ui.screens.intake.state.form import FormState
from ui.widgets.text.shortened import named_some

NAMED, NAME_WIDTH = 2, 60
"""How many missing papers the question names, each with how many characters."""


class MissingCheck(Question):
    """Stands between the keys that save and saving while a required paper is missing.

    Args:
        strip: where it is asked.
        missing: names of what everybody must bring and is not ticked.
        state: the form that is asked about.
        is_ready: whether it can be saved as it stands.
        focus_form: brings the keyboard back to the papers.
    """

    def __init__(
        self,
        strip: Strip,
        *,
        missing: Callable[[], tuple[str, ...]],
        state: Callable[[], FormState],
        is_ready: Callable[[], bool],
        focus_form: Callable[[], None],
    ) -> None:
        super().__init__(strip, state=state, is_ready=is_ready, focus_form=focus_form)
        self._missing = missing
        self._save: Callable[[], None] | None = None
        self._wants_supplement = False

    def take_wish(self) -> bool:
        """Whether what is saved now is to be followed by a request for what is missing."""
        wants, self._wants_supplement = self._wants_supplement, False
        return wants

    def before(self, save: Callable[[], None]) -> None:
        """Ask before `save` if a required paper is missing; with the question standing, save."""
        if self.is_waiting:
            self._agree(save)
            return
        self._wants_supplement = False
        missing = self._missing()
        if not missing or not self.is_ready():
            save()
            return
        self._save = save
        names = named_some(missing, NAMED, NAME_WIDTH)
        self.put(
            self.tr("▲ Chưa lưu, thiếu giấy bắt buộc: {0}").format(names),
            (
                StripAction(with_key(self.tr("Lưu, yêu cầu bổ sung"), Key.SAVE), self._on_agreed),
                StripAction(with_key(self.tr("Quay lại"), Key.ESCAPE), self.withdraw),
            ),
        )

    @Slot()
    def _on_agreed(self) -> None:
        if self.is_waiting and self._save is not None:
            self._agree(self._save)

    def _agree(self, save: Callable[[], None]) -> None:
        self.withdraw()
        self._wants_supplement = True
        save()
