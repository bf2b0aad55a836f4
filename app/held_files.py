"""Files get another name or go away, also where somebody holds them for a moment.

Windows lets nobody rename or remove a file that another process has open: a virus scanner, an
indexer, a program that makes copies. They let go within moments, so it is tried again for a while;
then the system's own error is raised, and `app.wording.causes` says that the file is in use.
"""

import os
import time
from collections.abc import Callable
from pathlib import Path

HELD = frozenset({5, 32, 33, 1224})
"""What Windows answers: access denied (also of a file that is being removed), sharing violation,
lock violation, and a section of the file that is mapped."""
PAUSES = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds between the tries; little more than a second and a half in all."""


def replace(source: Path, target: Path) -> None:
    """Give `source` the name `target`, in the place of what has it.

    Raises:
        OSError: it cannot be, or somebody holds one of them all that time.
    """
    _patiently(lambda: os.replace(source, target))  # noqa: PTH105 - what tests play faults at


def rename(source: Path, target: Path) -> None:
    """Give `source` the name `target`, which nobody has; on Windows one that is taken is refused.

    Raises:
        OSError: as `replace`.
    """
    _patiently(lambda: os.rename(source, target))  # noqa: PTH104 - as above


def remove(path: Path, *, missing_ok: bool = False) -> None:
    """Remove the file at `path`.

    Raises:
        OSError: as `replace`; FileNotFoundError unless `missing_ok`.
    """
    _patiently(lambda: path.unlink(missing_ok=missing_ok))


def _patiently(work: Callable[[], object]) -> None:
    for pause in PAUSES:
        try:
            work()
        except OSError as error:
            if getattr(error, "winerror", None) not in HELD:
                raise
            time.sleep(pause)
        else:
            return
    work()
