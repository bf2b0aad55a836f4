"""The program's entry: the window without a command, otherwise the command line.

What is loaded when is decided here and nowhere else: the window is painted before its first list
is loaded, that before the rest, and no command loads what another needs. This is the one module
whose
functions import.
"""

import gc
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
    """Run the program; the exit code."""
    arguments = sys.argv[1:] if arguments is None else arguments
    options = window_options(arguments)
    return _run_command(arguments) if options is None else _open_window(options)


def _open_window(options: dict[str, str]) -> int:
    # Nothing made while the window starts is garbage; `ui.garbage` collects it from then on.
    gc.disable()
    from app.composition.window import open_window

    folder = options.get("data")
    return open_window(
        Path(folder) if folder else _own_folder(),
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

    return Loaders(_load_first, _load_rest, _say)


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


def _run_command(arguments: list[str]) -> int:
    from app.cli.main import run

    return run(commands(), arguments)


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
