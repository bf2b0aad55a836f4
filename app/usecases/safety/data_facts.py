"""What an office's records hold, and when they were last saved."""

import contextlib
from pathlib import Path

from app.answers.safety import DataFacts
from app.domain.actor import Actor
from app.domain.clock_doubt import ClockDoubted
from app.domain.permission import Permission
from app.settings import backup_text
from app.usecases.desk import Desk
from app.usecases.office.settings import change_settings
from db import volumes
from db.copies import BY_HAND, note_place
from db.stores import dossiers


def note_backup(desk: Desk, actor: Actor, file: Path) -> None:
    """Remember that a backup was made and where, for the day's reminder and the next one.

    A doubted clock tells no time to remember; the backup stands all the same.
    """
    now = desk.clock.now()
    with contextlib.suppress(OSError):
        note_place(
            desk.folder,
            BY_HAND,
            path=str(file.parent),
            file=file.name,
            at=now,
            verified_at=now,
            size=file.stat().st_size,
            is_apart=volumes.are_apart(desk.folder, file.parent),
        )
    values = {
        "last_backup": backup_text(now, str(file)),
        "backup_folder": str(file.parent),
    }
    with contextlib.suppress(ClockDoubted):
        change_settings(desk, actor, values)


def data_facts(desk: Desk, actor: Actor) -> DataFacts:
    """Whose data the records are, how many dossiers and from when."""
    with desk.view(actor, Permission.DATA_FACTS) as view:
        first_at, last_at = dossiers.span(view.connection) or (None, None)
        return DataFacts(
            office=view.settings.office,
            agency_code=view.settings.agency_code,
            dossiers=dossiers.count(view.connection),
            first_at=first_at,
            last_at=last_at,
            is_practice=view.rules.is_practice,
        )
