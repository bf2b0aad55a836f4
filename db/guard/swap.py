"""Files of a data folder change places all together: what a kill cuts short, the next start ends.

What comes in stands whole in a folder inside the data folder (the stage). A journal is written and
synced, then what is there is moved aside and the stage's files take its place, each by one rename.
As long as journal and stage are there, the swap is unfinished: every rename that is still missing
can be told from what lies where, so that it can be finished, or undone, from any point.
"""

import contextlib
import json
import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from app import held_files
from app.domain.errors import Damaged, DeskError
from app.outside import strict_json
from app.wording.causes import cause
from db.durable import sync_folder, write_durably
from db.guard.access import FOLDER

SET_ASIDE = "truoc-khoi-phuc"
_JOURNAL = f"{FOLDER}/doi-cho.json"
_MOST_BYTES = 2**24


class SwapUnfinished(DeskError):
    """Neither all new files nor all old ones could be put in place; the next start goes on.

    Facts: path, why.
    """


class JournalDamaged(Damaged):
    """There is a swap to be finished, and its journal cannot be read. Facts: path."""


class Swap(NamedTuple):
    """What goes where; names only, so that a folder that was moved meanwhile can be finished.

    Attributes:
        stage: the folder inside the data folder whose files come in.
        into: what comes in.
        out: what is moved aside.
        aside: the folder it is moved to.
        is_beside: whether that stands beside the data folder, else inside it.
    """

    stage: str
    into: tuple[str, ...]
    out: tuple[str, ...]
    aside: str
    is_beside: bool = True

    def aside_of(self, folder: Path) -> Path:
        """Where what was there lies."""
        return (folder.parent if self.is_beside else folder) / self.aside


def swap(folder: Path, stage: Path, out: Sequence[str], aside: str) -> Path | None:
    """Put what stands in `stage` into `folder`; where what it held (the names `out`) lies now.

    Held alone, its content synced. That place is beside the folder; inside it where nothing can be
    moved out, as from the root of a disk.

    Raises:
        OSError: everything lies where it lay.
        SwapUnfinished: it could not be undone either; the next start goes on.
    """
    folder = folder.resolve()
    sync_folder(folder)  # what was removed must not come back beside what comes in
    into = tuple(sorted(one.name for one in stage.iterdir()))
    there = tuple(name for name in out if os.path.lexists(folder / name))
    beside = Swap(stage.name, into, there, _free(folder.parent, aside))
    inside = Swap(stage.name, into, there, _free(folder, aside), is_beside=False)
    sync_folder(stage)
    for planned in (beside, inside):
        try:
            _begin(folder, planned)
            _carry_out(folder, planned)
        except OSError as error:
            moved = _has_begun(folder, planned)
            _undo(folder, planned, error)
            if moved or planned is inside or not there:
                raise
        else:
            _end(folder, planned)
            return planned.aside_of(folder) if there else None
    raise AssertionError  # pragma: no cover - the second plan returns or raises


def is_unfinished(folder: Path) -> bool:
    """Whether a swap has to be finished before anybody looks at what `folder` holds."""
    return (folder / _JOURNAL).exists()


def finish(folder: Path) -> None:
    """Finish a swap that was cut short; nothing if there is none. Held alone.

    Raises:
        JournalDamaged: it cannot be told what was under way.
        SwapUnfinished: the system does not let it be finished now.
    """
    folder = folder.resolve()
    if not is_unfinished(folder):
        return
    planned = _read(folder)
    try:
        if (folder / planned.stage).is_dir():  # else only the journal is left
            _carry_out(folder, planned)
        _end(folder, planned)
    except OSError as error:
        raise SwapUnfinished(path=str(folder), why=cause(error)) from error


def set_asides(folder: Path) -> list[Path]:
    """Every folder that holds what `folder` held before a restore, oldest first."""
    folder = folder.resolve()
    beside = folder.parent.glob(f"{folder.name}-{SET_ASIDE}-*")
    return sorted([*beside, *folder.glob(f"*-{SET_ASIDE}-*")])


