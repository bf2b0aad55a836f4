"""Everything that happens to a dossier after intake: each verb one function, one transaction."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from app.domain import intake_check
from app.domain.actor import Actor
from app.domain.answers import DossierChanged
from app.domain.clock import to_minute
from app.domain.deadline import due
from app.domain.dossier import Dossier, Pause, PauseKind, Promise, PromiseKind
from app.domain.errors import FieldError
from app.domain.intake_check import Door
from app.domain.ledger import LedgerEntry
from app.domain.procedure import PauseMode
from app.domain.states import DossierEvent, move
from app.domain.text import line
from app.usecases.desk import Desk
from app.usecases.reference import Reference
from app.usecases.trail import Change, Scene, record
from db.stores import dossiers

PAPER_NAMES = 50


class NoPapersNamed(FieldError):
    """A supplement request must name what is missing. Facts: field."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The dossier a clerk acts on: its row, and the version on the screen (None: whatever)."""

    dossier_id: int
    version: int | None = None


def start_processing(desk: Desk, actor: Actor, opened: Opened) -> DossierChanged:
    """The handling officer has taken the dossier up.

    Raises:
        UnknownDossier, ChangedMeanwhile, IllegalMove: as named, here and below.
    """
    return _act(desk, actor, opened, Change(DossierEvent.START), lambda dossier, *_: dossier)


def request_supplement(
    desk: Desk, actor: Actor, opened: Opened, *, papers: Sequence[str], reason: str
) -> DossierChanged:
    """Ask the applicant for papers: the clock stands from now until `complete_supplement`.

    `papers` names what is asked for, one line each, at least one; `reason` is what Form 02 will
    say.

    Raises:
        NoPapersNamed, TextMissing, TextTooLong, TextHasControls: about the fields.
    """
    door = Door()
    reason = door.take(lambda: intake_check.reason(reason), "")
    named = tuple(filter(None, (_paper_name(door, place, text) for place, text in _some(papers))))
    if not named:
        door.problems.append(NoPapersNamed(field="papers"))
    door.close()

    def wait(dossier: Dossier, now: datetime, _: Reference) -> Dossier:
        pause = Pause(PauseKind.SUPPLEMENT, to_minute(now), None, reason, named)
        return replace(dossier, pauses=(*dossier.pauses, pause), due_at=None)

    change = Change(DossierEvent.REQUEST_SUPPLEMENT, reason, {"papers": ([], list(named))})
    return _act(desk, actor, opened, change, wait)


def complete_supplement(
    desk: Desk, actor: Actor, opened: Opened, *, note: str = ""
) -> DossierChanged:
    """The papers have come: the clock runs again, and the promise moves by the procedure's mode.

    Raises:
        TextTooLong, TextHasControls: about the note.
    """
    return _act(
        desk,
        actor,
        opened,
        Change(DossierEvent.COMPLETE, _note(note)),
        _resume,
    )


def finish_processing(
    desk: Desk, actor: Actor, opened: Opened, *, note: str = ""
) -> DossierChanged:
    """The result is ready to be collected: on time is measured against this moment."""

    def finish(dossier: Dossier, now: datetime, _: Reference) -> Dossier:
        return replace(dossier, finished_at=to_minute(now), ended_at=to_minute(now))

    change = Change(DossierEvent.FINISH, _note(note))
    return _act(desk, actor, opened, change, finish)


def return_result(
    desk: Desk, actor: Actor, opened: Opened, *, to_whom: str, identity: str
) -> DossierChanged:
    """The result is in the applicant's or their representative's hand.

    `to_whom` is the name of who took it, `identity` the document they showed, with its number.

    Raises:
        TextMissing, TextTooLong, TextHasControls: about the fields.
    """
    door = Door()
    to_whom = door.take(lambda: _name(to_whom, "to_whom"), "")
    identity = door.take(lambda: _name(identity, "identity"), "")
    door.close()

    def hand_over(dossier: Dossier, now: datetime, _: Reference) -> Dossier:
        return replace(
            dossier,
            returned_at=to_minute(now),
            returned_to=to_whom,
            returned_identity=identity,
        )

    values = {"returned_to": ("", to_whom), "returned_identity": ("", identity)}
    return _act(desk, actor, opened, Change(DossierEvent.RETURN, "", values), hand_over)


