"""The citizen is asked “đúng chưa?” before a slip is printed, where the office wants it."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.desk import a_window, bring
from tests.ui.invented import OFFICE, Office
from tests.ui.screens.intake.hands import choose, enter_person, focused, key, settle
from tests.ui.screens.intake.invented import Desk
from tests.ui.typing import press, type_text
from ui.screen import Place
from ui.screens.home.screen import HomeScreen
from ui.screens.intake import IntakeScreen
from ui.theme import apply_theme
from ui.work import Work

pytestmark = pytest.mark.gui
ASKS = OFFICE._replace(opens_citizen=True, confirms_citizen=True)
QUESTION = "đúng chưa?"


@pytest.fixture
def desk():
    return Desk()


@pytest.fixture
def opened(qtbot, qapp, desk):
    """Opens the desk's window with the intake screen in front, set as the office has it."""
    works = []

    def open_with(line):
        apply_theme(qapp)
        work, office = Work(), Office()
        works.append(work)
        window = a_window(
            office,
            work,
            {
                Place.HOME: lambda notices: HomeScreen(office.home_actions(), work, notices),
                Place.INTAKE: lambda notices: IntakeScreen(desk.actions(), work, notices),
            },
            office.shell_actions()._replace(office=lambda: line),
        )
        bring(qtbot, window, high=768)
        window.start()
        qtbot.waitUntil(lambda: work.is_idle)
        window.go(Place.INTAKE)
        screen = window.screen_at(Place.INTAKE)
        screen.work = work
        settle(qtbot, screen)
        window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
        return window, screen

    yield open_with
    for work in works:
        work.close()


def _ready(qtbot, screen):
    enter_person(screen)
    choose(qtbot, screen, "hon nhan")
    press(focused(), Qt.Key.Key_Space, " ")
    settle(qtbot, screen)


def _touch(window, button):
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_first_f9_asks_and_the_second_saves_and_prints(qtbot, opened, desk):
    window, screen = opened(ASKS)
    _ready(qtbot, screen)
    before = screen.state()
    key(Qt.Key.Key_F9)
    settle(qtbot, screen)
    shown = window.tools.citizen.window
    assert (desk.registered, desk.printed) == ([], [])
    assert screen.frame.asked.isVisible()
    assert "Chờ công dân" in screen.frame.asked.words
    for part in (QUESTION, "Hoàng Thị Mẩy", "••••••••1234"):
        assert part in shown.words
    assert shown.yes.isVisible()
    assert screen.state() == before
    key(Qt.Key.Key_F9)
    settle(qtbot, screen)
    assert (len(desk.registered), len(desk.printed)) == (1, 1)
    assert not screen.frame.asked.isVisible()
    assert "H37.99.1-261123-0001" in shown.words
    assert not shown.yes.isVisible()


def test_enter_is_the_clerk_who_heard_it(qtbot, opened, desk):
    _, screen = opened(ASKS)
    _ready(qtbot, screen)
    key(Qt.Key.Key_F9)
    key(Qt.Key.Key_Return)
    settle(qtbot, screen)
    assert len(desk.printed) == 1


def test_the_citizen_touches_the_answer_and_the_keyboard_stays_with_the_clerk(qtbot, opened, desk):
    window, screen = opened(ASKS)
    _ready(qtbot, screen)
    key(Qt.Key.Key_F9)
    _touch(window, window.tools.citizen.window.yes)
    settle(qtbot, screen)
    assert len(desk.printed) == 1
    assert window.isAncestorOf(focused())


@pytest.mark.parametrize("way", ["esc", "touch"])
def test_not_right_goes_back_to_the_form_with_nothing_lost(qtbot, opened, desk, way):
    window, screen = opened(ASKS)
    _ready(qtbot, screen)
    before, at = screen.state(), focused()
    key(Qt.Key.Key_F9)
    if way == "esc":
        key(Qt.Key.Key_Escape)
    else:
        _touch(window, window.tools.citizen.window.no)
        assert any("Chưa đúng" in one.words for one in window.notices.kept)
    settle(qtbot, screen)
    assert (screen.state(), focused()) == (before, at)
    assert not screen.check.is_waiting
    assert not window.tools.citizen.window.yes.isVisible()
    assert "Hoàng Thị Mẩy" in window.tools.citizen.window.words
    assert desk.registered == []


def test_a_change_of_the_form_withdraws_the_question(qtbot, opened, desk):
    window, screen = opened(ASKS)
    _ready(qtbot, screen)
    key(Qt.Key.Key_F9)
    name = screen.applicant.person.full_name.input
    name.setFocus()
    assert screen.check.is_waiting  # looking at a field changes nothing
    type_text(name, " Linh")
    assert not screen.check.is_waiting
    assert not screen.frame.asked.isVisible()
    assert focused() is name
    key(Qt.Key.Key_F9)
    settle(qtbot, screen)
    assert desk.registered == []
    assert "Hoàng Thị Mẩy Linh" in window.tools.citizen.window.words
    assert window.tools.citizen.window.yes.isVisible()


