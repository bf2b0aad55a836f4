"""In large letters on a small screen, whatever the keyboard leads to is in sight."""

import pytest
from PySide6.QtWidgets import QApplication, QListView, QScrollArea
from pytestqt.exceptions import TimeoutError as NeverInSight

from ui.screens.intake.papers.list import PaperList
from ui.theme import apply_theme

pytestmark = [pytest.mark.gui, pytest.mark.journey]

MOST_STOPS = 150
HAIR = 1
"""A pixel at 200 % that rounding takes from a border hides nothing."""
SCREENS = ("F2", "F5", "F7", "F10", "Ctrl+F10", "F11", "F12")


@pytest.fixture(params=[150, 200])
def clerk(office, sit, qapp, tray, request):
    """A clerk who reads letters of 150 or 200 percent, with one dossier to look at."""
    clerk = sit()
    clerk.take_in("020185001234", "Lý A Sềnh", procedure="khai tu").save("Ctrl+F9")
    apply_theme(qapp, "light", request.param)
    yield clerk
    apply_theme(qapp)


def cut_off(widget):
    """How much of `widget` is out of sight, in words; empty if it shows whole.

    A list taller than what scrolls around it can only show its current row whole.
    """
    whole = widget.rect()
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if isinstance(widget, QListView) and area and whole.height() > area.viewport().height():
        widget, whole = widget.viewport(), widget.visualRect(widget.currentIndex())
        assert whole.isValid(), "a list heard by the keyboard has a current row"
    shown = widget.visibleRegion().boundingRect() & whole
    if shown.height() >= whole.height() - HAIR and shown.width() >= whole.width() - HAIR:
        return ""
    return f"{type(widget).__name__} {widget.accessibleName()!r}: {shown} of {whole}"


def in_time(clerk, focused):
    """What of `focused` does not come into sight."""
    try:
        clerk.wait(lambda: not cut_off(focused), patience_ms=4_000)
    except NeverInSight:
        return [cut_off(focused)]
    return []


def walk(clerk, key="Tab"):
    """Press Tab until it comes back to where it began; what was cut off on the way."""
    met, faults = set(), []
    for _ in range(MOST_STOPS):
        clerk.key(key)
        focused = QApplication.focusWidget()
        if focused in met:
            break
        met.add(focused)
        faults += in_time(clerk, focused)
        if isinstance(focused, PaperList):
            for _ in focused.papers()[1:]:
                faults += in_time(clerk.key("Down"), focused)
    assert len(met) > 2, "Tab goes nowhere"
    return faults


@pytest.mark.parametrize("screen", SCREENS)
def test_everything_tab_leads_to_is_in_sight(clerk, screen):
    clerk.key(screen)
    clerk.settle()
    assert walk(clerk) == []
    assert walk(clerk, "Shift+Tab") == []


def test_everything_in_a_filled_form_is_in_sight(clerk):
    clerk.take_in("", "Lý A Sềnh", procedure="khai tu", ticks=None)
    clerk.key("Alt+Y").key("Alt+G").key("Alt+2")
    assert walk(clerk) == []


@pytest.mark.parametrize("keys", ["Alt+Y", "Alt+G", "F9"])
def test_where_a_key_of_the_form_leads_is_in_sight(clerk, keys):
    clerk.take_in("", "", procedure="khai tu", ticks=None)
    clerk.key(keys)
    clerk.wait(lambda: cut_off(QApplication.focusWidget()) == "")


@pytest.mark.parametrize("action", ["", "Alt+S", "Alt+B", "Alt+X", "Alt+H"])
def test_everything_in_an_act_of_a_dossier_is_in_sight(clerk, action):
    clerk.find("senh")
    if action:
        clerk.key(action)
    assert walk(clerk) == []


@pytest.mark.parametrize("action", ["Alt+S", "Alt+B", "Alt+H"])
def test_the_field_a_refusal_leads_to_is_in_sight(clerk, action):
    clerk.find("senh").key(action).do("Ctrl+Enter")
    clerk.wait(lambda: cut_off(QApplication.focusWidget()) == "")
