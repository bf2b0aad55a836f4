"""The form as one thing: what stands in it as one value, and how its parts depend on each other."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QLineEdit

from app.domain.catalogue.procedure import Channel, ReturnBy
from app.domain.money.ground import ExemptionGround
from ui.screens.intake.actions import IntakeActions
from ui.screens.intake.applicant.panel import ApplicantPanel
from ui.screens.intake.certification.panel import CertificationPanel
from ui.screens.intake.fees.panel import FeePanel
from ui.screens.intake.papers.section import PaperSection
from ui.screens.intake.parts.inputs import Inputs, joined
from ui.screens.intake.procedure.extras import Extras
from ui.screens.intake.procedure.panel import Chosen, ProcedurePanel
from ui.screens.intake.procedure.portal_code import PortalCode
from ui.screens.intake.procedure.receipt_line import ReceiptLine
from ui.screens.intake.state.fee import NO_CHOICE
from ui.screens.intake.state.form import FormState
from ui.screens.intake.state.papers import CertifiedState, PaperState
from ui.widgets.fields.choice import ChipRow
from ui.widgets.fields.line_field import LineField
from ui.work import Work

Part = (
    ApplicantPanel
    | PortalCode
    | ProcedurePanel
    | PaperSection
    | CertificationPanel
    | ReceiptLine
    | FeePanel
    | Extras
)


@dataclass(frozen=True, slots=True)
class Panels:
    """What the form is made of beside its channel, in the order of the form."""

    applicant: ApplicantPanel
    code: PortalCode
    procedure: ProcedurePanel
    papers: PaperSection
    certification: CertificationPanel
    receipt: ReceiptLine
    fees: FeePanel
    extras: Extras

    @classmethod
    def made(cls, actions: IntakeActions, work: Work) -> "Panels":
        """New ones, empty; what follows from the procedure stands in its column."""
        applicant = ApplicantPanel(
            actions.people, actions.addresses, actions.say, actions.now, work.reading
        )
        code, papers, certification = PortalCode(actions.say), PaperSection(), CertificationPanel()
        receipt, fees = ReceiptLine(actions.say), FeePanel(actions.say)
        extras = Extras(actions.say, actions.now)
        below = ((papers, 1), (certification, 1), (receipt, 0), (fees, 0), (extras, 0))
        procedure = ProcedurePanel(actions, work.reading, work.writing, code, below)
        papers.belong_to(procedure.search)
        return cls(applicant, code, procedure, papers, certification, receipt, fees, extras)

    def inputs(self) -> Inputs:
        """What the keyboard reaches behind the channel; times are read before the fees."""
        parts = [part.inputs() for part in self.parts()]
        named = joined((*parts[:-2], parts[-1], parts[-2]))
        return replace(joined(parts), fields=named.fields)

    def parts(self) -> tuple[Part, ...]:
        """Those that hold fields, in the order of the form."""
        return (
            self.applicant, self.code, self.procedure, self.papers, self.certification,
            self.receipt, self.fees, self.extras,
        )  # fmt: skip


class IntakeForm(QObject):
    """Everything typed and chosen on the screen.

    Signals:
        changed: something was typed or chosen by the person.
        filled: another form stands in the fields.
    """

    changed = Signal()
    filled = Signal()

    def __init__(self, channel: ChipRow[Channel], panels: Panels, parent: QObject) -> None:
        super().__init__(parent)
        self._channel, self._panels = channel, panels
        self._is_filling = False
        self._kept_papers: tuple[PaperState, ...] = ()
        self._kept_rows: tuple[CertifiedState, ...] = ()
        panels.certification.hide()
        self._connect()

    def lines(self) -> dict[QLineEdit, str]:
        """The lines that are parts of the state, each with its part's name."""
        named = {"procedure": "search_text", "bases": "filing"}
        return {
            field.input: named.get(name, name)
            for name, field in self._panels.inputs().fields.items()
            if isinstance(field, LineField) and name != "limit"
        }

    def state(self) -> FormState:
        """The whole form as it stands."""
        parts = self._panels
        person, representative = parts.applicant.state()
        chosen = parts.procedure.procedure
        return FormState(
            channel=self._channel.value(),
            applicant=person,
            representative=representative,
            search_text=parts.procedure.search.field.value(),
            procedure_code=chosen.code if chosen else "",
            procedure_version=parts.procedure.version,
            procedure_name=chosen.name if chosen else "",
            case=parts.procedure.case,
            papers=parts.papers.papers(),
            certification=parts.certification.rows(),
            fee=parts.fees.state(),
            sets=parts.receipt.sets.value(),
            return_by=parts.receipt.return_by.value(),
            note=parts.receipt.note.value(),
            received_at=parts.extras.received_at.value(),
            filed_at=parts.extras.filed_text(),
            is_boundary_free=parts.extras.boundary_free.isChecked(),
            unentered_paper=parts.papers.extra.text(),
            unentered_certified=parts.certification.unentered,
            official_code=parts.code.text(),
            filing=parts.extras.filing_state(),
        )

    def fill(self, state: FormState) -> None:
        """Put `state` into every field; that is no change of the clerk's."""
        self._is_filling = True
        parts = self._panels
        self._channel.set_value(state.channel)
        parts.applicant.fill(state.applicant, state.representative)
        self._set_channel(state.channel)
        self._restore(state)
        self._fill_rest(state)
        parts.fees.fill(state.fee)
        parts.papers.extra.setText(state.unentered_paper)
        parts.certification.entry.setText(state.unentered_certified)
        self.filled.emit()
        self._is_filling = False

    def lay(self, state: FormState) -> bool:
        """Put `state` in where it differs; False while its procedure is still to be loaded."""
        now, parts = self.state(), self._panels
        self._is_filling = True
        is_other = (now.procedure_code, now.case, now.search_text) != (
            state.procedure_code, state.case, state.search_text,
        )  # fmt: skip
        if now.channel is not state.channel:
            self._channel.set_value(state.channel)
            self._set_channel(state.channel)
        if (now.applicant, now.representative) != (state.applicant, state.representative):
            parts.applicant.fill(state.applicant, state.representative)
        if is_other:
            self._restore(state)
        else:
            self._lay_papers(now, state)
        self._fill_rest(state)
        if parts.fees.state() != state.fee:
            parts.fees.fill(state.fee)
        self.filled.emit()
        self._is_filling = False
        return not (is_other and state.procedure_code)

    def _restore(self, state: FormState) -> None:
        """Put the procedure back, and its papers once it has been loaded."""
        parts = self._panels
        parts.certification.fill(())
        parts.papers.show_catalogue((), ())
        self._kept_papers, self._kept_rows = state.papers, state.certification
        parts.procedure.restore(
            Chosen(state.search_text, state.procedure_code, state.procedure_name, state.case)
        )

    def _lay_papers(self, now: FormState, state: FormState) -> None:
        if now.papers != state.papers:
            self._show_papers(state.papers)
        if now.certification != state.certification:
            self._panels.certification.fill(state.certification)

    def _fill_rest(self, state: FormState) -> None:
        parts = self._panels
        parts.code.field.set_value(state.official_code)
        parts.receipt.fill(state.sets, state.return_by, state.note)
        self._on_return_by()
        parts.extras.fill(
            state.received_at,
            state.filed_at,
            state.filing,
            is_boundary_free=state.is_boundary_free,
        )

    def _set_channel(self, channel: Channel) -> None:
        self._panels.code.set_channel(channel)
        self._panels.extras.set_channel(channel)
        self._panels.procedure.set_channel(channel)

    def _show_papers(self, ticked: Sequence[PaperState]) -> None:
        """Ask for the papers of the case; where it is papers that are certified, for none."""
        panel = self._panels.procedure
        asks = panel.procedure is not None and not panel.certifies
        asked = panel.procedure.documents_for(panel.case) if panel.procedure and asks else ()
        channel = self._channel.value()
        notes = panel.procedure.notes if panel.procedure and asks else ()
        self._panels.papers.show_catalogue(asked, ticked if asks else (), channel, notes)

    @Slot()
    def _on_changed(self) -> None:
        if not self._is_filling:
            self.changed.emit()

    @Slot()
    def _on_return_by(self) -> None:
        is_posted = self._panels.receipt.return_by.value() is ReturnBy.POST
        self._panels.applicant.person.address.set_gets_post(gets_post=is_posted)

    @Slot()
    def _on_channel(self) -> None:
        self._set_channel(self._channel.value())
        self._ask_copies()
        self._show_papers(self._panels.papers.papers())
        self._on_changed()

    @Slot()
    def _on_replaced(self) -> None:
        """What was given for another procedure is forgotten."""
        self._panels.certification.fill(())
        self._panels.fees.fill(NO_CHOICE)
        self._kept_papers, self._kept_rows = (), ()

    @Slot()
    def _on_reloading(self) -> None:
        self._kept_papers = self._panels.papers.papers()
        self._kept_rows = self._panels.certification.rows()

    @Slot(object)
    def _on_loaded(self, grounds: tuple[ExemptionGround, ...]) -> None:
        parts = self._panels
        rates = parts.procedure.rates
        papers, rows = self._kept_papers, self._kept_rows
        self._kept_papers, self._kept_rows = (), ()
        if rates:
            parts.certification.offer(rates[0].kind)
        parts.fees.offer_grounds(grounds)
        self._ask_copies()
        self._show_papers(papers)
        if rates and rows:
            parts.certification.fill(rows)
        parts.papers.setVisible(not rates)
        parts.certification.setVisible(bool(rates))

    def _ask_copies(self) -> None:
        """How many copies are wanted, where the procedure's fee in this channel is per copy."""
        panel = self._panels.procedure
        fee = panel.procedure.fixed_fee(self._channel.value()) if panel.procedure else None
        is_per_copy = fee is not None and fee.is_per_copy and not panel.certifies
        self._panels.fees.ask_copies(is_per_copy=is_per_copy)

    @Slot()
    def _on_case(self) -> None:
        self._show_papers([paper for paper in self._panels.papers.papers() if paper.is_present])

    def _connect(self) -> None:
        parts = self._panels
        for part in parts.parts():
            part.changed.connect(self._on_changed)
        self._channel.chosen.connect(self._on_channel)
        parts.receipt.return_by.changed.connect(self._on_return_by)
        parts.procedure.replaced.connect(self._on_replaced)
        parts.procedure.reloading.connect(self._on_reloading)
        parts.procedure.loaded.connect(self._on_loaded)
        parts.procedure.case_chosen.connect(self._on_case)
