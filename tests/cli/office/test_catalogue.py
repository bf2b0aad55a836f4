"""One procedure by the command line: both limits, the decision, the versions there are."""

from tests.cli.refusals import assert_a_clerk_reads
from tests.cli.test_life import answer
from tests.cli.test_requests import Script, clock, script  # noqa: F401

CODE = "1.004873"
CUT = ("catalogue", "cut", CODE, "--limit", "2 WORKING_DAY", "--decision", "QĐ 888/QĐ-UBND",
       "--approver", "Vi Văn Duyệt")  # fmt: skip


def test_a_procedure_is_shown_with_its_limits_and_versions(script):  # noqa: F811
    shown = answer(script.run("catalogue", "show", CODE, "--json"))
    assert shown["code"] == CODE
    limit = shown["limits"][0]
    assert (limit["limit"], limit["statutory"], limit["cut_by"]) == (
        "3 WORKING_DAY", "3 WORKING_DAY", "",
    )  # fmt: skip
    assert limit["cut_percent"] is None
    assert len(shown["versions"]) == 1


def test_cut_both_limits_are_shown_and_the_shorter_is_promised(script):  # noqa: F811
    done = answer(script.run(*CUT, "--json"))
    limit = done["limits"][0]
    assert (limit["limit"], limit["statutory"], limit["cut_by"], limit["cut_percent"]) == (
        "2 WORKING_DAY", "3 WORKING_DAY", "QĐ 888/QĐ-UBND", 33.3,
    )  # fmt: skip
    assert done["versions"][0]["effective_from"] == "2026-11-23"
    said = script.run("catalogue", "show", CODE)[1]
    assert (
        "Tại quầy: theo quy định 3 ngày làm việc; cắt giảm còn 2 ngày làm việc (-33,3 %) theo "
        "QĐ 888/QĐ-UBND"
    ) in said
    code = script.take()
    assert answer(script.run("show", code, "--json"))["due_at"] == "2026-11-26T10:15:00+07:00"


def test_given_back_to_the_law_it_is_promised_as_before(script):  # noqa: F811
    script.run(*CUT)
    back = ("catalogue", "cut", CODE, "--decision", "QĐ 9", "--approver", "Vi Văn Duyệt")
    done = answer(script.run(*back, "--json"))
    assert done["limits"][0]["limit"] == "3 WORKING_DAY"
    assert len(done["versions"]) == 3


def test_an_open_limit_is_said_to_be_open(script):  # noqa: F811
    assert "chưa có thời hạn" in script.run("catalogue", "show", "2.002516")[1]


def test_what_cannot_be_cut_is_refused(script):  # noqa: F811
    for words in ((*CUT[:4], "5 WORKING_DAY", *CUT[5:]), (*CUT[:-1], "Hoàng Thị Lan")):
        code, out, err = script.run(*words)
        assert (code, out) == (1, "")
        assert_a_clerk_reads(err, *words)
