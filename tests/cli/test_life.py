"""A dossier's whole life by commands, as a person at a shell lives it, and each refusal."""

import hashlib
import json
import zipfile
from datetime import timedelta

import pypdf
import pytest

from app.__main__ import main
from app.cli import desk as cli_desk
from app.domain.clock import SetClock
from app.domain.dossier.numbering import label_digits
from tests.builders import MONDAY, a_desk
from tests.cli.conftest import REQUEST
from tests.cli.refusals import assert_a_clerk_reads

TO_WHOM = ("--to", "Hoàng Thị Mẩy", "--identity", "CCCD 020185001234")
WHY = ("--reason", "Thiếu trích lục")
NOBODY = "H37.99.1-261123-0009"
TITLE = {"name": "Bằng tốt nghiệp", "pages": 1, "copies": 2}
CERTIFIED = {"procedure": "2.000815", "documents": [], "certification": [TITLE]}


@pytest.fixture
def clock():
    return SetClock(MONDAY)


@pytest.fixture
def cli(tmp_path, capsys, monkeypatch, clock):
    """Runs a command at the time of `clock`; gives the exit code, standard output and error."""
    monkeypatch.setattr("app.domain.clock.SystemClock", lambda: clock)

    def run(*arguments):
        capsys.readouterr()
        code = main(["--data", str(tmp_path / "data"), *map(str, arguments)])
        out, err = capsys.readouterr()
        return code, out.strip(), err.strip()

    a_desk(tmp_path / "data").close()
    return run


@pytest.fixture
def take(cli, tmp_path):
    """Registers a request; the dossier's code."""

    def register(**more):
        path = tmp_path / "request.json"
        path.write_text(json.dumps(REQUEST | more), encoding="utf-8")
        return answer(cli("intake", path))["dossier_code"]

    return register


@pytest.fixture
def changes(tmp_path):
    def write(**parts):
        path = tmp_path / "changes.json"
        path.write_text(json.dumps(parts, ensure_ascii=False), encoding="utf-8")
        return path

    return write


@pytest.fixture
def corrected(cli, take, changes):
    """A dossier before and after a correction by these parts."""

    def run(registered=None, **parts):
        code = take(**(registered or {}))
        before = shown(cli, code)
        answer(cli("correct", code, changes(**parts), "--reason", "Gõ nhầm", "--json"))
        return before, shown(cli, code)

    return run


def answer(result):
    code, out, err = result
    assert (code, err) == (0, "")
    return json.loads(out)


def refused(result, *given):
    code, out, err = result
    assert (code, out) == (1, "")
    assert_a_clerk_reads(err, *given)
    return err


def shown(cli, code):
    return answer(cli("show", code, "--json"))


def test_a_dossier_lives_from_intake_to_the_hand_over_of_its_result(cli, take, clock):
    code = take()
    promised = shown(cli, code)["due_at"]
    done = answer(cli("start", code, "--json"))
    assert set(done) == {"dossier_code", "state", "due_at", "version", "ledger_hash"}
    assert (done["dossier_code"], done["state"], done["due_at"]) == (code, "PROCESSING", promised)
    papers = ("--paper", "Trích lục ghi chú ly hôn", "--paper", "Giấy xác nhận cư trú")
    asked = answer(cli("supplement", "ask", code, *papers, *WHY, "--json"))
    assert (asked["state"], asked["due_at"]) == ("AWAITING_SUPPLEMENT", None)
    clock.set(clock.now() + timedelta(days=2))
    back = answer(cli("supplement", "complete", code, "--note", "Đã nộp đủ", "--json"))
    assert back["state"] == "PROCESSING"
    assert back["due_at"] > promised
    assert answer(cli("finish", code, "--note", "Đã ký", "--json"))["state"] == "FINISHED"
    clock.set(clock.now() + timedelta(hours=1))
    assert answer(cli("return", code, *TO_WHOM, "--json"))["state"] == "RETURNED"
    whole = shown(cli, code)
    assert [(entry["event"], entry["reason"]) for entry in whole["timeline"]] == [
        ("RECEIVE", ""),
        ("START", ""),
        ("REQUEST_SUPPLEMENT", "Thiếu trích lục"),
        ("COMPLETE", "Đã nộp đủ"),
        ("FINISH", "Đã ký"),
        ("RETURN", ""),
    ]
    (pause,) = whole["pauses"]
    assert pause["papers"] == ["Trích lục ghi chú ly hôn", "Giấy xác nhận cư trú"]
    assert (whole["returned_to"], whole["returned_identity"]) == (TO_WHOM[1], TO_WHOM[3])
    assert answer(cli("verify", "--json"))["dossiers"] == 1


