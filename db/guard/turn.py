"""A work of which one at a time is enough: who comes second goes away instead of waiting."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from db.guard.access import open_lock
from db.guard.locks import LOCKS

BACKING_UP = "sao-luu"


@contextmanager
def turn(folder: Path, work: str) -> Iterator[bool]:
    """Whether nobody else is at `work` on `folder`, in this process or another, for the block."""
    with open_lock(folder, work) as file:
        yield LOCKS.take(file)
