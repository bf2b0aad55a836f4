"""Reprints, and looking at prints that were made; nothing here blocks the dossier."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.answers.dossier import DossierView, PrintEntry
from app.domain.changes import Changed
from app.domain.errors import DeskError
from app.domain.forms.codes import LABEL_FORM, PAYMENT_FORM, RECEIPT_FORM
from app.domain.forms.print_outcome import PrintOutcome
from app.domain.forms.print_request import PrintRequest
from app.printing.page_image import PageImage
from app.printing.paper import ReprintReasonMissing
from ui.pdf_viewer import open_with_desktop
from ui.screen import Action, Notices
from ui.screens.dossier.actions import DossierActions
from ui.screens.dossier.frame import DossierFrame
from ui.tokens import Tone
from ui.work import Work

PREVIEW_DPI = 110


@dataclass(frozen=True, slots=True)
class _Job:
    """What is printed for a dossier, and why again."""

    dossier_id: int
    wanted: PrintRequest
    paper: str
    reason: str = ""


class PrintRunner(QObject):
    """Prints for the dossier in `view` and shows prints in the frame's pane.

    Signals:
        changed: a print was kept (`Changed`).
        reason_wanted: the form was printed before (`ReprintReasonMissing`): why again?
    """

    changed = Signal(object)
    reason_wanted = Signal(object)

    def __init__(
        self, actions: DossierActions, work: Work, notices: Notices, frame: DossierFrame
    ) -> None:
        super().__init__(frame)
        self.view: DossierView | None = None
        self._actions = actions
        self._work = work
        self._notices = notices
        self._frame = frame
        self._looked_at = 0
        self._refused: _Job | None = None
        frame.prints.looked_at.connect(self.look_at)
        frame.prints.print_wanted.connect(self.print_own)
        frame.outside_wanted.connect(self.open_outside)

    def print_again(self) -> None:
        """Print the form last printed, labels and money aside; the receipt if none was."""
        if self.view is not None:
            self.print_own(*self._last_form(self.view))

    def print_form(self, wanted: PrintRequest, paper: str) -> None:
        """Print a form on a paper."""
        if self.view is not None:
            self._print(_Job(self.view.dossier.id, wanted, paper))

    def print_own(self, form: str, paper: str) -> None:
        """Print a form about the dossier itself on a paper."""
        if self.view is not None:
            self.print_form(PrintRequest(form, self.view.dossier.id), paper)

    def print_for(self, reason: str) -> None:
        """Print what `reason_wanted` was about."""
        if self._refused is not None:
            job, self._refused = replace(self._refused, reason=reason), None
            self._print(job)

    def look_at(self, print_id: int) -> None:
        """Show a stored print in the pane."""
        entry = self._entry(print_id)
        if entry is None:
            return
        self._looked_at = print_id
        self._frame.open_preview(self._frame.prints.words_of(entry))
        self._frame.paper.say(self.tr("Đang vẽ trang…"))

        def came(pictures: Sequence[PageImage]) -> None:
            if self._looked_at == print_id:
                self._frame.paper.show_pages(pictures)

        def failed(error: Exception) -> None:
            if self._looked_at == print_id:
                self._on_look_failed(error)

        self._work.outside.run(
            self, lambda: self._actions.pictures(print_id, PREVIEW_DPI), came, failed
        )

    def open_outside(self) -> None:
        """Open the print being looked at in the desktop's own viewer."""
        print_id = self._looked_at

        def lent(copy: Path) -> None:
            if not open_with_desktop(copy):
                self._notices.notify(
                    self.tr("Máy này chưa có trình đọc PDF nào mở được tệp."), Tone.DUE_SOON
                )
            self.changed.emit(Changed.PRINTS)

        self._work.outside.run(self, lambda: self._actions.lend(print_id), lent, self._notices.take)

    def _last_form(self, view: DossierView) -> tuple[str, str]:
        forms = (
            (one.form, one.paper)
            for one in view.prints
            if one.form not in {LABEL_FORM, PAYMENT_FORM}
        )
        return next(forms, (RECEIPT_FORM, ""))

    def _entry(self, print_id: int) -> PrintEntry | None:
        prints = self.view.prints if self.view is not None else ()
        return next((one for one in prints if one.id == print_id), None)

    def _print(self, job: _Job) -> None:
        self._work.outside.run(
            self,
            lambda: self._actions.print_form(job.wanted, job.paper, job.reason),
            lambda printed: self._on_printed(job, printed),
            lambda error: self._on_print_failed(job, error),
        )

    def _on_printed(self, job: _Job, printed: PrintOutcome) -> None:
        spoiled = replace(job, reason=self.tr("Giấy ra không đúng"))
        again = Action(self.tr("In lại"), partial(self._print, spoiled))
        words = self._printed_words(printed)
        if printed.asks_for_paper:
            self._ask_for_paper(words, printed.print_id, again)
        else:
            self._notices.notify(words, Tone.DONE, again)
        self.changed.emit(Changed.PRINTS)

    def _on_print_failed(self, job: _Job, error: Exception) -> None:
        retry = partial(self._print, job)
        if isinstance(error, ReprintReasonMissing):
            if self.view is not None and self.view.dossier.id == job.dossier_id:
                self._refused = job
                self.reason_wanted.emit(error)
        elif isinstance(error, DeskError):
            again = Action(self.tr("In lại"), retry)
            self._notices.notify(self._actions.say(error), Tone.DUE_SOON, again)
            self.changed.emit(Changed.PRINTS)
        else:
            self._notices.take(error, retry)

    def _ask_for_paper(self, words: str, print_id: int, again: Action) -> None:
        def came() -> None:
            self._work.writing.run(
                self, lambda: self._actions.paper_came(print_id), _nothing, self._notices.take
            )

        question = self.tr("{0} Giấy ra đúng không?").format(words)
        self._notices.ask(question, (Action(self.tr("Đúng"), came), again))

    def _printed_words(self, done: PrintOutcome) -> str:
        if done.copy_number > 1:
            return self.tr("Đã gửi {0}: bản in lại lần {1}.").format(
                done.printer, done.copy_number - 1
            )
        return self.tr("Đã gửi {0}.").format(done.printer)

    def _on_look_failed(self, error: Exception) -> None:
        if isinstance(error, DeskError):
            self._frame.paper.say(self._actions.say(error))
            return
        self._frame.close_preview()
        self._notices.take(error)


def _nothing(_: object) -> None:
    """The answer was kept; there is nothing to show."""
