"""The command `due`: the batch as contracted, the explanation, and all that can be wrong."""

import json

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from app.cli.context import Context
from app.cli.dossier.due import Counting, due, run_batch, seed_calendar
from app.domain.clock import SystemClock
from app.domain.deadline.calendar_year import CalendarYear

GOOD = '{"limit": "5 WORKING_DAY", "received_at": "2026-11-23T10:15"}'


def batch(*lines):
    given = b"".join((line if isinstance(line, bytes) else line.encode()) + b"\n" for line in lines)
    result = CliRunner().invoke(due, ["--batch"], input=given)
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout_bytes.decode().split("\n")[:-1]]


def one(**fields):
    return batch(json.dumps({"limit": "1 DAY", "received_at": "2026-11-16T10:00"} | fields))[0]


def printed(*arguments):
    result = CliRunner().invoke(due, list(arguments))
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.mark.parametrize(
    ("fields", "due_at", "confirmed"),
    [
        (
            {"limit": "5 WORKING_DAY", "received_at": "2026-11-23T10:15"},
            "2026-12-01T10:15:00+07:00",
            True,
        ),
        (
            {"limit": "SAME_DAY", "received_at": "2026-11-20T15:01:30"},
            "2026-11-23T17:00:00+07:00",
            True,
        ),
        ({"limit": "NONE"}, None, True),
        ({"received_at": "2028-06-01T10:00"}, "2028-06-02T17:00:00+07:00", False),
        ({"received_at": "2026-11-16T03:00:59Z"}, "2026-11-17T17:00:00+07:00", True),
        ({"pauses": []}, "2026-11-17T17:00:00+07:00", True),
        ({"pauses": None, "mode": None}, "2026-11-17T17:00:00+07:00", True),
        ({"pauses": [["2026-11-16T13:00", "2026-11-16T14:00"]]}, "2026-11-18T08:30:00+07:00", True),
        (
            {"pauses": [["2026-11-16T13:00", "2026-11-17T14:00"]], "mode": "RESTART"},
            "2026-11-18T17:00:00+07:00",
            True,
        ),
        ({"pauses": [["2026-11-16T13:00", None]]}, None, True),
        (
            {"limit": "25 WORKING_DAY NOT_LATER 12-14", "received_at": "2026-11-23T10:15"},
            "2026-12-14T17:00:00+07:00",
            True,
        ),
        (
            {"limit": "25 WORKING_DAY NOT_LATER 12-13", "received_at": "2026-11-23T10:15"},
            "2026-12-11T17:00:00+07:00",
            True,
        ),
        (
            {"limit": "5 WORKING_DAY NOT_LATER 12-14", "received_at": "2026-11-23T10:15"},
            "2026-12-01T10:15:00+07:00",
            True,
        ),
        (
            {"limit": "5 WORKING_DAY NOT_LATER 12-14", "received_at": "2026-12-15T10:15"},
            "2026-12-22T10:15:00+07:00",
            True,
        ),
        (
            {
                "limit": "5 WORKING_DAY NOT_LATER 12-14",
                "received_at": "2026-12-07T10:15",
                "pauses": [["2026-12-08T08:00", "2026-12-16T08:00"]],
            },
            "2026-12-14T17:00:00+07:00",
            True,
        ),
        (
            {
                "limit": "5 WORKING_DAY NOT_LATER 12-14",
                "received_at": "2026-12-07T10:15",
                "pauses": [["2026-12-08T08:00", "2026-12-16T08:00"]],
                "mode": "RESTART",
            },
            "2026-12-14T17:00:00+07:00",
            True,
        ),
    ],
)
def test_a_line_answers_with_due_time_and_certainty(fields, due_at, confirmed):
    assert one(**fields) == {"due_at": due_at, "calendar_confirmed": confirmed}


