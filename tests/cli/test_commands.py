"""The command line as scripts use it: JSON out, sentences on errors, exit codes."""

import hashlib
import json
import re
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
    answer.pop("outside_hours", None)  # whoever tests late in the evening
    assert set(answer) == {"dossier_code", "due_at", "calendar_confirmed", "ledger_hash"}
    assert answer["due_at"].endswith("+07:00")
    assert answer["dossier_code"] in pypdf.PdfReader(receipt).pages[0].extract_text()


@pytest.mark.parametrize(
    ("name", "doubts", "proposed"),
    [
        ("Nguyeãn Vaên Ñöùc", ["OLD_CODE"], "Nguyễn Văn Đức"),
        ("L\u00adu ThÞ H\u00ad¬ng", ["OLD_CODE"], "Lưu Thị Hương"),
        ("Nguyễn Văn 4 @#$", ["DIGITS", "SIGNS"], ""),
        ("trần văn hùng", [], "Trần Văn Hùng"),
    ],
)
def test_intake_says_what_looks_wrong_about_a_name(office, request_file, name, doubts, proposed):
    applicant = REQUEST["applicant"] | {"full_name": name}
    code, out, err = office("intake", request_file(applicant=applicant))
    assert (code, err) == (0, "")
    answer = json.loads(out)
    said = answer.get("doubts", [])
    assert [(one["field"], one["doubt"]) for one in said] == [
        ("applicant.full_name", doubt) for doubt in doubts
    ]
    assert all(one["words"].startswith(("Tên", "Trong tên")) for one in said)
    assert answer.get("proposed", {}) == ({"applicant.full_name": proposed} if proposed else {})


def test_a_name_with_look_alike_letters_is_found_by_ours(office, request_file):
    applicant = REQUEST["applicant"] | {"full_name": "Ðinh Thị\u00a0Ðà\u200bo"}
    _, out, _ = office("intake", request_file(applicant=applicant))
    code = json.loads(out)["dossier_code"]
    assert json.loads(office("show", code, "--json")[1])["applicant"]["full_name"] == "Đinh Thị Đào"
    for typed in ("Đinh Thị Đào", "dinh dao", "Ðinh", "ɖinh"):
        (found,) = json.loads(office("find", typed, "--json")[1])["dossiers"]
        assert found["dossier_code"] == code


def test_highland_names_are_taken_printed_and_found(office, request_file, tmp_path):
    receipt = tmp_path / "receipt.pdf"
    name, address = "H'Mlê\u0306o Ê\u0306ban Ƀlô", "Buôn Ê\u0306a M'đroh, xã Čư Pơng"
    applicant = REQUEST["applicant"] | {"full_name": name, "address": address}
    code, out, err = office("intake", request_file(applicant=applicant), "--receipt", receipt)
    assert (code, err) == (0, "")
    page = " ".join(pypdf.PdfReader(receipt).pages[0].extract_text().split())
    assert name in page
    assert address in page
    code = json.loads(out)["dossier_code"]
    slip = tmp_path / "slip.pdf"
    office("print", code, "--form", "01", "--paper", "80mm", "--to", slip)
    assert name in " ".join(pypdf.PdfReader(slip).pages[0].extract_text().split())
    assert code in office("find", "mleo blo")[1]


def test_a_registered_dossier_is_shown_found_printed_and_verified(office, request_file, tmp_path):
    _, out, _ = office("intake", request_file())
    code = json.loads(out)["dossier_code"]
    _, out, _ = office("show", code, "--json")
    shown = json.loads(out)
    assert shown["applicant"]["full_name"] == "Hoàng Thị Mẩy"
    assert shown["state"] == "RECEIVED"
    _, out, _ = office("find", "may hoang", "--json")
    assert [found["dossier_code"] for found in json.loads(out)["dossiers"]] == [code]
    printed = ("print", code, "--form", "01", "--paper", "a5", "--to", tmp_path / "a5.pdf")
    assert json.loads(office(*printed, "--json")[1])["copy_number"] == 1
    _, out, _ = office(*printed, "--reason", "Mất phiếu", "--force", "--json")
    assert json.loads(out)["copy_number"] == 2
    assert "Bản in lại lần 1" in pypdf.PdfReader(tmp_path / "a5.pdf").pages[0].extract_text()
    _, out, _ = office("verify", "--json")
    assert json.loads(out)["dossiers"] == 1


