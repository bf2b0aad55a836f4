"""Take the province's answers: what comes of them depends on all of them, never on their order.

Every answer is kept, once, in the records and in the ledger. What an event stands at, and which
official code a dossier bears, is then worked out anew from all that are kept.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from app.answers.exchange import Acknowledged, Contradiction
from app.domain.actor import Actor
from app.domain.dossier.correction import with_code
from app.domain.errors import DeskError
from app.domain.permission import Permission
from app.domain.workflow.states import DossierEvent
from app.exchange.province_v1 import acknowledgement
from app.exchange.province_v1.acknowledgement import Answer, EventState
from app.usecases.desk import Desk
from app.usecases.unit import Request, Unit
from db.stores import answers, dossiers, outbox
from db.stores.answers import Answered, KeptAnswer
from db.tables.exchange import OutboxState
from db.tables.ledger import Subject


class AnswersOfOther(DeskError):
    """The file answers another office; nothing was changed. Facts: code, own."""


def take_answers(
    desk: Desk, actor: Actor, content: bytes, *, request: Request | None = None
) -> Acknowledged:
    """Mark single events accepted or rejected as the answer file says; repeating it is harmless.

    An answer to other content than ours changes nothing and is named; the others are taken.

    Raises:
        AnswersOfOther: it is for another office.
        The refusals of `acknowledgement.read`: nothing was changed.
    """
    read = acknowledgement.read(content)
    with desk.unit(actor, Permission.TAKE_ANSWERS, request) as unit:
        own = unit.settings.agency_code
        is_ours = not read.agency or read.agency == own
        if not is_ours and not outbox.has_package_of(unit.connection, read.agency):
            raise AnswersOfOther(code=read.agency, own=own)
        return unit.once(Acknowledged, content, lambda: _taken(unit, read.answers))


def contradictions(desk: Desk, actor: Actor) -> tuple[Contradiction, ...]:
    """Every contradiction among the province's answers, by dossier."""
    with desk.view(actor, Permission.CONTRADICTIONS) as view:
        return answers.contradictions(view.connection)


def _taken(unit: Unit, given: Iterable[Answer]) -> Acknowledged:
    tally = _Tally()
    for answer in given:
        stored = outbox.find(unit.connection, answer.event_id)
        if stored is None:
            tally.unknown.append(answer.event_id)
            continue
        try:
            acknowledgement.check(answer, version=stored.version, rendered=stored.sent)
        except acknowledgement.DigestMismatch:
            tally.mismatched.append(answer.event_id)
            continue
        tally.dossiers.add(stored.dossier_id)
        _keep(unit, stored, answer, tally)
        _settle(unit, stored, tally)
    for dossier_id in sorted(_touched(unit, tally)):
        _bind(unit, dossier_id)
    moved = [to for at, to in tally.stands.items() if to is not tally.stood[at]]
    return Acknowledged(
        moved.count(OutboxState.ACCEPTED),
        moved.count(OutboxState.REJECTED),
        tally.answers - len(moved),
        tuple(tally.unknown),
        tuple(tally.mismatched),
        contradictions=answers.contradictions(unit.connection, tally.dossiers),
    )


def _keep(unit: Unit, stored: outbox.StoredEvent, answer: Answer, tally: "_Tally") -> None:
    """Keep the answer, once, with its ledger row."""
    before = dossiers.by_id(unit.connection, stored.dossier_id) if answer.official_code else None
    of = Answered(stored.position, stored.dossier_id, before.official_code if before else "")
    kept = KeptAnswer(
        answer.verdict.value,
        OutboxState(acknowledgement.speaks_for(answer)),
        acknowledgement.remark(answer),
        answer.official_code,
    )
    if not answers.keep(unit.connection, of, kept, unit.now):
        return
    if answer.official_code:
        tally.given.add(stored.dossier_id)
        tally.codes.add(answer.official_code)
    facts = {
        "event_id": answer.event_id,
        "phien_ban": answer.version,
        "sha256": answer.sha256,
        "error_code": answer.error_code,
        "message": answer.message,
        "official_code": answer.official_code,
    }
    unit.record(Subject.ANSWER, stored.dossier_code, kept.verdict, facts)


def _settle(unit: Unit, stored: outbox.StoredEvent, tally: "_Tally") -> None:
    """Let the event stand where all its answers together put it."""
    kept = answers.of_event(unit.connection, stored.position)
    decision = acknowledgement.settled(
        ((EventState(one.reached), one.remark) for one in kept), state=EventState(stored.state)
    )
    state = OutboxState(decision.state)
    tally.answers += 1
    tally.stood.setdefault(stored.position, stored.state)
    tally.stands[stored.position] = state
    if state is not stored.state or decision.remark not in {"", stored.answer}:
        outbox.settle(unit.connection, stored.position, state, decision.remark, unit.now)


def _touched(unit: Unit, tally: "_Tally") -> frozenset[int]:
    """Dossiers whose code may be another now: those answered, and those given the same codes."""
    return frozenset(tally.given) | answers.given_to(unit.connection, tally.codes)


def _bind(unit: Unit, dossier_id: int) -> None:
    """Give a dossier the one code the province gave it, and it alone; else that of its filing.

    Both codes are found, reprints show the official one.
    """
    connection = unit.connection
    before = dossiers.by_id(connection, dossier_id)
    given = answers.given_codes(connection, dossier_id)
    code = answers.own_code(connection, dossier_id)
    if len(given) == 1:
        (only,) = given
        is_alone = answers.given_to(connection, given) == {dossier_id}
        if is_alone and not answers.is_others(connection, only, dossier_id):
            code = only
    if given and before.official_code != code:
        after = with_code(before, code)
        unit.change(before, after, DossierEvent.CORRECT, "Mã hồ sơ của hệ thống tỉnh")


@dataclass(slots=True)
class _Tally:
    answers: int = 0
    stood: dict[int, OutboxState] = field(default_factory=dict)
    stands: dict[int, OutboxState] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)
    mismatched: list[str] = field(default_factory=list)
    dossiers: set[int] = field(default_factory=set)
    given: set[int] = field(default_factory=set)
    codes: set[str] = field(default_factory=set)
