"""Write what waits for the province into a package, and take its answers."""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import Self

import uuid_utils
from sqlalchemy import Connection

from app.domain.actor import Actor
from app.domain.answers import Acknowledged, Exported, ScoreProblem
from app.domain.clock import utc_text
from app.domain.errors import DeskError
from app.domain.states import DossierEvent
from app.exchange import acknowledgement, package, score_check
from app.printing.content import to_json
from app.usecases.desk import Desk
from app.usecases.intake import RECEIPT_FORM
from app.usecases.receipt_content import receipt_content
from app.usecases.trail import Change, Scene, record
from db.rows.trail import EventKind, OutboxState
from db.stores import dossiers, outbox, prints

_HELD = 8_000_000
"""Bytes of progress events held in memory before they wait on the disk."""


class NothingToExport(DeskError):
    """Every event has been answered for. No facts."""


def export_package(desk: Desk, actor: Actor, folder: Path) -> Exported:
    """Write every unanswered event into one package file in `folder`; none is acknowledged by it.

    Raises:
        NothingToExport: nothing waits.
        ExportFolderMissing, ExportFailed: no file was left; everything still waits.
    """
    now = desk.clock.now()
    with desk.records.read() as connection, _Leaving(connection, folder) as leaving:
        waiting = outbox.pending_range(connection)
        if waiting is None:
            raise NothingToExport
        first, last = waiting
        settings = desk.reference.at(connection).settings
        package_id = str(uuid_utils.uuid7())
        written = package.write_package(
            folder,
            package.PackageFacts(
                package_id=package_id,
                agency_code=settings.agency_code,
                station=actor.station,
                first_seq=first,
                last_seq=last,
                created_at=now,
                previous_sha256=outbox.last_package_digest(connection),
            ),
            dossier_events=leaving.dossier_events(),
            progress_events=leaving.progress_events(),
        )
    with desk.records.write() as connection:
        outbox.add_package(
            connection,
            {
                "package_id": package_id,
                "written_at": utc_text(now),
                "first_seq": first,
                "last_seq": last,
                "events": written.events,
                "sha256": written.sha256,
                "file_name": written.path.name,
            },
        )
    return Exported(
        path=str(written.path),
        package_id=package_id,
        events=written.events,
        dossiers=len(leaving.dossiers),
        bytes=written.bytes,
        sha256=written.sha256,
    )


class _Leaving:
    """What waits, read from the records once though it leaves in two files.

    The dossiers' events are handed on as they are read; the progress events wait for their turn
    in a nameless file beside the package, which holds the same.
    """

    def __init__(self, connection: Connection, folder: Path) -> None:
        self._connection = connection
        self._progress = SpooledTemporaryFile(_HELD, dir=str(folder))  # noqa: SIM115 - see __exit__
        self._lengths = array("l")
        self.dossiers: set[int] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.close()

    def dossier_events(self) -> Iterator[bytes]:
        for dossier_id, kind, body in outbox.pending(self._connection):
            self.dossiers.add(dossier_id)
            if kind == EventKind.DOSSIER.value:
                yield body
            else:
                self._progress.write(body)
                self._lengths.append(len(body))

    def progress_events(self) -> Iterator[bytes]:
        """To be asked for once the dossiers' events are through."""
        self._progress.seek(0)
        for length in self._lengths:
            yield self._progress.read(length)


def take_answers(desk: Desk, actor: Actor, content: bytes) -> Acknowledged:
    """Mark single events accepted or rejected as the answer file says; repeating it is harmless.

    An answer to other content than ours changes nothing and is named; the others are taken.

    Raises:
        The refusals of `app.exchange.acknowledgement.read`: nothing was changed.
    """
    now = desk.clock.now()
    answers = acknowledgement.read(content)
    tally = _Tally()
    with desk.records.write() as connection:
        for answer in answers:
            stored = outbox.find(connection, answer.event_id)
            if stored is None:
                tally.unknown.append(answer.event_id)
                continue
            try:
                decision = acknowledgement.decide(
                    answer, state=stored.state.value, version=stored.version, sha256=stored.sha256
                )
            except acknowledgement.DigestMismatch:
                tally.mismatched.append(answer.event_id)
                continue
            if decision.state is None:
                tally.repeated += 1
                continue
            if answer.official_code:
                _bind(desk, actor, connection, stored.dossier_id, answer.official_code)
            state = OutboxState(decision.state)
            outbox.settle(connection, stored.seq, state, decision.message, now)
            tally.accepted += state is OutboxState.ACCEPTED
            tally.rejected += state is OutboxState.REJECTED
    return Acknowledged(
        tally.accepted,
        tally.rejected,
        tally.repeated,
        tuple(tally.unknown),
        tuple(tally.mismatched),
    )


def _bind(
    desk: Desk, actor: Actor, connection: Connection, dossier_id: int, official_code: str
) -> None:
    """Bind the province's code to a dossier: both are found, reprints show the official one."""
    now = desk.clock.now()
    rules = desk.reference.at(connection)
    before = dossiers.by_id(connection, dossier_id)
    if before.official_code == official_code:
        return
    after = replace(before, official_code=official_code, version=before.version + 1)
    dossiers.save(connection, before, after)
    procedure = rules.procedure(after.procedure_version)
    content = to_json(receipt_content(after, procedure, rules.settings, printed_at=now))
    prints.add_content(connection, after.id, RECEIPT_FORM, after.form_set, content, now)
    values = {"official_code": (before.official_code, official_code)}
    change = Change(DossierEvent.CORRECT, "Mã hồ sơ của hệ thống tỉnh", values)
    record(Scene(connection, actor, now, rules.settings), before, after, procedure, change)


@dataclass(slots=True)
class _Tally:
    accepted: int = 0
    rejected: int = 0
    repeated: int = 0
    unknown: list[str] = field(default_factory=list)
    mismatched: list[str] = field(default_factory=list)


def score_problems(desk: Desk) -> tuple[ScoreProblem, ...]:
    """Every waiting dossier that would lower the commune's score if sent as it is."""
    now = desk.clock.now()
    found = []
    with desk.records.read() as connection:
        rules = desk.reference.at(connection)
        for dossier_id in outbox.pending_dossiers(connection):
            dossier = dossiers.by_id(connection, dossier_id)
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
