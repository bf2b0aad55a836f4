"""Hand-over by commands: a stack given, scanned back with errors, looked at, printed."""

import io
from types import SimpleNamespace

import pytest

from tests.cli.conftest import REQUEST
from tests.cli.test_life import answer
from tests.cli.test_requests import Script, clock, script  # noqa: F401

LAND = REQUEST | {"procedure": "1.004884", "documents": "all"}


@pytest.fixture
def stack(script):  # noqa: F811
    return [script.take(LAND) for _ in range(3)]


def new(script, *words):  # noqa: F811
    return answer(script.run("handover", "new", "--to", "kinh te", *words, "--json"))


def test_a_stack_goes_and_comes_back_by_files_of_codes(script):  # noqa: F811
    codes = [script.take(LAND) for _ in range(22)]
    listed, strangers = codes[:20], codes[20:]
    file = script.file("codes.txt", "\n".join(listed).encode() + b"\r\n\r\n")
    made = new(script, "--codes", file)
    assert (made["number"], made["year"], made["dossiers"]) == ("0001/BBBG", 2026, listed)
    scanned = [*listed[:10], listed[5], strangers[0], "abc", *listed[12:]]
    back = script.file("back.txt", b"\xef\xbb\xbf" + "\n".join(scanned).encode())
    found = answer(script.run("handover", "receive", "1", "--codes", back, "--json"))
    assert (len(found["taken"]), found["open"], found["listed"]) == (18, 2, 20)
    assert [(one["kind"], one["code"]) for one in found["differences"]] == [
        ("MISSING", listed[10]), ("MISSING", listed[11]), ("EXTRA", strangers[0]),
        ("EXTRA", "abc"), ("TWICE", listed[5]),
    ]  # fmt: skip
    shown = answer(script.run("handover", "show", "0001/BBBG", "--json"))
    assert [line["dossier_code"] for line in shown["dossiers"]] == listed
    assert len(shown["differences"]) == 5
    assert answer(script.run("verify", "--json"))["dossiers"] == 22


def test_codes_come_from_a_scanner_at_standard_input(script, stack, monkeypatch):  # noqa: F811
    stdin = SimpleNamespace(buffer=io.BytesIO("\n".join(stack).encode()))
    monkeypatch.setattr("sys.stdin", stdin)
    assert new(script, "--codes", "-")["dossiers"] == stack


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"1\n" * 1_001, b"x" * 1_000_001])
def test_a_file_that_is_no_list_of_codes_is_refused(script, content):  # noqa: F811
    file = script.file("codes.txt", content)
    code, out, err = script.run("handover", "new", "--to", "kinh te", "--codes", file)
    assert (code, out) == (2, "")
    assert "mỗi dòng một mã" in err


def test_the_same_request_with_another_file_is_another_request(script, stack):  # noqa: F811
    one = script.file("a.txt", stack[0].encode())
    other = script.file("b.txt", stack[1].encode())
    asked = ("handover", "new", "--to", "kinh te", "--request-id", "r", "--codes")
    assert script.run(*asked, one)[0] == 0
    assert answer(script.run(*asked, one, "--json"))["repeated"] is True
    assert script.run(*asked, other)[0] == 1


def test_people_read_where_it_went_what_was_missing_and_where_everything_lies(script, stack):  # noqa: F811
    said = script.run("handover", "new", "--to", "Văn phòng", *stack)[1]
    assert said == (
        "Biên bản 0001/BBBG: Trung tâm Phục vụ hành chính công → Văn phòng HĐND và UBND, 3 hồ sơ, "
        "18 giấy tờ."
    )
    listed = script.run("handover", "list")[1]
    assert listed.endswith("3 hồ sơ  còn 3 hồ sơ chưa nhận")
    where = script.run("handover", "where")[1].splitlines()
    assert where[0].endswith("chưa nhận bàn giao")
    assert where[-1] == "3 hồ sơ."
    assert "chưa nhận bàn giao" in script.run("show", stack[0])[1]
    found = script.run("handover", "receive", "1", stack[0], stack[0], "abc")[1].splitlines()
    assert found == [
        "Biên bản 0001/BBBG: vừa nhận 1 hồ sơ; còn thiếu 2 trong 3.",
        f"▲ Thiếu: {stack[1]}",
        f"▲ Thiếu: {stack[2]}",
        "▲ Thừa: abc (không có hồ sơ nào mang mã này)",
        f"▲ Quét hai lần: {stack[0]}",
    ]
    script.run("handover", "receive", "1", stack[1])
    shown = script.run("handover", "show", "1")[1]
    assert "đã nhận 2/3 hồ sơ" in shown
    assert "thiếu khi nhận" in shown
    assert f"▲ Thiếu: {stack[1]}  đã nhận sau" in shown
    assert script.run("handover", "list")[1].endswith("3 hồ sơ")