def test_papers_are_asked_for_by_kind_and_come_in_parts(cli, take):
    code = take()
    papers = ("--paper", "Tờ khai", "--paper", "Bản án, quyết định ly hôn")
    counts = ("--originals", 2, "--originals", 0, "--certified", 0, "--certified", 1)
    answer(cli("supplement", "ask", code, *papers, *counts, *WHY, "--json"))
    (pause,) = shown(cli, code)["pauses"]
    assert [paper["sheets"] for paper in pause["asked"]] == [
        {"originals": 2, "certified": 0, "photocopies": 0},
        {"originals": 0, "certified": 1, "photocopies": 0},
    ]
    part = cli("supplement", "complete", code, "--came", "Bản án, quyết", "--came", "1=1/0/0")
    assert part[0] == 0
    assert "▲ Còn thiếu: Tờ khai (1 bản chính)" in part[1]
    rest = answer(cli("supplement", "complete", code, "--came", "1", "--json"))
    assert rest["state"] == "PROCESSING"
    assert "missing" not in rest


def test_what_is_still_missing_is_answered(cli, take):
    code = take()
    papers = ("--paper", "Tờ khai", "--paper", "Ảnh", "--paper", "Đơn", "--photocopies", 0)
    papers += ("--photocopies", 0, "--photocopies", 3)
    answer(cli("supplement", "ask", code, *papers, *WHY, "--json"))
    done = answer(cli("supplement", "complete", code, "--came", "1", "--json"))
    assert done["state"] == "AWAITING_SUPPLEMENT"
    assert done["missing"] == [
        {"name": "Ảnh"},
        {"name": "Đơn", "originals": 0, "certified": 0, "photocopies": 3},
    ]
    assert answer(cli("supplement", "complete", code, "--came", "2,3", "--json"))["due_at"]


def test_a_second_request_is_answered_with_a_doubt(cli, take):
    code = take()
    first = answer(cli("supplement", "ask", code, "--paper", "Ảnh", *WHY, "--json"))
    assert "doubts" not in first
    cli("supplement", "complete", code)
    second = answer(cli("supplement", "ask", code, "--paper", "Đơn", *WHY, "--json"))
    (doubt,) = second["doubts"]
    assert (doubt["field"], doubt["doubt"]) == ("papers", "ASKED_AGAIN")
    assert "trễ hạn" in doubt["words"]


@pytest.mark.parametrize(
    ("options", "given"),
    [
        (("--originals", 1), ("--originals", "1", "2")),
        (("--basis", "Luật", "--basis", "Luật", "--basis", "x"), ("--basis", "3", "2")),
    ],
)
def test_what_is_said_of_papers_is_said_of_each(cli, take, options, given):
    papers = ("--paper", "Tờ khai", "--paper", "Ảnh")
    refused(cli("supplement", "ask", take(), *papers, *options, *WHY), *given)


@pytest.mark.parametrize("came", ["9", "Sổ hộ khẩu", "1=2", "1=1000/0/0"])
def test_what_came_must_have_been_asked_for(cli, take, came):
    code = take()
    cli("supplement", "ask", code, "--paper", "Tờ khai", *WHY)
    refused(cli("supplement", "complete", code, "--came", came))
    assert shown(cli, code)["state"] == "AWAITING_SUPPLEMENT"


def test_people_are_told_state_and_promise_in_a_line(cli, take):
    code = take()
    assert cli("start", code)[1].startswith(f"{code}  Đang xử lý  hẹn ")
    asked = cli("supplement", "ask", code, "--paper", "Trích lục", *WHY)[1]
    assert asked == f"{code}  Chờ bổ sung  không có hạn đang chạy"
    cli("supplement", "complete", code)
    assert cli("finish", code)[1] == f"{code}  Đã xử lý xong"
    assert cli("return", code, *TO_WHOM)[1] == f"{code}  Đã trả kết quả"
    code = take()
    assert cli("--lang", "en", "start", code)[1].startswith(f"{code}  In progress  due ")


