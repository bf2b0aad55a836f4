"""The explanation's table and notes as a citizen reads them."""

from dataclasses import replace
from datetime import datetime

import pytest

from app.domain.clock import VIETNAM
from app.domain.deadline.calendar_year import CalendarYear, Closure
from app.domain.deadline.explanation import explain
from app.domain.deadline.pauses import PauseMode, Wait
from app.domain.deadline.time_limit import Unit, parse
from app.exchange.calendar import file as calendar_file
from app.wording.deadline import limit_text, moment_text
from app.wording.explanation import explanation_notes, explanation_table

OFFICIAL = calendar_file.seed().calendar()


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


def explained(limit, received, *, pauses=(), mode=PauseMode.PAUSE, calendar=OFFICIAL, field=""):
    waits = [Wait(at(a), at(b) if b else None) for a, b in pauses]
    return explain(parse(limit), at(received), calendar, waits, mode, field=field)


def table(*args, **more):
    return [
        (line.on, line.counted, line.why) for line in explanation_table(explained(*args, **more))
    ]


HOURS = "làm việc 07:30–11:30, 13:00–17:00"


def test_working_days_are_numbered_and_each_day_left_out_says_why():
    assert table("2 WORKING_DAY", "2026-11-20 17:30") == [
        ("Thứ Sáu 20/11/2026", "–", f"nhận sau giờ làm việc, tính từ hôm sau; {HOURS}"),
        ("Thứ Bảy 21/11/2026", "–", "nghỉ hằng tuần"),
        ("Chủ nhật 22/11/2026", "–", "nghỉ hằng tuần"),
        ("Thứ Hai 23/11/2026", "–", f"ngày bắt đầu, không tính; {HOURS}"),
        ("Thứ Ba 24/11/2026", "–", "ngày nghỉ: Ngày Văn hóa Việt Nam"),
        ("Thứ Tư 25/11/2026", "1/2", f"ngày làm việc 1/2; {HOURS}"),
        ("Thứ Năm 26/11/2026", "2/2", f"ngày làm việc 2/2; {HOURS}"),
    ]


def test_a_make_up_day_is_named_with_the_day_it_stands_for():
    assert table("1 WORKING_DAY", "2026-08-21 09:00")[-1] == (
        "Thứ Bảy 22/08/2026",
        "1/1",
        f"ngày làm việc 1/1; ngày làm bù cho ngày 31/08/2026; {HOURS}",
    )


def test_closures_are_named_with_their_reason():
    flood = Closure(at("2026-11-19 15:00"), at("2026-11-20 23:00"), "lũ")
    rows = table("1 WORKING_DAY", "2026-11-19 09:00", calendar=replace(OFFICIAL, closures=(flood,)))
    assert rows[0][2] == (
        "ngày bắt đầu, không tính; đóng cửa một phần: lũ; làm việc 07:30–11:30, 13:00–15:00"
    )
    assert rows[1] == ("Thứ Sáu 20/11/2026", "–", "đóng cửa cả ngày: lũ")


def test_the_fifteen_o_clock_rule_is_named():
    late = table("SAME_DAY", "2026-11-20 15:01")
    assert late[0][1:] == ("–", f"nhận sau 15:00, tính sang ngày làm việc sau; {HOURS}")
    assert late[-1] == ("Thứ Hai 23/11/2026", "✓", f"ngày làm việc kế tiếp; {HOURS}")
    assert table("SAME_DAY", "2026-11-20 15:00") == [
        ("Thứ Sáu 20/11/2026", "✓", f"nhận kịp, trả trong ngày; {HOURS}")
    ]
    assert table("SAME_DAY", "2026-11-21 09:00")[0][2] == "nghỉ hằng tuần"


def test_same_day_after_an_early_closing_is_not_the_fifteen_o_clock_rule():
    outage = Closure(at("2026-11-20 14:00"), at("2026-11-20 23:00"), "mất điện")
    rows = table("SAME_DAY", "2026-11-20 14:30", calendar=replace(OFFICIAL, closures=(outage,)))
    assert rows[0][2].startswith("nhận sau giờ làm việc")


def test_hours_show_the_clock_times_that_count_and_add_up():
    assert table("5 WORKING_HOUR", "2026-11-20 16:00") == [
        ("Thứ Sáu 20/11/2026", "1 giờ", "giờ làm việc; 16:00–17:00; cộng dồn 1 giờ"),
        ("Thứ Bảy 21/11/2026", "–", "nghỉ hằng tuần"),
        ("Chủ nhật 22/11/2026", "–", "nghỉ hằng tuần"),
        ("Thứ Hai 23/11/2026", "4 giờ", "giờ làm việc; 07:30–11:30; cộng dồn 5 giờ"),
    ]
    assert table("10 HOUR", "2026-11-20 16:00")[0] == (
        "Thứ Sáu 20/11/2026", "8 giờ", "giờ liên tục; 16:00–24:00; cộng dồn 8 giờ"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("received", "last"), [("2026-11-19 14:00", "Thứ Năm 19/11/2026"),
                           ("2026-11-19 14:01", "Thứ Sáu 20/11/2026")],
)  # fmt: skip
def test_hours_that_end_at_midnight_take_nothing_of_the_day_that_begins(received, last):
    counted = [on for on, _, why in table("10 HOUR", received) if why.startswith("giờ liên tục")]
    assert counted[-1] == last


