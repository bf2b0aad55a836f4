"""The timeline's words: ledger rows of one dossier as people read them."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from app.answers.dossier import TimelineEntry
from app.domain.dossier.dossier import ApplicantKind
from app.domain.dossier.identity import IdKind, Sex
from app.domain.errors import FieldError
from app.domain.money.fee import dong
from app.domain.money.payment import Payment
from app.domain.typed_date import show_birth_date
from app.domain.workflow.states import DossierEvent, DossierState
from app.wording.refusals import field_name
from ui.tokens import Tone
from ui.widgets.status.timeline import Moment
from ui.words import in_language, word_for

_TONES = {
    DossierEvent.REQUEST_SUPPLEMENT: Tone.PAUSED,
    DossierEvent.REQUEST_PAYMENT: Tone.PAUSED,
    DossierEvent.EXTEND: Tone.OVERDUE,
    DossierEvent.NOTIFY: Tone.DONE,
    DossierEvent.CORRECT: Tone.DUE_SOON,
    DossierEvent.FINISH: Tone.DONE,
    DossierEvent.RETURN: Tone.DONE,
    DossierEvent.REFUSE: Tone.OVERDUE,
    DossierEvent.WITHDRAW: Tone.OVERDUE,
    DossierEvent.STOP: Tone.OVERDUE,
    DossierEvent.COLLECT: Tone.DONE,
    DossierEvent.REFUND: Tone.DUE_SOON,
    DossierEvent.VOID: Tone.DUE_SOON,
    DossierEvent.WAIVE: Tone.DUE_SOON,
    DossierEvent.TAKE_BACK: Tone.DUE_SOON,
    DossierEvent.REOPEN: Tone.DUE_SOON,
}
_TERMS: dict[str, type[StrEnum]] = {"sex": Sex, "kind": ApplicantKind, "id_kind": IdKind}


def moment_of(entry: TimelineEntry) -> Moment:
    """One ledger row in words."""
    translate = QCoreApplication.translate
    event = _event(entry.event)
    what = word_for(event) if event else entry.event
    if entry.to_state and entry.to_state != entry.from_state:
        what += f" → {word_for(DossierState(entry.to_state))}"
    who = translate("History", "{0} · Quầy {1}").format(entry.officer, entry.station)
    return Moment(
        at=entry.at,
        what=what,
        who=who,
        tone=_TONES.get(event, Tone.RUNNING) if event else Tone.RUNNING,
        why=entry.reason,
        changes=tuple(_changes(entry)),
    )


def _changes(entry: TimelineEntry) -> list[tuple[str, str, str]]:
    """Each changed field in words, and the slip after them."""
    found = [
        (field_name(name, in_language), value_words(name, old), value_words(name, new))
        for name, old, new in entry.changes
    ]
    if entry.slip is not None:
        found.append((field_name("payment", in_language), "", slip_words(entry.slip)))
    return found


def value_words(name: str, value: str) -> str:
    """A value of the ledger as people read it."""
    last = name.rpartition(".")[2]
    if not value:
        return ""
    if last == "born":
        try:
            return show_birth_date(value)
        except (ValueError, FieldError):
            return value
    term = _TERMS.get(last)
    try:
        return word_for(term(value)) if term else value
    except ValueError:
        return value


def slip_words(slip: Payment) -> str:
    """The money that moved with a ledger row, as people read it."""
    words = f"{word_for(slip.kind)} {dong(slip.amount)}, {word_for(slip.method).lower()}, "
    words += QCoreApplication.translate("History", "phiếu {0}, bảng kê {1} ngày {2}").format(
        slip.slip, slip.sheet, f"{slip.day:%d/%m/%Y}"
    )
    if slip.reverses:
        words += QCoreApplication.translate("History", ", của phiếu {0}").format(slip.reverses)
    return f"{words} ({slip.relief})" if slip.relief else words


def _event(text: str) -> DossierEvent | None:
    try:
        return DossierEvent(text)
    except ValueError:
        return None
