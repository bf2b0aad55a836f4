"""A dossier written down under the wrong procedure or time: counted anew, and never out of late."""

from datetime import timedelta

import pytest

from app.domain.certification.books import CertifiedDocument
from app.domain.deadline.apology import DelayCause
from app.domain.dossier.correction import Correction
from app.domain.dossier.dossier import PromiseKind
from app.domain.dossier.intake_check import ReceivedInFuture
from app.domain.dossier.opened import Opened
from app.domain.dossier.promise import LateStaysLate
from app.domain.errors import InvalidRequest
from app.domain.forms.codes import RECEIPT_FORM
from app.domain.forms.print_request import PrintRequest
from app.domain.money.payment import PaymentRequest
from app.printing.paper import Paper
from app.printing.pdf_text import page_texts
from app.usecases.dossier import correction, extending, intake, progress
from app.usecases.dossier.refiling import CertifiedMeanwhile, PaidMeanwhile
from app.usecases.money.charging import NothingToCertify
from app.usecases.printing import prints
from app.usecases.queries import lookup
from app.usecases.reference import UnknownProcedure
from app.usecases.safety import verification
from tests.builders import LAN, MONDAY, a_certification, a_desk, a_dossier, a_request

MARITAL, REMARRY, EXTRACT, COPIES = "1.004873", "1.004746", "2.000635", "2.000815"
"""Three working days, five, the same day with 8.000 đồng, copies that are certified."""


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    yield desk
    desk.close()


def correct(desk, done, **changed):
    opened, asked = Opened(done.dossier_id), Correction(**changed)
    return correction.correct_dossier(desk, LAN, opened, asked, reason="Chọn nhầm")


def view(desk, done):
    return lookup.dossier_view(desk, LAN, done.dossier_id)


def stored(desk, done):
    return view(desk, done).dossier


def promised(desk, code, received_at):
    """What the rules promise for `code` received then."""
    rules = lookup.rules(desk, LAN)
    return intake.promise_for(rules, a_request(procedure=code), received_at).due.due_at


def later(desk, **span):
    desk.clock.set(desk.clock.now() + timedelta(**span))


def test_under_another_procedure_it_is_promised_as_if_it_had_been_received_so(desk):
    done = a_dossier(desk)
    later(desk, hours=1)
    correct(desk, done, procedure=REMARRY)
    now = stored(desk, done)
    assert (now.procedure_code, now.procedure_name) == (REMARRY, "Thủ tục đăng ký lại kết hôn")
    assert now.due_at == now.measured_due_at == promised(desk, REMARRY, MONDAY)
    assert now.due_at > done.due_at
    assert [(one.kind, one.due_at) for one in now.promises] == [
        (PromiseKind.FIRST, done.due_at), (PromiseKind.CORRECTED, now.due_at)
    ]  # fmt: skip
    assert now.code == done.dossier_code
    verification.verify_records(desk, LAN)


def test_the_old_procedure_and_promise_stand_in_the_timeline(desk):
    done = a_dossier(desk)
    correct(desk, done, procedure=REMARRY)
    last = view(desk, done).timeline[-1]
    said = {change.field: (change.old, change.new) for change in last.changes}
    assert last.reason == "Chọn nhầm"
    assert said["procedure_name"][0] == "Thủ tục cấp Giấy xác nhận tình trạng hôn nhân"
    assert said["due_at"] == ("10:15 27/11/2026", "10:15 01/12/2026")


def test_what_the_other_procedure_costs_is_what_is_due(desk):
    done = a_dossier(desk)
    correct(desk, done, procedure=EXTRACT)
    assert [line.amount for line in stored(desk, done).fees] == [8_000]
    correct(desk, done, procedure=MARITAL)
    assert stored(desk, done).fees == ()
    verification.verify_records(desk, LAN)


def test_a_receipt_that_was_earlier_brings_the_promise_forward(desk):
    later(desk, days=2)
    done = a_dossier(desk)
    correct(desk, done, received_at=MONDAY)
    now = stored(desk, done)
    assert now.received_at == MONDAY
    assert now.due_at == now.measured_due_at == promised(desk, MARITAL, MONDAY)
    said = {change.field: change.new for change in view(desk, done).timeline[-1].changes}
    assert said["received_at"] == "10:15 23/11/2026"
    verification.verify_records(desk, LAN)


def test_it_cannot_have_been_received_after_it_was_registered(desk):
    done = a_dossier(desk)
    later(desk, days=2)
    with pytest.raises(InvalidRequest) as refused:
        correct(desk, done, received_at=MONDAY + timedelta(hours=1))
    assert isinstance(refused.value.problems[0], ReceivedInFuture)


def test_a_late_dossier_is_not_on_time_by_a_longer_limit(desk):
    done = a_dossier(desk)
    later(desk, days=5)  # Saturday; it was due on Friday
    with pytest.raises(LateStaysLate):
        correct(desk, done, procedure=REMARRY)
    assert stored(desk, done).procedure_code == MARITAL


def test_nor_by_a_later_receipt_that_was_written_down(desk):
    done = a_dossier(desk, received_at=MONDAY - timedelta(days=4))
    later(desk, days=3)
    with pytest.raises(LateStaysLate):
        correct(desk, done, received_at=MONDAY)


def test_a_late_dossier_goes_where_it_is_late_too(desk):
    done = a_dossier(desk)
    later(desk, days=14)
    correct(desk, done, procedure=REMARRY)
    now = stored(desk, done)
    assert now.procedure_code == REMARRY
    assert now.measured_due_at < desk.clock.now()