def test_calendar_days_are_numbered_and_months_named():
    days = table("2 DAY", "2026-11-19 16:00")
    assert [row[1] for row in days] == ["–", "1/2", "2/2", "–", "✓"]
    assert days[2][2] == "ngày 2/2; nghỉ hằng tuần"
    months = table("1 MONTH", "2026-10-24 16:00")
    assert [row[0] for row in months] == [
        "Thứ Bảy 24/10/2026", "Thứ Ba 24/11/2026", "Thứ Tư 25/11/2026"
    ]  # fmt: skip
    assert months[1][2] == "đủ 1 tháng; ngày nghỉ: Ngày Văn hóa Việt Nam"


def test_a_pause_shows_the_time_waited_and_the_days_it_moves_over():
    rows = table(
        "1 WORKING_DAY",
        "2026-11-18 10:00",
        pauses=[("2026-11-18 16:00", "2026-11-19 08:00"), ("2026-11-20 08:00", "2026-11-20 09:00")],
    )
    assert rows == [
        ("Thứ Tư 18/11/2026", "–", f"ngày bắt đầu, không tính; {HOURS}"),
        ("Thứ Tư 18/11/2026", "1 giờ", "chờ bổ sung; 16:00–17:00; cộng dồn 1 giờ"),
        ("Thứ Năm 19/11/2026", "1/1", f"ngày làm việc 1/1; {HOURS}"),
        ("Thứ Năm 19/11/2026", "30 phút", "chờ bổ sung; 07:30–08:00; cộng dồn 1 giờ 30 phút"),
        ("Thứ Năm 19/11/2026", "1 giờ 30 phút", "lùi giờ hẹn; 10:00–11:30; cộng dồn 1 giờ 30 phút"),
        (
            "Thứ Sáu 20/11/2026",
            "–",
            (
                "chờ bổ sung từ 08 giờ 00 phút, Thứ Sáu 20/11/2026 đến 09 giờ 00 phút, "
                "Thứ Sáu 20/11/2026: sau giờ hẹn, không đổi giờ hẹn"
            ),
        ),
    ]


@pytest.mark.parametrize("mode", PauseMode)
def test_an_open_pause_stands_at_its_day_and_leaves_the_end_open(mode):
    found = explained(
        "1 WORKING_DAY", "2026-11-18 10:00", pauses=[("2026-11-18 16:00", None)], mode=mode
    )
    assert found.is_paused
    assert found.due_at is None
    shown = explanation_table(found)
    assert [line.on[-10:-5] for line in shown] == ["18/11", "18/11", "19/11"]
    assert shown[1].why.startswith("đang chờ bổ sung từ 16 giờ 00 phút")
    assert any("Đang chờ" in note for note in explanation_notes(found))
    assert not any("Đến hạn" in note for note in explanation_notes(found))


def test_a_restart_says_so_and_counts_from_the_completion():
    found = explained(
        "1 WORKING_DAY",
        "2026-11-16 10:00",
        pauses=[("2026-11-16 16:00", "2026-11-18 08:00")],
        mode=PauseMode.RESTART,
    )
    assert found.counted_from == at("2026-11-18 08:00")
    assert "tính lại từ đầu" in explanation_table(found)[0].why
    assert any("08 giờ 00 phút, Thứ Tư 18/11/2026" in note for note in explanation_notes(found))
    assert found.basis[-1] == "bổ sung xong thì tính lại thời hạn từ đầu"


def test_the_notes_name_limit_receipt_start_rule_end_and_law():
    notes = explanation_notes(explained("5 WORKING_DAY", "2026-11-20 17:30"))
    assert notes[:3] == (
        "Thời hạn giải quyết: 5 ngày làm việc.",
        "Nhận đủ hồ sơ: 17 giờ 30 phút, Thứ Sáu 20/11/2026.",
        "Bắt đầu tính: 07 giờ 30 phút, Thứ Hai 23/11/2026.",
    )
    assert "cùng giờ bắt đầu" in notes[3]
    assert notes[4] == "Đến hạn: 07 giờ 30 phút, Thứ Ba 01/12/2026."
    assert "Nghị định 118/2025" in notes[5]
    assert "Bộ luật Lao động" in notes[5]


