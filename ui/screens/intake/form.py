"""The form as one thing: its state, its fields by name, the walk of Enter, its refusals."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.errors import DeskError, InvalidRequest
from ui.screens.intake.applicant_panel import ApplicantPanel
from ui.screens.intake.form_state import FormState
from ui.screens.intake.frame import IntakeFrame
from ui.screens.intake.procedure_panel import ChosenProcedure, ProcedurePanel
from ui.widgets.fields import LineField
from ui.widgets.fields_choice import ChoiceField

Problem = tuple[str, str]
"""A field by its name in a request, and the sentence about it."""


class IntakeForm(QObject):
    """Everything typed and chosen on the screen.

    Signals:
        changed: something was typed or chosen by the person.
    """

    changed = Signal()

    def __init__(
        self,
        applicant: ApplicantPanel,
        procedure: ProcedurePanel,
        frame: IntakeFrame,
        say: Callable[[DeskError], str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._screen = parent
        self.applicant, self.procedure, self.frame = applicant, procedure, frame
        self._say = say
        self._is_filling = False
        self._fields = applicant.fields() | procedure.fields()
        self._connect()
        self._order_tabs()

    def lines(self) -> dict[QLineEdit, str]:
        """The lines that are parts of the state, each with its part's name."""
        named = {"procedure": "search_text"}
        return {
            field.input: named.get(name, name)
            for name, field in self._fields.items()
            if isinstance(field, LineField) and name != "limit"
        }

    def state(self) -> FormState:
        """The whole form as it stands."""
        person, representative = self.applicant.state()
        panel = self.procedure
        chosen = panel.procedure
        return FormState(
            channel=self.frame.channel.value(),
            applicant=person,
            representative=representative,
            search_text=panel.search.field.value(),
            procedure_code=chosen.code if chosen else "",
            procedure_version=panel.version,
            procedure_name=chosen.name if chosen else "",
            case=panel.case,
            papers=panel.papers.papers(),
            certification=panel.lane.rows(),
            fee=panel.fee.state(),
            sets=panel.sets.value(),
            return_by=panel.return_by.value(),
            note=panel.note.value(),
            received_at=panel.extras.received_at.value(),
            filed_at=panel.extras.filed_text(),
            is_boundary_free=panel.extras.boundary_free.isChecked(),
        )

    def fill(self, state: FormState) -> None:
        """Put `state` into every field; that is no change of the clerk's."""
        self._is_filling = True
        panel = self.procedure
        self.frame.channel.set_value(state.channel)
        self.applicant.fill(state.applicant, state.representative)
        panel.set_channel(state.channel)
        panel.restore(_chosen(state))
        self._fill_rest(state)
        self.procedure.fee.fill(state.fee)
        self.show_problems([])
        self._is_filling = False

    def lay(self, state: FormState) -> bool:
        """Put `state` in where it differs; False while its procedure is still to be loaded."""
        now, panel = self.state(), self.procedure
        self._is_filling = True
        is_other = (now.procedure_code, now.case, now.search_text) != (
            state.procedure_code, state.case, state.search_text,
        )  # fmt: skip
        if now.channel is not state.channel:
            self.frame.channel.set_value(state.channel)
            panel.set_channel(state.channel)
        if (now.applicant, now.representative) != (state.applicant, state.representative):
            self.applicant.fill(state.applicant, state.representative)
        if is_other:
            panel.restore(_chosen(state))
        else:
            panel.lay_papers(state.papers, state.certification)
        self._fill_rest(state)
        if panel.fee.state() != state.fee:
            panel.fee.fill(state.fee)
        self.show_problems([])
        self._is_filling = False
        return not (is_other and state.procedure_code)

    def show_refusal(self, refusal: InvalidRequest) -> None:
        """Show every fault of a refused request at its field."""
        self.show_problems(self.sentences(refusal))

    def sentences(self, refusal: InvalidRequest) -> list[Problem]:
        """The faults of a refused request with their sentences."""
        return [(problem.field, self._say(problem)) for problem in refusal.problems]

    def focus_first(self) -> None:
        """Stand ready in the first field."""
        self.applicant.person.number.input.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_problems(self, problems: list[Problem]) -> None:
        """Say at each field why it is refused, and name the fields in one line; none clears.

        They are named in the order of the form, and the first has the keyboard.
        """
        for field in self._screen.findChildren(LineField):
            field.clear_problem()
        self.procedure.lane.show_problem("")
        named = []
        for name, sentence in sorted(problems, key=self._place_of):
            widget = self._widget_of(name)
            if isinstance(widget, LineField):
                widget.show_problem(sentence)
                words = self.tr("Thời hạn") if name == "limit" else widget.label.text()
                named.append((name, words))
            elif widget is self.procedure.papers:
                self.procedure.papers.show_problem(sentence)
                named.append(("documents", self.tr("Giấy tờ")))
            elif widget is self.procedure.lane:
                self.procedure.lane.show_problem(sentence)
                named.append(("certification", self.tr("Giấy tờ chứng thực")))
            else:
                named.append((name, sentence))
        self.frame.problems.show_problems(named)
        if named:
            self.go_to(named[0][0])

    def go_to(self, name: str) -> None:
        """Bring the keyboard to a field by its name in a request."""
        widget = self._widget_of(name)
        if widget is None:
            return
        if name in {"received_at", "filed_at"}:
            self.procedure.extras.toggle.setChecked(True)
        if name in self.procedure.fee.fields():
            self.procedure.fee.toggle.setChecked(True)
        if name == "documents" and self.procedure.certifies:
            widget = self.procedure.lane
        elif name == "documents":
            papers = self.procedure.papers
            widget = papers.list if papers.papers() else papers.extra
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def go_on(self) -> None:
        """Enter: go to the next field in sight, at last to saving."""
        stops = [*self.applicant.stops(), *self.procedure.stops()]
        at = self._screen.focusWidget()
        nth = stops.index(at) + 1 if at in stops else self._after(at, stops)
        for stop in stops[nth:]:
            if stop.isVisible() and stop.isEnabled():
                stop.setFocus(Qt.FocusReason.TabFocusReason)
                return
        self.frame.save_and_print.setFocus(Qt.FocusReason.TabFocusReason)

    def _after(self, widget: QWidget | None, stops: list[QWidget]) -> int:
        """Where in `stops` the walk goes on from an input that is not one of them."""
        order = [*self.applicant.tab_order(), *self.procedure.tab_order()]
        if widget not in order:
            return 0
        later = [stop for stop in order[order.index(widget) + 1 :] if stop in stops]
        return stops.index(later[0]) if later else len(stops)

    def _fill_rest(self, state: FormState) -> None:
        panel = self.procedure
        panel.sets.set_value(state.sets)
        panel.return_by.set_value(state.return_by)
        panel.note.set_value(state.note)
        panel.extras.fill(
            state.received_at, state.filed_at, is_boundary_free=state.is_boundary_free
        )

    def _place_of(self, problem: Problem) -> int:
        """Where in the form a fault is read; faults without a field come last."""
        widget = self._widget_of(problem[0])
        fields = list(self._fields.values())
        return fields.index(widget) if widget is not None else len(fields)

    def _widget_of(self, name: str) -> QWidget | None:
        for many in ("documents", "certification", "fees"):
            if name.startswith(many):
                name = "amount" if many == "fees" else many
        return self._fields.get(name)

    @Slot()
    def _on_changed(self) -> None:
        if not self._is_filling:
            self.changed.emit()

    @Slot()
    def _on_channel(self) -> None:
        self.procedure.set_channel(self.frame.channel.value())
        self._on_changed()

    def _connect(self) -> None:
        self.applicant.changed.connect(self._on_changed)
        self.procedure.changed.connect(self._on_changed)
        self.frame.channel.chosen.connect(self._on_channel)
        self.frame.problems.jumped.connect(self.go_to)
        self.procedure.papers.finished.connect(self.go_on)
        self.procedure.lane.finished.connect(self.go_on)
        self.procedure.search.passed.connect(self.go_on)
        for field in self._screen.findChildren(LineField):
            if field not in {self.procedure.search.field, self.procedure.limit.source}:
                field.entered.connect(self.go_on)
        for choice in self._screen.findChildren(ChoiceField):
            choice.entered.connect(self.go_on)
        self.applicant.person.kind.entered.connect(self.go_on)
        self.frame.channel.entered.connect(self.go_on)

    def _order_tabs(self) -> None:
        order = [
            *self.frame.channel.chips(), *self.applicant.tab_order(), *self.procedure.tab_order(),
            self.frame.save_only, self.frame.save_and_print,
        ]  # fmt: skip
        for one, other in pairwise(order):
            QWidget.setTabOrder(one, other)


def _chosen(state: FormState) -> ChosenProcedure:
    return ChosenProcedure(
        state.search_text, state.procedure_code, state.procedure_name, state.case,
        state.papers, state.certification,
    )  # fmt: skip
