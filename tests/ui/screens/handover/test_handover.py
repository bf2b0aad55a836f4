"""Stacks given and scanned back, by scanner and keyboard alone, at an invented desk."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.answers.handover import (
    Agencies,
    HandoverMade,
    HandoverRecord,
    LyingDossier,
    NotedDifference,
    Reception,
    RecordLine,
    RecordRow,
    ScannedDossier,
)
from app.domain.catalogue.procedure import Step
from app.domain.changes import Changed
from app.domain.clock import to_minute
from app.domain.deadline.remaining import Remaining
from app.domain.deadline.standing import Standing
from app.domain.deadline.time_limit import parse
from app.domain.errors import DeskError
from app.domain.workflow.agencies import agencies
from app.domain.workflow.handing import DESK, Handing, LiesThere
from app.domain.workflow.handover import Difference, EmptyStack, HandedDossier, RecordNumber
from app.domain.workflow.stays import Stay
from app.usecases.handover.stack import NoSuchCode, ScannedTwice
from app.wording import refusals
from tests.builders import MONDAY
from tests.ui.desk import bring, key, settle
from tests.ui.recorded_notices import RecordedNotices
from tests.ui.typing import type_text
from ui.keys import Key
from ui.screens.handover import HandoverActions, HandoverScreen
from ui.work import Work

pytestmark = pytest.mark.gui
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NUMBER = RecordNumber(2026, 7)
CHECK = Step(2, "Phòng Kinh tế", "Thẩm định", parse("2 WORKING_DAY"))


def code(nth):
    return f"H37.99.1-261123-{nth:04d}"


def a_line(nth):
    return HandedDossier(nth, code(nth), f"Lý Văn {nth}", "Đăng ký lại khai sinh", 2, 1)


class Custody:
    """Five dossiers at the desk, and one record on its way."""

    def __init__(self):
        self.asked = []
        self.received = []
        self.printer = "HP"
        self.taken = set()
        self.refuses = None

    def actions(self):
        return HandoverActions(
            agencies=lambda: Agencies("Bộ phận Một cửa", agencies(())),
            scan=self.scan,
            code_of=lambda scanned: code(scanned) if isinstance(scanned, int) else scanned,
            make=self.make,
            records=lambda: (
                RecordRow(NUMBER, MONDAY, "Một cửa", "Phòng Kinh tế", "Lan", 3, 3),
                RecordRow(RecordNumber(2026, 6), MONDAY, "Một cửa", "Lãnh đạo", "Lan", 1, 0),
            ),
            record=self.record,
            receive=self.receive,
            lying=self.lying,
            print_record=self.print_record,
            say=refusals.say,
        )

    def scan(self, text, agency, giver, seen):
        self.asked.append((text, agency, giver))
        known = {code(nth): nth for nth in range(1, 6)}
        if text not in known:
            raise NoSuchCode(field="code", code=text)
        if known[text] in seen:
            raise ScannedTwice(field="code", code=text)
        if agency == "desk":
            raise LiesThere(field="code", code=text, agency="Một cửa")
        return ScannedDossier(a_line(known[text]), DESK)

    def make(self, codes, agency):
        if self.refuses:
            raise self.refuses
        self.made = (codes, agency)
        return HandoverMade(NUMBER, "Một cửa", agency, tuple(codes), 3, "0" * 64)

    def record(self, number):
        lines = tuple(
            RecordLine(a_line(nth), MONDAY if nth in self.taken else None, "", nth == 3)
            for nth in (1, 2, 3)
        )
        return HandoverRecord(
            number, "Một cửa", "Phòng Kinh tế", "Lan", to_minute(MONDAY), "", lines, ()
        )

    def receive(self, number, codes):
        if self.refuses:
            raise self.refuses
        self.received.append((number, codes))
        self.taken |= {1}
        missing = NotedDifference(Difference.MISSING, code(2), "", MONDAY, "Lan")
        extra = NotedDifference(Difference.EXTRA, "abc", "không có hồ sơ này", MONDAY, "Lan")
        return Reception(number, "Phòng Kinh tế", codes[:1], (missing, extra), 3, 2, "0" * 64)

    def lying(self, agency, is_late):
        self.asked.append(("lying", agency, is_late))
        if is_late and agency:
            return ()
        given = Handing("Phòng Kinh tế", MONDAY, "Lan", "0007/BBBG")
        stay = Stay("Phòng Kinh tế", MONDAY, None, CHECK, MONDAY, True, Standing.OVERDUE, given)
        taken = replace(given, taken_at=MONDAY)
        bare = replace(stay, step=None, due_at=None, standing=Standing.NO_LIMIT, handing=taken)
        return (
            LyingDossier(1, code(1), "Lý Văn 1", "x", stay.agency, stay, None, Remaining(90, True)),
            LyingDossier(2, code(2), "Lý Văn 2", "x", stay.agency, bare, None),
        )

    def print_record(self, number):
        if isinstance(self.printer, Exception):
            raise self.printer
        self.asked.append(("print", number))
        return self.printer


@pytest.fixture
def beeps(monkeypatch):
    heard = []
    monkeypatch.setattr(QApplication, "beep", lambda: heard.append(1))
    return heard


@pytest.fixture
def custody():
    return Custody()


@pytest.fixture
def screen(qtbot, qapp, custody, beeps):
    work = Work()
    made = HandoverScreen(custody.actions(), work, RecordedNotices())
    made.work = work
    made.notices = made._notices
    bring(qtbot, made)
    made.on_shown()
    settle(qtbot, work)
    yield made
    work.close()


def typed(qtbot, screen, text):
    type_text(QApplication.focusWidget(), text)
    key(screen, Qt.Key.Key_Return)
    settle(qtbot, screen.work)


def scanned(qtbot, screen, *ids):
    for one in ids:
        assert screen.take_dossier(one)
    settle(qtbot, screen.work)


def test_each_scan_answers_at_once_by_row_words_and_sound(qtbot, screen, custody, beeps):
    giving = screen.giving
    assert giving.line.field.input.hasFocus()
    scanned(qtbot, screen, 1, 2)
    assert giving.codes == (code(1), code(2))
    assert giving.line.strip.text() == f"✓ {code(2)} · Lý Văn 2"
    assert giving.line.strip.property("kind") == "done"
    assert giving.count.text() == "2 hồ sơ, 6 giấy tờ"
    assert beeps == []
    typed(qtbot, screen, code(1))
    assert giving.line.strip.text() == f"■ {code(1)}: đã có trong chồng này, quét hai lần."
    assert giving.line.strip.property("kind") == "problem"
    typed(qtbot, screen, "abc")
    assert "không phải mã của hồ sơ nào" in giving.line.strip.text()
    assert beeps == [1, 1]
    typed(qtbot, screen, " ")
    assert len(beeps) == 2
    assert giving.codes == (code(1), code(2))


def test_scans_that_come_faster_than_they_are_looked_at_are_each_answered(qtbot, screen, custody):
    for nth in (1, 2, 3, 1):
        screen.take_dossier(nth)
    settle(qtbot, screen.work)
    assert screen.giving.codes == (code(1), code(2), code(3))
    assert [asked[2] for asked in custody.asked] == [None, DESK, DESK, DESK]


def test_what_is_no_dossiers_code_says_so(qtbot, screen, beeps):
    assert screen.take_code("G09.20-20260609-0092637", is_meant=False)
    settle(qtbot, screen.work)
    assert "không phải mã của hồ sơ nào" in screen.giving.line.strip.text()
    assert screen.take_card(object())
    assert "thẻ của một người" in screen.giving.line.strip.text()
    assert beeps == [1, 1]


def test_a_stack_goes_on_a_record_that_is_printed(qtbot, screen, custody):
    scanned(qtbot, screen, 1, 2)
    with qtbot.waitSignal(screen.changed) as changed:
        key(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen.work)
    assert custody.made == ((code(1), code(2)), "Văn phòng HĐND và UBND")
    assert changed.args == [Changed.DOSSIERS | Changed.OUTBOX]
    assert custody.asked[-1] == ("print", NUMBER)
    assert screen.notices.words == [
        "Đã lập biên bản 0007/BBBG: 2 hồ sơ cho Văn phòng HĐND và UBND.",
        "Đã gửi biên bản 0007/BBBG tới HP.",
    ]
    assert screen.giving.codes == ()
    assert screen.giving.line.field.input.hasFocus()
    assert screen.take_key(Key.REPRINT)
    assert not screen.take_key(Key.RETURN)


def test_nothing_is_printed_before_there_is_a_record_nor_made_of_nothing(screen, custody):
    assert not screen.take_key(Key.REPRINT)
    assert not screen.print_button.isEnabled()
    key(screen, Qt.Key.Key_Return, CONTROL)
    assert not hasattr(custody, "made")


@pytest.mark.parametrize("error", [EmptyStack(), OSError("no")], ids=["refused", "failed"])
def test_a_printer_that_fails_loses_no_record(qtbot, screen, custody, error):
    custody.printer = error
    scanned(qtbot, screen, 1)
    key(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen.work)
    again = screen.notices.actions[-1]
    custody.printer = "HP"
    (again.do if isinstance(error, DeskError) else screen.notices.retries[-1])()
    settle(qtbot, screen.work)
    assert screen.notices.words[-1].startswith("Đã gửi biên bản")


@pytest.mark.parametrize("error", [EmptyStack(), OSError("no")], ids=["refused", "failed"])
def test_what_is_refused_stays_on_the_stack(qtbot, screen, custody, error):
    custody.refuses = error
    scanned(qtbot, screen, 1)
    key(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen.work)
    assert screen.giving.codes == (code(1),)
    assert screen.giving.line.strip.text() or screen.notices.errors


def test_a_row_is_taken_off_the_stack_and_a_dossier_opened(qtbot, screen):
    scanned(qtbot, screen, 1, 2)
    table = screen.giving.table
    table.setFocus()
    key(screen, Qt.Key.Key_Delete)
    assert screen.giving.codes == (code(1),)
    with qtbot.waitSignal(screen.dossier_wanted) as wanted:
        key(screen, Qt.Key.Key_Return)
    assert wanted.args == [1]
    screen.giving.drop_button.click()
    assert screen.giving.codes == ()
    assert not screen.giving.drop_button.isEnabled()
    key(screen, Qt.Key.Key_Delete)


def test_another_receiver_looks_at_the_stack_anew(qtbot, screen, custody):
    scanned(qtbot, screen, 1, 2)
    screen.giving.agency.set_value("desk")
    screen.giving.agency.changed.emit()
    settle(qtbot, screen.work)
    assert screen.giving.codes == ()
    assert "không cần bàn giao" in screen.giving.line.strip.text()


def test_a_stack_is_scanned_back_and_differences_are_seen(qtbot, screen, custody, beeps):
    key(screen, Qt.Key.Key_2, ALT)
    settle(qtbot, screen.work)
    receiving = screen.receiving
    assert receiving.records.hasFocus()
    assert not screen.take_dossier(1), "no record is open: the dossier opens"
    key(screen, Qt.Key.Key_Return)
    settle(qtbot, screen.work)
    assert receiving.title.text() == "Biên bản 0007/BBBG: Một cửa → Phòng Kinh tế; có 0/3 hồ sơ"
    assert receiving.lines.item(2, 3).text() == "▲ thiếu"
    scanned(qtbot, screen, 1)
    assert receiving.lines.item(0, 3).text() == "✓ vừa quét"
    assert "có 1/3 hồ sơ" in receiving.title.text()
    scanned(qtbot, screen, 1)
    assert receiving.line.strip.text() == f"▲ {code(1)}: quét hai lần"
    typed(qtbot, screen, "abc")
    assert receiving.line.strip.text() == "■ abc: không có trong biên bản này"
    assert beeps == [1, 1]
    with qtbot.waitSignal(screen.changed):
        key(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen.work)
    assert custody.received == [(NUMBER, (code(1), code(1), "abc"))]
    assert screen.notices.words[-1] == "Biên bản 0007/BBBG: đã nhận 1 hồ sơ, còn thiếu 2."
    assert receiving.found.text() == f"▲ Thiếu: {code(2)}\n▲ Thừa: abc (không có hồ sơ này)"
    assert receiving.lines.item(0, 3).text() == "✓ 10:15 23/11"
    scanned(qtbot, screen, 1)
    assert receiving.line.strip.text().endswith("quét hai lần"), "it was taken before"
    screen.on_changed(Changed.DOSSIERS)
    assert screen.take_key(Key.REPRINT)
    assert screen.take_code("x", is_meant=False)
    settle(qtbot, screen.work)
    assert screen.go_back()
    assert not receiving.records.isHidden()
    assert not screen.go_back()
    assert not receiving.fold()
    key(screen, Qt.Key.Key_1, ALT)
    settle(qtbot, screen.work)
    assert not screen.is_receiving


@pytest.mark.parametrize("error", [EmptyStack(), OSError("no")], ids=["refused", "failed"])
def test_a_count_that_is_refused_keeps_its_scans(qtbot, screen, custody, error):
    key(screen, Qt.Key.Key_2, ALT)
    settle(qtbot, screen.work)
    key(screen, Qt.Key.Key_Return)
    settle(qtbot, screen.work)
    key(screen, Qt.Key.Key_Return, CONTROL)
    assert custody.received == [], "nothing was scanned"
    scanned(qtbot, screen, 1)
    custody.refuses = error
    key(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen.work)
    assert "có 1/3 hồ sơ" in screen.receiving.title.text()
    assert screen.receiving.line.strip.text().startswith("■") or screen.notices.errors
    screen.on_shown()
    settle(qtbot, screen.work)
    assert screen.receiving.line.field.input.hasFocus()


def test_who_has_what_is_looked_at_by_agency_and_by_what_is_late(qtbot, screen, custody):
    key(screen, Qt.Key.Key_3, ALT)
    settle(qtbot, screen.work)
    card = screen.lying
    assert card.agency.input.hasFocus()
    texts = [[card.table.item(row, column).text() for column in range(6)] for row in (0, 1)]
    assert texts[0][2:] == [
        "Phòng Kinh tế (▲ chưa nhận)", "10:15 23/11", "Thẩm định", "■ quá hạn 1 giờ 30 phút",
    ]  # fmt: skip
    assert texts[1][2:] == ["Phòng Kinh tế", "10:15 23/11", "", "không quy định"]
    assert card.count.text() == "2 hồ sơ"
    with qtbot.waitSignal(screen.dossier_wanted) as wanted:
        card.table.opened.emit(1)
    assert wanted.args == [2]
    card.late.click()
    settle(qtbot, screen.work)
    card.agency.set_value("Phòng Kinh tế")
    card.agency.changed.emit()
    settle(qtbot, screen.work)
    assert custody.asked[-2:] == [("lying", "", True), ("lying", "Phòng Kinh tế", True)]
    assert not card.empty.isHidden()
    screen.on_changed(Changed.DOSSIERS)
    settle(qtbot, screen.work)
    assert len(custody.asked) == 4
    screen.on_changed(Changed.MONEY)
    key(screen, Qt.Key.Key_Return, CONTROL)
    assert not screen.take_dossier(1)
    assert not screen.take_code("x", is_meant=False)
    assert not screen.take_card(object())
    assert not screen.go_back()
