"""One dossier opened: what it holds, what happened to it, and everything that can be done now."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QStackedLayout, QWidget

from app.answers.dossier import DossierChanged, DossierView
from app.answers.money import MoneyMoved
from app.domain.changes import Changed
from app.domain.dossier.correction import RefusedByProvince
from app.domain.dossier.missing import open_request
from app.domain.errors import DeskError
from app.domain.forms.codes import PAYMENT_FORM
from app.domain.forms.print_request import PrintRequest
from app.domain.money.payment import Payment
from app.domain.scanning.scanned import PersonScan
from ui.keys import Key
from ui.models.board_cells import Minute, minute_of
from ui.screen import Action, DossierPlace, Notices
from ui.screens.dossier.actions import DossierActions
from ui.screens.dossier.cards.lying import lying_words
from ui.screens.dossier.correction.panel import CorrectPanel
from ui.screens.dossier.correction.undo import CorrectionUndo
from ui.screens.dossier.frame import DossierFrame
from ui.screens.dossier.life.action_kind import ActionKind, words_of
from ui.screens.dossier.life.action_panel import ActionPanel
from ui.screens.dossier.life.history import moment_of
from ui.screens.dossier.life.panels import ReturnPanel
from ui.screens.dossier.loading import Loaded, load
from ui.screens.dossier.panels import Done, operation_of, panel_for
from ui.screens.dossier.print_runner import PrintRunner
from ui.screens.dossier.printing.proof_saver import ProofSaver
from ui.screens.dossier.printing.reprint_panel import ReprintPanel
from ui.screens.dossier.standing import Standing
from ui.taking_back import TakingBack
from ui.tokens import Tone
from ui.widgets.keys import bind_key
from ui.widgets.layout.top import scroll_to_top
from ui.widgets.text.empty import EmptyState
from ui.words import word_for
from ui.work import Work


class DossierScreen(DossierPlace):
    """The screen; one of it shows any dossier.

    Args:
        actions: what it asks of the desk.
        work: the queues.
        notices: what is said in passing, and errors without a place of their own.
    """

    def __init__(
        self, actions: DossierActions, work: Work, notices: Notices, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._work = work
        self._notices = notices
        self._id: int | None = None
        self._view: DossierView | None = None
        self._loaded: Loaded | None = None
        self._minute: Minute | None = None
        self._asked = 0
        self._is_changed_here = False
        self._is_slip_new = False
        self._is_scanned = False
        # What was typed in a panel that was left, by dossier and action.
        self._typed: dict[tuple[int, ActionKind], dict[str, str]] = {}
        self._standing = Standing()
        # The panel that was left for the money, to come back to.
        self._interrupted: ActionKind | None = None
        self._key: Key | None = None
        self._fault: RefusedByProvince | None = None
        self._is_busy = False
        self._is_stale = False
        self._build()

    @property
    def view(self) -> DossierView | None:
        """What is shown, None while nothing is."""
        return self._view

    @property
    def panel(self) -> ActionPanel | None:
        """The action being prepared."""
        return self.frame.panel

    def show_dossier(self, dossier_id: int, key: Key | None = None) -> None:
        """Show this dossier, then do what `Key.RETURN` or `Key.REPRINT` stands for.

        The same dossier keeps an action that is being prepared.
        """
        self._key = key
        self._fault = None
        self._is_scanned = False
        if dossier_id != self._id:
            self._leave_panel()
            self._interrupted = None
            self._id = dossier_id
            self._view = self._prints.view = None
            self.frame.show_panel(None)
            self.frame.close_preview()
            self._say_instead("file-text", self.tr("Đang mở hồ sơ…"), "")
        self.reload()

    def show_scanned(self, dossier_id: int) -> None:
        self.show_dossier(dossier_id)
        self._is_scanned = True

    def show_fault(self, dossier_id: int, field: str, words: str) -> None:
        self.show_dossier(dossier_id)
        self._fault = RefusedByProvince(field=field, words=words)

    def reload(self) -> None:
        """Ask for the dossier anew; what stands stays until the answer comes."""
        if self._id is None:
            return
        self._asked += 1
        self._is_stale = False
        asked, ident, actions = self._asked, self._id, self._actions

        def came(loaded: Loaded) -> None:
            if asked == self._asked:
                self._on_loaded(loaded)

        def failed(error: Exception) -> None:
            if asked == self._asked:
                self._on_open_failed(error)

        self._work.reading.run(self, lambda: load(actions, ident), came, failed)

    def on_shown(self) -> None:
        if self._is_stale:
            self.reload()
        self._focus()

    def on_ticked(self, now: datetime) -> None:
        if self._view is not None and self._minute is not None:
            self._minute = minute_of(now, self._minute.calendar, self._minute.due_soon_hours)
            self.frame.header.show_dossier(self._view.dossier, self._minute)
            self.frame.header.show_lying(lying_words(self._view, self._minute))

    def on_changed(self, changed: Changed) -> None:
        if not changed & (Changed.DOSSIERS | Changed.PRINTS | Changed.CALENDAR | Changed.OUTBOX
                          | Changed.MONEY):  # fmt: skip
            return
        if self.isVisible() and not self._is_busy:
            self.reload()
        else:
            self._is_stale = True

    def take_key(self, key: Key) -> bool:
        if self._view is None:
            return False
        return self.frame.header.bar.press(key) or self.frame.money.bar.press(key)

    def take_code(self, code: str, *, is_meant: bool) -> bool:  # noqa: ARG002 - see Screen
        """A portal's code goes to its field while a correction that has one is being prepared."""
        panel = self.frame.panel
        return isinstance(panel, CorrectPanel) and (self._is_busy or panel.take_code(code))

    def take_card(self, card: PersonScan) -> bool:
        """A card is for the person being corrected or given the result; no other's fills it."""
        panel = self.frame.panel
        if not isinstance(panel, CorrectPanel | ReturnPanel):
            return False
        if not self._is_busy and not panel.take_card(card):
            words = self.tr(
                "Thẻ vừa quét là của người khác nên chưa điền gì. Lưu hoặc thôi chỗ sửa, rồi quét "
                "lại để tiếp nhận hồ sơ mới."
            )
            self._notices.notify(words, Tone.DUE_SOON)
        return True

    def go_back(self) -> bool:
        if self.frame.panel is not None:
            self._dismiss()
            return True
        if self.frame.close_preview():
            self._focus()
            return True
        return False

    def offers(self, key: Key, words: str) -> bool:  # noqa: ARG002 - see Screen
        """An action's key only while the action is offered."""
        bars = (self.frame.header.bar, self.frame.money.bar)
        buttons = [
            button
            for bar in bars
            for kind, button in bar.buttons.items()
            if words_of(kind).key == key
        ]
        return not buttons or any(button.isVisible() for button in buttons)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    # Building

    def _build(self) -> None:
        self.frame = DossierFrame()
        self._instead = EmptyState()
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._instead)
        self._pages.addWidget(self.frame)
        self.frame.header.bar.wanted.connect(self.begin)
        self.frame.money.bar.wanted.connect(self.begin)
        self.frame.money.slip_wanted.connect(self._on_slip_wanted)
        self._prints = PrintRunner(self._actions, self._work, self._notices, self.frame)
        self._prints.changed.connect(self.changed)
        self.proof = ProofSaver(self, self._actions, self._work, self._notices)
        self.frame.promise.proof_wanted.connect(self._on_proof_wanted)
        self._undoing = CorrectionUndo(self._actions, self._work, self._notices, self.frame)
        self._undoing.changed.connect(self._on_taken_back)
        self._taking_back = TakingBack(
            self._actions.take_back, self._work, self._notices, self.frame
        )
        self._taking_back.changed.connect(self._on_taken_back)
        self._prints.reason_wanted.connect(self._ask_reason)
        bind_key(self, Key.RELOAD, self.reload)
        bind_key(self, Key.PRINTS, self.frame.prints.focus_first)
        self._say_instead(
            "file-text", self.tr("Chưa mở hồ sơ nào"), self.tr("Bấm {0} để tìm.").format(Key.FIND)
        )

    # Showing

    def _on_loaded(self, loaded: Loaded) -> None:
        view = loaded.view
        is_other = self._view is None or self._view.dossier.id != view.dossier.id
        self._view = view
        self._prints.view = view
        self._loaded = loaded
        self._minute = minute_of(self._actions.now(), loaded.calendar, loaded.due_soon_hours)
        self._dress()
        self._pages.setCurrentWidget(self.frame)
        if is_other:
            scroll_to_top(self.frame)
        stood = self._standing.take(view.dossier.id)
        if stood is not None and self.frame.panel is None and self.isVisible():
            stood.setFocus(Qt.FocusReason.OtherFocusReason)
        elif is_other or self._is_changed_here:
            self._focus()
        self._is_changed_here = False
        key, self._key = self._key, None
        if key is not None:
            self.take_key(key)
        self._go_on_with_interrupted()
        is_scanned, self._is_scanned = self._is_scanned, False
        if is_scanned and self.frame.panel is None and open_request(view.dossier) is not None:
            self.begin(ActionKind.COMPLETE)  # who brings the slip brings papers
        fault, self._fault = self._fault, None
        if fault is not None:
            self._begin_mending(fault)

    def _begin_mending(self, fault: RefusedByProvince) -> None:
        """Prepare the correction at the field in question; where none can be made, say why."""
        if self.frame.header.bar.buttons[ActionKind.CORRECT].isHidden():
            self._notices.take(fault)
            return
        if self.frame.panel is None or self.frame.panel.kind is not ActionKind.CORRECT:
            self.begin(ActionKind.CORRECT)
        if self.frame.panel is not None:
            self.frame.panel.show_refusal(fault)

    def _dress(self) -> None:
        """Fill the cards, in the letters and colours in force."""
        if self._view is None or self._minute is None or self._loaded is None:
            return
        frame, dossier, explanation = self.frame, self._view.dossier, self._loaded.explanation
        frame.header.show_dossier(dossier, self._minute)
        frame.header.show_lying(lying_words(self._view, self._minute))
        frame.show_refusal(self._view.refusal)
        frame.header.bar.name_print(is_first=self._prints.is_first)
        frame.arrange()
        frame.people.show_dossier(dossier)
        frame.papers.show_dossier(dossier, self._view.listed)
        frame.money.show_money(dossier.state, self._loaded.before.money)
        frame.certified.show_documents(dossier.certification)
        frame.prints.show_prints(self._view.prints, self._view.forms)
        frame.timeline.show_moments([moment_of(entry) for entry in self._view.timeline])
        if isinstance(explanation, DeskError):
            frame.promise.show_trouble(self._actions.say(explanation))
        else:
            frame.promise.show_explanation(explanation, dossier.apologies)

    def _on_open_failed(self, error: Exception) -> None:
        if isinstance(error, DeskError) and self._view is None:
            self._say_instead(
                "triangle-alert",
                self._actions.say(error),
                self.tr("{0} để lùi lại.").format(Key.ESCAPE),
            )
            return
        self._is_stale = True
        self._notices.take(error, self.reload)

    def _say_instead(self, icon: str, title: str, hint: str) -> None:
        self._instead.explain(icon, title, hint)
        self._pages.setCurrentWidget(self._instead)

    def _focus(self) -> None:
        """The action being prepared, the slip just written, else the action most likely next."""
        if self._view is None:
            self.setFocus()
            return
        if self.frame.panel is not None:
            self.frame.panel.start()
            return
        is_slip_new, self._is_slip_new = self._is_slip_new, False
        if is_slip_new and self.frame.money.slips:
            self.frame.money.slips[0].link.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        buttons = self.frame.header.bar.buttons.values()
        first = next((b for b in buttons if not b.isHidden() and b.isEnabled()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    # Actions

    def begin(self, kind: ActionKind) -> None:
        """Prepare an action in its panel; a print asks only why again."""
        if self._view is None or self._is_busy:
            return
        if kind is ActionKind.PRINT:
            self._prints.print_again()
            return
        self._note_where_begun(kind)
        assert self._loaded is not None  # noqa: S101 - came with the view
        panel = panel_for(kind, self._loaded.before, self._actions.now(), self._actions.say)
        panel.submitted.connect(self._submit)
        if isinstance(panel, ReturnPanel):
            panel.collect_wanted.connect(partial(self.begin, ActionKind.COLLECT))
        if isinstance(panel, CorrectPanel):
            ask = self._actions
            panel.refiling.ask_with(self._work.reading, ask.procedures, ask.cases)
        self._show_panel(panel, self._view.dossier.id)

    def _note_where_begun(self, kind: ActionKind) -> None:
        """Who leaves a panel for the money comes back to it, and who undoes to where they were."""
        panel, money = self.frame.panel, self.frame.money.bar.buttons
        if kind not in money:
            self._interrupted = None
        elif panel is not None and panel.kind not in {*money, ActionKind.PRINT}:
            self._interrupted = panel.kind
        if panel is None:
            self._standing.begin(self.focusWidget())

    def _go_on_with_interrupted(self) -> bool:
        """Prepare again what was left for the money, as it was typed, while it can be done."""
        kind = self._interrupted
        if kind is None or self.frame.panel is not None:
            return False
        self._interrupted = None
        if self.frame.header.bar.buttons[kind].isHidden():
            return False
        self._is_slip_new = False
        self.begin(kind)
        return True

    def _show_panel(self, panel: ActionPanel, dossier_id: int) -> None:
        panel.dismissed.connect(self._dismiss)
        self._leave_panel()
        panel.put_back(self._typed.get((dossier_id, panel.kind), {}))
        self.frame.show_panel(panel)

    def _ask_reason(self, refusal: DeskError) -> None:
        """The form was printed before: ask why again."""
        if self._view is None or self._is_busy:
            return
        panel = ReprintPanel(refusal, self._actions.say)
        panel.chosen.connect(self._on_reason)
        self._show_panel(panel, self._view.dossier.id)

    def _on_reason(self, reason: str) -> None:
        if self._view is not None:
            self._typed.pop((self._view.dossier.id, ActionKind.PRINT), None)
            self.frame.show_panel(None)
            self._prints.print_for(reason)
            self._focus()

    def _submit(self) -> None:
        panel = self.frame.panel
        if panel is None or self._view is None or self._is_busy:
            return
        try:
            operation = operation_of(panel, self._actions, self._view.dossier)
        except DeskError as refusal:
            panel.show_refusal(refusal)
            return
        self._is_busy = True
        panel.set_busy(is_busy=True)
        self._work.writing.run(self, operation, self._on_done, self._on_refused)

    def _on_proof_wanted(self) -> None:
        if self._view is not None:
            self.proof.ask(self._view.dossier)

    def _on_slip_wanted(self, slip: Payment) -> None:
        self._prints.print_form(PrintRequest(PAYMENT_FORM, slip.id), "")

    def _on_done(self, done: Done) -> None:
        self._is_busy = False
        changed = done.dossier if isinstance(done, MoneyMoved) else done
        panel = self.frame.panel
        if panel is not None:
            self._typed.pop((changed.dossier_id, panel.kind), None)
        before = self._view.dossier if isinstance(panel, CorrectPanel) and self._view else None
        counts_anew = isinstance(panel, CorrectPanel) and panel.refiling.is_touched
        self.frame.show_panel(None)
        self._is_changed_here = True
        self._is_slip_new = isinstance(done, MoneyMoved)
        if panel is not None and panel.kind is ActionKind.COLLECT:
            self._key = Key.RECEIPT  # asked while the citizen is still there
        # What ended it, or waived its fee, gave no number: it can be taken back.
        offers = panel is not None and (panel.ends or panel.kind is ActionKind.WAIVE)
        done_words = panel.done_words() if panel is not None else ""
        if before is None and not offers:
            self._announce(done, done_words)
        self._print_what_came_of(changed)
        asked = self._asked
        self.changed.emit(done.changed)
        if offers or before is not None:
            self._standing.done(changed.dossier_id)
        if offers:
            self._taking_back.offer(self._done_words(changed, done_words), (changed,))
        if before is not None:
            self._undoing.offer(before, changed, counts_anew=counts_anew)
        if asked == self._asked:
            self.reload()

    def _print_what_came_of(self, changed: DossierChanged) -> None:
        """The paper of a move is what the citizen is handed: it is printed at once."""
        if changed.paper is not None:
            self._prints.print_form(changed.paper, "")

    def _done_words(self, changed: DossierChanged, done_words: str) -> str:
        state = done_words or word_for(changed.state)
        return self.tr("Hồ sơ {0}: {1}.").format(changed.dossier_code, state)

    def _on_taken_back(self, changed: Changed) -> None:
        self._standing.go_back()
        self._is_changed_here = self.frame.panel is None
        asked = self._asked
        self.changed.emit(changed)
        if asked == self._asked:
            self.reload()

    def _announce(self, done: Done, done_words: str) -> None:
        if isinstance(done, MoneyMoved):
            print_slip = Action(self.tr("In phiếu"), partial(self._on_slip_wanted, done.payment))
            self._notices.notify(self.frame.money.message_of(done.payment), Tone.DONE, print_slip)
            return
        self._notices.notify(self._done_words(done, done_words), Tone.DONE)

    def _on_refused(self, error: Exception) -> None:
        self._is_busy = False
        panel = self.frame.panel
        if panel is not None:
            panel.set_busy(is_busy=False)
        if isinstance(error, DeskError) and panel is not None:
            panel.show_refusal(error)
            # Somebody else may have changed the dossier: the next try is made on what it is now.
            self.reload()
            return
        self._notices.take(error, self._submit)

    def _dismiss(self) -> None:
        if not self._is_busy:
            panel = self.frame.panel
            self._is_slip_new = panel is not None and panel.kind is ActionKind.RECEIPT
            self._leave_panel()
            self.frame.show_panel(None)
            if not self._go_on_with_interrupted():
                self._focus()

    def _leave_panel(self) -> None:
        """Keep what was typed in the panel for the next time this action is prepared."""
        panel = self.frame.panel
        if panel is not None and self._id is not None:
            self._typed[self._id, panel.kind] = panel.typed()
