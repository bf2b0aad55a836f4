"""The command line's root: global options, exit codes, and sentences for every refusal."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import click

from app.cli import terminal
from app.cli.arguments import before_scanned, require_text, system_refused
from app.cli.context import NAME, PATH, CommandClock, Context, OfficeCalendar
from app.cli.language import set_translation, translation
from app.cli.lazy import LazyCommand, LazyGroup
from app.cli.table import COMMANDS
from app.cli.usage import usage_fault
from app.domain.clock import Clock
from app.domain.errors import DeskError
from app.usecases.safety.failing import program_failed
from app.wording.refusals import Translate, say
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
    @click.option("--data", type=PATH, help="Thư mục dữ liệu.")
    @click.option(
        "--lang",
        type=click.Choice(["vi", "en"]),
        default="vi",
        is_eager=True,
        callback=on_language,
        help="Ngôn ngữ.",
    )
    @click.option(
        "--officer", type=NAME, default="", help="Cán bộ thực hiện (mặc định: trong cài đặt)."
    )
    @click.option("--station", type=click.IntRange(1, 99), default=1, help="Số quầy.")
    @click.option("--clock-confirmed", is_flag=True, help="Ngày, giờ và múi giờ của máy đúng.")
    @click.pass_context
    def motcua(
        context: click.Context,
        data: Path | None,
        lang: str,
        officer: str,
        station: int,
        clock_confirmed: bool,
    ) -> None:
        """Một Cửa: quầy tiếp nhận hồ sơ. Không có lệnh nào thì mở cửa sổ."""
        folder = data or default_folder()
        context.obj = Context(
            folder, officer.strip(), station, CommandClock(clock), office_calendar, lang,
            clock_confirmed=clock_confirmed,
        )  # fmt: skip

    return motcua


def _with_value(group: click.Group) -> frozenset[str]:
    options = (one for one in group.params if isinstance(one, click.Option) and not one.is_flag)
    return frozenset(name for one in options for name in one.opts)


def run(commands: click.Group, arguments: list[str], *, translate: Translate | None = None) -> int:
    """Run one command; the exit code: 0, 1 refused, 2 bad usage, 3 data damaged.

    Args:
        commands: all of them.
        arguments: the words of the command.
        translate: how a refusal is said before the language asked for is known to the parser.
    """
    for stream in (sys.stdout, sys.stderr):
        # Windows consoles may not be UTF-8; words must come out all the same.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    context = None
    try:
        require_text(before_scanned(arguments, _with_value(commands)))
        with commands.make_context("motcua", list(arguments)) as context:
            commands.invoke(context)
    except click.exceptions.Exit as done:
        return done.exit_code
    except (click.Abort, KeyboardInterrupt):
        return 1
    except Exception as error:  # noqa: BLE001 - outermost: nobody is shown a traceback
        return _refused(error, context, translate)
    return 0


def _folder(context: click.Context | None) -> Path | None:
    """The data folder the command works on, where the options before it were understood."""
    kept = context.obj if context is not None else None
    return kept.folder if isinstance(kept, Context) else None


def _refused(error: Exception, context: click.Context | None, translate: Translate | None) -> int:
    """Say what went wrong in a sentence; the exit code it ends in."""
    if isinstance(error, click.ClickException):
        terminal.write(usage_fault(error, context), err=True)
        return 2
    if isinstance(error, OSError):
        error = system_refused(error)
    elif not isinstance(error, DeskError):
        error = program_failed(error, _folder(context))
    terminal.write(say(error, translation(context) or translate), err=True)
    return error.exit_code
