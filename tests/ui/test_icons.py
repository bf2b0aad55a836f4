"""The icons that are shipped are those the window draws."""

import ast
from pathlib import Path

import resources
from tests.house import files


def test_every_icon_is_drawn_somewhere():
    kept = {path.stem for path in (Path(resources.__file__).parent / "icons").glob("*.svg")}
    named = {
        node.value
        for path in files("ui")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
    }
    assert kept <= named
