"""Money at the dossier screen: shown, taken, given back, undone, waived, by keyboard."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from app.answers.dossier import TimelineEntry
from app.domain.certification.books import Book, CertificationNumber, CertifiedDocument
from app.domain.errors import InvalidRequest
from app.domain.money.fee import Exemption
from app.domain.money.payment import (
    Method,
    MoreThanOutstanding,
    Payment,
    PaymentKind,
    PaymentRequest,
    SheetClosed,
    SlipNumber,
)
from app.domain.money.relief import Relief
from app.domain.money.tariff import ReliefMissing
from app.domain.workflow.states import DossierState
from tests.ui.invented import MONDAY
from tests.ui.screens.dossier.hands import ALT, CONTROL, finished, press, settle, words
from tests.ui.screens.dossier.invented import Cabinet, a_dossier
from tests.ui.screens.dossier.invented_money import COPIES, Purse, a_due_purse, a_paid_purse, a_slip
from tests.ui.typing import type_text
from ui.screens.dossier.life.action_kind import ActionKind
from ui.screens.dossier.life.history import moment_of

pytestmark = pytest.mark.gui


def offered(screen):
    return {kind for kind, one in screen.frame.money.bar.buttons.items() if not one.isHidden()}


def do(qtbot, screen):
    press(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen)


def test_a_dossier_that_costs_nothing_has_no_money_card(opened):
    screen = opened(Cabinet())
    assert screen.frame.money.isHidden()
    press(screen, Qt.Key.Key_T, ALT)
    assert screen.panel is None


def test_lines_account_and_slips_are_shown(opened):
    purse = Purse(lines=a_due_purse().lines, slips=(a_slip(1, 8_000, payer="Lý A Sềnh"),))
    text = words(opened(Cabinet(purse=purse)).frame.money)
    for part in ("Phí chứng thực bản sao từ bản chính (03 bản)", "18.000 đồng", "8.000 đồng",
                 "Còn phải thu", "10.000 đồng", "Lý A Sềnh"):  # fmt: skip
        assert part in text


def test_only_what_makes_sense_with_the_money_is_offered(opened):
    assert offered(opened(Cabinet(purse=a_due_purse()))) == {ActionKind.COLLECT, ActionKind.WAIVE}
    paid = opened(Cabinet(purse=a_paid_purse()))
    assert offered(paid) == {
        ActionKind.WAIVE, ActionKind.REFUND, ActionKind.VOID, ActionKind.RECEIPT
    }  # fmt: skip
    gone = replace(a_dossier(), state=DossierState.WITHDRAWN, ended_at=MONDAY)
    assert ActionKind.COLLECT not in offered(opened(Cabinet(gone, purse=a_due_purse())))


def test_what_a_given_up_dossier_would_have_cost_is_due_no_more(opened):
    gone = replace(a_dossier(), state=DossierState.WITHDRAWN, ended_at=MONDAY)
    text = words(opened(Cabinet(gone, purse=a_due_purse())).frame.money)
    assert "Không thu nữa" in text
    assert "Còn phải thu" not in text


def test_all_that_is_outstanding_is_collected_with_two_keys(qtbot, opened, notices):
    purse = a_due_purse()
    screen = opened(Cabinet(purse=purse))
    press(screen, Qt.Key.Key_T, ALT)
    assert screen.panel.amount.value() == "18.000"
    do(qtbot, screen)
    assert purse.asked[-1][2] == PaymentRequest(Method.CASH, 18_000, "Hoàng Thị Mẩy")
    assert "Đã thu đủ" in words(screen.frame.money)
    assert "Phiếu thu 0001/2026: 18.000 đồng." in notices.words
    assert screen.panel.kind is ActionKind.RECEIPT, "asked while the citizen is still there"
    assert screen.panel.slip.value() == "0001/2026"
    assert screen.panel.receipt.input.hasFocus()
    type_text(screen.panel.receipt.input, "1C26TBK-00000123")
    do(qtbot, screen)
    assert purse.asked[-1][2:] == (SlipNumber(2026, 1), "1C26TBK-00000123")
    assert "biên lai điện tử 1C26TBK-00000123" in words(screen.frame.money)
    assert screen.frame.money.slips[0].link.hasFocus(), "Space prints the slip"


def test_copies_wanted_later_are_asked_where_the_fee_counts_them(qtbot, opened):
    purse = Purse(lines=(replace(COPIES, unit_amount=8_000, quantity=1, amount=8_000),), copies=1)
    screen = opened(Cabinet(purse=purse))
    press(screen, Qt.Key.Key_T, ALT)
    assert screen.panel.copies.input.hasFocus()
    assert not screen.panel.amount.input.hasSelectedText(), "one field at a time is typed over"
    type_text(screen.panel.copies.input, "3")
    assert screen.panel.amount.value() == "24.000"
    assert "24.000 đồng" in words(screen.panel)
    assert "Thu 24.000 đồng" in screen.panel.button.text()
    do(qtbot, screen)
    assert purse.asked[-1][2].amount == 24_000
    assert purse.asked[-1][3] == 3


def test_no_copies_are_asked_where_the_fee_counts_none(qtbot, opened):
    purse = a_due_purse()
    screen = opened(Cabinet(purse=purse))
    press(screen, Qt.Key.Key_T, ALT)
    assert screen.panel.copies.isHidden()
    do(qtbot, screen)
    assert purse.asked[-1][3] is None


@pytest.mark.parametrize("typed", ["0", "hai", "1000"])
def test_an_impossible_number_of_copies_is_refused_at_its_field(qtbot, opened, typed):
    purse = Purse(lines=(COPIES,), copies=3)
    screen = opened(Cabinet(purse=purse))
    press(screen, Qt.Key.Key_T, ALT)
    type_text(screen.panel.copies.input, typed)
    do(qtbot, screen)
    assert screen.panel.copies.has_problem
    assert purse.asked == []


def test_the_receipt_may_be_noted_later(qtbot, opened):
    screen = opened(Cabinet(purse=a_paid_purse()))
    assert "chưa ghi biên lai điện tử" in words(screen.frame.money)
    press(screen, Qt.Key.Key_I, ALT)
    assert screen.panel.receipt.input.hasFocus()
    assert screen.go_back()
    assert screen.panel is None


def test_a_transfer_keeps_its_number(qtbot, opened):
    purse = a_due_purse()
    screen = opened(Cabinet(purse=purse))
    press(screen, Qt.Key.Key_T, ALT)
    type_text(screen.panel.amount.input, "5000")
    press(screen, Qt.Key.Key_2, ALT)
    type_text(screen.panel.reference.input, "FT2611230001")
    do(qtbot, screen)
    asked = purse.asked[-1][2]
    assert (asked.method, asked.amount, asked.reference) == (
        Method.TRANSFER, 5_000, "FT2611230001",
    )  # fmt: skip


@pytest.mark.parametrize("typed", ["mười nghìn", "12.5", "-1"])
def test_what_is_no_sum_is_refused_at_the_field_and_nothing_is_asked(qtbot, opened, typed):
    purse = a_due_purse()
    screen = opened(Cabinet(purse=purse))
    press(screen, Qt.Key.Key_T, ALT)
    type_text(screen.panel.amount.input, typed)
    do(qtbot, screen)
    assert "không phải số tiền" in screen.panel.amount.problem
    assert purse.asked == []


def test_more_than_outstanding_is_refused_at_the_amount(qtbot, opened):
    refusal = MoreThanOutstanding(amount="20.000 đồng", outstanding="18.000 đồng")
    screen = opened(Cabinet(purse=a_due_purse(refuses=refusal)))
    press(screen, Qt.Key.Key_T, ALT)
    do(qtbot, screen)
    assert "18.000 đồng" in screen.panel.amount.problem


def test_a_slip_is_refunded_whole_with_its_reason(qtbot, opened):
    purse = a_paid_purse()
    screen = opened(Cabinet(purse=purse))
    press(screen, Qt.Key.Key_O, ALT)
    assert screen.panel.slip.value() == "0001/2026"
    assert screen.panel.amount.input.hasFocus(), "the sum is looked at first"
    assert screen.panel.button.text().startswith("Hoàn 18.000 đồng")
    type_text(screen.panel.reason.input, "Người dân được miễn")
    do(qtbot, screen)
    back = purse.asked[-1][2]
    assert (back.slip, back.amount, back.reason) == (
        SlipNumber(2026, 1), 18_000, "Người dân được miễn",
    )  # fmt: skip
    assert "Phiếu hoàn 0002/2026" in " ".join(row.link.text() for row in screen.frame.money.slips)


def test_enter_behind_the_sum_leads_to_the_reason_and_nothing_typed_vanishes(qtbot, opened):
    purse = a_paid_purse()
    screen = opened(Cabinet(purse=purse))
    press(screen, Qt.Key.Key_O, ALT)
    for text in ("5000", "Thu nhầm"):
        type_text(QApplication.focusWidget(), text)
        press(screen, Qt.Key.Key_Return)
    do(qtbot, screen)
    back = purse.asked[-1][2]
    assert (back.amount, back.reason.strip(), back.ends_due) == (5_000, "Thu nhầm", False)


def test_what_was_taken_by_mistake_is_asked_for_no_more(qtbot, opened):
    purse = a_paid_purse()
    screen = opened(Cabinet(purse=purse))
    press(screen, Qt.Key.Key_O, ALT)
    press(screen, Qt.Key.Key_4, ALT)
    type_text(screen.panel.reason.input, "Thu nhầm")
    do(qtbot, screen)
    assert purse.asked[-1][2].ends_due


def test_exempting_starts_with_no_ground_and_asks_for_one(qtbot, opened):
    purse = a_due_purse()
    screen = opened(Cabinet(purse=purse))
    press(screen, Qt.Key.Key_M, ALT)
    assert screen.panel.ground.value() == ""
    type_text(screen.panel.proof.input, "Giấy số 1")
    do(qtbot, screen)
    assert "Chưa chọn căn cứ" in screen.panel.ground.problem
    assert screen.panel.proof.problem == ""
    assert screen.panel.ground.input.hasFocus()
    assert purse.asked == []
    press(screen, Qt.Key.Key_Down)
    assert screen.panel.ground.problem == ""


def test_where_no_ground_is_nothing_is_asked_for(opened):
    cabinet = Cabinet(purse=a_due_purse())
    cabinet.purse.grounds = ()
    screen = opened(cabinet)
    press(screen, Qt.Key.Key_M, ALT)
    panel = screen.panel
    assert "Không có căn cứ" in panel.source.text()
    assert not panel.button.isEnabled()
    assert panel.leave.hasFocus()
    press(screen, Qt.Key.Key_Return, CONTROL)
    assert screen.panel is panel
    assert cabinet.purse.asked == []


def test_the_button_names_the_sum_that_is_typed(qtbot, opened):
    screen = opened(Cabinet(purse=a_due_purse()))
    press(screen, Qt.Key.Key_T, ALT)
    assert screen.panel.button.text().startswith("Thu 18.000 đồng")
    type_text(screen.panel.amount.input, "5000")
    assert screen.panel.button.text().startswith("Thu 5.000 đồng")


def test_a_slip_on_a_closed_sheet_is_not_voided_and_says_so_at_the_slip(qtbot, opened):
    purse = a_paid_purse()
    purse.refuses = SheetClosed(slip="0001/2026", day=MONDAY.date())
    screen = opened(Cabinet(purse=purse))
    press(screen, Qt.Key.Key_U, ALT)
    type_text(screen.panel.reason.input, "Viết nhầm")
    do(qtbot, screen)
    assert "đã khóa" in screen.panel.slip.problem
    assert screen.panel.reason.value() == "Viết nhầm"


def test_a_fee_is_waived_on_a_ground_with_its_proof(qtbot, opened, notices):
    purse = a_due_purse()
    screen = opened(Cabinet(purse=purse))
    choose_ground(screen, 1)
    type_text(screen.panel.proof.input, "Giấy khai sinh số 12/2020")
    do(qtbot, screen)
    assert purse.asked[-1][2] == Exemption("TRE_EM", "Giấy khai sinh số 12/2020")
    assert "Không phải thu" in words(screen.frame.money)
    assert "Hồ sơ H37.99.1-261120-0007: đã miễn 18.000 đồng." in notices.words


def choose_ground(screen, nth):
    press(screen, Qt.Key.Key_M, ALT)
    for _ in range(nth + 1):
        press(screen, Qt.Key.Key_Down)
    press(screen, Qt.Key.Key_Return)


def test_a_fee_is_reduced_by_what_the_clerk_names_and_says_what_is_left(qtbot, opened):
    purse = a_due_purse()
    screen = opened(Cabinet(purse=purse))
    choose_ground(screen, 2)
    assert screen.panel.relief.input.hasFocus()
    assert "Giảm các khoản chưa miễn, giảm: 18.000 đồng." in words(screen.panel)
    type_text(screen.panel.relief.input, "50%")
    assert "18.000 đồng còn 9.000 đồng" in words(screen.panel)
    press(screen, Qt.Key.Key_Return)
    assert screen.panel.proof.input.hasFocus()
    type_text(screen.panel.proof.input, "Giấy hộ cận nghèo số 7")
    do(qtbot, screen)
    assert purse.asked[-1][2] == Exemption(
        "HO_CAN_NGHEO", "Giấy hộ cận nghèo số 7", Relief(percent=50)
    )
    assert "Giảm 50% từ 18.000 đồng: Giấy hộ cận nghèo số 7" in words(screen.frame.money)
    assert "Còn phải thu" in words(screen.frame.money)


def test_a_reduction_the_ground_fixes_asks_for_nothing_more(qtbot, opened):
    purse = a_due_purse()
    screen = opened(Cabinet(purse=purse))
    choose_ground(screen, 3)
    assert not screen.panel.relief.isVisible()
    assert "18.000 đồng còn 9.000 đồng" in words(screen.panel)
    type_text(screen.panel.proof.input, "NQ 12")
    do(qtbot, screen)
    assert purse.asked[-1][2] == Exemption("NUA", "NQ 12")


@pytest.mark.parametrize("typed", ["một nửa", "101%", "0"])
def test_what_is_no_reduction_is_refused_at_its_field_and_stays(qtbot, opened, typed):
    purse = a_due_purse()
    screen = opened(Cabinet(purse=purse))
    choose_ground(screen, 2)
    type_text(screen.panel.relief.input, typed)
    type_text(screen.panel.proof.input, "Giấy số 7")
    do(qtbot, screen)
    assert "không phải mức giảm" in screen.panel.relief.problem
    assert (screen.panel.relief.value(), screen.panel.proof.value()) == (typed, "Giấy số 7")
    assert purse.asked == []


def test_a_reduction_not_named_is_asked_for_at_its_field(qtbot, opened):
    missing = ReliefMissing(field="exemption.relief", ground="Người thuộc hộ cận nghèo")
    purse = a_due_purse(refuses=InvalidRequest(problems=(missing,)))
    screen = opened(Cabinet(purse=purse))
    choose_ground(screen, 2)
    type_text(screen.panel.proof.input, "Giấy số 7")
    do(qtbot, screen)
    assert "cần ghi mức giảm" in screen.panel.relief.problem
    assert screen.panel.proof.value() == "Giấy số 7"


def test_a_slip_is_printed_from_its_row(qtbot, opened):
    purse = a_paid_purse()
    cabinet = Cabinet(purse=purse)
    screen = opened(cabinet)
    screen.frame.money.slips[0].link.setFocus()
    press(screen, Qt.Key.Key_Space)
    settle(qtbot, screen)
    assert cabinet.calls()[-1] == ("print", purse.slips[0].id, "payment", "")


def test_what_is_still_owed_is_said_before_the_result_is_returned(opened):
    screen = opened(Cabinet(finished(), purse=a_due_purse()), "F4")
    assert "Còn phải thu 18.000 đồng" in words(screen.panel)


def test_certified_papers_are_shown_with_their_numbers(opened):
    paper = CertifiedDocument(
        "Bằng tốt nghiệp", 2, 3, amount=12_000,
        number=CertificationNumber(Book.COPIES, 2026, 1, 123),
    )  # fmt: skip
    screen = opened(Cabinet(replace(a_dossier(), documents=(), certification=(paper,))))
    text = words(screen.frame.certified)
    for part in ("Bằng tốt nghiệp", "2 trang, 3 bản", "Số chứng thực 123", "12.000 đồng"):
        assert part in text
    assert screen.frame.papers.isHidden()


def _recorded(number, kind, amount, **more):
    """A slip as the records hold it, on the first cash sheet of Monday 23/11/2026."""
    values = {"method": Method.CASH, "sheet": 1, "reverses": None, "relief": ""} | more
    return Payment(
        kind=kind, slip=number, amount=amount, at=MONDAY, day=MONDAY.date(), officer="Lan",
        station=1, payer="Mẩy", **values,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("slip", "shown"),
    [
        (
            _recorded(SlipNumber(2026, 1), PaymentKind.COLLECT, 18_000),
            "Thu 18.000 đồng, tiền mặt, phiếu 0001/2026, bảng kê 1 ngày 23/11/2026",
        ),
        (
            _recorded(
                SlipNumber(2026, 2), PaymentKind.REFUND, 8_000, method=Method.TRANSFER, sheet=2,
                reverses=SlipNumber(2026, 1),
            ),
            (
                "Hoàn 8.000 đồng, chuyển khoản, phiếu 0002/2026, bảng kê 2 ngày 23/11/2026, "
                "của phiếu 0001/2026"
            ),
        ),
        (
            _recorded(
                SlipNumber(2026, 3, 2), PaymentKind.VOID, 8_000, reverses=SlipNumber(2026, 2, 2)
            ),
            (
                "Hủy 8.000 đồng, tiền mặt, phiếu 0003/2026-Q2, bảng kê 1 ngày 23/11/2026, "
                "của phiếu 0002/2026-Q2"
            ),
        ),
        (
            _recorded(
                SlipNumber(2026, 4), PaymentKind.COLLECT, 9_000,
                relief="giảm 50%: Giấy hộ cận nghèo 07/2026",
            ),
            (
                "Thu 9.000 đồng, tiền mặt, phiếu 0004/2026, bảng kê 1 ngày 23/11/2026 "
                "(giảm 50%: Giấy hộ cận nghèo 07/2026)"
            ),
        ),
    ],
)  # fmt: skip
def test_the_history_tells_of_slips_in_words(slip, shown):
    entry = TimelineEntry(1, MONDAY, "Lan", 1, "COLLECT", "RECEIVED", "RECEIVED", "", slip=slip)
    moment = moment_of(entry)
    assert moment.what == "Thu phí, lệ phí"
    assert moment.changes == (("Phiếu thu", "", shown),)


def test_whoever_collects_from_the_hand_over_comes_back_to_it_as_it_was_typed(qtbot, opened):
    purse = a_due_purse()
    screen = opened(Cabinet(finished(), purse=purse), "F4")
    screen.panel.to_whom.input.selectAll()
    type_text(screen.panel.to_whom.input, "Lý A Páo")
    type_text(screen.panel.identity.input, "CCCD 0200")
    press(screen, Qt.Key.Key_T, ALT)
    assert screen.panel.amount.input.hasFocus()
    do(qtbot, screen)
    assert screen.panel.kind is ActionKind.RECEIPT
    press(screen, Qt.Key.Key_Escape)
    if screen.panel.kind is ActionKind.RECEIPT:
        assert screen.go_back()
    assert screen.panel.kind is ActionKind.RETURN
    assert (screen.panel.to_whom.value(), screen.panel.identity.value()) == (
        "Lý A Páo", "CCCD 0200",
    )  # fmt: skip
    assert screen.panel.isAncestorOf(screen.focusWidget())
    assert "Còn phải thu" not in words(screen.panel)


def test_what_is_due_is_collected_by_a_click_at_the_hand_over(qtbot, opened):
    screen = opened(Cabinet(finished(), purse=a_due_purse()), "F4")
    collect = next(
        one for one in screen.panel.findChildren(QPushButton) if one.text().startswith("Thu tiền")
    )
    QTest.mouseClick(collect, Qt.MouseButton.LeftButton)
    assert screen.panel.kind is ActionKind.COLLECT
    assert screen.go_back()
    assert screen.panel.kind is ActionKind.RETURN


def test_money_left_alone_leads_back_to_the_hand_over_too(qtbot, opened):
    screen = opened(Cabinet(finished(), purse=a_due_purse()), "F4")
    press(screen, Qt.Key.Key_T, ALT)
    assert screen.go_back()
    assert screen.panel.kind is ActionKind.RETURN
    assert screen.go_back()
    assert screen.panel is None


def test_a_receipt_noted_leads_back_to_the_hand_over(qtbot, opened):
    screen = opened(Cabinet(finished(), purse=a_due_purse()), "F4")
    press(screen, Qt.Key.Key_T, ALT)
    do(qtbot, screen)
    type_text(screen.panel.receipt.input, "1C26TBK-00000123")
    do(qtbot, screen)
    assert screen.panel.kind is ActionKind.RETURN
    assert screen.panel.isAncestorOf(screen.focusWidget())
