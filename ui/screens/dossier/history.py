"""The timeline's words: ledger rows of one dossier as people tell them."""

import re
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from app.domain.answers import TimelineEntry
from app.domain.dossier import ApplicantKind
from app.domain.errors import FieldError
from app.domain.fee import dong
from app.domain.identity import IdKind, Sex
from app.domain.payment import Method, PaymentKind
from app.domain.states import DossierEvent, DossierState
from app.domain.typed_date import show_birth_date
from app.sentences import field_name
from ui.tokens import Tone
from ui.widgets.timeline import Moment
from ui.words import in_language, word_for

_TONES = {
    DossierEvent.REQUEST_SUPPLEMENT: Tone.PAUSED,
    DossierEvent.REQUEST_PAYMENT: Tone.PAUSED,
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
}
_SLIP = re.compile(
    r"(\d+/\d{4}(?:-Q\d+)?) (COLLECT|REFUND|VOID) (\d+) (CASH|TRANSFER) (\d{4}-\d\d-\d\d)/(\d+)"
    r"(?: (\d+/\d{4}(?:-Q\d+)?))?(?: (\D.*))?"
)
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
        changes=tuple(
            (field_name(name, in_language), value_words(name, old), value_words(name, new))
            for name, old, new in entry.changes
        ),
    )


def value_words(name: str, value: str) -> str:
    """A value of the ledger as people read it."""
    last = name.rpartition(".")[2]
    if not value:
        return ""
    if name == "payment":
        return slip_words(value)
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


def slip_words(told: str) -> str:
    """`Payment.ledger_text` as people read it; unchanged if it is none."""
    match = _SLIP.fullmatch(told)
    if match is None:
        return told
    slip, kind, amount, method, day, sheet, undone, relief = match.groups()
    words = (
        f"{word_for(PaymentKind(kind))} {dong(int(amount))}, {word_for(Method(method)).lower()}, "
    )
    words += QCoreApplication.translate("History", "phiếu {0}, bảng kê {1} ngày {2}").format(
        slip, sheet, f"{date.fromisoformat(day):%d/%m/%Y}"
    )
    if undone:
        words += QCoreApplication.translate("History", ", của phiếu {0}").format(undone)
    return f"{words} ({relief})" if relief else words


def _event(text: str) -> DossierEvent | None:
    try:
        return DossierEvent(text)
    except ValueError:
        return None
