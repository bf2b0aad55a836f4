"""A backup made by hand: one verified file with database, key and papers."""

import contextlib
from pathlib import Path

from app.domain.actor import Actor
from app.domain.permission import Permission
from app.usecases.desk import Desk
from app.usecases.safety.copying import BackedUp, Source, require_folder, write_copy
from app.usecases.safety.reporting import Report, unreported
from app.usecases.unit import Request
from db.records import RecordsBusy
from db.room import DiskFull

PRACTICE = "LUYEN-TAP-"
"""How names of files begin that hold nothing real."""


def back_up(
    desk: Desk,
    actor: Actor,
    to: Path,
    *,
    progress: Report = unreported,
    request: Request | None = None,
) -> BackedUp:
    """Write one verified backup file into folder `to`; see `copying.write_copy`.

    Raises:
        BackupFailed: the folder is missing or full, or the copy did not check.
        DeskError: the office may only be looked at for now (`desk.read_only`).
    """
    desk.read_only.require(Permission.BACK_UP)
    known = desk.answered(actor, Permission.BACK_UP, request, BackedUp, to)
    if known is not None:
        return known
    require_folder(to)
    source = Source(desk.records, desk.clock, desk.writing_into)
    made = write_copy(source, to, _named(desk, actor), progress=progress)
    if request is None or not request.id:
        return made
    # The copy stands, also where its request cannot be kept: a second one would do no harm.
    with (
        contextlib.suppress(RecordsBusy, DiskFull),
        desk.unit(actor, Permission.BACK_UP, request) as unit,
    ):
        return unit.once(BackedUp, to, lambda: made)
    return made


def _named(desk: Desk, actor: Actor) -> str:
    """How the name of the file begins: whose data it holds, and whether only for practice."""
    with desk.view(actor, Permission.BACK_UP) as view:
        prefix = PRACTICE if view.rules.is_practice else ""
        return f"{prefix}MotCua-{view.settings.agency_code or 'co-quan'}"
