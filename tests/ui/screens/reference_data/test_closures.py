"""Closures in the window: typed, reviewed, done, undone, with their papers."""

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.clock import VIETNAM
from tests.ui.screens.hands import FolderGone, rows
from tests.ui.screens.invented_office import STORM, a_review
from tests.ui.typing import type_text
from ui.screen import Place
from ui.screens.reference_data import ReferenceScreen
from ui.shell.cards.parts import parts

pytestmark = pytest.mark.gui


@pytest.fixture
def reference(opened, office, qtbot):
    screen = opened(lambda work, notices: ReferenceScreen(office.reference(), work, notices))
    screen.show_part("closures")
    settle(qtbot, screen)
    return screen


def settle(qtbot, screen):
    qtbot.waitUntil(lambda: screen.work.is_idle, timeout=5000)


def typed(reference, first="7:30 25/11/2026", last="17:00 25/11/2026"):
    card = reference.closures.declare
    type_text(card.first.input, first)
    type_text(card.last.input, last)
    type_text(card.decision.input, "QĐ 9/QĐ-UBND")
    type_text(card.reason.input, "Lũ quét")
    return card


def reviewed(reference, qtbot):
    typed(reference).review.click()
    settle(qtbot, reference)
    return reference.closures.review


def test_the_palette_leads_to_them():
    (found,) = [one for one in parts() if one.name == "closures"]
    assert found.place is Place.REFERENCE


def test_their_first_field_has_the_keyboard(reference):
    assert reference.view.value() == "calendar"
    assert reference.closures.declare.first.input.hasFocus()


def test_what_is_missing_or_wrong_is_said_at_its_field(reference, office):
    card = reference.closures.declare
    card.review.click()
    assert card.first.has_problem
    type_text(card.first.input, "25/11/2026")
    type_text(card.last.input, "24/11")
    card.review.click()
    assert not card.first.has_problem
    assert card.last.has_problem
    card.last.set_value("26/11")
    card.review.click()
    assert card.reason.has_problem
    type_text(card.reason.input, "Bão")
    card.review.click()
    assert card.decision.has_problem
    assert office.asked == []


def test_days_alone_are_whole_days_and_a_day_without_year_is_the_nearest(reference, office, qtbot):
    typed(reference, "25/11", "26/11").review.click()
    settle(qtbot, reference)
    (closure,) = office.asked
    assert closure.from_at == datetime(2026, 11, 25, tzinfo=VIETNAM)
    assert closure.to_at == datetime(2026, 11, 27, tzinfo=VIETNAM)


def test_what_would_move_is_looked_at_first(reference, office, qtbot):
    review = reviewed(reference, qtbot)
    assert "1 hồ sơ đổi hẹn trả" in review.words.text()
    assert rows(review.table) == [
        ("H37.99.1-261118-0004", "Triệu Mùi Mản", "10:15 27/11/2026", "10:15 30/11/2026",
         "0912 345 678"),
    ]  # fmt: skip
    assert review.done.hasFocus()
    assert len(office.asked) == 1, "nothing was declared"


def test_declared_it_is_as_it_was_looked_at_and_the_office_saved_before(reference, office, qtbot):
    review = reviewed(reference, qtbot)
    QTest.keyClick(review.done, Qt.Key.Key_Space)
    settle(qtbot, reference)
    closure, digest = office.asked[-1]
    assert (closure.reason, closure.decision) == ("Lũ quét", "QĐ 9/QĐ-UBND")
    assert digest == "d" * 64
    assert office.saved_first == 1
    assert "Đã ghi số 2: 1 hồ sơ đổi hẹn" in reference.closures.strip.text()
    assert not review.isVisible()
    assert reference.closures.declare.reason.value() == ""
    assert [row[0] for row in rows(reference.closures.listed.table)] == ["2", "1"]


def test_a_review_can_be_put_away(reference, office, qtbot):
    review = reviewed(reference, qtbot)
    review.drop.click()
    assert not review.isVisible()
    assert reference.closures.declare.reason.value() == "Lũ quét", "what is typed stays"
    assert len(office.asked) == 1


def test_a_long_review_says_how_much_it_leaves_out_and_what_is_doubtful(reference, office, qtbot):
    office.review = a_review(STORM, count=1_403, relieved=2, overdue=3)
    review = reviewed(reference, qtbot)
    assert rows(review.table)[-1][:2] == ("…", "Còn 1.402 hồ sơ nữa.")
    assert "2 hồ sơ đang quá hạn sẽ hết quá hạn" in review.marks.text()
    assert "3 hồ sơ sẽ thành quá hạn" in review.marks.text()
    opened = []
    reference.dossier_wanted.connect(opened.append)
    review.table.opened.emit(0)
    review.table.opened.emit(1)
    assert opened == [4]


def test_a_refusal_is_said_and_leaves_what_is_typed(reference, office, qtbot):
    office.refuse = FolderGone(path="x")
    typed(reference).review.click()
    settle(qtbot, reference)
    assert reference.closures.strip.text().startswith("■")
    assert reference.closures.declare.review.isEnabled()
    assert not reference.closures.review.isVisible()


def test_a_mistake_of_the_program_is_no_refusal(reference, office, qtbot, notices):
    office.refuse = OSError(28, "full")
    typed(reference).review.click()
    settle(qtbot, reference)
    assert notices.errors == [office.refuse]


def test_an_undoing_is_reviewed_and_done_with_its_reason(reference, office, qtbot):
    listed = reference.closures.listed
    listed.undo.click()
    settle(qtbot, reference)
    review = reference.closures.review
    assert review.words.text().startswith("Bỏ đóng cửa số 1")
    type_text(review.reason.input, "Bão đổi hướng")
    review.done.click()
    settle(qtbot, reference)
    assert office.asked[-1] == (1, "Bão đổi hướng", "d" * 64)


def test_whom_to_call_is_saved_and_slips_are_printed(reference, office, qtbot):
    reference.closures.save_calls(1, Path("goi.xlsx"))
    settle(qtbot, reference)
    assert "Đã ghi 3 hồ sơ" in reference.closures.strip.text()
    reference.closures.listed.slips.click()
    settle(qtbot, reference)
    assert office.asked == [(1, Path("goi.xlsx")), ("slips", 1)]
    assert "Đã gửi 3 phiếu hẹn cấp lại" in reference.closures.strip.text()


def test_the_window_is_closed_over_a_typed_closure_only_at_the_second_try(reference):
    assert reference.may_close()
    type_text(reference.closures.declare.reason.input, "Bão")
    assert not reference.may_close()
    assert "đóng lần nữa để bỏ" in reference.closures.strip.text()
    assert reference.may_close()


def test_without_any_closure_there_is_nothing_to_choose(opened, office, qtbot):
    office.closures = ()
    screen = opened(lambda work, notices: ReferenceScreen(office.reference(), work, notices))
    screen.show_part("closures")
    settle(qtbot, screen)
    assert screen.closures.listed.none.isVisible()
    assert not screen.closures.listed.buttons.isVisible()
