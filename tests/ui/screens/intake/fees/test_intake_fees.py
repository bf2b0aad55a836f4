"""The line of fees: no key where nothing is to do; amount, waiver and payment by Alt+T."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.domain.changes import Changed
from app.domain.errors import InvalidRequest
from app.domain.money.fee import CollectAt, Exemption
from app.domain.money.payment import (
    Method,
    NothingToCollect,
    Payment,
    PaymentKind,
    PaymentRequest,
    SlipNumber,
)
from app.domain.money.relief import Relief
from app.domain.money.tariff import ReliefMissing, UnknownGround
from tests.ui.screens.intake.hands import choose, enter_person, focused, key, settle
from tests.ui.screens.intake.invented import NOW
from tests.ui.typing import press, type_text
from ui.keys import Key as ShownKey
from ui.screens.intake.draft.body import from_body
from ui.screens.intake.state.fee import NO_CHOICE, Collect

pytestmark = pytest.mark.gui

PAID = Payment(
    PaymentKind.COLLECT, SlipNumber(2026, 12), 12_500, Method.CASH, NOW, NOW.date(), 1,
    "Lan", 1, "Hoàng Thị Mẩy",
)  # fmt: skip


@pytest.fixture
def fee(qtbot, screen):
    enter_person(screen)
    choose(qtbot, screen, "hon nhan")
    press(focused(), Qt.Key.Key_Space, " ")
    settle(qtbot, screen)
    return screen.fees


def save(qtbot, screen, desk):
    key(Qt.Key.Key_F9, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, screen)
    return desk.registered[-1]


def open_fees(qtbot, screen):
    key(Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    settle(qtbot, screen)


def test_where_nothing_is_to_be_done_it_costs_no_key(qtbot, screen, desk, fee):
    assert "chưa rõ" in fee.words.text()
    request = save(qtbot, screen, desk)
    assert (request.fees, request.exemption, request.payment) == (None, None, None)
    assert request.collect_at is CollectAt.RECEIPT


def test_an_amount_the_catalogue_leaves_open_is_typed_and_paid(qtbot, screen, desk, fee):
    open_fees(qtbot, screen)
    assert focused() is fee.amount.input
    type_text(focused(), "12500")
    press(focused(), Qt.Key.Key_Return)
    assert fee.amount.value() == "12.500"
    assert focused() is fee.collect.input
    press(focused(), Qt.Key.Key_Down)
    settle(qtbot, screen)
    assert fee.words.text() == "Phí, lệ phí: 12.500 đồng – thu tiền mặt"
    request = save(qtbot, screen, desk)
    assert [line.amount for line in request.fees] == [12_500]
    assert request.payment == PaymentRequest(Method.CASH)
    assert screen.state().fee == NO_CHOICE
    assert not fee.toggle.isChecked()


def test_a_transfer_names_its_reference(qtbot, screen, desk, fee):
    open_fees(qtbot, screen)
    type_text(focused(), "12500")
    press(focused(), Qt.Key.Key_Return)
    press(focused(), Qt.Key.Key_Down)
    press(focused(), Qt.Key.Key_Down)
    press(focused(), Qt.Key.Key_Return)
    assert focused() is fee.reference.input
    type_text(focused(), "FT123")
    settle(qtbot, screen)
    assert save(qtbot, screen, desk).payment == PaymentRequest(Method.TRANSFER, reference="FT123")


def test_it_can_fall_due_with_the_result(qtbot, screen, desk, fee):
    open_fees(qtbot, screen)
    fee.collect.set_value(Collect.AT_RETURN)
    request = save(qtbot, screen, desk)
    assert (request.collect_at, request.payment) == (CollectAt.RETURN, None)


def test_a_waiver_asks_for_its_proof_at_the_field_and_keeps_what_was_typed(
    qtbot, screen, desk, fee
):
    open_fees(qtbot, screen)
    type_text(focused(), "12500")
    fee.ground.input.setFocus()
    press(focused(), Qt.Key.Key_Down)
    press(focused(), Qt.Key.Key_Down)
    settle(qtbot, screen)
    assert fee.words.text() == "Phí, lệ phí: 12.500 đồng, được miễn"
    assert not fee.collect.isVisible()
    key(Qt.Key.Key_F9)
    assert fee.proof.has_problem
    assert focused() is fee.proof.input
    assert fee.amount.value() == "12.500"
    type_text(focused(), "Giấy chứng nhận hộ nghèo số 12")
    request = save(qtbot, screen, desk)
    assert request.exemption == Exemption("HO_NGHEO", "Giấy chứng nhận hộ nghèo số 12")
    assert request.payment is None


def reduce(qtbot, screen, fee, ground="HO_CAN_NGHEO"):
    open_fees(qtbot, screen)
    type_text(focused(), "12.501")
    fee.ground.set_value(ground)
    fee.ground.changed.emit()
    settle(qtbot, screen)


def test_a_reduced_fee_is_taken_at_once_and_says_from_what_it_came_down(qtbot, screen, desk, fee):
    reduce(qtbot, screen, fee)
    assert "ReliefMissing" in fee.words.text()
    assert fee.relief.isVisible()
    fee.relief.input.setFocus()
    type_text(focused(), "50%")
    press(focused(), Qt.Key.Key_Return)
    assert focused() is fee.proof.input
    type_text(focused(), "Giấy hộ cận nghèo số 7")
    fee.collect.set_value(Collect.CASH)
    settle(qtbot, screen)
    assert fee.words.text() == ("Phí, lệ phí: 6.251 đồng, đã giảm từ 12.501 đồng – thu tiền mặt")
    request = save(qtbot, screen, desk)
    assert request.exemption == Exemption(
        "HO_CAN_NGHEO", "Giấy hộ cận nghèo số 7", Relief(percent=50)
    )
    assert request.payment == PaymentRequest(Method.CASH)


def test_a_reduction_of_the_whole_takes_no_money(qtbot, screen, desk, fee):
    reduce(qtbot, screen, fee)
    fee.collect.set_value(Collect.CASH)
    fee.relief.input.setFocus()
    type_text(focused(), "100%")
    press(focused(), Qt.Key.Key_Return)
    type_text(focused(), "NQ 5")
    settle(qtbot, screen)
    assert not fee.collect.isVisible()
    assert fee.words.text() == "Phí, lệ phí: 12.501 đồng, được miễn"
    assert save(qtbot, screen, desk).payment is None


@pytest.mark.parametrize("text", ["một nửa", "0%", "50% 5.000"])
def test_what_is_no_reduction_is_refused_at_its_field(qtbot, screen, desk, fee, text):
    reduce(qtbot, screen, fee)
    fee.relief.input.setFocus()
    type_text(focused(), text)
    fee.proof.set_value("Giấy số 7")
    key(Qt.Key.Key_F9)
    settle(qtbot, screen)
    assert "NotARelief" in fee.relief.problem
    assert (fee.relief.value(), fee.proof.value()) == (text, "Giấy số 7")
    assert desk.registered == []


def test_a_reduction_forgotten_is_asked_for_at_its_field(qtbot, screen, desk, fee):
    reduce(qtbot, screen, fee)
    fee.proof.set_value("Giấy số 7")
    missing = ReliefMissing(field="exemption.relief", ground="Người thuộc hộ cận nghèo")
    desk.refuse_register = InvalidRequest(problems=(missing,))
    key(Qt.Key.Key_F9)
    settle(qtbot, screen)
    assert focused() is fee.relief.input
    assert "ReliefMissing" in fee.relief.problem
    assert fee.amount.value() == "12.501"


def test_a_draft_keeps_how_far_a_fee_is_reduced(qtbot, screen, desk, fee):
    reduce(qtbot, screen, fee)
    fee.relief.set_value("5.000")
    fee.collect.set_value(Collect.CASH)
    screen.keep_draft()
    settle(qtbot, screen)
    (draft,) = desk.drafts.values()
    state = from_body(draft.body)
    screen.go_back()
    settle(qtbot, screen)
    screen.parking.taken.emit(draft.id, state)
    settle(qtbot, screen)
    assert screen.state().fee == state.fee
    assert (state.fee.reduces, state.fee.relief) == (True, "5.000")
    assert "5.000 đồng, đã giảm từ 12.501 đồng" in fee.words.text()
    assert fee.collect.isVisible()


def test_money_cannot_be_taken_where_none_is_due(qtbot, screen, desk, fee):
    open_fees(qtbot, screen)
    fee.collect.set_value(Collect.CASH)
    key(Qt.Key.Key_F9)
    assert "Chưa có số tiền" in fee.amount.problem
    assert desk.registered == []


def test_an_amount_typed_at_the_last_moment_is_taken(qtbot, screen, desk, fee):
    open_fees(qtbot, screen)
    fee.collect.set_value(Collect.CASH)
    type_text(focused(), "9000")
    request = save(qtbot, screen, desk)
    assert [line.amount for line in request.fees] == [9_000]
    assert request.payment == PaymentRequest(Method.CASH)


@pytest.mark.parametrize(
    ("refusal", "field"),
    [
        (UnknownGround(code="X", known="HO_NGHEO"), "Căn cứ miễn, giảm"),
        (NothingToCollect(code="H37"), "Thu tiền"),
    ],
)
def test_a_refusal_about_money_leads_to_its_field(qtbot, screen, desk, fee, refusal, field):
    desk.refuse_register = refusal
    key(Qt.Key.Key_F9)
    settle(qtbot, screen)
    assert focused().accessibleName() == field
    assert screen.frame.problems.isVisible()
    assert screen.state().applicant.full_name == "Hoàng Thị Mẩy"


def test_the_slip_of_money_taken_is_printed_from_the_card_of_what_was_done(
    qtbot, screen, desk, fee
):
    desk.second_look = {"payment": PAID}
    save(qtbot, screen, desk)
    assert "Đã thu 12.500 đồng, tiền mặt – phiếu thu 0012/2026" in screen.promise.done.money.text()
    key(Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    settle(qtbot, screen)
    assert [one.dossier_id for one in desk.slips] == [1]
    assert desk.printed == []
    assert (
        "phiếu thu. Giấy ra không đúng: Alt+P in lại phiếu thu"
        in screen.promise.done.printing.text()
    )
    assert screen.take_key(ShownKey.REPRINT)
    settle(qtbot, screen)
    assert "Giấy ra không đúng: F8 in lại phiếu tiếp nhận" in screen.promise.done.printing.text()


def test_the_electronic_receipt_that_was_noted_is_shown_and_asked_for_no_more(
    qtbot, screen, desk, fee
):
    desk.second_look = {"payment": PAID}
    save(qtbot, screen, desk)
    done = screen.promise.done
    assert done.receipt_button.isVisible()
    voided = replace(PAID, kind=PaymentKind.VOID, slip=SlipNumber(2026, 13), reverses=PAID.slip)
    again = replace(PAID, slip=SlipNumber(2026, 14), receipt="1C26TMK-00000123")
    for payments, is_asked in (((PAID,), True), ((PAID, voided, again), False)):
        desk.payments = payments
        screen.on_changed(Changed.MONEY)
        settle(qtbot, screen)
        assert done.receipt_button.isVisible() is is_asked
    assert "Biên lai điện tử 1C26TMK-00000123" in done.money.text()
    assert screen.last.with_receipt is None


@pytest.mark.parametrize("text", ["mười", "-5", "0", "12,5"])
def test_what_is_no_sum_of_money_is_refused_at_its_field(qtbot, screen, desk, fee, text):
    open_fees(qtbot, screen)
    type_text(focused(), text)
    key(Qt.Key.Key_F9)
    settle(qtbot, screen)
    assert fee.amount.has_problem
    assert fee.amount.value() == text
    assert desk.registered == []


def test_a_draft_brings_the_choices_back_unfolded(qtbot, screen, desk, fee):
    open_fees(qtbot, screen)
    type_text(focused(), "12.500")
    fee.ground.set_value("TRE_EM")
    screen.keep_draft()
    settle(qtbot, screen)
    (draft,) = desk.drafts.values()
    state = from_body(draft.body)
    screen.go_back()
    settle(qtbot, screen)
    assert screen.state().fee == NO_CHOICE
    screen.parking.taken.emit(draft.id, state)
    settle(qtbot, screen)
    assert screen.state().fee == state.fee
    assert (state.fee.amount, state.fee.ground) == ("12.500", "TRE_EM")
    assert fee.toggle.isChecked()


def test_where_the_fee_is_per_copy_the_number_of_copies_is_asked_beside_it(
    qtbot, screen, desk, fee
):
    copies = fee.copies
    assert copies.isVisible()
    assert not fee.toggle.isChecked()
    screen.receipt.note.input.setFocus()
    press(focused(), Qt.Key.Key_Return)
    assert focused() is copies.input
    type_text(focused(), "3")
    settle(qtbot, screen)
    assert copies.value() == "3"
    request = save(qtbot, screen, desk)
    assert request.copies == 3
    assert copies.value() == "1"


def test_a_number_of_copies_that_cannot_be_read_is_refused_at_its_field(qtbot, screen, desk, fee):
    fee.copies.input.setFocus()
    fee.copies.input.selectAll()
    type_text(focused(), "0")
    key(Qt.Key.Key_F9)
    assert (focused(), desk.registered) == (fee.copies.input, [])
    assert fee.copies.has_problem
    assert not fee.toggle.isChecked()


def test_where_the_fee_is_not_per_copy_no_number_of_copies_is_asked(qtbot, screen, desk, fee):
    fee.copies.set_value("3")
    whole = desk.catalogue[2]
    desk.catalogue[2] = replace(whole, fees=(replace(whole.fees[0], per="trường hợp"),))
    choose(qtbot, screen, "khai sinh")
    assert not fee.copies.isVisible()
    assert screen.state().fee.copies == "1"


def test_a_draft_keeps_the_number_of_copies(qtbot, screen, desk, fee):
    fee.copies.input.setFocus()
    fee.copies.input.selectAll()
    type_text(focused(), "4")
    screen.go_back()
    settle(qtbot, screen)
    (draft,) = desk.drafts.values()
    assert from_body(draft.body).fee.copies == "4"
    screen.frame.drafts.taken.emit(draft)
    settle(qtbot, screen)
    assert fee.copies.isVisible()
    assert screen.state().fee.copies == "4"
    assert from_body({"fee": {"copies": 5}}).fee.copies == "1"
