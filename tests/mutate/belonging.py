"""Which tests belong to a change: those that use it, or what uses it, the nearest first."""

import ast
from collections import defaultdict
from functools import cache
from pathlib import Path

from tests.house import ROOT, files, name_of
from tests.mutate.mutants import Mutant, named

ASIDE = {"bench", "composition", "demo", "fonts", "i18n", "journeys", "mutate", "packaged", "ui"}
"""Folders of tests that open windows, measure, or take minutes for one mutant."""
MOST = 8
"""Files of tests for one mutant."""
FAR = 5
"""Steps from module to test; further ones are no tests of it."""


def nearest_tests(mutant: Mutant) -> list[str]:
    """Paths of the files of tests that belong to a change, the nearest first."""
    far = _distances(mutant)
    nouns = {*mutant.file.relative_to(ROOT).with_suffix("").parts[1:]}

    def order(test: Path) -> tuple[int, int, int]:
        shared = nouns & {*test.relative_to(ROOT).parts, *test.stem.split("_", 1)}
        return (far[test], -len(shared), test.stat().st_size)

    return [str(test.relative_to(ROOT)) for test in sorted(far, key=order)[:MOST]]


def _distances(mutant: Mutant) -> dict[Path, int]:
    """How many imports lie between each file of tests and the change."""
    module = name_of(mutant.file)
    names = _users_within(mutant.file, mutant.within)
    steps = {user: 1 for name in names for user in _importers()[f"{module}.{name}"]}
    steps |= dict.fromkeys(_importers()[module], 1)
    waiting = list(steps)
    for one in waiting:
        further = set() if steps[one] >= FAR else _users()[one]
        for user in further - steps.keys():
            steps[user] = steps[one] + 1
            waiting.append(user)
    return {
        ROOT / f"{name.replace('.', '/')}.py": far
        for name, far in steps.items()
        if name.rpartition(".")[2].startswith("test_")
    }


@cache
def _users_within(file: Path, name: str) -> frozenset[str]:
    """`name`, and whatever of its module uses it, by any way; all of the module for no name."""
    parts = {named(part): part for part in ast.parse(file.read_bytes()).body}
    used = {
        one: {node.id for node in ast.walk(part) if isinstance(node, ast.Name)}
        for one, part in parts.items()
    }
    found = {name} if name else set(parts)
    while more := {one for one in used if used[one] & found} - found:
        found |= more
    return frozenset(found)


@cache
def _importers() -> dict[str, set[str]]:
    """By whom each module, and each name of a module, is imported: of the product and the tests."""
    found = defaultdict(set)
    for path in (*files(), *_tests()):
        for of in _imported(path):
            found[of].add(name_of(path))
    return found


@cache
def _users() -> dict[str, set[str]]:
    """By whom each module is used, whatever of it."""
    found = defaultdict(set)
    for of, by in _importers().items():
        found[of] |= by
        found[of.rpartition(".")[0]] |= by
    return found


def _tests() -> list[Path]:
    return [
        path
        for path in (ROOT / "tests").rglob("*.py")
        if not ASIDE & set(path.relative_to(ROOT).parts)
        and not (path.parent == ROOT / "tests" and path.name.startswith("test_"))
    ]


def _imported(path: Path) -> set[str]:
    """Dotted names `path` imports: modules, and names of modules."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{one.name}" for one in node.names}
    return found
