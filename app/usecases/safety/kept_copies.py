"""Which copies there are, where and how old: read from the places and from what was noted."""

from pathlib import Path

from app.answers.safety import BackupState, CopyFacts, PlaceState
from app.domain.actor import Actor
from app.domain.permission import Permission
from app.usecases.desk import Desk
from app.usecases.safety.places import OwnCopies, Place, places_of
from db import volumes
from db.copies import BY_HAND, CopyRecord, PlaceNote, read_copies
from db.stores import ledger


def backup_state(desk: Desk, actor: Actor) -> BackupState:
    """Every place with the copies that lie there now, and what failed."""
    with desk.view(actor, Permission.BACKUP_STATE) as view:
        settings = view.settings
        own = OwnCopies(
            settings.agency_code,
            ledger.hash_at(view.connection, ledger.OFFICE_CHAIN, 1) or "",
            view.rules.is_practice,
        )
    record = read_copies(desk.folder)
    places = places_of(settings, desk.folder)
    by_hand = record.places.get(BY_HAND)
    return BackupState(
        is_on=settings.auto_backup,
        places=tuple(_state(desk.folder, place, own, record) for place in places),
        by_hand=_of_note(by_hand) if by_hand is not None else None,
        trial=record.trial,
    )


def _state(folder: Path, place: Place, own: OwnCopies, record: CopyRecord) -> PlaceState:
    note = record.places.get(place.key, PlaceNote())
    copies: tuple[CopyFacts, ...] = ()
    is_apart = note.is_apart
    if place.path is not None and place.path.is_dir():
        copies = tuple(
            CopyFacts(
                str(place.path / one.name),
                one.made_at,
                one.size,
                # A copy has its name only once it was checked.
                None if one.name in record.spoilt else one.made_at,
            )
            for one in own.lying_in(place.path)
        )
        is_apart = volumes.are_apart(folder, place.path)
    else:
        copies = tuple(filter(None, [_of_note(note)]))
    return PlaceState(
        key=place.key,
        kind=place.kind,
        name=place.name,
        path=str(place.path or ""),
        is_there=place.is_there,
        is_apart=is_apart,
        copies=copies,
        failure=note.failure,
        failed_at=note.failed_at,
    )


def _of_note(note: PlaceNote) -> CopyFacts | None:
    if note.at is None:
        return None
    return CopyFacts(str(Path(note.path) / note.file), note.at, note.size, note.verified_at)
