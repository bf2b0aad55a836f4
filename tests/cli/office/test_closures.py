"""Closures by the command line: looked at, declared, undone, listed, with their papers."""

import csv
import json
from datetime import datetime

import pytest

from app.cli.office import closures as commands
from app.domain.clock import VIETNAM
from app.printing.pdf_text import page_texts
from tests.cli.refusals import assert_a_clerk_reads
from tests.cli.test_life import answer
from tests.cli.test_requests import CALENDAR, Script, clock, script  # noqa: F401

STORM = ("--decision", "QĐ 9/QĐ-UBND", "--from", "2026-11-25", "--to", "2026-11-25",
         "--reason", "Bão số 12")  # fmt: skip
OLD, NEW = "2026-11-27T10:15:00+07:00", "2026-11-30T10:15:00+07:00"


def declared(script, *options):  # noqa: F811
    return answer(script.run("closure", "declare", *STORM, *options, "--json"))


def times(body):
    return [(row["old_due_at"], row["new_due_at"]) for row in body["rows"]]


def test_a_preview_names_each_dossier_with_both_promises_and_whom_to_call(script):  # noqa: F811
    code = script.take()
    kept = script.kept()
    found = declared(script, "--preview")
    assert (found["count"], found["no_longer_overdue"], found["becomes_overdue"]) == (1, 0, 0)
    assert found["rows"] == [
        {
            "dossier_code": code, "applicant": "Hoàng Thị Mẩy", "phone": "0912345678",
            "procedure": found["rows"][0]["procedure"], "old_due_at": OLD, "new_due_at": NEW,
            "was_overdue": False, "is_overdue": False, "has_ended": False,
        }
    ]  # fmt: skip
    assert script.kept() == kept
    said = script.run("closure", "declare", *STORM, "--preview")[1]
    assert said.splitlines() == [
        f"{code}  Hoàng Thị Mẩy  0912345678  10:15 27/11/2026 → 10:15 30/11/2026",
        "1 hồ sơ đổi hẹn trả.",
    ]


def test_declared_and_undone_the_former_promises_stay(script):  # noqa: F811
    code = script.take()
    done = declared(script)
    assert (done["number"], done["count"], times(done)) == (1, 1, [(OLD, NEW)])
    assert answer(script.run("show", code, "--json"))["due_at"] == NEW
    preview = answer(script.run("closure", "undo", 1, "--preview", "--json"))
    assert (preview["undoes"], times(preview)) == (1, [(NEW, OLD)])
    undone = answer(script.run("closure", "undo", "QĐ 9/QĐ-UBND", "--reason", "Bão tan", "--json"))
    assert (undone["number"], times(undone)) == (2, [(NEW, OLD)])
    shown = answer(script.run("show", code, "--json"))
    assert [promise["due_at"] for promise in shown["promises"]] == [OLD, NEW, OLD]
    assert script.run("verify")[0] == 0


def test_a_calendar_file_is_looked_at_before_it_is_taken(script):  # noqa: F811
    code = script.take()
    body = json.loads(CALENDAR)
    body["years"][1]["days_off"].append({"date": "2026-11-25", "name": "Nghỉ bão"})
    file = script.file("lich.json", body)
    kept = script.kept()
    found = answer(script.run("calendar", "import", file, "--preview", "--json"))
    assert (found["count"], times(found)) == (1, [(OLD, NEW)])
    assert found["rows"][0]["dossier_code"] == code
    assert script.kept() == kept


def test_what_a_closure_did_is_listed_and_shown(script):  # noqa: F811
    assert script.run("closure", "list")[1] == "Chưa đóng cửa đột xuất lần nào."
    script.take()
    declared(script)
    script.run("closure", "undo", 1)
    rows = answer(script.run("closure", "list", "--json"))["rows"]
    names = ("number", "kind", "undoes", "undone_by", "count")
    assert [tuple(one[name] for name in names) for one in rows] == [
        (2, "UNDONE", 1, None, 1), (1, "DECLARED", None, 2, 1),
    ]  # fmt: skip
    assert rows[1]["from"] == "2026-11-25T00:00:00+07:00"
    said = script.run("closure", "list")[1]
    assert "bỏ lần số 1" in said
    assert "đã bỏ bởi số 2" in said
    shown = answer(script.run("closure", "show", 1, "--json"))
    assert (shown["number"], times(shown)) == (1, [(OLD, NEW)])
    declared(script)
    assert "đang áp dụng" in script.run("closure", "show", 3)[1]