def _free(parent: Path, name: str) -> str:
    """`name`, or with a number behind it: nothing of that name is in `parent`."""
    tried, nth = name, 1
    while os.path.lexists(parent / tried):
        nth += 1
        tried = f"{name}-{nth}"
    return tried


def _begin(folder: Path, planned: Swap) -> None:
    write_durably(folder / _JOURNAL, json.dumps(planned._asdict()).encode(), private=True)
    sync_folder(folder)


def _carry_out(folder: Path, planned: Swap) -> None:
    """Every rename that is still missing: what goes out is durable before anything comes in.

    A file system may keep later changes of names and lose earlier ones, if nobody asks in between.
    """
    aside = planned.aside_of(folder)
    stage = folder / planned.stage
    if planned.out:
        aside.mkdir(mode=0o700, exist_ok=True)
        sync_folder(aside.parent)
    for name in planned.out:
        if not os.path.lexists(aside / name):
            held_files.replace(folder / name, aside / name)
    for place in (aside, folder) if planned.out else ():
        sync_folder(place)
    for name in planned.into:
        if os.path.lexists(stage / name):
            held_files.replace(stage / name, folder / name)
    sync_folder(stage)
    sync_folder(folder)


def _has_begun(folder: Path, planned: Swap) -> bool:
    aside = planned.aside_of(folder)
    return any(os.path.lexists(aside / name) for name in planned.out)


def _undo(folder: Path, planned: Swap, why: OSError) -> None:
    """Everything back to where it lay, and no journal.

    Raises:
        SwapUnfinished: it is not; the next start finishes what was begun.
    """
    aside = planned.aside_of(folder)
    stage = folder / planned.stage
    try:
        for name in reversed(planned.into):
            is_in = not os.path.lexists(stage / name) and os.path.lexists(folder / name)
            if is_in and (name not in planned.out or os.path.lexists(aside / name)):
                held_files.replace(folder / name, stage / name)
        for name in reversed(planned.out):
            if os.path.lexists(aside / name):
                held_files.replace(aside / name, folder / name)
        sync_folder(folder)
        with contextlib.suppress(FileNotFoundError):
            aside.rmdir()
        with contextlib.suppress(FileNotFoundError):
            held_files.remove(folder / _JOURNAL)
    except OSError:
        raise SwapUnfinished(path=str(folder), why=cause(why)) from why
    sync_folder(folder / FOLDER)


def _end(folder: Path, planned: Swap) -> None:
    """No stage, then no journal: in this order, so that a journal alone means nothing is missing.

    All files are in place: what cannot be tidied up now is at the next start.
    """
    with contextlib.suppress(OSError):
        shutil.rmtree(folder / planned.stage, ignore_errors=True)
        sync_folder(folder)
        if not (folder / planned.stage).exists():
            held_files.remove(folder / _JOURNAL)
            sync_folder(folder / FOLDER)


def _read(folder: Path) -> Swap:
    try:
        body = strict_json.read_kept(folder / _JOURNAL, most=_MOST_BYTES)
        planned = Swap(
            str(body["stage"]), tuple(body["into"]), tuple(body["out"]),
            str(body["aside"]), bool(body["is_beside"]),
        )  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError):
        raise JournalDamaged(path=str(folder / _JOURNAL)) from None
    if not all(_is_name(one) for one in _names(planned)):
        raise JournalDamaged(path=str(folder / _JOURNAL))
    return planned


def _names(planned: Swap) -> Iterator[object]:
    yield from (planned.stage, planned.aside, *planned.into, *planned.out)


def _is_name(one: object) -> bool:
    """A name of a file, not a way out of the folder."""
    return isinstance(one, str) and one not in {"", ".", ".."} and not set(one) & {"/", "\\", "\0"}
