"""Write what waits for the province into a package, and take its answers."""

import hashlib
from array import array
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import Self

import uuid_utils
from sqlalchemy import Connection

from app.answers.exchange import Acknowledged, Exported, ScoreProblem
from app.domain.actor import Actor
from app.domain.errors import DeskError
from app.domain.permission import Permission
from app.domain.workflow.states import DossierEvent
from app.exchange import dialects, score_check
from app.exchange.package import writer as package
from app.exchange.province_v1 import acknowledgement
from app.usecases.desk import Desk
from app.usecases.unit import Request, Unit
from db.stores import dossiers, outbox
from db.tables.exchange import EventKind, OutboxState

_HELD = 8_000_000
"""Bytes of steps held in memory before they wait on the disk."""


class NothingToExport(DeskError):
    """Every event has been answered for. No facts."""


def export_package(
    desk: Desk,
    actor: Actor,
    folder: Path,
    *,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    request: Request | None = None,
) -> Exported:
    """Write every unanswered event into one package file in `folder`; none is acknowledged by it.

    `progress` is told how many events of how many are written; what it raises ends the export with
    nothing left of it.

    Raises:
        NothingToExport: nothing waits.
        ExportFolderMissing, ExportFailed: no file was left; everything still waits.
    """
    known = _exported_before(desk, actor, folder, request)
    if known is not None:
        return known
    now = desk.clock.now()
    dialect = dialects.DIALECTS[0]
    with (
        desk.view(actor, Permission.EXPORT_PACKAGE) as view,
        _Leaving(view.connection, folder, dialect, progress) as leaving,
    ):
        waiting = outbox.pending_range(view.connection)
        if waiting is None:
            raise NothingToExport
        package_id = str(uuid_utils.uuid7())
        written = package.write_package(
            folder,
            package.PackageFacts(
                package_id=package_id,
                agency_code=view.settings.agency_code,
                station=actor.station,
                first_seq=waiting[0],
                last_seq=waiting[1],
                created_at=now,
                previous_sha256=outbox.last_package_digest(view.connection),
            ),
            dossier_events=leaving.dossier_events(),
            progress_events=leaving.steps(),
        )
        new = outbox.NewPackage(
            package_id=package_id,
            station=actor.station,
            dialect=dialect.name,
            written_at=now,
            first_position=waiting[0],
            last_position=waiting[1],
            events=written.events,
            sha256=written.sha256,
            file_name=written.path.name,
        )
        exported = Exported(
            path=str(written.path),
            package_id=package_id,
            events=written.events,
            dossiers=len(leaving.dossiers),
            bytes=written.bytes,
            sha256=written.sha256,
        )
        with desk.unit(actor, Permission.EXPORT_PACKAGE, request) as unit:

            def keep() -> Exported:
                outbox.add_package(unit.connection, new, leaving.digests())
                return exported

            return unit.once(Exported, folder, keep)


def _exported_before(
    desk: Desk, actor: Actor, folder: Path, request: Request | None
) -> Exported | None:
    """What was answered to `request`, so that no second file is written; None if it is new."""
    if request is None or not request.id:
        return None
    with desk.unit(actor, Permission.EXPORT_PACKAGE, request) as unit:
        known: Exported | None = unit.answered(Exported, folder)
    return known


