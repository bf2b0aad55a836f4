"""What is known of the copies of these records: a small file beside them.

Not a table: noting a copy would change what the copy is of, a restored database would tell of
copies as of its own past, and the note must be readable when the database is not.
"""

import contextlib
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from app.answers.safety import LastBackup, TrialFacts
from app.domain.clock import from_utc_text, utc_text
from app.domain.safety.schedule import has_passed, is_old
from app.outside import strict_json
from app.settings import Settings, backed_up_at
from db.durable import write_durably

COPIES_FILE = "motcua.copies"
BY_HAND = "hand"
"""The key of the last copy somebody made by hand, wherever."""
_FORMAT = "motcua-copies-1"
_MOST_BYTES = 2**22
_MOST_SPOILT = 200
_SPOILT = (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError)


@dataclass(frozen=True, slots=True)
class PlaceNote:
    """Of one place: its last checked copy, and why the last try failed if it did.

    Attributes:
        path: the folder.
        file: the copy's name in it; empty as long as there was none.
        at: when it was made.
        verified_at: when it was opened and checked.
        size: its bytes.
        marker: what the records said of themselves then (`app.usecases.safety.automatic`).
        is_apart: whether the folder is on another disk than the records.
        failure: why there is no newer one.
        failed_at: since when.
    """

    path: str = ""
    file: str = ""
    at: datetime | None = None
    verified_at: datetime | None = None
    size: int = 0
    marker: str = ""
    is_apart: bool = False
    failure: str = ""
    failed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class CopyRecord:
    """All of it; `spoilt` are names of copies that did not check when they were tried."""

    places: Mapping[str, PlaceNote] = field(default_factory=dict)
    trial: TrialFacts | None = None
    spoilt: tuple[str, ...] = ()

    def last(self, now: datetime) -> LastBackup:
        """How old the newest checked copy is; one from the future tells nothing."""
        believed = [
            (note.at, str(Path(note.path) / note.file), note.is_apart)
            for note in self.places.values()
            if note.at is not None and note.file not in self.spoilt and has_passed(note.at, now)
        ]
        newest = max(believed, default=None)
        failed = [note for note in self.places.values() if note.failure and is_old(note.at, now)]
        return LastBackup(
            at=newest[0] if newest else None,
            where=newest[1] if newest else "",
            apart_at=max((at for at, _, is_apart in believed if is_apart), default=None),
            failure=failed[0].failure if failed else "",
            failed_place=failed[0].path if failed else "",
            trial_failure=self.trial.failure if self.trial else "",
        )

    def of_these(self, keys: frozenset[str]) -> "CopyRecord":
        """The same without places that are none any more."""
        places = {key: note for key, note in self.places.items() if key in keys | {BY_HAND}}
        return replace(self, places=places)


def read_copies(folder: Path) -> CopyRecord:
    """What is known; nothing where the file is not there or says nothing sound.

    The copies themselves tell most of it again.
    """
    try:
        body = strict_json.read_kept(folder / COPIES_FILE, most=_MOST_BYTES)
        if body["format"] != _FORMAT:
            return CopyRecord()
        trial = body["trial"]
        return CopyRecord(
            {str(key): _note(note) for key, note in body["places"].items()},
            _trial(trial) if trial else None,
            tuple(map(str, body["spoilt"])),
        )
    except (OSError, *_SPOILT):
        return CopyRecord()


def last_backup(folder: Path, settings: Settings, now: datetime) -> LastBackup:
    """How old the newest checked copy of the office in `folder` is; quick, without its records.

    Copies of before there was a note of them are known by the setting `last_backup` alone.
    """
    last = read_copies(folder).last(now)
    return last if last.at is not None else replace(last, at=backed_up_at(settings))


def change_copies(folder: Path, change: Callable[[CopyRecord], CopyRecord]) -> None:
    """Keep what `change` makes of what is known.

    That it cannot be written spoils no copy: the next round notes it again.
    """
    record = change(read_copies(folder))
    body = {
        "format": _FORMAT,
        "places": {key: _texts(asdict(note)) for key, note in record.places.items()},
        "trial": _texts(asdict(record.trial)) if record.trial else None,
        "spoilt": record.spoilt[-_MOST_SPOILT:],
    }
    with contextlib.suppress(OSError):
        content = json.dumps(body, ensure_ascii=False).encode(errors="replace")
        write_durably(folder / COPIES_FILE, content, private=True)


def note_place(folder: Path, key: str, **values: Any) -> None:  # noqa: ANN401 - fields of the note
    """Keep what is new of one place."""

    def change(record: CopyRecord) -> CopyRecord:
        note = replace(record.places.get(key, PlaceNote()), **values)
        return replace(record, places={**record.places, key: note})

    change_copies(folder, change)


def _texts(values: dict[str, Any]) -> dict[str, Any]:
    return {k: utc_text(v) if isinstance(v, datetime) else v for k, v in values.items()}


def _note(body: Mapping[str, Any]) -> PlaceNote:
    return PlaceNote(
        path=str(body["path"]),
        file=str(body["file"]),
        at=_moment(body["at"]),
        verified_at=_moment(body["verified_at"]),
        size=int(body["size"]),
        marker=str(body["marker"]),
        is_apart=bool(body["is_apart"]),
        failure=str(body["failure"]),
        failed_at=_moment(body["failed_at"]),
    )


def _trial(body: Mapping[str, Any]) -> TrialFacts:
    return TrialFacts(
        from_utc_text(body["at"]),
        str(body["file"]),
        str(body["failure"]),
        int(body["dossiers"]),
        float(body["seconds"]),
    )


def _moment(text: str | None) -> datetime | None:
    return None if text is None else from_utc_text(text)
