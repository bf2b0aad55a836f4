"""What import contracts cannot see: sizes of rooms, circles by types, dialects."""

import ast
import re
import sys
import tomllib
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from tests.house import ROOT, circles, files, imports, modules, name_of, outside, parsed

MOST_MODULES = 20
CROWDED: dict[str, str] = {
    "db/migrations/versions": "one for each schema there ever was: none can go",
}
"""Folders that hold more, each with its reason."""

DIALECT = {
    r"\bPRAGMA\b": "a pragma",
    r"\bON CONFLICT\b": "SQLite's and PostgreSQL's upsert",
    r"\bINSERT OR\b": "SQLite's upsert",
    r"\bMATCH\b": "FTS5's search",
    r"\browid\b": "SQLite's row number",
    r"\bBEGIN IMMEDIATE\b": "SQLite's write lock",
    r"\bsqlite_": "a name of SQLite's",
    r"\bjson_(?:each|extract)\b": "SQLite's JSON",
}
"""What a second engine would spell otherwise: written in db/engine alone."""


def test_no_folder_holds_more_modules_than_can_be_overlooked():
    held = defaultdict(list)
    for path in files("app", "db", "ui", "tests"):
        if path.name != "__init__.py":
            held[path.parent.relative_to(ROOT).as_posix()].append(path.name)
    crowded = {room for room, names in held.items() if len(names) > MOST_MODULES}
    assert crowded == set(CROWDED)


def test_no_module_imports_itself_by_way_of_others_not_even_for_types():
    graph = {name: set() for name in modules()}
    for one in imports():
        graph[one.by].add(one.of)
    assert circles(graph) == []


def test_the_rooms_in_every_folder_stand_in_order():
    graphs: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for one in imports():
        by, of = one.by.split("."), one.of.split(".")
        depth = next((n for n, (a, b) in enumerate(zip(by, of, strict=False)) if a != b), 0)
        if depth:  # the three top folders are ordered by the contract
            graphs[".".join(by[:depth])][by[depth]].add(of[depth])
    assert {folder: found for folder, graph in graphs.items() if (found := circles(graph))} == {}


def test_circles_are_found():
    graph = {"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}, "e": set()}
    assert circles(graph) == [["a", "b", "c"]]


@pytest.mark.parametrize("word", DIALECT)
def test_only_the_engine_speaks_a_dialect(word):
    strangers = {
        f"{path.relative_to(ROOT)}:{line}"
        for path, line, text in said()
        if not path.relative_to(ROOT).as_posix().startswith(("db/engine/", "db/migrations/"))
        if re.search(word, text)
    }
    assert strangers == set(), DIALECT[word]


@cache
def said() -> list[tuple[Path, int, str]]:
    """File, line and words of every string of the product that is no docstring."""
    return [
        (path, node.lineno, node.value) for path, tree in parsed().items() for node in texts(tree)
    ]


def texts(tree: ast.Module) -> list[ast.Constant]:
    """The strings of a module that are no docstrings."""
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    docs |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs
    ]


def test_only_the_engine_imports_sqlalchemys_sqlite():
    strangers = {
        name
        for name, tree in modules().items()
        if not name.startswith("db.engine.")
        and any(one.startswith("sqlalchemy.dialects") for one in outside(tree))
    }
    assert strangers == set()


def test_use_cases_hold_a_connection_and_speak_no_sql():
    held = {
        one
        for name, tree in modules().items()
        if name.startswith("app.")
        for one in outside(tree)
        if one.startswith("sqlalchemy")
    }
    assert held == {"sqlalchemy.Connection", "sqlalchemy.exc.SQLAlchemyError"}


def test_the_domain_needs_nothing_but_the_standard_library():
    allowed = sys.stdlib_module_names
    strangers = {
        f"{name}: {one}"
        for name, tree in modules().items()
        if name.startswith("app.domain")
        for one in outside(tree)
        if one.split(".")[0] not in allowed and not one.startswith("app.domain.")
    }
    assert strangers == set()


def test_every_module_of_app_is_a_room_with_a_place():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    named = {one.strip("() ") for layer in layers for one in re.split(r"[:|]", layer)}
    here = {name for name in modules() if name.count(".") == 1 and name.startswith("app.")}
    unplaced = {name for name in here if not any(f"{one}.".startswith(f"{name}.") for one in named)}
    assert unplaced == set(), "name it in the layers of pyproject.toml"


def test_every_room_says_in_its_first_line_what_it_is_for():
    silent = [
        path.relative_to(ROOT).as_posix()
        for path, tree in parsed().items()
        if not ast.get_docstring(tree) and not name_of(path).startswith("db.migrations.versions")
    ]
    assert silent == []
