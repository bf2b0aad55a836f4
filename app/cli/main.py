"""The command line's root: global options, exit codes, and sentences for every refusal."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import click

from app.cli.context import Context, OfficeCalendar
from app.cli.language import set_translation, translation
from app.cli.lazy import LazyCommand, LazyGroup
from app.cli.table import COMMANDS
from app.cli.usage import usage_fault
from app.domain.clock import Clock
from app.domain.errors import DeskError
from app.wording.refusals import say
from db.default_folder import default_folder


def make_group(
    clock: Clock,
    translation_into: Callable[[str], Callable[[str], str] | None],
    office_calendar: OfficeCalendar,
    further: Mapping[str, LazyCommand],
) -> LazyGroup:
    """The group of all commands.

    Args:
        clock: the time every command works with.
        translation_into: for a language code, how sentences are translated; None for Vietnamese.
        office_calendar: the calendar kept in a data folder.
        further: commands that stand in other rooms.
    """

    def on_language(context: click.Context, _option: click.Parameter, lang: str) -> str:
        set_translation(context, translation_into(lang))
        return lang

    @click.group(
        cls=LazyGroup,
        lazy={**COMMANDS, **further},
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    @click.option("--data", type=click.Path(path_type=Path), help="Thư mục dữ liệu.")
    @click.option(
        "--lang",
        type=click.Choice(["vi", "en"]),
        default="vi",
        is_eager=True,
        callback=on_language,
        help="Ngôn ngữ.",
    )
    @click.option("--officer", default="", help="Cán bộ thực hiện (mặc định: trong cài đặt).")
    @click.option("--station", type=click.IntRange(1, 99), default=1, help="Số quầy.")
    @click.pass_context
    def motcua(
        context: click.Context, data: Path | None, lang: str, officer: str, station: int
    ) -> None:
        """Một Cửa: quầy tiếp nhận hồ sơ. Không có lệnh nào thì mở cửa sổ."""
        folder = data or default_folder()
        context.obj = Context(folder, officer.strip(), station, clock, office_calendar, lang)

    return motcua


def run(commands: click.Group, arguments: list[str]) -> int:
    """Run one command; the exit code: 0, 1 refused, 2 bad usage, 3 data damaged."""
    for stream in (sys.stdout, sys.stderr):
        # Windows consoles may not be UTF-8; words must come out all the same.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    context = None
    try:
        with commands.make_context("motcua", list(arguments)) as context:
            commands.invoke(context)
    except DeskError as error:
        click.echo(say(error, translation(context)), err=True)
        return error.exit_code
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as error:
        click.echo(usage_fault(error, context), err=True)
        return 2
    except (click.Abort, KeyboardInterrupt):
        return 1
    return 0
