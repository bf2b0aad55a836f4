"""The support bundle helps whoever mends the program, and holds nobody's data."""

import json
import logging
import tomllib

import pytest

from app.__main__ import main
from app.domain.clock import SetClock
from app.domain.errors import DeskError
from app.domain.text import fold
from app.domain.version import VERSION
from app.exchange.target import Kind
from app.incidents import record
from app.logs import LOG_FILE, end_log, keep_log
from app.usecases.dossier.drafting import keep_draft
from app.usecases.office.settings import change_settings
from app.usecases.safety.bare_log import bare, incidents_of, log_lines
from app.usecases.safety.support import FORMAT, support_bundle
from db.schema import SCHEMA_VERSION
from tests.builders import LAN, MONDAY, a_desk, a_dossier, an_applicant
from tests.i18n.sources import ROOT

PEOPLE = {
    "Vàng Seo Dín": "Vang Seo Din", "Lò Thị Ưởng": "lo thi uong", "Tẩn Mùi Phấy": "TAN MUI PHAY",
    "Hoàng Thị Lan": "Hoang Thi Lan",
}  # fmt: skip
NUMBERS = ("020185004321", "091299887", "DN4797939999123", "C1234567", "8412345678")
PLACES = ("Khuổi Phụ", "khuoi phu", "Bản Loỏng", "canhan@example.vn", "/home/vangseodin")
OFFICE = ("Mẫu Sơn", "H37.99.1", "Canon phòng chị Phấy", "USB-CUA-DIN")


def say(log, level, message, *values, name="motcua.test"):
    """Write to the office's log alone."""
    log.handle(logging.LogRecord(name, level, "", 0, message, values, None))


def an_incident(word):
    """What is kept of a mistake of the program's."""
    log = logging.getLogger("motcua.incident")
    log.propagate = False
    try:
        "a place in the code".index(word)
    except TypeError as caught:
        return record(caught, MONDAY)
    finally:
        log.propagate = True


def lines():
    """What no log should ever have said."""
    for name, folded in PEOPLE.items():
        yield "không lưu được hồ sơ của %s (%s) ở %s", name, folded, PLACES[0]
    for number in NUMBERS:
        yield "số %s, thẻ%s, H37.99.1-261123-0001", number, number
    yield "cannot read '%s/%s.pdf'", PLACES[-1], PLACES[0]
    yield "May phu khuoi phu %s", PLACES[3]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """An office full of personal data: dossiers, drafts, settings, the log, names of files."""
    folder = tmp_path_factory.mktemp("office") / "data"
    desk = a_desk(folder)
    person = an_applicant(
        full_name="Vàng Seo Dín", personal_id="020185004321", phone="0912998870",
        email="canhan@example.vn", address="Khuổi Phụ, Bản Loỏng",
    )  # fmt: skip
    a_dossier(desk, applicant=person, note="Tẩn Mùi Phấy nộp thay, C1234567")
    keep_draft(desk, LAN, "d1", {"full_name": "Lò Thị Ưởng"}, "Lò Thị Ưởng, 020185004321")
    change_settings(
        desk, LAN,
        {"printer": "Canon phòng chị Phấy", "backup_folder": "/media/USB-CUA-DIN",
         "officer_title": "Hoàng Thị Lan = Công chức", "text_scale": "125",
         "form_receipt": "printer=Canon phòng chị Phấy"},
    )  # fmt: skip
    desk.close()
    log = keep_log(folder)
    for message, *values in lines():
        say(log, logging.WARNING, message, *values)
    one = an_incident(PEOPLE)
    say(log, logging.ERROR, "incident %s\n%s", one.number, one.report, name="motcua.incident")
    end_log(log)
    unmasked = "\n".join(message % tuple(values) for message, *values in lines())
    (folder / f"{LOG_FILE}.1").write_text(unmasked, encoding="utf-8")
    (folder / "motcua.Vàng Seo Dín.txt").write_text("x")
    return folder


def test_nobodys_data_is_in_it_wherever_it_lay(folder, tmp_path):
    code = main(["--data", str(folder), "--clock-confirmed", "support", "--to",
                 str(tmp_path / "a.json")])  # fmt: skip
    assert code == 0
    text = (tmp_path / "a.json").read_text(encoding="utf-8")
    plain = fold(text)
    logged = (folder / f"{LOG_FILE}.1").read_text(encoding="utf-8")
    assert all(one in logged for one in (*PEOPLE, *NUMBERS, *PLACES[3:]))  # else it proves nothing
    known = [*PEOPLE, *PEOPLE.values(), *NUMBERS, *PLACES, *OFFICE, str(folder), "0912998870"]
    assert [one for one in known if one in text or fold(one) in plain] == []


