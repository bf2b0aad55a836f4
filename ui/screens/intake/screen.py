"""The intake screen: three columns side by side, no wizard, no modal, everything by keyboard."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from app.answers.catalogue import ProcedureChoice
from app.answers.dossier import Registered
from app.answers.people import PersonOffer, Twin
from app.domain.changes import Changed
from app.domain.errors import DeskError
from app.domain.scanning.scanned import PersonScan
from ui.citizen_page import CitizenStep
from ui.intake_place import IntakePlace
from ui.screen import Notices
from ui.screens.intake.actions import IntakeActions
from ui.screens.intake.applicant.panel import ApplicantPanel
from ui.screens.intake.applicant.twin_watch import TwinWatch, twin_warning
from ui.screens.intake.certification.panel import CertificationPanel
from ui.screens.intake.certification.row_undo import RowUndo
from ui.screens.intake.citizen.check import CitizenCheck
from ui.screens.intake.citizen.page import page_to_check, page_when_done
from ui.screens.intake.draft.history import REDO, UNDO, FormHistory
from ui.screens.intake.draft.keeper import DraftKeeper
from ui.screens.intake.draft.parking import Parking
from ui.screens.intake.fees.panel import FeePanel
from ui.screens.intake.fees.quote import FeeQuote
from ui.screens.intake.fields.check import FormCheck
from ui.screens.intake.fields.named import NamedFields
from ui.screens.intake.fields.problems import Problems
from ui.screens.intake.fields.walk import Walk
from ui.screens.intake.form import IntakeForm, Panels
from ui.screens.intake.frame import IntakeFrame
from ui.screens.intake.keys import bind_keys, key_words
from ui.screens.intake.papers.section import PaperSection
from ui.screens.intake.parts.strip import StripAction
from ui.screens.intake.procedure.extras import Extras
from ui.screens.intake.procedure.panel import ProcedurePanel
from ui.screens.intake.procedure.receipt_line import ReceiptLine
from ui.screens.intake.promise.live_preview import LivePreview
from ui.screens.intake.promise.panel import PromisePanel
from ui.screens.intake.saving.printing import Printing
from ui.screens.intake.saving.saving import Saving
from ui.screens.intake.state.form import FormState
from ui.widgets.fields.choice import ChoiceField
from ui.widgets.fields.line_field import LineField
from ui.work import Work


class IntakeScreen(IntakePlace):
    """Collects a request, shows its promise, registers it, prints its receipt.

    Args:
        actions: what the screen asks of the desk, synchronous.
        work: where it is asked.
        notices: where it is said what has no field to stand beside.

    Signals:
        registered: a dossier is safe on disk (`Registered`).
    """

    registered = Signal(object)

    def __init__(
        self,
        actions: IntakeActions,
        work: Work,
        notices: Notices,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions, self._notices = actions, notices
        self.twin: Twin | None = None
        self._build_panels(work)
        self._build_form()
        self._build_services(work)
        self._connect_form()
        self._connect_services()
        bind_keys(self, self._keys())

    # What the shell asks for.

    def on_shown(self) -> None:
        """Offer the drafts of this station and stand ready where work goes on."""
        self.parking.show_drafts()
        last = self.focusWidget()
        if last is None or self.state().is_blank:
            self.focus_first()
        else:
            last.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_left(self) -> None:
        """Another screen comes, or the window closes: what is typed is kept first."""
        self.check.withdraw()
        self.keep_draft()
        self.for_citizen.emit(None)

    def on_ticked(self, now: datetime) -> None:  # noqa: ARG002 - the actions hold the clock
        """A minute passed: the promise is counted anew."""
        self._ask_preview()

    def on_changed(self, changed: Changed) -> None:
        """Rules were changed elsewhere: the promise is counted anew."""
        if changed & (Changed.PROCEDURES | Changed.CALENDAR | Changed.SETTINGS):
            self._ask_preview()

    def take_card(self, card: PersonScan) -> bool:
        """Fill in whoever's card was scanned; while a dossier is being saved it is not taken."""
        if self.saving.is_busy:
            return True
        if self.promise.shows_registered:
            self.promise.show_empty()
        self.applicant.take_card(card)
        return True

    def take_procedure(self, choice: ProcedureChoice) -> None:
        """Begin with this procedure, or give it to the dossier being typed."""
        if not self.saving.is_busy:
            self.procedure.search.show_chosen(choice.name)
            self.procedure.choose(choice)

    def take_person(self, offer: PersonOffer) -> None:
        """Begin with somebody met before; what was being typed is kept as a draft."""
        if self.saving.is_busy:
            return
        if not self.state().applicant.is_blank:
            self.keeper.keep()
            self._start_over()
        self.promise.show_empty()
        self.applicant.take_person(offer)

    def set_citizen_asked(self, asks: bool) -> None:  # noqa: FBT001 - a slot
        """Ask the citizen before printing, or no longer."""
        self.check.set_on(is_on=asks)

    def on_citizen_said(self, is_right: bool) -> None:  # noqa: FBT001 - a slot
        """“Đúng rồi” saves and prints; “Chưa đúng” goes back to the form."""
        self.check.on_said(is_right=is_right)

    def go_back(self) -> bool:
        """Esc: close what is open, else keep the draft and start a new person."""
        if self.frame.close_twin() or self.check.withdraw():
            return True
        if self.frame.large.isVisible():
            self.frame.toggle_large()
            return True
        if self.saving.is_busy:
            return True
        self.problems.clear()
        if self.state().is_blank:
            return False
        self.keeper.keep()
        self._start_over()
        self.promise.show_empty()
        self.for_citizen.emit(None)
        return True

    def keys(self) -> tuple[tuple[str, str], ...]:
        """The keys of this screen for the F1 map."""
        return key_words()

    def keep_draft(self) -> None:
        """Store what is typed at once: the window is about to close or the screen to change."""
        self.keeper.keep()

    def state(self) -> FormState:
        """The whole form as it stands."""
        return self.form.state()

    def focus_first(self) -> None:
        """Stand ready in the first field."""
        self.applicant.person.number.input.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def enlarge(self) -> None:
        """Show the receipt large over the form, or fold it away."""
        self.frame.toggle_large()
        self._ask_preview()

    @Slot()
    def compare(self) -> None:
        """Show the person's open dossier of the same procedure beside the form."""
        if self.twin is not None:
            self.frame.show_twin(self.state(), self.twin)

    @Slot()
    def open_wanted(self) -> None:
        """Open the dossier that is compared with, or the one registered last."""
        if self.frame.twin.isVisible():
            self.frame.twin.open_twin()
            return
        if self.saving.last is not None and self.promise.shows_registered:
            self.dossier_wanted.emit(self.saving.last.dossier_id)

    # Building.

    def _build_panels(self, work: Work) -> None:
        actions, reading = self._actions, work.reading
        self.applicant = ApplicantPanel(
            actions.people, actions.addresses, actions.say, actions.now, reading
        )
        self.papers = PaperSection()
        self.certification = CertificationPanel()
        self.receipt = ReceiptLine(actions.say)
        self.fees = FeePanel(actions.say)
        self.extras = Extras(actions.say, actions.now)
        below = (
            (self.papers, 1), (self.certification, 1), (self.receipt, 0), (self.fees, 0),
            (self.extras, 0),
        )  # fmt: skip
        self.procedure = ProcedurePanel(actions, reading, work.writing, below)
        self.promise = PromisePanel()
        search = self.procedure.search.field.input
        self.frame = IntakeFrame(self, self.applicant, self.procedure, self.promise, search)

    def _build_form(self) -> None:
        actions, frame = self._actions, self.frame
        panels = Panels(
            frame.channel, self.applicant, self.procedure, self.papers, self.certification,
            self.receipt, self.fees, self.extras,
        )  # fmt: skip
        self.form = IntakeForm(panels, self)
        inputs = panels.inputs()
        unfold = dict.fromkeys(self.extras.inputs().fields, self.extras.unfold)
        unfold |= dict.fromkeys(self.fees.inputs().fields, self.fees.unfold)
        self.fields = NamedFields(inputs.fields, unfold, lambda: self.procedure.certifies)
        self.problems = Problems(self, self.fields, frame.problems, actions.say)
        order = (
            *frame.channel.chips(), *inputs.order, frame.save_only, frame.save_and_print
        )  # fmt: skip
        self.walk = Walk(self, inputs.stops, order, frame.save_and_print)

    def _build_services(self, work: Work) -> None:
        actions, frame = self._actions, self.frame
        reading, writing = work.reading, work.writing
        self.keeper = DraftKeeper(actions, writing, self.form.state, self)
        form_id = self.keeper.form_id
        self.parking = Parking(actions, writing, self._notices, frame.drafts, form_id)
        self.row_undo = RowUndo(self.certification, self._notices, form_id)
        self.preview = LivePreview(actions, reading, work.outside, self.promise, frame.large)
        self.costs = FeeQuote(actions.cost, actions.say, reading, self)
        self.twins = TwinWatch(actions.twins, reading, self)
        checks = FormCheck(
            self.form.state, self.procedure, self.certification, self.fees,
            problems=self.problems, say=actions.say, now=actions.now,
        )  # fmt: skip
        self.saving = Saving(actions.register, writing, checks.checked, self.keeper.keep, self)
        self.printing = Printing(actions, work, self._notices, lambda: self.saving.last, self)
        self.history = FormHistory(
            self, self.form.lines(), state=self.form.state, lay=self.form.lay,
            is_held=lambda: self.saving.is_busy,
        )  # fmt: skip
        self.check = CitizenCheck(
            frame.asked, self._notices, state=self.form.state, is_ready=self.saving.is_ready,
            save_and_print=self.saving.save_and_print, save_only=self.saving.save_only,
            focus_form=self.focus_first,
        )  # fmt: skip

    def _connect_form(self) -> None:
        self.form.changed.connect(self._on_changed)
        self.form.filled.connect(self.problems.clear)
        search = self.procedure.search
        search.field.input.installEventFilter(self)
        self.procedure.procedure_shown.connect(self._on_procedure_shown)
        self.procedure.not_in_force.connect(self._on_not_in_force)
        for finished in (
            self.papers.finished, self.certification.finished, search.passed,
            self.applicant.person.kind.entered, self.frame.channel.entered,
        ):  # fmt: skip
            finished.connect(self.walk.go_on)
        for line in self.findChildren(LineField):
            if line not in {search.field, self.procedure.limit.source}:
                line.entered.connect(self.walk.go_on)
        for choice in self.findChildren(ChoiceField):
            choice.entered.connect(self.walk.go_on)

    def _connect_services(self) -> None:
        done = self.promise.done
        self.check.changed.connect(self._show_citizen)
        self.history.applied.connect(self._on_history)
        self.parking.taken.connect(self._on_draft_taken)
        self.keeper.kept.connect(self.frame.show_kept)
        self.keeper.failed.connect(self._on_not_kept)
        self.costs.counted.connect(self.fees.show_cost)
        self.costs.counted.connect(self.certification.show_cost)
        self.costs.refused.connect(self.fees.show_sentence)
        self.twins.found.connect(self._on_twin)
        self.frame.twin.opened.connect(self.dossier_wanted)
        self.frame.save_and_print.clicked.connect(self.check.save_and_print)
        self.frame.save_only.clicked.connect(self.check.save_only)
        self.saving.registered.connect(self._on_registered)
        self.saving.print_wanted.connect(self.printing.print_again)
        self.saving.refused.connect(self._on_refused)
        self.saving.busy_changed.connect(self.frame.show_saving)
        self.printing.said.connect(done.show_printing)
        self.printing.changed.connect(self.changed)
        self.promise.promised.connect(self._show_citizen)
        self.promise.enlarged.connect(self.enlarge)
        done.print_wanted.connect(self.printing.print_again)
        done.slip_wanted.connect(self.printing.print_slip)
        done.open_wanted.connect(self.open_wanted)
        done.outside_wanted.connect(self.printing.open_outside)

    def _keys(self) -> dict[str, Callable[[], object]]:
        applicant, channel = self.applicant, self.frame.channel
        return {
            "F9": self.check.save_and_print,
            "Ctrl+F9": self.check.save_only,
            UNDO: self.history.undo,
            REDO: self.history.redo,
            "Alt+T": applicant.toggle_representative,
            "Alt+G": self.extras.toggle.click,
            "Alt+H": self.procedure.case_section.reopen,
            "Alt+D": self.frame.drafts.focus_first,
            "Alt+X": self.enlarge,
            "Alt+L": self.fees.toggle.click,
            "Alt+P": self.printing.print_slip,
            "Alt+M": self.open_wanted,
            "Alt+S": self.compare,
            "Ctrl+P": self.printing.print_again,
            "Ctrl+Space": self.papers.tick_all,
            "Ctrl+0": applicant.take_card_for_good,
            **{f"Alt+{nth + 1}": partial(channel.choose, nth) for nth in range(3)},
            **{f"Ctrl+{nth + 1}": partial(applicant.take_offer, nth) for nth in range(3)},
        }

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.frame.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.frame.arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn:
            self.applicant.settle()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            # Other letters change what there is room for, without a new size of the screen.
            self.frame.arrange()
        return done

    # What happens.

    @Slot()
    def _on_changed(self) -> None:
        if self.saving.is_busy:
            return  # a draft kept now would outlive the registration under way
        self.history.note()
        self.check.on_changed()
        self.keeper.note_change()
        self._ask_preview()
        self._show_citizen()
        self.twins.look(self.state())

    @Slot(str)
    def _on_history(self, field: str) -> None:
        self.fields.go_to(field)
        self._on_changed()

    @Slot()
    def _show_citizen(self) -> None:
        page = page_to_check(self.state(), self.promise.due_at)
        if page is not None and self.check.is_waiting:
            page = replace(page, step=CitizenStep.ASK)
        self.for_citizen.emit(page)

    @Slot()
    def _on_procedure_shown(self) -> None:
        self.fields.go_to(self.procedure.next_field)

    @Slot(str)
    def _on_not_in_force(self, name: str) -> None:
        self.procedure.search.show_text(name)
        words = self.tr("Thủ tục này không còn hiệu lực; chọn lại.")
        self.problems.show_problems([("procedure", words)])

    @Slot(object)
    def _on_not_kept(self, error: Exception) -> None:
        self.frame.show_not_kept()
        if not isinstance(error, DeskError):
            self._notices.take(error)

    @Slot()
    def _ask_preview(self) -> None:
        panel, state, now = self.procedure, self.state(), self._actions.now()
        if state.procedure_code:
            self.costs.ask(lambda: state.timed_request(now=now))
        else:
            self.costs.forget()
        if state.procedure_code and not panel.lacks_case and not panel.lacks_limit:
            self.preview.ask(state.loose_request(), lambda: state.timed_request(now=now))
            return
        self.preview.forget()
        if panel.lacks_case:
            self.promise.show_waiting(self.tr("Chọn trường hợp để tính ngày hẹn trả."))
        elif state.procedure_code:
            self.promise.show_waiting(
                self.tr("Chưa có thời hạn nên chưa hẹn được ngày. Ghi thời hạn ở cột 2.")
            )
        elif not self.promise.shows_registered:
            self.promise.show_empty()

    @Slot(object, object)
    def _on_registered(self, registered: Registered, state: FormState) -> None:
        self._start_over()
        self.promise.show_registered(registered, state.summary)
        self.for_citizen.emit(page_when_done(registered, state.applicant.who))
        self.registered.emit(registered)
        self.changed.emit(registered.changed)

    @Slot(object)
    def _on_refused(self, error: Exception) -> None:
        self.keeper.note_change()
        self.problems.show_error(error)
        if not isinstance(error, DeskError):
            # No button to try again: by then another person's form may stand there.
            self._notices.take(error)

    @Slot(object)
    def _on_twin(self, twin: Twin | None) -> None:
        self.twin = twin
        if twin is None:
            self.procedure.twin.show_all("")
        else:
            action = StripAction(self.tr("So sánh   Alt+S"), self.compare)
            self.procedure.twin.show_all(twin_warning(twin), (action,))

    @Slot(str, object)
    def _on_draft_taken(self, draft_id: str, state: FormState) -> None:
        self.keeper.keep()
        self.check.withdraw()
        self.promise.show_empty()
        self._put(state)
        self.keeper.take_over(draft_id, state)
        self.focus_first()

    def _start_over(self) -> None:
        self._put(FormState())
        self.frame.close_twin()
        self.keeper.start_new()
        self.frame.show_new()
        self.parking.show_drafts()
        self.focus_first()

    def _put(self, state: FormState) -> None:
        """Let another form stand there: nothing of the former is shown or comes back."""
        self.check.withdraw()
        self.preview.forget()
        self.costs.forget()
        self.form.fill(state)
        self.twins.look(state)
        self.history.begin()
