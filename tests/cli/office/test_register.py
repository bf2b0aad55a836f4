"""The register from the command line: counted, written as PDF and XLSX, never over another file."""

import json

import openpyxl
from pypdf import PdfReader

from tests.cli.refusals import assert_a_clerk_reads


def answer_of(result):
    code, out, err = result
    assert (code, err) == (0, "")
    return json.loads(out)


def test_a_year_is_written_to_the_file_after_to(office, request_file, tmp_path):
    office("intake", request_file())
    file = tmp_path / "so.xlsx"
    year = json.loads(office("register", "--json")[1])["from"][:4]
    done = answer_of(office("register", "--year", year, "--to", file, "--json"))
    assert (done["numbers"], done["file"]) == (1, str(file))
    assert openpyxl.load_workbook(file).active["B2"].value.startswith("H37.99.1-")
    refused = office("register", "--year", year, "--to", file)
    assert refused[0] == 1
    assert_a_clerk_reads(refused[2], file)
    assert office("register", "--year", year, "--to", file, "--force")[0] == 0


def test_days_are_named_by_from_and_to(office, request_file, tmp_path):
    office("intake", request_file())
    file = tmp_path / "so.pdf"
    done = answer_of(
        office("register", "--from", "2020-01-01", "--to", "2020-01-31", "--out", file, "--json")
    )
    assert (done["from"], done["to"], done["numbers"]) == ("2020-01-01", "2020-01-31", 0)
    assert len(PdfReader(file).pages) == 1
    assert answer_of(office("register", "--to", "2020-03-05", "--json"))["from"] == "2020-01-01"
    assert answer_of(office("register", "--from", "2020-03-05", "--json"))["numbers"] == 1


def test_it_says_what_it_counted(office):
    code, out, _ = office("register", "--year", "2026")
    assert (code, out.strip()) == (0, "2026: 0 số, đã trả kết quả 0, từ chối, rút, dừng 0.")


def test_another_kind_of_file_and_a_turned_time_are_refused(office, tmp_path):
    for asked in (["--to", tmp_path / "so.doc"], ["--from", "2026-02-01", "--to", "2026-01-01"]):
        refused = office("register", *asked)
        assert refused[0] == 1
        assert_a_clerk_reads(refused[2], "so.doc")


def test_a_file_named_twice_or_a_year_with_days_is_not_understood(office, tmp_path):
    assert office("register", "--to", tmp_path / "a.pdf", "--out", tmp_path / "b.pdf")[0] == 2
    assert office("register", "--year", "2026", "--from", "2026-01-01")[0] == 2


def test_a_months_figures_and_the_dossiers_behind_one(office, request_file):
    office("intake", request_file())
    found = answer_of(office("counts", "--json"))
    assert (found["counts"]["received"], found["counts"]["open"]) == (1, 1)
    assert found["officers"] == [
        {"officer": "Hoàng Thị Lan", "open": 1, "overdue": 0, "paused": 0}
    ]  # fmt: skip
    listed = answer_of(office("counts", "--list", "OPEN", "--json"))
    assert [code[:9] for code in listed["dossier_codes"]] == ["H37.99.1-"]
    words = office("counts", "--month", "2020-02")[1]
    assert "02/2020" in words
    assert "Tiếp nhận trong kỳ: 0" in words
    assert "Hoàng Thị Lan: đang mở 1, quá hạn 0, chờ bổ sung 0" in words
