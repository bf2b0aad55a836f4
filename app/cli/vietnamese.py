"""Commands whose help speaks Vietnamese, or another language that was asked for."""

from collections.abc import Callable, Iterable
from inspect import cleandoc
from typing import Any

import click

from app.cli.language import translated, translation

_HEADINGS = {"Options": "Tùy chọn", "Commands": "Lệnh", "Positional arguments": "Tham số"}
_KINDS = {
    "INTEGER RANGE": "SỐ",
    "INTEGER": "SỐ",
    "DIRECTORY": "THƯ_MỤC",
    "FILE": "TỆP",
    "PATH": "ĐƯỜNG_DẪN",
    "TEXT": "CHỮ",
}
_REMARKS = {"[required]": "[bắt buộc]", "; required]": "; bắt buộc]", "[default: ": "[mặc định: "}


class _Formatter(click.HelpFormatter):
    """Writes the headings and kinds of values that click puts beside our words in Vietnamese."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or (None if translation() else "Cách dùng: "))

    def write_text(self, text: str) -> None:
        super().write_text(translated(text))

    def write_heading(self, heading: str) -> None:
        super().write_heading(heading if translation() else _HEADINGS.get(heading, heading))

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 34, col_spacing: int = 2
    ) -> None:
        super().write_dl([_row(*row) for row in rows], col_max, col_spacing)


def _row(names: str, words: str) -> tuple[str, str]:
    """A row as it is read; what click puts after our words in brackets is English already."""
    if translation() is None:
        return _replaced(names, _KINDS), _replaced(words, _REMARKS)
    ours, bracket, theirs = words.partition("  [")
    return " ".join(map(translated, names.split(" "))), translated(ours) + bracket + theirs


def _replaced(text: str, words: dict[str, str]) -> str:
    for theirs, ours in words.items():
        text = text.replace(theirs, ours)
    return text


class _Context(click.Context):
    formatter_class = _Formatter


class Command(click.Command):
    """A command; its help is Vietnamese."""

    context_class = _Context

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        theirs = super().collect_usage_pieces(ctx)
        return theirs if translation(ctx) else ["[TÙY CHỌN]...", *theirs[1:]]

    def get_short_help_str(self, limit: int = 45) -> str:
        return short_help(self.help, limit)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _helped(super().get_help_option(ctx))


class CommandGroup(click.Group):
    """Commands under one name; its help is Vietnamese."""

    context_class = _Context
    command_class = Command

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        if translation(ctx):
            return super().collect_usage_pieces(ctx)
        return ["[TÙY CHỌN]...", "LỆNH [THAM SỐ]..."]

    def get_short_help_str(self, limit: int = 45) -> str:
        return short_help(self.help, limit)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _helped(super().get_help_option(ctx))


def short_help(words: str | None, limit: int) -> str:
    """The first sentence of a command's help, as the list of commands has room for."""
    return click.Command(None, help=translated(cleandoc(words or ""))).get_short_help_str(limit)


def _helped(option: click.Option | None) -> click.Option | None:
    if option is not None:
        option.help = "In lời chỉ dẫn này rồi thôi."
    return option


def command(name: str | None = None) -> Callable[[Callable[..., Any]], Command]:
    """Makes a function a command, named as the function unless `name` says otherwise."""
    return click.command(name, cls=Command)


def group(**settings: Any) -> Callable[[Callable[..., Any]], CommandGroup]:  # noqa: ANN401 - click's
    """Makes a function a group of commands."""
    return click.group(cls=CommandGroup, **settings)
