"""A request that comes twice does its work once, and is answered the same."""

import json
from dataclasses import dataclass, field, replace
from datetime import timedelta
from hashlib import sha256
from importlib import resources
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from app.domain.catalogue.cutting import LimitCutRequest
from app.domain.catalogue.procedure import Channel, Step
from app.domain.certification.books import Book, CertifiedDocument
from app.domain.clock_doubt import Doubt
from app.domain.deadline.apology import NoticeWay
from app.domain.deadline.calendar_year import Closure
from app.domain.deadline.office_hours import DEFAULT_PLAN
from app.domain.deadline.time_limit import parse
from app.domain.errors import DeskError, InvalidRequest
from app.domain.forms.print_request import PrintRequest
from app.domain.money.fee import Exemption, FeeKind, plain_line
from app.domain.money.payment import PaymentRequest, Refund
from app.usecases.catalogue import cutting, procedures
from app.usecases.certification import books, certifying
from app.usecases.day import closing
from app.usecases.dossier import (
    batch,
    drafting,
    ending,
    extending,
    intake,
    progress,
    taking_back,
    turning_away,
)
from app.usecases.dossier.correction import Correction, correct_dossier
from app.usecases.dossier.progress import Opened
from app.usecases.exchange import answering, exporting
from app.usecases.handover import giving, recorded, taking
from app.usecases.handover import rules as work_rules
from app.usecases.money import cash, cash_day, fees, tariffs
from app.usecases.office import calendar as office_calendar
from app.usecases.office import clock, closures, opening, settings
from app.usecases.printing import closure_papers, prints
from app.usecases.proof import making
from app.usecases.queries import closures as closure_queries
from app.usecases.queries import lookup
from app.usecases.safety import backup, loss, sticks, verification
from app.usecases.unit import Request, RequestNameInvalid, RequestTaken
from db import volumes
from db.stores import requests
from tests.builders import (
    LAN,
    MONDAY,
    a_certification,
    a_desk,
    a_dossier,
    a_request,
    rendered,
    weeks_pass,
)
from tests.db.witness.witnessed import heads, knows
from tests.usecases.use_cases import changing

LINE = plain_line("Lệ phí", 5_000, kind=FeeKind.FEE, per="", quantity=1, source="NQ 1")
DEGREE = CertifiedDocument("Bằng tốt nghiệp", pages=1, copies=3)
PORTAL = Path(__file__).parents[1] / "exchange" / "data" / "portal-detail-2.000815.json"
SEED = resources.files("resources").joinpath("seed/calendar.json").read_bytes()


@dataclass(frozen=True)
class Place:
    """A desk with a plain dossier (1), a paid one (2), certified ones (3, 4), one finished (5).

    Of the paid one there are two prints.
    """

    desk: Any
    slip: Any
    usb: Path
    print_id: int
    other_print_id: int
    ended: list = field(default_factory=list)
    stopped: list = field(default_factory=list)

    def answers(self, verdict="DA_NHAN", **more):
        body = rendered(self.desk)[0]
        message = json.loads(body)
        result = {
            "event_id": message["event_id"], "phien_ban": message["phien_ban"],
            "sha256": sha256(body).hexdigest(), "ma": verdict, **more,
        }  # fmt: skip
        return json.dumps({"package_id": "x", "ket_qua": [result]}).encode()


@pytest.fixture
def place(tmp_path):
    desk = a_desk(tmp_path / "data")
    a_dossier(desk)
    paid = a_dossier(desk, fees=(LINE,), payment=PaymentRequest(amount=2_000))
    a_certification(desk, DEGREE)
    a_certification(desk, DEGREE)
    finished = a_dossier(desk)
    progress.finish_processing(desk, LAN, Opened(finished.dossier_id))
    (tmp_path / "usb").mkdir()
    exporting.export_package(desk, LAN, tmp_path / "usb")
    desk.clock.advance(minutes=5)
    made = [
        prints.make_print(desk, LAN, PrintRequest("01", 2), paper=paper).print_id
        for paper in ("a4", "a5")
    ]
    yield Place(desk, paid.payment.slip, tmp_path / "usb", *made)
    desk.close()


