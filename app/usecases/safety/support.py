"""The support bundle: what helps whoever mends the program, and nothing that is anybody's data.

One file of readable JSON, so that who sends it sees what is in it. Never in it: the database, its
key, papers, names, numbers of persons, paths. Every part is made of what is known to be harmless,
not of what is left when the harmful is taken out.
"""

import importlib.metadata
import json
import platform
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from pathlib import Path

from app.domain.actor import Actor
from app.domain.clock import Clock
from app.domain.errors import DeskError
from app.domain.permission import Permission
from app.domain.version import VERSION
from app.settings import Settings
from app.usecases.desk import Desk
from app.usecases.safety.bare_log import incidents_of, log_lines
from app.usecases.safety.watching import watched
from db import counted, room
from db.folder import PAPERS_FOLDER
from db.schema import SCHEMA_VERSION

FORMAT = "motcua-ho-tro/1.0"
SUFFIX = ".json"
_NOTE = (
    "Gói hỗ trợ của Một Cửa. Không có tên người, số giấy tờ, điện thoại, địa chỉ, tên tệp, cơ sở "
    "dữ liệu, khóa hay giấy tờ; mở ra đọc được."
)
_PACKAGES = (
    "PySide6-Essentials", "SQLAlchemy", "alembic", "sqlcipher3", "cryptography", "reportlab",
    "uharfbuzz", "zxing-cpp", "pypdfium2", "pyserial", "msgspec", "click",
)  # fmt: skip
_CHOICES = frozenset({
    "paper", "print_tray", "slip_way", "theme", "language", "same_day_cutoff", "connected_bases",
})  # fmt: skip
"""Settings whose text is one of a few we know; of any other text is said only that there is one."""
_OURS = tuple(
    f"motcua.{end}"
    for end in (
        "db",
        "db-wal",
        "db-shm",
        "key",
        "head",
        "lock",
        "log",
        "room",
        "lang",
        "look",
        "checks",
        "copies",
    )
)


@dataclass(frozen=True, slots=True)
class SupportFacts:
    """What opened records say of themselves, in numbers."""

    is_practice: bool
    rows: Mapping[str, int]
    states: Mapping[str, int]
    settings: Mapping[str, object]


def support_facts(desk: Desk, actor: Actor) -> SupportFacts:
    """Count what the records hold, and say which of the settings with fixed choices are chosen."""
    with desk.view(actor, Permission.SUPPORT_FACTS) as view:
        return SupportFacts(
            is_practice=view.rules.is_practice,
            rows=counted.rows_by_table(view.connection),
            states=counted.dossiers_by_state(view.connection),
            settings=_nameless(view.settings),
        )


def support_bundle(folder: Path, clock: Clock, known: SupportFacts | DeskError) -> bytes:
    """The bundle of a data folder, whatever state it is in.

    Args:
        folder: the data folder.
        clock: when it is made.
        known: what `support_facts` found, or why the records could not be opened.
    """
    lines = tuple(log_lines(folder))
    body: dict[str, object] = {
        "format": FORMAT,
        "note": _NOTE,
        "made_at": clock.now().isoformat(timespec="seconds"),
        "program": _program(),
        "folder": _folder(folder),
        "checks": _checks(folder, clock.now()),
        "records": _records(known),
        "schema": {"number": SCHEMA_VERSION, "tables": counted.columns_by_table()},
        "incidents": incidents_of(lines),
        "log": lines,
    }
    return (json.dumps(body, ensure_ascii=False, indent=1) + "\n").encode()


def _program() -> dict[str, object]:
    return {
        "version": VERSION,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()}",
        "machine": platform.machine(),
        "packaged": hasattr(sys, "frozen"),
        "packages": {name: _version(name) for name in _PACKAGES},
    }


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:  # the packaged program knows them by heart
        return ""


def _folder(folder: Path) -> dict[str, object]:
    """Sizes in bytes; of our own files by their names, of papers their number."""
    ours = [folder / name for name in _OURS if (folder / name).is_file()]
    papers = [path.stat().st_size for path in (folder / PAPERS_FOLDER).glob("*/*.giay")]
    return {
        "files": {path.name: path.stat().st_size for path in ours},
        "papers": {"number": len(papers), "bytes": sum(papers)},
        "room": room.free(folder),
    }


def _checks(folder: Path, now: datetime) -> dict[str, object]:
    """When what was checked; of damage only that there is some: its sentence may name a dossier."""
    seen = watched(folder, now)
    return {
        "was_cut_short": seen.was_cut_short,
        **{
            name: one and {**asdict(one), "at": one.at.isoformat(), "problem": bool(one.problem)}
            for name, one in (("quick", seen.quick), ("deep", seen.deep))
        },
    }


def _records(known: SupportFacts | DeskError) -> dict[str, object]:
    if isinstance(known, DeskError):
        return {"refused": type(known).__name__}
    return {
        "is_practice": known.is_practice,
        "rows": known.rows,
        "states": known.states,
        "settings": known.settings,
    }


def _nameless(settings: Settings) -> dict[str, object]:
    """Numbers and choices as they are; of other texts only whether something is written."""
    said: dict[str, object] = {}
    for one in fields(Settings):
        value = getattr(settings, one.name)
        is_harmless = not isinstance(value, str) or one.name in _CHOICES
        said[one.name] = value if is_harmless else {"written": bool(value)}
    return said
