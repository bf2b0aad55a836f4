"""The program's entry: the window without a command, otherwise the command line.

What is loaded when is decided here and nowhere else: the window is painted before its first list
is loaded, that before the rest, and no command loads what another needs. This is the one module
whose
functions import.
"""

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.cli.lazy import LazyGroup
    from app.composition.parts import First, Loaders, Rest, Sitting
    from app.domain.clock import Clock
    from app.domain.deadline.working_calendar import WorkingCalendar
    from app.domain.errors import DeskError
    from ui.work import Work

_PRIVATE = 0o077
_OPTIONS = ("--data", "--lang", "--officer", "--station")
_WINDOW_COMMANDS = {
    "screenshot": (
        "app.demo.commands:screenshot",
        "Vẽ một màn hình với dữ liệu đang có ra PNG, không cần màn hình thật.",
    ),
    "tour": (
        "app.demo.commands:tour",
        (
            "Dẫn đi một vòng: dữ liệu luyện tập, một hồ sơ qua màn hình thật, giấy, ảnh, gói, "
            "kiểm tra."
        ),
    ),
}
"""Commands that need the window's rooms, as `app.cli.table` has the others."""


def window_options(arguments: list[str]) -> dict[str, str] | None:
    """The options given before the command, if there is no command and nothing else; else None.

    The window must not wait for the command line's library to load, so these few are read here.
    """
    found: dict[str, str] = {}
    rest = iter(arguments)
    for argument in rest:
        name, equals, value = argument.partition("=")
        if name not in _OPTIONS:
            return None
        given = value if equals else next(rest, None)
        if given is None:
            return None
        found[name[2:]] = given
    station = found.get("station", "1")
    is_sound = station.isascii() and station.isdigit() and 1 <= int(station) <= 99
    return found if is_sound and found.get("lang", "vi") in {"vi", "en"} else None


def main(arguments: list[str] | None = None) -> int:
    """Run the program; the exit code.

    Whatever it writes is its user's alone, whatever the system's habit: papers, packages and
    copies hold personal data.
    """
    habit = os.umask(_PRIVATE)
    try:
        return _run(sys.argv[1:] if arguments is None else arguments)
    finally:
        os.umask(habit)


def _run(arguments: list[str]) -> int:
    options = window_options(arguments)
    if options is None or not _are_names(arguments):
        return _run_command(arguments)  # which says what is wrong with them
    return _open_window(options)


def _are_names(arguments: list[str]) -> bool:
    if all(map(str.isprintable, arguments)):
        return True
    from app.cli.arguments import ArgumentNotText, require_on_one_line

    try:
        for argument in arguments:
            require_on_one_line(argument)
    except ArgumentNotText:
        return False
    return True


def _open_window(options: dict[str, str]) -> int:
    # Nothing made while the window starts is garbage; `ui.garbage` collects it from then on.
    gc.disable()
    from app.composition.window import open_window
    from db.default_folder import FolderNotNamed

    folder = options.get("data")
    try:
        place = Path(folder) if folder else _own_folder()
    except FolderNotNamed as error:
        print(_say(error), file=sys.stderr)  # noqa: T201 - there is no window to say it in
        return error.exit_code
    return open_window(
        place,
        loaders(),
        officer=options.get("officer", ""),
        station=int(options.get("station", "1")),
        language=options.get("lang"),
    )


def _own_folder() -> Path:
    """The user's own data folder: where that lies is looked up only without one given."""
    from db.default_folder import default_folder

    return default_folder()


def loaders() -> "Loaders":
    """How the window's further parts are loaded."""
    from app.composition.parts import Loaders

    return Loaders(_load_first, _load_rest, _say, _check_officer, _failed, _say_in_a_window)


def _check_officer(name: str) -> None:
    """Refuse an officer's name that cannot stand on papers."""
    from app.domain.actor import officer_named
    from app.printing.letters import require_printable

    require_printable(officer_named(name), field="officer")


def _load_first(sitting: "Sitting") -> "First":
    """The home screen with its first list, once the window is painted."""
    from app.composition.actions.home import FirstHome

    return FirstHome(sitting)


def _load_rest(sitting: "Sitting", work: "Work") -> "Rest":
    """Everything else, once the first list is painted."""
    from app.composition.desk import Desk
    from app.composition.session.session import Session

    session = Session(
        sitting.folder, sitting.clock, officer=sitting.officer, station=sitting.station
    )
    return Desk(session, work)


def _say(error: "DeskError") -> str:
    """The sentence of a refusal: the tables load with the first one."""
    from app.composition.session.words import say

    return say(error)


def _failed(error: Exception, folder: Path) -> "DeskError":
    """What is said of a mistake of the program's own."""
    from app.usecases.safety.failing import program_failed

    return program_failed(error, folder)


def _say_in_a_window(words: str) -> None:
    """Why the desk was not opened: a window to say it in is seldom needed."""
    from app.composition.refused_start import say_in_a_window

    say_in_a_window(words)


def _run_command(arguments: list[str]) -> int:
    from app.cli.main import run
    from app.composition.session.translation import translation_into

    english = translation_into("en") if "en" in arguments or "--lang=en" in arguments else None
    return run(commands(), arguments, translate=english)


def commands() -> "LazyGroup":
    """The command line."""
    from app.cli.lazy import LazyCommand
    from app.cli.main import make_group
    from app.composition.session.translation import translation_into
    from app.domain.clock import SystemClock

    further = {name: LazyCommand(*row) for name, row in _WINDOW_COMMANDS.items()}
    return make_group(SystemClock(), translation_into, _office_calendar, further)


def _office_calendar(folder: Path, clock: "Clock") -> "WorkingCalendar":
    """The calendar kept in a data folder: a deadline without one needs no database."""
    from app.cli.desk import office_calendar

    return office_calendar(folder, clock)


if __name__ == "__main__":
    sys.exit(main())