def calendar(year):
    body = json.loads(SEED)
    body["years"] = [year_of for year_of in body["years"] if year_of["year"] <= year]
    return json.dumps(body).encode()


def tariff(name):
    return json.dumps({
        "format": "motcua-tariff-1",
        "tariffs": [{
            "code": "CHUNG_THUC", "name": name, "effective_from": "2026-12-01", "source": "TT",
            "provenance": "COMPLETED", "grounds": [],
            "rates": [{"kind": "COPY", "name": "Phí", "per": "trang", "basis": "PAGE",
                       "steps": [{"from_page": 1, "amount": 3000}], "procedures": ["2.000815"]}],
        }],
    }).encode()  # fmt: skip


def an_incomplete(desk):
    """A procedure that leaves a limit open, with the rule's channel and case."""
    for choice in lookup.procedure_choices(desk, LAN, desk.clock.now()):
        stored = procedures.current_procedure(desk, LAN, choice.code)
        for rule in stored.procedure.limits:
            if rule.limit is None:
                return choice.code, rule.channel, rule.case
    raise AssertionError


def complete(p, request, words):
    code, channel, case = an_incomplete(p.desk) if not KNOWN else KNOWN[0]
    KNOWN[:] = [(code, channel, case)]
    return procedures.complete_limit(
        p.desk, LAN, code, channel or Channel.DIRECT, case, parse("3 WORKING_DAY"), words,
        request=request,
    )  # fmt: skip


KNOWN: list = []
"""The procedure whose limit is completed: by its own completion it stops being open."""


def just_ended(p, words):
    """A dossier that was finished just now, as whoever asks saw it."""
    if not p.ended:
        p.ended.append(a_dossier(p.desk).dossier_id)
        progress.finish_processing(p.desk, LAN, Opened(p.ended[0]))
    return Opened(p.ended[0], 2 if words == "một" else None)


def given_up(p):
    """A dossier that was stopped, whoever asks about it."""
    if not p.stopped:
        p.stopped.append(a_dossier(p.desk).dossier_id)
        ending.cancel_dossier(p.desk, LAN, Opened(p.stopped[0]), reason="Nhầm")
    return Opened(p.stopped[0])


STORM = Closure(MONDAY.replace(day=25, hour=0), MONDAY.replace(day=26, hour=0), "Bão", "QĐ 9")

