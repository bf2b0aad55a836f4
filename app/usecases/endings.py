"""The paper of an end: frozen and numbered when it is first printed, not by the end itself.

An end can be taken back for some seconds. A number that came with it would be a gap then, or a
paper about what never happened; so it is given when somebody prints, in one transaction with the
frozen content and its ledger row, and from then on the end is not taken back any more.
"""

from dataclasses import dataclass

from app.domain.clock import from_utc_text
from app.domain.dossier.dossier import Dossier
from app.domain.errors import DeskError
from app.domain.forms.paper_number import paper_number
from app.domain.ledger import LedgerEntry
from app.domain.workflow.moves import WORKFLOW
from app.domain.workflow.states import DossierEvent, DossierState
from app.printing.facts import Ended
from app.printing.form import Form
from app.printing.registry import form_of
from app.usecases.freezing import Freezing, freeze
from app.usecases.unit import Unit, View
from db.stores import dossiers, ledger, prints
from db.stores.prints import NoSuchForm, StoredContent
from db.tables.ledger import Subject

NUMBERED = "NUMBERED"
"""The event of the ledger row that says which number the paper of an end was given."""
_CHAINS = 100


class FormNotInSet(DeskError):
    """The dossier's legal set has no such form. Facts: form, code, form_set."""


class PaperIsOut(DeskError):
    """The paper of the end has its number: it is not taken back. Facts: code, form, number."""


@dataclass(frozen=True, slots=True)
class LastEnd:
    """The end a dossier stands at, and the form it is printed on."""

    form: Form
    row: LedgerEntry

    @property
    def subject_id(self) -> int:
        """The row of the ledger that tells of it, as one number: each end has papers of its own."""
        return self.row.seq * _CHAINS + self.row.chain

    @property
    def facts(self) -> Ended:
        """What its paper says of it."""
        row = self.row
        return Ended(
            id=self.subject_id,
            event=DossierEvent(row.event),
            stage=DossierState(row.from_state),
            at=from_utc_text(row.at),
            officer=row.officer,
            reason=row.reason,
        )


def last_end(view: View, dossier: Dossier) -> LastEnd | None:
    """The end at which `dossier` stands; None if it goes on, or no form is about such an end."""
    if not dossier.state.is_given_up:
        return None
    rows = ledger.of_dossier(view.connection, dossier.id)
    row = next(each for each in reversed(rows) if each.from_state != each.to_state)
    code = WORKFLOW.paper_of_end(row.event)
    return LastEnd(form_of(code), row) if code else None


def printable_end(view: View, dossier: Dossier) -> LastEnd | None:
    """`last_end`, where the dossier's legal set has its form."""
    found = last_end(view, dossier)
    return found if found and dossier.form_set in found.form.sets else None


def end_to_print(view: View, dossier: Dossier, form: Form) -> int:
    """The subject of a print of `form`: the end the dossier stands at, else its last so printed.

    Raises:
        FormNotInSet: the dossier's set does not have the form.
        NoSuchForm: it did not end so.
    """
    if dossier.form_set not in form.sets:
        raise FormNotInSet(form=form.code, code=dossier.shown_code, form_set=dossier.form_set)
    end = last_end(view, dossier)
    if end is not None and end.form is form:
        return end.subject_id
    printed = prints.last_of_dossier(view.connection, dossier.id, (form.code,))
    if form.code not in printed:
        raise NoSuchForm(code=dossier.shown_code, form=form.code)
    return printed[form.code]


def freeze_end(unit: Unit, form: Form, subject_id: int) -> StoredContent:
    """Number and freeze the paper of the end `subject_id`, unless it was before.

    Raises:
        NoSuchForm: no dossier stands at such an end any more.
    """
    known = prints.latest_content(unit.connection, form.code, subject_id)
    if known is not None:
        return known
    seq, chain = divmod(subject_id, _CHAINS)
    dossier_id = ledger.dossier_of(unit.connection, chain, seq)
    dossier = dossiers.by_id(unit.connection, dossier_id) if dossier_id is not None else None
    end = printable_end(unit, dossier) if dossier is not None else None
    if dossier is None or end is None or (end.form, end.subject_id) != (form, subject_id):
        raise NoSuchForm(code=dossier.shown_code if dossier else str(subject_id), form=form.code)
    place = Freezing(unit.connection, unit.actor, unit.now, unit.rules)
    freeze(place, form, dossier, end=end.facts, is_first=True)
    content = prints.latest_content(unit.connection, form.code, subject_id)
    assert content is not None  # noqa: S101 - it was frozen just now
    values = {"form": form.code, "number": _number(content)}
    unit.record(Subject.PRINT, dossier.code, NUMBERED, values)
    return content


def require_not_printed(view: View, dossier: Dossier) -> None:
    """Let an end pass that no paper tells of yet.

    Raises:
        PaperIsOut: one does.
    """
    end = last_end(view, dossier)
    content = end and prints.latest_content(view.connection, end.form.code, end.subject_id)
    if content and end:
        raise PaperIsOut(code=dossier.shown_code, form=end.form.code, number=_number(content))


def _number(content: StoredContent) -> str:
    number = content.number
    return paper_number(number.series, number.number, number.station) if number else ""
