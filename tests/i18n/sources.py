"""Every Vietnamese text that the program may ask a translation of, read out of its source.

Texts are looked up by their words alone (`app.composition.session.translation`), so that contexts
do not matter:
PySide asks under the names of a class and of all its bases, the command line under none.
"""

import ast
import inspect
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import click

from app import settings
from app.__main__ import commands
from app.cli.changing import equip
from app.cli.dossier import scan
from app.cli.office import imports
from app.wording import causes, terms

VIETNAMESE = re.compile(
    "[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]", re.IGNORECASE
)
ROOT = Path(__file__).parents[2]
_ARGUMENT = {
    "tr": 0,
    "translated": 0,
    "message": 0,
    "phrase": 0,
    "translate": 1,
    "translatable": 0,
}
"""Where the text stands among the arguments of each function that marks it."""


def sources() -> dict[str, str]:
    """Each text with the place where it is first marked, in the order of the places."""
    found: dict[str, str] = {}
    for room in ("ui", "app", "db"):
        for path in sorted((ROOT / room).rglob("*.py")):
            place = path.relative_to(ROOT).as_posix()
            for line, text in marked(path.read_text(encoding="utf-8")):
                found.setdefault(text, f"{place}:{line}")
    for place, texts in (_tables() | _help()).items():
        for text in texts:
            found.setdefault(text, place)
    return found


def marked(code: str) -> Iterator[tuple[int, str]]:
    """Line and text of every literal that `code` gives to a marking function."""
    for node in ast.walk(ast.parse(code)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else _name(node.func)
        nth = _ARGUMENT.get(name)
        if nth is not None and len(node.args) > nth:
            yield from _literals(node.args[nth])


def _literals(node: ast.expr) -> Iterator[tuple[int, str]]:
    """The text itself, or both sides of a choice."""
    if isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.lineno, node.value


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else ""


def _tables() -> dict[str, list[str]]:
    """Texts of tables whose keys are the domain's terms; translated where they are shown."""
    found = {module.__name__: list(_tabled(module)) for module in (terms, causes, imports, scan)}
    return found | {"app.settings": [expected for _, expected in settings._CHECKS.values()]}


def _tabled(module: ModuleType) -> Iterator[str]:
    """Every text of the tables of `module` that hold Vietnamese."""
    for table in vars(module).values():
        if isinstance(table, dict) and all(isinstance(text, str) for text in table.values()):
            texts = [*table.values()]
            if any(VIETNAMESE.search(text) for text in texts):
                yield from texts


def _help() -> dict[str, list[str]]:
    """What the command line says of its commands, options and their values."""
    top = commands()
    found = defaultdict(list)
    waiting: list[click.Command] = [
        top,
        *(equip(lazy.load(), name) for name, lazy in top.lazy.items()),
    ]
    while waiting:
        command = waiting.pop()
        place = f"help of {command.name}"
        if command.help:
            found[place].append(inspect.cleandoc(command.help))
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                found[place] += [text for text in (parameter.help, parameter.metavar) if text]
        if isinstance(command, click.Group):
            waiting += command.commands.values()
    return found | {"app/cli/vietnamese.py": ["In lời chỉ dẫn này rồi thôi."]}


def unmarked(code: str) -> Iterator[tuple[int, str]]:
    """Line and text of every Vietnamese literal in `code` that no marking function is given.

    Texts that stand alone (docstrings) are no words of the program.
    """
    tree = ast.parse(code)
    known = {id(part) for node in ast.walk(tree) for part in _set_aside(node)}
    for node in ast.walk(tree):
        text = getattr(node, "value", None) if isinstance(node, ast.Constant) else None
        if isinstance(text, str) and id(node) not in known and VIETNAMESE.search(text):
            yield node.lineno, text


def _set_aside(node: ast.AST) -> Iterator[ast.AST]:
    """Literals under `node` that are marked, or stand alone."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node.value
    elif isinstance(node, ast.Call):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else _name(node.func)
        nth = _ARGUMENT.get(name)
        if nth is not None and len(node.args) > nth:
            yield from ast.walk(node.args[nth])
