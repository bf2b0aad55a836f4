"""The command line as scripts use it: JSON out, sentences on errors, exit codes."""

import hashlib
import json
import zipfile

import pypdf
import pytest

from app.__main__ import window_options
from tests.cli.conftest import REQUEST


def test_intake_answers_with_code_due_time_and_ledger_hash(office, request_file, tmp_path):
    receipt = tmp_path / "receipt.pdf"
    code, out, err = office("intake", request_file(), "--receipt", receipt)
    assert (code, err) == (0, "")
    answer = json.loads(out)
    assert set(answer) == {"dossier_code", "due_at", "calendar_confirmed", "ledger_hash"}
    assert answer["due_at"].endswith("+07:00")
    assert answer["dossier_code"] in pypdf.PdfReader(receipt).pages[0].extract_text()


def test_a_registered_dossier_is_shown_found_printed_and_verified(office, request_file, tmp_path):
    _, out, _ = office("intake", request_file())
    code = json.loads(out)["dossier_code"]
    _, out, _ = office("show", code, "--json")
    shown = json.loads(out)
    assert shown["applicant"]["full_name"] == "Hoàng Thị Mẩy"
    assert shown["state"] == "RECEIVED"
    _, out, _ = office("find", "may hoang", "--json")
    assert [found["dossier_code"] for found in json.loads(out)["dossiers"]] == [code]
    for copy in (1, 2):
        _, out, _ = office("print", code, "--form", "01", "--paper", "a5", "--to",
                           tmp_path / "a5.pdf", "--json")  # fmt: skip
        assert json.loads(out)["copy_number"] == copy
    assert "Bản in lại lần 1" in pypdf.PdfReader(tmp_path / "a5.pdf").pages[0].extract_text()
    _, out, _ = office("verify", "--json")
    assert json.loads(out)["dossiers"] == 1


def test_identity_numbers_are_masked_in_text_for_people(office, request_file):
    _, out, _ = office("intake", request_file())
    _, out, _ = office("show", json.loads(out)["dossier_code"])
    assert "020185001234" not in out
    assert "1234" in out


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'{"procedure": "1.0', "bị cắt hoặc sai cú pháp"),
        (b"\xff\xfe", "UTF-8"),
        (b'{"procedure": NaN}', "NaN"),
        (b'{"a": 1, "a": 2}', "bị lặp"),
        (b"[" * 100_000, "lồng quá sâu"),
        (b"[]", "sai kiểu dữ liệu"),
        (b"{}", "procedure"),
    ],
)
def test_a_broken_request_is_refused_with_its_reason(office, tmp_path, content, said):
    path = tmp_path / "broken.json"
    path.write_bytes(content)
    code, out, err = office("intake", path)
    assert (code, out) == (1, "")
    assert said in err


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"procedure": "9.999999"}, "không có thủ tục 9.999999"),
        ({"procedure": 7}, "procedure: sai kiểu dữ liệu"),
        ({"sets": "hai"}, "sets: sai kiểu dữ liệu"),
        ({"sets": 0}, "Số bộ: cần một số"),
        ({"channel": "PIGEON"}, "channel"),
        ({"color": "red"}, "color: không có khóa này"),
        ({"received_at": "hôm qua"}, "received_at"),
        ({"received_at": "2099-01-01T08:00"}, "ở tương lai"),
        ({"received_at": "2020-01-01T08:00"}, "thủ tục|quá"),
        ({"documents": []}, "Chưa có giấy tờ nào"),
        ({"documents": [{"index": 9_999}]}, "Không có giấy tờ số 9999"),
        ({"documents": [{}]}, "cần name hoặc index"),
        ({"applicant": REQUEST["applicant"] | {"full_name": "x" * 10_000}}, "dài 10000 ký tự"),
        ({"applicant": REQUEST["applicant"] | {"full_name": "Lan\u202eAnh"}}, "U+202E"),
        ({"applicant": REQUEST["applicant"] | {"born": "31/2/1985"}}, "không phải ngày"),
    ],
)
def test_a_bad_value_is_refused_by_name_and_nothing_is_kept(office, request_file, changes, said):
    code, out, err = office("intake", request_file(**changes))
    assert (code, out) == (1, "")
    assert any(part in err for part in said.split("|")), err
    _, out, _ = office("verify", "--json")
    assert json.loads(out)["dossiers"] == 0


