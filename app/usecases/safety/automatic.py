"""Copies made without anybody asking: to every place that is due, and the old ones thinned out."""

import contextlib
import hashlib
import shutil
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from app import held_files
from app.answers.safety import BackupRound, PlaceDone, PlaceKind
from app.domain.actor import Actor
from app.domain.clock import Clock
from app.domain.errors import Damaged, DeskError
from app.domain.permission import Permission
from app.domain.read_only import Reason
from app.domain.safety import rotation
from app.domain.safety.schedule import Occasion, is_due
from app.settings import Settings, read_settings
from app.usecases.desk import Desk
from app.usecases.safety.copying import BackedUp, BackupFailed, Source, copy_again, write_copy
from app.usecases.safety.places import OwnCopies, Place, places_of
from app.usecases.safety.reporting import Report, unreported
from app.wording.refusals import say
from db import volumes
from db.copies import CopyRecord, PlaceNote, change_copies, note_place, read_copies
from db.engine.chosen import ENGINE
from db.folder import DATABASE_FILE, is_set_up
from db.guard.access import RESTORING
from db.guard.entering import enter
from db.guard.turn import BACKING_UP, turn
from db.keys import read_key
from db.records import Records
from db.stores import drafts, ledger, prints

_SPOILT = (Reason.LOSS, Reason.DAMAGE)
_UNKNOWN = ""
"""The marker of records that were not opened: they count as changed."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """What a round works by; `marker` tells whether the records are as they were at a copy."""

    settings: Settings
    own: OwnCopies
    marker: str


def back_up_to_places(
    desk: Desk,
    actor: Actor,
    occasion: Occasion,
    *,
    progress: Report = unreported,
) -> BackupRound:
    """Write a checked copy into each place that is due, if anything changed since its last one.

    A place that cannot be written to holds up no other, and what it lacks is kept for the day's
    reminder. Only a place that got a new copy loses old ones. `Occasion.ASKED` copies also what
    has not changed, and where the office does not save by itself.

    Nobody waits for another round: `is_busy` says that one is under way. Records that lack or spoil
    something are not copied: what is whole would be thinned out for them.

    Raises:
        DeskError: they may only be looked at for such a reason, and somebody asked for a copy.
    """
    if desk.read_only.reason in _SPOILT:
        if occasion is Occasion.ASKED:
            desk.read_only.require(Permission.BACK_UP_TO_PLACES)
        return BackupRound()
    with desk.view(actor, Permission.BACK_UP_TO_PLACES) as view:
        plan = _Plan(
            view.settings,
            OwnCopies(
                view.settings.agency_code,
                ledger.hash_at(view.connection, ledger.OFFICE_CHAIN, 1) or "",
                view.rules.is_practice,
            ),
            marker_of(view.connection),
        )
    source = Source(desk.records, desk.clock, desk.writing_into)
    return _round(source, plan, occasion, progress)


def back_up_closed(folder: Path, clock: Clock, occasion: Occasion) -> BackupRound:
    """The same of records that are not opened, of any schema: before they are migrated or replaced.

    Whoever calls this works on `folder` already. What goes wrong stops nothing: it is noted.
    """
    try:
        seen = ENGINE.glimpse(folder / DATABASE_FILE, read_key(folder))
        records = Records(folder)
    except (DeskError, OSError):
        return BackupRound()  # whoever opens the records next says what is wrong with them
    own = OwnCopies(seen.agency_code, seen.first_hash, seen.is_practice)
    try:
        source = Source(records, clock, lambda _: nullcontext())
        plan = _Plan(read_settings(seen.settings), own, _UNKNOWN)
        return _round(source, plan, occasion, unreported)
    finally:
        records.engine.dispose()


def back_up_before_migration(folder: Path, clock: Clock) -> BackupRound:
    """Save older records, which are held alone, before they are brought to the present schema."""
    return back_up_closed(folder, clock, Occasion.MIGRATION)


def back_up_before_restore(folder: Path, clock: Clock) -> BackupRound:
    """Save what a restore is about to replace, if `folder` holds the records of an office."""
    if not is_set_up(folder):
        return BackupRound()
    share = enter(folder, RESTORING)
    try:
        return back_up_closed(folder, clock, Occasion.RESTORE)
    finally:
        share.close()


def marker_of(connection: Connection) -> str:
    """Changes with whatever a copy would miss: the ledger, what is being typed, prints."""
    said = (ledger.heads(connection), drafts.newest(connection), prints.newest(connection))
    return hashlib.sha256(repr(said).encode()).hexdigest()


def _round(source: Source, plan: _Plan, occasion: Occasion, progress: Report) -> BackupRound:
    if not plan.settings.auto_backup and occasion is not Occasion.ASKED:
        return BackupRound(is_on=False)
    places = places_of(plan.settings, source.folder)
    with turn(source.folder, BACKING_UP) as is_ours:
        if not is_ours:
            return BackupRound(is_busy=True)
        keys = frozenset(place.key for place in places)
        change_copies(source.folder, lambda record: record.of_these(keys))
        wanted = [place for place in places if _is_due(source, plan, place, occasion)]
        return BackupRound(tuple(_written(source, plan, wanted, progress)))


def _is_due(source: Source, plan: _Plan, place: Place, occasion: Occasion) -> bool:
    if place.kind is PlaceKind.STICK and not place.is_there:
        return False  # it is in somebody's pocket
    note = read_copies(source.folder).places.get(place.key, PlaceNote())
    has_it = place.path is not None and (place.path / note.file).is_file() if note.file else False
    is_same = bool(plan.marker) and note.marker == plan.marker and has_it
    if is_same and occasion is not Occasion.ASKED:
        return False
    tries = [at for at in (note.at if has_it else None, note.failed_at) if at is not None]
    return is_due(occasion, source.clock.now(), max(tries, default=None))


def _written(
    source: Source, plan: _Plan, places: list[Place], progress: Report
) -> Iterator[PlaceDone]:
    """Each place in turn: the first that can be written to gets the copy, the others the same."""
    whole: BackedUp | None = None
    damage = ""
    began = source.clock.now()  # what is changed from here on may not be in it
    for place in places:
        assert place.path is not None  # noqa: S101 - `_is_due` let it pass
        try:
            if damage:
                raise BackupFailed(path=str(place.path), why=damage)
            _make_own(place)
            if whole is None:
                made = write_copy(source, place.path, plan.own.begins, progress=progress)
            else:
                made = copy_again(source, whole, place.path)
        except DeskError as error:
            why = str(error.facts["why"]) if isinstance(error, BackupFailed) else say(error)
            damage = damage or (why if isinstance(error, Damaged) else "")
            note_place(source.folder, place.key, path=str(place.path), failure=why, failed_at=began)
            yield PlaceDone(place.name, str(place.path), failure=why, is_damage=bool(damage))
            continue
        whole = whole or made
        _note(source.folder, plan, place.key, made, began)
        _thin(read_copies(source.folder), plan.own, made.path)
        yield PlaceDone(place.name, str(place.path), file=str(made.path))


def _make_own(place: Place) -> None:
    """Make our own folder if it is not there; nobody else's, which may be a disk not plugged in."""
    if place.kind is PlaceKind.OWN and place.path is not None:
        with contextlib.suppress(OSError):
            place.path.mkdir(mode=0o700, exist_ok=True)


def _note(folder: Path, plan: _Plan, key: str, made: BackedUp, began: datetime) -> None:
    note_place(
        folder,
        key,
        path=str(made.path.parent),
        file=made.path.name,
        at=began,
        verified_at=began,
        size=made.bytes,
        marker=plan.marker,
        is_apart=volumes.are_apart(folder, made.path.parent),
        failure="",
        failed_at=None,
    )


def _thin(record: CopyRecord, own: OwnCopies, newest: Path) -> None:
    """Delete in the folder of `newest`, which was just made, the copies that are not kept."""
    folder = newest.parent
    spoilt = frozenset(record.spoilt)
    there = [
        rotation.Copy(one.name, one.made_at, one.size, one.name not in spoilt)
        for one in own.lying_in(folder)
    ]
    with contextlib.suppress(OSError):
        room = shutil.disk_usage(folder).total // rotation.SHARE
        for name in {one.name for one in there} - rotation.kept(there, room=room) - {newest.name}:
            held_files.remove(folder / name, missing_ok=True)
