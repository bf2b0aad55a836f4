"""The program's own log: small, rotating, and without anybody's data in it."""

import logging
import os
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from app.domain.masking import masked

LOG_FILE = "motcua.log"
_KEPT, _BYTES = 5, 1_000_000


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


class MaskingFormatter(logging.Formatter):
    """One line per event: who a person is is masked, control characters shown, never obeyed."""

    def format(self, record: logging.LogRecord) -> str:
        """`record` as one safe line; a traceback follows on lines of its own, masked too."""
        text = super().format(record)
        return "\n".join(_safe(line) for line in text.splitlines())


def _safe(line: str) -> str:
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in masked(line))


class _QuietHandler(RotatingFileHandler):
    """Where the file cannot be written there is no log: the desk says so in its own way."""

    def _open(self) -> TextIOWrapper:
        """The file, its user's alone from the start."""
        return open(self.baseFilename, "a", encoding=self.encoding, opener=_private)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - as logging calls it
        """Say nothing: logging itself would print the record, nobody's number masked."""


def keep_log(folder: Path) -> logging.Handler:
    """Write warnings and worse to `folder`; the handler, to be removed when the desk closes."""
    handler = _QuietHandler(
        folder / LOG_FILE, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True
    )
    handler.setLevel(logging.WARNING)
    handler.setFormatter(MaskingFormatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)
    return handler


def end_log(handler: logging.Handler) -> None:
    """Stop writing to it."""
    logging.getLogger().removeHandler(handler)
    handler.close()
