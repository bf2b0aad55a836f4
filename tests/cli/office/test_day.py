"""The day from the command line: what it brings, how it is closed, its sheets."""

import json

import pytest
from pypdf import PdfReader

from tests.cli.refusals import assert_a_clerk_reads
from tests.cli.test_life import answer
from tests.cli.test_requests import Script, clock, script  # noqa: F401


def read(result):
    code, out, err = result
    assert (code, err) == (0, "")
    return json.loads(out)


@pytest.fixture
def late(script):  # noqa: F811
    """A script whose office has a dossier that is overdue, and that dossier's code."""
    code = script.take()
    script.clock.advance(days=14)
    assert script.run("--clock-confirmed", "settings", "get")[0] == 0
    return code


def test_a_day_is_opened_with_what_it_brings(script):  # noqa: F811
    answer(script.run("settings", "set", "opening_float", "200000", "--json"))
    script.take()
    found = answer(script.run("day", "open", "--json"))
    assert found["day"] == "2026-11-23"
    assert found["counts"] == {
        "due_today": 0, "promised": 0, "overdue": 0, "apology": 0, "to_collect": 0, "unsent": 1,
    }  # fmt: skip
    assert (found["opening"], found["opened_at"]) == (200_000, "2026-11-23T10:15:00+07:00")
    assert found["unsent_events"] > 0
    words = script.run("day", "open")[1]
    assert "Tiền có sẵn đầu ngày: 200.000 đồng" in words
    assert "Hẹn người dân đến hôm nay: 0" in words


def test_a_day_is_closed_once_printed_and_shown_again(script):  # noqa: F811
    script.take()
    so_far = answer(script.run("day", "show", "--json"))
    assert (so_far["number"], so_far["closed_at"], so_far["counts"]["received"]) == (None, None, 1)
    assert "chưa kết thúc" in script.run("day", "show")[1]
    pdf = script.folder / "ngay.pdf"
    closed = answer(script.run("day", "close", "--to", pdf, "--json"))
    assert (closed["number"], closed["nth"], closed["is_new"]) == ("0001/KTN", 1, True)
    assert "Số: 0001/KTN" in PdfReader(pdf).pages[0].extract_text()
    assert [head["chain"] for head in closed["heads"]] == [0, 1]
    again = answer(script.run("day", "close", "--json"))
    assert again == closed | {"is_new": False}
    assert "vẫn là phiếu đã lập" in script.run("day", "close")[1]
    other = script.folder / "lai.pdf"
    shown = answer(script.run("day", "show", "2026-11-23", "--to", other, "--json"))
    assert shown | {"is_new": True} == closed
    assert other.read_bytes() == pdf.read_bytes()


def test_later_work_is_an_addition(script):  # noqa: F811
    assert script.run("day", "close")[0] == 0
    script.take()
    assert answer(script.run("day", "close", "--json"))["number"] == "0002/KTN"
    for nth, number in ((1, "0001/KTN"), (2, "0002/KTN")):
        shown = answer(script.run("day", "show", "--nth", nth, "--json"))
        assert (shown["nth"], shown["number"]) == (nth, number)
    assert "0002/KTN" in script.run("day", "show")[1]


def test_unsent_apologies_are_named_until_they_are_explained(script, late):  # noqa: F811
    code, out, err = script.run("day", "close")
    assert (code, out) == (1, "")
    assert_a_clerk_reads(err, late)
    assert late in err
    for words in ("Chờ ký", f"{late}=", f"={late}"):
        code, _, err = script.run("day", "close", "--explain", words)
        assert code == 1
        assert_a_clerk_reads(err, words)
    closed = answer(script.run("day", "close", "--explain", f"{late}=Chờ ký duyệt", "--json"))
    (one,) = closed["unsent_apologies"]
    assert (one["dossier_code"], one["explanation"]) == (late, "Chờ ký duyệt")
    assert [each["dossier_code"] for each in closed["overdue"]] == [late]
    assert "Chờ ký duyệt" in script.run("day", "show")[1]


def test_the_rest_may_be_explained_together(script, late):  # noqa: F811
    assert "chưa giải trình" in script.run("day", "show")[1]
    closed = answer(script.run("day", "close", "--explain-others", "Nhiều hồ sơ", "--json"))
    assert [one["explanation"] for one in closed["unsent_apologies"]] == ["Nhiều hồ sơ"]


def test_a_dossier_that_wants_no_apology_takes_no_explanation(script):  # noqa: F811
    code = script.take()
    refused, _, err = script.run("day", "close", "--explain", f"{code}=Chờ ký")
    assert refused == 1
    assert code in err


def test_money_stands_on_it(script):  # noqa: F811
    fee = {"name": "Lệ phí", "amount": 15_000}
    script.take(fees=[fee], payment={})
    closed = answer(script.run("day", "close", "--json"))
    assert closed["cash_sheets"] == [
        {"sheet": 1, "number": None, "slips": 1, "cash": 15_000, "transfer": 0, "counted": None,
         "difference": None},
    ]  # fmt: skip
    assert "Bảng kê 1 chưa khóa" in script.run("day", "show")[1]


def test_a_day_that_was_not_closed_has_no_sheet(script):  # noqa: F811
    for words in (("2026-11-20",), ("--nth", 2), ("--to", script.folder / "x.pdf")):
        code, out, err = script.run("day", "show", *words)
        assert (code, out) == (1, "")
        assert_a_clerk_reads(err)