ASKED = {
    "confirm_clock": lambda p, r, w: clock.confirm_clock(
        p.desk, LAN, tuple(Doubt) if w == "một" else (Doubt.AHEAD,), request=r
    ),
    "register_dossier": lambda p, r, w: intake.register_dossier(
        p.desk, LAN, a_request(note=w, fees=(LINE,), payment=PaymentRequest()), sent=r
    ),
    "correct_dossier": lambda p, r, w: correct_dossier(
        p.desk, LAN, Opened(1), Correction(note=w), reason="Gõ nhầm", request=r
    ),
    "start_processing": lambda p, r, w: progress.start_processing(
        p.desk, LAN, Opened(1 if w == "một" else 2), request=r
    ),
    "request_supplement": lambda p, r, w: progress.request_supplement(
        p.desk, LAN, Opened(1), papers=[w], reason="Thiếu", request=r
    ),
    "extend_promise": lambda p, r, w: extending.extend_promise(
        p.desk, LAN, Opened(1), due_at=MONDAY + timedelta(days=8), reason=w, request=r
    ),
    "note_notice": lambda p, r, w: _noticed(p, r, w),
    "finish_processing": lambda p, r, w: progress.finish_processing(
        p.desk, LAN, Opened(1), note=w, request=r
    ),
    "return_result": lambda p, r, w: progress.return_result(
        p.desk, LAN, Opened(5), to_whom=w, identity="020185001234", request=r
    ),
    "cancel_dossier": lambda p, r, w: ending.cancel_dossier(
        p.desk, LAN, Opened(1), reason=w, withdrawn=True, request=r
    ),
    "refuse_dossier": lambda p, r, w: ending.refuse_dossier(
        p.desk, LAN, Opened(1), reason=w, request=r
    ),
    "turn_away": lambda p, r, w: turning_away.turn_away(p.desk, LAN, a_request(), reason=w, sent=r),
    "reopen_dossier": lambda p, r, w: ending.reopen_dossier(
        p.desk, LAN, given_up(p), reason=w, approver="Bàn Văn Chài", request=r
    ),
    "take_back": lambda p, r, w: taking_back.take_back(p.desk, LAN, (just_ended(p, w),), request=r),
    "hand_over": lambda p, r, w: giving.hand_over(
        p.desk, LAN, [_code(p, 1 if w == "một" else 2)], agency="kinh te", request=r
    ),
    "take_over": lambda p, r, w: taking.take_over(
        p.desk, LAN, _given(p), [_code(p, 1 if w == "một" else 2)], request=r
    ),
    "set_agency": lambda p, r, w: work_rules.set_agency(p.desk, LAN, f"Đội {w}", request=r),
    "set_steps": lambda p, r, w: work_rules.set_steps(
        p.desk, LAN, "1.004873", [Step(1, "kinh te", w, parse("1 WORKING_DAY"))], request=r
    ),
    "mark_signed": lambda p, r, w: certifying.mark_signed(
        p.desk, LAN, [3, 4] if w == "một" else [3], request=r
    ),
    "correct_certification": lambda p, r, w: certifying.correct_certification(
        p.desk, LAN, Opened(3), [CertifiedDocument(w)], reason="Gõ nhầm", request=r
    ),
    "open_volume": lambda p, r, w: books.open_volume(
        p.desk, LAN, Book.COPIES if w == "một" else Book.SIGNATURES, request=r
    ),
    "close_book": lambda p, r, w: books.close_book(
        p.desk, LAN, Book.COPIES, 2025 if w == "một" else 2024, request=r
    ),
    "charge_fees": lambda p, r, w: fees.charge_fees(
        p.desk, LAN, Opened(1), [LINE], reason=w, request=r
    ),
    "waive_fee": lambda p, r, w: fees.waive_fee(
        p.desk, LAN, Opened(2), Exemption("HO_NGHEO", w), request=r
    ),
    "collect_fee": lambda p, r, w: fees.collect_fee(
        p.desk, LAN, Opened(2), PaymentRequest(payer=w), request=r
    ),
    "refund_payment": lambda p, r, w: fees.refund_payment(
        p.desk, LAN, Opened(2), Refund(p.slip, w, 500), request=r
    ),
    "note_receipt": lambda p, r, w: fees.note_receipt(
        p.desk, LAN, Opened(2), p.slip, f"1C26TBK-{w}-1", request=r
    ),
    "void_payment": lambda p, r, w: fees.void_payment(
        p.desk, LAN, Opened(2), p.slip, reason=w, request=r
    ),
    "open_cash_day": lambda p, r, w: cash_day.open_cash_day(
        p.desk, LAN, MONDAY.date() if w == "một" else MONDAY.date() - timedelta(days=1), request=r
    ),
    "close_cash_sheet": lambda p, r, w: cash.close_cash_sheet(
        p.desk, LAN, MONDAY.date(), counted=1_000, reason=w, request=r
    ),
    "finish_many": lambda p, r, w: batch.finish_many(p.desk, LAN, [1], note=w, request=r),
    "close_day": lambda p, r, w: closing.close_day(p.desk, LAN, {}, others=w, request=r),
    "import_tariffs": lambda p, r, w: tariffs.import_tariffs(
        p.desk, LAN, tariff(w), source="nq.json", request=r
    ),
    "import_catalogue": lambda p, r, w: procedures.import_catalogue(
        p.desk, LAN, PORTAL.read_bytes(), source=w, request=r
    ),
    "complete_limit": complete,
    "cut_limit": lambda p, r, w: cutting.cut_limit(
        p.desk,
        LAN,
        LimitCutRequest(
            "1.004873", Channel.DIRECT, None, parse("2 WORKING_DAY"), w, "Vi Văn Duyệt"
        ),
        request=r,
    ),
    "import_calendar": lambda p, r, w: office_calendar.import_calendar(
        p.desk, LAN, calendar(2026 if w == "một" else 2027), request=r
    ),
    "set_sessions": lambda p, r, w: office_calendar.set_sessions(
        p.desk, LAN, (DEFAULT_PLAN,) if w == "một" else (), request=r
    ),
    "declare_closure": lambda p, r, w: closures.declare_closure(
        p.desk, LAN, replace(STORM, reason=w), request=r
    ),
    "undo_closure": lambda p, r, w: _undone(p, r, w),
    "closure_slips": lambda p, r, w: closure_papers.closure_slips(
        p.desk, LAN, _declared(p), paper="a4" if w == "một" else "a5", request=r
    ),
    "change_settings": lambda p, r, w: settings.change_setting(p.desk, LAN, "place", w, request=r),
    "make_print": lambda p, r, w: prints.make_print(
        p.desk, LAN, PrintRequest("01", 1), paper="a4" if w == "một" else "a5", request=r
    ),
    "make_proof": lambda p, r, w: making.make_proof(
        p.desk, LAN, Opened(1 if w == "một" else 2), request=r
    ),
    "keep_draft": lambda p, r, w: drafting.keep_draft(
        p.desk, LAN, "nháp", {"full_name": w}, w, request=r
    ),
    "drop_draft": lambda p, r, w: drafting.drop_draft(p.desk, LAN, w, request=r),
    "note_printer": lambda p, r, w: prints.note_printer(p.desk, LAN, p.print_id, w, request=r),
    "note_paper_out": lambda p, r, w: prints.note_paper_out(
        p.desk, LAN, p.print_id if w == "một" else p.other_print_id, request=r
    ),
    "export_package": lambda p, r, w: exporting.export_package(
        p.desk, LAN, p.usb if w == "một" else p.usb.parent, request=r
    ),
    "back_up": lambda p, r, w: backup.back_up(
        p.desk, LAN, p.usb if w == "một" else p.usb.parent, request=r
    ),
    "enrol_stick": lambda p, r, w: _enrolled(p, r, w),
    "remove_stick": lambda p, r, w: _removed(p, r, w),
    "accept_loss": lambda p, r, w: _accepted(p, r, w),
    "take_answers": lambda p, r, w: answering.take_answers(
        p.desk, LAN, p.answers(ma_ho_so_quoc_gia=w.replace("ộ", "o")), request=r
    ),
    "complete_supplement": lambda p, r, w: _completed(p, r, w),
}
"""Each changing use case, asked in words that are its whole difference."""