def test_show_says_where_a_dossier_lies_and_how_its_step_stands(script, stack):  # noqa: F811
    before = script.run("show", stack[0])[1]
    assert "Đang ở: bộ phận Một cửa, từ 10:15 23/11/2026" in before
    assert "Bước: Tiếp nhận, chuyển hồ sơ, hạn " in before
    assert "(cần kiểm tra)" in before
    script.run("handover", "new", "--to", "Văn phòng", stack[0])
    script.run("handover", "receive", "1", stack[0])
    after = script.run("show", stack[0])[1]
    assert "Đang ở: Văn phòng HĐND và UBND" in after
    body = answer(script.run("show", stack[0], "--json"))
    assert [one["agency"] for one in body["stays"]] == [None, "Văn phòng HĐND và UBND"]
    assert body["stays"][-1]["standing"] == "RUNNING"
    assert body["handings"][0]["record"] == "0001/BBBG"


def test_what_is_overdue_is_listed_by_its_agency(script, stack):  # noqa: F811
    script.run("handover", "new", "--to", "Văn phòng", *stack[:2])
    script.run("handover", "new", "--to", "kinh te", stack[2])
    script.clock.advance(days=20)
    asked = ("handover", "where", "--late", "--clock-confirmed")
    assert script.run(*asked)[0] == 2, "it changes nothing and takes no such word"
    late = answer(script.run("handover", "where", "--late", "--json"))["dossiers"]
    assert [one["dossier_code"] for one in late] == stack[:2]
    assert {one["standing"] for one in late} == {"OVERDUE"}
    there = answer(script.run("handover", "where", "--agency", "kinh te", "--json"))["dossiers"]
    assert [(one["dossier_code"], one["step"]) for one in there] == [(stack[2], None)]


def test_one_wrong_code_and_no_record_is_made(script, stack):  # noqa: F811
    code, out, err = script.run("handover", "new", "--to", "kinh te", *stack, stack[0], "abc")
    assert (code, out) == (1, "")
    assert err.splitlines() == [
        f"{stack[0]}: đã có trong chồng này, quét hai lần.",
        "“abc” không phải mã của hồ sơ nào. Hãy quét lại, hoặc gõ mã.",
    ]
    assert "Chưa có biên bản" in script.run("handover", "list")[1]


def test_agencies_and_steps_are_the_offices_own(script, stack):  # noqa: F811
    assert "Phòng Kinh tế  (cần kiểm tra)" in script.run("agency", "list")[1]
    assert "\nPhòng Kinh tế\n" in script.run("agency", "add", "Phòng Kinh tế")[1] + "\n"
    assert "Lãnh đạo" not in script.run("agency", "drop", "lanh dao ubnd")[1]
    shown = script.run("steps", "show", "1.004884")[1]
    assert "▲ Các bước này do chương trình gợi ý, cần kiểm tra." in shown
    set_ = ("steps", "set", "1.004884", "--step", "desk | Nhận | 4 WORKING_HOUR")
    shown = script.run(*set_, "--step", "kinh te | Thẩm định | 3 WORKING_DAY")[1].splitlines()
    assert shown[1:] == [
        "1. Trung tâm Phục vụ hành chính công: Nhận, 4 giờ làm việc",
        "2. Phòng Kinh tế: Thẩm định, 3 ngày làm việc",
    ]
    same_day = script.run("steps", "show", "2.000815")[1]
    assert "Không có bước nào" in same_day


def test_a_step_that_is_not_written_as_one_is_a_mistake_of_typing(script):  # noqa: F811
    code, _, err = script.run("steps", "set", "1.004884", "--step", "kinh te, 3 WORKING_DAY")
    assert code == 2
    assert "không phải một bước" in err


def test_the_control_sheet_and_the_record_are_printed(script, stack):  # noqa: F811
    out = script.folder / "06.pdf"
    made = answer(script.run("print", stack[0], "--form", "6", "--to", out, "--json"))
    assert made["copy_number"] == 1
    assert out.read_bytes().startswith(b"%PDF")
    script.run("handover", "new", "--to", "kinh te", *stack)
    record = script.folder / "record.pdf"
    assert script.run("handover", "print", "1", "--to", record)[1] == f"Đã ghi {record}."
    assert record.read_bytes().startswith(b"%PDF")
