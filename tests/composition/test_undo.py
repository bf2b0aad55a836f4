"""A correction is taken back by Ctrl+H in the real window: a new correction, in the ledger too."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.composition.session.session import Session
from app.composition.whole import desk_window
from app.domain.actor import PROGRAM
from app.domain.clock import SetClock
from app.domain.forms.print_request import PrintRequest
from app.usecases.printing import prints
from app.usecases.queries import lookup
from app.usecases.safety import verification
from tests.builders import LAN, MONDAY, a_desk, a_dossier
from ui.screen import Place
from ui.screens.dossier.life.action_kind import ActionKind
from ui.theme import apply_theme
from ui.work import Work

pytestmark = pytest.mark.gui


@pytest.fixture
def session(tmp_path):
    session = Session(tmp_path / "data", SetClock(MONDAY), officer="Hoàng Thị Lan")
    session.use(a_desk(tmp_path / "data", MONDAY))
    yield session
    session.close()


@pytest.fixture
def window(qtbot, qapp, session):
    apply_theme(qapp)
    made = desk_window(session, Work())
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.start()
    yield made
    made.close()


def _settle(qtbot, window):
    work = window._work
    qtbot.waitUntil(lambda: work.is_idle, timeout=10_000)


def _key(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def _correct_phone(qtbot, window, dossier_id):
    window.open_dossier(dossier_id)
    _settle(qtbot, window)
    screen = window.screen_at(Place.DOSSIER)
    screen.begin(ActionKind.CORRECT)
    panel = screen.panel
    phone = panel.fields["applicant.phone"].input
    phone.setFocus()
    phone.selectAll()
    QTest.keyClicks(phone, "0987654321")
    panel.reason.set_value("Số cũ đã bỏ")
    _key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    _settle(qtbot, window)


def _corrections(session, dossier_id):
    timeline = lookup.dossier_view(session.desk, PROGRAM, dossier_id).timeline
    return [entry.reason for entry in timeline if entry.event == "CORRECT"]


def _phone(session, dossier_id):
    return lookup.dossier_view(session.desk, PROGRAM, dossier_id).dossier.applicant.phone


def test_the_old_value_stands_again_by_a_correction_of_its_own(qtbot, session, window):
    done = a_dossier(session.desk)
    before = lookup.dossier_view(session.desk, PROGRAM, done.dossier_id).dossier
    _correct_phone(qtbot, window, done.dossier_id)
    assert _phone(session, done.dossier_id) == "0987654321"
    _key(Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    _settle(qtbot, window)
    after = lookup.dossier_view(session.desk, PROGRAM, done.dossier_id).dossier
    assert after.applicant == before.applicant
    assert after.documents == before.documents
    assert after.version == before.version + 2
    assert _corrections(session, done.dossier_id) == ["Số cũ đã bỏ", "Hoàn tác"]
    assert verification.verify_records(session.desk, PROGRAM).dossiers == 1
    _key(Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)  # once is enough
    _settle(qtbot, window)
    assert len(_corrections(session, done.dossier_id)) == 2


def test_once_the_corrected_receipt_is_on_paper_nothing_is_offered(qtbot, session, window):
    done = a_dossier(session.desk)
    _correct_phone(qtbot, window, done.dossier_id)
    made = prints.make_print(session.desk, LAN, PrintRequest("01", done.dossier_id), paper="a4")
    prints.note_printer(session.desk, LAN, made.print_id, "HP")
    window.announce_changed(made.changed)
    _key(Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    _settle(qtbot, window)
    assert _phone(session, done.dossier_id) == "0987654321"
    assert _corrections(session, done.dossier_id) == ["Số cũ đã bỏ"]


def test_another_act_that_gave_numbers_offers_nothing(qtbot, session, window):
    done = a_dossier(session.desk)
    window.open_dossier(done.dossier_id)
    _settle(qtbot, window)
    screen = window.screen_at(Place.DOSSIER)
    screen.begin(ActionKind.START)
    _key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    _settle(qtbot, window)
    assert not any(toast.undoes for toast in window.notices.toasts)
