"""The import contracts of pyproject.toml catch what they are there to catch."""

import ast
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
VIOLATIONS = {
    "Rooms lead one way": ("app/usecases/_planted.py", "import ui.shell"),
    "The domain is bedrock": ("app/domain/_planted.py", "import sqlalchemy"),
    "Only the window knows Qt": ("app/exchange/_planted.py", "from PySide6 import QtCore"),
    "Screens hold verbs, not databases": ("ui/shell/_planted.py", "import db.records"),
    "Screens are strangers": ("ui/screens/_planted_one.py", "import ui.screens._planted_other"),
}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the rooms and their contracts."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for room in ("app", "db", "ui"):
        shutil.copytree(ROOT / room, tmp_path / room, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def lint_imports(tree: Path) -> tuple[int, dict[str, str]]:
    """The exit code, and what was found of each contract: KEPT or BROKEN."""
    code = "from importlinter.cli import lint_imports_command as lint; lint()"
    run = subprocess.run(
        [sys.executable, "-c", code, "--no-logo", "--no-cache"],
        cwd=tree,
        capture_output=True,
        text=True,
        check=False,
    )
    found = {}
    for name in VIOLATIONS:
        line = next((line for line in run.stdout.splitlines() if line.startswith(name)), run.stdout)
        found[name] = line.removeprefix(name).split()[0]
    return run.returncode, found


def test_the_rooms_keep_their_contracts(tree):
    assert lint_imports(tree) == (0, dict.fromkeys(VIOLATIONS, "KEPT"))


def test_planted_violations_break_every_contract(tree):
    for path, line in VIOLATIONS.values():
        (tree / path).write_text(f"{line}\n", encoding="utf-8")
    (tree / "ui/screens/_planted_other.py").touch()
    code, found = lint_imports(tree)
    assert code != 0
    assert found == dict.fromkeys(VIOLATIONS, "BROKEN")


def test_every_module_of_app_is_a_room_with_a_place():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    named = {room.strip("() ") for layer in layers for room in layer.replace(":", "|").split("|")}
    here = {f"app.{path.stem}" for path in (ROOT / "app").glob("*.py")} - {"app.__init__"}
    here |= {f"app.{path.parent.name}" for path in (ROOT / "app").glob("*/__init__.py")}
    assert here - named == set(), "name it in the layers of pyproject.toml"


def test_the_domain_needs_nothing_but_the_standard_library():
    allowed = sys.stdlib_module_names | {"app"}
    strangers = {
        f"{path.name}: {name}"
        for path in (ROOT / "app" / "domain").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in imported(node)
        if name.split(".")[0] not in allowed or (name.startswith("app.") and not domain(name))
    }
    assert strangers == set()


def imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []


def domain(name: str) -> bool:
    return name == "app.domain" or name.startswith("app.domain.")
