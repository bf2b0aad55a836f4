"""What an entrance is: a way by which something from outside comes in, and how it is tried."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from app.usecases.desk import Desk


@dataclass
class World:
    """An office to come into; `files` holds good examples that were made from it.

    Attributes:
        desk: opened.
        place: a folder for files that are read.
        code: of a dossier there is.
        files: a good answer file, package and backup, by name.
        tried: what rows want to be remembered of what they tried.
    """

    desk: Desk
    place: Path
    code: str
    files: dict[str, Any] = field(default_factory=dict)
    tried: set[str] = field(default_factory=set)

    def file(self, content: bytes, name: str = "x") -> Path:
        """A file with `content`."""
        path = self.place / name
        path.write_bytes(content)
        return path


@dataclass(frozen=True)
class Entrance:
    """A row of the table.

    Attributes:
        name: what comes in.
        count: how many bad inputs each run tries.
        samples: good examples, or the name of the world's file that is one.
        mutate: how a good one is made bad: dice, sample, all samples.
        take: lets it in; what it refuses is a `DeskError` and leaves everything as it was.
        commands: commands that read a file of this kind.
        modules: modules that read such with `app.outside`.
        readers: functions of the domain that are tried here, by module and name.
    """

    name: str
    count: int
    samples: tuple[Any, ...] | str
    mutate: Callable[[Random, Any, Any], Any]
    take: Callable[[World, Any, Random], object]
    commands: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()
    readers: tuple[Callable[..., object], ...] = ()


def samples_of(entrance: Entrance, world: World) -> tuple[Any, ...]:
    """The good examples of a row."""
    if isinstance(entrance.samples, str):
        return tuple(world.files[entrance.samples])
    return entrance.samples
