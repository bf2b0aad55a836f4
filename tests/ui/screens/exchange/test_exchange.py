"""Đồng bộ: what it does and says."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit

from app.answers.exchange import Contradiction, ContradictionKind, Exported, OutboxSummary
from app.domain.changes import Changed
from tests.ui.screens.hands import FolderGone, rows, settle
from tests.ui.typing import press
from ui.screens.exchange import ExchangeScreen

pytestmark = pytest.mark.gui


def words(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def test_the_exchange_screen_names_every_dossier_that_would_cost_points(opened, office, qtbot):
    screen = opened(lambda work, notices: ExchangeScreen(office.exchange(), work, notices))
    assert rows(screen.problems_card.dossiers)[0] == (
        "H37.99.1-261118-0004",
        "Triệu Mùi Mản",
        "quá hạn; thiếu số điện thoại",
    )
    with qtbot.waitSignal(screen.dossier_wanted, timeout=1000) as wanted:
        press(screen.problems_card.dossiers, Qt.Key.Key_Return)
    assert wanted.args == [7]
    assert rows(screen.rejected_card.table)[0][2:] == (
        "cần sửa",
        "DinhDanhCHS không tồn tại trong CSDL",
    )


@pytest.mark.parametrize("way", ["click", "enter", "tab"])
def test_a_refused_dossier_opens_at_the_field_to_be_mended(opened, office, qtbot, way):
    screen = opened(lambda work, notices: ExchangeScreen(office.exchange(), work, notices))
    table = screen.rejected_card.table
    with qtbot.waitSignal(screen.mend_wanted, timeout=1000) as wanted:
        if way == "click":
            at = table.visualItemRect(table.item(0, 3)).center()
            QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
        else:
            if way == "tab":
                screen.export_button.setFocus()
                press(screen.export_button, Qt.Key.Key_Tab)
                assert table.hasFocus()
            table.setFocus()
            press(table, Qt.Key.Key_Return)
    assert wanted.args == [12, "applicant.personal_id", "DinhDanhCHS không tồn tại trong CSDL"]


def test_one_click_opens_a_dossier_that_would_cost_points(opened, office, qtbot):
    screen = opened(lambda work, notices: ExchangeScreen(office.exchange(), work, notices))
    table = screen.problems_card.dossiers
    with qtbot.waitSignal(screen.dossier_wanted, timeout=1000) as wanted:
        at = table.visualItemRect(table.item(0, 0)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert wanted.args == [7]


def test_codes_of_two_agencies_are_named_whole(opened, office):
    other = replace(office.problems[0], dossier_id=99, dossier_code="G22.99.1-261118-0004")
    office.problems = (*office.problems, other)
    screen = opened(lambda work, notices: ExchangeScreen(office.exchange(), work, notices))
    named = rows(screen.problems_card.groups)[0][2]
    assert named == "H37.99.1-261118-0004, G22.99.1-261118-0004"


def test_faults_are_counted_by_kind_and_each_kind_leads_to_its_dossiers(opened, office, qtbot):
    screen = opened(lambda work, notices: ExchangeScreen(office.exchange(), work, notices))
    card = screen.problems_card
    assert [row[:2] for row in rows(card.groups)] == [
        ("Quá hạn", "1"), ("Thiếu số điện thoại", "1"), ("Yêu cầu bổ sung hơn một lần", "1"),
    ]  # fmt: skip
    assert rows(card.groups)[0][2] == "261118-0004"
    card.groups.setFocus()
    press(card.groups, Qt.Key.Key_Down)
    press(card.groups, Qt.Key.Key_Down)
    assert [row[0] for row in rows(card.dossiers)] == ["H37.99.1-261120-0017"]
    press(card.groups, Qt.Key.Key_Return)
    assert card.dossiers.hasFocus()
    with qtbot.waitSignal(screen.dossier_wanted, timeout=1000) as wanted:
        press(card.dossiers, Qt.Key.Key_Return)
    assert wanted.args == [9]


def test_exporting_says_what_was_written_and_that_nothing_is_acknowledged(opened, office, qtbot):
    screen = opened(lambda work, notices: ExchangeScreen(office.exchange(), work, notices))
    heard = []
    screen.work.changed.connect(heard.append)
    screen.export_to(Path("/usb"))
    assert not screen.export_button.isEnabled()
    settle(qtbot, screen.work)
    assert office.asked == [Path("/usb")]
    assert "31 bản ghi của 14 hồ sơ" in screen.strip.text()
    assert "vẫn chờ" in screen.strip.text()
    assert screen.export_button.isEnabled()
    assert heard == [Changed.OUTBOX]


def test_a_vanished_stick_is_said_and_the_next_try_is_possible(opened, office, qtbot, notices):
    screen = opened(lambda work, notices: ExchangeScreen(office.exchange(), work, notices))
    office.refuse = FolderGone(path="/usb")
    screen.export_to(Path("/usb"))
    settle(qtbot, screen.work)
    assert screen.strip.text().startswith("■")
    assert screen.export_button.isEnabled()
    office.refuse = OSError(28, "full")
    screen.export_to(Path("/usb"))
    settle(qtbot, screen.work)
    assert len(notices.errors) == 1


def test_answers_are_counted_and_strange_ones_pointed_out(opened, office, qtbot):
    screen = opened(lambda work, notices: ExchangeScreen(office.exchange(), work, notices))
    screen.take_answers(Path("answer.mcr"))
    settle(qtbot, screen.work)
    assert office.saved_first == 1
    assert "đã nhận 29, từ chối 1, trùng 1" in screen.strip.text()
    assert "1 bản ghi không phải của máy này" in screen.strip.text()


def test_refusals_that_come_take_the_keyboard_and_enter_opens_the_first(opened, office, qtbot):
    came, office.rejections = office.rejections, ()
    screen = opened(lambda work, notices: ExchangeScreen(office.exchange(), work, notices))
    screen.answer_button.setFocus()
    office.rejections = came
    screen.take_answers(Path("answer.mcr"))
    assert not isinstance(screen.focusWidget(), QLineEdit), "a field would take what is typed"
    settle(qtbot, screen.work)
    assert screen.rejected_card.table.hasFocus()
    with qtbot.waitSignal(screen.mend_wanted, timeout=1000) as wanted:
        press(screen.focusWidget(), Qt.Key.Key_Return)
    assert wanted.args[0] == 12


def test_after_an_export_or_a_refused_file_the_keyboard_is_where_it_was(opened, office, qtbot):
    screen = opened(lambda work, notices: ExchangeScreen(office.exchange(), work, notices))
    screen.export_button.setFocus()
    screen.export_to(Path("/usb"))
    settle(qtbot, screen.work)
    assert screen.export_button.hasFocus()
    screen.answer_button.setFocus()
    office.refuse = FolderGone(path="/usb")
    screen.take_answers(Path("answer.mcr"))
    settle(qtbot, screen.work)
    assert screen.answer_button.hasFocus()


def test_the_number_of_refusals_says_how_many_are_mended(opened, office):
    office.summary = replace(office.summary, rejected=3, to_mend=1)
    screen = opened(lambda work, notices: ExchangeScreen(office.exchange(), work, notices))
    assert "1 cần sửa, 2 đã sửa" in words(screen)


def test_what_the_province_refused_stands_before_what_is_only_advised(opened, office):
    screen = opened(lambda work, notices: ExchangeScreen(office.exchange(), work, notices))
    refused, advised = screen.rejected_card, screen.problems_card
    assert refused.isVisible()
    assert advised.isVisible()
    assert refused.geometry().bottom() < advised.geometry().top()


def test_with_nothing_waiting_the_screen_says_what_will_appear(opened, office):
    office.summary = OutboxSummary(0, 0, 0, 0, None, 0, None)
    office.problems = ()
    office.rejections = ()
    screen = opened(lambda work, notices: ExchangeScreen(office.exchange(), work, notices))
    assert not screen.export_button.isEnabled()
    assert screen.problems_card.none.isVisible()
    assert not screen.rejected_card.isVisible()
    assert not screen.problems_card.groups.isVisible()


class Writing:
    """An export of many events that goes on only as it is let."""

    def __init__(self):
        self.go_on = threading.Semaphore(0)

    def __call__(self, folder, progress):
        for nth in range(1, 1_301):
            assert nth != 2 or self.go_on.acquire(timeout=5)
            progress(nth, 1_300)
        return Exported(f"{folder}/a.mcg", "p", 1_300, 200, 40_000, "0" * 64)


def test_an_export_shows_how_far_it_is_and_holds_up_nothing(opened, office, qtbot):
    export = Writing()
    actions = replace(office.exchange(), export=export)
    screen = opened(lambda work, notices: ExchangeScreen(actions, work, notices))
    screen.export_to(Path("/usb"))
    qtbot.waitUntil(lambda: screen.running.words == "1/1.300")
    saved = []
    screen.work.writing.run(screen, lambda: "saved", saved.append)
    qtbot.waitUntil(lambda: saved == ["saved"])
    assert screen.running.isVisible()
    export.go_on.release()
    settle(qtbot, screen.work)
    assert not screen.running.isVisible()
    assert "1.300 bản ghi" in screen.strip.text()


def test_an_export_can_be_stopped_and_says_that_nothing_was_written(opened, office, qtbot):
    export, heard = Writing(), []
    actions = replace(office.exchange(), export=export)
    screen = opened(lambda work, notices: ExchangeScreen(actions, work, notices))
    screen.work.changed.connect(heard.append)
    screen.export_to(Path("/usb"))
    qtbot.waitUntil(lambda: screen.running.words != "")
    press(screen.running.stop, Qt.Key.Key_Space)
    assert not screen.running.stop.isEnabled()
    export.go_on.release()
    settle(qtbot, screen.work)
    assert screen.strip.text() == "Đã dừng; chưa ghi gói nào."
    assert not screen.running.isVisible()
    assert screen.export_button.isEnabled()
    assert heard == []


def test_contradicting_answers_are_listed_and_lead_to_their_dossier(opened, office, qtbot):
    screen = opened(lambda work, notices: ExchangeScreen(office.exchange(), work, notices))
    card = screen.contradictions_card
    assert not card.isVisible()
    kind = ContradictionKind.SHARED_CODE
    office.contradictions = (Contradiction(kind, 12, "H37.99.1-261112-0002", ("G22.99-1",)),)
    screen.on_changed(Changed.OUTBOX)
    qtbot.waitUntil(card.isVisible, timeout=5000)
    assert card.isVisible()
    ((code, words),) = rows(card.table)
    assert code == "H37.99.1-261112-0002"
    assert "mã G22.99-1 cho nhiều hồ sơ" in words
    with qtbot.waitSignal(screen.dossier_wanted, timeout=1000) as wanted:
        press(card.table, Qt.Key.Key_Return)
    assert wanted.args == [12]


def test_papers_asked_for_though_a_base_holds_them_are_listed_and_saved(
    opened, office, qtbot, tmp_path
):
    screen = opened(lambda work, notices: ExchangeScreen(office.exchange(), work, notices))
    card = screen.held_card
    assert (card.first.value(), card.last.value()) == ("01/11/2026", "23/11/2026")
    assert rows(card.table) == [
        ("09:05 19/11", "H37.99.1-261118-0004", "Bản sao thẻ căn cước",
         "Cơ sở dữ liệu gặp sự cố, chưa tra được", "Hoàng Thị Lan"),
    ]  # fmt: skip
    with qtbot.waitSignal(screen.dossier_wanted, timeout=1000) as wanted:
        press(card.table, Qt.Key.Key_Return)
    assert wanted.args == [7]
    card.save.click()
    dialog = next(iter(screen.findChildren(QFileDialog)))
    dialog.fileSelected.emit(str(tmp_path / "bao-cao.xlsx"))
    settle(qtbot, screen.work)
    (report, file) = office.asked[-1]
    assert (len(report.rows), file) == (1, tmp_path / "bao-cao.xlsx")


def test_another_period_is_asked_for_by_typing_it(opened, office, qtbot):
    screen = opened(lambda work, notices: ExchangeScreen(office.exchange(), work, notices))
    card = screen.held_card
    card.last.set_value("18/11")
    press(card.last.input, Qt.Key.Key_Return)
    settle(qtbot, screen.work)
    assert card.table.isHidden()
    assert not card.save.isEnabled()
    assert "Không có giấy tờ nào" in card.none.text()
    card.last.input.setText("31/12/2027")
    press(card.last.input, Qt.Key.Key_Return)
    assert card.last.has_problem
