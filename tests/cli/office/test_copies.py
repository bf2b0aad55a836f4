"""The copies that are made by themselves, seen and made from the command line."""

import json
from pathlib import Path

import pytest

from app.domain.errors import Damaged
from db import volumes
from tests.cli.refusals import assert_a_clerk_reads


@pytest.fixture
def usb(tmp_path, monkeypatch):
    root = tmp_path / "KINGSTON"
    root.mkdir()
    monkeypatch.setattr(volumes, "plugged", lambda: (root,))
    monkeypatch.setattr(volumes, "root_of", lambda path: root if path == root else tmp_path)
    return root


def answer_of(result):
    code, out, err = result
    assert (code, err) == (0, "")
    return json.loads(out)


def test_a_scheduler_makes_a_copy_when_something_changed_and_sees_where_it_lies(office):
    [made] = answer_of(office("copies", "make", "--json"))["made"]
    assert Path(made["path"]).is_file()
    assert answer_of(office("copies", "make", "--json")) == {"made": [], "failed": []}
    assert "Chưa có gì thay đổi" in office("copies", "make")[1]
    seen = answer_of(office("copies", "list", "--json"))
    [place] = seen["places"]
    assert (seen["on"], place["kind"], place["there"], place["failure"]) == (True, "OWN", True, "")
    assert [one["path"] for one in place["copies"]] == [made["path"]]
    assert place["copies"][0]["verified_at"]
    assert "đã kiểm tra" in office("copies", "list")[1]


def test_a_place_that_fails_is_named_with_its_reason_and_the_other_has_its_copy(office, tmp_path):
    (tmp_path / "D").mkdir()
    assert office("settings", "set", "backup_place", tmp_path / "D")[0] == 0
    assert office("settings", "set", "backup_place_2", tmp_path / "E")[0] == 0
    code, out, err = office("copies", "make", "--json")
    assert code == 1
    assert_a_clerk_reads(err, tmp_path / "E")
    assert "không có thư mục này" in err
    answer = json.loads(out)
    assert [Path(one["path"]).parent for one in answer["made"]] == [tmp_path / "D"]
    assert [one["name"] for one in answer["failed"]] == [str(tmp_path / "E")]
    assert "▲ chưa sao lưu được: không có thư mục này" in office("copies", "list")[1]


def test_records_that_do_not_check_are_damage(office, monkeypatch):
    def damaged(*_):
        raise Damaged

    monkeypatch.setattr("app.usecases.safety.copying.check_copy", damaged)
    monkeypatch.setattr("app.usecases.safety.automatic.say", lambda _: "Sổ cái hỏng.")
    code, _, err = office("copies", "make", "--always")
    assert code == 3
    assert "Sổ cái hỏng." in err


def test_switched_off_it_says_so_and_a_copy_is_made_all_the_same_when_asked(office):
    office("settings", "set", "auto_backup", "false")
    code, out, err = office("copies", "make")
    assert (code, out) == (1, "")
    assert "auto_backup" in err
    assert answer_of(office("copies", "make", "--always", "--json"))["made"]
    assert "Tự sao lưu: tắt." in office("copies", "list")[1]


def test_a_copy_is_restored_for_a_trial_and_the_result_is_kept(office):
    code, _, err = office("copies", "try")
    assert code == 1
    assert_a_clerk_reads(err)
    [made] = answer_of(office("copies", "make", "--json"))["made"]
    done = answer_of(office("copies", "try", "--json"))
    assert (done["ok"], done["path"], done["dossiers"]) == (True, made["path"], 0)
    assert answer_of(office("copies", "list", "--json"))["trial"] == done
    assert "Khôi phục thử lúc" in office("copies", "list")[1]
    Path(made["path"]).write_bytes(b"PK")
    code, out, err = office("copies", "try")
    assert code == 1
    assert made["path"] in err
    assert "không được" in out
    assert "hỏng, không dùng được" in office("copies", "list")[1]


def test_a_stick_is_enrolled_with_a_sentence_about_the_key_and_removed_with_another(office, usb):
    code, out, err = office("copies", "enrol", "--at", usb)
    assert (code, out) == (1, "")
    assert "giữ cả khóa" in err
    assert "--with-key" in err
    assert list(usb.iterdir()) == []
    code, out, _ = office("copies", "enrol", "--at", usb, "--name", "USB két", "--with-key")
    assert code == 0
    assert "giữ cả khóa" in out
    assert answer_of(office("copies", "make", "--json"))["made"][1]["name"] == "USB két"
    code, out, _ = office("copies", "remove", "USB két")
    assert code == 0
    assert "xóa đi nếu USB rời cơ quan" in out
    assert office("copies", "remove", "USB két")[0] == 1
    assert len(answer_of(office("copies", "list", "--json"))["places"]) == 1


def test_before_a_file_is_taken_in_the_office_is_saved(office, tmp_path):
    file = tmp_path / "file.json"
    file.write_text("{}", encoding="utf-8")
    commands = ("catalogue import", "calendar import", "tariff import", "acknowledge")
    for nth, command in enumerate(commands, 1):
        office("settings", "set", "place", f"Xã {nth}")
        office(*command.split(), file)
        [place] = answer_of(office("copies", "list", "--json"))["places"]
        assert len(place["copies"]) == min(nth, 3)  # of one hour three stay


def test_an_import_goes_on_where_no_copy_could_be_made_and_says_so(office, tmp_path):
    office("settings", "set", "backup_place", tmp_path / "D")
    file = tmp_path / "answers.json"
    file.write_text("[]", encoding="utf-8")
    answer = answer_of(office("acknowledge", file, "--json"))
    assert answer["accepted"] == 0
    [warning] = answer["warnings"]
    assert "không có thư mục này" in warning


def test_what_a_restore_replaces_is_saved_first_and_it_can_be_seen(office, tmp_path):
    file = json.loads(office("backup", "--to", tmp_path, "--json")[1])["path"]
    office("settings", "set", "place", "Mẫu Sơn")
    assert office("restore", file)[0] == 0
    [place] = answer_of(office("copies", "list", "--json"))["places"]
    assert len(place["copies"]) == 1
