"""Commands whose help and usage faults speak Vietnamese."""

from collections.abc import Callable, Iterable
from typing import Any

import click

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
        super().write_usage(prog, args, prefix or "Cách dùng: ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(_HEADINGS.get(heading, heading))

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        told = [(_replaced(names, _KINDS), _replaced(words, _REMARKS)) for names, words in rows]
        super().write_dl(told, col_max, col_spacing)


def _replaced(text: str, words: dict[str, str]) -> str:
    for theirs, ours in words.items():
        text = text.replace(theirs, ours)
    return text


class _Context(click.Context):
    formatter_class = _Formatter


class Verb(click.Command):
    """A verb; its help is Vietnamese."""

    context_class = _Context

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return ["[TÙY CHỌN]...", *super().collect_usage_pieces(ctx)[1:]]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _helped(super().get_help_option(ctx))


class VerbGroup(click.Group):
    """Verbs under one name; its help is Vietnamese."""

    context_class = _Context
    command_class = Verb

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        del ctx
        return ["[TÙY CHỌN]...", "LỆNH [THAM SỐ]..."]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _helped(super().get_help_option(ctx))


def _helped(option: click.Option | None) -> click.Option | None:
    if option is not None:
        option.help = "In lời chỉ dẫn này rồi thôi."
    return option


def verb(name: str | None = None) -> Callable[[Callable[..., Any]], Verb]:
    """Makes a function a verb, named as the function unless `name` says otherwise."""
    return click.command(name, cls=Verb)


def group(**settings: Any) -> Callable[[Callable[..., Any]], VerbGroup]:  # noqa: ANN401 - click's
    """Makes a function a group of verbs."""
    return click.group(cls=VerbGroup, **settings)
