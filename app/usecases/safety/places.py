"""Where copies go by themselves, and which lie there: our own files, known by their names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.answers.safety import PlaceKind
from app.domain.clock import in_vietnam
from app.domain.safety.rotation import Copy
from app.domain.safety.sticks import Stick, read_sticks
from app.settings import Settings
from app.usecases.safety.backup import PRACTICE
from app.usecases.safety.copying import SUFFIX
from app.usecases.safety.stick_marks import find_sticks
from db.folder import BACKUPS_FOLDER

_STAMP = "%Y%m%d-%H%M%S"


@dataclass(frozen=True, slots=True)
class Place:
    """One place; `path` is None of a stick that is not plugged in."""

    key: str
    kind: PlaceKind
    name: str
    path: Path | None

    @property
    def is_there(self) -> bool:
        """Whether copies could be written there now."""
        return self.path is not None and (self.kind is PlaceKind.OWN or self.path.is_dir())


@dataclass(frozen=True, slots=True)
class OwnCopies:
    """The automatic copies of one office, told from those of others by their names.

    Args:
        agency_code: of the office.
        first_hash: of its first ledger row: no other office has it.
        is_practice: whether nothing in it is real.
    """

    agency_code: str
    first_hash: str
    is_practice: bool

    @property
    def begins(self) -> str:
        """How their names begin."""
        whose = f"MotCua-{self.agency_code or 'co-quan'}"
        return f"{PRACTICE if self.is_practice else ''}{whose}{self._mark}"

    @property
    def _mark(self) -> str:
        return f"-tu-dong-{self.first_hash[:8]}"

    def lying_in(self, folder: Path) -> list[Copy]:
        """Those that lie in `folder`, newest first; none where it cannot be read."""
        name = re.compile(
            rf"(?:{PRACTICE})?MotCua-.+{self._mark}-(\d{{8}}-\d{{6}})(?:_\d+)?{re.escape(SUFFIX)}",
            re.ASCII,
        )
        try:
            found = [
                Copy(path.name, made_at, path.stat().st_size)
                for path in folder.iterdir()
                if (match := name.fullmatch(path.name)) is not None
                and (made_at := _moment(match[1])) is not None
                and path.is_file()
                and not path.is_symlink()
            ]
        except OSError:
            return []
        return sorted(found, key=lambda one: (one.made_at, one.name), reverse=True)


def places_of(settings: Settings, folder: Path) -> tuple[Place, ...]:
    """Every place of the office whose data folder is `folder`, each once; sticks are looked for."""
    return tuple({place.key: place for place in _named(settings, folder)}.values())


def _named(settings: Settings, folder: Path) -> Iterator[Place]:
    if settings.backup_place:
        yield _folder(PlaceKind.FIRST, settings.backup_place)
    else:
        own = folder / BACKUPS_FOLDER
        yield Place("own", PlaceKind.OWN, str(own), own)
    if settings.backup_place_2 and settings.backup_place_2 != settings.backup_place:
        yield _folder(PlaceKind.SECOND, settings.backup_place_2)
    sticks = read_sticks(settings.backup_sticks)
    plugged = find_sticks() if sticks else {}
    for stick in sticks:
        yield Place(stick_key(stick), PlaceKind.STICK, stick.name, plugged.get(stick.id))


def stick_key(stick: Stick) -> str:
    """The key of a stick among the places."""
    return f"usb:{stick.id}"


def _folder(kind: PlaceKind, path: str) -> Place:
    return Place(path, kind, path, Path(path))


def _moment(stamp: str) -> datetime | None:
    try:
        return in_vietnam(datetime.strptime(stamp, _STAMP))  # noqa: DTZ007 - it is Vietnam time
    except ValueError:
        return None
