"""Refusing, stopping, reopening: papers numbered when printed, promises that never improve."""

import io
import json
from datetime import datetime, timedelta

import pypdf
import pytest

from app.domain.approver import ApproverIsOfficer
from app.domain.clock import VIETNAM
from app.domain.deadline.standing import Standing, ended_standing
from app.domain.errors import InvalidRequest
from app.domain.forms.print_request import PrintRequest
from app.domain.money.payment import Method, PaymentRequest
from app.domain.permission import Permission
from app.domain.workflow.moves import IllegalMove
from app.domain.workflow.states import DossierState
from app.printing.letters import LetterNotPrintable
from app.printing.registry import form_of
from app.usecases.dossier import correction, ending, progress, taking_back
from app.usecases.dossier.progress import Opened
from app.usecases.endings import FormNotInSet, PaperIsOut, end_to_print
from app.usecases.money import fees
from app.usecases.printing import prints as printing
from app.usecases.queries import lookup
from app.usecases.safety import verification
from db.stores import ledger
from db.stores.prints import NoSuchForm
from tests.builders import LAN, a_desk, a_dossier, an_applicant


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    yield desk
    desk.close()


@pytest.fixture
def opened(desk):
    return Opened(a_dossier(desk).dossier_id)


def at(day, hour, minute=0):
    return datetime(2026, 11, day, hour, minute, tzinfo=VIETNAM)


def stored(desk, opened):
    return lookup.dossier_view(desk, LAN, opened.dossier_id).dossier


def refuse(desk, opened, reason="Đất đang tranh chấp"):
    return ending.refuse_dossier(desk, LAN, opened, reason=reason)


def stop(desk, opened):
    return ending.cancel_dossier(desk, LAN, opened, reason="Nhận nhầm")


def withdraw(desk, opened):
    return ending.cancel_dossier(desk, LAN, opened, reason="Xin rút", withdrawn=True)


def reopen(desk, opened, approver="Lý Thị Mai"):
    return ending.reopen_dossier(desk, LAN, opened, reason="Xét lại", approver=approver)


def printed(desk, opened, form):
    wanted = printing.wanted_form(desk, LAN, opened.dossier_id, form)
    made = printing.make_print(desk, LAN, wanted, paper="a4")
    text = pypdf.PdfReader(io.BytesIO(made.pdf)).pages[0].extract_text()
    return made, " ".join(text.split())


def numbered(desk):
    with desk.records.read() as connection:
        rows = connection.exec_driver_sql("SELECT count(*) FROM ledger WHERE event = 'NUMBERED'")
        return rows.scalar()


ENDS = [(refuse, "03", "0001/TCHS"), (stop, "05", "0001/TBDHS"), (withdraw, "05", "0001/TBDHS")]


@pytest.mark.parametrize(("end", "form", "number"), ENDS)
def test_the_paper_of_an_end_is_numbered_when_it_is_first_printed(desk, opened, end, form, number):
    changed = end(desk, opened)
    assert changed.paper is None
    assert form in lookup.dossier_view(desk, LAN, opened.dossier_id).forms
    assert numbered(desk) == 0
    made, said = printed(desk, opened, form)
    assert made.copy_number == 1
    assert number in said
    assert LAN.officer in said
    assert numbered(desk) == 1
    again, repeated = printed(desk, opened, form)
    assert again.copy_number == 2
    assert number in repeated
    assert numbered(desk) == 1
    verification.verify_records(desk, LAN)


@pytest.mark.parametrize(("end", "form", "number"), ENDS)
def test_an_end_taken_back_gave_no_number(desk, opened, end, form, number):
    end(desk, opened)
    taking_back.take_back(desk, LAN, (opened,))
    assert form not in lookup.dossier_view(desk, LAN, opened.dossier_id).forms
    with pytest.raises(NoSuchForm):
        printing.wanted_form(desk, LAN, opened.dossier_id, form)
    end(desk, opened)
    assert number in printed(desk, opened, form)[1]
    verification.verify_records(desk, LAN)


def test_an_end_whose_paper_is_out_is_not_taken_back(desk, opened):
    refuse(desk, opened)
    printed(desk, opened, "03")
    with pytest.raises(PaperIsOut) as refused:
        taking_back.take_back(desk, LAN, (opened,))
    assert refused.value.facts["number"] == "0001/TCHS"
    assert stored(desk, opened).state is DossierState.REFUSED


