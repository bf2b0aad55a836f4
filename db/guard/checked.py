"""What the last checks of the data found, kept beside them.

Not in the records: they may be what is damaged. What cannot be written is not kept, and stops
nothing.
"""

import contextlib
import json
from dataclasses import asdict
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from app.answers.watched import Checked
from app.domain.clock import in_vietnam
from app.outside import strict_json
from db.durable import write_durably
from db.guard import cut_short

CHECKS_FILE = "motcua.checks"
_MOST = 100_000


class Depth(StrEnum):
    """How much is looked at."""

    QUICK = "QUICK"
    DEEP = "DEEP"


def last(folder: Path, depth: Depth) -> Checked | None:
    """What the last check of this depth found; None without any that can be read."""
    body = _read(folder).get(depth)
    try:
        return _checked(body) if isinstance(body, dict) else None
    except (KeyError, TypeError, ValueError):
        return None


def keep(folder: Path, depth: Depth, found: Checked) -> None:
    """Keep what a check found; one that found all whole clears the other's too."""
    known = _read(folder)
    known[depth] = {**asdict(found), "at": found.at.isoformat()}
    if not found.problem:
        other = Depth.QUICK if depth is Depth.DEEP else Depth.DEEP
        former = last(folder, other)
        if former is not None and former.problem and (depth is Depth.DEEP or former.is_grave):
            known.pop(other, None)
        cut_short.forget(folder)
    with contextlib.suppress(OSError):
        body = json.dumps(known, ensure_ascii=False, sort_keys=True)
        write_durably(folder / CHECKS_FILE, body.encode(), private=True)


def _read(folder: Path) -> dict[str, object]:
    try:
        body = strict_json.read_kept(folder / CHECKS_FILE, most=_MOST)
    except (OSError, ValueError):
        return {}
    return body if isinstance(body, dict) else {}


def _checked(body: dict[str, object]) -> Checked:
    numbers = {name: body.get(name, 0) for name in ("dossiers", "ledger_rows", "papers")}
    return Checked(
        at=in_vietnam(datetime.fromisoformat(str(body["at"]))),
        problem=str(body.get("problem", "")),
        is_grave=body.get("is_grave") is True,
        **{name: value for name, value in numbers.items() if type(value) is int},
    )
