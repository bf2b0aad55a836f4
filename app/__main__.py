"""The program's entry: the window without a verb, otherwise the command line."""

import sys
from pathlib import Path

_OPTIONS = ("--data", "--lang", "--officer", "--station")


def window_options(arguments: list[str]) -> dict[str, str] | None:
    """The options given before the verb, if there is no verb and nothing else; else None.

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
    if options is not None:
        from app.wiring.hasten import hasten  # noqa: PLC0415 - the window alone needs Qt

        hasten()
        from app.wiring.window import open_window  # noqa: PLC0415 - after it

        folder = options.get("data")
        return open_window(
            Path(folder) if folder else None,
            officer=options.get("officer", ""),
            station=int(options.get("station", "1")),
            language=options.get("lang"),
        )
    from app.cli.main import make_group, run  # noqa: PLC0415 - the command line alone needs it
    from app.domain.clock import SystemClock  # noqa: PLC0415 - with it
    from app.wiring.translation import translator  # noqa: PLC0415 - with it
    from app.wiring.verbs import VERBS  # noqa: PLC0415 - with it

    group = make_group(SystemClock(), translator)
    for verb in VERBS:
        group.add_command(verb)
    return run(group, arguments)


if __name__ == "__main__":
    sys.exit(main())
