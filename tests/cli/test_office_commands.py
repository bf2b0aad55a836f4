"""Commands about the office, the province and the safe keeping: told to people and to scripts."""

import hashlib
import json
import zipfile
from importlib import resources
from pathlib import Path

import pytest

PORTAL = Path(__file__).parents[1] / "exchange" / "data" / "portal-detail-2.000815.json"
CALENDAR = resources.files("resources").joinpath("seed/calendar.json").read_bytes()


def test_practice_data_is_made_by_one_command_and_told_by_state(cli):
    code, out, err = cli("demo", "--dossiers", "5", "--seed", "3")
    assert (code, err) == (0, "")
    assert "Đã tạo 5 hồ sơ luyện tập" in out
    assert json.loads(cli("verify", "--json")[1])["dossiers"] == 5


def test_practice_data_never_enters_a_working_office(office):
    code, _, err = office("demo")
    assert code == 1
    assert "đã có dữ liệu" in err
    assert json.loads(office("verify", "--json")[1])["dossiers"] == 0


def test_a_changed_setting_is_told_as_it_was_kept(office):
    assert office("settings", "set", "same_day_cutoff", " 14:30 ")[1] == "same_day_cutoff = 14:30\n"
    assert "same_day_cutoff = 14:30" in office("settings", "get")[1].splitlines()
    assert json.loads(office("settings", "get", "same_day_cutoff", "--json")[1]) == (
        {"same_day_cutoff": "14:30"}
    )


def test_an_unknown_setting_is_answered_with_those_there_are(office):
    code, out, err = office("settings", "get", "coffee")
    assert (code, out) == (1, "")
    assert "coffee" in err
    assert "same_day_cutoff" in err


def test_a_catalogue_is_imported_with_a_report_for_people_and_for_scripts(office):
    code, out, err = office("catalogue", "import", PORTAL)
    assert (code, err) == (0, "")
    assert "thay đổi: 2.000815 – " in out
    assert out.splitlines()[-1] == "mới 0, thay đổi 1, như cũ 0, từ chối 0, cần xem lại 0"
    again = json.loads(office("catalogue", "import", PORTAL, "--json")[1])
    assert (again["changed"], again["unchanged"]) == (0, 1)
    assert [row["reference"] for row in again["rows"]] == ["2.000815"]


