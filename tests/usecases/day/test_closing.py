"""A day is closed: what it counts, what must be explained, and what comes after."""

import io
from datetime import timedelta

import pypdf
import pytest

from app.answers.day import DayFigure
from app.domain.actor import Actor
from app.domain.certification.books import CertifiedDocument
from app.domain.deadline.apology import DelayCause, NoticeWay
from app.domain.errors import InvalidRequest
from app.domain.money.payment import PaymentRequest
from app.usecases.day import closing, figures
from app.usecases.dossier import ending, extending, progress, taking_back
from app.usecases.dossier.progress import Opened
from app.usecases.money import cash, cash_day
from app.usecases.office import settings as office
from app.usecases.safety import verification
from db.inspect import YearlyNumberingBroken
from db.inspect_books import DaySheetAltered, DaySheetBeyondLedger, DaySheetMissing
from tests.builders import LAN, MONDAY, a_certification, a_desk, a_dossier, weeks_pass
from tests.usecases.safety.tampering import tamper

TODAY = MONDAY.date()
DEGREE = CertifiedDocument("Bằng tốt nghiệp", pages=1, copies=3)
SECOND = Actor("Nông Văn Tài", 2)


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    yield desk
    verification.verify_records(desk, LAN)
    desk.close()


def close(desk, actor=LAN, explained=None, **more):
    return closing.close_day(desk, actor, explained or {}, **more)


def counts(sheet):
    """The figures of which there is something."""
    return {figure.value.lower(): count for figure, count in sheet.counts.items() if count}


def text_of(desk, sheet):
    pdf = pypdf.PdfReader(io.BytesIO(closing.day_sheet_pdf(desk, LAN, sheet)))
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


def overdue(desk, how_many=1):
    """Dossiers that are overdue today; the id of the last."""
    done = [a_dossier(desk) for _ in range(how_many)]
    weeks_pass(desk, MONDAY + timedelta(days=30))
    return done[-1].dossier_id


def test_a_day_counts_what_was_done_and_how_things_stand(desk):
    done = [a_dossier(desk).dossier_id for _ in range(4)]
    for ident in done[:2]:
        progress.finish_processing(desk, LAN, Opened(ident))
    progress.return_result(desk, LAN, Opened(done[0]), to_whom="Hoàng Thị Mẩy", identity="căn cước")
    ending.cancel_dossier(desk, LAN, Opened(done[2]), reason="Đổi ý", withdrawn=True)
    sheet = close(desk).sheet
    assert counts(sheet) == {
        "received": 4, "finished": 2, "given_up": 1, "returned": 1, "to_collect": 1, "unsent": 4,
    }  # fmt: skip
    assert (sheet.day, sheet.nth, sheet.number, sheet.station) == (TODAY, 1, 1, 1)
    assert sheet.unsent_events > 4
    for figure, ids in (
        (DayFigure.RECEIVED, done),
        (DayFigure.FINISHED, done[:2]),
        (DayFigure.GIVEN_UP, done[2:3]),
        (DayFigure.RETURNED, done[:1]),
    ):
        assert list(figures.day_ids(desk, LAN, figure, sheet)) == ids


def test_an_empty_day_prints_its_zeros(desk):
    sheet = close(desk).sheet
    assert counts(sheet) == {}
    text = text_of(desk, sheet)
    assert "Hồ sơ đã tiếp nhận 0" in text
    assert "Có bản ghi chưa gửi lên tỉnh 0" in text
    assert text.count("Không có.") == 2
    assert "Cộng 0 0 0" in text
    assert "Số: 0001/KTN" in text
    assert f"đến dòng {sheet.head.seq}, mã kiểm" in text


def test_what_was_taken_back_is_not_counted(desk):
    ident = a_dossier(desk).dossier_id
    progress.finish_processing(desk, LAN, Opened(ident))
    taking_back.take_back(desk, LAN, [Opened(ident)])
    assert counts(close(desk).sheet) == {"received": 1, "unsent": 1}


