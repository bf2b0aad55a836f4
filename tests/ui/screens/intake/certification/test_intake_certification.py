"""The papers to certify: a batch by keyboard, live amounts, corrections, refusals, drafts."""

import pytest
from PySide6.QtCore import QPoint, Qt

from app.domain.certification.books import Book, CertificationNumber, CertifiedDocument
from app.domain.dossier.charge_check import CERTIFIED_LIMIT
from app.domain.money.payment import NotTheSumShown
from tests.ui.screens.intake.hands import choose, enter_person, focused, key, settle
from tests.ui.typing import press, type_text
from ui.screens.intake.certification.model import AMOUNT, NAME, PAGES
from ui.screens.intake.draft.body import from_body
from ui.screens.intake.state.papers import CertifiedState
from ui.widgets.text.unbroken import WORD_JOINER

pytestmark = pytest.mark.gui


@pytest.fixture
def batch(qtbot, screen):
    enter_person(screen)
    choose(qtbot, screen, "2.000815")
    return screen.certification


def enter(*texts):
    for text in texts:
        type_text(focused(), text)
        press(focused(), Qt.Key.Key_Return)


def amounts(batch):
    papers = batch.table.papers
    return [papers.index(at, AMOUNT).data() for at in range(papers.rowCount())]


def test_the_batch_stands_in_the_place_of_the_papers_and_has_the_keyboard(screen, batch):
    assert batch.isVisible()
    assert not screen.papers.isVisible()
    assert focused() is batch.entry


def test_another_procedure_brings_the_papers_back_and_forgets_the_rows(qtbot, screen, batch):
    enter("1", "2")
    choose(qtbot, screen, "hon nhan")
    assert screen.papers.isVisible()
    assert not batch.isVisible()
    assert screen.state().certification == ()


def test_the_fee_of_each_row_and_of_all_is_counted_while_one_types(qtbot, screen, batch):
    enter("24x3", "0", "Giấy ra viện")
    settle(qtbot, screen)
    assert amounts(batch) == ["18.000", "18.000", "6.000"]
    assert batch.total.text() == "Cộng 3 giấy tờ, 9 bản: 42.000 đồng"
    assert "áp dụng từ 01/01/2017" in batch.tariff.text()
    assert "42.000 đồng – chưa thu" in screen.fees.words.text()


def test_a_wrong_row_is_corrected_and_a_superfluous_one_removed(qtbot, screen, batch):
    enter("1", "2", "3")
    press(focused(), Qt.Key.Key_Up)
    assert focused() is batch.table
    press(focused(), Qt.Key.Key_unknown, "1")
    press(focused(), Qt.Key.Key_unknown, "2")
    press(focused(), Qt.Key.Key_Right)
    press(focused(), Qt.Key.Key_Plus, "+")
    press(focused(), Qt.Key.Key_Up)
    press(focused(), Qt.Key.Key_Delete)
    assert [(row.pages, row.copies) for row in batch.rows()] == [(1, 1), (12, 2)]
    press(focused(), Qt.Key.Key_Left)
    press(focused(), Qt.Key.Key_Left)
    assert batch.table.currentIndex().column() == NAME
    press(focused(), Qt.Key.Key_Return)
    assert batch.entry.text() == batch.rows()[1].name
    type_text(batch.entry, "Bằng khen")
    press(batch.entry, Qt.Key.Key_Return)
    assert batch.rows()[1] == CertifiedState("Bằng khen", 12, 2)
    assert focused() is batch.table
    press(focused(), Qt.Key.Key_Return)
    assert focused() is batch.entry


def test_counts_stay_within_bounds(batch):
    enter("1")
    press(focused(), Qt.Key.Key_Up)
    for digit in "099999":
        press(focused(), Qt.Key.Key_unknown, digit)
    assert batch.rows()[0].pages == 9_999
    press(focused(), Qt.Key.Key_Right)
    press(focused(), Qt.Key.Key_Minus, "-")
    assert batch.rows()[0].copies == 1


def test_escape_empties_the_line_before_it_leaves_the_form(screen, batch):
    enter("1")
    type_text(focused(), "Bằng")
    key(Qt.Key.Key_Escape)
    assert batch.entry.text() == ""
    assert len(batch.rows()) == 1
    assert screen.state().applicant.full_name == "Hoàng Thị Mẩy"


def test_fifty_papers_scroll_with_the_last_one_in_sight(qtbot, screen, batch):
    enter("1", *["0"] * 49)
    settle(qtbot, screen)
    last = batch.table.visualRect(batch.table.papers.index(49, NAME))
    assert batch.table.viewport().rect().contains(last.center())
    assert batch.total.text().startswith("Cộng 50 giấy tờ")