@pytest.mark.parametrize(
    ("command", "state", "event"),
    [
        ("withdraw", "WITHDRAWN", "WITHDRAW"),
        ("stop", "STOPPED", "STOP"),
        ("refuse", "REFUSED", "REFUSE"),
    ],
)
@pytest.mark.parametrize("waiting", [False, True])
def test_a_dossier_is_given_up_at_work_or_while_it_waits(cli, take, command, state, event, waiting):
    code = take()
    if waiting:
        answer(cli("supplement", "ask", code, "--paper", "Trích lục", *WHY, "--json"))
    assert answer(cli(command, code, "--reason", "Nộp nhầm nơi", "--json"))["state"] == state
    whole = shown(cli, code)
    assert whole["end_reason"] == "Nộp nhầm nơi"
    assert whole["timeline"][-1]["event"] == event
    assert answer(cli("verify", "--json"))["dossiers"] == 1


def test_an_end_is_taken_back_by_command_for_ten_seconds(cli, take, clock):
    code = take()
    before = shown(cli, code)
    cli("finish", code)
    clock.set(clock.now() + timedelta(seconds=9))
    back = answer(cli("take-back", code, "--json"))
    assert (back["state"], back["due_at"]) == ("RECEIVED", before["due_at"])
    assert "không có gì để hoàn tác" in refused(cli("take-back", code), code)
    cli("stop", code, *WHY)
    clock.set(clock.now() + timedelta(seconds=20))
    assert "quá 10 giây" in refused(cli("take-back", code), code)
    whole = shown(cli, code)
    assert [one["event"] for one in whole["timeline"]] == ["RECEIVE", "FINISH", "TAKE_BACK", "STOP"]
    assert answer(cli("verify", "--json"))["dossiers"] == 1


def test_an_official_code_names_a_dossier_too(cli, take, tmp_path):
    code, official = take(), "000.00.19.H37-261123-0042"
    (tmp_path / "usb").mkdir()
    exported = answer(cli("export", "--to", tmp_path / "usb", "--json"))
    with zipfile.ZipFile(exported["path"]) as package:
        body = package.read("ho_so.jsonl").splitlines()[0]
    text = {
        "event_id": json.loads(body)["event_id"],
        "phien_ban": 1,
        "sha256": hashlib.sha256(body).hexdigest(),
        "ma": "DA_NHAN",
        "ma_ho_so_quoc_gia": official,
    }
    path = tmp_path / "tra-loi.json"
    path.write_text(json.dumps({"ket_qua": [text]}), encoding="utf-8")
    assert answer(cli("acknowledge", path, "--json"))["accepted"] == 1
    started = answer(cli("start", official, "--json"))
    assert (started["dossier_code"], started["state"]) == (official, "PROCESSING")
    assert answer(cli("show", code, "--json"))["state"] == "PROCESSING"


ALLOWED = (*WHY, "--approver", "Bàn Văn Chài")


def moves(changes):
    """Every command of a dossier's life with what it needs behind the code."""
    return [
        (("start",), ()),
        (("supplement", "ask"), ("--paper", "Trích lục", *WHY)),
        (("supplement", "complete"), ()),
        (("finish",), ()),
        (("return",), TO_WHOM),
        (("withdraw",), WHY),
        (("stop",), WHY),
        (("refuse",), WHY),
        (("reopen",), ALLOWED),
        (("correct",), (changes(note="x"), *WHY)),
    ]


def test_a_dossier_that_is_not_there_is_refused_by_every_verb(cli, changes):
    for command, more in moves(changes):
        said = refused(cli(*command, NOBODY, *more), NOBODY)
        assert said == f"Không có hồ sơ {NOBODY}."


def test_a_returned_dossier_is_only_corrected(cli, take, changes):
    code = take()
    cli("finish", code)
    cli("return", code, *TO_WHOM)
    for command, more in moves(changes)[:-1]:
        said = refused(cli(*command, code, *more))
        assert said.startswith("Hồ sơ đang ở trạng thái “Đã trả kết quả” nên không thể “")
    *_, (command, more) = moves(changes)
    assert answer(cli(*command, code, *more, "--json"))["state"] == "RETURNED"


