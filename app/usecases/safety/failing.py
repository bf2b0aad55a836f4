"""What is said of a mistake of the program's own: a number, and where more of it is kept."""

import logging
from pathlib import Path

from app.domain.clock import SystemClock
from app.domain.errors import DeskError
from app.incidents import record
from app.logs import LOG_FILE, end_log, keep_log
from db.folder import is_set_up


class ProgramFailed(DeskError):
    """A mistake of the program's own. Facts: number (of the incident), kept (where, or what)."""


def program_failed(error: Exception, folder: Path | None) -> ProgramFailed:
    """`error` as it is said, kept in the log of the data folder if an office is set up there."""
    if folder is not None and is_set_up(folder):
        log, kept = keep_log(folder), str(folder / LOG_FILE)
    else:
        log, kept = logging.NullHandler(), ""
        logging.getLogger().addHandler(log)
    try:
        incident = record(error, SystemClock().now())
    finally:
        end_log(log)
    return ProgramFailed(
        number=incident.number, kept=kept or "; ".join(incident.report.split("\n"))
    )
