"""Apologies by commands: a proposal, a new promise, whom to call, who knows, the register."""

import pypdf
import pytest

from tests.cli.refusals import assert_a_clerk_reads
from tests.cli.test_life import answer, cli, clock, shown, take  # noqa: F401 - fixtures

NEW = ("--to", "2026-12-01 09:00")
WHY = ("--cause", "CHECKING", "--reason", "chờ Công an xã trả lời")


def test_without_a_time_one_is_proposed_and_nothing_changes(cli, take):  # noqa: F811
    code = take()
    found = answer(cli("extend", code, "--json"))
    assert found == {
        "proposed_due_at": "2026-12-01T10:15:00+07:00",
        "working_days": 2,
        "limit_working_days": 3,
        "counted_from": "2026-11-27",
    }
    assert "2 ngày làm việc sau 27/11/2026" in cli("extend", code)[1]
    assert len(shown(cli, code)["timeline"]) == 1


def test_an_apology_lives_from_its_paper_to_the_register(cli, take, tmp_path):  # noqa: F811
    code, pdf = take(), tmp_path / "xin-loi.pdf"
    changed = answer(cli("extend", code, *NEW, *WHY, "--json"))
    assert changed["due_at"] == "2026-12-01T09:00:00+07:00"
    assert cli("print", code, "--form", "4", "--to", pdf)[0] == 0
    said = pypdf.PdfReader(pdf).pages[0].extract_text()
    assert "0001/PXL" in said
    assert "chờ Công an xã trả lời" in " ".join(said.split())
    (row,) = answer(cli("apologies", "due", "--json"))["rows"]
    assert (row["dossier_code"], row["sent_at"]) == (code, None)
    assert row["extended_to"] == changed["due_at"]
    assert "hẹn lại 09:00 01/12/2026, chưa báo" in cli("apologies", "due")[1]
    answer(cli("apologies", "sent", code, "--by", "PHONE", "--note", "gặp con gái", "--json"))
    assert cli("apologies", "due")[1] == "Không có hồ sơ nào cần xin lỗi."
    (row,) = answer(cli("apologies", "list", "--json"))["rows"]
    assert (row["number"], row["is_late"], row["cause"]) == ("0001/PXL", False, "CHECKING")
    assert row["notices"][0]["way"] == "PHONE"
    assert "Gọi điện thoại 10:15 23/11/2026" in cli("apologies", "list")[1]
    none = cli("apologies", "list", "--from", "2026-12-01", "--to", "2026-12-02")[1]
    assert none == "Không có phiếu xin lỗi nào trong thời gian này."


def test_the_apology_of_a_dossier_due_tomorrow_is_ready_today(cli, take, clock):  # noqa: F811
    code = take()
    clock.advance(days=3)
    assert code in cli("apologies", "due")[1]
    assert "chưa lập phiếu" in cli("apologies", "due")[1]


def test_again_needs_an_approver_and_is_marked(cli, take):  # noqa: F811
    code = take()
    answer(cli("extend", code, *NEW, *WHY, "--json"))
    again = ("extend", code, "--to", "2026-12-03 09:00", *WHY)
    refused = cli(*again)
    assert refused[0] == 1
    assert_a_clerk_reads(refused[2], "phê duyệt")
    own = cli(*again, "--approver", "hoang thi lan")
    assert own[0] == 1
    assert_a_clerk_reads(own[2], "tự phê duyệt")
    answer(cli(*again, "--approver", "Vy Văn Nam", "--json"))
    assert "hẹn lại thêm lần nữa" in cli("apologies", "list")[1]
    assert "chưa báo" in cli("apologies", "list")[1]


def test_call_list_and_register_are_written_as_tables(cli, take, tmp_path):  # noqa: F811
    code = take()
    answer(cli("extend", code, *NEW, *WHY, "--json"))
    calls, register = tmp_path / "goi.csv", tmp_path / "so.xlsx"
    assert cli("apologies", "due", "--out", calls)[0] == 0
    assert code in calls.read_text(encoding="utf-8-sig")
    assert cli("apologies", "list", "--out", register)[0] == 0
    assert register.stat().st_size > 1_000
    assert cli("apologies", "due", "--out", calls)[0] == 1


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (("--to", "2026-11-29 09:00", *WHY), "không làm việc"),
        (("--to", "2026-11-26 09:00", *WHY), "phải sau"),
        (("--to", "mai", *WHY), "không phải thời điểm"),
        (NEW, "Lý do"),
    ],
)
def test_what_cannot_be_promised_is_refused_in_a_sentence(cli, take, parts, said):  # noqa: F811
    code, out, err = cli("extend", take(), *parts)
    assert (code, out) == (1, "")
    assert_a_clerk_reads(err, said)