@pytest.mark.parametrize(
    ("before", "command", "more", "said"),
    [
        ((), ("supplement", "complete"), (), "“Đã tiếp nhận” nên không thể “Đã bổ sung đủ”"),
        ((), ("return",), TO_WHOM, "“Đã tiếp nhận” nên không thể “Trả kết quả”"),
        (("start",), ("start",), (), "“Đang xử lý” nên không thể “Bắt đầu xử lý”"),
        (("finish",), ("finish",), (), "“Đã xử lý xong” nên không thể “Xử lý xong”"),
        (("finish",), ("stop",), WHY, "không thể “Dừng (hủy) hồ sơ”"),
        (("finish",), ("withdraw",), WHY, "không thể “Rút hồ sơ”"),
        (("finish",), ("refuse",), WHY, "không thể “Từ chối”"),
        ((), ("reopen",), ALLOWED, "“Đã tiếp nhận” nên không thể “Mở lại hồ sơ”"),
    ],
)
def test_a_move_at_the_wrong_time_is_refused_and_changes_nothing(
    cli, take, before, command, more, said
):
    code = take()
    for earlier in before:
        answer(cli(earlier, code, "--json"))
    version = shown(cli, code)["version"]
    assert said in refused(cli(*command, code, *more))
    assert shown(cli, code)["version"] == version


@pytest.mark.parametrize(
    ("command", "more", "said"),
    [
        (("supplement", "ask"), ("--paper", "Trích lục", "--reason", " "), "Lý do: chưa nhập"),
        (("supplement", "ask"), ("--paper", "  ", *WHY), "ít nhất một giấy tờ"),
        (
            ("supplement", "ask"),
            ("--paper", "a\u202eb", *WHY),
            "có ký tự U+202E không phải chữ: “a�b”",
        ),
        (("supplement", "ask"), ("--paper", "x" * 5_001, *WHY), "chỉ nhận tối đa 5000"),
        (("finish",), ("--note", "x" * 1_001), "Ghi chú: dài 1001 ký tự"),
        (("withdraw",), ("--reason", ""), "Lý do: chưa nhập"),
        (("stop",), ("--reason", "x" * 1_001), "Lý do: dài 1001 ký tự"),
    ],
)
def test_a_word_that_does_not_do_is_refused_by_name(cli, take, command, more, said):
    code = take()
    assert said in refused(cli(*command, code, *more))
    assert shown(cli, code)["state"] == "RECEIVED"


def test_who_takes_a_result_must_be_named_with_what_they_showed(cli, take):
    code = take()
    cli("finish", code)
    said = refused(cli("return", code, "--to", " ", "--identity", "")).splitlines()
    assert said == [
        "Người nhận kết quả: chưa nhập. Hãy nhập rồi làm tiếp.",
        "Giấy tờ đã xuất trình: chưa nhập. Hãy nhập rồi làm tiếp.",
    ]