def test_a_command_prints_again_without_a_reason_of_its_own(office, request_file, tmp_path):
    code = json.loads(office("intake", request_file())[1])["dossier_code"]
    printed = ("print", code, "--form", "01", "--paper", "a5", "--to", tmp_path / "a5.pdf")
    for copy in (1, 2):
        assert json.loads(office(*printed, "--force", "--json")[1])["copy_number"] == copy


def test_a_setting_that_is_refused_is_named_in_words(office):
    _, _, said = office("settings", "set", "office", "")
    assert said.strip() == "Tên cơ quan: chưa nhập. Cần tên cơ quan, không để trống."
    _, _, said = office("settings", "set", "agency_code", "")
    assert said.strip().startswith("Mã cơ quan: chưa nhập.")


def test_practice_tells_its_states_in_words(cli):
    _, out, _ = cli("demo", "--dossiers", "3")
    assert "luyện tập" in out
    assert not re.search("[A-Z]{4,}", out)


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
    is_shape = content in {b"[]", b"{}"}  # read, and refused
    assert (code, out) == (1 if is_shape else 2, "")
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
        ({"applicant": REQUEST["applicant"] | {"full_name": "x" * 10_000}}, "dài 10.000 ký tự"),
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
    refused, _, said = office("print", code, "--form", "label", "--paper", "a4", "--to", label,
                              "--force")  # fmt: skip
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
    assert (code, out) == (1, "")
    assert "Không ghi được" in err
    # It was seen before anything was done.
    assert json.loads(office("intake", request_file())[1])["dossier_code"].endswith("-0001")


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


def test_a_code_in_a_refusal_is_said_in_the_answer_and_with_the_dossier(
    office, request_file, tmp_path
):
    code = json.loads(office("intake", request_file())[1])["dossier_code"]
    (tmp_path / "usb").mkdir()
    package = json.loads(office("export", "--to", tmp_path / "usb", "--json")[1])
    with zipfile.ZipFile(package["path"]) as bundle:
        (line,) = bundle.read("ho_so.jsonl").splitlines()
    event = json.loads(line)
    refusal = {
        "event_id": event["event_id"], "phien_ban": event["phien_ban"], "ma": "TU_CHOI",
        "sha256": hashlib.sha256(line).hexdigest(), "ma_ho_so_quoc_gia": "G22-1",
    }  # fmt: skip
    file = tmp_path / "tra-loi.json"
    file.write_text(json.dumps([refusal]), encoding="utf-8")
    answered = json.loads(office("acknowledge", file, "--json")[1])
    (found,) = answered["contradictions"]
    assert (found["dossier_code"], found["kind"], found["codes"]) == (
        code, "CODE_IN_REFUSAL", ["G22-1"]
    )  # fmt: skip
    shown = json.loads(office("show", code, "--json")[1])
    assert shown["contradictions"] == answered["contradictions"]
    assert shown["official_code"] == ""
    assert "Mâu thuẫn, hồ sơ" in office("acknowledge", file)[1]


def with_numbers(number, phone):
    return {"applicant": REQUEST["applicant"] | {"personal_id": number, "id_kind": None,
                                                 "phone": phone}}  # fmt: skip


