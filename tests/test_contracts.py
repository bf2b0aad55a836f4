"""The import contracts of pyproject.toml hold, and each catches what it is there to catch."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house import ROOMS, ROOT

CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
    "importlinter"
]["contracts"]
PLANTED: dict[str, dict[str, str]] = {
    "layers": {"app/usecases/planted.py": "import ui.shell"},
    "bedrock": {"app/domain/planted.py": "import sqlalchemy"},
    "domain": {"app/domain/deadline/planted.py": "import app.domain.dossier.dossier"},
    "usecases": {"app/usecases/queries/planted.py": "import app.usecases.dossier.intake"},
    "paper": {
        "app/printing/layout/planted.py": "import app.printing.forms.planted",
        "app/printing/forms/planted.py": "",
    },
    "exchange": {
        "app/exchange/province_v1/planted.py": "import app.exchange.calendar.planted",
        "app/exchange/calendar/planted.py": "",
    },
    "neutral": {"app/exchange/event_shape.py": "import app.exchange.dialects"},
    "devices": {"app/devices/planted.py": "import app.settings"},
    "qt": {"app/exchange/planted.py": "from PySide6 import QtCore"},
    "actions": {"ui/shell/planted.py": "import app.usecases.desk"},
    "screens": {
        "ui/screens/planted_one.py": "import ui.screens.planted_other",
        "ui/screens/planted_other.py": "",
    },
    "window": {"ui/widgets/planted.py": "import ui.shell.window"},
    "engine": {"db/planted.py": "import sqlcipher3"},
    "storage": {
        "db/tables/planted.py": "import db.stores.planted",
        "db/stores/planted.py": "",
    },
    "whole": {"app/cli/planted.py": "import app.composition"},
    "entries": {"app/composition/planted.py": "import app.cli.table"},
}


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the rooms and their contracts."""
    there = tmp_path_factory.mktemp("house")
    shutil.copy(ROOT / "pyproject.toml", there)
    for room in ROOMS:
        shutil.copytree(ROOT / room, there / room, ignore=shutil.ignore_patterns("__pycache__"))
    return there


def lint_imports(tree: Path, *options: str) -> subprocess.CompletedProcess[str]:
    code = "from importlinter.cli import lint_imports_command as lint; lint()"
    return subprocess.run(
        [sys.executable, "-c", code, "--no-logo", "--no-cache", *options],
        cwd=tree,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_rooms_keep_their_contracts(tree):
    run = lint_imports(tree)
    assert run.returncode == 0, run.stdout
    assert f"Contracts: {len(CONTRACTS)} kept, 0 broken." in run.stdout


def test_every_contract_has_a_violation_to_be_planted():
    assert [contract["id"] for contract in CONTRACTS] == list(PLANTED)


@pytest.mark.parametrize("contract", PLANTED)
def test_a_planted_violation_breaks_its_contract(tree, contract):
    kept = {place: text_of(tree / place) for place in PLANTED[contract]}
    for place, line in PLANTED[contract].items():
        with (tree / place).open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")
    run = lint_imports(tree, "--contract", contract)
    for place, text in kept.items():
        put_back(tree / place, text)
    assert run.returncode == 1
    assert "Contracts: 0 kept, 1 broken." in run.stdout


@pytest.mark.parametrize("container", ["app/domain", "app/usecases"])
def test_a_room_that_is_not_placed_breaks_its_contract(tree, container):
    planted = tree / container / "planted.py"
    planted.touch()
    run = lint_imports(tree, "--contract", container.removeprefix("app/"))
    planted.unlink()
    assert run.returncode == 1
    assert "planted" in run.stdout


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


def put_back(path: Path, text: str) -> None:
    """What stood there before; a planted file goes again."""
    if text:
        path.write_text(text, encoding="utf-8")
    else:
        path.unlink()
