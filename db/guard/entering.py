"""The way into a data folder: what a kill cut short is ended first, then one works."""

import contextlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from db.guard import access, cut_short, leftovers, swap
from db.guard.access import FolderBusy, Share


def enter(folder: Path, work: str) -> Share:
    """Work on `folder` beside others, until `close`; an unfinished swap is finished before.

    Raises:
        FolderBusy: somebody holds it alone.
        JournalDamaged, SwapUnfinished: it cannot be finished.
    """
    while not access.is_shared_here(folder):
        settle(folder, work)
        shared = access.share(folder, work)
        if not swap.is_unfinished(folder):
            return shared
        shared.close()  # somebody was killed this very moment
    return access.share(folder, work)


@contextmanager
def enter_alone(folder: Path, work: str) -> Iterator[None]:
    """Hold `folder` alone for the block; what a killed program left is ended before.

    Raises:
        FolderBusy: others work on it.
        JournalDamaged, SwapUnfinished: a swap cannot be finished.
    """
    with access.alone(folder, work):
        _end(folder)
        yield


def settle(folder: Path, work: str) -> None:
    """Finish an unfinished swap, and take away what a killed program left, if nobody is here.

    Raises:
        FolderBusy, JournalDamaged, SwapUnfinished: a swap is not finished.
    """
    if swap.is_unfinished(folder):
        with access.alone(folder, work):
            _end(folder)
    elif leftovers.are_there(folder) or cut_short.looks_so(folder):
        with contextlib.suppress(FolderBusy), access.alone(folder, work, patience=0):
            _end(folder)


def _end(folder: Path) -> None:
    swap.finish(folder)
    cut_short.note(folder)
    leftovers.sweep(folder)
