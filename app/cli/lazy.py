"""Commands that are loaded when they are called: click's lazy group.

What the list of commands says of each stands in its table: `--help` loads none of them.
"""

from collections.abc import Mapping
from importlib import import_module
from typing import Any, NamedTuple

import click

from app.cli.changing import equip
from app.cli.vietnamese import CommandGroup, short_help


class LazyCommand(NamedTuple):
    """Where a command stands (``module:attribute``), and its help (tested to be its own)."""

    place: str
    help: str

    def load(self) -> click.Command:
        """The command."""
        module, _, attribute = self.place.partition(":")
        found = getattr(import_module(module), attribute)
        assert isinstance(found, click.Command)  # noqa: S101 - the table is tested
        return found


class LazyGroup(CommandGroup):
    """A group whose commands stand in a table."""

    def __init__(self, *arguments: Any, lazy: Mapping[str, LazyCommand], **settings: Any) -> None:  # noqa: ANN401 - click's
        super().__init__(*arguments, **settings)
        self.lazy = dict(lazy)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted([*super().list_commands(ctx), *self.lazy])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        lazy = self.lazy.get(cmd_name)
        if lazy is None:
            return super().get_command(ctx, cmd_name)
        return equip(lazy.load(), cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        names = self.list_commands(ctx)
        limit = formatter.width - 6 - max(map(len, names))
        with formatter.section("Commands"):
            formatter.write_dl([(name, short_help(self.lazy[name].help, limit)) for name in names])