def _code(p, dossier_id):
    return lookup.dossier_view(p.desk, LAN, dossier_id).dossier.code


def _given(p):
    """The record by which both plain dossiers went away, made once."""
    if not recorded.handover_records(p.desk, LAN):
        codes = [_code(p, 1), _code(p, 2)]
        return giving.hand_over(p.desk, LAN, codes, agency="kinh te").number
    return recorded.handover_records(p.desk, LAN)[0].number


def _declared(p):
    if not closure_queries.closures(p.desk, LAN):
        a_dossier(p.desk)
        closures.declare_closure(p.desk, LAN, STORM)
    return "1"


def _undone(p, request, words):
    return closures.undo_closure(p.desk, LAN, _declared(p), reason=words, request=request)


def _accepted(p, request, words):
    knows(p.desk.folder, heads(p.desk.folder) | {1: (999, "f" * 64)})
    return loss.accept_loss(p.desk, LAN, words, request=request)


def _completed(p, request, words):
    view = lookup.dossier_view(p.desk, LAN, 1)
    if not view.dossier.state.is_waiting and not request.id.endswith("again"):
        known = view.timeline[-1].event
        if known == "RECEIVE":
            progress.request_supplement(p.desk, LAN, Opened(1), papers=["Giấy"], reason="Thiếu")
    return progress.complete_supplement(p.desk, LAN, Opened(1), note=words, request=request)


