"""Write what waits for the province into a package."""

import hashlib
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import Self

import uuid_utils
from sqlalchemy import Connection

from app import held_files
from app.answers.exchange import Exported, ScoreProblem
from app.domain.actor import Actor
from app.domain.errors import DeskError
from app.domain.permission import Permission
from app.exchange import dialects, score_check
from app.exchange.event_shape import leaving_as
from app.exchange.package import writer as package
from app.usecases.desk import Desk
from app.usecases.unit import Request
from db.stores import dossiers, outbox
from db.tables.exchange import EventKind

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
    known = desk.answered(actor, Permission.EXPORT_PACKAGE, request, Exported, folder)
    if known is not None:
        return known
    now = desk.clock.now()
    dialect = dialects.DIALECTS[0]
    with (
        desk.writing_into(folder),
        desk.view(actor, Permission.EXPORT_PACKAGE) as view,
        _Leaving(view.connection, folder, dialect, progress) as leaving,
    ):
        waiting = outbox.pending_range(view.connection)
        if waiting is None:
            raise NothingToExport
        facts = package.PackageFacts(
            package_id=str(uuid_utils.uuid7()),
            agency_code=view.settings.agency_code,
            station=actor.station,
            first_seq=waiting[0],
            last_seq=waiting[1],
            created_at=now,
            previous_sha256=outbox.last_package_digest(view.connection),
            is_practice=view.rules.is_practice,
        )
        written = package.write_package(
            folder,
            facts,
            dossier_events=leaving.dossier_events(),
            progress_events=leaving.steps(),
        )
        new = _new_package(facts, written, dialect)
        exported = _exported(facts, written, dossiers=len(leaving.dossiers))
        with _gone_unless_kept(written.path) as is_kept:
            with desk.unit(actor, Permission.EXPORT_PACKAGE, request) as unit:

                def keep() -> Exported:
                    outbox.add_package(unit.connection, new, leaving.digests())
                    return exported

                answer = unit.once(Exported, folder, keep)
            is_kept.append(answer == exported)
        return answer


@contextmanager
def _gone_unless_kept(file: Path) -> Iterator[list[bool]]:
    """Take `file` away again where its digests were not kept: no answer to it would be known.

    The block appends whether they were.
    """
    is_kept: list[bool] = []
    try:
        yield is_kept
    finally:
        if not any(is_kept):
            with suppress(OSError):
                held_files.remove(file)


def _new_package(
    facts: package.PackageFacts, written: package.Written, dialect: dialects.Dialect
) -> outbox.NewPackage:
    """What the records keep of a package."""
    return outbox.NewPackage(
        package_id=facts.package_id,
        station=facts.station,
        dialect=dialect.name,
        written_at=facts.created_at,
        first_position=facts.first_seq,
        last_position=facts.last_seq,
        events=written.events,
        sha256=written.sha256,
        file_name=written.path.name,
    )


def _exported(facts: package.PackageFacts, written: package.Written, *, dossiers: int) -> Exported:
    return Exported(
        path=str(written.path),
        package_id=facts.package_id,
        events=written.events,
        dossiers=dossiers,
        bytes=written.bytes,
        sha256=written.sha256,
        is_practice=facts.is_practice,
    )


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
        for nth, (position, dossier_id, kind, leaves_as, body) in found:
            self._report(nth, waiting)
            event = body if leaves_as is None else leaving_as(body, leaves_as)
            message = self._dialect.render(event)
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


def score_problems(desk: Desk, actor: Actor) -> tuple[ScoreProblem, ...]:
    """Every waiting dossier that would lower the commune's score if sent as it is."""
    now = desk.clock.now()
    found: dict[int, ScoreProblem] = {}
    with desk.view(actor, Permission.SCORE_PROBLEMS) as view:
        rules = view.rules
        for dossier in dossiers.every(view.connection, outbox.WITH_PENDING):
            kinds = score_check.score_problems(
                dossier, rules.procedure(dossier.procedure_version), now
            )
            if kinds:
                found[dossier.id] = ScoreProblem(
                    dossier_id=dossier.id,
                    dossier_code=dossier.shown_code,
                    applicant=dossier.applicant.full_name,
                    problems=tuple(kind.value for kind in kinds),
                )
        order = outbox.pending_dossiers(view.connection) if found else []
    return tuple(found[one] for one in order if one in found)
