"""`list`: dossiers narrowed down, shown and written."""

import openpyxl

from tests.cli.refusals import assert_a_clerk_reads
from tests.cli.test_life import answer
from tests.cli.test_requests import clock, script  # noqa: F401


def test_a_list_is_narrowed_and_shown(script):  # noqa: F811
    code = script.take()
    script.take(return_by="POST")
    both = answer(script.run("list", "--json"))
    assert (both["count"], len(both["rows"])) == (2, 2)
    assert both["rows"][0]["state"] == "RECEIVED"
    one = answer(script.run("list", "--view", "ALL", "--return-by", "DESK", "--json"))
    assert [row["dossier_code"] for row in one["rows"]] == [code]
    assert answer(script.run("list", "--view", "OVERDUE", "--json"))["count"] == 0
    words = script.run("list", "--officer", "hoang thi lan")[1]
    assert words == "0 hồ sơ.", "an officer is named in full, with every accent"
    words = script.run("list", "--officer", "hoàng thị lan", "--sort", "APPLICANT")[1]
    assert words.splitlines()[-1] == "2 hồ sơ."
    assert code in words


def test_it_is_written_as_a_sheet_and_as_no_other_file(script):  # noqa: F811
    code = script.take()
    file = script.folder / "ds.xlsx"
    done = answer(script.run("list", "--agency", "desk", "--to", file, "--json"))
    assert done == {"count": 1, "file": str(file)}
    assert openpyxl.load_workbook(file).active["B2"].value == code
    refused, out, err = script.run("list", "--to", script.folder / "ds.csv")
    assert (refused, out) == (1, "")
    assert_a_clerk_reads(err, "ds.csv", "xlsx")
    assert "Đã ghi danh sách" in script.run("list", "--to", file, "--force")[1]


def test_a_field_or_place_nobody_knows_is_refused(script):  # noqa: F811
    for words in (("--field", "không có"), ("--agency", "không có nơi này")):
        code, out, err = script.run("list", *words)
        assert (code, out) == (1, "")
        assert_a_clerk_reads(err, *words)