def _noticed(p, request, words):
    if not lookup.dossier_view(p.desk, LAN, 1).dossier.apologies:
        new = MONDAY + timedelta(days=8)
        extending.extend_promise(p.desk, LAN, Opened(1), due_at=new, reason="Bận")
    return extending.note_notice(
        p.desk, LAN, Opened(1), way=NoticeWay.PHONE, note=words, request=request
    )


def _enrolled(p, request, name):
    stick = p.usb.parent / "KINGSTON"
    stick.mkdir(exist_ok=True)
    with (
        mock.patch.object(volumes, "plugged", return_value=(stick,)),
        mock.patch.object(volumes, "root_of", side_effect=lambda path: path),
    ):
        return sticks.enrol_stick(p.desk, LAN, stick, name=name, is_agreed=True, request=request)


def _removed(p, request, words):
    number = "3f" * 8 if words == "một" else "9c" * 8
    if not KNOWN:
        KNOWN[:] = [f"{'3f' * 8}=Một; {'9c' * 8}=Hai"]
        settings.change_setting(p.desk, LAN, "backup_sticks", KNOWN[0])
    return sticks.remove_stick(p.desk, LAN, number, request=request)


def stored(desk, *, without=()):
    """Every row of every table."""
    with desk.records.read() as connection:
        names = connection.exec_driver_sql(
            "SELECT name FROM sqlite_master "
            "WHERE type = 'table' AND name NOT LIKE 'dossier_search%'"
        ).scalars()
        return {
            name: connection.exec_driver_sql(f"SELECT * FROM {name}").all()
            for name in names.all()
            if name not in without
        }


def test_every_changing_use_case_that_takes_a_request_is_asked_here():
    taking = {case.name for case in changing() if {"request", "sent"} & set(case.takes)}
    assert taking - set(ASKED) <= {"next_print"}


@pytest.mark.parametrize("name", ASKED)
def test_a_repeat_is_answered_the_same_and_changes_nothing(place, name):
    KNOWN.clear()
    ask, first = ASKED[name], Request("yêu-cầu-1")
    answer = ask(place, first, "một")
    assert not first.repeated
    weeks_pass(place.desk, MONDAY + timedelta(days=400))
    before = stored(place.desk)
    files = sorted(path for path in place.usb.parent.rglob("*.giay"))
    again = Request("yêu-cầu-1")
    assert ask(place, again, "một") == answer
    assert again.repeated
    assert stored(place.desk) == before
    assert sorted(path for path in place.usb.parent.rglob("*.giay")) == files
    verification.verify_records(place.desk, LAN)


@pytest.mark.parametrize("name", sorted(ASKED))
def test_another_request_under_a_name_is_refused_and_changes_nothing(place, name):
    KNOWN.clear()
    ask = ASKED[name]
    ask(place, Request("yêu-cầu-1"), "một")
    before = stored(place.desk)
    with pytest.raises(RequestTaken) as refused:
        ask(place, Request("yêu-cầu-1"), "hai")
    assert refused.value.facts == {"request_id": "yêu-cầu-1"}
    assert refused.value.exit_code == 1
    assert stored(place.desk) == before


def test_a_name_belongs_to_one_use_case(place):
    ASKED["finish_processing"](place, Request("a"), "một")
    with pytest.raises(RequestTaken):
        ASKED["change_settings"](place, Request("a"), "một")


def test_names_outlive_the_desk_that_took_them(place, tmp_path):
    answer = ASKED["collect_fee"](place, Request("a"), "một")
    place.desk.close()
    again = opening.open_desk(tmp_path / "data", place.desk.clock)
    request = Request("a")
    assert ASKED["collect_fee"](replace(place, desk=again), request, "một") == answer
    assert request.repeated
    again.close()


