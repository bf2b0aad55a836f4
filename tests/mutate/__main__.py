"""Change a sample of places, one at a time, and run the tests that belong there: `run.py mutate`.

    python3 run.py mutate [ROOM …] [--sample N] [--seed S] [--list]

A room is `domain`, `exchange`, `stores` (all three without one) or a path such as
`app/domain/money`. The change is made in a copy of the tree; the tree itself is never touched.
Tests that fail without any change count for nothing. Exit code 1: fewer than 92 of 100 noticed.

An own one of few lines: mutmut runs only where processes fork (not on Windows), puts so-called
trampolines into the source, which tests of the house read, and first runs every test of a room;
cosmic-ray changes files where they lie, so that a kill leaves a changed product, and brings aiohttp
and GitPython.
"""

import argparse
import os
import random
import shutil
import sys
import tempfile
from functools import cache
from pathlib import Path

from tests.house import ROOT, files
from tests.mutate.belonging import by_file, nearest_tests
from tests.mutate.mutants import Mutant, mutants_of
from tests.mutate.running import ENDLESS, failing

ROOMS = {"domain": "app/domain", "exchange": "app/exchange", "stores": "db/stores"}
LEAST = 92
"""Of a hundred mutants so many must be noticed."""
NEAREST = 12
"""Tests that are run first: they notice most."""
_COPIED = ("app", "db", "ui", "resources", "tests", "docs", "pyproject.toml", "run.py", "README.md",
           "CHANGELOG.md", "requirements.txt", "requirements-dev.txt", "build.spec")  # fmt: skip


def main(arguments: list[str]) -> int:
    asked = _asked(arguments)
    dice = random.Random(asked.seed)
    sample = [one for room in asked.rooms or ROOMS for one in _some(room, asked.sample, dice)]
    if asked.list:
        print(*sample, sep="\n")
        return 0
    if os.name == "posix":
        os.nice(5)
    with tempfile.TemporaryDirectory(prefix="motcua-mutate-") as folder:
        tree = Path(folder)
        _copy(tree)
        survivors = [one for nth, one in enumerate(sample, 1) if _survives(tree, one, nth)]
    share = 100 * (len(sample) - len(survivors)) / len(sample)
    print(f"\n{len(sample)} mutants, {len(sample) - len(survivors)} noticed: {share:.1f} %")
    print(*(f"survived: {one}" for one in survivors), sep="\n")
    return 0 if share >= LEAST else 1


def _asked(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run.py mutate")
    parser.add_argument("rooms", nargs="*", metavar="ROOM")
    parser.add_argument("--sample", type=int, default=24, help="mutants of each room")
    parser.add_argument("--seed", type=int, default=9)
    parser.add_argument("--list", action="store_true", help="only name the mutants")
    return parser.parse_args(arguments)


def _some(room: str, count: int, dice: random.Random) -> list[Mutant]:
    place = ROOMS.get(room, room)
    modules = files(place) if (ROOT / place).is_dir() else [ROOT / place]
    everything = [one for file in modules for one in mutants_of(file)]
    return dice.sample(everything, min(count, len(everything)))


def _copy(tree: Path) -> None:
    for name in _COPIED:
        if (ROOT / name).is_dir():
            left_out = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / name, tree / name, ignore=left_out)
        else:
            shutil.copy(ROOT / name, tree / name)


def _survives(tree: Path, mutant: Mutant, nth: int) -> bool:
    """Whether the tests pass all the same; says so in a line."""
    chosen = nearest_tests(mutant)
    target = tree / mutant.file.relative_to(ROOT)
    kept, since = target.read_bytes(), target.stat()
    target.write_bytes(mutant.put_into(kept))
    # Python tells a changed module by its second: each mutant has one of its own.
    os.utime(target, (since.st_atime, since.st_mtime + 10 * nth))
    failed = _failing_of(tree, chosen[:NEAREST]) or _failing_of(tree, chosen[NEAREST:])
    target.write_bytes(kept)
    os.utime(target, (since.st_atime, since.st_mtime))
    is_noticed = bool(failed) and _passes_unchanged(tree, failed)
    print(f"{nth:3} {'noticed ' if is_noticed else 'SURVIVED'} {mutant}", flush=True)
    return not is_noticed


def _failing_of(tree: Path, tests: list[str]) -> tuple[str, ...]:
    """What of the tests fails first; all of them where they do not end."""
    ordered = by_file(tests)
    failed = failing(tree, ordered)
    return tuple(ordered) if failed == ENDLESS else (failed,) if failed else ()


@cache
def _passes_unchanged(tree: Path, tests: tuple[str, ...]) -> bool:
    """Whether `tests` pass, and end, as the product is: else they have noticed nothing."""
    return not failing(tree, list(tests))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
