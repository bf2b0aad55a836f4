"""What every command is given: the data folder, the acting officer, how to answer."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

import click

from app.cli.language import translated
from app.domain.clock import Clock, in_vietnam
from app.domain.deadline.working_calendar import WorkingCalendar

OfficeCalendar = Callable[[Path, Clock], WorkingCalendar]
"""The calendar kept in a data folder; most of the program loads with the first call."""


class RepeatableRequest(Protocol):
    """What is known of the request once it was carried out (`app.usecases.unit.Request`)."""

    repeated: bool


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
    request: RepeatableRequest | None = None


def answer(body: Mapping[str, object], text: str, *, as_json: bool) -> None:
    """Write a result: JSON for scripts, else short Vietnamese text.

    A request that was answered before is answered the same, and says so.
    """
    context = click.get_current_context().find_object(Context)
    if context is not None and context.request is not None and context.request.repeated:
        body = {**body, "repeated": True}
        text = "\n".join([translated("Yêu cầu này đã được thực hiện trước đó."), text]).strip()
    click.echo(json.dumps(body, ensure_ascii=False) if as_json else text)


def iso(moment: datetime | None) -> str | None:
    """A moment as scripts read it: ISO 8601 in Vietnam time, or None."""
    return None if moment is None else in_vietnam(moment).isoformat(timespec="seconds")


json_option = click.option("--json", "as_json", is_flag=True, help="Trả lời bằng JSON.")


def _keep_request_id(context: click.Context, _option: click.Parameter, value: str | None) -> None:
    if (
        value is not None and not value.strip()
    ):  # a script whose variable is empty means to have one
        raise click.UsageError("--request-id để trống: hãy ghi mã của yêu cầu.")
    kept = context.find_object(Context)
    if kept is not None:
        kept.request_id = (value or "").strip()


request_id_option = click.option(
    "--request-id",
    expose_value=False,
    callback=_keep_request_id,
    help="Mã của yêu cầu: chạy lại với mã đã dùng thì không làm lần nữa.",
)
"""For every command that changes something; the id is `Context.request_id`."""