@pytest.mark.parametrize(
    ("arguments", "missing"),
    [
        (("start",), "CODE"),
        (("supplement", "ask", "x", "--reason", "y"), "--paper"),
        (("supplement", "ask", "x", "--paper", "y"), "--reason"),
        (("return", "x", "--identity", "y"), "--to"),
        (("return", "x", "--to", "y"), "--identity"),
        (("withdraw", "x"), "--reason"),
        (("stop", "x"), "--reason"),
        (("refuse", "x"), "--reason"),
        (("reopen", "x", "--approver", "y"), "--reason"),
        (("reopen", "x", "--reason", "y"), "--approver"),
        (("correct", "x"), "CHANGES"),
        (("correct", "x", "y.json"), "--reason"),
    ],
)
def test_what_a_verb_needs_is_named_when_it_is_missing(cli, arguments, missing):
    code, out, err = cli(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith(f"Thiếu {missing}.")


def test_more_papers_than_a_supplement_holds_are_refused_and_not_cut(cli, take):
    code = take()
    sixty = [part for n in range(60) for part in ("--paper", f"Giấy tờ {n}")]
    assert "tối đa 50" in refused(cli("supplement", "ask", code, *sixty, *WHY))
    assert shown(cli, code)["state"] == "RECEIVED"


def test_only_what_a_correction_names_is_changed(corrected):
    before, after = corrected(applicant={"phone": "0987 654 321", "born": 1986})
    named = {"phone": "0987654321", "born": "1986"}
    assert after["applicant"] == before["applicant"] | named
    parts = ("representative", "documents", "note", "due_at", "state")
    assert {part: after[part] for part in parts} == {part: before[part] for part in parts}
    assert after["timeline"][-1]["event"] == "CORRECT"
    assert after["timeline"][-1]["reason"] == "Gõ nhầm"


def test_a_representative_comes_changes_and_goes(cli, take, changes):
    code = take()

    def correct(**parts):
        answer(cli("correct", code, changes(**parts), *WHY, "--json"))
        return shown(cli, code)["representative"]

    came = correct(representative={"full_name": "Lý A Sềnh", "personal_id": "123456789"})
    assert (came["full_name"], came["id_kind"]) == ("Lý A Sềnh", "OLD_ID")
    assert correct(representative={"phone": "0912000111"}) == came | {"phone": "0912000111"}
    assert correct(note="Hẹn gọi trước")["full_name"] == "Lý A Sềnh"
    assert correct(representative=None) is None


def test_nothing_written_empties_a_field_and_null_does_too(corrected):
    _, after = corrected(applicant={"personal_id": None, "sex": None, "address": ""}, note="Gấp")
    person = after["applicant"]
    assert (person["personal_id"], person["sex"], person["address"]) == ("", None, "")
    assert after["note"] == "Gấp"


def test_papers_are_replaced_whole_by_number_or_by_name(corrected):
    papers = [{"index": 1, "copies": 2}, {"name": "Đơn viết tay"}]
    before, after = corrected({"documents": "all"}, documents=papers)
    first = before["documents"][0]
    assert after["documents"] == [
        first | {"copies": 2},
        {"name": "Đơn viết tay", "originals": 1, "copies": 0, "code": "", "shown": False},
    ]


def test_certified_papers_are_counted_again_under_their_numbers(cli, take, changes):
    code = take(**CERTIFIED)
    before = shown(cli, code)["certification"]
    counted = [{"name": "Bằng tốt nghiệp", "pages": 3, "copies": 4}]
    answer(cli("correct", code, changes(certification=counted), "--reason", "Đếm lại", "--json"))
    (after,) = shown(cli, code)["certification"]
    assert (after["pages"], after["copies"]) == (3, 4)
    assert after["number"] == before[0]["number"]


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"certification": [TITLE, TITLE]}, "giấy tờ"),
        ({"certification": [TITLE], "note": "x"}, "tệp riêng"),
        ({"certification": [TITLE | {"page": 1}]}, "certification[0].page"),
    ],
)
def test_a_count_of_certified_papers_that_does_not_fit_is_refused(cli, take, changes, parts, said):
    code = take(**CERTIFIED)
    before = shown(cli, code)
    status, out, err = cli("correct", code, changes(**parts), *WHY)
    assert (status, out) == (1, "")
    assert said in err
    assert_a_clerk_reads(err, said, "certification")
    assert shown(cli, code) == before


def test_a_corrected_dossier_is_printed_as_corrected(cli, take, changes, tmp_path):
    code, pdf = take(), tmp_path / "phieu.pdf"
    answer(cli("correct", code, changes(applicant={"full_name": "Hoàng Thị Mùi"}), *WHY, "--json"))
    assert cli("print", code, "--form", "01", "--to", pdf)[0] == 0
    assert "Hoàng Thị Mùi" in pypdf.PdfReader(pdf).pages[0].extract_text()