def test_the_ledgers_head_stands_on_the_sheet_and_the_ledger_names_the_sheet(desk):
    a_dossier(desk)
    with desk.records.read() as connection:
        before = connection.exec_driver_sql(
            "SELECT seq, hash FROM ledger WHERE chain = 1 ORDER BY seq DESC LIMIT 1"
        ).one()
    sheet = close(desk).sheet
    assert (sheet.head.seq, sheet.head.hash) == tuple(before)
    assert {head.chain for head in sheet.heads} == {0, 1}
    with desk.records.read() as connection:
        row = connection.exec_driver_sql(
            "SELECT subject, reference, event, seq FROM ledger ORDER BY chain DESC, seq DESC"
        ).first()
    assert tuple(row) == ("DAY", "2026-11-23/1", "CLOSED", before.seq + 1)
    assert before.hash[:20] in text_of(desk, sheet).replace(" ", "")


def test_closed_twice_with_nothing_done_since_it_is_the_same_sheet(desk):
    a_dossier(desk)
    first = close(desk)
    assert first.is_new
    desk.clock.advance(hours=1)
    again = close(desk)
    assert (again.sheet, again.is_new) == (first.sheet, False)
    assert not figures.day_so_far(desk, LAN).has_more


def test_what_is_done_after_the_close_is_an_addition_with_a_number_of_its_own(desk):
    a_dossier(desk)
    first = close(desk).sheet
    late = a_dossier(desk).dossier_id
    assert figures.day_so_far(desk, LAN).has_more
    addition = close(desk).sheet
    assert (addition.nth, addition.number) == (2, 2)
    assert addition.counts[DayFigure.RECEIVED] == 1
    assert addition.since == first.closed_at
    assert "LÀM VIỆC (BỔ SUNG 01)" in text_of(desk, addition)
    assert figures.day_sheets(desk, LAN, TODAY) == (first, addition)
    assert list(figures.day_ids(desk, LAN, DayFigure.RECEIVED, addition)) == [late]
    assert closing.day_sheet(desk, LAN, TODAY) == addition
    assert closing.day_sheet(desk, LAN, TODAY, 1) == first
    for nth in (3, None):
        with pytest.raises(closing.NoDaySheet):
            closing.day_sheet(desk, LAN, TODAY + timedelta(days=nth is None), nth)
    with pytest.raises(closing.NoDaySheet):
        closing.day_sheet_pdf(desk, LAN, figures.day_so_far(desk, LAN).so_far)


def test_a_sheet_counts_from_the_one_before_so_that_no_work_is_left_out(desk):
    """Nobody closed Wednesday: Thursday's sheet counts it, and says from when on."""
    monday = close(desk).sheet
    a_dossier(desk)
    desk.clock.advance(days=2)
    a_dossier(desk)
    desk.clock.advance(days=1)
    a_dossier(desk)
    thursday = close(desk, others="Chờ ký").sheet
    assert thursday.counts[DayFigure.RECEIVED] == 3
    assert thursday.since == monday.closed_at
    assert "từ 10:15 23/11/2026 đến 10:15 26/11/2026" in text_of(desk, thursday)


def test_the_first_sheet_begins_with_its_day(desk):
    a_dossier(desk)
    desk.clock.advance(days=2)
    a_dossier(desk)
    sheet = close(desk).sheet
    assert sheet.counts[DayFigure.RECEIVED] == 1
    assert "từ đầu ngày đến" in text_of(desk, sheet)


def test_stations_close_apart_and_count_their_own(desk):
    a_dossier(desk)
    a_dossier(desk, SECOND)
    first, second = close(desk).sheet, close(desk, SECOND).sheet
    assert (first.number, second.number, second.nth) == (1, 2, 1)
    assert [sheet.counts[DayFigure.RECEIVED] for sheet in (first, second)] == [1, 1]
    assert second.head.chain == 2
    assert figures.day_sheets(desk, LAN, TODAY) == (first,)


def test_a_station_that_did_nothing_has_its_sheet(desk):
    sheet = close(desk, SECOND).sheet
    assert (sheet.head.seq, sheet.head.hash) == (0, "0" * 64)


def test_stations_with_runs_of_their_own_number_apart(desk):
    office.change_setting(desk, LAN, "stations", "1:1-4999,2:5000-9999")
    first, second = close(desk).sheet, close(desk, SECOND).sheet
    assert [(one.number, one.series) for one in (first, second)] == [(1, 1), (1, 2)]


