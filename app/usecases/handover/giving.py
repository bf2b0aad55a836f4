"""A stack goes from one agency to another, on a numbered record."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from app.answers.handover import HandoverMade
from app.domain.actor import Actor
from app.domain.dossier import intake_check
from app.domain.dossier.dossier import Dossier
from app.domain.forms.codes import HANDOVER_FORM
from app.domain.permission import Permission
from app.domain.problems import Problems
from app.domain.text import line
from app.domain.workflow.agencies import agency_meant
from app.domain.workflow.handing import DESK, Handing, last_position
from app.domain.workflow.handover import HANDOVER_SERIES, RecordNumber
from app.domain.workflow.plans import step_for
from app.domain.workflow.states import DossierEvent
from app.printing.content import minute_text
from app.printing.handover_content import HandoverContent
from app.printing.registry import form_of
from app.usecases.desk import Desk
from app.usecases.freezing import Freezing, next_number
from app.usecases.handover.stack import Stack, whole_stack
from app.usecases.printing.printable import require_printable_texts
from app.usecases.unit import Request, Unit
from db.stores import dossiers
from db.stores.handover import records
from db.stores.handover.records import NewRecord
from db.tables.ledger import Subject

GIVEN = "GIVEN"
"""The event of the ledger row of a record."""


def hand_over(
    desk: Desk,
    actor: Actor,
    codes: Sequence[str],
    *,
    agency: str,
    note: str = "",
    request: Request | None = None,
) -> HandoverMade:
    """Hand the dossiers of `codes` over to `agency`, on a record with the next number of the year.

    Their papers count as there from now on, and the step begins; the receiver scans them back
    (`take_over`). All of them go or none.

    Args:
        desk: of the office.
        actor: who gives them away.
        codes: as scanned or typed, in the order of the stack.
        agency: its name or a part of it no other has; ``desk`` for the one-stop desk.
        note: a line for the record.
        request: by whose name a repeated request is known.

    Raises:
        UnknownAgency, EmptyStack, StackTooHigh: as named.
        InvalidRequest: names each that cannot go along, and why; about the note.
        YearExhausted, RequestTaken: as named.
    """
    problems = Problems()
    note = problems.attempt(lambda: line(note, field="note", limit=intake_check.NOTE_LIMIT), "")
    problems.raise_any()
    require_printable_texts([("note", note)])
    with desk.unit(actor, Permission.HAND_OVER, request) as unit:
        return unit.once(
            HandoverMade,
            (tuple(codes), agency, note),
            lambda: _handed_over(unit, codes, agency, note),
        )


def _handed_over(unit: Unit, codes: Sequence[str], agency: str, note: str) -> HandoverMade:
    receiver = agency_meant(agency, unit.rules.agencies, unit.settings.desk)
    stack = Stack(unit, unit.now.date(), receiver)
    lines = whole_stack(stack, codes)
    handed = [dossiers.by_id(unit.connection, line.dossier_id) for line in lines]
    giver = stack.giver or DESK
    place = Freezing(unit.connection, unit.actor, unit.now, unit.rules)
    taken = next_number(place, HANDOVER_SERIES)
    number = RecordNumber(taken.year, taken.number, taken.station)
    head = unit.settings.letterhead
    name = unit.rules.place_name
    content = HandoverContent(
        superior_body=head.above,
        office=head.issuer,
        place=unit.settings.place,
        number=str(number),
        made_at=minute_text(unit.now),
        giver=name(giver),
        receiver=name(receiver),
        officer=unit.actor.officer,
        note=note,
        lines=lines,
    )
    new = NewRecord(
        unit.settings.agency_code,
        number,
        giver,
        receiver,
        unit.actor.officer,
        unit.now,
        form_of(HANDOVER_FORM).to_json(content),
        tuple(line.dossier_id for line in lines),
    )
    records.add(unit.connection, new)
    papers = sum(one.originals + one.copies for one in lines)
    values = {
        "from": content.giver,
        "to": content.receiver,
        "dossiers": [dossier.code for dossier in handed],
        "papers": papers,
    }
    row = unit.record(Subject.HANDOVER, reference_of(number), GIVEN, values, reason=note)
    reason = f"{content.giver} → {content.receiver}, biên bản {number}"
    for dossier in handed:
        after = _handed(unit, dossier, receiver, str(number), unit.now)
        unit.change(dossier, after, DossierEvent.HAND_OVER, reason)
    shown = tuple(line.code for line in lines)
    return HandoverMade(number, content.giver, content.receiver, shown, papers, row.hash)


def reference_of(number: RecordNumber) -> str:
    """What the ledger calls a record: its number with the year."""
    return f"{number}/{number.year}"


def _handed(unit: Unit, dossier: Dossier, receiver: str, record: str, now: datetime) -> Dossier:
    """`dossier` with one more hand-over, and the steps it ends and begins."""
    plan, name = unit.rules.plan(dossier), unit.settings.desk
    before = dossier.handings
    went = [one for one in before if one.counts]
    left = went[-1].step if went else step_for(plan.steps, DESK, 0, name)
    after = max(last_position(before), left.position if left else 0)
    handing = Handing(
        agency=receiver,
        handed_at=now,
        handed_by=unit.actor.officer,
        record=record,
        step=step_for(plan.steps, receiver, after, name),
        left=left,
    )
    return replace(dossier, handings=(*before, handing))
