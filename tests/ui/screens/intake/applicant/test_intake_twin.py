"""A person who already has an open dossier of the same procedure: said, compared, never blocked."""

from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from app.answers.people import Twin
from app.domain.clock import VIETNAM
from app.domain.scanning.code import read_scan
from app.domain.workflow.states import DossierState
from tests.ui.recorded_notices import RecordedNotices
from tests.ui.screens.intake.invented import CATALOGUE, MAY, Desk
from tests.ui.typing import press, type_text
from ui.screens.intake import IntakeScreen
from ui.theme import apply_theme
from ui.work import Work

pytestmark = pytest.mark.gui
TWIN = Twin(
    dossier_id=17,
    code="H37.99.1-261118-0004",
    state=DossierState.PROCESSING,
    applicant=replace(MAY, address="Khu 2, xã Tân Thanh"),
    procedure_name=CATALOGUE[1].name,
    case=None,
    papers=("Tờ khai cấp Giấy xác nhận tình trạng hôn nhân",),
    received_at=datetime(2026, 11, 18, 9, 5, tzinfo=VIETNAM),
    due_at=datetime(2026, 11, 25, 9, 5, tzinfo=VIETNAM),
)


@pytest.fixture
def screen(qtbot, qapp):
    apply_theme(qapp)
    work = Work()
    desk = Desk(twins={(MAY.personal_id, "1.004873"): TWIN})
    made = IntakeScreen(desk.actions(), work, RecordedNotices())
    made.work, made.desk = work, desk
    qtbot.addWidget(made)
    made.resize(1_274, 712)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.on_shown()
    settle(qtbot, made)
    yield made
    work.close()


def settle(qtbot, screen):
    qtbot.waitUntil(
        lambda: (
            screen.work.is_idle
            and not screen.twins.is_busy
            and not screen.procedure.search._question.is_busy
        ),
        timeout=5_000,
    )


def choose_marriage_status(qtbot, screen, number):
    if number:
        type_text(screen.applicant.person.number.input, number)
    search = screen.procedure.search.field.input
    search.setFocus()
    type_text(search, "hon nhan")
    press(search, Qt.Key.Key_Return)
    settle(qtbot, screen)


def compared(screen):
    return [one.text() for one in screen.frame.twin.findChildren(QLabel)]


def alt_a():
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)


def test_an_open_dossier_of_the_same_person_and_procedure_is_said(qtbot, screen):
    choose_marriage_status(qtbot, screen, MAY.personal_id)
    assert screen.procedure.twin.isVisible()
    assert TWIN.code in screen.procedure.twin.words
    assert "T4 18/11" in screen.procedure.twin.words


def test_somebody_else_is_not_warned(qtbot, screen):
    choose_marriage_status(qtbot, screen, "020190005678")
    assert not screen.procedure.twin.isVisible()


def test_one_key_shows_both_side_by_side_and_esc_goes_on(qtbot, screen):
    choose_marriage_status(qtbot, screen, MAY.personal_id)
    before = QApplication.focusWidget()
    alt_a()
    assert screen.frame.twin.isVisible()
    assert {"Khu 2, xã Tân Thanh", "Đang xử lý", MAY.personal_id} <= set(compared(screen))
    press(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not screen.frame.twin.isVisible()
    assert QApplication.focusWidget() is before
    assert screen.state().applicant.personal_id == MAY.personal_id


def test_the_open_dossier_can_be_gone_to_and_the_draft_stays(qtbot, screen):
    choose_marriage_status(qtbot, screen, MAY.personal_id)
    alt_a()
    with qtbot.waitSignal(screen.dossier_wanted) as wanted:
        QTest.keyClick(
            QApplication.focusWidget(), Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier
        )
    assert wanted.args == [17]
    assert not screen.state().is_blank


def test_a_new_form_warns_of_nothing(qtbot, screen):
    choose_marriage_status(qtbot, screen, MAY.personal_id)
    screen.go_back()
    settle(qtbot, screen)
    assert not screen.procedure.twin.isVisible()
    alt_a()
    assert not screen.frame.twin.isVisible()


def test_an_open_dossier_under_the_number_of_old_is_said_when_the_card_names_it(qtbot, screen):
    screen.desk.twins[("081000111", "1.004873")] = TWIN
    text = "020099004321|081000111|Nông Văn Ưng|30111999|Nam|Khu 3, Đồng Đăng, Lạng Sơn|02082022"
    screen.take_card(read_scan(text, screen.desk.now.date()))
    choose_marriage_status(qtbot, screen, "")
    assert screen.procedure.twin.isVisible()
    assert TWIN.code in screen.procedure.twin.words
