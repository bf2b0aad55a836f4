"""The intake screen: three columns side by side, no wizard, no modal, everything by keyboard."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from app.answers.catalogue import ProcedureChoice
from app.answers.dossier import Registered
from app.answers.people import PersonOffer
from app.domain.catalogue.procedure import Channel
from app.domain.changes import Changed
from app.domain.dossier.filing import FILED_ONLINE
from app.domain.errors import DeskError
from app.domain.scanning.scanned import PersonScan
from ui.citizen_page import CitizenStep
from ui.intake_place import IntakePlace
from ui.keys import Key, nth_key
from ui.screen import Notices
from ui.screens.intake.actions import IntakeActions
from ui.screens.intake.applicant.twin_watch import TwinWatch
from ui.screens.intake.certification.row_undo import RowUndo
from ui.screens.intake.citizen.check import CitizenCheck
from ui.screens.intake.citizen.page import page_to_check, page_when_done
from ui.screens.intake.draft.history import FormHistory
from ui.screens.intake.draft.keeper import DraftKeeper
from ui.screens.intake.draft.parking import Parking
from ui.screens.intake.fields.check import FormCheck
from ui.screens.intake.fields.named import NamedFields
from ui.screens.intake.fields.problems import Problems
from ui.screens.intake.fields.walk import Walk
from ui.screens.intake.flow.last import LastRegistered
from ui.screens.intake.flow.live_count import LiveCount
from ui.screens.intake.flow.typed_ahead import TypedAhead
from ui.screens.intake.form import IntakeForm, Panels
from ui.screens.intake.frame import IntakeFrame
from ui.screens.intake.papers.missing_check import MissingCheck
from ui.screens.intake.promise.panel import PromisePanel
from ui.screens.intake.saving.saving import Saving
from ui.screens.intake.state.form import FormState
from ui.screens.intake.turning_away.turning_away import TurningAway
from ui.widgets.fields.choice import ChoiceField
from ui.widgets.fields.line_field import LineField
from ui.widgets.keys import bind_key
from ui.widgets.layout.top import scroll_to_top
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
        self._build_panels(work)
        self._build_form()
        self._build_services(work)
        self._connect_form()
        self._connect_services()
        for key, action in self._keys().items():
            bind_key(self, key, action)

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
        self.frame.close_turning_away()
        self.lacking.withdraw()
        self.check.withdraw()
        self.keep_draft()
        self.for_citizen.emit(None)

    def keep_typed(self) -> bool:
        """Something went wrong: what is typed is kept as a draft."""
        self.keep_draft()
        return not self.state().is_blank

    def on_ticked(self, now: datetime) -> None:  # noqa: ARG002 - the actions hold the clock
        """A minute passed: the promise is counted anew."""
        self.count.ask()

    def on_changed(self, changed: Changed) -> None:
        """Rules were changed elsewhere: the promise is counted anew."""
        if changed & (Changed.PROCEDURES | Changed.CALENDAR | Changed.SETTINGS):
            self.count.ask()
        if changed & Changed.MONEY:
            self.last.look_at_money()

    def take_card(self, card: PersonScan) -> bool:
        """Fill in whoever's card was scanned; while a dossier is being saved it is not taken."""
        if self.saving.is_busy:
            return True
        self.last.leave()
        self.frame.close_turning_away()
        self.applicant.take_card(card)
        return True

    def take_code(self, code: str, *, is_meant: bool) -> bool:
        """Take the code a portal gave; what was not filed online becomes so only if it is meant."""
        if self.saving.is_busy:
            return True
        is_online = self.frame.channel.value() in FILED_ONLINE
        if not is_online and not is_meant:
            return False
        if self.promise.shows_registered:
            self.promise.show_empty()
        if not is_online:
            self.frame.channel.choose_value(Channel.ONLINE)
        self.code.field.set_value(code)
        self.form.changed.emit()
        if self.code.isAncestorOf(self.focusWidget()) or not self.applicant.state()[0].is_blank:
            self.code.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.walk.go_on()  # as Enter behind it does
        else:
            self.focus_first()
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
        self.last.leave()
        self.applicant.take_person(offer)

    def set_citizen_asked(self, asks: bool) -> None:  # noqa: FBT001 - a slot
        """Ask the citizen before printing, or no longer."""
        self.check.set_on(is_on=asks)

    def on_citizen_said(self, is_right: bool) -> None:  # noqa: FBT001 - a slot
        """“Đúng rồi” saves and prints; “Chưa đúng” goes back to the form."""
        self.check.on_said(is_right=is_right)

    def go_back(self) -> bool:
        """Esc: close what is open, else keep the draft and start a new person."""
        if self.frame.close_twin() or self.frame.close_turning_away() or self.lacking.withdraw():
            return True
        if self.check.withdraw() or self.frame.close_large():
            return True
        if self.saving.is_busy:
            return True
        self.problems.clear()
        if self.state().is_blank:
            return False
        self.park()
        return True

    @Slot()
    def park(self) -> None:
        """Keep the draft and start a new person."""
        self.problems.clear()
        self.keeper.keep()
        self._start_over()
        self.last.leave()
        self.for_citizen.emit(None)

    def take_key(self, key: Key) -> bool:
        """Print again what was just registered, as long as its card is in sight."""
        if key != Key.REPRINT or not self.promise.shows_registered:
            return False
        self.last.print_again()
        return True

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
    def save_and_print(self) -> None:
        """F9: what is missing is asked about once, then the citizen, then it is saved."""
        if not self.frame.asks_what_becomes():
            self.lacking.before(self.check.save_and_print)

    @Slot()
    def save_only(self) -> None:
        """Ctrl+F9: the same, and nothing is printed."""
        if not self.frame.asks_what_becomes():
            self.lacking.before(self.check.save_only)

    @Slot()
    def enlarge(self) -> None:
        """Show the receipt large over the form, or fold it away."""
        self.frame.toggle_large()
        self.count.ask()

    @Slot()
    def compare(self) -> None:
        """Show the person's open dossier of the same procedure beside the form."""
        if self.twins.twin is not None:
            self.frame.show_twin(self.state(), self.twins.twin)

    @Slot()
    def open_wanted(self) -> None:
        """Open the dossier that is compared with, or the one registered last."""
        if self.frame.twin.isVisible():
            self.frame.twin.open_twin()
        elif self.last.in_sight is not None:
            self.dossier_wanted.emit(self.last.in_sight.dossier_id)

    @Slot()
    def receipt_wanted(self) -> None:
        """Note the electronic receipt of the money taken with the dossier registered last."""
        if self.last.with_receipt is not None:
            self.dossier_key_wanted.emit(self.last.with_receipt.dossier_id, Key.RECEIPT)

    # Building.

    def _build_panels(self, work: Work) -> None:
        panels = self._panels = Panels.made(self._actions, work)
        self.applicant, self.code, self.procedure = panels.applicant, panels.code, panels.procedure
        self.papers, self.certification = panels.papers, panels.certification
        self.receipt, self.fees, self.extras = panels.receipt, panels.fees, panels.extras
        self.promise = PromisePanel()
        search = self.procedure.search.field.input
        self.frame = IntakeFrame(self, self.applicant, self.procedure, self.promise, search)

    def _build_form(self) -> None:
        actions, frame = self._actions, self.frame
        self.form = IntakeForm(frame.channel, self._panels, self)
        inputs = self._panels.inputs()
        unfold = dict.fromkeys(self.extras.inputs().fields, self.extras.unfold)
        unfold |= dict.fromkeys(self.fees.folded(), self.fees.unfold)
        self.fields = NamedFields(inputs.fields, unfold, lambda: self.procedure.certifies)
        self.problems = Problems(self, self.fields, frame.problems, actions.say)
        order = (
            *frame.channel.chips(), *inputs.order, frame.save_only, frame.save_and_print
        )  # fmt: skip
        self.walk = Walk(self, inputs.stops, order, frame.save_and_print, self.applicant.is_given)

    def _build_services(self, work: Work) -> None:
        actions, frame = self._actions, self.frame
        reading, writing = work.reading, work.writing
        self.keeper = DraftKeeper(actions, writing, self.form.state, self)
        form_id = self.keeper.form_id
        self.parking = Parking(actions, writing, self._notices, frame.drafts, form_id)
        self.row_undo = RowUndo(self.certification, self._notices, form_id)
        self.count = LiveCount(
            actions, work, self.form.state, self.procedure, self.promise, frame.large
        )
        self.twins = TwinWatch(actions.twins, reading, self.procedure.twin, self.compare)
        checks = self.form_check = FormCheck(
            self.form.state, self.procedure, self.papers, self.certification, self.fees,
            problems=self.problems, say=actions.say, now=actions.now,
        )  # fmt: skip
        self.saving = Saving(actions.register, writing, checks.checked, self.keeper.keep, self)
        self.ahead = TypedAhead(self, self._is_awaited)
        self.last = LastRegistered(actions, work, self._notices, self.saving, self.promise)
        self.history = FormHistory(
            self, self.form.lines(), state=self.form.state, lay=self.form.lay,
            is_held=lambda: self.saving.is_busy,
        )  # fmt: skip
        self.check = CitizenCheck(
            frame.asked, self._notices, state=self.form.state, is_ready=self.saving.is_ready,
            save_and_print=self.saving.save_and_print, save_only=self.saving.save_only,
            focus_form=self.focus_first,
        )  # fmt: skip
        frame.drafts.emptied.connect(self.focus_first)
        self.lacking = MissingCheck(
            frame.lacking, missing=checks.missing_papers, state=self.form.state,
            is_ready=self.saving.is_ready, focus_form=self.papers.setFocus,
        )  # fmt: skip

        self.turning_away = TurningAway(
            frame.turning_away, actions.turning_away, work, self._notices,
            asked=checks.turned_away, missing=checks.missing_papers,
            draft_id=self.keeper.keep, say=actions.say,
        )  # fmt: skip

    def _connect_form(self) -> None:
        self.form.changed.connect(self._on_changed)
        self.applicant.filled.connect(self._on_person_filled)
        self.frame.channel.pointed.connect(self._on_way_clicked)
        self.procedure.search.typed.connect(self.applicant.settle)
        self.form.filled.connect(self.problems.clear)
        search = self.procedure.search
        search.field.input.installEventFilter(self)
        self.procedure.procedure_shown.connect(self._on_procedure_shown)
        self.procedure.not_in_force.connect(self._on_not_in_force)
        for finished in (
            self.papers.finished, self.certification.finished, search.passed,
            self.applicant.person.kind.entered, self.applicant.passed, self.frame.channel.entered,
        ):  # fmt: skip
            finished.connect(self.walk.go_on)
        for line in self.findChildren(LineField):
            own = {
                search.field, self.procedure.limit.source,
                self.applicant.person.number, self.applicant.representative.number,
            }  # fmt: skip
            if line not in own:
                line.entered.connect(self.walk.go_on)
        for choice in self.findChildren(ChoiceField):
            if not self.frame.turning_away.isAncestorOf(choice):
                choice.entered.connect(self.walk.go_on)

    def _connect_services(self) -> None:
        done, frame = self.promise.done, self.frame
        for awaited in (self.applicant.awaited, self.procedure.awaited, self.saving.busy_changed):
            awaited.connect(lambda *_: self.ahead.look())
        self.check.changed.connect(self._show_citizen)
        self.history.applied.connect(self._on_history)
        self.parking.taken.connect(self._on_draft_taken)
        for line in (self.papers.extra, self.certification.entry):
            line.textEdited.connect(self.keeper.note_change)
        self.keeper.kept.connect(self.frame.show_kept)
        self.keeper.failed.connect(self._on_not_kept)
        self.count.costs.counted.connect(self.fees.show_cost)
        self.count.costs.counted.connect(self.certification.show_cost)
        self.count.costs.refused.connect(self.fees.show_sentence)
        self.frame.twin.opened.connect(self.dossier_wanted)
        self.frame.save_and_print.clicked.connect(self.save_and_print)
        self.frame.save_only.clicked.connect(self.save_only)
        self.frame.park.clicked.connect(self.park)
        self.saving.registered.connect(self._on_registered)
        self.saving.refused.connect(self._on_refused)
        self.saving.busy_changed.connect(self.frame.show_saving)
        self.last.changed.connect(self.changed)
        self.turning_away.opened.connect(self.lacking.withdraw)
        self.turning_away.opened.connect(frame.show_turning_away)
        self.turning_away.closed.connect(frame.close_turning_away)
        self.turning_away.guided.connect(self.park)
        self.turning_away.refused.connect(self._start_over)
        self.turning_away.form_refused.connect(self.problems.show_error)
        self.turning_away.changed.connect(self.changed)
        frame.turn_away.clicked.connect(self.turning_away.open)
        self.promise.promised.connect(self._show_citizen)
        self.promise.enlarged.connect(self.enlarge)
        done.receipt_wanted.connect(self.receipt_wanted)
        done.open_wanted.connect(self.open_wanted)

    def _keys(self) -> dict[str, Callable[[], object]]:
        applicant, channel = self.applicant, self.frame.channel
        return {
            Key.SAVE: self.save_and_print,
            Key.SAVE_ONLY: self.save_only,
            Key.UNDO: self.history.undo,
            Key.REDO: self.history.redo,
            Key.REPRESENTATIVE: applicant.toggle_representative,
            Key.OTHER_TIME: self.extras.toggle.click,
            Key.CASE: self.procedure.case_section.reopen,
            Key.DRAFTS: self.frame.drafts.focus_first,
            Key.ENLARGE: self.enlarge,
            Key.MONEY: self.fees.toggle.click,
            Key.SLIP: self.last.print_slip,
            Key.RECEIPT: self.receipt_wanted,
            Key.OPEN: self.open_wanted,
            Key.COMPARE: self.compare,
            Key.TURN_AWAY: self.turning_away.open,
            Key.ALL_PAPERS: self.papers.tick_musts,
            Key.TAKE_CARD: applicant.take_card_for_good,
            **{nth_key(Key.CHOICE, nth + 1): partial(channel.choose, nth) for nth in range(4)},
            **{nth_key(Key.OFFER, nth + 1): partial(applicant.take_offer, nth) for nth in range(3)},
        }

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(least.width(), self.frame.least_height(least.height()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.frame.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.frame.arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.gotFocus() and not _is_led(event):
            self.applicant.settle()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            # Other letters change what there is room for, without a new size of the screen.
            self.frame.arrange()
        return done

    # What happens.

    def _is_awaited(self) -> bool:
        """Whether an answer is to come that says where typing goes on."""
        return self.saving.is_busy or self.applicant.is_awaited or self.procedure.is_awaited

    @Slot()
    def _on_way_clicked(self) -> None:
        """No letter has a use on a way of filing: on to the next empty field."""
        person = self.state().applicant
        if person.is_blank:
            self.focus_first()
        elif not person.full_name.strip():
            self.fields.go_to("applicant.full_name")
        else:
            self._on_person_filled()

    @Slot()
    def _on_person_filled(self) -> None:
        """All is known of the person: go on where something is still to be typed."""
        search = self.procedure.search.field.input
        if self.code.is_wanted:
            self.fields.go_to("official_code")
        elif self.state().procedure_code:
            self.fields.go_to(self.procedure.next_field)
        else:
            search.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_changed(self) -> None:
        if self.saving.is_busy:
            return  # a draft kept now would outlive the registration under way
        state = self.state()
        if state.search_text or not state.is_blank:
            self.last.leave()
        self.frame.park.setEnabled(not state.is_blank)
        self.history.note()
        self.problems.review(self.form_check.faulty)
        self.check.on_changed()
        self.lacking.on_changed()
        self.keeper.note_change()
        self.count.ask()
        self._show_page(state)
        self.twins.look(state)

    @Slot(str)
    def _on_history(self, field: str) -> None:
        self.fields.go_to(field)
        self._on_changed()

    @Slot()
    def _show_citizen(self) -> None:
        self._show_page(self.state())

    def _show_page(self, state: FormState) -> None:
        page = page_to_check(state, self.promise.due_at)
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

    @Slot(object, object)
    def _on_registered(self, registered: Registered, state: FormState) -> None:
        self._start_over()
        self.promise.show_registered(registered, state.summary)
        self.for_citizen.emit(page_when_done(registered, state.applicant.who))
        self.registered.emit(registered)
        self.changed.emit(registered.changed)
        if self.lacking.take_wish():
            self.dossier_key_wanted.emit(registered.dossier_id, Key.PAPERS)

    @Slot(object)
    def _on_refused(self, error: Exception) -> None:
        self.ahead.drop()
        self.keeper.note_change()
        self.count.ask()  # what it costs may have changed at another counter
        self.problems.show_error(error)
        if not isinstance(error, DeskError):
            # No button to try again: by then another person's form may stand there.
            self._notices.take(error)

    @Slot(str, object)
    def _on_draft_taken(self, draft_id: str, state: FormState) -> None:
        self.keeper.keep()
        self.last.leave()
        self._put(state)
        self.keeper.take_over(draft_id, state)
        self.focus_first()

    def _start_over(self) -> None:
        self._put(FormState())
        self.frame.close_twin()
        self.frame.close_turning_away()
        self.frame.close_large()
        self.keeper.start_new()
        self.frame.show_new()
        self.parking.show_drafts()
        self.focus_first()

    def _put(self, state: FormState) -> None:
        """Let another form stand there: nothing of the former is shown or comes back."""
        self.lacking.withdraw()
        self.check.withdraw()
        self.count.forget()
        self.promise.show_empty()
        self.form.fill(state)
        self.frame.park.setEnabled(not state.is_blank)
        scroll_to_top(self)
        self.twins.look(state)
        self.history.begin()


def _is_led(event: QFocusEvent) -> bool:
    """Whether the program brought the focus here, not the clerk's hand."""
    return event.reason() == Qt.FocusReason.OtherFocusReason