def test_what_cannot_be_saved_is_not_asked_about(qtbot, opened):
    window, screen = opened(ASKS)
    enter_person(screen)
    key(Qt.Key.Key_F9)
    assert not screen.check.is_waiting
    assert screen.frame.problems.isVisible()
    assert not window.tools.citizen.window.yes.isVisible()


def test_saving_without_printing_does_not_wait(qtbot, opened, desk):
    _, screen = opened(ASKS)
    _ready(qtbot, screen)
    key(Qt.Key.Key_F9, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, screen)
    assert (len(desk.registered), desk.printed) == (1, [])


def test_saving_without_printing_withdraws_a_question_that_stands(qtbot, opened, desk):
    _, screen = opened(ASKS)
    _ready(qtbot, screen)
    key(Qt.Key.Key_F9)
    key(Qt.Key.Key_F9, Qt.KeyboardModifier.ControlModifier)
    assert not screen.check.is_waiting
    screen.on_citizen_said(is_right=True)
    settle(qtbot, screen)
    assert (len(desk.registered), desk.printed) == (1, [])


def test_a_held_enter_is_no_answer(qtbot, opened, desk):
    _, screen = opened(ASKS)
    _ready(qtbot, screen)
    key(Qt.Key.Key_F9)
    held = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True
    )
    QApplication.sendEvent(screen.frame.asked.buttons[0], held)
    assert screen.check.is_waiting


def test_a_paper_taken_back_by_one_key_does_not_come_twice_by_the_other(qtbot, opened):
    window, screen = opened(OFFICE)
    enter_person(screen)
    choose(qtbot, screen, "2.000815")
    for text in ("1", "2"):
        type_text(focused(), text)
        press(focused(), Qt.Key.Key_Return)
    whole = screen.certification.rows()
    assert len(whole) == 2
    press(focused(), Qt.Key.Key_Up)
    press(focused(), Qt.Key.Key_Delete)
    settle(qtbot, screen)
    assert len(screen.certification.rows()) == 1
    key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, screen)
    key(Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, screen)
    assert screen.certification.rows() == whole
    assert window.notices.toasts == []


@pytest.mark.parametrize("how", ["f6", "frame"])
def test_closing_the_window_withdraws_the_question_and_f9_prints_at_once(qtbot, opened, desk, how):
    window, screen = opened(ASKS)
    _ready(qtbot, screen)
    key(Qt.Key.Key_F9)
    if how == "f6":
        key(Qt.Key.Key_F6)
    else:
        window.tools.citizen.window.close()
    assert window.tools.citizen.window is None
    assert not screen.check.is_waiting
    key(Qt.Key.Key_F9)
    settle(qtbot, screen)
    assert len(desk.printed) == 1


def test_leaving_the_screen_withdraws_the_question(qtbot, opened):
    window, screen = opened(ASKS)
    _ready(qtbot, screen)
    key(Qt.Key.Key_F9)
    key(Qt.Key.Key_F5)
    assert not screen.check.is_waiting
    assert "Hoàng" not in window.tools.citizen.window.words


@pytest.mark.parametrize(
    ("line", "is_open"),
    [(OFFICE, False), (OFFICE._replace(confirms_citizen=True), False),
     (OFFICE._replace(opens_citizen=True), True)],
)  # fmt: skip
def test_switched_off_or_closed_nothing_is_asked(qtbot, opened, desk, line, is_open):
    window, screen = opened(line)
    assert (window.tools.citizen.window is not None) is is_open
    _ready(qtbot, screen)
    key(Qt.Key.Key_F9)
    settle(qtbot, screen)
    assert len(desk.printed) == 1


def test_f6_opens_it_and_from_then_on_it_is_asked(qtbot, opened, desk):
    _, screen = opened(OFFICE._replace(confirms_citizen=True))
    key(Qt.Key.Key_F6)
    _ready(qtbot, screen)
    key(Qt.Key.Key_F9)
    assert screen.check.is_waiting
    key(Qt.Key.Key_F9)
    settle(qtbot, screen)
    assert len(desk.printed) == 1


def test_it_stays_closed_once_the_clerk_closed_it(qtbot, opened):
    window, _ = opened(ASKS)
    key(Qt.Key.Key_F6)
    window.tools.citizen.show_office(ASKS)  # as told again after every change of settings
    assert window.tools.citizen.window is None


def test_a_paper_typed_while_the_citizen_looks_is_asked_about_before_it_is_saved(
    qtbot, opened, desk
):
    _, screen = opened(ASKS)
    _ready(qtbot, screen)
    key(Qt.Key.Key_F9)
    screen.papers.extra.setFocus()
    type_text(screen.papers.extra, "Giấy xác nhận")
    key(Qt.Key.Key_F9)
    settle(qtbot, screen)
    assert desk.registered == []
    assert screen.check.is_waiting
    key(Qt.Key.Key_F9)
    settle(qtbot, screen)
    (request,) = desk.registered
    assert request.documents[-1].name == "Giấy xác nhận"
