"""A result whose money is still due: handed over only after collecting, or with a reason."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.dossier.charge_check import FeeDoesNotAddUp, TooMuchInAll
from app.domain.errors import InvalidRequest
from app.domain.money.fee import MOST_DONG, Exemption, FeeKind, plain_line
from app.domain.money.payment import AlreadyUndone, PaymentRequest, Refund
from app.domain.workflow.moves import IllegalMove
from app.domain.workflow.states import DossierState
from app.usecases.dossier import progress, taking_back
from app.usecases.dossier.progress import Opened, StillDue
from app.usecases.money import cash, fees
from app.usecases.queries import lookup
from app.usecases.safety import verification
from app.wording import refusals
from db.stores.money import unpaid
from db.stores.series import YearExhausted
from tests.builders import LAN, MONDAY, a_desk, a_dossier

FEE = plain_line("Lệ phí", 15_000, kind=FeeKind.FEE, per="", quantity=1, source="NQ 1")
TODAY = MONDAY.date()


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    yield desk
    verification.verify_records(desk, LAN)
    desk.close()


def finished(desk, **changes):
    done = a_dossier(desk, fees=(FEE,), **changes)
    progress.finish_processing(desk, LAN, Opened(done.dossier_id))
    return done


def hand_over(desk, done, reason=""):
    return progress.return_result(
        desk, LAN, Opened(done.dossier_id), to_whom="Hoàng Thị Mẩy",
        identity="CCCD 020185001234", unpaid_reason=reason,
    )  # fmt: skip


def open_sums(desk):
    (sheet, *_) = cash.cash_sheets(desk, LAN, TODAY)
    return [(one.dossier_code, one.amount, one.reason) for one in sheet.open_sums]


def test_without_money_or_reason_nothing_is_handed_over(desk):
    done = finished(desk, payment=PaymentRequest(amount=5_000))
    for reason in ("", "   "):
        with pytest.raises(InvalidRequest) as refused:
            hand_over(desk, done, reason)
        (problem,) = refused.value.problems
        assert type(problem) is StillDue
        assert problem.facts["outstanding"] == "10.000 đồng"
    assert lookup.dossier_view(desk, LAN, done.dossier_id).dossier.state is DossierState.FINISHED


def test_a_reason_is_kept_and_the_sum_stays_open_until_it_is_paid(desk):
    done = finished(desk)
    hand_over(desk, done, "Hẹn nộp chiều nay")
    view = lookup.dossier_view(desk, LAN, done.dossier_id)
    assert view.dossier.end_reason == view.timeline[-1].reason == "Hẹn nộp chiều nay"
    assert open_sums(desk) == [(done.dossier_code, 15_000, "Hẹn nộp chiều nay")]
    fees.collect_fee(desk, LAN, Opened(done.dossier_id), PaymentRequest(amount=5_000))
    assert open_sums(desk) == [(done.dossier_code, 10_000, "Hẹn nộp chiều nay")]
    fees.collect_fee(desk, LAN, Opened(done.dossier_id), PaymentRequest())
    assert open_sums(desk) == []


def test_once_paid_no_reason_is_asked_and_none_is_kept(desk):
    done = finished(desk, payment=PaymentRequest())
    hand_over(desk, done, "Không cần")
    dossier = lookup.dossier_view(desk, LAN, done.dossier_id).dossier
    assert (dossier.state, dossier.end_reason) == (DossierState.RETURNED, "")
    assert open_sums(desk) == []


def test_what_was_given_back_after_handing_over_stands_open_as_the_dossier_says(desk):
    done = finished(desk, payment=PaymentRequest())
    hand_over(desk, done)
    refund = Refund(done.payment.slip, "Thu nhầm", amount=5_000)
    moved = fees.refund_payment(desk, LAN, Opened(done.dossier_id), refund)
    assert moved.account.outstanding == 5_000
    assert open_sums(desk) == [(done.dossier_code, 5_000, "Thu nhầm")]
    fees.collect_fee(desk, LAN, Opened(done.dossier_id), PaymentRequest())
    assert open_sums(desk) == []


def test_what_is_given_back_may_be_due_no_more(desk):
    done = finished(desk, payment=PaymentRequest())
    hand_over(desk, done)
    refund = Refund(done.payment.slip, "Thu nhầm", amount=5_000, ends_due=True)
    moved = fees.refund_payment(desk, LAN, Opened(done.dossier_id), refund)
    assert (moved.account.due, moved.account.outstanding) == (10_000, 0)
    assert open_sums(desk) == []
    entry = lookup.dossier_view(desk, LAN, done.dossier_id).timeline[-1]
    assert entry.reason == "Thu nhầm"
    assert "10.000" in str([one for one in entry.changes if one.field == "fees"])
    rest = Refund(done.payment.slip, "Thu nhầm", ends_due=True)
    moved = fees.refund_payment(desk, LAN, Opened(done.dossier_id), rest)
    assert (moved.account.due, moved.account.outstanding) == (0, 0)
    assert lookup.dossier_view(desk, LAN, done.dossier_id).dossier.fees == ()


def test_what_was_paid_beyond_what_is_due_ends_nothing_when_given_back(desk):
    done = finished(desk, payment=PaymentRequest())
    half = replace(FEE, unit_amount=8_000, amount=8_000)
    fees.charge_fees(desk, LAN, Opened(done.dossier_id), (half,), reason="Ghi nhầm")
    refund = Refund(done.payment.slip, "Thu thừa", amount=7_000, ends_due=True)
    moved = fees.refund_payment(desk, LAN, Opened(done.dossier_id), refund)
    assert (moved.account.due, moved.account.outstanding) == (8_000, 0)


def test_an_open_sum_stands_on_the_sheets_from_its_day_on(desk):
    done = finished(desk)
    desk.clock.advance(days=2)
    hand_over(desk, done, "Hẹn nộp")
    assert open_sums(desk) == []
    (sheet,) = cash.cash_sheets(desk, LAN, desk.clock.now().date())
    assert [one.amount for one in sheet.open_sums] == [15_000]


def test_what_is_not_finished_is_refused_as_such(desk):
    done = a_dossier(desk, fees=(FEE,))
    with pytest.raises(IllegalMove):
        hand_over(desk, done)


def test_lines_that_no_slip_could_take_are_refused_as_a_whole(desk):
    lines = tuple(replace(FEE, unit_amount=MOST_DONG, amount=MOST_DONG) for _ in range(20))
    with pytest.raises(InvalidRequest) as refused:
        a_dossier(desk, fees=lines, payment=PaymentRequest())
    assert type(refused.value.problems[0]) is TooMuchInAll


def test_a_slip_undone_twice_has_nothing_left_to_undo(desk):
    done = a_dossier(desk, fees=(FEE,), payment=PaymentRequest())
    fees.void_payment(desk, LAN, Opened(done.dossier_id), done.payment.slip, reason="Nhầm")
    with pytest.raises(AlreadyUndone):
        fees.void_payment(desk, LAN, Opened(done.dossier_id), done.payment.slip, reason="Nhầm")


def test_sums_in_refusals_are_grouped_and_years_are_not():
    words = refusals.say(FeeDoesNotAddUp(field="fees.0", amount=18000))
    assert "18.000" in words
    assert "2026" in refusals.say(YearExhausted(series="SCT/BS", year=2026, last=999))


def test_a_waiver_is_taken_back_within_seconds_and_then_no_more(desk):
    done = a_dossier(desk, fees=(FEE,))
    waiver = Exemption("HO_NGHEO", "Giấy số 1")
    changed = fees.waive_fee(desk, LAN, Opened(done.dossier_id), waiver)
    ended = Opened(done.dossier_id, changed.version)
    taking_back.take_back(desk, LAN, [ended])
    assert fees.money_of(desk, LAN, done.dossier_id).account.due == 15_000
    timeline = lookup.dossier_view(desk, LAN, done.dossier_id).timeline
    assert [entry.event for entry in timeline[-2:]] == ["WAIVE", "CHARGE"]
    assert timeline[-1].reason == "Hoàn tác: Miễn, giảm phí, lệ phí"
    with pytest.raises(taking_back.NothingToTakeBack):
        taking_back.take_back(desk, LAN, [Opened(done.dossier_id)])
    fees.waive_fee(desk, LAN, Opened(done.dossier_id), waiver)
    desk.clock.advance(minutes=1)
    with pytest.raises(taking_back.TooLateToTakeBack):
        taking_back.take_back(desk, LAN, [Opened(done.dossier_id)])


def test_what_was_handed_over_at_a_moment_was_not_before_it(desk):
    done = finished(desk)
    hand_over(desk, done, "trả sau")
    with desk.records.read() as connection:
        assert unpaid.handed_over_unpaid(connection, before=MONDAY) == ()
        later = MONDAY + timedelta(seconds=1)
        assert unpaid.handed_over_unpaid(connection, before=later) == (done.dossier_id,)