def test_decomposed_names_are_kept_composed(office, request_file):
    import unicodedata

    name = unicodedata.normalize("NFD", "Nguyễn Thị Đào")
    _, out, _ = office("intake", request_file(applicant={"full_name": name}))
    _, out, _ = office("show", json.loads(out)["dossier_code"], "--json")
    assert json.loads(out)["applicant"]["full_name"] == "Nguyễn Thị Đào"


def test_slip_and_label_are_printed_on_their_own_papers(office, request_file, tmp_path):
    code = json.loads(office("intake", request_file())[1])["dossier_code"]
    slip, label = tmp_path / "slip.pdf", tmp_path / "label.pdf"
    assert office("print", code, "--form", "01", "--paper", "80mm", "--to", slip)[0] == 0
    assert office("print", code, "--form", "label", "--to", label)[0] == 0
    widths = [pypdf.PdfReader(path).pages[0].mediabox.width for path in (slip, label)]
    assert [round(float(width) * 25.4 / 72) for width in widths] == [80, 50]
    refused, _, said = office("print", code, "--form", "label", "--paper", "a4", "--to", label)
    assert refused == 1
    assert "50x30" in said


def test_settings_are_read_and_changed_one_by_one(office):
    assert office("settings", "set", "place", "Mẫu Sơn")[0] == 0
    assert office("settings", "get", "place")[1].strip() == "Mẫu Sơn"
    assert json.loads(office("settings", "get", "--json")[1])["paper"] == "a4"
    assert office("settings", "set", "label_y", "1,5")[0] == 0
    assert office("settings", "get", "label_y")[1].strip() == "1.5"


@pytest.mark.parametrize(
    ("key", "value"),
    [("paper", "a3"), ("print_x", "0.3"), ("slip_way", "text"),
     ("same_day_cutoff", "25:00"), ("stations", "1:1-500,2:400-900"),
     ("agency_code", "../x"), ("due_soon_hours", "0"), ("không_có", "1")],
)  # fmt: skip
def test_an_impossible_setting_is_refused_and_changes_nothing(office, key, value):
    before = office("settings", "get", "--json")[1]
    code, _, err = office("settings", "set", key, value)
    assert code == 1
    assert err.strip()
    assert office("settings", "get", "--json")[1] == before


def test_a_second_init_is_refused(office):
    code, _, err = office("init", "--office", "UBND xã Khác", "--code", "H37", "--officer", "A")
    assert code == 1
    assert "đã có dữ liệu" in err


def test_verbs_on_an_empty_folder_say_what_to_do(cli):
    code, _, err = cli("find", "lan")
    assert code == 1
    assert "init" in err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["frobnicate"], "Không có lệnh"),
        (["show"], "Thiếu"),
        (["print", "X", "--paper", "a9", "--to", "x.pdf"], "--paper"),
        (["find", "x", "--wrong"], "Không có tùy chọn"),
        (["init", "--office", "X"], "Thiếu --code"),
    ],
)
def test_bad_usage_is_exit_code_2_in_vietnamese(cli, arguments, said):
    code, out, err = cli(*arguments)
    assert (code, out) == (2, "")
    assert said in err


def test_damage_is_exit_code_3_and_named(office, tmp_path):
    path = tmp_path / "data" / "motcua.db"
    content = bytearray(path.read_bytes())
    content[9_000] ^= 4
    path.write_bytes(content)
    code, _, err = office("verify")
    assert code == 3
    assert "trang 3" in err


def test_a_backup_is_restored_elsewhere_by_two_commands(office, request_file, tmp_path):
    _, out, _ = office("intake", request_file())
    code = json.loads(out)["dossier_code"]
    _, out, _ = office("backup", "--to", tmp_path, "--json")
    made = json.loads(out)["path"]
    elsewhere = tmp_path / "elsewhere"
    assert office("restore", made, data=elsewhere)[0] == 0
    assert json.loads(office("show", code, "--json", data=elsewhere)[1])["code"] == code


