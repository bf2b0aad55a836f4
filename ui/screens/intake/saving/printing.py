"""Printing what was just registered; how it goes never changes what was registered."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.answers.dossier import Registered
from app.domain.changes import Changed
from app.domain.errors import DeskError
from app.domain.forms.codes import PAYMENT_FORM
from app.domain.forms.print_outcome import PrintOutcome
from ui.keys import Key
from ui.paper_question import paper_name, paper_question
from ui.pdf_viewer import open_with_desktop
from ui.screen import Action, Notices
from ui.screens.intake.actions import IntakeActions
from ui.tokens import Tone
from ui.work import Work

PrintIt = Callable[[Registered, str], PrintOutcome]
"""Prints a paper of a dossier just registered, for a reason if it is a reprint."""


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
        printed: the receipt of the dossier registered last is on paper, or with the printer.
        changed: records were changed (`Changed`).
    """

    said = Signal(str, str)
    printed = Signal()
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
        # Dossier and form of what was printed: only that can be printed again.
        self._done: set[tuple[int, bool]] = set()

    @Slot()
    def print_again(self) -> None:
        """Print the receipt."""
        if (registered := self._last()) is not None:
            self._print(registered, self._actions.print_receipt)

    @Slot()
    def print_slip(self) -> None:
        """Print the slip of the money taken, if any was."""
        registered = self._last()
        if registered is not None and registered.payment is not None:
            self._print(registered, self._actions.print_slip)

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
            lambda copy: self._on_lent(registered, copy),
            lambda error: self._on_failed(registered, error, self._actions.print_receipt),
        )

    def _print(self, registered: Registered, print_it: PrintIt) -> None:
        """Print it, and whenever it is asked for again, that of the same dossier."""
        reason = self._reason()
        self._say(registered, self.tr("Đang gửi máy in…"), "info")
        self._work.outside.run(
            self,
            lambda: print_it(registered, reason),
            lambda outcome: self._on_printed(registered, outcome, print_it),
            lambda error: self._on_failed(registered, error, print_it),
        )

    def _say(self, registered: Registered, words: str, kind: str) -> None:
        """Say on the card how it goes, while it is still the card of this dossier."""
        if registered is self._last():
            self.said.emit(words, kind)

    def _reason(self) -> str:
        """What the card says its buttons are for; heeded only where this is a reprint."""
        return self.tr("Giấy ra không đúng")

    def _on_printed(self, registered: Registered, outcome: PrintOutcome, print_it: PrintIt) -> None:
        self._note_printed(registered, print_it)
        paper = paper_name(outcome.form)
        key = Key.SLIP if outcome.form == PAYMENT_FORM else Key.REPRINT
        words = self.tr("✓ Đã gửi máy in {0}: {1}. Giấy ra không đúng: {2} in lại {1}.").format(
            outcome.printer, paper, key
        )
        self._say(registered, words, "info")
        if outcome.asks_for_paper:
            self._ask_for_paper(registered, outcome, print_it)
        self.changed.emit(Changed.PRINTS)

    def _on_lent(self, registered: Registered, copy: Path) -> None:
        if open_with_desktop(copy):
            if registered is self._last():
                self.printed.emit()
            self._say(registered, self.tr("Phiếu đã mở bằng trình đọc PDF: in từ đó."), "info")
        else:
            words = self.tr("▲ Máy này chưa có trình đọc PDF nào mở được tệp.")
            self._say(registered, words, "warning")
        self.changed.emit(Changed.PRINTS)

    def _ask_for_paper(
        self, registered: Registered, outcome: PrintOutcome, print_it: PrintIt
    ) -> None:
        def came() -> None:
            self._work.writing.run(
                self, lambda: self._actions.paper_came(outcome.print_id), _nothing,
                self._notices.take,
            )  # fmt: skip

        self._notices.ask(
            paper_question(outcome.form, registered.dossier_code),
            (
                Action(self.tr("Đúng"), came),
                Action(self.tr("In lại"), lambda: self._print(registered, print_it)),
            ),
        )

    def _on_failed(self, registered: Registered, error: Exception, print_it: PrintIt) -> None:
        why = self._actions.say(error) if isinstance(error, DeskError) else str(error)
        is_receipt = print_it == self._actions.print_receipt
        is_again = (registered.dossier_id, is_receipt) in self._done
        words = self.tr("▲ Chưa in được: {0} Hồ sơ đã lưu an toàn.").format(why)
        if is_receipt and not is_again:
            words = self.tr(
                "▲ Chưa in được: {0} Hồ sơ đã lưu an toàn. {1} để in; nếu chưa, ghi mã cho người "
                "nộp."
            ).format(why, Key.REPRINT)
        self._say(registered, words, "warning")

        def again() -> None:
            if not is_again and (registered.dossier_id, is_receipt) in self._done:
                # It came out meanwhile: what stands here offers no second one.
                words = self.tr("Phiếu của hồ sơ {0} đã in rồi.")
                self._notices.notify(words.format(registered.dossier_code), Tone.RUNNING)
                return
            self._print(registered, print_it)

        if isinstance(error, DeskError):
            words = self.tr("Chưa in được phiếu của hồ sơ {0}: {1}").format(
                registered.dossier_code, why
            )
            does = self.tr("In lại") if is_again else self.tr("In phiếu")
            self._notices.notify(words, Tone.OVERDUE, Action(does, again))
        else:
            self._notices.take(error, again)

    def _note_printed(self, registered: Registered, print_it: PrintIt) -> None:
        is_receipt = print_it == self._actions.print_receipt
        self._done.add((registered.dossier_id, is_receipt))
        if is_receipt and registered is self._last():
            self.printed.emit()


def _nothing(_: object) -> None:
    """The answer was kept; there is nothing to show."""
