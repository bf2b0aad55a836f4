"""Reprints, and looking at prints that were made; nothing here blocks the dossier."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.answers.dossier import DossierView, PrintEntry
from app.domain.changes import Changed
from app.domain.errors import DeskError
from app.domain.forms.codes import (
    LABEL_FORM,
    PAYMENT_FORM,
    RECEIPT_FORM,
    REFUSAL_FORM,
    STOP_FORM,
    SUPPLEMENT_FORM,
)
from app.domain.forms.print_outcome import PrintOutcome
from app.domain.forms.print_request import PrintRequest
from app.printing.page_image import PageImage
from app.printing.paper import ReprintReasonMissing
from app.printing.registry import Subject, form_of
from ui.paper_question import paper_name, paper_question
from ui.pdf_viewer import open_with_desktop
from ui.screen import Action, Notices
from ui.screens.dossier.actions import DossierActions
from ui.screens.dossier.frame import DossierFrame
from ui.tokens import Tone
from ui.work import Work

PREVIEW_DPI = 110


@dataclass(frozen=True, slots=True)
class _ToPrint:
    """What is printed for a dossier, and why again."""

    dossier_id: int
    code: str
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
        self._refused: _ToPrint | None = None
        frame.prints.looked_at.connect(self.look_at)
        frame.prints.print_wanted.connect(self.print_own)
        frame.outside_wanted.connect(self.open_outside)

    def print_again(self) -> None:
        """Print what tells of the end, if nobody did yet; else the form last printed.

        Labels and money aside; the receipt if none was.
        """
        if self.view is not None:
            self.print_own(*self._last_form(self.view))

    @property
    def is_first(self) -> bool:
        """Whether the next of `print_again` is printed for the first time."""
        view = self.view
        return view is not None and (bool(_waiting(view)) or not any(self._own_forms(view)))

    def print_form(self, wanted: PrintRequest, paper: str) -> None:
        """Print a form on a paper."""
        if self.view is not None:
            self._print(_ToPrint(self.view.dossier.id, self.view.dossier.shown_code, wanted, paper))

    def print_own(self, form: str, paper: str) -> None:
        """Print a form of the dossier, or of what it was last asked for, on a paper."""
        if self.view is not None:
            subject = self.view.forms.get(form, self.view.dossier.id)
            self.print_form(PrintRequest(form, subject), paper)

    def print_for(self, reason: str) -> None:
        """Print what `reason_wanted` was about."""
        if self._refused is not None:
            asked, self._refused = replace(self._refused, reason=reason), None
            self._print(asked)

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
        return _waiting(view) or next(self._own_forms(view), (RECEIPT_FORM, ""))

    def _own_forms(self, view: DossierView) -> Iterator[tuple[str, str]]:
        """Forms printed, newest first, each with its paper; labels and money aside.

        What says of a dossier that it waits or has ended is past once it goes on: papers that all
        came are not asked for again, and the receipt has the new day.
        """
        state, past = view.dossier.state, {LABEL_FORM, PAYMENT_FORM}
        if not state.is_waiting:
            past.add(SUPPLEMENT_FORM)
        if not state.is_given_up:
            past |= {REFUSAL_FORM, STOP_FORM}
        return ((one.form, one.paper) for one in view.prints if one.form not in past)

    def _entry(self, print_id: int) -> PrintEntry | None:
        prints = self.view.prints if self.view is not None else ()
        return next((one for one in prints if one.id == print_id), None)

    def _print(self, asked: _ToPrint) -> None:
        self._work.outside.run(
            self,
            lambda: self._actions.print_form(asked.wanted, asked.paper, asked.reason),
            lambda printed: self._on_printed(asked, printed),
            lambda error: self._on_print_failed(asked, error),
        )

    def _on_printed(self, asked: _ToPrint, printed: PrintOutcome) -> None:
        spoiled = replace(asked, reason=self.tr("Giấy ra không đúng"))
        again = Action(self.tr("In lại"), partial(self._print, spoiled))
        words = self._printed_words(asked.wanted.form, printed)
        if printed.asks_for_paper:
            self._ask_for_paper(asked, printed, again)
        else:
            self._notices.notify(words, Tone.DONE, again)
        self.changed.emit(Changed.PRINTS)

    def _on_print_failed(self, asked: _ToPrint, error: Exception) -> None:
        retry = partial(self._print, asked)
        if isinstance(error, ReprintReasonMissing):
            if self.view is not None and self.view.dossier.id == asked.dossier_id:
                self._refused = asked
                self.reason_wanted.emit(error)
        elif isinstance(error, DeskError):
            is_again = asked.reason or self._was_printed(asked)
            again = Action(self.tr("In lại") if is_again else self.tr("In phiếu"), retry)
            self._notices.notify(self._actions.say(error), Tone.DUE_SOON, again)
            self.changed.emit(Changed.PRINTS)
        else:
            self._notices.take(error, retry)

    def _was_printed(self, asked: _ToPrint) -> bool:
        """Whether it was printed before, as far as can be seen here."""
        view = self.view
        prints = view.prints if view is not None and view.dossier.id == asked.dossier_id else ()
        wanted = asked.wanted.form, asked.wanted.subject_id
        return any((one.form, one.subject_id) == wanted for one in prints)

    def _ask_for_paper(self, asked: _ToPrint, printed: PrintOutcome, again: Action) -> None:
        def came() -> None:
            self._work.writing.run(
                self,
                lambda: self._actions.paper_came(printed.print_id),
                _nothing,
                self._notices.take,
            )

        form = asked.wanted.form
        question = paper_question(form, asked.code, form_of(form).name)
        self._notices.ask(question, (Action(self.tr("Đúng"), came), again))

    def _printed_words(self, form: str, done: PrintOutcome) -> str:
        paper = paper_name(form, form_of(form).name)
        if done.copy_number > 1:
            return self.tr("Đã gửi {0} tới {1}: bản in lại lần {2}.").format(
                paper, done.printer, done.copy_number - 1
            )
        return self.tr("Đã gửi {0} tới {1}.").format(paper, done.printer)

    def _on_look_failed(self, error: Exception) -> None:
        if isinstance(error, DeskError):
            self._frame.paper.say(self._actions.say(error))
            return
        self._frame.close_preview()
        self._notices.take(error)


def _waiting(view: DossierView) -> tuple[str, str] | None:
    """The form of the end at which the dossier stands, on its usual paper, if nobody printed it."""
    if not view.dossier.state.is_given_up:
        return None
    printed = {(one.form, one.subject_id) for one in view.prints}
    ends = [code for code in view.forms if form_of(code).subject is Subject.ENDING]
    return next(((code, "") for code in ends if (code, view.forms[code]) not in printed), None)


def _nothing(_: object) -> None:
    """The answer was kept; there is nothing to show."""