def test_unsent_apologies_must_be_explained_and_are_named(desk):
    ident = overdue(desk)
    (unsent,) = figures.day_so_far(desk, LAN).so_far.unsent
    with pytest.raises(closing.ApologiesUnexplained) as refused:
        close(desk)
    assert refused.value.facts == {"codes": unsent.code, "count": 1}
    assert figures.day_sheets(desk, LAN, desk.clock.now().date()) == ()
    sheet = close(desk, explained={ident: "Chờ chữ ký của lãnh đạo"}).sheet
    assert [one.explanation for one in sheet.unsent] == ["Chờ chữ ký của lãnh đạo"]
    assert (sheet.counts[DayFigure.APOLOGY], sheet.counts[DayFigure.OVERDUE]) == (1, 1)
    assert [one.dossier_id for one in sheet.late] == [ident]
    assert list(figures.day_ids(desk, LAN, DayFigure.APOLOGY, sheet)) == [ident]
    assert list(figures.day_ids(desk, LAN, DayFigure.OVERDUE, sheet)) == [ident]
    assert list(figures.day_ids(desk, LAN, DayFigure.TO_COLLECT, sheet)) == []
    assert list(figures.day_ids(desk, LAN, DayFigure.OVERDUE)) == [ident]
    assert "Chờ chữ ký của lãnh đạo" in text_of(desk, sheet)


def test_one_explanation_may_stand_for_all_that_have_none(desk):
    ident = a_dossier(desk).dossier_id
    other = overdue(desk)
    sheet = close(desk, explained={ident: "Chờ xác minh"}, others="Nhiều hồ sơ").sheet
    assert {one.dossier_id: one.explanation for one in sheet.unsent} == {
        ident: "Chờ xác minh", other: "Nhiều hồ sơ",
    }  # fmt: skip


def test_what_was_explained_today_holds_for_the_addition_and_at_other_stations(desk):
    ident = overdue(desk)
    close(desk, explained={ident: "Chờ chữ ký"})
    a_dossier(desk)
    for actor in (LAN, SECOND):
        assert [one.explanation for one in close(desk, actor).sheet.unsent] == ["Chờ chữ ký"]


def test_what_was_sent_needs_no_explanation_and_takes_none(desk):
    ident = overdue(desk)
    proposal = extending.proposed_extension(desk, LAN, ident)
    extending.extend_promise(
        desk, LAN, Opened(ident), due_at=proposal.due_at, cause=DelayCause.WORKLOAD,
        approver="Vy Văn Nam",
    )  # fmt: skip
    (unsent,) = figures.day_so_far(desk, LAN).so_far.unsent
    assert unsent.extended_to == proposal.due_at
    with pytest.raises(closing.ApologiesUnexplained):
        close(desk)
    extending.note_notice(desk, LAN, Opened(ident), way=NoticeWay.PHONE)
    with pytest.raises(closing.NothingToExplain) as refused:
        close(desk, explained={ident: "Bận"})
    assert refused.value.facts == {"code": unsent.code}
    assert close(desk).sheet.unsent == ()


def test_an_explanation_is_checked(desk):
    ident = overdue(desk)
    for words in ("x" * 2_000, "\u4e2d"):
        with pytest.raises(InvalidRequest):
            close(desk, explained={ident: words})
        with pytest.raises(InvalidRequest):
            close(desk, others=words)
    with pytest.raises(closing.ApologiesUnexplained):
        close(desk, explained={ident: "  "})


def test_the_extended_promise_stands_beside_the_old_on_paper(desk):
    ident = overdue(desk)
    proposal = extending.proposed_extension(desk, LAN, ident)
    extending.extend_promise(
        desk, LAN, Opened(ident), due_at=proposal.due_at, cause=DelayCause.WORKLOAD,
        approver="Vy Văn Nam",
    )  # fmt: skip
    sheet = close(desk, others="Máy điện thoại hỏng").sheet
    assert f"hẹn lại {proposal.due_at:%H:%M}" in text_of(desk, sheet)


def test_many_that_are_not_explained_are_named_by_the_first(desk):
    overdue(desk, 22)
    with pytest.raises(closing.ApologiesUnexplained) as refused:
        close(desk)
    assert refused.value.facts["count"] == 22
    assert refused.value.facts["codes"].endswith("0020 …")


