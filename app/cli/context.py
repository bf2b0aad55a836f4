"""What every command is given: the data folder, the acting officer, how to answer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Protocol, TypeVar

import click

from app.cli import terminal
from app.cli.arguments import require_on_one_line
from app.cli.language import message, translated
from app.domain.clock import VIETNAM_OFFSET, Clock, in_vietnam
from app.domain.deadline.working_calendar import WorkingCalendar

T = TypeVar("T")
OfficeCalendar = Callable[[Path, Clock], WorkingCalendar]
"""The calendar kept in a data folder; most of the program loads with the first call."""


class RepeatableRequest(Protocol):
    """What is known of the request once it was carried out (`app.usecases.unit.Request`)."""

    repeated: bool


class CommandClock:
    """The clock commands go by: a machine that keeps universal time is one of servers, and right.

    Args:
        clock: the machine's.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def now(self) -> datetime:
        """The present moment, aware, in Vietnam time."""
        return self._clock.now()

    def offset(self) -> timedelta:
        """How far the machine's own zone is from UTC; Vietnam's where it keeps UTC itself."""
        return self._clock.offset() or VIETNAM_OFFSET


@dataclass(slots=True)
class Context:
    """Options given before the command."""

    folder: Path
    officer: str
    station: int
    clock: Clock
    office_calendar: OfficeCalendar
    language: str = "vi"
    request_id: str = ""
    clock_confirmed: bool = False
    force: bool = False
    request: RepeatableRequest | None = None
    warnings: list[str] = field(default_factory=list)


def answer(body: Mapping[str, object], text: str, *, as_json: bool) -> None:
    """Write a result: JSON for scripts, else short Vietnamese text.

    A request that was answered before is answered the same, and says so; what failed after
    everything was kept is said beside the answer (`app.cli.afterwards`).
    """
    context = click.get_current_context().find_object(Context)
    if context is not None and context.request is not None and context.request.repeated:
        body = {**body, "repeated": True}
        text = "\n".join([translated("Yêu cầu này đã được thực hiện trước đó."), text]).strip()
    if context is not None and context.warnings:
        body = {**body, "warnings": context.warnings}
        text = "\n".join([text, *(message("Chú ý: {0}", each) for each in context.warnings)])
    if as_json:
        terminal.write_json(body)
    else:
        terminal.write(text)


def iso(moment: datetime | None) -> str | None:
    """A moment as scripts read it: ISO 8601 in Vietnam time, or None."""
    return None if moment is None else in_vietnam(moment).isoformat(timespec="seconds")


class NamedPath(click.Path):
    """A path as somebody may type it: on one line."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401 - click's
        require_on_one_line(str(value))
        return super().convert(value, param, ctx)


PATH = NamedPath(path_type=Path)


class _Name(click.types.StringParamType):
    """A name, on one line."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401 - click's
        require_on_one_line(str(value))
        return super().convert(value, param, ctx)


NAME = _Name()
json_option = click.option("--json", "as_json", is_flag=True, help="Trả lời bằng JSON.")


def answering(function: Callable[..., T]) -> Callable[..., T]:
    """For every command: it is given the context, and whether to answer in JSON (`as_json`)."""
    return json_option(click.pass_obj(function))


def _keep_request_id(context: click.Context, _option: click.Parameter, value: str | None) -> None:
    if value is not None and not value.strip():
        # A script whose variable is empty means to have one.
        raise click.UsageError("--request-id để trống: hãy ghi mã của yêu cầu.")
    kept = context.find_object(Context)
    if kept is not None:
        kept.request_id = (value or "").strip()


def _keep_confirmed(context: click.Context, _option: click.Parameter, confirmed: bool) -> None:
    kept = context.find_object(Context)
    if kept is not None:
        kept.clock_confirmed |= confirmed


def _keep_force(context: click.Context, _option: click.Parameter, force: bool) -> None:
    kept = context.find_object(Context)
    if kept is not None:
        kept.force |= force


force_option = click.Option(
    ["--force"],
    is_flag=True,
    expose_value=False,
    callback=_keep_force,
    help="Ghi đè lên tệp cùng loại đang có.",
)
"""For every command that writes a file a person names; whether it was given is `Context.force`."""
clock_option = click.Option(
    ["--clock-confirmed"],
    is_flag=True,
    expose_value=False,
    callback=_keep_confirmed,
    help="Ngày, giờ và múi giờ của máy đã được xem lại và đúng.",
)
"""For every command that writes a time; whether it was given is `Context.clock_confirmed`."""
request_id_option = click.Option(
    ["--request-id"],
    expose_value=False,
    callback=_keep_request_id,
    help="Mã của yêu cầu: chạy lại với mã đã dùng thì không làm lần nữa.",
)
"""For every command that changes something (`app.cli.changing`); the id is `Context.request_id`."""
