"""The receiver scans a stack back: what is there, what is missing, what does not belong."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from app.answers.handover import NotedDifference, Reception
from app.domain.actor import Actor
from app.domain.dossier.dossier import Dossier
from app.domain.errors import Damaged
from app.domain.permission import Permission
from app.domain.phrases import Phrase, phrase
from app.domain.text import cited
from app.domain.workflow.handing import Handing, last_place
from app.domain.workflow.handover import (
    MOST_LINES,
    Counted,
    Difference,
    EmptyStack,
    RecordNumber,
    StackTooHigh,
    count_stack,
)
from app.domain.workflow.states import DossierEvent
from app.usecases.desk import Desk
from app.usecases.handover.giving import reference_of
from app.usecases.queries import lookup
from app.usecases.unit import Request, Unit
from db.stores import dossiers
from db.stores.handover import records
from db.stores.handover.records import StoredDifference, StoredRecord
from db.tables.ledger import Subject

RECEIVED = "RECEIVED"
"""The event of the ledger row of a scanning back."""


def take_over(
    desk: Desk,
    actor: Actor,
    number: RecordNumber,
    codes: Sequence[str],
    *,
    request: Request | None = None,
) -> Reception:
    """Take over what was scanned back of the record `number`; what was found otherwise is kept.

    What is there is taken over. What is missing never left: its giver's time goes on, until it
    comes, by scanning it back under this record, or is handed over anew. What does not belong to
    the record and what was scanned twice is only noted. Several scannings back add up.

    Args:
        desk: of the office.
        actor: who receives.
        number: of the record.
        codes: as scanned or typed, in their order.
        request: by whose name a repeated request is known.

    Raises:
        UnknownRecord, EmptyStack, StackTooHigh: as named.
        RequestTaken: as named.
    """
    if not codes:
        raise EmptyStack
    if len(codes) > 2 * MOST_LINES:
        raise StackTooHigh(most=2 * MOST_LINES)
    with desk.unit(actor, Permission.TAKE_OVER, request) as unit:
        return unit.once(
            Reception, (number, tuple(codes)), lambda: _taken_over(unit, number, codes)
        )


def _taken_over(unit: Unit, number: RecordNumber, codes: Sequence[str]) -> Reception:
    record = records.by_number(unit.connection, unit.settings.agency_code, number)
    listed = {one: dossiers.by_id(unit.connection, one) for one in record.dossiers}
    there = {one for one, it in listed.items() if its_handing(it, record).taken_at}
    # What was missed and has been handed over anew since belongs to its newer record.
    waited = [one for one, it in listed.items() if one in there or is_last(it, record)]
    scan = _scan(unit, codes)
    counted = count_stack(waited, scan.rows, there)
    receiver = unit.rules.place_name(record.receiver)
    reason = f"{receiver}, biên bản {number}"
    for one in counted.taken:
        after = with_handing(listed[one], record, taken_at=unit.now, taken_by=unit.actor.officer)
        unit.change(listed[one], after, DossierEvent.TAKE_OVER, reason)
    for one in counted.missing:
        if its_handing(listed[one], record).missed_at is None:
            after = with_handing(listed[one], record, missed_at=unit.now)
            unit.change(listed[one], after, DossierEvent.MISS, reason)
    found = _differences(unit, scan, counted, listed)
    records.note(unit.connection, record.id, found)
    taken = tuple(listed[one].shown_code for one in counted.taken)
    values = {
        "taken": [listed[one].code for one in counted.taken],
        **{kind.value.lower(): [one.code for one in found if one.kind is kind]
           for kind in Difference},
    }  # fmt: skip
    row = unit.record(Subject.HANDOVER, reference_of(number), RECEIVED, values)
    return Reception(
        number,
        receiver,
        taken,
        tuple(
            NotedDifference(one.kind, one.code, one.why, one.noted_at, one.officer) for one in found
        ),
        len(record.dossiers),
        len(counted.missing),
        row.hash,
    )


@dataclass(slots=True)
class _Scan:
    """What was scanned: rows of dossiers in their order, texts that name none, once each."""

    rows: list[int] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)


def _scan(unit: Unit, codes: Sequence[str]) -> _Scan:
    found, today = _Scan(), unit.now.date()
    for code in codes:
        try:
            found.rows.append(lookup.id_of_scan(unit, code, today))
        except (dossiers.UnknownDossier, lookup.PracticePaper):
            text = cited(code.strip())
            if text not in found.unknown:
                found.unknown.append(text)
    return found


def _differences(
    unit: Unit, scan: _Scan, counted: Counted, listed: dict[int, Dossier]
) -> list[StoredDifference]:
    """Everything found otherwise: missing, not listed, twice; with where an extra one belongs."""
    known = dict(listed)
    for one in (*counted.extra, *counted.twice):
        if one not in known:
            known[one] = dossiers.by_id(unit.connection, one)

    def noted(kind: Difference, code: str, why: str = "") -> StoredDifference:
        return StoredDifference(kind, code, why, unit.now, unit.actor.officer)

    return [
        *(noted(Difference.MISSING, known[one].shown_code) for one in counted.missing),
        *(
            noted(Difference.EXTRA, known[one].shown_code, _belongs(unit, known[one]))
            for one in counted.extra
        ),
        *(
            noted(Difference.EXTRA, text, phrase("không có hồ sơ nào mang mã này"))
            for text in scan.unknown
        ),
        *(noted(Difference.TWICE, known[one].shown_code) for one in counted.twice),
    ]


def _belongs(unit: Unit, dossier: Dossier) -> Phrase:
    """Where an extra dossier is by the records."""
    last = dossier.handings[-1] if dossier.handings else None
    if last is not None and last.is_on_its_way:
        agency = unit.rules.place_name(last.agency)
        return phrase(
            "thuộc biên bản {record}, bàn giao cho {agency}", record=last.record, agency=agency
        )
    lies = unit.rules.place_name(last_place(dossier.handings))
    return phrase("theo sổ đang ở {agency}", agency=lies)


class HandingLost(Damaged):
    """A record lists a dossier that does not know of it. Facts: code, record."""


def its_handing(dossier: Dossier, record: StoredRecord) -> Handing:
    """The hand-over of `dossier` that `record` tells of.

    Raises:
        HandingLost: there is none.
    """
    name = str(record.number)
    for one in dossier.handings:
        if (one.record, one.handed_at) == (name, record.made_at):
            return one
    raise HandingLost(code=dossier.shown_code, record=name)


def is_last(dossier: Dossier, record: StoredRecord) -> bool:
    """Whether `dossier` was not handed over again after `record`."""
    return dossier.handings[-1] is its_handing(dossier, record)


def with_handing(dossier: Dossier, record: StoredRecord, **changes: object) -> Dossier:
    """`dossier` with what became of the hand-over that `record` tells of."""
    here = its_handing(dossier, record)
    changed = replace(here, **changes)  # type: ignore[arg-type]  # one mapping for a few fields
    return replace(
        dossier,
        handings=tuple(changed if one is here else one for one in dossier.handings),
    )
