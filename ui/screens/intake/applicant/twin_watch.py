"""Watches for a dossier of the same person and procedure that is still open."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.answers.people import Twin
from ui.latest import Latest
from ui.screens.intake.parts.weekdays import short_weekday
from ui.screens.intake.state.form import FormState
from ui.work import Queue

RESTS_MS = 150


class TwinWatch(QObject):
    """Asks while the form changes; an answer overtaken is never shown.

    Args:
        find: open dossiers of an identity number or telephone and a procedure, newest first.
        records: where it is asked.
        parent: whose life bounds it.

    Signals:
        found: the newest `Twin`, or None.
    """

    found = Signal(object)

    def __init__(
        self, find: Callable[[str, str, str], tuple[Twin, ...]], records: Queue, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._find = find
        self._latest = Latest(self, records, RESTS_MS)
        self._asked: tuple[str, str, str] | None = None

    def look(self, state: FormState) -> None:
        """The form stands like this now."""
        person = state.applicant
        number = "".join(person.personal_id.split())
        phone = "".join(filter(str.isdigit, person.phone))
        wanted = (number, phone, state.procedure_code)
        if wanted == self._asked:
            return
        self._asked = wanted
        if not state.procedure_code or not (number or phone):
            self._latest.forget()
            self.found.emit(None)
            return
        self._latest.ask(lambda: self._find(*wanted), self._on_found)

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._latest.is_busy

    def _on_found(self, twins: tuple[Twin, ...]) -> None:
        self.found.emit(twins[0] if twins else None)


def twin_warning(twin: Twin) -> str:
    """That the person already has this open dossier of the procedure."""
    words = QCoreApplication.translate(
        "TwinWatch", "▲ Người này đang có hồ sơ {0} cùng thủ tục, nhận {1}."
    )
    return words.format(twin.code, short_weekday(twin.received_at.date()))
