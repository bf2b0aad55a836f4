"""The one way a dossier changes: checked, stored, recorded in ledger and outbox, frozen on paper.

All of it stands in one transaction, so that no change lacks its ledger row or its event, and no
paper says what was never stored.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

import uuid_utils
from sqlalchemy import Connection

from app.answers.dossier import DossierChanged
from app.domain.actor import Actor
from app.domain.approver import Approval
from app.domain.dossier import numbering
from app.domain.dossier.dossier import Dossier
from app.domain.errors import DeskError
from app.domain.forms.codes import PAYMENT_FORM
from app.domain.forms.print_request import PrintRequest
from app.domain.ledger import LedgerEntry
from app.domain.money.payment import Payment
from app.domain.permission import Permission
from app.domain.workflow.moves import Move, move_of
from app.domain.workflow.states import DossierEvent
from app.exchange import events
from app.printing.registry import form_of
from app.settings import title_of
from app.usecases.freezing import PARTS, Freezing, freeze, freeze_receipt
from app.usecases.ledger_values import canonical, differences
from app.usecases.reference import Reference
from db.stores import dossiers, ledger, outbox, payments, prints
from db.stores.ledger import Entry
from db.stores.money import receipts
from db.stores.outbox import NewEvent
from db.tables.exchange import EventKind
from db.tables.ledger import Subject


class NotThisUseCase(DeskError):
    """The move is none of the use case's: a mistake of the program. Facts: event, permission."""


class NotApproved(DeskError):
    """The move needs an approver: a mistake of the program. Facts: event."""


@dataclass(frozen=True, slots=True)
class Changing:
    """The unit a change happens in."""

    connection: Connection
    actor: Actor
    permission: Permission
    now: datetime
    rules: Reference


@dataclass(frozen=True, slots=True)
class NewSlip:
    """Money that moves with a change: the slip, and the row of the slip it undoes."""

    payment: Payment
    reverses: int | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """A change as it was stored.

    `content` is that of the receipt if it was frozen (else empty), `paper` what the move produced.
    """

    dossier: Dossier
    row: LedgerEntry
    payment: Payment | None = None
    content: bytes = b""
    paper: PrintRequest | None = None

    @property
    def answer(self) -> DossierChanged:
        """What screens and scripts are answered."""
        return DossierChanged(
            dossier_id=self.dossier.id,
            dossier_code=self.dossier.shown_code,
            state=self.dossier.state,
            due_at=self.dossier.due_at,
            version=self.dossier.version,
            ledger_hash=self.row.hash,
            paper=self.paper,
        )


def change(
    place: Changing,
    before: Dossier | None,
    after: Dossier,
    event: DossierEvent,
    reason: str,
    *,
    slip: NewSlip | None = None,
    receipt: Payment | None = None,
    approval: Approval | None = None,
) -> Done:
    """Make `after` of `before` (None: a new dossier, whose code was taken) by `event`.

    State and version are set here. `slip` is money that moves with it, `receipt` a slip that bears
    the number of its electronic receipt from now on; `approval` stands in the ledger row.
    What takes a move back brings the former state in `after`.

    Raises:
        IllegalMove: the event cannot happen in the dossier's state.
        ChangedMeanwhile: another change came between reading and writing.
        EventRefused: a value does not fit the exchange.
    """
    move = move_of(before.state if before else None, event)
    if place.permission not in move.permissions:
        raise NotThisUseCase(event=event, permission=place.permission)
    if move.needs_approver and approval is None:
        raise NotApproved(event=event)
    state = move.to(before.state if before else None, former=after.state)
    version = before.version + 1 if before else 1
    if (after.state, after.version) != (state, version):  # a new one has them as they are
        after = replace(after, state=state, version=version)
    after = _stored(place.connection, before, after)
    row = _recorded(place, before, after, move, reason, _beside(slip, approval))
    kept = _slip_kept(place, after, slip, row) if slip else None
    content, paper = _papers_frozen(place, before, after, move, kept, reason)
    if receipt is not None:
        receipts.note(place.connection, receipt.id, receipt.receipt)
        freezing = Freezing(place.connection, place.actor, place.now, place.rules)
        freeze_receipt(freezing, form_of(PAYMENT_FORM), after, receipt)
    _queue_events(place, before, after, move, reason, row)
    return Done(after, row, kept, content, paper)