def test_numbers_that_cannot_be_are_doubted_as_at_the_window(office, request_file):
    code, out, err = office("intake", request_file(**with_numbers("20185001234", "912345678")))
    assert (code, err) == (0, "")
    assert [(one["field"], one["doubt"], one["words"]) for one in json.loads(out)["doubts"]] == [
        (
            "applicant.personal_id", "NOT_TWELVE_DIGITS",
            "Số định danh thường có 12 chữ số",
        ),
        ("applicant.phone", "NO_LEADING_ZERO", "Điện thoại thiếu số 0 ở đầu"),
    ]  # fmt: skip


def test_a_citizens_ten_digits_are_doubted_as_at_the_window(office, request_file):
    _, out, _ = office("intake", request_file(**with_numbers("0201850012", "")))
    assert [one["doubt"] for one in json.loads(out)["doubts"]] == ["NOT_TWELVE_DIGITS"]


def test_a_tax_code_and_an_address_are_doubted_as_at_the_window(office, request_file):
    body = {"kind": "BUSINESS", "full_name": "Hợp tác xã Bản Loỏng", "personal_id": "4900123456",
            "id_kind": "TAX_CODE", "born": "", "sex": None, "address": "0912 345 678"}  # fmt: skip
    code, out, err = office("intake", request_file(applicant=REQUEST["applicant"] | body))
    assert (code, err) == (0, "")
    assert [(one["field"], one["doubt"], one["words"]) for one in json.loads(out)["doubts"]] == [
        (
            "applicant.personal_id", "TAX_CODE_CHECK",
            "Mã số thuế có chữ số kiểm tra không khớp, có thể gõ nhầm",
        ),
        ("applicant.address", "A_NUMBER", "Trong địa chỉ có số điện thoại hoặc số giấy tờ"),
    ]  # fmt: skip


def test_a_correction_is_doubted_like_an_intake(office, request_file, tmp_path):
    _, out, _ = office("intake", request_file())
    changes = tmp_path / "changes.json"
    changes.write_text(json.dumps({"applicant": {"phone": "0123456789"}}), encoding="utf-8")
    dossier = json.loads(out)["dossier_code"]
    code, out, err = office("correct", dossier, changes, "--reason", "Gõ nhầm")
    assert (code, err) == (0, "")
    assert "▲ Người nộp: Điện thoại không giống số di động hay máy bàn Việt Nam" in out


def test_one_number_in_three_forms_leaves_the_office_in_one(office, request_file, tmp_path):
    for phone in ("+84 912 345 678", "0912 345 678", "912345678"):
        office("intake", request_file(**with_numbers("020 185 001 234", phone)))
    _, out, _ = office("find", "84912345678", "--json")
    codes = [one["dossier_code"] for one in json.loads(out)["dossiers"]]
    assert len(codes) == 3
    shown = [json.loads(office("show", code, "--json")[1])["applicant"]["phone"] for code in codes]
    assert shown == ["912345678", "0912345678", "+84912345678"]
    (tmp_path / "usb").mkdir()
    package = json.loads(office("export", "--to", tmp_path / "usb", "--json")[1])["path"]
    with zipfile.ZipFile(package) as whole:
        sent = [json.loads(line) for line in whole.read("ho_so.jsonl").splitlines()]
    assert "912345678" not in json.dumps(sent).replace("0912345678", "")
    assert "+84" not in json.dumps(sent)


def test_a_month_of_birth_is_kept_and_an_old_address_is_doubted(office, request_file):
    old = "Thôn 5, huyện Văn Lãng, tỉnh Lạng Sơn"
    person = REQUEST["applicant"] | {"born": "02/1960", "personal_id": "", "address": old}
    _, out, _ = office("intake", request_file(applicant=person))
    answer = json.loads(out)
    assert [(one["field"], one["words"]) for one in answer["doubts"]] == [
        ("applicant.address", "Địa chỉ cũ, hỏi lại")
    ]
    _, out, _ = office("show", answer["dossier_code"], "--json")
    assert json.loads(out)["applicant"]["born"] == "1960-02"
