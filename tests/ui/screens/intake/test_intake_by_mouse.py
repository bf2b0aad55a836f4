"""What a person does at the intake screen with the mouse alone."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from app.answers.dossier import Draft
from app.domain.dossier.dossier import ApplicantKind
from tests.ui.screens.intake.hands import choose, enter_person, focused, key, settle
from tests.ui.screens.intake.invented import NOW
from tests.ui.typing import press, type_text
from ui.screens.intake.certification.model import NAME
from ui.screens.intake.papers.list import COPIES, ORIGINALS
from ui.theme import apply_theme

pytestmark = pytest.mark.gui

LEFT = Qt.MouseButton.LeftButton


def click(widget, at=None):
    QTest.mouseClick(widget, LEFT, pos=at or widget.rect().center())


def click_count(papers, row, count, side):
    """Click the minus (-1) or plus (1) beside a count of the current row, or the count (0)."""
    index = papers.rows.index(row)
    where = papers.painted.aside_rect(papers, index, count)
    x = {-1: where.left() + 3, 0: where.center().x(), 1: where.right() - 3}[side]
    click(papers.viewport(), QPoint(x, where.center().y()))


def test_a_draft_laid_aside_leaves_no_promise_behind(qtbot, screen):
    enter_person(screen)
    choose(qtbot, screen, "hon nhan")
    assert screen.promise.due_at is not None
    screen.go_back()
    settle(qtbot, screen)
    assert screen.promise.due_at is None
    assert screen.promise.day.text() == ""
    assert "Chọn thủ tục" in screen.promise.rule.text()


def test_the_counts_of_a_paper_are_clicked_up_and_down(qtbot, screen):
    choose(qtbot, screen, "hon nhan")
    papers = screen.papers.list
    papers.toggle(0)
    click_count(papers, 0, COPIES, 1)
    click_count(papers, 0, COPIES, 1)
    click_count(papers, 0, COPIES, -1)
    click_count(papers, 0, ORIGINALS, 1)
    paper = screen.papers.papers()[0]
    assert (paper.originals, paper.copies) == (2, 1)
    assert paper.is_present, "a click beside a count is not for the tick"


def test_a_click_on_a_count_itself_chooses_it_and_leaves_the_tick(qtbot, screen):
    choose(qtbot, screen, "hon nhan")
    papers = screen.papers.list
    papers.toggle(0)
    click_count(papers, 0, COPIES, 0)
    paper = screen.papers.papers()[0]
    assert papers.painted.active_aside == COPIES
    assert (paper.is_present, paper.originals, paper.copies) == (True, 1, 0)


def test_all_required_papers_are_ticked_by_one_click(qtbot, screen):
    choose(qtbot, screen, "khai sinh")
    click(screen.papers.musts)
    assert screen.papers.list.missing() == ()


def test_a_form_is_laid_aside_by_a_click(qtbot, screen, desk):
    assert not screen.frame.park.isEnabled()
    enter_person(screen)
    assert screen.frame.park.isEnabled()
    click(screen.frame.park)
    settle(qtbot, screen)
    assert screen.state().is_blank
    assert [draft.summary for draft in screen.frame.drafts.drafts] == ["Hoàng Thị Mẩy"]


def test_a_draft_goes_by_two_clicks_on_one_spot(qtbot, screen, desk):
    enter_person(screen)
    screen.go_back()
    settle(qtbot, screen)
    drafts = screen.frame.drafts
    (cross,) = [one for one in drafts.crosses if one.isVisible()]
    spot = cross.mapTo(screen, cross.rect().center())
    click(cross)
    assert drafts.buttons[0].text() == "Bỏ nháp? Bấm lần nữa"
    qtbot.waitUntil(lambda: drafts.childAt(drafts.mapFrom(screen, spot)) is cross)
    click(cross)
    settle(qtbot, screen)
    assert desk.drafts == {}


def test_a_short_draft_goes_by_two_clicks_on_one_spot_too(qtbot, screen, desk):
    desk.drafts["d"] = Draft("d", NOW, "An", {})
    screen.on_shown()
    settle(qtbot, screen)
    drafts = screen.frame.drafts
    (cross,) = [one for one in drafts.crosses if one.isVisible()]
    spot = cross.mapTo(screen, cross.rect().center())
    click(cross)
    settle(qtbot, screen)
    hit = drafts.childAt(drafts.mapFrom(screen, spot))
    click(hit)
    settle(qtbot, screen)
    assert desk.drafts == {}
    assert screen.state().is_blank


def test_enter_takes_a_draft_up_that_was_nearly_dropped(qtbot, screen, desk):
    desk.drafts["d"] = Draft("d", NOW, "Lý A Sềnh", {})
    screen.on_shown()
    settle(qtbot, screen)
    (cross,) = [one for one in screen.frame.drafts.crosses if one.isVisible()]
    click(cross)
    press(screen.frame.drafts.buttons[0], Qt.Key.Key_Return)
    settle(qtbot, screen)
    assert "d" in desk.drafts


def test_a_print_by_click_leaves_the_keyboard_with_the_next_person(qtbot, screen):
    enter_person(screen)
    choose(qtbot, screen, "hon nhan")
    key(Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    key(Qt.Key.Key_F9, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, screen)
    stood = focused()
    assert stood is screen.applicant.person.number.input
    click(screen.promise.done.print_button)
    settle(qtbot, screen)
    assert focused() is stood


def test_a_click_into_the_chosen_procedure_lets_another_be_typed_over_it(qtbot, screen):
    choose(qtbot, screen, "hon nhan")
    field = screen.procedure.search.field.input
    click(field)
    type_text(field, "khai sinh")
    settle(qtbot, screen)
    assert field.text() == "khai sinh"


def test_a_click_into_a_number_of_sets_lets_another_be_typed_over_it(qtbot, screen):
    choose(qtbot, screen, "hon nhan")
    sets = screen.receipt.sets.input
    click(sets)
    type_text(sets, "3")
    assert screen.state().sets == "3"


def test_a_second_click_places_the_caret_within_what_stands_there(qtbot, screen):
    choose(qtbot, screen, "hon nhan")
    field = screen.procedure.search.field.input
    click(field)
    click(field, QPoint(4, field.height() // 2))
    assert not field.hasSelectedText()


def test_a_click_on_the_name_of_a_field_brings_the_keyboard_there(screen):
    address = screen.applicant.person.address
    click(address.label)
    assert focused() is address.input


def test_the_buttons_of_what_was_registered_stay_where_they_are_while_it_prints(
    qtbot, screen, desk
):
    enter_person(screen)
    choose(qtbot, screen, "hon nhan")
    screen.papers.tick_musts()
    settle(qtbot, screen)
    click(screen.frame.save_only)
    settle(qtbot, screen)
    done = screen.promise.done
    qtbot.waitUntil(done.isVisible)

    def spots():
        shown = [one for one in done.findChildren(QPushButton) if one.isVisible()]
        return [one.mapTo(screen, QPoint()) for one in shown]

    before = spots()
    done.show_printing("Đang gửi máy in…")
    done.show_printing("✓ Đã gửi máy in. Giấy ra không đúng: F8 in lại phiếu tiếp nhận. " * 2)
    done.show_printed()
    screen.layout().activate()
    assert spots() == before


def certify(qtbot, screen, *typed):
    choose(qtbot, screen, "2.000815")
    for text in typed:
        type_text(screen.certification.entry, text)
        QTest.keyClick(screen.certification.entry, Qt.Key.Key_Return)
    settle(qtbot, screen)


def cell(screen, row, column):
    table = screen.certification.table
    return table.visualRect(table.papers.index(row, column)).center()


def test_a_certified_paper_is_taken_away_by_a_click(qtbot, screen):
    certify(qtbot, screen, "Bằng khen 12x3", "Học bạ 4x1", "Sổ đỏ 2x2")
    panel = screen.certification
    click(panel.table.viewport(), cell(screen, 1, NAME))
    assert "Bỏ dòng 2" in panel.drop.text()
    click(panel.drop)
    assert [row.name for row in panel.rows()] == ["Bằng khen", "Sổ đỏ"]


def test_a_double_click_on_the_name_of_a_certified_paper_changes_it(qtbot, screen):
    certify(qtbot, screen, "Bằng khen 12x3", "Học bạ 4x1")
    panel = screen.certification
    at = cell(screen, 0, NAME)
    click(panel.table.viewport(), at)
    QTest.mouseDClick(panel.table.viewport(), LEFT, pos=at)
    assert focused() is panel.entry
    type_text(panel.entry, "Giấy khen")
    QTest.keyClick(panel.entry, Qt.Key.Key_Return)
    assert [(row.name, row.pages) for row in panel.rows()] == [("Giấy khen", 12), ("Học bạ", 4)]


def test_without_certified_papers_there_is_no_row_to_take_away(qtbot, screen):
    choose(qtbot, screen, "2.000815")
    assert not screen.certification.drop.isVisible()


def test_that_a_draft_is_kept_moves_nothing_under_the_mouse_in_large_letters(qtbot, qapp, screen):
    apply_theme(qapp, scale=200)
    screen.resize(1164, 640)
    settle(qtbot, screen)
    number = screen.applicant.person.number.input
    qtbot.waitUntil(lambda: screen.frame.channel.height() < 120)
    qapp.processEvents()
    before = number.mapTo(screen, QPoint())
    screen.frame.show_kept(NOW)
    qapp.processEvents()
    assert number.mapTo(screen, QPoint()) == before


def test_after_a_click_on_what_somebody_is_their_number_is_typed_at_once(qtbot, screen):
    person = screen.applicant.person
    business = person.kind.chips()[1]
    click(business)
    assert person.kind.value() is ApplicantKind.BUSINESS
    assert focused() is person.number.input
    screen.applicant.representative.kind.chips()[0].setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    assert focused() is not screen.applicant.representative.number.input, "by keys one stays"