@pytest.mark.parametrize(
    "line",
    [
        "", "   ", "xx", "{", "[]", "3", "null", '"5 DAY"', GOOD[:-1], GOOD + GOOD,
        b"\xff\xfe", b'{"limit": "1 DAY\xc3"}', "NaN", '{"limit": NaN}', '{"limit": Infinity}',
        '{"limit": ' + "9" * 5000 + "}", "[" * 100_000, '{"a":' * 5000,
        '{"limit": "1 DAY", "limit": "2 DAY", "received_at": "2026-11-16T10:00"}',
        '{"limit": "1 DAY", "received_at": "2026-11-16T10:00", "pause": []}',
        '{"received_at": "2026-11-16T10:00"}', '{"limit": "1 DAY"}',
        '{"limit": "\\ud800", "received_at": "2026-11-16T10:00"}',
        '{"limit": "1 DAY", "received_at": "' + "x" * 1_100_000 + '"}',
    ],
)  # fmt: skip
def test_a_bad_line_answers_an_error_and_the_next_is_answered_all_the_same(line):
    before, bad, after = batch(GOOD, line, GOOD)
    assert before == after == {"due_at": "2026-12-01T10:15:00+07:00", "calendar_confirmed": True}
    assert set(bad) == {"error"}
    assert bad["error"]


