"""The use cases as their source says: what each opens, by which permission, and whom it calls."""

import ast
from dataclasses import dataclass
from functools import cache

from tests.house import files


@dataclass(frozen=True)
class UseCase:
    """A public function that is given the desk; `opens` are ("unit" or "view", permission)."""

    module: str
    name: str
    opens: frozenset[tuple[str, str]]
    calls: frozenset[str]
    takes: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.module}.{self.name}"


def functions(tree: ast.AST) -> list[ast.FunctionDef]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


def opened(function: ast.FunctionDef) -> frozenset[tuple[str, str]]:
    """Units and views that `function` opens, by the permissions they name."""
    found = set()
    for node in ast.walk(function):
        if isinstance(node, ast.With):
            for item in node.items:
                call = item.context_expr
                if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute):
                    kind = call.func.attr
                    if kind in {"unit", "view"}:
                        found.add((kind, ast.unparse(call.args[1]).removeprefix("Permission.")))
    return frozenset(found)


def called(function: ast.FunctionDef) -> frozenset[str]:
    """Names of what `function` calls, without the modules they stand in."""
    return frozenset(
        node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
        for node in ast.walk(function)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name)
    )


@cache
def use_cases() -> tuple[UseCase, ...]:
    """Every public function of the use cases whose first argument is the desk."""
    return tuple(case for case in public_functions() if case.takes[:1] == ("desk",))


@cache
def public_functions() -> tuple[UseCase, ...]:
    """Every public function of the use cases, with what its module's private ones do for it."""
    found = []
    for path in files("app/usecases"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        own = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
        for name, node in own.items():
            if name.startswith("_"):
                continue
            takes = tuple(a.arg for a in (*node.args.args, *node.args.kwonlyargs))
            parts = _with_parts(node, own)
            opens = frozenset().union(*map(opened, parts))
            calls = frozenset().union(*map(called, parts))
            found.append(UseCase(path.stem, name, opens, calls, takes))
    return tuple(found)


def _with_parts(node: ast.FunctionDef, own: dict[str, ast.FunctionDef]) -> list[ast.FunctionDef]:
    """`node` and the private functions of its module that it comes to."""
    found, waiting = [], [node]
    while waiting:
        part = waiting.pop()
        if part not in found:
            found.append(part)
            waiting += [own[name] for name in called(part) if name in own and name.startswith("_")]
    return found


def changing() -> tuple[UseCase, ...]:
    """Those that open a writing unit."""
    return tuple(case for case in use_cases() if any(kind == "unit" for kind, _ in case.opens))
