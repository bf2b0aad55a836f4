"""Printing what was just registered; how it goes never changes what was registered."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.answers.dossier import Registered
from app.domain.changes import Changed
from app.domain.errors import DeskError
from app.domain.forms.print_outcome import PrintOutcome
from ui.pdf_viewer import open_with_desktop
from ui.screen import Action, Notices
from ui.screens.intake.actions import IntakeActions
from ui.tokens import Tone
from ui.work import Work


class Printing(QObject):
    """Prints the receipt and the payment slip of the dossier registered last.

    Args:
        actions: prints, lends a copy.
        work: where it is done.
        notices: where it asks about the paper, and says what went wrong.
        last: the dossier registered last, None before the first.
        parent: whose life bounds it.

    Signals:
        said: how it goes, and the kind of a notice.
        changed: records were changed (`Changed`).
    """

    said = Signal(str, str)
    changed = Signal(object)

    def __init__(
        self,
        actions: IntakeActions,
        work: Work,
        notices: Notices,
        last: Callable[[], Registered | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._actions, self._work, self._notices, self._last = actions, work, notices, last

    @Slot()
    def print_again(self) -> None:
        """Print the receipt."""
        if (registered := self._last()) is not None:
            self._print(
                lambda reason: self._actions.print_receipt(registered, reason), self.print_again
            )

    @Slot()
    def print_slip(self) -> None:
        """Print the slip of the money taken, if any was."""
        registered = self._last()
        if registered is not None and registered.payment is not None:
            self._print(
                lambda reason: self._actions.print_slip(registered, reason), self.print_slip
            )

    @Slot()
    def open_outside(self) -> None:
        """Open the receipt in the desktop's own viewer, where the printer did not take it."""
        registered = self._last()
        if registered is None:
            return
        reason = self._reason()
        self._work.outside.run(
            self,
            lambda: self._actions.lend_receipt(registered, reason),
            self._on_lent,
            lambda error: self._on_failed(error, self.print_again),
        )

    def _print(self, print_it: Callable[[str], PrintOutcome], again: Callable[[], None]) -> None:
        reason = self._reason()
        self.said.emit(self.tr("Đang gửi máy in…"), "info")
        self._work.outside.run(
            self,
            lambda: print_it(reason),
            lambda outcome: self._on_printed(outcome, again),
            lambda error: self._on_failed(error, again),
        )

    def _reason(self) -> str:
        """What the card says its buttons are for; heeded only where this is a reprint."""
        return self.tr("Giấy ra không đúng")

    def _on_printed(self, outcome: PrintOutcome, again: Callable[[], None]) -> None:
        words = self.tr("✓ Đã gửi máy in {0}. Giấy ra không đúng: In lại.").format(outcome.printer)
        self.said.emit(words, "info")
        if outcome.asks_for_paper:
            self._ask_for_paper(outcome, again)
        self.changed.emit(Changed.PRINTS)

    def _on_lent(self, copy: Path) -> None:
        if open_with_desktop(copy):
            self.said.emit(self.tr("Phiếu đã mở bằng trình đọc PDF: in từ đó."), "info")
        else:
            words = self.tr("▲ Máy này chưa có trình đọc PDF nào mở được tệp.")
            self.said.emit(words, "warning")
        self.changed.emit(Changed.PRINTS)

    def _ask_for_paper(self, outcome: PrintOutcome, again: Callable[[], None]) -> None:
        def came() -> None:
            self._work.writing.run(
                self, lambda: self._actions.paper_came(outcome.print_id), _nothing,
                self._notices.take,
            )  # fmt: skip

        self._notices.ask(
            self.tr("Đã gửi máy in {0}. Giấy ra đúng không?").format(outcome.printer),
            (Action(self.tr("Đúng"), came), Action(self.tr("In lại"), again)),
        )

    def _on_failed(self, error: Exception, again: Callable[[], None]) -> None:
        why = self._actions.say(error) if isinstance(error, DeskError) else str(error)
        words = self.tr("▲ Chưa in được: {0} Hồ sơ đã lưu an toàn.").format(why)
        self.said.emit(words, "warning")
        if isinstance(error, DeskError):
            again_action = Action(self.tr("In lại"), again)
            words = self.tr("Chưa in được phiếu: {0}").format(why)
            self._notices.notify(words, Tone.OVERDUE, again_action)
        else:
            self._notices.take(error, again)


def _nothing(_: object) -> None:
    """The answer was kept; there is nothing to show."""
