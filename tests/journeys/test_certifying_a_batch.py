"""A certification batch at the counter: keys counted, money taken, waived or left for later."""

import pytest

from app.domain.actor import PROGRAM
from app.domain.dossier.dossier import Dossier
from app.domain.money.fee import CollectAt, Exemption
from app.domain.money.payment import Method, PaymentRequest
from app.usecases.dossier.progress import Opened
from app.usecases.money import fees
from app.usecases.queries import lookup
from tests.builders import LAN
from tests.journeys.clerk import Clerk
from ui.screens.intake.state.fee import Collect

pytestmark = [pytest.mark.gui, pytest.mark.journey]

COPIES = "chung thuc ban sao tu ban chinh"
MOST_KEYS = 3
BATCH = (("1", "Enter"), ("2", "4", "Enter"), ("0", "Enter"), ("3", "Enter"), ("5", "2", "Enter"))


def enter(clerk: Clerk, keys: tuple[str, ...]) -> int:
    """Press `keys` one by one; how many there were."""
    for key in keys:
        clerk.key(key) if key == "Enter" else clerk.type(key)
    return len(keys)


def amounts(done: Dossier) -> list[int]:
    return [paper.amount for paper in done.certification]


@pytest.fixture
def clerk(office, sit, tray) -> Clerk:
    clerk = sit()
    clerk.take_in("", "Nông Thị Sính", "1999", procedure=COPIES, ticks=None)
    assert clerk.focus == "Thêm giấy tờ chứng thực"
    return clerk


def test_five_papers_cost_three_keys_each_are_paid_in_cash_and_the_slip_is_printed(clerk, tray):
    first, *further = [enter(clerk, keys) for keys in BATCH]
    assert first <= MOST_KEYS
    assert max(further) <= MOST_KEYS, "each further document of a batch"
    clerk.wait(lambda: clerk.sees("Cộng 5 giấy tờ, 5 bản: 20.000 đồng"))
    clerk.key("Alt+T")
    assert clerk.focus == "Thu tiền"
    clerk.key("Down").wait(lambda: clerk.sees("20.000 đồng – thu tiền mặt"))
    done = clerk.save()
    assert amounts(done) == [2_000, 6_000, 6_000, 2_000, 4_000]
    assert clerk.sees("Số chứng thực 01–05, quyển 01/2026-SCT/BS")
    assert clerk.sees("Đã thu 20.000 đồng, tiền mặt – phiếu thu 0001/2026")
    printed = len(tray.jobs)
    for nth in (1, 2):
        clerk.key("Alt+P").wait(lambda nth=nth: len(tray.jobs) == printed + nth and clerk.is_idle())
    slips = [
        one for one in lookup.dossier_view(clerk.desk, PROGRAM, done.id).prints if one.form != "01"
    ]
    assert [one.copy_number for one in slips] == [2, 1], "the second is marked as a reprint"
    assert fees.money_of(clerk.desk, PROGRAM, done.id).account.outstanding == 0
    clerk.check()


def test_certification_offers_no_ground_that_would_not_free_it(clerk):
    enter(clerk, BATCH[0])
    clerk.key("Alt+T")
    assert clerk.intake.fees.collect.isVisible()
    assert not clerk.intake.fees.ground.isVisible()


def test_a_waiver_names_its_ground_and_takes_no_money(office, sit, tray):
    clerk = sit()
    clerk.take_in("", "Nông Thị Sính", "1999", procedure="2.000635")
    clerk.key("Alt+T").tab_to("Căn cứ miễn, giảm").key("Down", 2).key("Enter")
    clerk.type("Giấy chứng nhận hộ nghèo số 12")
    clerk.wait(lambda: clerk.sees("8.000 đồng, được miễn"))
    done = clerk.save("Ctrl+F9")
    (line,) = done.fees
    assert line.exemption == Exemption("HO_NGHEO", "Giấy chứng nhận hộ nghèo số 12")
    assert clerk.sees("Được miễn phí, lệ phí")
    assert not clerk.sees("In phiếu thu   Alt+P")
    clerk.check()


