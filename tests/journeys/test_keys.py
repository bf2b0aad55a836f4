"""Every key of the rail leads where the rail says; the key map tells the same."""

import pytest
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication

from app.answers.money import DossierMoney
from app.domain.money.payment import Account
from tests.journeys.conftest import EARLY
from ui.key_table import keys_at
from ui.keys import Key, key_sequence, nth_key
from ui.screen import Place
from ui.screens.dossier.life.action_kind import ActionKind
from ui.screens.dossier.panels import Before, panel_for
from ui.theme import apply_theme

pytestmark = [pytest.mark.gui, pytest.mark.journey]

LEADS = {
    "F2": Place.INTAKE,
    "F5": Place.HOME,
    "F10": Place.SIGNING,
    "Ctrl+F10": Place.CASH,
    "Ctrl+F5": Place.REGISTER,
    "Shift+F5": Place.DAY,
    "Ctrl+F2": Place.HANDOVER,
    "Ctrl+L": Place.LISTS,
    "F7": Place.EXCHANGE,
    "F11": Place.REFERENCE,
    "F12": Place.SETTINGS,
}
BESIDE = {"Shift+F5", "Ctrl+F2", "Ctrl+L"}
"""Keys of places that do not stand on the rail."""


def test_every_key_of_the_rail_leads_where_it_says(office, sit, tray):
    clerk = sit()
    clerk.take_in("", "Lý A Sềnh", procedure="khai tu").save("Ctrl+F9")
    buttons = clerk.window.rail.buttons
    assert {button.entry.key for button in buttons.values()} == {*LEADS, "F3", "F4"} - BESIDE
    for here in LEADS:
        for key, place in LEADS.items():
            clerk.key(here)
            clerk.wait(clerk.is_idle)
            clerk.key(key)
            assert clerk.window.place is place, (here, key)
            assert clerk.focus, (here, key)
            assert place not in buttons or buttons[place].isChecked(), (here, key)
        clerk.key(here)
        clerk.wait(clerk.is_idle)
        clerk.key("F3")
        assert clerk.focus == "Sẵn sàng quét, hoặc gõ để tìm", here
        clerk.key("Esc")
        assert clerk.focus not in {"", "Tìm hồ sơ"}, here
        clerk.key("F4")
        clerk.wait(lambda: clerk.sees("Chờ người dân nhận"))
        assert clerk.window.place is Place.HOME, here


IN_FIELDS = {
    Key.SPACE, Key.DELETE, Key.NUMBER, Key.COUNT, Key.SHOWN, Key.SELECT_ALL,
}  # fmt: skip
"""What a list or a field hears by itself, not by a shortcut."""


def test_no_screen_has_a_key_the_table_does_not_know_or_lacks_one_it_promises(office, sit, tray):
    clerk = sit()
    clerk.take_in("020185001234", "Lý A Sềnh", procedure="khai tu").save("Ctrl+F9")
    clerk.find("senh")
    for kind in (ActionKind.COLLECT, ActionKind.RETURN):  # panels with keys of their own
        shown = clerk.window.screen_at(Place.DOSSIER)
        before = Before(shown.view.dossier, no_money(), ())
        panel = panel_for(kind, before, EARLY, str)
        panel.setParent(shown)
    for place in (*LEADS.values(), Place.DOSSIER):
        screen = clerk.window.screen_at(place)
        bound = {one.key().toString() for one in screen.findChildren(QShortcut)}
        promised = {key for key, _ in keys_at(place)} - IN_FIELDS
        known = {said for key in promised for said in as_bound(key, bound)}
        assert bound - known == set(), f"{place}: not in ui.key_table"
        lacking = {key for key in promised if not as_bound(key, bound) & bound}
        assert lacking - LED_ELSEWHERE.get(place, set()) == set(), f"{place}: bound to nothing"


LED_ELSEWHERE = {Place.INTAKE: {Key.UP_DOWN}, Place.DOSSIER: {Key.UP_DOWN}}
"""Offers below the line of the procedure, and fields of names, hear arrows by themselves."""


def as_bound(key: Key, bound: set[str]) -> set[str]:
    """The shortcuts that are `key`, of a family those that are bound."""
    if key in {Key.CHOICE, Key.OFFER}:
        return {nth_key(key, nth) for nth in range(1, 10)} & bound
    if key == Key.UP_DOWN:
        return {"Up", "Down"}
    if key == Key.DO:
        return {"Ctrl+Enter", "Ctrl+Return"}
    return {key_sequence(key)}


def no_money() -> DossierMoney:
    return DossierMoney(1, "", 1, (), (), Account(0, 0))


def test_the_key_map_opens_over_every_screen_and_gives_the_focus_back(office, sit):
    clerk = sit()
    for key in LEADS:
        clerk.key(key)
        clerk.wait(clerk.is_idle)
        before = clerk.focus
        clerk.key("F1")
        assert clerk.sees("Ở đâu cũng dùng"), key
        clerk.key("Esc")
        assert not clerk.sees("Ở đâu cũng dùng"), key
        assert clerk.focus == before, key


def test_f8_and_f9_say_what_is_lacking_where_they_have_nothing_to_do(office, sit):
    clerk = sit()
    clerk.key("F8")
    assert "Mở một hồ sơ rồi bấm F8" in clerk.said[-1]
    clerk.key("F2").key("F9")
    assert clerk.sees("Chưa chọn thủ tục")
    assert clerk.focus == "Họ và tên"


def test_after_a_look_at_the_large_receipt_f9_saves(office, sit, tray):
    clerk = sit()
    clerk.take_in("", "Lý A Sềnh", procedure="khai tu").key("Alt+V")
    clerk.wait(clerk.intake.frame.large.isVisible)
    clerk.key("Esc")
    clerk.wait(lambda: not clerk.intake.frame.large.isVisible())
    assert clerk.intake.isAncestorOf(QApplication.focusWidget())
    assert clerk.save("Ctrl+F9").applicant.full_name == "Lý A Sềnh"


def test_after_an_act_the_most_likely_next_one_has_the_focus(office, sit, tray):
    clerk = sit()
    clerk.take_in("", "Lý A Sềnh", procedure="khai tu").save("Ctrl+F9")
    clerk.find("senh").key("Alt+X").do("Ctrl+Enter")
    clerk.wait(lambda: clerk.sees("Trả kết quả   F4") and clerk.is_idle())
    assert clerk.focus == "Trả kết quả (F4)"


def test_the_field_of_the_representative_is_in_sight_in_large_letters_too(office, sit, qapp):
    clerk = sit()
    apply_theme(qapp, "light", 150)
    try:
        clerk.key("F2")
        clerk.wait(clerk.is_idle)
        clerk.key("Alt+Y")
        number = QApplication.focusWidget()
        clerk.wait(
            lambda: number.visibleRegion().boundingRect().height() == number.height(),
            patience_ms=1_000,
        )
    finally:
        apply_theme(qapp)


def test_escape_leads_back_through_the_dossier_one_came_from(office, sit, tray):
    clerk = sit()
    clerk.take_in("", "Lý A Sềnh", procedure="khai tu").save("Ctrl+F9")
    clerk.key("Ctrl+O").wait(lambda: clerk.window.place is Place.DOSSIER and clerk.is_idle())
    clerk.key("F2").wait(clerk.is_idle)
    clerk.key("Esc")
    assert clerk.window.place is Place.DOSSIER
    assert clerk.dossier.view.dossier.applicant.full_name == "Lý A Sềnh"
    clerk.key("Esc")
    assert clerk.window.place is Place.HOME