def test_f9_enters_what_stands_in_the_line_and_registers_the_batch(qtbot, screen, desk, batch):
    desk.second_look = {
        "certification": tuple(
            CertifiedDocument("x", number=CertificationNumber(Book.COPIES, 2026, 1, nth))
            for nth in (123, 124)
        )
    }
    enter("1")
    type_text(focused(), "Bằng khen")
    key(Qt.Key.Key_F9)
    settle(qtbot, screen)
    (request,) = desk.registered
    assert [paper.name for paper in request.certification] == ["Căn cước công dân", "Bằng khen"]
    assert request.documents == ()
    done = screen.promise.done
    assert (
        done.numbers.text().replace(WORD_JOINER, "")
        == "Số chứng thực 123–124, quyển 01/2026-SCT/BS"
    )
    assert not done.slip_button.isVisible()


def test_an_empty_batch_is_refused_at_the_batch(screen, desk, batch):
    key(Qt.Key.Key_F9)
    assert "Chưa có giấy tờ nào để chứng thực" in batch.problem
    assert focused() is batch.entry
    enter("1")
    assert batch.problem == ""
    assert desk.registered == []


def test_a_number_that_names_no_paper_is_refused_and_stays(screen, desk, batch):
    enter("1")
    type_text(focused(), "020185001234")
    key(Qt.Key.Key_F9)
    assert "tên giấy tờ" in batch.problem
    assert batch.entry.text() == "020185001234"
    assert desk.registered == []


def test_a_draft_brings_the_rows_back(qtbot, screen, desk, batch):
    enter("24x3", "Giấy ra viện")
    screen.keep_draft()
    settle(qtbot, screen)
    (draft,) = desk.drafts.values()
    assert "2 giấy tờ chứng thực" in draft.summary
    rows = from_body(draft.body).certification
    screen.go_back()
    settle(qtbot, screen)
    assert batch.rows() == ()
    screen.parking.taken.emit(draft.id, from_body(draft.body))
    settle(qtbot, screen)
    assert batch.rows() == rows
    assert [row.copies for row in rows] == [3, 3]
    assert amounts(batch) == ["18.000", "6.000"]


def test_a_row_taken_off_comes_back_where_it_stood(qtbot, screen, batch, notices):
    enter("1", "24x3", "3")
    settle(qtbot, screen)
    before = screen.state().certification
    press(focused(), Qt.Key.Key_Up)
    press(focused(), Qt.Key.Key_Up)
    press(focused(), Qt.Key.Key_Delete)
    settle(qtbot, screen)
    assert screen.state().certification == (before[0], before[2])
    assert notices.words[-1] == f"Đã bỏ giấy tờ: {before[1].name}"
    notices.undo[-1]()
    settle(qtbot, screen)
    assert screen.state().certification == before
    assert amounts(batch)[1] == "18.000"


def test_a_row_never_comes_back_into_somebody_elses_form(qtbot, screen, batch, notices):
    enter("1", "2")
    press(focused(), Qt.Key.Key_Up)
    press(focused(), Qt.Key.Key_Delete)
    screen.go_back()
    settle(qtbot, screen)
    notices.undo[-1]()
    assert screen.state().certification == ()


def test_a_paper_beyond_the_limit_stays_in_its_line_and_is_not_saved_without(
    qtbot, screen, desk, batch
):
    batch.fill([CertifiedState(f"Giấy {nth}") for nth in range(CERTIFIED_LIMIT)])
    type_text(focused(), "Bằng khen")
    key(Qt.Key.Key_F9)
    settle(qtbot, screen)
    assert f"tối đa {CERTIFIED_LIMIT} giấy tờ" in batch.problem
    assert batch.entry.text() == "Bằng khen"
    assert len(batch.rows()) == CERTIFIED_LIMIT
    assert desk.registered == []


def test_very_many_pages_are_asked_about_once(batch):
    panel = batch
    type_text(panel.entry, "Hồ sơ dự án 120x2")
    press(panel.entry, Qt.Key.Key_Return)
    assert panel.rows() == ()
    assert "120 trang?" in panel.problem
    press(panel.entry, Qt.Key.Key_Return)
    assert [(row.name, row.pages, row.copies) for row in panel.rows()] == [("Hồ sơ dự án", 120, 2)]
    assert panel.problem == ""
    assert panel.settle() == "", "what was confirmed is not asked again"
    panel.table.papers.set_count(0, PAGES, 300)
    assert "300 trang" in panel.settle()
    assert panel.settle() == ""


