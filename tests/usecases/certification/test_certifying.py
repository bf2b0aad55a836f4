"""Certification after intake: numbers, amounts, the pile, corrections, books."""

import json
from datetime import datetime

import pytest
from msgspec import UNSET

from app.domain.certification.books import Book, CertificationKind, CertifiedDocument
from app.domain.clock import VIETNAM
from app.domain.dossier.dossier import SubmittedDocument
from app.domain.errors import InvalidRequest
from app.domain.money.fee import FeeKind, plain_line
from app.domain.workflow.states import DossierState
from app.exchange.province_v1.messages import read_message
from app.usecases.certification import books, certifying
from app.usecases.certification.certifying import (
    EntriesDiffer,
    NotAwaitingSignature,
    NothingCertified,
)
from app.usecases.dossier import correction, ending, preview
from app.usecases.dossier.correction import Correction
from app.usecases.dossier.progress import Opened
from app.usecases.money import fees
from app.usecases.queries import lookup
from app.usecases.safety import verification
from app.wording.refusals import say
from db.tables.exchange import EventKind
from tests.builders import LAN, a_certification, a_desk, a_dossier, a_request, rendered, weeks_pass

DEGREE = CertifiedDocument("Bằng tốt nghiệp trung học phổ thông", pages=1, copies=3)
TITLE = CertifiedDocument("Giấy chứng nhận quyền sử dụng đất", pages=4, copies=2)


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    yield desk
    verification.verify_records(desk, LAN)
    desk.close()


def numbers_of(done):
    return [paper.number.number for paper in done.certification]


def test_each_paper_takes_one_number_of_its_book_however_many_copies(desk):
    first = a_certification(desk, DEGREE, TITLE)
    assert [str(paper.number) for paper in first.certification] == [
        "Số chứng thực 01, quyển số 01/2026-SCT/BS",
        "Số chứng thực 02, quyển số 01/2026-SCT/BS",
    ]
    assert [paper.amount for paper in first.certification] == [6_000, 12_000]
    assert numbers_of(a_certification(desk, DEGREE)) == [3]


def test_papers_to_be_certified_are_not_told_missing_because_the_catalogue_names_them(desk):
    done = a_certification(desk, DEGREE)
    assert done.missing == ()
    assert lookup.dossier_view(desk, LAN, done.dossier_id).dossier.missing == ()


def test_books_are_numbered_apart(desk):
    a_certification(desk, DEGREE)
    signed = a_certification(desk, DEGREE, procedure="2.000884")
    assert signed.certification[0].number.book is Book.SIGNATURES
    assert numbers_of(signed) == [1]
    assert signed.certification[0].amount == 10_000, "of a paper, however many copies"


def test_the_same_day_clock_runs(desk):
    done = a_certification(desk, DEGREE)
    assert done.due_at.date() == desk.clock.now().date()
    desk.clock.set(datetime(2026, 11, 23, 15, 30, tzinfo=VIETNAM))
    # Tuesday 24/11 is a day off.
    assert a_certification(desk, DEGREE).due_at.date() == datetime(2026, 11, 25).date()


def test_the_fee_is_one_line_for_the_batch_and_leaves_with_the_event(desk):
    done = a_certification(desk, DEGREE, TITLE)
    (line,) = done.fees
    assert (line.amount, line.quantity, line.per) == (18_000, 5, "bản")
    assert "Thông tư 226/2016/TT-BTC" in line.source
    sent = read_message(rendered(desk, EventKind.DOSSIER)[0]).du_lieu
    assert [(fee.TenPhiLePhi, fee.HinhThucThu, fee.Gia, fee.LoaiPhiLePhi) for fee in (
        sent.DanhSachLePhi
    )] == [("Phí chứng thực bản sao từ bản chính", "1", "18000", "1")]  # fmt: skip
    assert sent.DuocThanhToanTrucTuyen is UNSET, "nobody said that it can be paid online"
    assert [paper.TenGiayTo for paper in sent.DanhSachTepDinhKemKhac] == [DEGREE.name, TITLE.name]


