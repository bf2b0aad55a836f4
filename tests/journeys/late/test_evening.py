"""The evening: a stack is finished by scanning it, the day is ended, and what comes after."""

import pytest

from app.answers.day import DayFigure
from app.domain.workflow.states import DossierState
from app.usecases.day import figures

pytestmark = [pytest.mark.gui, pytest.mark.journey]


def test_a_stack_is_scanned_and_the_day_is_ended_by_keys_alone(office, sit, tray):
    clerk = sit()
    first = clerk.take_in("", "Lý A Sềnh", procedure="khai tu").save("Ctrl+F9")
    second = clerk.take_in("", "Vàng Thị Mỷ", procedure="khai tu").save("Ctrl+F9")
    clerk.key("Ctrl+L")
    clerk.wait(clerk.is_idle)
    clerk.scan(first.code).wait(lambda: clerk.sees("1 hồ sơ trong chồng."))
    clerk.key("Alt+F").type(second.code).key("Enter")
    clerk.wait(lambda: clerk.sees("2 hồ sơ trong chồng."))
    clerk.key("Ctrl+Enter")
    clerk.wait(lambda: clerk.sees("✓ 2 xong"))
    assert clerk.stored(second.id).state is DossierState.FINISHED
    clerk.key("Shift+F5")
    clerk.wait(lambda: clerk.is_idle() and clerk.sees("Phiếu đã lập không sửa được"))
    clerk.key("Ctrl+Enter")
    clerk.wait(lambda: clerk.sees("✓ Phiếu 0001/KTN"))
    session = clerk.session
    today = session.clock.now().date()
    (sheet,) = figures.day_sheets(session.desk, session.actor, today)
    assert (sheet.counts[DayFigure.RECEIVED], sheet.counts[DayFigure.FINISHED]) == (2, 2)
    clerk.take_in("", "Lò Văn Pao", procedure="khai tu").save("Ctrl+F9")
    clerk.key("Shift+F5")
    clerk.wait(lambda: clerk.is_idle() and clerk.sees("Lập phiếu bổ sung"))
    clerk.key("Ctrl+Enter")
    clerk.wait(lambda: clerk.sees("✓ Phiếu 0002/KTN"))
    clerk.check()
