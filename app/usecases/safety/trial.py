"""A copy is restored into a temporary folder, as it would be on another machine, and opened."""

import time
from dataclasses import replace
from pathlib import Path

from app.answers.safety import TrialFacts
from app.domain.actor import PROGRAM, Actor
from app.domain.clock import Clock
from app.domain.errors import Damaged, DeskError
from app.domain.permission import Permission
from app.domain.safety.schedule import is_trial_due
from app.usecases.desk import Desk
from app.usecases.office.opening import open_desk
from app.usecases.safety.bundle import NotABackup
from app.usecases.safety.data_facts import data_facts
from app.usecases.safety.kept_copies import backup_state
from app.usecases.safety.reporting import Report, unreported
from app.usecases.safety.restoring import restore
from app.wording.refusals import say
from db.copies import CopyRecord, change_copies, read_copies
from db.guard.leftovers import temporary_folder
from db.guard.turn import BACKING_UP, turn


class NoCopyToTry(DeskError):
    """There is no checked copy in a place that can be reached. No facts."""


class TrialFailed(DeskError):
    """A copy did not come back; the records in use were not touched. Facts: path, why."""


def try_restore(
    desk: Desk, actor: Actor, *, is_asked: bool = True, progress: Report = unreported
) -> TrialFacts | None:
    """Restore the newest copy for a trial, and keep how it went; None if there was nothing to do.

    The records in use are not touched. A copy that is found spoilt counts for nothing from then on.

    Args:
        desk: whose copies.
        actor: who asks.
        is_asked: somebody wants it now, else it is done once a month.
        progress: told how many hundredths are done; what it raises ends the trial.
    """
    with desk.view(actor, Permission.TRY_RESTORE):
        last = read_copies(desk.folder).trial
    if not is_asked and not is_trial_due(desk.clock.now(), last.at if last else None):
        return None
    with turn(desk.folder, BACKING_UP) as is_ours:
        file = _newest(desk, actor) if is_ours else None
        return _tried(desk, file, progress) if file is not None else None


def _tried(desk: Desk, file: Path, progress: Report) -> TrialFacts:
    began = time.monotonic()
    trial = TrialFacts(desk.clock.now(), str(file))
    is_spoilt = False
    try:
        with temporary_folder(desk.folder) as aside:
            dossiers = _restored(file, aside / "thu", desk.clock, progress)
        trial = replace(trial, dossiers=dossiers)
    except DeskError as error:
        is_spoilt = isinstance(error, Damaged | NotABackup)
        trial = replace(trial, failure=say(error))
    trial = replace(trial, seconds=round(time.monotonic() - began, 1))

    def keep(record: CopyRecord) -> CopyRecord:
        spoilt = tuple(one for one in record.spoilt if one != file.name)
        return replace(record, trial=trial, spoilt=(*spoilt, file.name) if is_spoilt else spoilt)

    change_copies(desk.folder, keep)
    return trial


def _newest(desk: Desk, actor: Actor) -> Path | None:
    """The newest checked copy in a place that can be reached, of another place than the last."""
    tried = read_copies(desk.folder).trial
    newest = [
        next((one for one in place.copies if one.verified_at is not None), None)
        for place in backup_state(desk, actor).places
        if place.is_there
    ]
    found = sorted((one.made_at, one.path) for one in newest if one is not None)
    others = [pair for pair in found if tried is None or Path(pair[1]).parent != _folder_of(tried)]
    return Path((others or found)[-1][1]) if found else None


def _folder_of(trial: TrialFacts) -> Path:
    return Path(trial.file).parent


def _restored(file: Path, folder: Path, clock: Clock, progress: Report) -> int:
    """How many dossiers the restored folder holds, opened as a start would open it."""
    restore(file, folder, clock, progress=progress)
    opened = open_desk(folder, clock)
    try:
        return data_facts(opened, PROGRAM).dossiers
    finally:
        opened.close()
