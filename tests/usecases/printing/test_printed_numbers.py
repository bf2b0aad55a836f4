"""No number a paper bears is borne by another of its kind in the same year, at any station."""

import io
import json
from collections import Counter
from datetime import datetime

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.actor import Actor
from app.domain.clock import VIETNAM
from app.domain.deadline.apology import DelayCause
from app.domain.forms.print_request import PrintRequest
from app.domain.money.payment import Method, PaymentRequest
from app.printing.registry import FORMS, paper_number
from app.usecases.day import closing
from app.usecases.dossier import ending, extending, progress
from app.usecases.dossier.progress import Opened
from app.usecases.handover import giving, recorded
from app.usecases.money import cash
from app.usecases.office import settings
from app.usecases.printing import prints
from app.usecases.safety import verification
from db.packing import unpacked
from tests.builders import LAN, a_desk, a_dossier

SECOND, THIRD = Actor("Nông Văn Páo", 2), Actor("Lý Thị Dín", 3)
BLOCKS = "1:1-3000,2:3001-6000,3:6001-9999"
DECEMBER = datetime(2026, 12, 29, 8, 0, tzinfo=VIETNAM)


@pytest.fixture(scope="module")
def papers(tmp_path_factory):
    """Kind, year and number of every paper of days around the turn of a year, as printed."""
    desk = a_desk(tmp_path_factory.mktemp("year") / "data", DECEMBER)
    found = []
    for day in range(6):
        if day == 1:
            settings.change_setting(desk, LAN, "stations", BLOCKS)
        for actor in (LAN, SECOND, THIRD) if day else (LAN, SECOND):
            for _ in range(2):
                _a_life(desk, actor)
        for actor in (LAN, SECOND):
            _another_sheet(desk, actor, found)
            _a_record(desk, actor, found)
        desk.clock.advance(days=1)
    found += _stored(desk)
    verification.verify_records(desk, LAN)
    desk.close()
    return found


def _a_life(desk, actor):
    """A dossier with fees that goes through every move that makes a paper."""
    done = a_dossier(desk, actor, procedure="2.000635", payment=PaymentRequest(Method.CASH))
    opened = Opened(done.dossier_id)
    progress.start_processing(desk, actor, opened)
    progress.request_supplement(desk, actor, opened, papers=["Tờ khai"], reason="Thiếu chữ ký")
    progress.complete_supplement(desk, actor, opened)
    proposal = extending.proposed_extension(desk, actor, done.dossier_id)
    extending.extend_promise(
        desk,
        actor,
        opened,
        due_at=proposal.due_at,
        cause=DelayCause.WORKLOAD,
        approver="Vy Văn Nam",
    )
    progress.finish_processing(desk, actor, opened)
    prints.make_print(desk, actor, PrintRequest("collect", done.dossier_id), paper="a5")
    progress.return_result(desk, actor, opened, to_whom="Hoàng Thị Mẩy", identity="020185001234")
    _an_end(desk, actor)


def _an_end(desk, actor):
    """A dossier that is refused, reopened and stopped; each of its ends is printed."""
    opened = Opened(a_dossier(desk, actor).dossier_id)
    ending.refuse_dossier(desk, actor, opened, reason="Đất đang tranh chấp")
    _printed(desk, actor, opened, "03")
    ending.reopen_dossier(desk, actor, opened, reason="Xét lại", approver="Bàn Văn Chài")
    ending.cancel_dossier(desk, actor, opened, reason="Nhận nhầm")
    _printed(desk, actor, opened, "05")


def _printed(desk, actor, opened, form, paper="a5"):
    wanted = prints.wanted_form(desk, actor, opened.dossier_id, form)
    prints.make_print(desk, actor, wanted, paper=paper)


def _another_sheet(desk, actor, found):
    """Close the day's open sheet at a station and read its number off the paper."""
    a_dossier(desk, actor, procedure="2.000635", payment=PaymentRequest(Method.CASH))
    day = desk.clock.now().date()
    sheet = cash.cash_sheets(desk, actor, day)[-1]
    closed = cash.close_cash_sheet(desk, actor, day, counted=sheet.total(Method.CASH))
    pdf = pypdf.PdfReader(io.BytesIO(cash.cash_sheet_pdf(desk, actor, closed)))
    number = pdf.pages[0].extract_text().split("Số: ", 1)[1].split()[0]
    found.append(("cash-sheet", day.year, number))
    ended = closing.close_day(desk, actor, {}, others="Nhiều hồ sơ").sheet
    pdf = pypdf.PdfReader(io.BytesIO(closing.day_sheet_pdf(desk, actor, ended)))
    number = pdf.pages[0].extract_text().split("Số: ", 1)[1].split()[0]
    found.append(("day", day.year, number))


def _a_record(desk, actor, found):
    """A dossier goes to an agency at a station, on a record and with its control sheet."""
    done = a_dossier(desk, actor)
    _printed(desk, actor, Opened(done.dossier_id), "06", "a4")
    made = giving.hand_over(desk, actor, [done.dossier_code], agency="kinh te")
    pdf = pypdf.PdfReader(io.BytesIO(recorded.handover_pdf(desk, actor, made.number)))
    number = pdf.pages[0].extract_text().split("Số: ", 1)[1].split()[0]
    found.append(("handover", made.number.year, number))


def _stored(desk):
    with desk.records.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT form, subject_id, made_at, body FROM form_content WHERE revision = 1"
        ).all()
    for form, _, made_at, body in rows:
        if number := json.loads(unpacked(body)).get("number"):
            yield form, int(made_at[:4]), number


def test_no_number_is_printed_twice_in_a_year(papers):
    twice = [paper for paper, count in Counter(papers).items() if count > 1]
    assert twice == []


def test_every_form_that_is_numbered_was_among_them(papers):
    made = {form for form, _, _ in papers}
    assert {form.code for form in FORMS if form.series} | {"payment"} <= made


def test_the_days_number_is_never_that_of_the_year(papers):
    """Several days and two years were there, and each station printed its own."""
    assert {year for _, year, _ in papers} == {2026, 2027}
    for form in {form for form, _, _ in papers}:
        numbers = {number for kind, _, number in papers if kind == form}
        assert any("-Q2" in number for number in numbers), form


numbers = st.tuples(st.integers(1, 999_999), st.integers(0, 99))


@given(one=numbers, other=numbers, series=st.sampled_from(["TNHS", "BK"]))
def test_two_numbers_of_a_series_are_never_printed_alike(one, other, series):
    printed, again = (paper_number(series, *each) for each in (one, other))
    assert (printed == again) is (one == other)