def test_a_calendar_is_imported_whole_or_not_at_all(office, tmp_path):
    path = tmp_path / "calendar.json"
    path.write_bytes(CALENDAR[: len(CALENDAR) // 2])
    assert office("calendar", "import", path)[0] == 2
    path.write_bytes(CALENDAR)
    answer = json.loads(office("calendar", "import", path, "--json")[1])
    assert answer["new"] == answer["changed"] == answer["refused"] == 0
    body = json.loads(CALENDAR)
    body["years"][1]["days_off"].append({"date": "2026-12-25", "name": "Nghỉ bão"})
    path.write_text(json.dumps(body), encoding="utf-8")
    assert "thay đổi: 2026" in office("calendar", "import", path)[1]


def test_answers_of_the_province_close_what_they_name(office, request_file, tmp_path):
    office("intake", request_file())
    (tmp_path / "usb").mkdir()
    exported = json.loads(office("export", "--to", tmp_path / "usb", "--json")[1])
    with zipfile.ZipFile(exported["path"]) as package:
        files = [package.read(name) for name in ("ho_so.jsonl", "tien_trinh.jsonl")]
    answers = tmp_path / "answers.mcr"
    named = [answer_to(body) for file in files for body in file.splitlines()]
    stranger = named[0] | {"event_id": "019ab0c0-0000-7000-8000-000000000000"}
    answers.write_text(json.dumps([*named, stranger]), encoding="utf-8")
    answer = json.loads(office("acknowledge", answers, "--json")[1])
    assert answer == {
        "accepted": 2, "rejected": 0, "repeated": 0, "unknown": [stranger["event_id"]],
        "mismatched": [],
    }  # fmt: skip
    code, _, err = office("export", "--to", tmp_path / "usb")
    assert code == 1
    assert err.strip()
    assert "đã biết 2" in office("acknowledge", answers)[1]


def answer_to(body):
    event = json.loads(body)
    digest = hashlib.sha256(body).hexdigest()
    return {
        "event_id": event["event_id"], "phien_ban": event["phien_ban"], "sha256": digest,
        "ma": "DA_NHAN",
    }  # fmt: skip


def test_what_would_lower_the_score_is_said_by_name_before_it_leaves(
    office, request_file, tmp_path
):
    nobody = {"full_name": "Lý A Sềnh"}
    code = json.loads(office("intake", request_file(applicant=nobody))[1])["dossier_code"]
    (tmp_path / "usb").mkdir()
    answer = office("export", "--to", tmp_path / "usb")[1].splitlines()
    assert answer[0] == f"Chú ý, 1 hồ sơ chưa có số giấy tờ của chủ hồ sơ: {code}"
    assert answer[-1].startswith("Đã ghi 2 bản ghi của 1 hồ sơ")


def test_a_restore_over_data_says_where_the_old_data_lies(office, tmp_path):
    made = json.loads(office("backup", "--to", tmp_path, "--json")[1])["path"]
    code, out, _ = office("restore", made)
    assert code == 0
    old = Path(out.splitlines()[-1].removeprefix("Dữ liệu cũ nằm ở ").rstrip("."))
    assert (old / "motcua.db").exists()


def test_backup_and_restore_say_whose_data_before_they_act(office, tmp_path, request_file):
    assert office("intake", request_file())[0] == 0
    code, out, _ = office("backup", "--to", tmp_path)
    assert code == 0
    assert out.startswith("UBND xã Mẫu Sơn (H37.99.1): 1 hồ sơ, nhận từ ")
    made = next(tmp_path.glob("*.mcbk"))
    assert "MotCua" in office("settings", "get", "last_backup")[1]
    assert office("settings", "get", "backup_folder")[1].strip() == str(tmp_path)
    before = sorted(tmp_path.iterdir())
    body = json.loads(office("restore", made, "--look", "--json")[1])["backup"]
    assert (body["office"], body["dossiers"]) == ("UBND xã Mẫu Sơn", 1)
    assert body["made_at"]
    assert sorted(tmp_path.iterdir()) == before
    code, out, _ = office("restore", made)
    assert code == 0
    assert out.splitlines()[0].startswith("UBND xã Mẫu Sơn (H37.99.1): 1 hồ sơ")


@pytest.mark.skipif("os.name != 'posix'", reason="elsewhere modes mean nothing")
def test_a_key_others_can_read_is_pointed_out(office, tmp_path):
    (tmp_path / "data" / "motcua.key").chmod(0o644)
    code, out, _ = office("verify")
    assert code == 0
    assert "người khác trên máy này đọc được tệp khóa" in out


def test_help_is_no_mistake(cli):
    code, out, err = cli("--help")
    assert (code, err) == (0, "")
    assert "intake" in out


def test_refusals_are_said_in_english_when_asked(cli, tmp_path):
    code, _, err = cli("--lang", "en", "find", "lan")
    assert code == 1
    assert err.startswith(f"The folder {tmp_path / 'data'} holds no data.")


def test_facts_inside_a_refusal_are_in_english_too(cli, office):
    code, _, err = cli("--lang", "en", "settings", "set", "theme", "blue")
    assert code == 1
    assert err.strip() == "Theme: “blue” cannot be used. Needed: light or dark."


def test_the_language_of_the_window_is_kept_where_it_is_found_before_the_data(office, tmp_path):
    kept = tmp_path / "data" / "motcua.lang"
    assert not kept.exists()
    assert office("settings", "set", "language", "en")[0] == 0
    assert kept.read_text(encoding="ascii") == "en\n"
    assert office("settings", "set", "language", "vi")[0] == 0
    assert not kept.exists()


def test_a_language_that_is_not_spoken_is_refused(office):
    code, _, err = office("settings", "set", "language", "fr")
    assert code == 1
    assert "vi hoặc en" in err


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("verify",), "Intact: 1 dossier(s)"),
        (("find", "hoang thi may"), "due "),
        (("find", "nobody"), "No dossier found."),
        (("show", "CODE"), "CODE  Received"),
        (("signing", "list"), "No dossier awaits signing."),
        (("fee", "show", "CODE"), "outstanding"),
    ],
    ids=str,
)
def test_answers_are_english_when_asked(office, request_file, command, said):
    made = json.loads(office("intake", request_file(documents="all"))[1])["dossier_code"]
    code, out, _ = office("--lang", "en", *(made if word == "CODE" else word for word in command))
    assert code == 0
    assert said.replace("CODE", made) in out


def test_papers_asked_for_though_a_base_holds_them_are_told_and_written(
    office, request_file, tmp_path
):
    code = json.loads(office("intake", request_file())[1])["dossier_code"]
    asked = ("--paper", "Sổ hộ khẩu", "--reason", "Thiếu", "--base-reason", "INCIDENT")
    assert office("supplement", "ask", code, *asked)[0] == 0
    file = tmp_path / "bao-cao.xlsx"
    (row,) = json.loads(office("report", "held", "--out", file, "--json")[1])["rows"]
    assert (row["dossier_code"], row["paper"], row["reason"], row["base"]) == (
        code, "Sổ hộ khẩu", "INCIDENT", "POPULATION",
    )  # fmt: skip
    assert zipfile.is_zipfile(file)
    assert "Sổ hộ khẩu: Cơ sở dữ liệu gặp sự cố" in office("report", "held")[1]
    before = ("--from", "2020-01-01", "--to", "2020-01-31")
    assert "Không có giấy tờ nào" in office("report", "held", *before)[1]


def test_a_report_of_no_period_or_to_no_spreadsheet_is_refused(office, tmp_path):
    code, _, err = office("report", "held", "--from", "2026-11-20", "--to", "2026-11-02")
    assert (code, "02/11/2026 trước ngày đầu 20/11/2026" in err) == (1, True)
    code, _, err = office("report", "held", "--out", tmp_path / "x.pdf")
    assert (code, ".xlsx hoặc .csv" in err) == (1, True)
