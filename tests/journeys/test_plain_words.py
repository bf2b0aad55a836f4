"""What people are called is shown letter for letter: never markup, a file to load, or a key."""

import re

import pytest
from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLabel

pytestmark = [pytest.mark.gui, pytest.mark.journey]

NAME = '<img src="file:///etc/hostname">Hà & <b>Con</b>'
LONE_AND = re.compile(r"(?<!&)&(?!&)")


def read_as_markup() -> list[str]:
    """Labels, tips and buttons, in sight or not, that would show the name otherwise."""
    found = []
    for one in QApplication.allWidgets():
        where = f"{type(one).__name__} in {type(one.parent()).__name__}"
        if isinstance(one, QLabel) and one.textFormat() is not Qt.TextFormat.PlainText:
            found += [f"label {where}: {one.text()}"] if one.text() else []
        if "<img" in one.toolTip():
            found.append(f"tip {where}")
        if isinstance(one, QAbstractButton) and "<img" in (said := one.text()):
            found += [f"button {where}: {said}"] if LONE_AND.search(said) else []
        if isinstance(one, QAbstractItemView) and one.model() is not None:
            found += [f"row {where}" for tip in tips_of(one.model()) if "<img" in tip]
    return found


def tips_of(model) -> list[str]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    cells = (
        model.index(at, of) for at in range(min(model.rowCount(), 50)) for of in range(columns)
    )
    tips = (cell.data(Qt.ItemDataRole.ToolTipRole) for cell in cells)
    return [tip for tip in tips if isinstance(tip, str)]


def test_a_name_full_of_markup_is_shown_as_it_is_on_every_screen(office, sit, tray):
    clerk = sit()
    clerk.take_in("020185001234", NAME, procedure="khai tu")
    assert read_as_markup() == []
    dossier = clerk.save("Ctrl+F9")
    assert dossier.applicant.full_name == NAME
    assert read_as_markup() == []
    for screen in ("F5", "F7", "F10", "Ctrl+F10", "F11", "F12"):
        clerk.key(screen)
        clerk.settle()
        assert read_as_markup() == [], screen
    clerk.find("020185001234")
    for action in ("Alt+S", "Alt+B", "Alt+X", "Alt+H", "Alt+G"):
        clerk.key(action)
        clerk.settle()
        assert read_as_markup() == [], action
    clerk.key("Esc").key("Ctrl+K").type("img")
    clerk.settle()
    assert read_as_markup() == []


def test_who_is_offered_at_the_next_visit_is_shown_as_called(office, sit, tray):
    clerk = sit()
    clerk.take_in("020185001234", NAME, procedure="khai tu").save("Ctrl+F9")
    clerk.key("F2")
    clerk.wait(lambda: clerk.focus == "Số định danh")
    clerk.type("1234").key("Enter")
    clerk.settle()
    assert read_as_markup() == []
    assert clerk.sees(NAME.replace("&", "&&")) or clerk.sees(NAME)