def test_what_was_taken_back_meanwhile_is_not_printed(desk, opened):
    refuse(desk, opened)
    wanted = printing.wanted_form(desk, LAN, opened.dossier_id, "03")
    taking_back.take_back(desk, LAN, (opened,))
    with pytest.raises(NoSuchForm):
        printing.make_print(desk, LAN, wanted, paper="a4")
    with pytest.raises(NoSuchForm):
        printing.make_print(desk, LAN, PrintRequest("03", 987_654_301), paper="a4")
    assert numbered(desk) == 0


def test_each_end_is_a_paper_of_its_own(desk, opened):
    refuse(desk, opened)
    printed(desk, opened, "03")
    reopen(desk, opened)
    first = printing.wanted_form(desk, LAN, opened.dossier_id, "03")
    refuse(desk, opened, "Vẫn tranh chấp")
    made, said = printed(desk, opened, "03")
    assert made.copy_number == 1
    assert "0002/TCHS" in said
    assert "Vẫn tranh chấp" in said
    assert printing.wanted_form(desk, LAN, opened.dossier_id, "03") != first
    verification.verify_records(desk, LAN)


def test_a_form_of_another_end_is_not_there(desk, opened):
    stop(desk, opened)
    with pytest.raises(NoSuchForm):
        printing.wanted_form(desk, LAN, opened.dossier_id, "03")


def test_the_set_of_2018_has_no_notice_of_a_stop(tmp_path):
    day = datetime(2025, 9, 10, 9, 0, tzinfo=VIETNAM)
    desk = a_desk(tmp_path / "data", day)
    opened = Opened(a_dossier(desk).dossier_id)
    stop(desk, opened)
    assert "05" not in lookup.dossier_view(desk, LAN, opened.dossier_id).forms
    wanted = printing.wanted_form(desk, LAN, opened.dossier_id, "05")
    assert wanted == PrintRequest("06", opened.dossier_id), "the control sheet's number then"
    with desk.view(LAN, Permission.WANTED_FORM) as view, pytest.raises(FormNotInSet) as refused:
        end_to_print(view, view.dossier(opened), form_of("05"))
    assert refused.value.facts["form_set"] == "tt01-2018"
    reopen(desk, opened)
    refuse(desk, opened)
    assert "Nội dung yêu cầu giải quyết:" in printed(desk, opened, "03")[1]
    desk.close()


def test_the_notice_says_what_was_paid_and_given_back(desk):
    done = a_dossier(desk, procedure="2.000635", payment=PaymentRequest(Method.CASH))
    opened = Opened(done.dossier_id)
    progress.start_processing(desk, LAN, opened)
    slip = done.payment.slip
    stop(desk, opened)
    fees.void_payment(desk, LAN, opened, slip=slip, reason="Dừng hồ sơ")
    said = printed(desk, opened, "05")[1]
    assert "Hồ sơ đang ở bước: Đang xử lý" in said
    assert "Phí, lệ phí: đã nộp 8.000 đồng, đã hoàn trả 8.000 đồng" in said


@pytest.mark.parametrize("end", [refuse, stop, withdraw])
def test_what_has_a_result_is_not_given_up(desk, opened, end):
    progress.finish_processing(desk, LAN, opened)
    with pytest.raises(IllegalMove):
        end(desk, opened)


def test_a_reason_is_needed_and_must_be_printable(desk, opened):
    for reason, kind in (("", None), ("Thiếu 阮", LetterNotPrintable)):
        with pytest.raises(InvalidRequest) as refused:
            refuse(desk, opened, reason)
        (problem,) = refused.value.problems
        assert problem.field == "reason"
        assert kind is None or isinstance(problem, kind)


# Reopening


def test_who_acts_does_not_approve_the_reopening(desk, opened):
    refuse(desk, opened)
    with pytest.raises(InvalidRequest) as refused:
        reopen(desk, opened, approver=LAN.officer.upper())
    assert isinstance(refused.value.problems[0], ApproverIsOfficer)
    assert stored(desk, opened).state is DossierState.REFUSED


