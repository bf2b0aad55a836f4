"""The data folder opened for one command."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

import click

from app.cli import terminal
from app.cli.afterwards import afterwards
from app.cli.context import Context
from app.cli.language import message, translated, translation
from app.cli.outputs import target_of
from app.domain.actor import PROGRAM, Actor, acting
from app.domain.clock import Clock
from app.domain.clock_doubt import ClockDoubted, unconfirmed
from app.domain.deadline.working_calendar import WorkingCalendar
from app.domain.dossier.opened import Opened
from app.exchange.target import Kind, Target
from app.outside.ordinary import read_file
from app.printing.letters import require_printable
from app.usecases.desk import Desk
from app.usecases.office import clock, opening
from app.usecases.queries import lookup
from app.usecases.safety import automatic
from app.usecases.unit import Request
from app.wording.refusals import say

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class OpenDesk:
    """A desk and who acts at it."""

    desk: Desk
    actor: Actor
    request: Request
    context: Context

    def afterwards(self, what: str) -> AbstractContextManager[None]:
        """For what follows once the change is kept: see `app.cli.afterwards`."""
        return afterwards(self.context, what)

    def target(self, path: Path, kind: Kind) -> Target:
        """The file at `path`, looked at before anything is done.

        What lies there may be what this very request wrote before: then it is compared.

        Raises:
            TargetExists, FileUnwritable: it must not be written.
        """
        target = target_of(self.context, path, kind)
        known = lookup.request_answered(self.desk, self.actor, self.request.id)
        target.check(may_exist=known)
        return target

    def write(self, target: Target, content: bytes) -> None:
        """Write a paper; what a kill leaves half of it is found at the next start.

        Raises:
            TargetExists, FileUnwritable: it could not be written.
        """
        with self.desk.writing_into(target.path.parent):
            target.write(content)


@dataclass(frozen=True, slots=True)
class NamedDossier:
    """The dossier a command names, at an opened desk."""

    opened: OpenDesk
    dossier_id: int

    def change(
        self,
        use_case: Callable[..., T],
        *asked: object,
        version: int | None = None,
        **values: object,
    ) -> T:
        """What `use_case` makes of it; `version` if the change was thought out on one."""
        opened, dossier = self.opened, Opened(self.dossier_id, version)
        return use_case(
            opened.desk, opened.actor, dossier, *asked, request=opened.request, **values
        )


@contextmanager
def open_desk(context: Context, *, recovers: bool = False) -> Iterator[OpenDesk]:
    """The opened data folder with who acts; closed cleanly afterwards.

    That it cannot be closed so is no failure of what was done: it is warned of.

    While the office may only be looked at, that is said beside what a command shows.
    """
    request = Request(context.request_id)
    if request.id:
        request.asked = _typed(click.get_current_context())
    context.request = request
    desk = opening.open_desk(
        context.folder,
        context.clock,
        work=_command(click.get_current_context()),
        before_migration=automatic.back_up_before_migration,
        recovers=recovers,
    )
    with closing(context, desk):
        own = lookup.settings(desk, PROGRAM).officer
        actor = acting(context.officer, own, context.station)
        if context.officer:
            require_printable(actor.officer, field="officer")
        if context.clock_confirmed and desk.read_only.reason is None:
            clock.confirm_clock(desk, actor)
        yield OpenDesk(desk, actor, request, context)
        _warn_of_read_only(desk)


@contextmanager
def closing(context: Context, desk: Desk) -> Iterator[Desk]:
    """`desk`, closed after the block; what the block raises comes before what closing does.

    Raises:
        ClockUnconfirmed: the block found the clock doubted.
    """
    try:
        yield desk
    except ClockDoubted as error:
        with suppress(Exception):
            desk.close()
        raise unconfirmed(error) from None
    except BaseException:
        with suppress(Exception):
            desk.close()
        raise
    with afterwards(context, translated("đóng dữ liệu cho gọn")):
        desk.close()


@contextmanager
def named_dossier(context: Context, code: str) -> Iterator[NamedDossier]:
    """The dossier of `code`, in the opened data folder."""
    with open_desk(context) as opened:
        yield NamedDossier(opened, lookup.dossier_id_of(opened.desk, opened.actor, code))


def _warn_of_read_only(desk: Desk) -> None:
    refusal = desk.read_only.refusal
    if refusal is not None:
        terminal.write(message("Chú ý: {0}", say(refusal, translation())), err=True)


def _command(running: click.Context) -> str:
    """``fee charge``: the command as it is typed, for others who have to wait for it."""
    return running.command_path.partition(" ")[2] or running.command_path


def require_believed(opened: OpenDesk) -> None:
    """Question the clock before anything is looked up by the day it says.

    Raises:
        ClockDoubted: somebody must say first that it is right.
    """
    doubt = clock.clock_question(opened.desk, opened.actor)
    if doubt is not None:
        raise doubt


def require_clock(context: Context) -> None:
    """Question the clock where there are no records yet to go by.

    Raises:
        ClockUnconfirmed: it is doubted, and nobody has said that it is right.
    """
    doubt = clock.first_doubt(context.clock)
    if doubt is not None and not context.clock_confirmed:
        raise unconfirmed(doubt)


def _typed(command: click.Context) -> dict[str, object]:
    """What a command was asked, as its sender typed it: what was left out stays left out.

    A file that is read stands for its content; where an answer is written is not part of it.
    """
    asked: dict[str, object] = {"command": command.command_path}
    for option in command.command.params:
        value = command.params.get(option.name or "")
        if option.name is None or option.name == "as_json":
            continue
        if not isinstance(value, Path):
            asked[option.name] = value
        elif isinstance(option, click.Argument):
            asked[option.name] = sha256(read_file(value)).hexdigest()
    return asked


def office_calendar(folder: Path, clock: Clock) -> WorkingCalendar:
    """The calendar kept in `folder`."""
    desk = opening.open_desk(folder, clock)
    try:
        return lookup.calendar(desk, PROGRAM)
    finally:
        desk.close()
