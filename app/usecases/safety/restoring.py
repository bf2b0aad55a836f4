"""Put a backup in place of the records: checked first, and what was there is never destroyed."""

import contextlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from app.answers.safety import DataFacts
from app.domain.actor import PROGRAM, Actor
from app.domain.clock import Clock, from_utc_text
from app.domain.errors import Damaged, DeskError
from app.domain.permission import Permission
from app.domain.phrases import phrase
from app.usecases.office.opening import open_copy
from app.usecases.safety.bundle import NotABackup, check_copy, unpack
from app.usecases.safety.data_facts import data_facts
from app.usecases.safety.reporting import Report, part, unreported
from app.usecases.safety.verification import Verified
from app.wording.causes import cause
from app.wording.safety import data_words
from db.copies import COPIES_FILE
from db.durable import make_folder, sync_all
from db.engine.chosen import ENGINE
from db.engine.face import Glimpse
from db.folder import DATABASE_FILE, KEPT_LOGS, LOG_OF_DATABASE, PAPERS_FOLDER, has_remains
from db.guard import access, entering, swap
from db.guard.checked import CHECKS_FILE
from db.guard.leftovers import temporary_folder
from db.keys import KEY_FILE, read_key
from db.stores import carried
from db.tables.ledger import Subject
from db.upgrade import COPIES
from db.witness.known import HEAD_FILE

_UNPACKED, _CHECKED = (0, 10), (10, 100)
"""From which hundredth to which the parts of the work take it."""


class RestoreFailed(DeskError):
    """What the backup holds could not be put in place; the old data is untouched.

    Facts: path, why.
    """


class PracticeBackup(DeskError):
    """The backup is of a practice office, and the folder holds a real one. Facts: path, folder."""


class OtherOffice(DeskError):
    """The backup is of another office than the records in the folder, which are real.

    Facts: path, folder, backup and data (whose, how many dossiers, from when).
    """


@dataclass(frozen=True, slots=True)
class Restored:
    """The data folder holds the backup; what was there before lies in `replaced` (if anything)."""

    folder: Path
    replaced: Path | None
    verified: Verified


def look_into(file: Path, folder: Path, clock: Clock) -> DataFacts:
    """What the backup in `file` holds, before it is put into `folder`; nothing is changed.

    Its papers are not looked at: `restore` checks everything.

    Raises:
        NotABackup: it cannot be read.
        RestoreFailed: there was no room to open it.
    """
    try:
        with _at(folder), temporary_folder(folder) as aside:
            made_at = unpack(file, aside, only=frozenset({DATABASE_FILE, KEY_FILE}))
            with _inside(file):
                return replace(_facts_of_copy(aside, clock), made_at=made_at)
    except OSError as error:
        raise RestoreFailed(path=str(file), why=cause(error)) from error


@contextmanager
def _inside(file: Path) -> Iterator[None]:
    """What is damaged in the block came out of the backup, not from the office's own records."""
    try:
        yield
    except Damaged as error:
        why = phrase("dữ liệu bên trong bị hỏng")
        raise NotABackup(path=str(file), why=why) from error


def _facts_of_copy(aside: Path, clock: Clock) -> DataFacts:
    desk = open_copy(aside, clock)
    try:
        return data_facts(desk, PROGRAM)
    finally:
        desk.close()


def restore(
    file: Path,
    folder: Path,
    clock: Clock,
    *,
    over_other: bool = False,
    progress: Report = unreported,
) -> Restored:
    """Put the backup in `file` into `folder`; what is there now is moved aside, never deleted.

    The backup is unpacked and checked in full before anything is moved; then all files change
    places together, with the folder held alone. A kill in between is finished by the next start.

    Args:
        file: the backup.
        folder: where; made if it is not there.
        clock: tells when.
        over_other: somebody agreed that another office's real data give way.
        progress: told how many hundredths are unpacked and checked; what it raises ends the work.

    Raises:
        NotABackup: it cannot be read or does not check.
        PracticeBackup: it is of practice, and a real office's data stand there.
        OtherOffice: it is of another office than the real data that stand there.
        FolderBusy: another work has the folder.
        RestoreFailed: it could not be put in place; the old data stands where it stood.
        SwapUnfinished: nor could the old data; the next start goes on.
    """
    now = clock.now()
    try:
        with _at(folder) as here, temporary_folder(folder) as stage:
            unpack(file, stage, part(progress, *_UNPACKED))
            with _inside(file):
                verified = check_copy(stage, clock, part(progress, *_CHECKED))
            with here.alone():
                seen = _glimpse(folder)
                _refuse_practice(file, stage, folder, seen)
                if not over_other:
                    _refuse_other(file, stage, folder, seen)
                _carry_numbers(folder, stage, clock)
                sync_all(stage)
                aside = f"{folder.resolve().name}-{swap.SET_ASIDE}-{now:%Y%m%d-%H%M%S}"
                replaced = swap.swap(folder, stage, _ours(folder), aside)
    except OSError as error:
        raise RestoreFailed(path=str(file), why=cause(error)) from error
    return Restored(folder, replaced, verified)