class _Leaving:
    """What waits, read from the records once though it leaves in two files.

    The dossiers' messages are handed on as they are rendered; the steps wait for their turn in a
    nameless file beside the package, which holds the same.
    """

    def __init__(
        self,
        connection: Connection,
        folder: Path,
        dialect: dialects.Dialect,
        progress: Callable[[int, int], None],
    ) -> None:
        self._connection = connection
        self._report = progress
        self._dialect = dialect
        self._steps = SpooledTemporaryFile(_HELD, dir=str(folder))  # noqa: SIM115 - see __exit__
        self._lengths = array("l")
        self._positions = array("q")
        self._digests = bytearray()
        self.dossiers: set[int] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._steps.close()

    def dossier_events(self) -> Iterator[bytes]:
        waiting = outbox.pending_count(self._connection)
        found = enumerate(outbox.pending(self._connection), 1)
        for nth, (position, dossier_id, kind, body) in found:
            self._report(nth, waiting)
            message = self._dialect.render(body)
            self.dossiers.add(dossier_id)
            self._positions.append(position)
            self._digests += hashlib.sha256(message).digest()
            if kind is EventKind.DOSSIER:
                yield message
            else:
                self._steps.write(message)
                self._lengths.append(len(message))

    def steps(self) -> Iterator[bytes]:
        """To be asked for once the dossiers' messages are through."""
        self._steps.seek(0)
        for length in self._lengths:
            yield self._steps.read(length)

    def digests(self) -> Iterator[tuple[int, bytes]]:
        """Position and digest of every message, once all are through."""
        for nth, position in enumerate(self._positions):
            yield position, bytes(self._digests[32 * nth : 32 * nth + 32])


def take_answers(
    desk: Desk, actor: Actor, content: bytes, *, request: Request | None = None
) -> Acknowledged:
    """Mark single events accepted or rejected as the answer file says; repeating it is harmless.

    An answer to other content than ours changes nothing and is named; the others are taken.

    Raises:
        The refusals of `acknowledgement.read`: nothing was changed.
    """
    answers = acknowledgement.read(content)
    with desk.unit(actor, Permission.TAKE_ANSWERS, request) as unit:
        return unit.once(Acknowledged, content, lambda: _taken(unit, answers))


def _taken(unit: Unit, answers: Iterable[acknowledgement.Answer]) -> Acknowledged:
    tally = _Tally()
    for answer in answers:
        stored = outbox.find(unit.connection, answer.event_id)
        if stored is None:
            tally.unknown.append(answer.event_id)
            continue
        try:
            decision = acknowledgement.decide(
                answer, state=stored.state.value, version=stored.version, rendered=stored.sent
            )
        except acknowledgement.DigestMismatch:
            tally.mismatched.append(answer.event_id)
            continue
        if decision.state is None:
            tally.repeated += 1
            continue
        if answer.official_code:
            _bind(unit, stored.dossier_id, answer.official_code)
        state = OutboxState(decision.state)
        outbox.settle(unit.connection, stored.position, state, decision.message, unit.now)
        tally.accepted += state is OutboxState.ACCEPTED
        tally.rejected += state is OutboxState.REJECTED
    return Acknowledged(
        tally.accepted,
        tally.rejected,
        tally.repeated,
        tuple(tally.unknown),
        tuple(tally.mismatched),
    )


def _bind(unit: Unit, dossier_id: int, official_code: str) -> None:
    """Bind the province's code to a dossier: both are found, reprints show the official one."""
    before = dossiers.by_id(unit.connection, dossier_id)
    if before.official_code != official_code:
        after = replace(before, official_code=official_code)
        unit.change(before, after, DossierEvent.CORRECT, "Mã hồ sơ của hệ thống tỉnh")


@dataclass(slots=True)
class _Tally:
    accepted: int = 0
    rejected: int = 0
    repeated: int = 0
    unknown: list[str] = field(default_factory=list)
    mismatched: list[str] = field(default_factory=list)


def score_problems(desk: Desk, actor: Actor) -> tuple[ScoreProblem, ...]:
    """Every waiting dossier that would lower the commune's score if sent as it is."""
    now = desk.clock.now()
    found = []
    with desk.view(actor, Permission.SCORE_PROBLEMS) as view:
        rules = view.rules
        for dossier_id in outbox.pending_dossiers(view.connection):
            dossier = dossiers.by_id(view.connection, dossier_id)
            kinds = score_check.score_problems(
                dossier, rules.procedure(dossier.procedure_version), now
            )
            if kinds:
                found.append(
                    ScoreProblem(
                        dossier_id=dossier.id,
                        dossier_code=dossier.code,
                        applicant=dossier.applicant.full_name,
                        problems=tuple(kind.value for kind in kinds),
                    )
                )
    return tuple(found)