def _papers_frozen(
    place: Changing,
    before: Dossier | None,
    after: Dossier,
    move: Move,
    slip: Payment | None,
    reason: str,
) -> tuple[bytes, PrintRequest | None]:
    """Freeze the papers the move makes or changes, and the slip; what is corrected says the reason.

    The content of the receipt, if it was frozen, and the paper the move makes.
    """
    freezing = Freezing(place.connection, place.actor, place.now, place.rules)
    content, paper = b"", None
    for code in (*([move.form] if move.form else []), *move.refrozen):
        form = form_of(code)
        subject = after.id
        if form.subject in PARTS:
            subject = prints.last_part(place.connection, PARTS[form.subject], after.id)
            parts = [len((*of.pauses, *of.apologies)) if of else 0 for of in (before, after)]
            is_new = parts[0] < parts[1]
            freeze(freezing, form, after, part_id=subject, is_first=is_new)
        else:
            corrected = reason if _takes_place(place, move, after, code) else ""
            unit = replace(freezing, corrected=corrected)
            content = freeze(unit, form, after, is_first=before is None)
        paper = PrintRequest(code, subject) if code == move.form else paper
    if slip is not None:
        freeze(freezing, form_of(PAYMENT_FORM), after, payment=slip, is_first=True)
    return content, paper


def _takes_place(place: Changing, move: Move, dossier: Dossier, code: str) -> bool:
    """Whether a paper that was printed is corrected: what is frozen now takes its place."""
    if move.event is not DossierEvent.CORRECT:
        return False
    return any(one.form == code for one in prints.of_dossier(place.connection, dossier.id))


def _stored(connection: Connection, before: Dossier | None, after: Dossier) -> Dossier:
    if before is not None:
        dossiers.save(connection, before, after)
        return after
    code = numbering.parse_code(after.code)
    row = dossiers.add(connection, after, agency=code.agency, day=code.day, number=code.number)
    return replace(after, id=row)


def _beside(slip: NewSlip | None, approval: Approval | None) -> dict[str, object]:
    """What a ledger row keeps that is no value of the dossier."""
    values: dict[str, object] = {}
    if slip is not None:
        values["payment"] = (None, slip.payment.facts)
    if approval is not None:
        values["approval"] = (None, approval)
    return values


def _recorded(
    place: Changing,
    before: Dossier | None,
    after: Dossier,
    move: Move,
    reason: str,
    beside: Mapping[str, object],
) -> LedgerEntry:
    values = {**differences(before, after), **beside}
    entry = Entry(
        subject=Subject.DOSSIER,
        reference=after.code,
        dossier_id=after.id,
        version=after.version,
        event=move.event.value,
        from_state=before.state.value if before else "",
        to_state=after.state.value,
        reason=reason,
        detail=canonical(values),
    )
    return ledger.append(place.connection, place.actor, place.now, entry)


def _slip_kept(place: Changing, dossier: Dossier, slip: NewSlip, row: LedgerEntry) -> Payment:
    number = payments.add(
        place.connection,
        slip.payment,
        dossier_id=dossier.id,
        agency=place.rules.settings.agency_code,
        ledger_seq=row.seq,
        reverses=slip.reverses,
    )
    return replace(slip.payment, id=number, dossier_id=dossier.id, dossier_code=dossier.shown_code)


def _queue_events(
    place: Changing,
    before: Dossier | None,
    after: Dossier,
    move: Move,
    reason: str,
    row: LedgerEntry,
) -> None:
    """One event of the whole dossier, and one of the step if it moved."""
    procedure = place.rules.procedure(after.procedure_version)
    from_state = before.state if before else None
    position, sequence = outbox.next_places(place.connection, place.actor.station)
    made: list[NewEvent] = []

    def add(kind: EventKind, body_of: Callable[[events.EventFacts], bytes]) -> None:
        offset = len(made)
        facts = facts_of(place, position + offset)
        body = body_of(facts)
        made.append(
            NewEvent(
                position=position + offset,
                station=place.actor.station,
                sequence=sequence + offset,
                event_id=facts.event_id,
                ledger_seq=row.seq,
                dossier_id=after.id,
                dossier_code=after.code,
                kind=kind,
                version=after.version,
                body=body,
                sha256=hashlib.sha256(body).hexdigest(),
            )
        )

    add(EventKind.DOSSIER, lambda facts: events.dossier_event(facts, after, procedure))
    if move.is_step:
        add(
            EventKind.STEP,
            lambda facts: events.step_event(
                facts, after, procedure, move.event, reason, from_state=from_state
            ),
        )
    outbox.add(place.connection, made, place.now)


def facts_of(place: Changing, position: int) -> events.EventFacts:
    """Where the event at `position` of the outbox comes from."""
    settings = place.rules.settings
    return events.EventFacts(
        event_id=str(uuid_utils.uuid7()),
        seq=position,
        created_at=place.now,
        agency_code=settings.agency_code,
        office=settings.office,
        department=settings.department,
        station=place.actor.station,
        officer=place.actor.officer,
        officer_title=title_of(settings, place.actor.officer),
    )
