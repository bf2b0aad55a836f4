"""Whatever reads from outside has its row in the table of entrances."""

import ast
import re

import click

from app.__main__ import commands
from tests.cli.faults.test_broken_worlds import names_of
from tests.entrances.desk import KEYS, WORDS
from tests.entrances.table import ENTRANCES
from tests.house import modules


def test_every_key_of_the_settings_has_its_turn():
    (row,) = (one for one in ENTRANCES if one.name == "a setting")
    assert row.count >= len(KEYS)


def test_every_file_a_command_reads_has_its_row():
    named = {name for entrance in ENTRANCES for name in entrance.commands}
    assert set(_files_of(commands())) == named


def _files_of(group, before=""):
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from _files_of(command, f"{before}{name} ")
            continue
        for one in command.params:
            if isinstance(one, click.Argument) and isinstance(one.type, click.Path):
                yield f"{before}{name} {one.name}"


READING = {
    "strict_json.read", "strict_json.read_kept", "stored_zip.opened", "read_file", "open_ordinary",
    "read_bounded",
}  # fmt: skip


def test_every_module_that_reads_from_outside_has_its_row():
    reading = {
        name
        for name, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in READING
    }
    named = {name for entrance in ENTRANCES for name in entrance.modules}
    assert reading - {"app.outside.ordinary"} == named


PARTS = {
    "app.domain.scanning.shapes": "of a card, which is read whole",
    "app.domain.scanning.scanned.read_fields": "takes what was read",
}
"""Readers that no text reaches but through another."""


def test_every_reader_of_typed_text_has_its_row():
    tried_here = {
        f"{one.__module__}.{one.__name__}" for entrance in ENTRANCES for one in entrance.readers
    }
    there = {
        f"{name}.{node.name}"
        for name, tree in modules().items()
        for node in tree.body
        if name.startswith("app.domain.")
        and isinstance(node, ast.FunctionDef)
        and re.match("read_|parse", node.name)
    }
    left = {one for one in there - tried_here if not one.startswith(tuple(PARTS))}
    assert left == set(), "give each its row in tests/entrances/texts.py"


def test_words_of_every_command_were_tried():
    firsts = {" ".join(words[:nth]) for words in WORDS for nth in (1, 2)}
    started = {name for name in names_of(commands()) if name not in WITHOUT_WORDS}
    assert started <= firsts


WITHOUT_WORDS = {"screenshot", "tour", "scanner-sheet"}
"""They only write."""