def test_one_that_ended_late_stays_late_and_one_that_ended_on_time_may_be_corrected(desk):
    late, good = a_dossier(desk), a_dossier(desk)
    later(desk, days=1)
    progress.finish_processing(desk, LAN, Opened(good.dossier_id))
    later(desk, days=4)
    progress.finish_processing(desk, LAN, Opened(late.dossier_id))
    with pytest.raises(LateStaysLate):
        correct(desk, late, procedure=REMARRY)
    correct(desk, good, procedure=REMARRY)
    assert stored(desk, good).procedure_code == REMARRY


def test_while_papers_are_waited_for_nothing_is_promised_and_the_wait_counts_by_the_new_limit(desk):
    done = a_dossier(desk)
    opened = Opened(done.dossier_id)
    later(desk, hours=1)
    progress.request_supplement(desk, LAN, opened, papers=("Tờ khai",), reason="Thiếu")
    correct(desk, done, procedure=REMARRY)
    waiting = stored(desk, done)
    assert waiting.due_at is None
    assert len(waiting.promises) == 1
    later(desk, hours=2)
    progress.complete_supplement(desk, LAN, opened)
    now = stored(desk, done)
    assert now.due_at > promised(desk, REMARRY, MONDAY)
    assert now.promises[-1].kind is PromiseKind.PAUSED
    verification.verify_records(desk, LAN)


def test_one_that_was_late_before_papers_were_asked_for_stays_so(desk):
    done = a_dossier(desk)
    later(desk, days=7)
    progress.request_supplement(
        desk, LAN, Opened(done.dossier_id), papers=("Tờ khai",), reason="Thiếu"
    )
    later(desk, hours=1)
    with pytest.raises(LateStaysLate):
        correct(desk, done, received_at=MONDAY, procedure=REMARRY)


def test_what_an_apology_promised_stays_where_the_new_count_ends_earlier(desk):
    done = a_dossier(desk)
    later(desk, days=1)
    promised_at = done.due_at + timedelta(days=21)
    extending.extend_promise(
        desk, LAN, Opened(done.dossier_id), due_at=promised_at, cause=DelayCause.OTHER,
        reason="Chờ xác minh", approver="Nông Văn Hai",
    )  # fmt: skip
    correct(desk, done, procedure=REMARRY)
    now = stored(desk, done)
    assert now.due_at == promised_at
    assert now.measured_due_at == promised(desk, REMARRY, MONDAY)
    assert [one.kind for one in now.promises] == [PromiseKind.FIRST, PromiseKind.EXTENDED]


def test_where_money_was_taken_or_numbers_were_given_it_stays_where_it_is(desk):
    paid = a_dossier(desk, procedure=EXTRACT, payment=PaymentRequest())
    with pytest.raises(PaidMeanwhile):
        correct(desk, paid, procedure=MARITAL)
    certified = a_certification(desk, CertifiedDocument("Bằng tốt nghiệp", 1, 1))
    with pytest.raises(CertifiedMeanwhile):
        correct(desk, certified, procedure=MARITAL)
    plain = a_dossier(desk)
    with pytest.raises(InvalidRequest) as refused:
        correct(desk, plain, procedure=COPIES)
    assert isinstance(refused.value.problems[0], NothingToCertify)


def test_only_a_procedure_in_force_then_takes_it(desk):
    done = a_dossier(desk)
    with pytest.raises(UnknownProcedure):
        correct(desk, done, procedure="9.999999")


def test_the_time_of_receipt_may_be_mended_where_money_was_taken(desk):
    later(desk, hours=1)
    paid = a_dossier(desk, procedure=EXTRACT, payment=PaymentRequest())
    correct(desk, paid, received_at=MONDAY)
    assert stored(desk, paid).received_at == MONDAY
    verification.verify_records(desk, LAN)


def test_the_receipt_is_printed_with_the_new_procedure_and_promise(desk):
    done = a_dossier(desk)
    correct(desk, done, procedure=REMARRY)
    wanted = PrintRequest(RECEIPT_FORM, done.dossier_id)
    (said, *_) = page_texts(prints.next_print(desk, LAN, wanted, paper=Paper.A4).pdf)
    words = " ".join(said.split())
    assert "đăng ký lại kết hôn" in words
    assert "10 giờ 15 phút, ngày 01 tháng 12 năm 2026" in words
    assert lookup.find(desk, LAN, "dang ky lai ket hon")[0].id == done.dossier_id


def receipt_of(desk, done, reason=""):
    wanted = PrintRequest(RECEIPT_FORM, done.dossier_id)
    pages = page_texts(prints.next_print(desk, LAN, wanted, paper=Paper.A5, reason=reason).pdf)
    return " ".join(" ".join(pages).split())


def test_a_slip_that_takes_the_place_of_a_printed_one_says_so_and_why(desk):
    done = a_dossier(desk)
    receipt_of(desk, done)
    correct(desk, done, procedure=REMARRY)
    said = receipt_of(desk, done)
    assert "CẤP LẠI" in said.upper()
    assert "Phiếu cấp lại sau khi sửa, thay phiếu hẹn trước. Lý do sửa: Chọn nhầm." in said


def test_a_slip_that_was_never_printed_takes_no_ones_place(desk):
    done = a_dossier(desk)
    correct(desk, done, procedure=REMARRY)
    assert "cấp lại" not in receipt_of(desk, done).lower()


def test_a_reason_no_face_has_the_letters_for_is_refused(desk):
    done = a_dossier(desk)
    with pytest.raises(InvalidRequest):
        correction.correct_dossier(
            desk, LAN, Opened(done.dossier_id), Correction(procedure=REMARRY), reason="漢字"
        )
