"""An incident: a bug as the log keeps it and as a person can send it, without anybody's data."""

import logging
import platform
import traceback
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtGui import QGuiApplication

_LOG = logging.getLogger("motcua.incident")


@dataclass(frozen=True, slots=True)
class Incident:
    """`number` names it in the log; `report` is what the copy button copies."""

    number: str
    report: str

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.report)


def record(error: BaseException, now: datetime) -> Incident:
    """Give `error` a number and write it to the log.

    The report holds where the error arose, not the values it arose with: those may be a citizen's.
    """
    number = f"{now:%y%m%d-%H%M%S}"
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"  {_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
    report = "\n".join(
        (
            f"Một Cửa – sự cố {number}",
            f"Python {platform.python_version()}, {platform.system()} {platform.release()}",
            type(error).__qualname__,
            *places,
        )
    )
    _LOG.error("incident %s\n%s", number, report)
    return Incident(number, report)


def _short(path: str) -> str:
    """The file inside the program, without the folders above it: they may name a person."""
    parts = path.replace("\\", "/").split("/")
    for room in ("app", "ui", "db", "tests", "site-packages"):
        if room in parts:
            return "/".join(parts[parts.index(room) :])
    return parts[-1]
