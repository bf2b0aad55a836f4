"""The intake screen: three columns side by side, no wizard, no modal, everything by keyboard."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from app.domain.answers import PersonOffer, ProcedureChoice, Registered, Twin
from app.domain.changes import Changed
from app.domain.scanned import PersonScan
from ui.citizen_page import CitizenStep
from ui.screen import IntakePlace, Notices
from ui.screens.intake.actions import IntakeActions
from ui.screens.intake.applicant_panel import ApplicantPanel
from ui.screens.intake.citizen_check import CitizenCheck
from ui.screens.intake.draft_keeper import DraftKeeper
from ui.screens.intake.fee_watch import FeeWatch
from ui.screens.intake.for_citizen import page_to_check, page_when_done
from ui.screens.intake.form import IntakeForm
from ui.screens.intake.form_history import FormHistory
from ui.screens.intake.form_state import FormState
from ui.screens.intake.frame import IntakeFrame
from ui.screens.intake.keys import bind_keys, key_words
from ui.screens.intake.live_preview import LivePreview
from ui.screens.intake.parking import Parking
from ui.screens.intake.procedure_panel import ProcedurePanel
from ui.screens.intake.promise_panel import PromisePanel
from ui.screens.intake.saving import Saving
from ui.screens.intake.twin_watch import TwinWatch
from ui.work import Work


class IntakeScreen(IntakePlace):
    """Collects a request, shows its promise, registers it, prints its receipt.

    Args:
        actions: the verbs, synchronous.
        work: the lanes they run on.
        notices: the one door for what is said in passing and for errors without a field.

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
        self._actions = actions
        self._build(work, notices)
        self._connect()
        bind_keys(self)

    # What the shell asks for.

    def on_shown(self) -> None:
        """Offer the drafts of this station and stand ready where work goes on."""
        self.parking.show_drafts()
        last = self.focusWidget()
        if last is None or self.state().is_blank:
            self.form.focus_first()
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
        self.form.show_problems([])
        if self.state().is_blank:
            return False
        self.keeper.keep()
        self._start_over()
        self.promise.show_empty()
        self.for_citizen.emit(None)
        return True

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

    def keys(self) -> tuple[tuple[str, str], ...]:
        """The keys of this screen for the F1 map."""
        return key_words()

    def keep_draft(self) -> None:
        """Store what is typed at once: the window is about to close or the screen to change."""
        self.keeper.keep()

    def state(self) -> FormState:
        """The whole form as it stands."""
        return self.form.state()

    # Building.

    def _build(self, work: Work, notices: Notices) -> None:
        actions = self._actions
        self.applicant = ApplicantPanel(
            actions.people, actions.addresses, actions.say, actions.now, work.records
        )
        self.procedure = ProcedurePanel(actions, work.records)
        self.promise = PromisePanel()
        self.frame = IntakeFrame(self, self.applicant, self.procedure, self.promise)
        self.form = IntakeForm(self.applicant, self.procedure, self.frame, actions.say, self)
        self.keeper = DraftKeeper(actions, work.records, self.form.state, self)
        self.parking = Parking(
            actions, work.records, notices, self.frame, self.keeper, self.procedure.lane
        )
        self.preview = LivePreview(
            actions, work.records, work.outside, self.promise, self.frame.large
        )
        self.costs = FeeWatch(actions, work.records, self.procedure.lane, self.procedure.fee, self)
        self.twins = TwinWatch(actions.twins, work.records, self)
        self.twin: Twin | None = None
        self.saving = Saving(actions, work, notices, self.form, self.keeper, self.promise.done)
        self.history = FormHistory(self.form, self, lambda: self.saving.is_busy)
        self.check = CitizenCheck(self.form, self.saving, self.frame.asked, notices)

    def _connect(self) -> None:
        self.form.changed.connect(self._on_changed)
        self.check.changed.connect(self._tell_citizen)
        self.history.applied.connect(self._on_history)
        self.procedure.search.field.input.installEventFilter(self)
        self.procedure.procedure_shown.connect(self._on_procedure_shown)
        self.procedure.not_in_force.connect(self._on_not_in_force)
        self.parking.taken.connect(self._on_draft_taken)
        self.saving.registered.connect(self._on_registered)
        self.saving.refused.connect(self.keeper.note_change)
        self.saving.changed.connect(self.changed)
        self.frame.save_and_print.clicked.connect(self.check.save_and_print)
        self.frame.save_only.clicked.connect(self.check.save_only)
        self.twins.found.connect(self._on_twin)
        self.procedure.twin.acted.connect(self.compare)
        self.frame.twin.opened.connect(self.dossier_wanted)
        self.promise.promised.connect(self._tell_citizen)
        self.promise.enlarged.connect(self.enlarge)
        self.promise.done.print_wanted.connect(self.saving.print_again)
        self.promise.done.slip_wanted.connect(self.saving.print_slip)
        self.promise.done.open_wanted.connect(self.open_wanted)
        self.promise.done.outside_wanted.connect(self.saving.open_outside)

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
        self._tell_citizen()
        self.twins.look(self.state())

    @Slot(str)
    def _on_history(self, field: str) -> None:
        self.form.go_to(field)
        self._on_changed()

    @Slot()
    def _tell_citizen(self) -> None:
        page = page_to_check(self.state(), self.promise.due_at)
        if page is not None and self.check.is_waiting:
            page = replace(page, step=CitizenStep.ASK)
        self.for_citizen.emit(page)

    @Slot()
    def _on_procedure_shown(self) -> None:
        panel = self.procedure
        if panel.lacks_case:
            panel.cases.setFocus(Qt.FocusReason.TabFocusReason)
        elif panel.lacks_limit:
            panel.limit.amount.input.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.form.go_to("documents")

    @Slot(str)
    def _on_not_in_force(self, name: str) -> None:
        self.procedure.search.show_text(name)
        words = self.tr("Thủ tục này không còn hiệu lực; chọn lại.")
        self.form.show_problems([("procedure", words)])

    @Slot()
    def _ask_preview(self) -> None:
        panel = self.procedure
        state = self.state()
        if state.procedure_code:
            self.costs.ask(lambda: state.timed_request(now=self._actions.now()))
        else:
            self.costs.forget()
        if state.procedure_code and not panel.lacks_case and not panel.lacks_limit:
            now = self._actions.now()
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

    @Slot(object, str)
    def _on_registered(self, registered: Registered, who: str) -> None:
        self._start_over()
        self.promise.show_registered(registered, who)
        self.for_citizen.emit(page_when_done(registered, who.partition(" · ")[0]))
        self.registered.emit(registered)

    @Slot(object)
    def _on_twin(self, twin: Twin | None) -> None:
        self.twin = twin
        self.procedure.twin.show_twin(twin)

    @Slot(str, object)
    def _on_draft_taken(self, draft_id: str, state: FormState) -> None:
        self.check.withdraw()
        self.preview.forget()
        self.costs.forget()
        self.promise.show_empty()
        self.form.fill(state)
        self.twins.look(state)
        self.history.begin()
        self.keeper.take_over(draft_id, state)
        self.form.focus_first()

    def _start_over(self) -> None:
        self.check.withdraw()
        self.preview.forget()
        self.costs.forget()
        self.form.fill(FormState())
        self.frame.close_twin()
        self.twins.look(FormState())
        self.history.begin()
        self.keeper.start_new()
        self.frame.show_new()
        self.parking.show_drafts()
        self.form.focus_first()
