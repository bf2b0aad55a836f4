"""Whoever cannot see the screen hears what everything is: names for all the keyboard leads to."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

pytestmark = [pytest.mark.gui, pytest.mark.journey]

MOST_STOPS = 200
SCREENS = ("F2", "F5", "F7", "F11", "F12")


def name_of(widget: QWidget) -> str:
    """What a screen reader says of `widget`."""
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QAbstractButton | QLabel):
        return widget.text()
    return ""


def is_ours(widget: QWidget) -> bool:
    """Inner parts of a table, list or field are spoken for by what holds them."""
    return not widget.objectName().startswith("qt_") and widget.focusProxy() is None


def nameless(window: QWidget) -> list[str]:
    found = [
        one
        for one in window.findChildren(QWidget)
        if one.isVisible()
        and one.isEnabled()
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and is_ours(one)
    ]
    return [f"{type(one).__name__} in {type(one.parent()).__name__}" for one in found
            if not name_of(one).strip()]  # fmt: skip


@pytest.mark.parametrize("screen", SCREENS)
def test_everything_the_keyboard_leads_to_has_a_name(office, sit, screen):
    clerk = sit()
    clerk.key(screen)
    clerk.settle()
    assert nameless(clerk.window) == []


def test_a_filled_form_and_its_dossier_have_names_too(office, sit, tray):
    clerk = sit()
    clerk.take_in("020185001234", "Lý A Sềnh", procedure="khai tu")
    clerk.key("Alt+Y").key("Alt+G").key("Alt+2")
    assert nameless(clerk.window) == []
    clerk.key("Alt+1").key("Alt+Y")
    clerk.save("Ctrl+F9")
    clerk.key("Ctrl+O")
    clerk.wait(lambda: clerk.dossier.view is not None and clerk.is_idle())
    assert nameless(clerk.window) == []


@pytest.mark.parametrize("screen", SCREENS)
def test_tab_goes_round_everything_and_back_the_same_way(office, sit, screen):
    clerk = sit()
    clerk.key(screen)
    clerk.settle()
    forth = _round(clerk, "Tab")
    back = _round(clerk, "Shift+Tab")
    assert len(forth) > 2
    names = [[name_of(one) or type(one).__name__ for one in met] for met in (forth, back)]
    assert sorted(names[0]) == sorted(names[1])


def _round(clerk, key):
    met = []
    for _ in range(MOST_STOPS):
        clerk.key(key)
        focused = QApplication.focusWidget()
        if focused in met:
            return met[met.index(focused) :]
        met.append(focused)
    raise AssertionError(f"{key} never comes round")
