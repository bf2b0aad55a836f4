"""Files a command writes for a person: never over what is there, unless that was asked for."""

from pathlib import Path

from app.cli.context import Context, NamedPath
from app.exchange.target import Kind, Target


class OutputFile(NamedPath):
    """A file to be written: its command is given `--force` (`app.cli.changing.equip`)."""

    def __init__(self) -> None:
        super().__init__(path_type=Path)


def target_of(context: Context, path: Path, kind: Kind) -> Target:
    """The file at `path`, not yet looked at, that is to be one of `kind`."""
    return Target(path, kind, context.folder, replaces=context.force)