def cancel_dossier(
    desk: Desk, actor: Actor, opened: Opened, *, reason: str, withdrawn: bool = False
) -> DossierChanged:
    """Stop a dossier registered in error, or withdrawn by its applicant; its number stays used.

    Raises:
        TextMissing, TextTooLong, TextHasControls: about the reason.
    """
    door = Door()
    reason = door.take(lambda: intake_check.reason(reason), "")
    door.close()

    def stop(dossier: Dossier, now: datetime, rules: Reference) -> Dossier:
        # What it is measured against afterwards: the promise as the wait up to now moved it.
        running = _resume(dossier, now, rules) if dossier.state.is_waiting else dossier
        return replace(running, ended_at=to_minute(now), end_reason=reason)

    event = DossierEvent.WITHDRAW if withdrawn else DossierEvent.STOP
    return _act(desk, actor, opened, Change(event, reason), stop)


def _name(text: str, field: str) -> str:
    return line(text, field=field, limit=intake_check.NAME_LIMIT, required=True)


def _some(papers: Sequence[str]) -> Iterator[tuple[int, str]]:
    return enumerate(papers[:PAPER_NAMES])


def _paper_name(door: Door, place: int, text: str) -> str:
    field = f"papers.{place}"
    return door.take(lambda: line(text, field=field, limit=intake_check.PAPER_LIMIT), "")


def _note(text: str) -> str:
    door = Door()
    note = door.take(lambda: line(text, field="note", limit=intake_check.NOTE_LIMIT), "")
    door.close()
    return note


def _resume(dossier: Dossier, now: datetime, rules: Reference) -> Dossier:
    moment = to_minute(now)
    pauses = tuple(
        pause if pause.completed_at else replace(pause, completed_at=moment)
        for pause in dossier.pauses
    )
    found = due(
        dossier.limit, dossier.received_at, rules.calendar, pauses=pauses,
        mode=dossier.pause_mode,
    )  # fmt: skip
    restarted = dossier.pause_mode is PauseMode.RESTART
    kind = PromiseKind.RESTARTED if restarted else PromiseKind.PAUSED
    promise = Promise(kind, found.due_at, found.calendar_confirmed, now)
    return replace(
        dossier,
        pauses=pauses,
        due_at=found.due_at,
        measured_due_at=found.due_at,
        calendar_confirmed=found.calendar_confirmed,
        promises=(*dossier.promises, promise),
    )


def _act(
    desk: Desk,
    actor: Actor,
    opened: Opened,
    change: Change,
    alter: Callable[[Dossier, datetime, Reference], Dossier],
) -> DossierChanged:
    """One change of one dossier in one transaction: moved, altered, stored, recorded."""
    now = desk.clock.now()
    with desk.records.write() as connection:
        rules = desk.reference.at(connection)
        scene = Scene(connection, actor, now, rules.settings)
        before = opened_dossier(connection, opened)
        changed, _ = change_in(scene, rules, before, change, lambda it: alter(it, now, rules))
    return changed


def opened_dossier(connection: Connection, opened: Opened) -> Dossier:
    """The dossier a clerk acts on, as it is stored.

    Raises:
        UnknownDossier, ChangedMeanwhile: as named.
    """
    before = dossiers.by_id(connection, opened.dossier_id)
    if opened.version is not None and opened.version != before.version:
        raise dossiers.ChangedMeanwhile(code=before.code)
    return before


def change_in(
    scene: Scene,
    rules: Reference,
    before: Dossier,
    change: Change,
    alter: Callable[[Dossier], Dossier],
) -> tuple[DossierChanged, LedgerEntry]:
    """One change inside the transaction of `scene`; what to answer, and its ledger row.

    Raises:
        IllegalMove: the event cannot happen in the dossier's state.
    """
    state = move(before.state, change.event)
    after = replace(alter(before), state=state, version=before.version + 1)
    dossiers.save(scene.connection, before, after)
    row = record(scene, before, after, rules.procedure(after.procedure_version), change)
    changed = DossierChanged(
        dossier_id=after.id,
        dossier_code=after.code,
        state=after.state,
        due_at=after.due_at,
        version=after.version,
        ledger_hash=row.hash,
    )
    return changed, row
