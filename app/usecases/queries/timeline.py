"""What happened to a dossier, row by row of the ledger, as a person reads it."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

import msgspec

from app.answers.dossier import FieldChange, TimelineEntry
from app.domain.approver import Approval
from app.domain.catalogue.paper_names import names_of
from app.domain.certification.books import CertifiedDocument, number_spans
from app.domain.clock import from_utc_text, in_vietnam, time_and_day
from app.domain.deadline.apology import Apology
from app.domain.dossier.asked import AskedPaper, CameSheets
from app.domain.dossier.dossier import Dossier, Pause, SubmittedDocument
from app.domain.dossier.held_data import AskReason
from app.domain.ledger import LedgerEntry
from app.domain.money.fee import FeeLine
from app.domain.workflow.states import DossierEvent
from app.usecases.queries.fee_text import fees_text
from app.usecases.unit import View
from app.wording.sheets import asked_text, came_text
from app.wording.terms import word_for
from db.stores import ledger, payments

_SHOWN_AT_INTAKE = frozenset({"certification", "fees"})
"""Of a new dossier everything is new; these are what was counted and given."""
_SHOWN = frozenset({
    "note", "returned_to", "returned_identity",
    "tracking", "official_code", "certification",
    "fees", "procedure_name", "case", "received_at",
})  # fmt: skip
_PAPERS = frozenset({"documents", "pauses"})
_PAPERS_CAME = frozenset({DossierEvent.RECEIVE_PAPERS, DossierEvent.COMPLETE})
"""What came of a request says itself which papers joined those handed in."""
_PARTS = ("applicant.", "representative.")


def timeline_of(view: View, dossier: Dossier) -> tuple[TimelineEntry, ...]:
    """The rows of `dossier`, oldest first, with the slip a row tells of.

    Papers go by their short names, as everywhere on the screen; of a list of papers that was
    changed only what differs is named.
    """
    procedure = view.rules.procedure(dossier.procedure_version)
    called = names_of(paper.name for paper in procedure.documents_for(dossier.case))
    slips = {
        (slip.station, seq): slip for seq, slip in payments.with_seq(view.connection, dossier.id)
    }
    return tuple(
        TimelineEntry(
            seq=row.seq,
            at=from_utc_text(row.at),
            officer=row.officer,
            station=row.station,
            event=row.event,
            from_state=row.from_state,
            to_state=row.to_state,
            reason=row.reason,
            changes=tuple(_changes(view, dossier, row, called)),
            slip=slips.get((row.chain, row.seq)),
        )
        for row in ledger.of_dossier(view.connection, dossier.id)
    )


_PROMISED_ANEW = {DossierEvent.CORRECT, DossierEvent.RESCHEDULE}
"""Events that say which promise became which."""


def _changes(
    view: View, dossier: Dossier, row: LedgerEntry, called: Callable[[str], str]
) -> list[FieldChange]:
    values = json.loads(row.detail) if row.detail else {}
    is_new = row.event == DossierEvent.RECEIVE
    wanted = _SHOWN_AT_INTAKE if is_new else _SHOWN
    found = []
    for name, (old, new) in sorted(values.items()):
        if name in wanted or (not is_new and name.startswith(_PARTS)):
            show = _shower(view, dossier, name, is_new=is_new)
            found.append(FieldChange(name, show(old), show(new)))
        elif name == "due_at" and row.event in _PROMISED_ANEW:
            found.append(FieldChange(name, _moment(old), _moment(new)))
        elif name in _PAPERS and not is_new:
            found += _of_papers(row.event, name, (old, new), called)
        else:
            found += _stood_behind(name, old, new)
    return found


def _stood_behind(name: str, old: Any, new: Any) -> list[FieldChange]:  # noqa: ANN401 - JSON
    """Who approved, and what was promised with an apology."""
    if name == "approval":
        return [FieldChange("approver", "", _approval(new))]
    return _apologised(old, new) if name == "apologies" else []


def _approval(value: Any) -> str:  # noqa: ANN401 - JSON
    read = msgspec.convert(value, Approval)
    return f"{read.approver} ({word_for(read.proof)})"


def _shower(view: View, dossier: Dossier, name: str, *, is_new: bool) -> Callable[[Any], str]:
    """How values of this name read."""
    if name == "certification":
        show = number_spans if is_new else _certified
        return lambda value: show(_read(value, CertifiedDocument)) if value else ""
    if name == "received_at":
        return _moment
    if name == "fees":
        return lambda value: _fees(view, dossier, value, is_new=is_new)
    return lambda value: "" if value is None else str(value)


def _moment(value: Any) -> str:  # noqa: ANN401 - JSON
    return "" if value is None else time_and_day(in_vietnam(datetime.fromisoformat(value)))


def _fees(view: View, dossier: Dossier, value: Any, *, is_new: bool) -> str:  # noqa: ANN401 - JSON
    if value is None and is_new:
        return ""
    return fees_text(view.rules, dossier, _read(value, FeeLine))


def _of_papers(
    event: str,
    name: str,
    values: tuple[Any, Any],
    called: Callable[[str], str],
) -> list[FieldChange]:
    """What changed of papers handed in, or of those that are waited for."""
    if name == "pauses":
        return _asked_for(*values, called)
    return [] if event in _PAPERS_CAME else [_handed_in(*values, called)]


def _handed_in(old: Any, new: Any, called: Callable[[str], str]) -> FieldChange:  # noqa: ANN401 - JSON
    """The papers that went or were otherwise, and those that came or are otherwise now."""
    olds, news = _read(old, SubmittedDocument), _read(new, SubmittedDocument)
    gone = (paper for paper in olds if paper not in news)
    come = (paper for paper in news if paper not in olds)
    texts = ("; ".join(_paper(one, called(one.name)) for one in some) for some in (gone, come))
    return FieldChange("documents", *texts)


def _asked_for(
    old: Any,  # noqa: ANN401 - JSON
    new: Any,  # noqa: ANN401 - JSON
    called: Callable[[str], str],
) -> list[FieldChange]:
    """The papers of a wait that begins, and what came of one that lasts or ends."""
    olds, news = _read(old, Pause), _read(new, Pause)
    papers = [
        FieldChange(
            "papers", "", "; ".join(asked_text(_named(one, called)) for one in pause.wanted)
        )
        for pause in news[len(olds) :]
        if pause.wanted
    ]
    came = [
        FieldChange(
            "came", "", "; ".join(came_text((_named(one, called), part)) for one, part in parts)
        )
        for before, after in zip(olds, news, strict=False)
        if (parts := _new_parts(before, after))
    ]
    added = (new or [])[len(old or []) :]
    whys = [
        FieldChange("held_reason", "", word_for(AskReason(pause["held_reason"])))
        for pause in added
        if pause.get("held_reason")
    ]
    return [*papers, *whys, *came]


def _named(paper: AskedPaper, called: Callable[[str], str]) -> AskedPaper:
    return replace(paper, name=called(paper.name))


def _new_parts(before: Pause, after: Pause) -> list[tuple[AskedPaper, CameSheets]]:
    """What came of each paper between `before` and `after`."""
    pairs = zip(before.wanted, after.wanted, strict=False)
    return [(now, part) for was, now in pairs for part in now.came[len(was.came) :]]


def _apologised(old: Any, new: Any) -> list[FieldChange]:  # noqa: ANN401 - JSON
    """The promise an apology moved; a notice says what it says in its reason."""
    added = _read((new or [])[len(old or []) :], Apology)
    return [
        FieldChange("due_at", time_and_day(one.promised_at), time_and_day(one.due_at))
        for one in added
    ]


def _read(value: Any, kind: type[Any]) -> Any:  # noqa: ANN401 - JSON, and a tuple of `kind`
    return tuple(msgspec.convert(each, kind) for each in value or ())


def _paper(paper: SubmittedDocument, name: str) -> str:
    if paper.shown:
        copies = f", {paper.copies} bản sao" if paper.copies else ""
        return f"{name} (xuất trình{copies})"
    return f"{name} ({paper.originals} bản chính, {paper.copies} bản sao)"


def _certified(documents: tuple[CertifiedDocument, ...]) -> str:
    return "; ".join(f"{it.name} ({it.pages} trang, {it.copies} bản)" for it in documents)
