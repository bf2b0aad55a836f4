"""The ruler page of a print profile or a form, printed by what its card says now, kept or not."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Slot

from app.domain.errors import DeskError
from ui.screen import Notices
from ui.screens.settings.actions import SettingsActions
from ui.screens.settings.forms_card import FormsCard
from ui.screens.settings.options_card import OptionsCard
from ui.screens.settings.print_options import PROFILES
from ui.widgets.text.notice_strip import NoticeStrip
from ui.work import Work


class TestPage(QObject):
    """Prints it for the card whose button was pressed.

    Args:
        cards: the cards by name.
        strip: where it is said how it goes.
        refuse: shows a refused value at its field.
    """

    __test__ = False  # for pytest: no test of ours

    def __init__(
        self,
        actions: SettingsActions,
        work: Work,
        notices: Notices,
        cards: Mapping[str, OptionsCard],
        strip: NoticeStrip,
        refuse: Callable[[Exception], None],
    ) -> None:
        super().__init__(strip)
        self._actions, self._work, self._notices = actions, work, notices
        self._strip, self._refuse = strip, refuse
        self._cards = {kind: cards[name] for name, kind in PROFILES.items()}
        for card in self._cards.values():
            card.pressed.connect(self._on_pressed)
        forms = cards["forms"]
        assert isinstance(forms, FormsCard)  # noqa: S101 - made so by `PrintOptions`
        self._forms = forms
        forms.pressed.connect(self._on_form_pressed)

    @Slot()
    def _on_pressed(self) -> None:
        pressed = self.sender()
        kind = next(kind for kind, card in self._cards.items() if card is pressed)
        self._print(kind, self._cards[kind].values())

    @Slot()
    def _on_form_pressed(self) -> None:
        """What the form does not say itself is as the cards of papers have it now."""
        values = self._forms.values()
        for card in self._cards.values():
            values |= card.values()
        self._print(self._forms.key, values)

    def _print(self, kind: str, values: dict[str, str]) -> None:
        self._strip.say(self.tr("Đang in trang thử…"), "info")
        self._work.outside.run(
            self, lambda: self._actions.print_test(kind, values), self._on_printed, self._on_failed
        )

    def _on_printed(self, printer: str) -> None:
        self._strip.say(
            self.tr("✓ Đã gửi trang thử tới {0}. Đo, chọn số dời rồi lưu.").format(printer), "done"
        )

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, DeskError):
            self._refuse(error)
        else:
            self._strip.say("")
            self._notices.take(error)