def test_it_says_what_helps(folder, tmp_path, capsys):
    out = tmp_path / "a.json"
    assert main(["--data", str(folder), "support", "--to", str(out), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"path": str(out), "bytes": out.stat().st_size}
    assert out.stat().st_mode & 0o777 == 0o600
    body = json.loads(out.read_bytes())
    assert body["format"] == FORMAT
    assert body["program"]["version"] == VERSION
    assert body["program"]["packages"]["SQLAlchemy"]
    assert body["schema"]["number"] == SCHEMA_VERSION
    assert "full_name" in body["schema"]["tables"]["dossier"]
    assert body["records"]["rows"]["dossier"] == 1
    assert body["records"]["rows"]["draft"] == 1
    assert body["records"]["states"] == {"RECEIVED": 1}
    settings = body["records"]["settings"]
    assert (settings["text_scale"], settings["paper"]) == (125, "a4")
    assert settings["printer"] == settings["officer"] == {"written": True}
    assert settings["scanner_port"] == {"written": False}
    assert body["folder"]["files"]["motcua.db"] > 1_000_000
    assert len(body["incidents"]) == 1
    assert body["incidents"][0] in "".join(body["log"])
    assert any("tests/usecases/safety/watching/test_support.py" in line for line in body["log"])
    assert any(line == "TypeError" for line in body["log"])


def test_it_replaces_only_an_earlier_one_and_only_when_told(folder, tmp_path, capsys):
    out = tmp_path / "a.json"
    run = ["--data", str(folder), "support", "--to", str(out)]
    assert main(run) == 0
    assert out.read_bytes().startswith(Kind.SUPPORT.value)
    assert main(run) == 1
    assert main([*run, "--force"]) == 0
    out.write_text('{"other": 1}')
    assert main([*run, "--force"]) == 1
    assert "không phải gói hỗ trợ" in capsys.readouterr().err
    assert out.read_text() == '{"other": 1}'
    inside = folder / "a.json"
    assert main(["--data", str(folder), "support", "--to", str(inside)]) == 1
    assert not inside.exists()


def test_there_is_one_where_the_records_do_not_open_and_none_without_an_office(tmp_path, capsys):
    a_desk(tmp_path / "data").close()
    path = tmp_path / "data" / "motcua.db"
    path.write_bytes(b"\0" * 100 + path.read_bytes()[100:])
    out = tmp_path / "a.json"
    assert main(["--data", str(tmp_path / "data"), "support", "--to", str(out)]) == 0
    body = json.loads(out.read_bytes())
    assert body["records"] == {"refused": "NotOurDatabase"}
    assert body["schema"]["tables"]["dossier"]
    assert (
        main(["--data", str(tmp_path / "busy"), "support", "--to", str(tmp_path / "b.json")]) == 1
    )
    assert not (tmp_path / "b.json").exists()
    assert "init" in capsys.readouterr().err


def test_it_is_of_the_moment_it_is_made(tmp_path):
    body = json.loads(support_bundle(tmp_path, SetClock(MONDAY), DeskError()))
    assert body["made_at"] == MONDAY.isoformat()
    assert body["log"] == body["incidents"] == []
    assert body["folder"]["files"] == {}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("2026-11-30 10:15:00,123 ERROR motcua.incident incident 261130-101500-1",) * 2,
        ("Một Cửa – sự cố 261130-101500-1", "… 261130-101500-1"),
        ("Một Cửa 0.1.0, Python 3.11.2", "… 0.1.0, Python 3.11.2"),
        ("ValueError",) * 2,
        ("  app/usecases/dossier/intake.py:88 register_dossier",) * 2,
        ("  app/domain/text.py:12 <lambda>",) * 2,
        (
            '  File "/home/lan/motcua/app/domain/text.py", line 12, in line',
            "  app/domain/text.py:12 line",
        ),
        ('  File "/home/lan/x.py", line 12, in line', "… 12, …"),
        ("/home/may/hồ sơ.pdf", "…"),
        ("cannot read 'nguyen' of \"x y\"", "cannot read … of …"),
        ("Canh 4-2 May", "…"),
        ("nguyenvanError khuoi phu", "…"),
        ("sqlite3.OperationalError: database is locked",) * 2,
        ("row 020185004321 0912", "…"),
    ],
)
def test_of_a_line_only_the_programs_own_words_are_left(line, said):
    assert bare(line) == said


def test_the_log_is_read_oldest_first_and_from_its_end(tmp_path):
    for end, word in (
        (".2", "page"),
        (".10", "disk"),
        (".1", "read"),
        ("", "write"),
        (".x", "busy"),
    ):
        (tmp_path / f"{LOG_FILE}{end}").write_text(f"locked\n{word}\n" if end else "write\n")
    assert list(log_lines(tmp_path, most_bytes=8)) == ["disk", "page", "read", "write"]
    assert list(log_lines(tmp_path / "no")) == []


def test_incidents_are_told_once_each():
    lines = ["x incident 261130-101500-1", "incident 261130-101501-2", "incident 261130-101500-1"]
    assert incidents_of(lines) == ("261130-101500-1", "261130-101501-2")


def test_the_version_is_that_of_the_project():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["version"] == VERSION


def test_an_incident_names_the_version():
    assert f"Một Cửa {VERSION}, Python" in an_incident(None).report