def test_the_ledger_says_who_approved_and_that_it_is_not_proven(desk, opened):
    refuse(desk, opened)
    assert reopen(desk, opened).state is DossierState.PROCESSING
    (*_, last) = lookup.dossier_view(desk, LAN, opened.dossier_id).timeline
    assert (last.event, last.reason) == ("REOPEN", "Xét lại")
    assert [change.new for change in last.changes] == ["Lý Thị Mai (nêu tên, chưa xác thực)"]
    verification.verify_records(desk, LAN)


@pytest.mark.parametrize("end", [refuse, stop, withdraw])
def test_a_reopened_dossier_keeps_its_promise_as_if_it_had_never_ended(desk, opened, end):
    was = stored(desk, opened)
    desk.clock.set(at(25, 8))
    end(desk, opened)
    desk.clock.set(at(30, 9))
    changed = reopen(desk, opened)
    now = stored(desk, opened)
    assert changed.due_at == was.due_at
    assert (now.due_at, now.measured_due_at, now.promises) == (
        was.due_at, was.measured_due_at, was.promises,
    )  # fmt: skip
    assert (now.ended_at, now.end_reason) == (None, "")
    progress.finish_processing(desk, LAN, opened)
    after = stored(desk, opened)
    assert ended_standing(after.ended_at, after.measured_due_at) is Standing.LATE


def test_what_was_late_when_it_ended_is_late_when_it_is_reopened(desk, opened):
    due = stored(desk, opened).due_at
    desk.clock.set(due + timedelta(days=3))
    stop(desk, opened)
    reopen(desk, opened)
    progress.finish_processing(desk, LAN, opened)
    after = stored(desk, opened)
    assert after.measured_due_at == due
    assert ended_standing(after.ended_at, after.measured_due_at) is Standing.LATE


def test_the_time_since_the_end_of_a_waiting_dossier_is_nobodys_wait(desk, opened):
    desk.clock.set(at(25, 8))
    progress.request_supplement(desk, LAN, opened, papers=["Tờ khai"], reason="Thiếu")
    desk.clock.set(at(26, 8))
    stop(desk, opened)
    stopped = stored(desk, opened)
    desk.clock.set(at(30, 8))
    reopen(desk, opened)
    now = stored(desk, opened)
    assert now.state is DossierState.PROCESSING
    # 8 open hours of waiting move the promise as completing the papers would have; no more.
    assert now.due_at == now.measured_due_at == stopped.measured_due_at == at(30, 10, 15)
    assert now.pauses[0].completed_at == at(26, 8)


def test_a_second_reopening_and_end_still_replay(desk, opened):
    for _ in range(2):
        refuse(desk, opened)
        reopen(desk, opened)
    rows = [row.event for row in lookup.dossier_view(desk, LAN, opened.dossier_id).timeline]
    assert rows == ["RECEIVE", "REFUSE", "REOPEN", "REFUSE", "REOPEN"]
    verification.verify_records(desk, LAN)


@pytest.mark.parametrize("state", ["received", "finished"])
def test_only_what_was_given_up_is_reopened(desk, opened, state):
    if state == "finished":
        progress.finish_processing(desk, LAN, opened)
    with pytest.raises(IllegalMove):
        reopen(desk, opened)


def test_the_number_of_a_paper_stands_in_the_ledger(desk, opened):
    refuse(desk, opened)
    printed(desk, opened, "03")
    with desk.records.read() as connection:
        rows = [row for row in ledger.entries(connection) if row.event == "NUMBERED"]
    assert json.loads(rows[0].detail) == {"form": "03", "number": "0001/TCHS"}
    assert rows[0].reference == stored(desk, opened).code


def test_no_correction_turns_late_into_on_time(desk, opened):
    due = stored(desk, opened).due_at
    desk.clock.set(due + timedelta(days=3))
    wanted = correction.Correction(note="Ghi lại", applicant=an_applicant(full_name="Hoàng Thị My"))
    correction.correct_dossier(desk, LAN, opened, wanted, reason="Gõ nhầm tên")
    progress.finish_processing(desk, LAN, opened)
    after = stored(desk, opened)
    assert (after.due_at, after.measured_due_at) == (due, due)
    assert ended_standing(after.ended_at, after.measured_due_at) is Standing.LATE
    (changed,) = [
        row
        for row in lookup.dossier_view(desk, LAN, opened.dossier_id).timeline
        if row.event == "CORRECT"
    ]
    assert changed.reason == "Gõ nhầm tên"
    assert ("applicant.full_name", "Hoàng Thị Mẩy", "Hoàng Thị My") in changed.changes