@pytest.mark.parametrize(
    "fail",
    [
        lambda p, r: correct_dossier(p.desk, LAN, Opened(1), Correction(), reason="x", request=r),
        lambda p, r: progress.return_result(
            p.desk, LAN, Opened(1), to_whom="A", identity="", request=r
        ),
        lambda p, r: intake.register_dossier(p.desk, LAN, a_request(procedure="9.9"), sent=r),
        lambda p, r: fees.collect_fee(
            p.desk, LAN, Opened(2), PaymentRequest(amount=10**9), request=r
        ),
    ],
)
def test_a_request_that_fails_leaves_its_name_free(place, fail):
    before = stored(place.desk)
    with pytest.raises(DeskError):
        fail(place, Request("a"))
    assert stored(place.desk) == before
    request = Request("a")
    ASKED["correct_dossier"](place, request, "một")
    assert not request.repeated


def test_a_trouble_after_the_work_keeps_neither_work_nor_name(place, monkeypatch):
    before = stored(place.desk)

    def fail(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(requests, "keep", fail)
    with pytest.raises(ZeroDivisionError):
        ASKED["collect_fee"](place, Request("a"), "một")
    monkeypatch.undo()
    assert stored(place.desk) == before


def test_a_request_without_a_name_is_carried_out_whenever_it_comes(place):
    for _ in range(2):
        request = Request(" ")
        ASKED["register_dossier"](place, request, "một")
        assert not request.repeated
    assert len(lookup.find(place.desk, LAN, "hoang")) == 7
    assert stored(place.desk)["answered_request"] == []


@pytest.mark.parametrize("name", ["x" * 101, "a\nb", "a\0"])
def test_a_name_too_long_or_not_to_be_printed_is_refused(name):
    with pytest.raises(RequestNameInvalid) as refused:
        Request(name)
    assert refused.value.facts["most"] == 100


def test_what_came_in_the_senders_words_is_compared_in_them(place):
    """A script's own text is what was asked, however this program reads it now."""
    for _ in range(2):
        request = Request("a")
        request.asked = {"file": "a.json"}
        intake.register_dossier(place.desk, LAN, a_request(), sent=request)
    assert request.repeated
    other = Request("a")
    other.asked = {"file": "b.json"}
    with pytest.raises(RequestTaken):
        intake.register_dossier(place.desk, LAN, a_request(), sent=other)


def test_a_fault_of_the_fields_leaves_the_name_free(place):
    with pytest.raises(InvalidRequest):
        intake.register_dossier(place.desk, LAN, a_request(sets=0), sent=Request("a"))
    request = Request("a")
    intake.register_dossier(place.desk, LAN, a_request(), sent=request)
    assert not request.repeated


def test_a_request_whose_day_lies_too_far_back_by_now_is_still_answered(place):
    old = a_request(received_at=MONDAY)
    answer = intake.register_dossier(place.desk, LAN, old, sent=Request("a"))
    weeks_pass(place.desk, MONDAY + timedelta(days=400))
    assert intake.register_dossier(place.desk, LAN, old, sent=Request("a")) == answer
    with pytest.raises(InvalidRequest):
        intake.register_dossier(place.desk, LAN, old, sent=Request("b"))


def test_the_next_print_asked_for_twice_is_one_print(place):
    asked = PrintRequest("01", 1)
    first = prints.next_print(place.desk, LAN, asked, paper="a4", request=Request("a"))
    prints.note_printer(place.desk, LAN, first.print_id, "HP")
    request = Request("a")
    again = prints.next_print(place.desk, LAN, asked, paper="a4", request=request)
    assert (again.print_id, again.pdf, again.copy_number) == (first.print_id, first.pdf, 1)
    assert request.repeated
    assert len(lookup.dossier_view(place.desk, LAN, 1).prints) == 1


def test_a_print_handed_over_again_under_a_name_is_answered_the_same_later(place):
    asked = PrintRequest("01", 1)
    waiting = prints.make_print(place.desk, LAN, asked, paper="a4")
    first = prints.next_print(place.desk, LAN, asked, paper="a4", request=Request("a"))
    prints.note_printer(place.desk, LAN, waiting.print_id, "HP")
    again = prints.next_print(place.desk, LAN, asked, paper="a4", request=Request("a"))
    assert first.print_id == again.print_id == waiting.print_id
