"""Saving, then printing: the dossier is safe before it is printed; a refusal keeps the form."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.answers import Registered
from app.domain.changes import Changed
from app.domain.dossier import IntakeRequest
from app.domain.errors import DeskError, InvalidRequest
from app.domain.payment import NothingToCollect
from app.domain.procedure import IncompleteLimit, ProcedureNotInForce, UnknownProcedure
from app.domain.tariff import UnknownGround
from ui.pdf_viewer import open_with_desktop
from ui.screen import Act, Notices
from ui.screens.intake.actions import IntakeActions, PrintOutcome
from ui.screens.intake.done_card import DoneCard
from ui.screens.intake.draft_keeper import DraftKeeper
from ui.screens.intake.form import IntakeForm, Problem
from ui.tokens import Tone
from ui.work import Work


class Saving(QObject):
    """Registers the form and prints its receipt.

    Args:
        actions: the verbs.
        work: the lanes they run on.
        notices: the one door for errors without a field.
        form: what is to be saved.
        keeper: its draft, kept before and dropped with the registration.
        done: where printing is told.

    Signals:
        registered: a dossier is safe on disk (`Registered`), and who it is for.
        refused: nothing was registered.
        changed: records were changed (`Changed`).
    """

    registered = Signal(object, str)
    refused = Signal()
    changed = Signal(object)

    def __init__(
        self,
        actions: IntakeActions,
        work: Work,
        notices: Notices,
        form: IntakeForm,
        keeper: DraftKeeper,
        done: DoneCard,
    ) -> None:
        super().__init__(form)
        self._actions, self._work, self._notices = actions, work, notices
        self._form, self._keeper, self._done = form, keeper, done
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
        if self.is_busy:
            return False
        request, problems = self._checked()
        self._form.show_problems(problems)
        return request is not None and not problems

    @Slot()
    def print_again(self) -> None:
        """Print the receipt of the dossier just registered."""
        registered = self.last
        if registered is None:
            return
        self._print(
            lambda reason: self._actions.print_receipt(registered, reason), self.print_again
        )

    @Slot()
    def print_slip(self) -> None:
        """Print the slip of the money taken with the dossier just registered."""
        registered = self.last
        if registered is not None and registered.payment is not None:
            self._print(
                lambda reason: self._actions.print_slip(registered, reason), self.print_slip
            )

    def _print(self, print_it: Callable[[str], PrintOutcome], again: Callable[[], None]) -> None:
        reason = self._reason()
        self._done.show_printing(self.tr("Đang gửi máy in…"))
        self._work.outside.run(
            self,
            lambda: print_it(reason),
            lambda outcome: self._on_printed(outcome, again),
            lambda error: self._on_print_failed(error, again),
        )

    @Slot()
    def open_outside(self) -> None:
        """Open the receipt in the desktop's own viewer, where the printer did not take it."""
        registered = self.last
        if registered is None:
            return
        reason = self._reason()
        self._work.outside.run(
            self,
            lambda: self._actions.lend_receipt(registered, reason),
            self._on_lent,
            lambda error: self._on_print_failed(error, self.print_again),
        )

    def _reason(self) -> str:
        """What the card says its buttons are for; heeded only where this is a reprint."""
        return self.tr("Giấy ra không đúng")

    def _save(self, *, prints: bool) -> None:
        if self.is_busy:
            return
        request, problems = self._checked()
        self._form.show_problems(problems)
        if problems or request is None:
            return
        who = self._form.state().summary
        self._keeper.keep()
        self._set_busy(is_busy=True)
        draft_id = self._keeper.id
        self._work.records.run(
            self,
            lambda: self._actions.register(request, draft_id),
            lambda done: self._on_registered(done, who, prints=prints),
            self._on_refused,
        )

    def _checked(self) -> tuple[IntakeRequest | None, list[Problem]]:
        """The request, or every fault that can be told without asking the desk."""
        lane = self._form.procedure.lane
        if self._form.procedure.certifies and not lane.settle():
            return None, [("certification", lane.problem.removeprefix("■ "))]
        state = self._form.state()
        problems = self._procedure_problems(state.procedure_code)
        problems += self._form.procedure.fee.problems()
        try:
            return state.request(now=self._actions.now()), problems
        except InvalidRequest as refusal:
            found = self._form.sentences(refusal)
            panel = self._form.procedure
            if not state.procedure_code or panel.lacks_case or panel.lacks_limit:
                # The papers are asked for once procedure, case and limit are known.
                found = [(name, words) for name, words in found if name != "documents"]
            elif panel.certifies:
                found = [self._of_lane(problem) for problem in found]
            return None, [*found, *problems]

    def _of_lane(self, problem: Problem) -> Problem:
        if problem[0] != "documents":
            return problem
        words = self.tr("Chưa có giấy tờ nào để chứng thực: gõ số của giấy hay gặp, hoặc gõ tên.")
        return "certification", words

    def _procedure_problems(self, code: str) -> list[Problem]:
        panel = self._form.procedure
        if not code:
            return [("procedure", self.tr("Chưa chọn thủ tục."))]
        if panel.lacks_case:
            return [("case", self.tr("Chưa chọn trường hợp."))]
        if panel.lacks_limit:
            return [("limit", self.tr("Chưa có thời hạn."))]
        return []

    def _on_registered(self, registered: Registered, who: str, *, prints: bool) -> None:
        self._set_busy(is_busy=False)
        self.last = registered
        self.registered.emit(registered, who)
        self.changed.emit(registered.changed)
        if prints:
            self.print_again()

    def _on_refused(self, error: Exception) -> None:
        """Nothing was registered; what is typed stays."""
        self._set_busy(is_busy=False)
        self.refused.emit()
        if isinstance(error, InvalidRequest):
            self._form.show_refusal(error)
        elif isinstance(error, UnknownProcedure | ProcedureNotInForce | IncompleteLimit):
            self._form.show_problems([("procedure", self._actions.say(error))])
        elif isinstance(error, UnknownGround):
            self._form.show_problems([("exemption", self._actions.say(error))])
        elif isinstance(error, NothingToCollect):
            self._form.show_problems([("payment", self._actions.say(error))])
        elif isinstance(error, DeskError):
            self._form.frame.problems.show_sentence(self._actions.say(error))
        else:
            self._form.frame.problems.show_sentence(
                self.tr("Chưa lưu được. Nội dung vẫn còn đây; thử lại F9.")
            )
            # No button to try again: by then another person's form may stand there.
            self._notices.take(error)

    def _on_printed(self, outcome: PrintOutcome, again: Callable[[], None]) -> None:
        words = self.tr("✓ Đã gửi máy in {0}. Giấy ra không đúng: In lại.").format(outcome.printer)
        self._done.show_printing(words)
        if outcome.asks_for_paper:
            self._ask_for_paper(outcome, again)
        self.changed.emit(Changed.PRINTS)

    def _on_lent(self, copy: Path) -> None:
        if open_with_desktop(copy):
            self._done.show_printing(self.tr("Phiếu đã mở bằng trình đọc PDF: in từ đó."))
        else:
            self._done.show_printing(
                self.tr("▲ Máy này chưa có trình đọc PDF nào mở được tệp."), kind="warning"
            )
        self.changed.emit(Changed.PRINTS)

    def _ask_for_paper(self, outcome: PrintOutcome, again: Callable[[], None]) -> None:
        def came() -> None:
            self._work.records.run(
                self, lambda: self._actions.paper_came(outcome.print_id), _nothing,
                self._notices.take,
            )  # fmt: skip

        self._notices.ask(
            self.tr("Đã gửi máy in {0}. Giấy ra đúng không?").format(outcome.printer),
            (Act(self.tr("Đúng"), came), Act(self.tr("In lại"), again)),
        )

    def _on_print_failed(self, error: Exception, again: Callable[[], None]) -> None:
        why = self._actions.say(error) if isinstance(error, DeskError) else str(error)
        self._done.show_printing(
            self.tr("▲ Chưa in được: {0} Hồ sơ đã lưu an toàn.").format(why), kind="warning"
        )
        if isinstance(error, DeskError):
            act = Act(self.tr("In lại"), again)
            self._notices.tell(self.tr("Chưa in được phiếu: {0}").format(why), Tone.OVERDUE, act)
        else:
            self._notices.take(error, again)

    def _set_busy(self, *, is_busy: bool) -> None:
        self.is_busy = is_busy
        self._form.frame.show_saving(is_saving=is_busy)


def _nothing(_: object) -> None:
    """The answer was kept; there is nothing to show."""