def test_the_slip_lists_the_papers_with_pages_numbers_and_copies(desk):
    content = json.loads(a_certification(desk, DEGREE, TITLE).content)
    assert [(row["name"], row["kind"], row["quantity"]) for row in content["documents"]] == [
        (
            f"{DEGREE.name} (01 trang) – số chứng thực 01, quyển số 01/2026-SCT/BS",
            "Chứng thực bản sao",
            3,
        ),
        (
            f"{TITLE.name} (04 trang) – số chứng thực 02, quyển số 01/2026-SCT/BS",
            "Chứng thực bản sao",
            2,
        ),
    ]
    assert content["fees_text"] == "Phí chứng thực bản sao từ bản chính (05 bản): 18.000 đồng"


def test_a_preview_shows_amounts_and_takes_no_number(desk):
    request = a_request(procedure="2.000815", documents=(), certification=(TITLE,))
    shown = preview.preview_receipt(desk, LAN, request)
    assert shown.fees_text.endswith("12.000 đồng")
    assert shown.documents[0].name == f"{TITLE.name} (04 trang)"
    assert preview.preview_promise(desk, LAN, request).fees_text.endswith("12.000 đồng")
    assert numbers_of(a_certification(desk, TITLE)) == [1]


@pytest.mark.parametrize(
    ("papers", "field"),
    [
        ((CertifiedDocument(" "),), "certification.0"),
        ((DEGREE, CertifiedDocument("Bằng", pages=0)), "certification.1"),
        ((CertifiedDocument("Bằng", copies=1_000),), "certification.0"),
        ((CertifiedDocument("Bằng 🙂"),), "certification.0"),
        ((DEGREE,) * 201, "certification"),
        ((CertifiedDocument("Bằng", kind=CertificationKind.SIGNATURE),), "certification.0"),
    ],
)
def test_a_paper_that_cannot_be_entered_is_refused_and_uses_no_number(desk, papers, field):
    with pytest.raises(InvalidRequest) as refused:
        a_certification(desk, *papers)
    assert [problem.field for problem in refused.value.problems] == [field]
    assert numbers_of(a_certification(desk, DEGREE)) == [1]


def test_a_procedure_that_certifies_nothing_is_refused(desk):
    with pytest.raises(InvalidRequest) as refused:
        a_dossier(desk, certification=(DEGREE,))
    assert refused.value.problems[0].field == "certification"


def test_faults_of_person_and_papers_are_told_together(desk):
    with pytest.raises(InvalidRequest) as refused:
        a_dossier(desk, documents=(SubmittedDocument(" "),), certification=(CertifiedDocument(""),))
    assert [p.field for p in refused.value.problems] == ["documents.0", "certification.0"]


def test_the_pile_holds_what_waits_for_a_signature_and_nothing_else(desk):
    first, second = a_certification(desk, DEGREE, TITLE), a_certification(desk, DEGREE)
    a_dossier(desk)
    pile = certifying.awaiting_signature(desk, LAN)
    assert [(row.code, row.documents, row.copies, row.amount) for row in pile] == [
        (first.dossier_code, 2, 5, 18_000), (second.dossier_code, 1, 3, 6_000),
    ]  # fmt: skip
    certifying.mark_signed(desk, LAN, [first.dossier_id])
    assert [row.code for row in certifying.awaiting_signature(desk, LAN)] == [second.dossier_code]


def test_many_are_signed_at_once_each_with_its_ledger_row(desk):
    ids = [a_certification(desk, DEGREE).dossier_id for _ in range(5)]
    done = certifying.mark_signed(desk, LAN, [*ids, ids[0]])
    assert [one.dossier_id for one in done] == ids
    assert {one.state for one in done} == {DossierState.FINISHED}
    for dossier_id in ids:
        view = lookup.dossier_view(desk, LAN, dossier_id)
        assert [entry.event for entry in view.timeline] == ["RECEIVE", "FINISH"]
        assert view.dossier.ended_at == desk.clock.now()


def test_all_are_signed_or_none(desk):
    waiting, other = a_certification(desk, DEGREE), a_dossier(desk)
    with pytest.raises(NotAwaitingSignature) as refused:
        certifying.mark_signed(desk, LAN, [waiting.dossier_id, other.dossier_id])
    assert refused.value.facts["code"] == other.dossier_code
    assert len(certifying.awaiting_signature(desk, LAN)) == 1