def test_whom_to_call_is_written_as_a_sheet(script):  # noqa: F811
    code = script.take()
    declared(script)
    file = script.folder / "goi.csv"
    answer(script.run("closure", "show", 1, "--out", file, "--json"))
    head, row = csv.reader(file.read_text("utf-8-sig").splitlines())
    assert head[3] == "Điện thoại"
    assert row[1:4] == [code, "Hoàng Thị Mẩy", "0912 345 678"]
    assert row[5:7] == ["10:15 27/11/2026", "10:15 30/11/2026"]


def test_slips_issued_anew_are_one_file_and_say_so(script):  # noqa: F811
    codes = [script.take(), script.take()]
    answer(
        script.run("print", codes[0], "--paper", "a5", "--to", script.folder / "1.pdf", "--json")
    )
    declared(script)
    file = script.folder / "cap-lai.pdf"
    made = answer(script.run("closure", "slips", 1, "--paper", "a5", "--to", file, "--json"))
    assert (made["slips"], made["part"], made["parts"]) == (2, 1, 1)
    pages = page_texts(file.read_bytes())
    for code in codes:
        (first, *_) = [page for page in pages if code in page]
        assert "Cấp lại" in first
        assert "Bản in lại" not in first
        assert "30 tháng 11 năm 2026" in first
        assert "trước hẹn 10 giờ 15 phút, 27/11/2026" in " ".join(first.split())
    shown = answer(script.run("show", codes[0], "--json"))
    assert shown["prints"][0]["printer"] == "PDF cap-lai.pdf"


def test_of_many_slips_a_part_is_asked_for(script, monkeypatch):  # noqa: F811
    monkeypatch.setattr("app.usecases.printing.closure_papers.SLIPS_A_FILE", 1)
    script.take()
    script.take()
    declared(script)
    slips = ("closure", "slips", 1, "--to", script.folder / "2.pdf", "--part", 2)
    assert "phần 2/2" in script.run(*slips)[1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((*STORM[:2], "--from", "bão", *STORM[4:]), "bão"),
        ((*STORM[:2], "--from", "2026-11-26", *STORM[4:]), "26/11"),
        ((*STORM[:7], " "), ""),
    ],
)
def test_what_cannot_be_a_closure_is_refused_and_nothing_is_done(script, words, said):  # noqa: F811
    kept = script.kept()
    code, out, err = script.run("closure", "declare", *words)
    assert (code, out) == (1, "")
    assert_a_clerk_reads(err, *words)
    assert said in err
    assert script.kept() == kept


def test_a_closure_nobody_declared_is_refused(script):  # noqa: F811
    for words in (("undo", 9), ("show", 9), ("slips", 9, "--to", script.folder / "x.pdf")):
        code, out, err = script.run("closure", *words)
        assert (code, out) == (1, "")
        assert "“9”" in err


def test_ctrl_c_before_the_commit_changes_nothing(script, monkeypatch):  # noqa: F811
    script.take()
    kept = script.kept()

    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "progress", lambda: stop)
    code, out, _ = script.run("closure", "declare", *STORM)
    assert (code, out) != (0, "")
    assert out == ""
    monkeypatch.undo()
    assert script.kept() == kept


def test_a_long_review_says_how_far_it_is(capsys):
    report = commands.progress()
    for done in range(0, 10_001, 500):
        report(done, 10_000)
    report(10, 20)
    said = capsys.readouterr().err.splitlines()
    assert said[0] == "Đã xét 1000/10000 hồ sơ…"
    assert len(said) == 10


def test_who_was_overdue_and_who_becomes_so_is_said(script):  # noqa: F811
    script.take()
    script.clock.set(datetime(2026, 11, 28, 9, tzinfo=VIETNAM))
    sure = ("--clock-confirmed",)
    assert (
        json.loads(script.run(*sure, "closure", "declare", *STORM, "--preview", "--json")[1])[
            "no_longer_overdue"
        ]
        == 1
    )
    assert "sẽ hết quá hạn" in script.run("closure", "declare", *STORM, "--preview")[1]
    declared(script)
    assert "sẽ thành quá hạn" in script.run("closure", "undo", 1, "--preview")[1]
