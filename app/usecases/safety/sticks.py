"""Let a stick be written to by itself, or no longer: whoever holds the stick holds the key."""

from pathlib import Path

from app.domain.actor import Actor
from app.domain.errors import DeskError
from app.domain.permission import Permission
from app.domain.safety.sticks import MOST, Stick, read_sticks, stick_name, sticks_text
from app.usecases.desk import Desk
from app.usecases.office.settings import set_values
from app.usecases.safety.stick_marks import mark
from app.usecases.unit import Request, Unit
from app.wording.causes import cause
from db import volumes

_KEY = "backup_sticks"


class KeyGoesAlong(DeskError):
    """Nobody has agreed yet that the copies on the stick hold the key. Facts: path."""


class NotAStick(DeskError):
    """The folder is on the machine's own disk, or nowhere. Facts: path."""


class NoSuchStick(DeskError):
    """Facts: stick."""


class TooManySticks(DeskError):
    """Facts: most."""


class StickUnwritable(DeskError):
    """Facts: path, why."""


def enrol_stick(
    desk: Desk,
    actor: Actor,
    at: Path,
    *,
    name: str = "",
    is_agreed: bool = False,
    request: Request | None = None,
) -> Stick:
    """Mark the stick that `at` lies on, and write copies to it from now on whenever it is there.

    Args:
        desk: whose copies.
        actor: who decides it; the decision is in the ledger.
        at: any folder of the stick.
        name: what people call it; else what it is called by the system.
        is_agreed: whoever decides was told that every copy holds the key.
        request: of whoever asks.

    Raises:
        KeyGoesAlong: nobody agreed.
        NotAStick, StickUnwritable, TooManySticks, TextTooLong: as named; nothing was changed.
    """
    root = _root(desk, at)
    called = stick_name(name or root.name or str(root))
    if not is_agreed:
        raise KeyGoesAlong(path=str(root))
    try:
        number = mark(root)
    except OSError as error:
        raise StickUnwritable(path=str(root), why=cause(error)) from error
    stick = Stick(number, called)
    with desk.unit(actor, Permission.ENROL_STICK, request) as unit:
        return unit.once(Stick, stick, lambda: _added(unit, stick))


def _added(unit: Unit, stick: Stick) -> Stick:
    known = read_sticks(unit.settings.backup_sticks)
    others = tuple(one for one in known if one.id != stick.id)
    if len(others) >= MOST:
        raise TooManySticks(most=MOST)
    set_values(unit, {_KEY: sticks_text((*others, stick))})
    return stick


def remove_stick(desk: Desk, actor: Actor, stick: str, *, request: Request | None = None) -> Stick:
    """Write to a stick no longer; the copies that lie on it stay, and hold the key.

    Args:
        desk: whose copies.
        actor: who decides it.
        stick: its number or its name.
        request: of whoever asks.

    Raises:
        NoSuchStick: none of that number or name is enrolled.
    """
    wanted = stick.strip()
    with desk.unit(actor, Permission.REMOVE_STICK, request) as unit:
        return unit.once(Stick, wanted, lambda: _removed(unit, wanted))


def _removed(unit: Unit, wanted: str) -> Stick:
    known = read_sticks(unit.settings.backup_sticks)
    found = next((one for one in known if wanted in {one.id, one.name}), None)
    if found is None:
        raise NoSuchStick(stick=wanted[:80])
    set_values(unit, {_KEY: sticks_text(one for one in known if one != found)})
    return found


def _root(desk: Desk, at: Path) -> Path:
    """The top of the stick that `at` lies on.

    Raises:
        NotAStick: it is no disk that is plugged in, or the one the records lie on.
    """
    if not at.is_dir():
        raise NotAStick(path=str(at))
    root = volumes.root_of(at)
    if root not in volumes.plugged() or root == volumes.root_of(desk.folder):
        raise NotAStick(path=str(at))
    return root