def test_what_falls_due_with_the_result_is_paid_by_transfer_later(clerk):
    enter(clerk, BATCH[1])
    clerk.key("Alt+T").key("Down", 3)
    clerk.wait(lambda: clerk.sees("6.000 đồng – thu khi trả"))
    done = clerk.save("Ctrl+F9")
    assert [line.collect_at for line in done.fees] == [CollectAt.RETURN]
    assert clerk.sees("Phải thu 6.000 đồng, chưa thu")
    paid = PaymentRequest(Method.TRANSFER, reference="FT26327")
    fees.collect_fee(clerk.desk, LAN, Opened(done.id), paid)
    assert fees.money_of(clerk.desk, PROGRAM, done.id).account.outstanding == 0
    clerk.check()


def test_a_transfer_at_once_is_named_on_its_slip(clerk):
    enter(clerk, BATCH[0])
    clerk.key("Alt+T").key("Down", 2).key("Enter").type("FT26328")
    clerk.wait(lambda: clerk.sees("2.000 đồng – thu chuyển khoản"))
    done = clerk.save("Ctrl+F9")
    (payment,) = fees.money_of(clerk.desk, PROGRAM, done.id).payments
    assert (payment.method, payment.reference) == (Method.TRANSFER, "FT26328")
    clerk.check()


def test_escape_in_a_half_typed_name_keeps_the_batch(clerk):
    enter(clerk, BATCH[0])
    clerk.type("ba").key("Esc")
    assert clerk.focus == "Thêm giấy tờ chứng thực"
    assert len(clerk.intake.state().certification) == 1
    clerk.key("Esc")
    assert clerk.intake.state().is_blank


def test_a_batch_taken_up_again_from_its_draft_is_whole(clerk, sit):
    enter(clerk, BATCH[1])
    clerk.key("Alt+T").key("Down")
    clerk.wait(lambda: not clerk.intake.keeper._timer.isActive() and clerk.is_idle())
    typed = clerk.intake.state()
    clerk.leave()
    again = sit()
    again.key("F2").wait(again.is_idle)
    again.key("Alt+D").key("Enter")
    again.wait(lambda: again.intake.procedure.certifies and again.is_idle())
    state = again.intake.state()
    assert (state.certification, state.fee) == (typed.certification, typed.fee)
    assert state.fee.collect is Collect.CASH


@pytest.mark.parametrize(
    ("procedure", "amount", "book"),
    [("2.000884", 10_000, "SCT/CK,ĐC"), ("2.001035", 50_000, "SCT/HĐ,GD")],
)
def test_signatures_and_transactions_have_their_own_papers_rates_and_books(
    office, sit, procedure, amount, book
):
    clerk = sit()
    clerk.take_in("", "Lý A Sềnh", "1950", procedure=procedure, ticks=None)
    assert clerk.focus == "Thêm giấy tờ chứng thực"
    enter(clerk, BATCH[0])
    done = clerk.save("Ctrl+F9")
    assert amounts(done) == [amount]
    assert done.certification[0].number.book == book
    clerk.check()


def test_a_label_scanned_over_the_table_changes_no_row(clerk):
    enter(clerk, BATCH[1])
    clerk.key("Up")
    assert clerk.focus == "Giấy tờ chứng thực"
    before = clerk.intake.state().certification
    clerk.scan("26112300010001")
    clerk.wait(clerk.is_idle)
    assert clerk.intake.state().certification == before


def test_a_sum_nobody_has_seen_is_not_collected(clerk):
    enter(clerk, BATCH[0])
    clerk.wait(lambda: clerk.sees("1 bản: 2.000 đồng"))
    clerk.key("Alt+T").key("Down").tab_to("Thêm giấy tờ chứng thực").type("Học bạ 4x3").key("F9")
    clerk.wait(clerk.is_idle)
    assert lookup.newest_codes(clerk.desk, PROGRAM) == ()
    assert clerk.sees("phải thu 20.000 đồng")
    clerk.wait(lambda: clerk.sees("Cộng 2 giấy tờ, 4 bản: 20.000 đồng"))
    assert clerk.focus == "Thu tiền"
    done = clerk.save()
    assert fees.money_of(clerk.desk, PROGRAM, done.id).account.collected == 20_000
    clerk.check()
