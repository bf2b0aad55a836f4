"""The data folder opened for one command."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import click

from app.cli.context import Context
from app.domain.actor import PROGRAM, Actor
from app.domain.clock import Clock
from app.domain.deadline.working_calendar import WorkingCalendar
from app.exchange import files
from app.usecases.desk import Desk
from app.usecases.office import opening
from app.usecases.queries import lookup
from app.usecases.unit import Request


@dataclass(frozen=True, slots=True)
class OpenDesk:
    """A desk and who acts at it."""

    desk: Desk
    actor: Actor
    request: Request


@contextmanager
def open_desk(context: Context) -> Iterator[OpenDesk]:
    """The opened data folder with who acts; closed cleanly afterwards."""
    request = Request(context.request_id)
    if request.id:
        request.asked = _typed(click.get_current_context())
    context.request = request
    desk = opening.open_desk(context.folder, context.clock)
    try:
        officer = context.officer or lookup.settings(desk, PROGRAM).officer
        yield OpenDesk(desk, Actor(officer, context.station), request)
    finally:
        desk.close()


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
            asked[option.name] = sha256(files.read_file(value)).hexdigest()
    return asked


def office_calendar(folder: Path, clock: Clock) -> WorkingCalendar:
    """The calendar kept in `folder`."""
    desk = opening.open_desk(folder, clock)
    try:
        return lookup.calendar(desk, PROGRAM)
    finally:
        desk.close()