@contextmanager
def _at(folder: Path) -> Iterator[access.Share]:
    """Work on `folder`, which may not be there yet; it is gone again if the work is refused."""
    is_new = not folder.exists()
    make_folder(folder)
    here = entering.enter(folder, access.RESTORING)
    try:
        yield here
    finally:
        here.close()
        if is_new and not has_remains(folder) and not swap.is_unfinished(folder):
            shutil.rmtree(folder / access.FOLDER, ignore_errors=True)
            with contextlib.suppress(OSError):
                folder.rmdir()


def _ours(folder: Path) -> list[str]:
    """Names of what is moved aside: the records, what is known of them, and copies of them.

    Such copies need their key.
    """
    logs = [f"{DATABASE_FILE}{end}" for end in LOG_OF_DATABASE]
    copies = sorted(path.name for kind in (COPIES, KEPT_LOGS) for path in folder.glob(kind))
    return [DATABASE_FILE, *logs, KEY_FILE, HEAD_FILE, COPIES_FILE, CHECKS_FILE, PAPERS_FOLDER,
            *copies]  # fmt: skip


def _glimpse(folder: Path) -> Glimpse | None:
    """What the records in `folder` say of themselves; None if there are none, or none readable.

    Raises:
        TrialSchema: a trial version wrote them, and they are left where they are.
    """
    try:
        return ENGINE.glimpse(folder / DATABASE_FILE, read_key(folder))
    except (Damaged, OSError):
        return None


def _refuse_practice(file: Path, stage: Path, folder: Path, seen: Glimpse | None) -> None:
    """Let a real office's data be replaced by a real office's alone.

    Data too damaged to be read counts as real.

    Raises:
        PracticeBackup: what was unpacked to `stage` is of practice, what `folder` holds is not.
    """
    is_real = not seen.is_practice if seen is not None else has_remains(folder)
    comes = _glimpse(stage)
    if comes is not None and comes.is_practice and is_real:
        raise PracticeBackup(path=str(file), folder=str(folder))


def _refuse_other(file: Path, stage: Path, folder: Path, seen: Glimpse | None) -> None:
    """Let an office's data be replaced by its own alone; data that cannot be read have no owner.

    An office is told by its code, and by its first ledger row once it has dossiers: a machine that
    was set up anew and then restored holds nothing yet.

    Raises:
        OtherOffice: as named.
    """
    comes = _glimpse(stage)
    if seen is None or comes is None or seen.is_practice:
        return
    is_same = seen.agency_code == comes.agency_code and (
        seen.first_hash == comes.first_hash or not seen.dossiers
    )
    if not is_same:
        words = {"backup": data_words(_facts(comes)), "data": data_words(_facts(seen))}
        raise OtherOffice(path=str(file), folder=str(folder), **words)


def _facts(seen: Glimpse) -> DataFacts:
    first, last = (None if at is None else from_utc_text(at) for at in seen.received)
    return DataFacts(
        seen.office, seen.agency_code, seen.dossiers, first, last, is_practice=seen.is_practice
    )


def _carry_numbers(folder: Path, stage: Path, clock: Clock) -> None:
    """Tell the copy which numbers were given since, by anything that can be found: never again."""
    comes = _glimpse(stage)
    given = carried.found(folder)
    if given is None or (comes is not None and comes.is_practice):
        return
    desk = open_copy(stage, clock)
    try:
        with desk.view(PROGRAM, Permission.RESTORE) as view:
            actor = Actor(view.settings.officer)
        with desk.unit(actor, Permission.RESTORE) as unit:
            left_out = given.leave_out(unit.connection, unit.now)
            values = {"numbers_left_out": left_out}
            unit.record(Subject.DATABASE, DATABASE_FILE, "RESTORED", values)
    finally:
        desk.close()
