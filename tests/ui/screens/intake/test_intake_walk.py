"""Enter's walk through the form, the names of its inputs, what it needs to start."""

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
)

from tests.ui.screens.intake.hands import choose, focused, key, settle
from tests.ui.typing import press

pytestmark = pytest.mark.gui


def test_enter_walks_the_form_in_the_order_it_is_read(qtbot, screen):
    choose(qtbot, screen, "hon nhan")
    screen.applicant.person.number.input.setFocus()
    walked = [focused()]
    for _ in range(11):
        press(focused(), Qt.Key.Key_Return)
        walked.append(focused())
        settle(qtbot, screen)
    person, procedure = screen.applicant.person, screen.procedure
    assert walked[:8] == [
        person.number.input,
        person.full_name.input,
        person.born.input,
        person.sex.input,
        person.address.input,
        person.phone.input,
        procedure.search.field.input,
        screen.papers.list,
    ]
    assert walked[8:] == [
        screen.receipt.sets.input,
        screen.receipt.note.input,
        screen.fees.copies.input,  # its fee is per copy
        screen.frame.save_and_print,
    ]


def ancestors(widget):
    while (widget := widget.parentWidget()) is not None:
        yield widget


def test_every_input_has_a_name_for_screen_readers(screen):
    for kind in (QLineEdit, QComboBox, QAbstractItemView):
        for widget in screen.findChildren(kind):
            inner = (QComboBox, QAbstractItemView)
            is_inner = any(isinstance(above, inner) for above in ancestors(widget))
            assert is_inner or widget.accessibleName(), widget


def test_importing_the_screens_brings_neither_database_nor_printer():
    import subprocess

    modules = "ui.screens.intake ui.screens.exchange ui.screens.settings ui.screens.reference_data"
    code = (
        f"import sys, importlib\nfor m in {modules.split()!r} + ['ui.screens.first_run']:\n"
        "    importlib.import_module(m)\n"
        "print([m for m in ('sqlalchemy', 'sqlcipher3', 'reportlab', 'alembic', 'holidays',"
        " 'pypdfium2', 'PySide6.QtPrintSupport') if m in sys.modules])"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == "[]"


def tab(*, back=False):
    modifiers = Qt.KeyboardModifier.ShiftModifier if back else Qt.KeyboardModifier.NoModifier
    key(Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab, modifiers)
    return focused()


def tab_to(widget):
    for _ in range(4):
        if tab() is widget:
            return
    raise AssertionError(focused())


def test_the_title_a_role_asks_for_is_reached_by_enter_on_its_chip_and_left_the_same_way(screen):
    panel, other = screen.applicant, screen.applicant.representative
    key(Qt.Key.Key_Y, Qt.KeyboardModifier.AltModifier)
    other.phone.input.setFocus()
    agent, own = other.role.chips()
    tab_to(agent)
    key(Qt.Key.Key_Right)
    assert focused() is own
    key(Qt.Key.Key_Return)
    assert focused() is other.title.input
    assert panel._other_title.text() == "Người đại diện"
    assert tab(back=True) is own
    assert tab(back=True) is other.email.input
    assert tab(back=True) is other.phone.input


def test_a_role_that_asks_nothing_more_leads_on(screen):
    other = screen.applicant.representative
    key(Qt.Key.Key_Y, Qt.KeyboardModifier.AltModifier)
    other.phone.input.setFocus()
    tab_to(other.role.chips()[0])
    key(Qt.Key.Key_Return)
    assert focused() is screen.procedure.search.field.input
