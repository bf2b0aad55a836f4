"""The table of commands says what the commands say, and no command is loaded to be listed."""

import inspect
import subprocess
import sys

import click
import pytest

from app.__main__ import commands
from tests.i18n.sources import ROOT
from tests.unmeasured import unmeasured

LAZY = commands().lazy
HEAVY = ("sqlalchemy", "sqlcipher3", "PySide6", "reportlab", "PIL", "app.usecases.queries.lookup")


@pytest.mark.parametrize("name", sorted(LAZY))
def test_a_verb_stands_where_the_table_says_with_the_help_it_says(name):
    command = LAZY[name].load()
    assert command.name == name
    assert inspect.cleandoc(command.help) == LAZY[name].help


def test_every_verb_stands_in_the_table():
    places = {lazy.place for lazy in LAZY.values()}
    modules = {sys.modules[lazy.load().callback.__module__] for lazy in LAZY.values()}
    found, below = {}, set()
    for module in modules:
        for name, value in vars(module).items():
            if isinstance(value, click.Command) and value.callback.__module__ == module.__name__:
                found[f"{module.__name__}:{name}"] = value
                below |= set(getattr(value, "commands", {}).values())
    assert {place for place, command in found.items() if command not in below} == places


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--lang", "en", "--help"],
        ["due", "--limit", "5 WORKING_DAY", "--received", "2026-11-23T10:15"],
        ["scan", "020185001234"],
    ],
    ids=" ".join,
)
def test_what_needs_no_records_loads_nothing_of_them(tmp_path, arguments):
    code = (
        "import sys; from app.__main__ import main; "
        f"main({['--data', str(tmp_path), *arguments]!r}); "
        f"print(sorted(set({HEAVY!r}) & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT, env=unmeasured(), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stderr.splitlines()[-1] == "[]"
