"""The command `scan`: kind and fields, in JSON and in words, without a data folder."""

import json
import logging

import pytest

from app.__main__ import main
from app.cli.dossier.scan import scan_text
from app.domain.scanning.code import read_scan
from tests.domain.scanning.samples import CARDS, EVERYTHING, INSURANCES, LABEL, SLIP, TODAY, whole

SPOILED = whole(CARDS[3])


@pytest.fixture
def scan(tmp_path, capsys):
    """Runs the command; gives exit code, standard output and standard error."""

    def run(*arguments):
        code = main(["--data", str(tmp_path / "none"), "scan", *arguments])
        captured = capsys.readouterr()
        assert not (tmp_path / "none").exists()
        return code, captured.out, captured.err

    return run


def test_json_gives_kind_and_every_field_with_its_doubt(scan):
    code, out, err = scan(SPOILED, "--json")
    assert (code, err) == (0, "")
    assert json.loads(out) == {
        "kind": "ID_CARD",
        "fields": {
            "personal_id": {"value": "020185001234", "doubt": None},
            "full_name": {"value": "HOANG THI MAY", "doubt": "NO_DIACRITICS"},
            "born": {"value": "1985-03-05", "doubt": None},
            "sex": {"value": "FEMALE", "doubt": None},
            "address": {"value": "Thon Ban Loong", "doubt": "NO_DIACRITICS"},
            "issued_on": {"value": "2021-05-10", "doubt": None},
        },
    }


def test_words_say_what_must_be_looked_at_and_why(scan):
    code, out, err = scan(SPOILED)
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "Thẻ căn cước",
        "  Số định danh: 020185001234",
        "  Họ và tên: HOANG THI MAY (cần kiểm tra: Chữ không dấu)",
        "  Ngày sinh: 05/03/1985",
        "  Giới tính: Nữ",
        "  Địa chỉ trên thẻ: Thon Ban Loong (cần kiểm tra: Chữ không dấu)",
        "  Ngày cấp: 10/05/2021",
    ]


@pytest.mark.parametrize(
    ("text", "kind", "field", "value"),
    [
        (SLIP, "DOSSIER", "code", "H37.99.1-261123-0001"),
        (LABEL, "LABEL", "day", "2026-11-23"),
        (whole(INSURANCES[0]), "INSURANCE_CARD", "social_insurance_number", "0123456789"),
        ("020185001234", "ID_CARD", "personal_id", "020185001234"),
    ],
)
def test_every_kind_is_told(scan, text, kind, field, value):
    code, out, _ = scan("--json", text)
    answer = json.loads(out)
    assert (code, answer["kind"]) == (0, kind)
    assert answer["fields"][field] == {"value": value, "doubt": None}


def test_a_refused_text_is_shown_and_the_sentence_says_why(scan):
    code, out, err = scan("https://example.invalid/tra-cuu?id=020185001234")
    assert code == 1
    assert out == "Không nhận ra: https://example.invalid/tra-cuu?id=020185001234\n"
    assert err == ("Không dùng được chữ đã quét: là đường dẫn, chương trình không mở đường dẫn.\n")


def test_a_refusal_in_json_has_no_fields(scan):
    code, out, err = scan("--json", "0201\u202e85001234")
    assert code == 1
    assert json.loads(out) == {
        "kind": "UNRECOGNISED",
        "fields": {},
        "text": "0201\\u{202e}85001234",
        "reason": "HIDDEN_CHARACTERS",
    }
    assert err == "Không dùng được chữ đã quét: có ký tự ẩn. Hãy quét lại, hoặc gõ tay.\n"


MISREAD = (
    "020085001234||HoÃ ng Minh Long|05031985|Nam|ThÃ´n NÃ  PÃ n, xÃ£ Nam Quan, Lang Son|15082021"
)


def test_garbled_letters_are_doubted_with_the_sentence_of_the_window(scan):
    code, out, err = scan("--json", MISREAD)
    fields = json.loads(out)["fields"]
    assert (code, fields["personal_id"]["value"]) == (0, "020085001234")
    assert fields["full_name"]["doubt"] == fields["address"]["doubt"] == "GARBLED"
    assert err.startswith("▲ Máy quét gửi chữ có dấu sai bảng mã (không phải UTF-8)")


def test_look_alike_letters_and_signs_without_a_shape_are_tidied(scan):
    card = "020185001234||Ðinh\u200b Thị Ðào|05031985|Nữ|Thôn Ɖồng, xã Bắc Sơn|10052021"
    code, out, err = scan("--json", card)
    assert (code, err) == (0, "")
    assert json.loads(out)["fields"]["full_name"] == {"value": "Đinh Thị Đào", "doubt": None}


def test_the_signs_a_scanner_sends_around_a_code_are_no_part_of_it(scan):
    code, out, err = scan("--json", f"]C1\x1d{SLIP}\r\n")
    assert (code, json.loads(out)["kind"], err) == (0, "DOSSIER", "")


def test_a_text_like_an_option_or_a_command_is_only_a_text(scan):
    for text in ("--help", "restore x.zip", "-rf"):
        code, out, _ = scan("--json", "--", text)
        assert (code, json.loads(out)["text"]) == (1, text)


def test_nothing_scanned_is_logged_and_refusals_hold_no_text(scan, caplog):
    with caplog.at_level(logging.DEBUG):
        scan(SPOILED)
        _, _, err = scan("x 020185001234")
    assert caplog.text == ""
    assert "020185001234" not in err


@pytest.mark.parametrize("sample", EVERYTHING)
def test_every_kind_has_words_for_every_field(sample):
    assert scan_text(read_scan(whole(sample), TODAY))


def test_the_set_up_sheet_of_a_scanner_is_written_without_a_data_folder(tmp_path):
    file = tmp_path / "sheet.pdf"
    data = tmp_path / "none"
    assert main(["--data", str(data), "scanner-sheet", "--to", str(file)]) == 0
    assert not data.exists()
    assert file.read_bytes().startswith(b"%PDF")
