"""The command line's root: global options, exit codes, and sentences for every refusal."""

import sys
from collections.abc import Callable
from pathlib import Path

import click

from app.cli import (
    cash,
    certification,
    dossiers,
    due,
    exchange,
    fees,
    keeping,
    office,
    scan,
    tariffs,
)
from app.cli.context import Context
from app.cli.tongue import speak, translation
from app.cli.usage import usage_fault
from app.cli.vietnamese import group
from app.domain.clock import Clock
from app.domain.errors import DeskError
from app.sentences import say
from db.folder import default_folder


def make_group(
    clock: Clock, translator: Callable[[str], Callable[[str], str] | None]
) -> click.Group:
    """The group of all verbs.

    Args:
        clock: the time every verb works with.
        translator: for a language code, how sentences are translated; None for Vietnamese.
    """

    def on_language(context: click.Context, _option: click.Parameter, lang: str) -> str:
        speak(context, translator(lang))
        return lang

    @group(context_settings={"help_option_names": ["-h", "--help"]})
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
        context.obj = Context(folder, officer.strip(), station, clock, lang)

    rooms = (office, tariffs, dossiers, certification, fees, cash, exchange, keeping)
    for verb in (
        *(verb for room in rooms for verb in room.VERBS),
        due.due,
        scan.scan,
        scan.scanner_sheet,
    ):
        motcua.add_command(verb)
    return motcua


def run(verbs: click.Group, arguments: list[str]) -> int:
    """Run one verb; the exit code: 0, 1 refused, 2 bad usage, 3 data damaged."""
    for stream in (sys.stdout, sys.stderr):
        # Windows consoles may not be UTF-8; words must come out all the same.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    context = None
    try:
        with verbs.make_context("motcua", list(arguments)) as context:
            verbs.invoke(context)
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
