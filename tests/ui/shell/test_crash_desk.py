"""What nothing caught is shown with its number; what was typed is kept before anything is said."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app import incidents
from app.domain.errors import DeskError
from tests.ui.desk import desk_in_front, key, settle
from tests.ui.invented import NoSuchDossier, Office
from ui.screen import Place
from ui.shell.notices.crash import CrashHandler

pytestmark = [pytest.mark.gui, pytest.mark.usefixtures("logged")]


def a_mistake(word="020185001234"):
    try:
        int(word + "x")
    except ValueError as error:
        return error


@pytest.fixture
def office():
    return Office()


@pytest.fixture
def window(qtbot, office):
    with desk_in_front(qtbot, office) as window:
        yield window


@pytest.fixture
def desk(window):
    return window.tools.crash_desk


@pytest.fixture
def logged(monkeypatch):
    """What the log was given, instead of the test's own."""
    lines = []
    monkeypatch.setattr(incidents._LOG, "error", lambda text, *values: lines.append(text % values))
    return lines


def test_the_number_is_the_one_in_the_log_and_nobodys_data_is_shown(window, desk, logged):
    desk.take(a_mistake())
    number = desk.card.title.text().rpartition(" ")[2]
    assert number.startswith("261123-101500-")
    assert number in logged[0]
    assert desk.card.isVisible()
    said = desk.card.title.text() + desk.card.kept.text() + window.notices.kept[-1].words
    assert number in window.notices.kept[-1].words
    assert "020185001234" not in said
    assert window.notices.toasts == []


def test_what_is_typed_on_every_screen_is_kept_first(window, desk):
    window.go(Place.INTAKE)
    window.go(Place.HOME)
    intake = window.shown_at(Place.INTAKE)
    desk.take(a_mistake())
    assert intake.kept == 1
    assert "được giữ trong bản nháp" in desk.card.kept.text()


def test_with_nothing_typed_it_says_that_what_is_on_the_screen_stays(desk):
    desk.take(a_mistake())
    assert "bản nháp" not in desk.card.kept.text()
    assert "còn nguyên trên màn hình" in desk.card.kept.text()


@pytest.mark.parametrize("way", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_one_goes_on_where_one_was(qtbot, window, desk, way):
    before = window.focusWidget()
    desk.take(a_mistake())
    assert window.focusWidget() is desk.card.go_on
    key(window, way)
    assert desk.card is None
    assert window.focusWidget() is before


def test_the_report_is_copied_and_the_bundle_written(
    qtbot, window, office, desk, monkeypatch, tmp_path
):
    asked = []
    monkeypatch.setattr("ui.support.ask_new_file", lambda *args, **_: asked.append(args[3]))
    desk.take(a_mistake())
    card = desk.card
    card.copy.setFocus()
    key(window, Qt.Key.Key_Return)
    copied = QGuiApplication.clipboard().text()
    assert card.title.text().rpartition(" ")[2] in copied
    assert "ValueError" in copied
    assert "020185001234" not in copied
    card.support.setFocus()
    key(window, Qt.Key.Key_Return)
    asked[0](tmp_path / "a.json")
    settle(qtbot, window._work)
    assert office.bundles == [tmp_path / "a.json"]
    assert "12 KB" in window.notices.toasts[-1].words
    assert desk.card is card


def test_a_second_mistake_takes_the_card_over_and_the_report_names_both(window, desk):
    desk.take(a_mistake())
    first = desk.card.title.text().rpartition(" ")[2]
    desk.take(KeyError("x"))
    second = desk.card.title.text().rpartition(" ")[2]
    assert second != first
    desk.card.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert first in copied
    assert second in copied


def test_the_same_mistake_at_every_stroke_is_said_once_a_minute(window, office, desk):
    desk.take(a_mistake())
    desk.card.end()
    desk.take(a_mistake())
    assert desk.card is None
    office.clock.set(office.clock.now() + timedelta(minutes=1))
    desk.take(a_mistake())
    assert desk.card is not None


@pytest.mark.parametrize(
    "error", [NoSuchDossier(code="x"), OSError(28, "No space left"), DeskError()]
)
def test_what_is_no_mistake_of_the_program_is_said_as_anywhere_else(window, desk, error):
    desk.take(error)
    assert desk.card is None
    assert len(window.notices.toasts) == 1


def test_an_exception_in_a_slot_comes_to_the_card(qtbot, window, desk):
    handler = CrashHandler(window.tools.take_crash)
    handler._on_exception(ValueError, a_mistake(), None)
    qtbot.waitUntil(lambda: desk.card is not None)


def test_the_card_stays_over_the_window_whatever_its_size(window, desk):
    desk.take(a_mistake())
    window.resize(1_000, 700)
    assert desk.card is not None
    assert window.rect().contains(desk.card.geometry())


def test_tab_goes_round_in_the_card(window, desk):
    desk.take(a_mistake())
    stops = []
    for _ in range(4):
        key(window, Qt.Key.Key_Tab)
        stops.append(window.focusWidget())
    card = desk.card
    assert stops == [card.copy, card.support, card.go_on, card.copy]