def test_money_stands_as_the_cash_sheets_say_it(desk):
    office.change_setting(desk, LAN, "opening_float", "50.000")
    a_certification(desk, DEGREE, payment=PaymentRequest())
    (sheet,) = cash.cash_sheets(desk, LAN, TODAY)
    (open_one,) = figures.day_so_far(desk, LAN).so_far.cash
    assert (open_one.counted, open_one.number) == (None, "")
    cash.close_cash_sheet(desk, LAN, TODAY, counted=sheet.expected - 1_000, reason="Thối nhầm")
    a_certification(desk, DEGREE, payment=PaymentRequest())
    closed = close(desk).sheet
    assert closed.opening == 50_000
    assert [(one.number, one.cash, one.counted, one.difference) for one in closed.cash] == [
        ("0001/BK", 6_000, 55_000, -1_000), ("", 6_000, None, 0),
    ]  # fmt: skip
    text = text_of(desk, closed)
    assert "chưa khóa" in text
    assert "Cộng 2 12.000" in text


def test_a_day_brings_what_is_promised_and_left_over(desk):
    done = [a_dossier(desk).dossier_id for _ in range(2)]
    with desk.records.read() as connection:
        due = connection.exec_driver_sql("SELECT due_at FROM dossier").scalar_one
        due_day = due.__self__.all()[0][0][:10]
    progress.finish_processing(desk, LAN, Opened(done[0]))
    while desk.clock.now().date().isoformat() < due_day:
        desk.clock.advance(days=1)
    found = figures.day_ahead(desk, LAN)
    assert {figure.value: count for figure, count in found.counts.items()} == {
        "DUE_TODAY": 1, "PROMISED": 2, "OVERDUE": 0, "APOLOGY": 1, "TO_COLLECT": 1, "UNSENT": 2,
    }  # fmt: skip
    assert list(figures.day_ids(desk, LAN, DayFigure.PROMISED)) == done
    assert list(figures.day_ids(desk, LAN, DayFigure.RECEIVED)) == []
    assert found.opened_at is None
    cash_day.open_cash_day(desk, LAN, found.day)
    assert figures.day_ahead(desk, LAN).opened_at == desk.clock.now()


def test_the_hundredth_sheet_of_a_day_is_refused(desk, monkeypatch):
    monkeypatch.setattr(closing, "MOST_SHEETS", 1)
    close(desk)
    a_dossier(desk)
    with pytest.raises(closing.TooManySheets):
        close(desk)


@pytest.mark.parametrize(
    ("statements", "damage"),
    [
        (["DROP TRIGGER day_sheet_no_update", "UPDATE day_sheet SET ledger_seq = 2 WHERE nth = 1"],
         DaySheetAltered),
        (["DROP TRIGGER day_sheet_no_update",
          "UPDATE day_sheet SET body = (SELECT body FROM day_sheet WHERE nth = 2) WHERE nth = 1"],
         DaySheetAltered),
        (["DROP TRIGGER day_sheet_no_delete", "DELETE FROM day_sheet WHERE nth = 2"],
         YearlyNumberingBroken),
        (["DROP TRIGGER day_sheet_no_delete", "DELETE FROM day_sheet WHERE nth = 2",
          "UPDATE number_series SET last = 1 WHERE series = 'KTN'"], DaySheetMissing),
    ],
)  # fmt: skip
def test_a_changed_sheet_is_found_and_named(tmp_path, statements, damage):
    desk = a_desk(tmp_path / "data")
    close(desk)
    a_dossier(desk)
    close(desk)
    tamper(tmp_path / "data", *statements)
    with pytest.raises(damage):
        verification.verify_records(desk, LAN)
    desk.close()


def test_a_ledger_that_was_written_anew_does_not_fit_the_signed_sheet(desk):
    """Whoever has the key can make a chain that holds; the sheet still names the old one."""
    a_dossier(desk)
    sheet = close(desk).sheet
    with desk.records.read() as connection:
        body = connection.exec_driver_sql("SELECT body FROM day_sheet").scalar_one()
    assert body
    from db import inspect_books

    class Other:
        """The ledger with another hash at the head the sheet names."""

        def __getattr__(self, name):
            return getattr(real_rows, name)

        @staticmethod
        def hash_at(connection, chain, seq):
            return "f" * 64 if (chain, seq) == (1, sheet.head.seq) else real(connection, chain, seq)

    real_rows, real = inspect_books.ledger_rows, inspect_books.ledger_rows.hash_at
    with pytest.MonkeyPatch.context() as patch, desk.records.read() as connection:
        patch.setattr(inspect_books, "ledger_rows", Other())
        with pytest.raises(DaySheetBeyondLedger):
            inspect_books.check_days(connection)