def test_unreadable_and_unwritable_files_are_named(office, request_file, tmp_path):
    assert "không có tệp này" in office("intake", tmp_path / "missing.json")[2]
    assert "thư mục" in office("intake", tmp_path)[2]
    code, out, err = office("intake", request_file(), "--receipt", tmp_path / "no" / "x.pdf")
    assert code == 1
    assert "Không ghi được" in err
    # The dossier was safe before the paper was tried.
    assert json.loads(out)["dossier_code"].endswith("-0001")


def test_exporting_never_acknowledges_and_answers_close_single_events(
    office, request_file, tmp_path
):
    office("intake", request_file())
    (tmp_path / "usb").mkdir()
    _, out, _ = office("export", "--to", tmp_path / "usb", "--json")
    first = json.loads(out)
    assert (first["events"], first["dossiers"]) == (2, 1)
    again = json.loads(office("export", "--to", tmp_path / "usb", "--json")[1])
    assert again["events"] == 2


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        ([], {}),
        (["--data", "x", "--lang", "en"], {"data": "x", "lang": "en"}),
        (["--station=3"], {"station": "3"}),
        (["--station", "0"], None),
        (["--lang", "fr"], None),
        (["--data"], None),
        (["find", "x"], None),
        (["--help"], None),
    ],
)
def test_the_window_opens_only_when_nothing_but_options_is_given(arguments, options):
    assert window_options(arguments) == options


def test_a_print_that_could_not_be_written_does_not_use_up_the_first_copy(
    office, request_file, tmp_path
):
    code = json.loads(office("intake", request_file())[1])["dossier_code"]
    assert office("print", code, "--to", tmp_path / "missing" / "x.pdf")[0] == 1
    printed = json.loads(office("print", code, "--to", tmp_path / "x.pdf", "--json")[1])
    assert printed["copy_number"] == 1


def test_papers_may_be_named_by_their_place_in_the_catalogue_or_taken_all(office, request_file):
    def papers(documents):
        code = json.loads(office("intake", request_file(documents=documents))[1])["dossier_code"]
        return json.loads(office("show", code, "--json")[1])["documents"]

    whole = papers("all")
    assert len(whole) > 1
    (second,) = papers([{"index": 2}])
    assert second == whole[1]
    (copied,) = papers([{"index": 2, "originals": 0, "copies": 3}])
    assert copied == whole[1] | {"originals": 0, "copies": 3}


def test_an_interrupted_verb_ends_without_a_traceback(office, monkeypatch):
    def interrupt(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("app.usecases.queries.lookup.find", interrupt)
    code, out, err = office("find", "lan")
    assert (code, out.strip()) == (1, "")
    assert "Traceback" not in err


def test_one_answer_to_other_content_does_not_stop_the_others(office, request_file, tmp_path):
    office("intake", request_file())
    (tmp_path / "usb").mkdir()
    package = json.loads(office("export", "--to", tmp_path / "usb", "--json")[1])
    with zipfile.ZipFile(package["path"]) as bundle:
        lines = [
            line
            for part in ("ho_so.jsonl", "tien_trinh.jsonl")
            for line in bundle.read(part).splitlines()
        ]
    ours = [(json.loads(line), hashlib.sha256(line).hexdigest()) for line in lines]
    entries = [
        {"event_id": e["event_id"], "phien_ban": e["phien_ban"], "sha256": d, "ma": "DA_NHAN"}
        for e, d in ours
    ]
    entries[0]["sha256"] = "0" * 64
    file = tmp_path / "tra-loi.json"
    file.write_text(json.dumps({"ket_qua": entries}), encoding="utf-8")
    code, out, err = office("acknowledge", file, "--json")
    assert code == 1
    assert json.loads(out)["accepted"] == len(entries) - 1
    assert json.loads(out)["mismatched"] == [entries[0]["event_id"]]
    assert entries[0]["event_id"] in err
