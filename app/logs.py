"""The program's own log: small, rotating, and without anybody's numbers in it."""

import logging
import re
from logging.handlers import RotatingFileHandler
from pathlib import Path

LOG_FILE = "motcua.log"
_KEPT, _BYTES = 5, 1_000_000
# Identity, telephone and tax numbers: nine digits and more, also in groups.
_NUMBER = re.compile(r"(?<![\w-])\+?\d(?:[ .]?\d){8,14}(?![\w-])")


class MaskingFormatter(logging.Formatter):
    """One line per event: numbers of persons masked, control characters shown, never obeyed."""

    def format(self, record: logging.LogRecord) -> str:
        """`record` as one safe line; a traceback follows on lines of its own, masked too."""
        text = super().format(record)
        return "\n".join(_safe(line) for line in text.splitlines())


def _safe(line: str) -> str:
    masked = _NUMBER.sub(lambda found: "•" * 8 + found[0][-4:], line)
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in masked)


class _QuietHandler(RotatingFileHandler):
    """Where the file cannot be written there is no log: the desk says so in its own way."""

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
