"""Which tests belong to a change: those that use it, or what uses it, the nearest first."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.house import ROOT, files, name_of
from tests.mutate.mutants import Mutant, named

ASIDE = {"bench", "composition", "crash", "demo", "fonts", "i18n", "journeys", "mutate", "packaged",
         "ui", "test_concurrent_money.py", "test_concurrent_numbers.py"}  # fmt: skip
"""Tests that open windows, measure, or take minutes for one mutant."""
MOST = 60
"""Tests for one mutant."""
FAR = 12
"""Steps from a part to a test; further ones are no tests of it."""


def nearest_tests(mutant: Mutant) -> list[str]:
    """The tests that belong to a change as pytest names them, the nearest first.

    Steps are counted from part to part: a function, class or constant of a module is a step from
    whatever names it, a fixture one from whoever takes it. The tests of a file that is called like
    the module come before all others; of tests equally far those of a file that is called like a
    module on the way.
    """
    steps = _steps(name_of(mutant.file), mutant.within)
    nouns = _nouns(mutant, steps)

    def order(test: str) -> tuple[bool, int, int, str]:
        file = test.rpartition(".")[0]
        is_its_own = file.rpartition(".")[2] == f"test_{mutant.file.stem}"
        return (not is_its_own, steps[test], -len(nouns & _words(file)), test)

    tests = [part for part in steps if _is_test(part)]
    return [_as_pytest_says(part) for part in sorted(tests, key=order)[:MOST]]


def by_file(tests: list[str]) -> list[str]:
    """The same tests, those of a file together, so that what they share is made once."""
    first = {}
    for place, test in enumerate(tests):
        first.setdefault(test.partition("::")[0], place)
    return sorted(tests, key=lambda test: first[test.partition("::")[0]])


def _steps(module: str, within: str) -> dict[str, int]:
    """How many steps lie between a part and each that uses it by any way; itself is none."""
    steps = {f"{module}.{name}": 0 for name in ([within] if within else _parts()[module])}
    steps[module] = 1  # whoever hands the whole module on
    waiting = list(steps)
    for one in waiting:
        if steps[one] == FAR or _is_test(one):
            continue
        for user in sorted(_users()[one] - steps.keys()):
            steps[user] = steps[one] + 1
            waiting.append(user)
    return steps


def _nouns(mutant: Mutant, steps: dict[str, int]) -> set[str]:
    """The words a test's path may share with the module of a change and its nearest users."""
    near = [part.rpartition(".")[0] for part, far in steps.items() if far <= 1]
    users = {word for module in near if not module.startswith("tests.") for word in _words(module)}
    return users | _words(name_of(mutant.file))


def _words(module: str) -> set[str]:
    *rooms, last = module.split(".")[1:]
    return {*rooms, last.removeprefix("test_")}


def _is_test(part: str) -> bool:
    module, _, name = part.rpartition(".")
    return name.startswith("test_") and module.rpartition(".")[2].startswith("test_")


def _as_pytest_says(part: str) -> str:
    module, _, name = part.rpartition(".")
    return f"{module.replace('.', '/')}.py::{name}"


@cache
def _users() -> dict[str, set[str]]:
    """By which parts each module, and each part of one, is named: of the product and the tests."""
    found = defaultdict(set)
    for module, parts in _parts().items():
        for name, mentioned in parts.items():
            for one in mentioned:
                found[one].add(f"{module}.{name}")
    return found


@cache
def _parts() -> dict[str, dict[str, set[str]]]:
    """The parts of each module, and what each of them names, dotted."""
    trees = {name_of(path): ast.parse(path.read_bytes()) for path in (*files(), *_tests())}
    own = {
        module: {name for part in tree.body for name in _names(part)}
        for module, tree in trees.items()
    }
    imported = {module: _imported(tree) for module, tree in trees.items()}

    def made(name: str) -> str:
        """What stands under a dotted name: a part a module only hands on is another's."""
        module, _, part = name.rpartition(".")
        handed_on = module in own and part not in own[module] and part in imported[module]
        return made(imported[module][part]) if handed_on else name

    found: dict[str, dict[str, set[str]]] = {}
    for module, tree in trees.items():
        known = _fixtures(module, own) | imported[module]
        known |= {name: f"{module}.{name}" for name in own[module] if name}
        whole = {name for name, of in known.items() if of in trees}
        found[module] = defaultdict(set)
        for part in tree.body:
            mentioned = set(map(made, _mentioned(part, known, whole)))
            for name in _names(part):
                found[module][name] |= mentioned
    return found


def _names(part: ast.stmt) -> list[str]:
    """What a part is called; several names where several are given values at once."""
    match part:
        case ast.Assign(targets=[ast.Tuple(elts=several)]):
            return [one.id for one in several if isinstance(one, ast.Name)]
        case _:
            return [named(part)]


def _fixtures(module: str, own: dict[str, set[str]]) -> dict[str, str]:
    """What tests may take by its name alone: parts of each `conftest` above them."""
    if not module.startswith("tests."):
        return {}
    rooms = module.split(".")[:-1]
    above = [".".join([*rooms[:nth], "conftest"]) for nth in range(1, len(rooms) + 1)]
    return {name: f"{one}.{name}" for one in above for name in own.get(one, ()) if name}


def _imported(tree: ast.Module) -> dict[str, str]:
    """The names a module gives to what it imports, and what they are."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {one.asname or one.name: one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {one.asname or one.name: f"{node.module}.{one.name}" for one in node.names}
    return found


def _mentioned(part: ast.stmt, known: dict[str, str], whole: set[str]) -> Iterator[str]:
    """What of `known` a part names; of modules, which are `whole`, the part that is meant."""
    looked_into = set()
    for node in ast.walk(part):
        match node:
            case ast.Attribute(value=ast.Name(id=name) as of, attr=attribute) if name in whole:
                looked_into.add(of)
                yield f"{known[name]}.{attribute}"
            case ast.Name(id=name) | ast.arg(arg=name) if name in known:
                if node not in looked_into:
                    yield known[name]


def _tests() -> list[Path]:
    return [
        path
        for path in (ROOT / "tests").rglob("*.py")
        if not ASIDE & set(path.relative_to(ROOT).parts)
        and not (path.parent == ROOT / "tests" and path.name.startswith("test_"))
    ]