def test_what_a_citizen_is_asked_for_is_printed_once_asked(cli, take, tmp_path):
    code, pdf = take(), tmp_path / "bo-sung.pdf"
    early, _, refused = cli("print", code, "--form", "02", "--to", pdf)
    assert early == 1
    assert_a_clerk_reads(refused, "02")
    answer(cli("supplement", "ask", code, "--paper", "Trích lục kết hôn", *WHY, "--json"))
    for form in ("02", "2"):
        pdf.unlink(missing_ok=True)
        assert cli("print", code, "--form", form, "--to", pdf)[0] == 0
        said = pypdf.PdfReader(pdf).pages[0].extract_text()
        assert "0001/HDHS" in said
        assert "Trích lục kết hôn" in said


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"applicant": {"nme": "x", "phone": "1"}, "color": 1, "documents": [{"names": "x"}]},
         "color, applicant.nme, documents[0].names: không có khóa này"),
        ({f"k{n}": n for n in range(20)}, "k11, …: không có khóa này"),
        ({"sets": 2}, "sets: không có khóa này"),
        ({"applicant": None}, "applicant: sai kiểu dữ liệu"),
        ({"applicant": {"full_name": None}}, "applicant.full_name: sai kiểu dữ liệu"),
        ({"applicant": {"kind": "GHOST"}}, "applicant.kind: giá trị không nằm"),
        ({"documents": [{}]}, "documents[0]: cần name hoặc index"),
        ({"documents": [{"index": 9_999}]}, "Không có giấy tờ số 9999"),
        ({"documents": []}, "Chưa có giấy tờ nào"),
        ({"documents": "some"}, "documents: giá trị"),
        ({"note": 7}, "note: sai kiểu dữ liệu"),
        ({"note": "x" * 1_001}, "Ghi chú: dài 1001 ký tự"),
        ({"applicant": {"full_name": " "}}, "Họ và tên: chưa nhập"),
        ({"representative": {"phone": "0912000111"}}, "Họ và tên (người đến nộp): chưa nhập"),
        ({"applicant": {"born": "31/2/1985"}}, "không phải ngày"),
        ({"applicant": {"phone": "12"}}, "không phải số điện thoại"),
        ({}, "chưa có gì thay đổi"),
        ({"applicant": {}}, "chưa có gì thay đổi"),
        ({"applicant": {"full_name": "Hoàng Thị Mẩy"}}, "chưa có gì thay đổi"),
    ],
)  # fmt: skip
def test_a_correction_that_does_not_do_is_refused_and_changes_nothing(
    cli, take, changes, parts, said
):
    code = take()
    err = refused(cli("correct", code, changes(**parts), *WHY), said, "index", "name")
    assert said in err
    assert shown(cli, code)["version"] == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'{"note": "x"', "bị cắt hoặc sai cú pháp"),
        (b"\xff\xfe", "UTF-8"),
        (b'{"note": NaN}', "NaN"),
        (b'{"note": "a", "note": "b"}', "bị lặp"),
        (b"[" * 100_000, "lồng quá sâu"),
        (b"[]", "sai kiểu dữ liệu"),
        (b"", "bị cắt hoặc sai cú pháp"),
        (b'{"documents": "some"}', "documents"),
    ],
)
def test_a_broken_file_of_changes_is_refused_with_its_reason(cli, take, tmp_path, content, said):
    path = tmp_path / "broken.json"
    path.write_bytes(content)
    code, out, err = cli("correct", take(), path, *WHY)
    is_shape = content in {b"[]", b'{"documents": "some"}'}  # read, and refused
    assert (code, out) == (1 if is_shape else 2, "")
    assert_a_clerk_reads(err, "JSON", "documents", "NaN")
    assert said in err


def test_a_file_of_changes_that_is_not_there_is_refused(cli, take, tmp_path):
    assert str(tmp_path / "no.json") in cli("correct", take(), tmp_path / "no.json", *WHY)[2]


def test_a_correction_needs_its_reason(cli, take, changes):
    said = refused(cli("correct", take(), changes(note="Gấp"), "--reason", " "))
    assert said == "Lý do: chưa nhập. Hãy nhập rồi làm tiếp."


def test_every_verb_that_changes_a_dossier_takes_the_id_of_the_request(cli, take, monkeypatch):
    ids = []
    kept = cli_desk.open_desk

    def noted(context):
        ids.append(context.request_id)
        return kept(context)

    monkeypatch.setattr(cli_desk, "open_desk", noted)
    code = take()
    answer(cli("start", code, "--request-id", " 7f3a ", "--json"))
    assert ids[-1] == "7f3a"
    answer(cli("finish", code, "--json"))
    assert ids[-1] == ""


def test_a_paper_that_a_base_holds_is_asked_for_with_a_reason(cli, take):
    code = take()
    ask = ("supplement", "ask", code, "--paper", "Sổ hộ khẩu", "--reason", "Thiếu", "--json")
    refused, _, err = cli(*ask)
    assert refused == 1
    assert "Sổ hộ khẩu" in err
    assert "dân cư" in err
    answer(cli(*ask, "--base-reason", "INCIDENT"))


def test_a_dossier_is_named_by_its_label_and_as_a_scanner_sends_it(cli, take):
    code = take()
    label = label_digits(MONDAY.date(), 1)
    for named in (label, f"{label[:6]} {label[6:12]} {label[12:]}", f"]C0{code.lower()}"):
        assert answer(cli("show", named, "--json"))["code"] == code
    answer(cli("start", label, "--json"))
    assert answer(cli("show", code, "--json"))["state"] == "PROCESSING"
