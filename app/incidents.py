"""Incidents: a bug as the log keeps it and as a person can send it, without anybody's data."""

import itertools
import logging
import os
import sys
import traceback
from datetime import datetime
from typing import NamedTuple

from app.domain.version import VERSION

_LOG = logging.getLogger("motcua.incident")
_NTH = itertools.count(1)
"""Two mistakes in one second are two incidents."""


class Incident(NamedTuple):
    """`number` names it in the log; `report` is what a person sends to whoever helps."""

    number: str
    report: str


def record(error: BaseException, now: datetime) -> Incident:
    """Give `error` a number and write it to the log.

    The report holds where the error arose, not the values it arose with: those may be a citizen's.
    """
    number = f"{now:%y%m%d-%H%M%S}-{next(_NTH)}"
    report = "\n".join(
        (
            f"Một Cửa – sự cố {number}",
            f"Một Cửa {VERSION}, Python {sys.version.partition(' ')[0]}, {_system()}",
            likeness(error),
        )
    )
    _LOG.error("incident %s\n%s", number, report)
    return Incident(number, report)


def _system() -> str:
    """The kind of system and its version, without the machine's name."""
    if sys.platform == "win32":  # pragma: no cover - asked of Windows itself
        version = sys.getwindowsversion()
        return f"Windows {version.major}.{version.minor}.{version.build}"
    asked = os.uname()
    return f"{asked.sysname} {asked.release}"


def likeness(error: BaseException) -> str:
    """The kind of `error` and where it arose: the same for the same mistake."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"  {_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join((type(error).__qualname__, *places))


def _short(path: str) -> str:
    """The file inside the program, without the folders above it: they may name a person."""
    parts = path.replace("\\", "/").split("/")
    for room in ("app", "ui", "db", "tests", "site-packages"):
        if room in parts:
            return "/".join(parts[parts.index(room) :])
    return parts[-1]