@pytest.mark.parametrize(
    "held", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier]
)
def test_saving_stops_at_the_row_still_asked_about_however_often_it_is_tried(
    qtbot, screen, desk, batch, held
):
    enter("2x3", "Sổ đỏ 80x5")
    screen.fees.toggle.click()
    press(focused(), Qt.Key.Key_Down)
    settle(qtbot, screen)
    for _ in range(3):
        key(Qt.Key.Key_F9, held)
        settle(qtbot, screen)
        assert desk.registered == []
        assert "80 trang?" in batch.problem
        assert focused() is batch.entry
        assert batch.entry.text() == "Sổ đỏ 80x5"
    press(focused(), Qt.Key.Key_Return)
    assert [row.pages for row in batch.rows()] == [1, 80]
    settle(qtbot, screen)
    key(Qt.Key.Key_F9, held)
    settle(qtbot, screen)
    assert len(desk.registered) == 1


def test_saving_takes_no_other_sum_than_the_one_in_sight(qtbot, screen, desk, batch):
    enter("1")
    screen.fees.toggle.click()
    press(focused(), Qt.Key.Key_Down)
    settle(qtbot, screen)
    batch.entry.setFocus()
    type_text(focused(), "Bằng khen")
    key(Qt.Key.Key_F9)
    settle(qtbot, screen)
    (request,) = desk.registered
    assert len(request.certification) == 2, "what stands in the line is not lost"
    assert request.payment is not None
    assert request.payment.shown == 2_000, "the desk refuses the 4.000 nobody has seen"


def test_a_digit_with_alt_counts_no_pages(batch):
    enter("1")
    press(focused(), Qt.Key.Key_Up)
    key(Qt.Key.Key_7, Qt.KeyboardModifier.AltModifier)
    assert batch.rows()[0].pages == 1


def test_a_sum_that_changed_elsewhere_comes_into_sight_once_it_is_refused(
    qtbot, screen, desk, batch
):
    enter("1")
    screen.fees.toggle.click()
    press(focused(), Qt.Key.Key_Down)
    settle(qtbot, screen)
    asked: list[object] = []
    screen.count.costs.counted.connect(asked.append)
    desk.refuse_register = NotTheSumShown(amount="3.000 đồng")
    key(Qt.Key.Key_F9)
    settle(qtbot, screen)
    assert asked, "it is counted anew, so that the next try can succeed"
    assert focused() is screen.fees.collect.input


def links(batch):
    return [link for link in batch.offers.links if link.isVisible()]


def test_frequent_papers_are_entered_by_a_click_too(qtbot, screen, batch):
    assert [link.text() for link in links(batch)][:2] == [
        "1 Căn cước công dân", "2 Bằng tốt nghiệp THPT"
    ]  # fmt: skip
    qtbot.mouseClick(links(batch)[1], Qt.MouseButton.LeftButton)
    assert batch.rows() == (CertifiedState("Bằng tốt nghiệp THPT", 1, 1),)
    assert focused() is batch.entry
    assert links(batch)[-1].text() == "0 như dòng trên"
    qtbot.mouseClick(links(batch)[-1], Qt.MouseButton.LeftButton)
    assert len(batch.rows()) == 2
    assert batch.entry.text() == ""


def test_no_link_moves_from_under_the_hand_that_clicks_twice(qtbot, screen, batch):
    places = [(link.text(), link.mapTo(screen, QPoint())) for link in links(batch)]
    assert not links(batch)[-1].isEnabled(), "there is no row above yet"
    for nth in range(2):
        qtbot.mouseClick(links(batch)[2], Qt.MouseButton.LeftButton)
        settle(qtbot, screen)
        assert [(link.text(), link.mapTo(screen, QPoint())) for link in links(batch)] == places
        assert batch.rows() == (CertifiedState("Giấy khai sinh", 1, 1),) * (nth + 1)
    assert links(batch)[-1].isEnabled()


def test_a_click_names_the_row_that_is_renamed_anew(qtbot, batch):
    enter("24x3")
    press(focused(), Qt.Key.Key_Up)
    press(focused(), Qt.Key.Key_Left)
    press(focused(), Qt.Key.Key_Return)
    batch.entry.clear()
    qtbot.mouseClick(links(batch)[0], Qt.MouseButton.LeftButton)
    assert batch.rows() == (CertifiedState("Căn cước công dân", 4, 3),)
    assert focused() is batch.table


def test_while_the_line_can_be_read_it_is_said_instead_of_the_offers(batch):
    type_text(batch.entry, "24x3")
    assert batch.reading.text() == "Enter: Bằng tốt nghiệp THPT · 4 trang · 3 bản"
    assert links(batch) == []
