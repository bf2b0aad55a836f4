"""The house as its tests see it: the product's modules and who imports whom, types included."""

import ast
import gc
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
ROOMS = ("app", "db", "ui")


@dataclass(frozen=True)
class Import:
    """One import of a module of ours."""

    by: str
    of: str
    line: int


def files(*rooms: str) -> list[Path]:
    """Every Python file of `rooms`, or of the whole product."""
    return [
        path
        for room in rooms or ROOMS
        for path in sorted((ROOT / room).rglob("*.py"))
        if "__pycache__" not in path.parts
    ]


def name_of(path: Path) -> str:
    """The dotted name of the module at `path`."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@cache
def parsed() -> dict[Path, ast.Module]:
    """Every module of the product by its path; read once a run, for everybody to look at only."""
    found = {path: ast.parse(path.read_text(encoding="utf-8")) for path in files()}
    gc.collect()
    gc.freeze()  # a million objects that stay: garbage is looked for elsewhere
    return found


@cache
def modules() -> dict[str, ast.Module]:
    """Every module of the product by its dotted name."""
    return {name_of(path): tree for path, tree in parsed().items()}


@cache
def imports() -> list[Import]:
    """Every import of one module of the product by another, wherever it stands."""
    return [
        Import(name, target, node.lineno)
        for name, tree in modules().items()
        for node in _import_nodes(tree)
        for target in _targets(node)
    ]


def outside(tree: ast.Module) -> set[str]:
    """The dotted names a module imports, ours or others'."""
    return {name for node in _import_nodes(tree) for name in _named(node)}


def circles(graph: dict[str, set[str]]) -> list[list[str]]:
    """What imports itself by way of others: strongly connected parts of `graph`, sorted."""
    reach = {start: _reached(graph, start) for start in graph}
    found = {
        tuple(sorted(other for other in reach[one] if one in reach.get(other, ())))
        for one in graph
        if one in reach[one]
    }
    return sorted(map(list, found))


def _reached(graph: dict[str, set[str]], start: str) -> set[str]:
    seen: set[str] = set()
    waiting = list(graph.get(start, ()))
    while waiting:
        one = waiting.pop()
        if one not in seen:
            seen.add(one)
            waiting += graph.get(one, ())
    return seen


def _import_nodes(tree: ast.Module) -> Iterator[ast.Import | ast.ImportFrom]:
    """Wherever they stand: at the top, for types alone, in a function."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom))


def _named(node: ast.Import | ast.ImportFrom) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [f"{node.module}.{alias.name}" for alias in node.names]


def _targets(node: ast.Import | ast.ImportFrom) -> set[str]:
    """The modules of ours that are loaded: a name out of a module counts as the module."""
    found = set()
    for name in _named(node):
        if name in modules():
            found.add(name)
        elif isinstance(node, ast.ImportFrom) and node.module in modules():
            found.add(node.module)
    return found
