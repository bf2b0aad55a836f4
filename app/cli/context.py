"""What every verb is given: the data folder, the acting officer, how to answer."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.domain.actor import Actor
from app.domain.clock import Clock, in_vietnam

if TYPE_CHECKING:
    # SQLAlchemy comes with it; `due` and `--help` must not wait for that.
    from app.usecases.desk import Desk


@dataclass(slots=True)
class Context:
    """Options given before the verb; what needs the database is opened when asked for."""

    folder: Path
    officer: str
    station: int
    clock: Clock
    language: str = "vi"

    @contextmanager
    def desk(self) -> Iterator["OpenDesk"]:
        """The opened data folder with who acts; closed cleanly afterwards."""
        from app.usecases import lookup, opening  # noqa: PLC0415 - `due` needs no database

        desk = opening.open_desk(self.folder, self.clock)
        try:
            settings = lookup.settings(desk)
            officer = self.officer or settings.officer
            yield OpenDesk(desk, Actor(officer, self.station))
        finally:
            desk.close()


@dataclass(frozen=True, slots=True)
class OpenDesk:
    """A desk and who acts at it."""

    desk: "Desk"
    actor: Actor


def answer(body: Mapping[str, object], text: str, *, as_json: bool) -> None:
    """Write a result: JSON for scripts, else short Vietnamese text."""
    click.echo(json.dumps(body, ensure_ascii=False) if as_json else text)


def iso(moment: datetime | None) -> str | None:
    """A moment as scripts read it: ISO 8601 in Vietnam time, or None."""
    return None if moment is None else in_vietnam(moment).isoformat(timespec="seconds")


json_option = click.option("--json", "as_json", is_flag=True, help="Trả lời bằng JSON.")