def test_a_withdrawn_dossier_keeps_its_number_marked_not_done(desk):
    gone, stays = a_certification(desk, DEGREE), a_certification(desk, TITLE)
    ending.cancel_dossier(
        desk, LAN, Opened(gone.dossier_id), reason="Người nộp xin rút", withdrawn=True
    )
    rows = books.book_print(desk, LAN, Book.COPIES, 2026).rows
    assert [(row.number.number, row.is_not_done) for row in rows] == [(1, True), (2, False)]
    assert rows[1].code == stays.dossier_code
    assert numbers_of(a_certification(desk, DEGREE)) == [3]


def test_a_correction_of_the_person_keeps_numbers_papers_and_fees(desk):
    done = a_certification(desk, DEGREE, TITLE)
    correction.correct_dossier(
        desk, LAN, Opened(done.dossier_id), Correction(note="Gấp"), reason="Ghi chú"
    )
    dossier = lookup.dossier_view(desk, LAN, done.dossier_id).dossier
    assert dossier.certification == done.certification
    assert dossier.fees == done.fees


def test_pages_are_corrected_under_the_same_number_and_the_fee_follows(desk):
    done = a_certification(desk, DEGREE, TITLE)
    certifying.correct_certification(
        desk, LAN, Opened(done.dossier_id), (DEGREE, CertifiedDocument("Sổ đỏ", 10, 1)),
        reason="Đếm lại trang",
    )  # fmt: skip
    money = fees.money_of(desk, LAN, done.dossier_id)
    assert money.account.due == 6_000 + 12_000
    view = lookup.dossier_view(desk, LAN, done.dossier_id)
    assert [(p.name, p.pages) for p in view.dossier.certification][1] == ("Sổ đỏ", 10)
    assert [p.number for p in view.dossier.certification] == [p.number for p in done.certification]
    assert view.timeline[-1].event == "CORRECT"


def test_a_correction_can_neither_add_nor_drop_an_entry(desk):
    done = a_certification(desk, DEGREE)
    with pytest.raises(EntriesDiffer):
        certifying.correct_certification(
            desk, LAN, Opened(done.dossier_id), (DEGREE, TITLE), reason="Thêm"
        )
    by_hand = plain_line("Phí", 2_000, kind=FeeKind.CHARGE, per="", quantity=1, source="TT 226")
    plain = a_certification(desk, fees=(by_hand,))
    with pytest.raises(NothingCertified):
        certifying.correct_certification(
            desk, LAN, Opened(plain.dossier_id), (DEGREE,), reason="Thêm"
        )


def test_a_new_volume_goes_on_with_the_next_number(desk):
    a_certification(desk, DEGREE, TITLE)
    opened = books.open_volume(desk, LAN, Book.COPIES)
    assert (opened.volume, opened.first_number) == (2, 3)
    assert str(a_certification(desk, DEGREE).certification[0].number) == (
        "Số chứng thực 03, quyển số 02/2026-SCT/BS"
    )


def test_a_new_year_begins_with_number_one_in_volume_one(desk):
    a_certification(desk, DEGREE)
    books.open_volume(desk, LAN, Book.COPIES)
    weeks_pass(desk, datetime(2027, 1, 4, 8, 0, tzinfo=VIETNAM))
    assert str(a_certification(desk, DEGREE).certification[0].number) == (
        "Số chứng thực 01, quyển số 01/2027-SCT/BS"
    )


def test_fifty_papers_take_one_transaction_and_fifty_numbers(desk):
    done = a_certification(desk, *[DEGREE] * 50)
    assert numbers_of(done) == list(range(1, 51))
    (entry,) = lookup.dossier_view(desk, LAN, done.dossier_id).timeline
    assert ("certification", "", "01–50/2026-SCT/BS") in entry.changes


def test_the_day_counts_the_dossiers_that_wait_for_signature(desk):
    assert lookup.counts(desk, LAN, desk.clock.now()).to_sign == 0
    ids = [a_certification(desk, DEGREE, TITLE).dossier_id for _ in range(3)]
    a_dossier(desk)
    assert lookup.counts(desk, LAN, desk.clock.now()).to_sign == 3
    certifying.mark_signed(desk, LAN, ids[:2])
    assert lookup.counts(desk, LAN, desk.clock.now()).to_sign == 1


def test_a_certification_without_papers_is_refused_and_takes_no_number(desk):
    with pytest.raises(InvalidRequest) as refused:
        a_dossier(desk, procedure="2.000815")
    assert "chưa có giấy tờ chứng thực" in say(refused.value)
    assert lookup.newest_codes(desk, LAN) == ()
