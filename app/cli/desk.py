"""The data folder opened for one command."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.cli.context import Context
from app.domain.actor import PROGRAM, Actor
from app.domain.clock import Clock
from app.domain.deadline.working_calendar import WorkingCalendar
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
    context.request = request
    desk = opening.open_desk(context.folder, context.clock)
    try:
        officer = context.officer or lookup.settings(desk, PROGRAM).officer
        yield OpenDesk(desk, Actor(officer, context.station), request)
    finally:
        desk.close()


def office_calendar(folder: Path, clock: Clock) -> WorkingCalendar:
    """The calendar kept in `folder`."""
    desk = opening.open_desk(folder, clock)
    try:
        return lookup.calendar(desk, PROGRAM)
    finally:
        desk.close()
