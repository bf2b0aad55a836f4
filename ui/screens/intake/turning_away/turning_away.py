"""Not taking papers in: a guidance slip is printed, or they are refused under a number."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from app.answers.dossier import EarlyRefusal, TurnedAway
from app.domain.changes import Changed
from app.domain.dossier.dossier import IntakeRequest
from app.domain.errors import DeskError, InvalidRequest
from ui.pdf_viewer import open_with_desktop
from ui.screen import Notices
from ui.screens.intake.actions import TurningAwayActions
from ui.screens.intake.turning_away.card import TurningAwayCard, Way
from ui.tokens import Tone
from ui.work import Work


class TurningAway(QObject):
    """Does what the card is filled in for.

    Args:
        card: where it is prepared.
        actions: what is asked of the desk.
        work: where it is asked.
        notices: where it is said what was done.
        asked: what the form asks for, as far as it goes; None after showing why it does not.
        missing: what everybody must bring is called, of what was not ticked.
        draft_id: which draft the form is.
        say: the sentence of a refusal.

    Signals:
        opened: the card is to be shown.
        closed: the card is to be put away.
        guided: the guidance slip is with the printer; the form is to be kept for later.
        refused: the papers were refused; the form is done with.
        form_refused: something in the form itself stands in the way, with the error.
        changed: records were changed (`Changed`).
    """

    opened = Signal()
    closed = Signal()
    guided = Signal()
    refused = Signal()
    form_refused = Signal(object)
    changed = Signal(object)

    def __init__(
        self,
        card: TurningAwayCard,
        actions: TurningAwayActions,
        work: Work,
        notices: Notices,
        *,
        asked: Callable[[], IntakeRequest | None],
        missing: Callable[[], tuple[str, ...]],
        draft_id: Callable[[], str],
        say: Callable[[DeskError], str],
    ) -> None:
        super().__init__(card)
        self._card, self._actions, self._work, self._notices = card, actions, work, notices
        self._asked, self._missing, self._draft_id, self._say = asked, missing, draft_id, say
        self._unprinted: tuple[str, bytes] | None = None
        card.submitted.connect(self._on_submitted)
        card.print_wanted.connect(self._on_print_wanted)
        card.viewer_wanted.connect(self._on_viewer_wanted)

    @Slot()
    def open(self) -> None:
        """Ask what becomes of the papers, once it is known what they are for."""
        asked = self._asked()
        if asked is None:
            return
        self._card.begin(asked.applicant.full_name, self._missing(), self._actions.bases())
        self._show_refusals()
        self.opened.emit()
        self._card.focus_first()

    @Slot()
    def _on_submitted(self) -> None:
        request = self._asked()
        if request is None:
            self.closed.emit()
            return
        self._card.show_sentence("")
        self._card.set_busy(is_busy=True)
        if self._card.way.value() is Way.GUIDE:
            self._guide(request)
        else:
            self._refuse(request)

    def _guide(self, request: IntakeRequest) -> None:
        card, actions = self._card, self._actions
        papers, why = card.papers.lines(), card.why.value()
        held_reason = card.why_held.value() if card.why_held.isVisible() else None
        self._work.reading.run(
            self,
            lambda: actions.guide(request, papers, why, held_reason),
            self._print_slip,
            self._on_refused,
        )

    def _print_slip(self, pdf: bytes) -> None:
        self._work.outside.run(
            self,
            lambda: self._actions.print_slip(pdf),
            self._on_guided,
            partial(self._on_not_printed, "MotCua-huong-dan.pdf", pdf),
        )

    def _on_guided(self, printer: str) -> None:
        self._card.set_busy(is_busy=False)
        words = self.tr("Đã gửi máy in {0}: phiếu hướng dẫn. Bản nháp đã cất, chờ người nộp.")
        self._notices.notify(words.format(printer))
        self.closed.emit()
        self.guided.emit()

    def _refuse(self, request: IntakeRequest) -> None:
        reason, draft = self._card.reason.value(), self._draft_id()
        self._work.writing.run(
            self,
            lambda: self._actions.refuse(request, reason, draft),
            self._on_turned_away,
            self._on_refused,
        )

    def _on_turned_away(self, done: TurnedAway) -> None:
        """It is kept: the form goes at once, however the printer does."""
        self._card.set_busy(is_busy=False)
        self.closed.emit()
        self.refused.emit()
        self.changed.emit(Changed.PRINTS)
        self._print_refusal(done.refusal_id, done.number)

    @Slot(object)
    def _on_print_wanted(self, one: EarlyRefusal) -> None:
        self._card.show_sentence("")
        self._print_refusal(one.refusal_id, one.number)

    def _print_refusal(self, refusal_id: int, number: str) -> None:
        def print_it(pdf: bytes) -> None:
            self._work.outside.run(
                self,
                lambda: self._actions.print_refusal(pdf),
                lambda printer: self._notices.notify(
                    self.tr("Đã gửi máy in {0}: phiếu từ chối số {1}.").format(printer, number)
                ),
                partial(self._on_refusal_not_printed, refusal_id, number, pdf),
            )

        self._work.reading.run(
            self, lambda: self._actions.refusal(refusal_id), print_it, self._notices.take
        )

    def _on_refusal_not_printed(
        self, refusal_id: int, number: str, pdf: bytes, error: Exception
    ) -> None:
        name = f"MotCua-tu-choi-{refusal_id}.pdf"
        if self._card.isVisible():
            self._on_not_printed(name, pdf, error)
            return
        if not isinstance(error, DeskError):
            self._notices.take(error, partial(self._print_refusal, refusal_id, number))
            return
        words = self.tr(
            "Chưa in được phiếu từ chối số {0}: {1} Phiếu đã ghi vào sổ; mở lại mục “Chưa nhận hồ "
            "sơ” để in."
        )
        self._notices.notify(words.format(number, self._say(error)), Tone.OVERDUE)

    def _on_not_printed(self, name: str, pdf: bytes, error: Exception) -> None:
        self._card.set_busy(is_busy=False)
        if not isinstance(error, DeskError):
            self._notices.take(error)
            return
        self._unprinted = (name, pdf)
        words = self.tr("Chưa in được: {0}").format(self._say(error))
        self._card.show_sentence(words, offers_viewer=True)

    @Slot()
    def _on_viewer_wanted(self) -> None:
        if self._unprinted is None:
            return
        name, pdf = self._unprinted
        if not open_with_desktop(self._actions.lend(name, pdf)):
            words = self.tr("Máy này chưa có trình đọc PDF nào mở được tệp.")
            self._card.show_sentence(words, offers_viewer=True)

    def _on_refused(self, error: Exception) -> None:
        """Said where it can be mended: at the card's field, or in the form below it."""
        self._card.set_busy(is_busy=False)
        if not isinstance(error, DeskError):
            self._notices.take(error)
            return
        problems = error.problems if isinstance(error, InvalidRequest) else (error,)
        at_form = [one for one in problems if not self._is_shown(one)]
        if at_form and isinstance(error, InvalidRequest):
            self.closed.emit()
            self.form_refused.emit(error)
        elif at_form:
            self._card.show_sentence(self._say(error))

    def _is_shown(self, problem: DeskError) -> bool:
        return self._card.show_problem(problem, self._say(problem))

    def _show_refusals(self) -> None:
        self._card.show_refusals(())
        self._work.reading.run(
            self, self._actions.refusals, self._card.show_refusals, self._notices.take
        )
