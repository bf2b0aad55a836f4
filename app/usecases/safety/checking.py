"""The checks whose result is kept: the quick one after a power cut, the deep one of each week."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from app.answers.watched import Checked
from app.domain.actor import Actor
from app.domain.clock import Clock
from app.domain.errors import Damaged
from app.domain.permission import Permission
from app.domain.read_only import Reason
from app.usecases.desk import Desk
from app.usecases.safety.reporting import Report, asked
from app.usecases.safety.verification import Verified, verify_pages, verify_records
from app.wording.refusals import say
from db.engine.chosen import ENGINE
from db.engine.errors import NotOurDatabase, PageDamaged, RecordsDamaged
from db.folder import DATABASE_FILE
from db.guard import checked
from db.guard.checked import Depth
from db.guard.damage import damage_of

_GRAVE = (PageDamaged, NotOurDatabase, RecordsDamaged)
"""Of the records themselves: what is written beside such a page may be lost too."""


def quick_check(desk: Desk, actor: Actor, progress: Report) -> Checked:
    """Look whether every page of the records can be read and is where it belongs.

    Raises:
        PageDamaged: one is not; from now on the office may only be looked at.
    """
    with _result_kept(desk, Depth.QUICK):
        with asked(progress) as goes_on:
            ENGINE.check_structure(desk.folder / DATABASE_FILE, desk.records.key, goes_on)
        with desk.view(actor, Permission.QUICK_CHECK) as view:  # the rules can be read as well
            del view
    found = Checked(desk.clock.now())
    checked.keep(desk.folder, Depth.QUICK, found)
    _end_damage(desk)
    return found


def deep_check(desk: Desk, actor: Actor, progress: Report) -> Verified:
    """Look at everything: every page, then every record against every other and the papers.

    Raises:
        Damaged: a subclass that names the first record that is wrong.
    """
    with _result_kept(desk, Depth.DEEP):
        verify_pages(desk.folder, progress)
        found = verify_records(desk, actor, progress)
    keep_whole(found, desk)
    return found


def keep_whole(found: Verified, desk: Desk) -> None:
    """Keep that everything is whole; whatever damage stood against changes is over."""
    whole = Checked(
        desk.clock.now(),
        dossiers=found.dossiers,
        ledger_rows=found.ledger_rows,
        papers=found.papers,
    )
    checked.keep(desk.folder, Depth.DEEP, whole)
    _end_damage(desk)


@contextmanager
def damage_kept(folder: Path, clock: Clock) -> Iterator[None]:
    """Damage that the block finds is kept as what the last deep check found."""
    try:
        yield
    except Damaged as error:
        checked.keep(folder, Depth.DEEP, _wrong(error, clock.now()))
        raise


@contextmanager
def _result_kept(desk: Desk, depth: Depth) -> Iterator[None]:
    try:
        yield
    except Damaged as error:
        found = _wrong(error, desk.clock.now())
        checked.keep(desk.folder, depth, found)
        if found.is_grave:
            desk.read_only.begin(Reason.DAMAGE, damage_of(found))
        raise


def _end_damage(desk: Desk) -> None:
    """No check still says that the records are damaged."""
    if not any(one is not None and one.is_grave for one in _last(desk.folder)):
        desk.read_only.end(Reason.DAMAGE)


def _last(folder: Path) -> Iterator[Checked | None]:
    return (checked.last(folder, depth) for depth in Depth)


def _wrong(error: Damaged, at: datetime) -> Checked:
    return Checked(at, problem=f"{say(error).rstrip('.')}.", is_grave=isinstance(error, _GRAVE))