@pytest.mark.parametrize(
    "fields",
    [
        {"limit": 5}, {"limit": None}, {"limit": "5"}, {"limit": "OTHER"}, {"limit": "1 OTHER"},
        {"limit": "0 DAY"}, {"limit": "1000 DAY"}, {"limit": "-1 DAY"}, {"limit": "1.5 DAY"},
        {"limit": "10000 WORKING_HOUR"}, {"limit": "1 SAME_DAY"}, {"limit": "٣ DAY"},
        {"limit": "1" * 100 + " DAY"}, {"limit": ""}, {"limit": "NONE NOT_LATER 12-14"},
        {"limit": "5 DAY NOT_LATER"}, {"limit": "5 DAY NOT_LATER 31-12"}, {"limit": "NOT_LATER"},
        {"received_at": 20261116}, {"received_at": "2026-11-16"}, {"received_at": ""},
        {"received_at": "2026-13-16T10:00"}, {"received_at": "9999-12-31T23:59"},
        {"received_at": "0001-01-01T00:00"}, {"received_at": "1990-01-01T00:00"},
        {"received_at": "2150-01-01T00:00"}, {"limit": "999 MONTH"},
        {"pauses": {}}, {"pauses": "x"}, {"pauses": [[]]}, {"pauses": [["2026-11-16T13:00"]]},
        {"pauses": [[None, "2026-11-16T13:00"]]}, {"pauses": [["2026-11-16T13:00", 5]]},
        {"pauses": [["2026-11-16T13:00", "2026-11-16T12:00"]]},
        {"pauses": [["2026-11-15T13:00", "2026-11-16T12:00"]]},
        {"pauses": [["2026-11-16T13:00", "2026-11-16T14:00", "2026-11-16T15:00"]]},
        {"mode": "STOP"}, {"mode": 1}, {"mode": ["PAUSE"]}, {"mode": "pause"},
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_is_refused(fields):
    assert list(one(**fields)) == ["error"]


def test_many_lines_are_answered_in_order_with_windows_line_ends_and_a_byte_order_mark():
    lines = [f'{{"limit": "{n} DAY", "received_at": "2026-11-01T08:00"}}\r' for n in range(1, 200)]
    found = batch(b"\xef\xbb\xbf" + lines[0].encode(), *lines[1:])
    times = [answer["due_at"] for answer in found]
    assert len(times) == 199
    assert times == sorted(times)


def test_a_last_line_without_an_end_is_answered():
    result = CliRunner().invoke(due, ["--batch"], input=GOOD)
    assert json.loads(result.stdout)["due_at"] == "2026-12-01T10:15:00+07:00"


def test_an_error_echoes_odd_letters_as_readable_json():
    (answer,) = batch('{"limit": "đ😀 DAY", "received_at": "2026-11-16T10:00"}')
    assert "đ😀" in answer["error"]


@settings(max_examples=100)
@given(lines=st.lists(st.binary(max_size=60).filter(lambda b: b"\n" not in b), max_size=6))
def test_every_line_gets_exactly_one_answer(lines):
    answers = list(run_batch(lines, Counting(seed_calendar())))
    assert len(answers) == len(lines)
    assert all(set(answer) == {"error"} for answer in answers)


def test_years_drafted_for_one_line_serve_the_next():
    counting = Counting(seed_calendar())
    line = b'{"limit": "1 DAY", "received_at": "2031-06-02T10:00"}'
    answers = run_batch([line, line], counting)
    assert next(answers)["calendar_confirmed"] is False
    reached = counting.calendar
    assert reached.is_known(2030)
    assert next(answers)["due_at"] == "2031-06-03T17:00:00+07:00"
    assert counting.calendar is reached


def test_a_data_folders_own_calendar_is_used(tmp_path):
    own = seed_calendar().with_years(CalendarYear(2026, confirmed=True, source="xã"))
    (tmp_path / "motcua.db").touch()
    kept = {tmp_path: own}
    asked = ["--limit", "1 WORKING_DAY", "--received", "2026-11-23T10:00", "--json"]
    for folder, due_at in ((tmp_path, "2026-11-24"), (tmp_path / "none", "2026-11-25")):
        known = Context(folder, "", 1, SystemClock(), lambda place, _: kept[place])
        result = CliRunner().invoke(due, asked, obj=known)
        assert json.loads(result.stdout)["due_at"] == f"{due_at}T10:00:00+07:00"


def test_one_deadline_is_explained_in_words():
    text = printed("--limit", "2 WORKING_DAY", "--received", "2026-11-20T17:30")
    assert "Đến hạn: 07 giờ 30 phút, Thứ Năm 26/11/2026." in text
    assert "ngày nghỉ: Ngày Văn hóa Việt Nam" in text
    assert "ngày làm việc 2/2" in text


def test_one_deadline_as_json_carries_its_table():
    body = json.loads(
        printed(
            "--json",
            "--limit",
            "2 WORKING_HOUR",
            "--received",
            "2026-11-20T08:00",
            "--pause",
            "2026-11-20T09:00/2026-11-20T10:00",
            "--pause",
            "2026-11-23T09:00/2026-11-23T10:00",
        )
    )
    assert body["due_at"] == "2026-11-20T11:00:00+07:00"
    assert body["calendar_confirmed"] is True
    assert body["table"][0] == {
        "date": "2026-11-20",
        "is_counted": True,
        "text": "giờ làm việc; 08:00–10:00; cộng dồn 2 giờ",
    }
    assert body["notes"]


def test_an_open_pause_and_a_restart_can_be_asked_for():
    asked = ("--limit", "2 DAY", "--received", "2026-11-16T08:00", "--json")
    assert json.loads(printed(*asked, "--pause", "2026-11-16T09:00/"))["due_at"] is None
    restarted = printed(*asked, "--pause", "2026-11-16T09:00/2026-11-17T09:00", "--mode", "RESTART")
    assert json.loads(restarted)["due_at"] == "2026-11-19T17:00:00+07:00"


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--limit", "1 DAY"],
        ["--received", "2026-11-16T08:00"],
        ["--batch", "--limit", "1 DAY"],
        ["--limit", "1 DAY", "--received", "2026-11-16T08:00", "--mode", "STOP"],
    ],
)
def test_bad_usage_has_exit_code_2(arguments):
    assert CliRunner().invoke(due, arguments).exit_code == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["--limit", "1 OTHER", "--received", "2026-11-16T08:00"],
        ["--limit", "1 DAY", "--received", "hôm qua"],
        ["--limit", "1 DAY", "--received", "2026-11-16T08:00", "--pause", "2026-11-16T09:00"],
    ],
)
def test_a_value_that_cannot_be_is_refused_with_its_reason(arguments):
    result = CliRunner().invoke(due, arguments)
    assert result.exception.exit_code == 1


def test_a_limit_cut_short_by_a_day_of_the_year_says_so():
    text = printed("--limit", "25 WORKING_DAY NOT_LATER 12-14", "--received", "2026-11-23T10:15")

    assert "Thời hạn giải quyết: 25 ngày làm việc, chậm nhất ngày 14/12." in text
    assert "Thời hạn bị giới hạn bởi ngày 14/12/2026." in text
    assert "Đến hạn: 17 giờ 00 phút, Thứ Hai 14/12/2026." in text
    assert text.rstrip().splitlines()[-1].split(maxsplit=3)[3].startswith("✓  không được sau")


def test_the_rule_of_the_hour_is_said_where_a_same_day_limit_is():
    text = printed("--limit", "SAME_DAY", "--received", "2026-11-27T09:00")

    assert "trong ngày; nhận sau 15 giờ: ngày làm việc tiếp theo" in text
    assert "309/2026" not in text
