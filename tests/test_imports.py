"""Modules import at their top: what is loaded when is decided in the entry alone."""

import ast
from pathlib import Path

ROOT = Path(__file__).parent.parent
ROOMS = ("app", "db", "resources", "ui")
ALLOWED = {
    "app/__main__.py": "decides what is loaded when",
    "app/usecases/office/calendar_draft.py": "holidays, for years nobody announced",
}


def test_nothing_is_imported_inside_a_function():
    found = {
        path.relative_to(ROOT).as_posix()
        for room in ROOMS
        for path in (ROOT / room).rglob("*.py")
        if imports_inside(path.read_text(encoding="utf-8"))
    }
    assert found == set(ALLOWED)


def test_an_import_inside_a_function_is_seen():
    assert imports_inside("def f():\n    import json")
    assert imports_inside(
        "class C:\n    async def f(self):\n        if x:\n            from a import b"
    )
    assert not imports_inside("import json\nif True:\n    import re\nclass C:\n    x = 1")


def imports_inside(code: str) -> bool:
    """Whether a function of `code` imports."""
    return any(
        isinstance(node, ast.Import | ast.ImportFrom)
        for function in ast.walk(ast.parse(code))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
    )
