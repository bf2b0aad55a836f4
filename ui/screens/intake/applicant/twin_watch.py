"""Watches for a dossier of the same person and procedure that is still open, and warns of it."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.answers.people import Twin
from app.domain.dossier.numbers import id_key, phone_key
from ui.keys import Key, with_key
from ui.latest import Latest
from ui.screens.intake.parts.strip import Strip, StripAction
from ui.screens.intake.parts.weekdays import short_weekday
from ui.screens.intake.state.form import FormState
from ui.work import Queue

RESTS_MS = 150


class TwinWatch(QObject):
    """Asks while the form changes; an answer overtaken is never shown.

    Args:
        find: open dossiers of an identity number or telephone and a procedure, newest first; last
            comes the identity number of old.
        records: where it is asked.
        strip: where it is said, with a button that compares.
        compare: what the button does.
    """

    def __init__(
        self,
        find: Callable[[str, str, str, str], tuple[Twin, ...]],
        records: Queue,
        strip: Strip,
        compare: Callable[[], None],
    ) -> None:
        super().__init__(strip)
        self.twin: Twin | None = None
        self._find, self._strip, self._compare = find, strip, compare
        self._latest = Latest(self, records, RESTS_MS)
        self._asked: tuple[str, str, str, str] | None = None

    def look(self, state: FormState) -> None:
        """The form stands like this now."""
        person = state.applicant
        number, phone = id_key(person.personal_id), phone_key(person.phone)
        wanted = (number, phone, state.procedure_code, person.old_id)
        if wanted == self._asked:
            return
        self._asked = wanted
        if not state.procedure_code or not (number or phone):
            self._latest.forget()
            self._show(None)
            return
        self._latest.ask(lambda: self._find(*wanted), self._on_found)

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._latest.is_busy

    def _on_found(self, twins: tuple[Twin, ...]) -> None:
        self._show(twins[0] if twins else None)

    def _show(self, twin: Twin | None) -> None:
        """Say that the person already has this open dossier of the procedure."""
        self.twin = twin
        if twin is None:
            self._strip.show_all("")
            return
        words = self.tr("▲ Người này đang có hồ sơ {0} cùng thủ tục, nhận {1}.")
        action = StripAction(with_key(self.tr("So sánh"), Key.COMPARE), self._compare)
        day = short_weekday(twin.received_at.date())
        self._strip.show_all(words.format(twin.code, day), (action,))
