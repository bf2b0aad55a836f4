"""Appointment slips issued anew after a closure: marked, with the reason, one by one or as one."""

import pytest

from app.domain.deadline.calendar_year import Closure
from app.domain.dossier.opened import Opened
from app.domain.forms.print_request import PrintRequest
from app.printing.paper import ReprintReasonMissing
from app.printing.pdf_text import page_texts
from app.usecases.dossier import progress
from app.usecases.office import closures
from app.usecases.printing import prints
from app.usecases.printing.closure_papers import AGAIN, NoSlipsToIssue, closure_slips, slips_of
from app.usecases.safety import verification
from app.usecases.unit import Request
from db.stores.prints import latest_content
from tests.builders import LAN, MONDAY, a_desk, a_dossier

BEGINS = MONDAY.replace(day=25, hour=7, minute=30)
STORM = Closure(BEGINS, BEGINS.replace(hour=17, minute=0), "Bão số 12", "QĐ 9/QĐ-UBND")
WHY = (
    "Phiếu cấp lại, thay phiếu hẹn trước (trước hẹn 10 giờ 15 phút, 27/11/2026): dời hẹn trả vì "
    "đóng cửa đột xuất: Bão số 12, QĐ 9/QĐ-UBND."
)


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    yield desk
    desk.close()


def printed(desk, dossier_id, paper="a4", reason=""):
    done = prints.next_print(desk, LAN, PrintRequest("01", dossier_id), paper=paper, reason=reason)
    prints.note_printer(desk, LAN, done.print_id, "HP")
    return " ".join(page_texts(done.pdf)[0].split())


def content(desk, dossier_id):
    with desk.records.read() as connection:
        return latest_content(connection, "01", dossier_id)


@pytest.mark.parametrize("paper", ["a4", "a5", "80mm"])
def test_a_slip_whose_promise_moved_is_issued_anew_and_is_no_reprint(desk, paper):
    done = a_dossier(desk)
    first = printed(desk, done.dossier_id, paper)
    assert "Cấp lại" not in first
    closures.declare_closure(desk, LAN, STORM)
    anew = printed(desk, done.dossier_id, paper)
    assert "Cấp lại" in anew
    assert "Bản in lại" not in anew
    assert WHY.replace(" ", "") in anew.replace(" ", "")
    with pytest.raises(ReprintReasonMissing):
        printed(desk, done.dossier_id, paper)
    again = printed(desk, done.dossier_id, paper, reason="Mất phiếu")
    assert "Cấp lại – Bản in lại lần 1" in again
    verification.verify_records(desk, LAN)


def test_it_keeps_the_number_of_the_slip_and_the_former_content(desk):
    done = a_dossier(desk)
    before = content(desk, done.dossier_id)
    closures.declare_closure(desk, LAN, STORM)
    assert content(desk, done.dossier_id) == before, "frozen when it is printed"
    printed(desk, done.dossier_id)
    after = content(desk, done.dossier_id)
    assert (after.revision, after.number) == (2, before.number)


def test_undone_after_a_slip_was_issued_anew_it_is_issued_once_more(desk):
    done = a_dossier(desk)
    closures.declare_closure(desk, LAN, STORM)
    printed(desk, done.dossier_id)
    closures.undo_closure(desk, LAN, "1", reason="Bão tan")
    said = printed(desk, done.dossier_id)
    assert "tính lại hẹn trả vì bỏ đóng cửa đột xuất: Bão tan." in said
    assert "27 tháng 11 năm 2026" in said


def test_undone_before_anything_was_printed_the_first_slip_is_right(desk):
    done = a_dossier(desk)
    before = content(desk, done.dossier_id)
    closures.declare_closure(desk, LAN, STORM)
    closures.undo_closure(desk, LAN, "1")
    assert "Cấp lại" not in printed(desk, done.dossier_id)
    assert content(desk, done.dossier_id) == before


def test_a_slip_of_a_dossier_that_waits_is_not_issued_anew(desk):
    done = a_dossier(desk)
    closures.declare_closure(desk, LAN, STORM)
    opened = Opened(done.dossier_id)
    progress.request_supplement(desk, LAN, opened, papers=["Trích lục"], reason="Thiếu")
    assert "Cấp lại" not in printed(desk, done.dossier_id)


def test_slips_of_what_has_ended_are_not_printed(desk):
    ids = [a_dossier(desk).dossier_id for _ in range(2)]
    closures.declare_closure(desk, LAN, STORM)
    progress.finish_processing(desk, LAN, Opened(ids[0]))
    assert slips_of(desk, LAN, "1") == [ids[1]]
    seen = []
    made = closure_slips(desk, LAN, "1", report=lambda done, of: seen.append((done, of)))
    assert (len(made.prints), made.parts, seen) == (1, 1, [(0, 1)])
    assert len(page_texts(made.pdf)) == 2, "both copies"


def test_asked_for_again_the_same_slips_are_given(desk):
    for _ in range(2):
        a_dossier(desk)
    closures.declare_closure(desk, LAN, STORM)
    first = closure_slips(desk, LAN, "1", paper="a5", request=Request("x"))
    again = closure_slips(desk, LAN, "1", paper="a5", request=Request("x"))
    assert (again.prints, again.parts, again.arrived) == (first.prints, first.parts, True)
    assert page_texts(again.pdf) == page_texts(first.pdf)


def test_slips_printed_before_are_printed_again_with_their_reason(desk):
    done = a_dossier(desk)
    closures.declare_closure(desk, LAN, STORM)
    printed(desk, done.dossier_id)
    assert "Bản in lại lần 1" in printed(desk, done.dossier_id, reason=AGAIN)


def test_where_nothing_is_to_be_issued_anew_that_is_said(desk):
    closures.declare_closure(desk, LAN, STORM)
    with pytest.raises(NoSlipsToIssue):
        closure_slips(desk, LAN, "1")
