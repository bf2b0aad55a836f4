"""Whose citizens are to be told of a delay: from one working day before, until they were."""

from datetime import date, datetime

import pytest

from app.answers.board_view import BoardView
from app.domain.clock import VIETNAM
from app.domain.deadline.apology import DelayCause, NoticeWay
from app.domain.register.period import PeriodEndsBeforeItBegins
from app.exchange.table_file import NotATableFile
from app.usecases.dossier import extending, progress
from app.usecases.dossier.progress import Opened
from app.usecases.queries import apologies, lookup
from tests.builders import LAN, MONDAY, a_desk, a_dossier

NEW = datetime(2026, 12, 3, 9, 0, tzinfo=VIETNAM)


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    yield desk
    desk.close()


@pytest.fixture
def opened(desk):
    """Received on Monday for Friday 27/11 10:15."""
    return Opened(a_dossier(desk).dossier_id)


def listed(desk, day=None):
    rows = [one.dossier_id for one in apologies.unsent_apologies(desk, LAN, day)]
    if day is None:
        now = desk.clock.now()
        assert sorted(lookup.ids(desk, LAN, BoardView.APOLOGY, now)) == sorted(rows)
        assert lookup.counts(desk, LAN, now).apology == len(rows)
    return rows


def promise_anew(desk, opened, **more):
    values = {"due_at": NEW, "cause": DelayCause.WORKLOAD} | more
    extending.extend_promise(desk, LAN, opened, **values)


def test_the_apology_of_a_dossier_due_tomorrow_is_ready_today(desk, opened):
    for now, expected in (("2026-11-25 16:59", []), ("2026-11-26 07:00", [opened.dossier_id])):
        desk.clock.set(at(now))
        assert listed(desk) == expected


def test_a_dossier_due_monday_is_in_the_list_on_friday(desk):
    desk.clock.set(at("2026-11-25 10:15"))
    of = a_dossier(desk).dossier_id  # due Monday 30/11
    desk.clock.set(at("2026-11-26 16:59"))
    assert listed(desk) == []
    for now in ("2026-11-27 07:30", "2026-11-28 09:00", "2026-11-30 17:30"):
        desk.clock.set(at(now))
        assert listed(desk) == [of]


def test_it_stays_after_expiry_until_the_citizen_was_notified(desk, opened):
    desk.clock.set(at("2026-11-30 08:00"))
    assert listed(desk) == [opened.dossier_id]
    promise_anew(desk, opened, approver="Vy Văn Nam")
    (row,) = apologies.unsent_apologies(desk, LAN)
    assert (row.due_at, row.extended_to, row.sent_at) == (at("2026-11-27 10:15"), NEW, None)
    assert (row.code, row.name, row.phone) == (
        "H37.99.1-261123-0001", "Hoàng Thị Mẩy", "0912345678",
    )  # fmt: skip
    extending.note_notice(desk, LAN, opened, way=NoticeWay.PHONE)
    assert listed(desk) == []


def test_it_comes_back_before_the_new_promise_ends(desk, opened):
    promise_anew(desk, opened)
    extending.note_notice(desk, LAN, opened, way=NoticeWay.PAPER)
    desk.clock.set(at("2026-12-02 08:00"))
    (row,) = apologies.unsent_apologies(desk, LAN)
    assert (row.due_at, row.extended_to) == (NEW, None)


def test_what_is_finished_or_waits_wants_no_apology(desk, opened):
    other = Opened(a_dossier(desk).dossier_id)
    progress.request_supplement(desk, LAN, other, papers=["Giấy"], reason="Thiếu")
    desk.clock.set(at("2026-11-26 08:00"))
    assert listed(desk) == [opened.dossier_id]
    progress.finish_processing(desk, LAN, opened)
    assert listed(desk) == []


def test_one_promised_anew_that_waits_is_still_unsent(desk, opened):
    promise_anew(desk, opened)
    progress.request_supplement(desk, LAN, opened, papers=["Giấy"], reason="Thiếu")
    assert listed(desk) == [opened.dossier_id]


def test_only_the_last_apology_counts(desk, opened):
    promise_anew(desk, opened)
    promise_anew(desk, opened, due_at=at("2026-12-08 09:00"), approver="Vy Văn Nam")
    extending.note_notice(desk, LAN, opened, way=NoticeWay.PHONE)
    assert listed(desk) == []


def test_what_was_received_today_for_today_is_no_delay_before_it_is_overdue(desk):
    of = a_dossier(desk, procedure="2.000635").dossier_id
    assert listed(desk) == []
    desk.clock.set(at("2026-11-23 17:01"))
    assert listed(desk) == [of]


def test_after_the_cut_off_a_same_day_result_is_no_delay_on_the_day_of_receipt(desk):
    desk.clock.set(at("2026-11-25 15:30"))
    of = a_dossier(desk, procedure="2.000635").dossier_id
    assert listed(desk) == []
    desk.clock.set(at("2026-11-26 07:30"))
    assert listed(desk) == [of]


def test_at_the_close_of_another_day_it_is_as_it_was_at_its_end(desk, opened):
    assert listed(desk, date(2026, 11, 25)) == []
    assert listed(desk, date(2026, 11, 26)) == [opened.dossier_id]
    desk.clock.set(at("2026-11-27 08:00"))
    assert listed(desk, date(2026, 11, 27)) == [opened.dossier_id]


def test_the_register_holds_every_apology_of_its_days_with_its_notice(desk, opened):
    promise_anew(desk, opened)
    extending.note_notice(desk, LAN, opened, way=NoticeWay.POST, note="thư bảo đảm")
    desk.clock.advance(days=1)
    promise_anew(desk, opened, due_at=at("2026-12-08 09:00"), approver="Vy Văn Nam")
    found = apologies.apology_register(desk, LAN, date(2026, 11, 1), date(2026, 11, 30))
    assert [one.number for one in found.rows] == ["0001/PXL", "0002/PXL"]
    first, second = found.rows
    assert first.apology.notices[0].way is NoticeWay.POST
    assert second.apology.is_repeated
    today = date(2026, 11, 24)
    only = apologies.apology_register(desk, LAN, today, today)
    assert [one.number for one in only.rows] == ["0002/PXL"]
    with pytest.raises(PeriodEndsBeforeItBegins):
        apologies.apology_register(desk, LAN, today, date(2026, 11, 1))


def test_register_and_call_list_are_tables_with_words(desk, opened):
    promise_anew(desk, opened)
    extending.note_notice(desk, LAN, opened, way=NoticeWay.PHONE)
    promise_anew(desk, opened, due_at=at("2026-12-08 09:00"), approver="Vy Văn Nam")
    day = MONDAY.date()
    register = apologies.apology_register(desk, LAN, day, day)
    sheet = apologies.apology_register_file(register, "so.csv").decode("utf-8-sig")
    head, first, second = sheet.splitlines()
    assert head.startswith("Số phiếu,Lập lúc,Mã hồ sơ")
    assert "Gọi điện thoại" in first
    assert "0912 345 678" in first
    assert "hẹn lại thêm lần nữa" in second
    rows = apologies.unsent_apologies(desk, LAN)
    calls = apologies.call_list_file(rows, "goi.csv", is_practice=True).decode("utf-8-sig")
    assert calls.splitlines()[0].endswith(",Kết quả gọi")
    assert "Hoàng Thị Mẩy,0912 345 678" in calls
    assert "09:00 08/12/2026" in calls
    with pytest.raises(NotATableFile):
        apologies.call_list_file(rows, "goi.txt", is_practice=False)
