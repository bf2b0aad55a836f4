"""A stack goes to an agency and back by scanner alone, a wrong paper among it."""

import pytest

from app.usecases.handover import recorded
from tests.builders import a_dossier
from ui.screen import Place

pytestmark = [pytest.mark.gui, pytest.mark.journey]


def test_a_stack_goes_and_is_scanned_back_by_scanner_alone(office, sit, tray):
    clerk = sit()
    codes = [a_dossier(clerk.desk, procedure="1.004884").dossier_code for _ in range(4)]
    clerk.key("Ctrl+F2")
    clerk.wait(lambda: clerk.window.place is Place.HANDOVER and clerk.is_idle())
    screen = clerk.window.screen_at(Place.HANDOVER)
    assert clerk.focus == "Quét mã hồ sơ, hoặc gõ rồi Enter"
    for code in (codes[0], codes[1], codes[0], codes[2]):
        clerk.scan(code)
        clerk.wait(clerk.is_idle)
        assert code in screen.giving.line.strip.text(), "each scan answers at once"
    assert clerk.window.place is Place.HANDOVER, "no dossier opens amid a stack"
    assert clerk.sees("3 hồ sơ, 6 giấy tờ")
    clerk.do("Ctrl+Enter")
    clerk.wait(lambda: len(tray.papers) == 1)
    clerk.key("Alt+2").wait(clerk.is_idle)
    clerk.key("Enter").wait(clerk.is_idle)
    for code in (codes[0], codes[3], codes[2]):
        clerk.scan(code)
        clerk.wait(clerk.is_idle)
    assert clerk.sees("có 2/3 hồ sơ")
    clerk.do("Ctrl+Enter")
    clerk.wait(clerk.is_idle)
    assert clerk.sees(f"Thiếu: {codes[1]}")
    assert clerk.sees(f"Thừa: {codes[3]}")
    (row,) = recorded.handover_records(clerk.desk, clerk.session.actor)
    record = recorded.handover_record(clerk.desk, clerk.session.actor, row.number)
    assert (record.taken, row.waiting) == (2, 0)
    clerk.key("Alt+3").wait(clerk.is_idle)
    assert clerk.sees("2 hồ sơ")
    clerk.find(codes[0])
    assert clerk.sees("Đang ở: Văn phòng HĐND và UBND")
    assert clerk.check().ledger_rows
