"""One key, one meaning: nothing in the window names a key but the table."""

import ast
import re
from dataclasses import fields
from pathlib import Path

import pytest

from ui.key_table import key_rows, keys_at, keys_everywhere
from ui.keys import Key, key_sequence, nth_key
from ui.screen import Place
from ui.shell.cards.commands import WindowActions, commands
from ui.shell.frame.rail import entries

pytestmark = pytest.mark.gui

ROOT = Path(__file__).parents[2]
NAMED = re.compile(r"\b(?:Alt|Ctrl|Shift)\+[\w←→…]+|\bF(?:1[0-2]|[1-9])\b")
FOREIGN = {
    "Ctrl+Shift": "the toggle of the Vietnamese input method",
    "Shift+Tab": "Tab, the other way round",
    "Ctrl+Return": "the other Enter key of Ctrl+Enter",
}
ENDING = {Key.FINISH, Key.CANCEL, Key.SIGNED}


def named_in(source: str) -> set[str]:
    """Keys written out in the texts of a module; its docstrings aside."""
    tree = ast.parse(source)
    described = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    texts = (
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in described
    )
    return {key for text in texts for key in NAMED.findall(text)} - FOREIGN.keys()


@pytest.mark.parametrize("room", ["ui", "app"])
def test_no_text_and_no_shortcut_names_a_key_by_itself(room):
    found = {
        str(file.relative_to(ROOT)): named
        for file in sorted((ROOT / room).rglob("*.py"))
        if file != ROOT / "ui" / "keys.py"
        if (named := named_in(file.read_text(encoding="utf-8")))
    }
    assert found == {}, "say it with ui.keys.Key"


@pytest.mark.parametrize(
    "planted", ['bind_key(self, "Alt+L", go)', 'x = tr("Lưu   F9")', 'bind(f"Ctrl+{nth}x")']
)
def test_a_key_named_by_itself_is_found(planted):
    assert named_in(planted) or "{nth}" in planted


def test_shortcuts_are_made_in_two_places_only():
    made = {
        str(file.relative_to(ROOT))
        for room in ("ui", "app")
        for file in (ROOT / room).rglob("*.py")
        if re.search(
            r"= QShortcut\(|class .*\(QShortcut\)|QKeySequence\(f?\"", file.read_text("utf-8")
        )
    }
    assert made == {"ui/widgets/keys.py", "ui/shell/function_keys.py"}


def test_every_key_stands_in_the_table_once():
    assert sorted(row.key for row in key_rows()) == sorted(Key)
    assert len({row.meaning for row in key_rows()}) == len(Key), "one meaning, one key"


def test_what_ends_a_dossier_has_a_key_that_does_nothing_anywhere_else():
    for row in key_rows():
        if row.key in ENDING:
            assert len(row.places) == 1, row


def test_money_is_the_same_letter_on_every_screen_that_takes_some():
    (money,) = (row for row in key_rows() if row.key is Key.MONEY)
    assert set(money.places) == {Place.INTAKE, Place.DOSSIER, Place.CASH}


def test_no_screen_gives_a_key_of_everywhere_another_meaning():
    everywhere = {key for key, _ in keys_everywhere()}
    for place in Place:
        assert not everywhere & {key for key, _ in keys_at(place)}, place


def test_the_input_method_keeps_its_own_keys():
    assert {"Alt+Z", "Ctrl+Shift"}.isdisjoint(Key)


def test_rail_and_palette_lead_by_keys_of_the_table():
    nothing = WindowActions(*[lambda *_: None for _ in fields(WindowActions)])
    led = {entry.key for entry in entries()}
    shown = {entry.keys for entry in commands(entries(), nothing) if entry.keys}
    assert led <= set(Key)
    assert shown <= {key for key, _ in keys_everywhere()}
    assert led <= shown


@pytest.mark.parametrize(
    ("key", "as_qt_says"),
    [
        (Key.BEFORE, "Alt+Left"),
        (Key.AFTER, "Alt+Right"),
        ("↑", "Up"),
        (Key.SAVE, "F9"),
        (Key.DO, "Ctrl+Enter"),
        (nth_key(Key.OFFER, 3), "Ctrl+3"),
        (nth_key(Key.CHOICE, 1), "Alt+1"),
    ],
)
def test_a_key_is_said_to_qt_in_its_words(key, as_qt_says):
    assert key_sequence(key) == as_qt_says


README = ROOT / "README.md"
BEGIN, END = "<!-- all keys: begin -->", "<!-- all keys: end -->"


def test_the_readme_shows_the_table():
    names = {Place.DOSSIER: "Hồ sơ", **{entry.place: entry.words for entry in entries()}}
    lines = ["| Phím | Việc | Ở đâu |", "| --- | --- | --- |"]
    for row in key_rows():
        where = "; ".join(
            names[place] + (f": {words}" if words else "") for place, words in row.places.items()
        )
        lines.append(f"| {row.key} | {row.meaning} | {where or 'mọi màn hình'} |")
    table = "\n".join(lines)
    shown = README.read_text(encoding="utf-8").partition(BEGIN)[2].partition(END)[0].strip()
    assert shown == table, f"README.md shows another table; the right one:\n\n{table}\n"
