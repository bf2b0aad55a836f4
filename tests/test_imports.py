"""Modules import at their top: what is loaded when is decided in the entry alone."""

import ast

from tests.house import ROOT, files, parsed

ALLOWED = {
    "app/__main__.py": "decides what is loaded when",
    "app/exchange/typed_sheet.py": "openpyxl, for whoever writes a sheet",
    "app/usecases/office/calendar_draft.py": "holidays, for years nobody announced",
}


def test_nothing_is_imported_inside_a_function():
    resources = {path: ast.parse(path.read_text("utf-8")) for path in files("resources")}
    found = {
        path.relative_to(ROOT).as_posix()
        for path, tree in (parsed() | resources).items()
        if imports_inside(tree)
    }
    assert found == set(ALLOWED)


def test_an_import_inside_a_function_is_seen():
    assert imports_inside(ast.parse("def f():\n    import json"))
    assert imports_inside(
        ast.parse("class C:\n    async def f(self):\n        if x:\n            from a import b")
    )
    assert not imports_inside(
        ast.parse("import json\nif True:\n    import re\nclass C:\n    x = 1")
    )


def imports_inside(tree: ast.Module) -> bool:
    """Whether a function of `tree` imports."""
    return any(
        isinstance(node, ast.Import | ast.ImportFrom)
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
    )
