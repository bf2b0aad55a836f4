"""The scanner in the settings: where it is plugged in, its prefix, its trial and its sheet."""

import pytest
from PySide6.QtWidgets import QApplication

from app.printing.forms.scanner_sheet import LABEL
from tests.ui.recorded_notices import RecordedNotices
from tests.ui.screens.invented_office import Office
from tests.ui.typing import scan_text, type_text
from ui.screens.settings import SettingsScreen
from ui.shell.printer import NoPrinter
from ui.theme import apply_theme
from ui.work import Work

pytestmark = pytest.mark.gui


@pytest.fixture
def office():
    return Office()


@pytest.fixture
def notices():
    return RecordedNotices()


@pytest.fixture
def settings(qtbot, qapp, office, notices):
    apply_theme(qapp)
    work = Work()
    screen = SettingsScreen(office.settings_actions(), work, notices)
    screen.work = work
    qtbot.addWidget(screen)
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    screen.on_shown()
    settle(qtbot, screen)
    yield screen
    work.close()


@pytest.fixture
def card(settings):
    return settings.cards["scanner"]


def settle(qtbot, screen):
    qtbot.waitUntil(lambda: screen.work.is_idle, timeout=5_000)


def test_the_ports_of_this_machine_are_offered_and_one_is_kept(settings, card, office, qtbot):
    port = card.choice("scanner_port")
    assert port.value() == ""
    assert port.input.currentText() == "gõ như bàn phím"
    port.input.setCurrentText("COM3 – USB Serial Device")
    settings.save()
    settle(qtbot, settings)
    assert office.settings.scanner_port == "COM3"


def test_a_prefix_that_could_be_typed_is_refused_at_its_field(settings, card, office, qtbot):
    type_text(card.line("scanner_prefix").input, "a")
    settings.save()
    settle(qtbot, settings)
    assert card.line("scanner_prefix").has_problem
    assert office.settings.scanner_prefix == ""


def test_the_trial_unfolds_takes_the_keyboard_and_folds_again(card):
    assert not card.probe.isVisible()
    card.trial.click()
    assert QApplication.focusWidget() is card.probe
    scan_text(LABEL)
    assert "Nhãn hồ sơ" in card.probe.words_at("read")
    card.trial.click()
    assert not card.probe.isVisible()


def test_the_trial_judges_by_the_prefix_as_it_is_typed(card):
    type_text(card.line("scanner_prefix").input, "~")
    card.trial.click()
    scan_text("~" + LABEL)
    assert "Nhãn hồ sơ" in card.probe.words_at("read")


def test_the_sheet_is_printed_and_said(settings, card, office, qtbot):
    card.sheet.click()
    settle(qtbot, settings)
    assert office.asked == ["scanner sheet"]
    assert "tờ cài máy quét tới HP LaserJet M12a" in settings._strip.text()


def test_a_sheet_that_cannot_be_printed_says_why(settings, card, office, qtbot, notices):
    office.refuse = NoPrinter()
    card.sheet.click()
    settle(qtbot, settings)
    assert settings._strip.text().startswith("■")
    office.refuse = OSError(5, "io")
    card.sheet.click()
    settle(qtbot, settings)
    assert len(notices.errors) == 1