def test_the_rule_of_the_hour_follows_the_office_option_and_cut_off():
    late = replace(OFFICIAL, due_at_end_of_day=True)
    notes = explanation_notes(explained("5 WORKING_DAY", "2026-11-20 10:30", calendar=late))
    assert any("hết giờ làm việc của ngày làm việc cuối cùng" in note for note in notes)
    assert any(
        "không quá 15:00" in n for n in explanation_notes(explained("SAME_DAY", "2026-11-20 10:30"))
    )


def test_no_limit_has_no_table():
    found = explained("NONE", "2026-11-20 10:30")
    assert found.rows == ()
    assert explanation_notes(found)[-1] == "Thủ tục không quy định thời hạn."


def test_drafted_years_are_named_in_the_notes():
    drafted = OFFICIAL.with_years(CalendarYear(2028, confirmed=False, source="dự kiến"))
    found = explained("10 WORKING_DAY", "2027-12-24 09:00", calendar=drafted)
    assert found.unconfirmed_years == (2028,)
    assert any("Lịch nghỉ năm 2028 là dự kiến" in note for note in explanation_notes(found))


@pytest.mark.parametrize("unit", Unit)
def test_every_unit_has_words_and_a_rule(unit):
    limit = str(unit) if unit in {Unit.SAME_DAY, Unit.NONE} else f"3 {unit}"
    assert limit_text(parse(limit))
    assert "{" not in " ".join(explanation_notes(explained(limit, "2026-11-20 10:30")))


def test_words_can_be_translated():
    spoken = {"{hour} giờ {minute} phút, {day}": "{hour}:{minute}, {day}", "Thứ Sáu": "Friday"}
    text = moment_text(at("2026-11-20 10:30"), lambda source: spoken.get(source, source))
    assert text == "10:30, Friday 20/11/2026"


def test_a_day_of_the_year_that_is_off_is_walked_back_to_the_working_day_before():
    rows = table("25 WORKING_DAY NOT_LATER 12-13", "2026-11-23 10:15")
    assert rows[-3:] == [
        ("Chủ nhật 13/12/2026", "–", "không được sau ngày này; nghỉ hằng tuần"),
        ("Thứ Bảy 12/12/2026", "–", "nghỉ hằng tuần"),
        ("Thứ Sáu 11/12/2026", "✓", f"ngày làm việc liền trước; {HOURS}"),
    ]


def test_a_limit_with_a_latest_day_names_it_and_where_it_comes_from():
    found = explain(
        parse("25 WORKING_DAY NOT_LATER 12-14"),
        at("2026-11-23 10:15"),
        OFFICIAL,
        source="Quyết định 28/2023/QĐ-TTg",
    )
    notes = explanation_notes(found)
    assert notes[0] == "Thời hạn giải quyết: 25 ngày làm việc, chậm nhất ngày 14/12."
    assert "Thời hạn bị giới hạn bởi ngày 14/12/2026." in notes
    assert "Nguồn của thời hạn: Quyết định 28/2023/QĐ-TTg." in notes


def test_a_latest_day_that_does_not_bite_changes_no_row():
    kept = table("5 WORKING_DAY NOT_LATER 12-14", "2026-11-23 10:15")
    assert kept == table("5 WORKING_DAY", "2026-11-23 10:15")


def test_a_pause_that_begins_at_the_due_time_moves_nothing():
    rows = table("1 WORKING_DAY", "2026-11-18 10:00",
                 pauses=[("2026-11-19 10:00", "2026-11-19 11:00")])  # fmt: skip
    assert rows[-1][2].endswith("sau giờ hẹn, không đổi giờ hẹn")
    rows = table("1 WORKING_DAY", "2026-11-18 10:00",
                 pauses=[("2026-11-19 09:59", "2026-11-19 11:00")])  # fmt: skip
    assert "lùi giờ hẹn" in rows[-1][2]


def test_a_restarted_count_names_the_wait_on_the_day_it_ended():
    found = explained("1 WORKING_DAY", "2026-11-16 10:00",
                      pauses=[("2026-11-16 16:00", "2026-11-18 08:00")],
                      mode=PauseMode.RESTART)  # fmt: skip
    assert explanation_table(found)[0].on == "Thứ Tư 18/11/2026"


@pytest.mark.parametrize(
    ("limit", "counted"),
    [
        ("2 DAY", [False, True, True]),
        ("2 WORKING_DAY", [False, True, True]),
        ("SAME_DAY", [True]),
        ("1 MONTH", [False, True]),
    ],
)
def test_the_days_that_count_are_marked_so(limit, counted):
    assert [row.is_counted for row in explained(limit, "2026-11-17 10:00").rows] == counted
