"""`--request-id`: a script that heard no answer asks again, and nothing is done twice."""

import hashlib
import json
import zipfile
from datetime import datetime
from importlib import resources
from pathlib import Path

import pytest

from app.__main__ import main
from app.cli.changing import CHANGING, equip
from app.cli.table import COMMANDS
from app.domain.clock import VIETNAM, SetClock
from db import language
from db.records import Records
from db.tables.columns import metadata
from tests.builders import MONDAY, a_desk
from tests.cli.conftest import REQUEST
from tests.cli.refusals import assert_a_clerk_reads
from tests.cli.test_life import TO_WHOM, WHY, answer
from tests.cli.test_money_commands import BATCH
from tests.db.witness.witnessed import heads, knows

PORTAL = Path(__file__).parents[1] / "exchange" / "data" / "portal-detail-2.000815.json"
CALENDAR = resources.files("resources").joinpath("seed/calendar.json").read_bytes()
TARIFF = resources.files("resources").joinpath("seed/tariffs.json").read_bytes()
FEE = ("--name", "Lệ phí", "--amount", 15_000, "--source", "NQ 1", "--reason", "NQ")
POOR = ("--ground", "HO_NGHEO", "--text", "Giấy số 12")
STAMP = {"name": "Lệ phí", "amount": 15_000}
ID = ("--request-id", "7f3a-1")


class Script:
    """A program that calls commands on one data folder, and looks what became of the records."""

    def __init__(self, folder, run, clock=None):
        self.folder = folder
        self.run = run
        self.clock = clock

    def file(self, name, content):
        path = self.folder / name
        body = content if isinstance(content, bytes) else json.dumps(content).encode()
        path.write_bytes(body)
        return path

    def take(self, request=REQUEST, *options, **more):
        """A registered dossier's code."""
        file = self.file("request.json", request | more)
        return answer(self.run("intake", file, *options))["dossier_code"]

    def kept(self):
        """Every row of every table, as one digest."""
        records = Records(self.folder / "data")
        found = hashlib.sha256()
        with records.read() as connection:
            for table in metadata.sorted_tables:
                key = ", ".join(column.name for column in table.primary_key)
                rows = connection.exec_driver_sql(f'SELECT * FROM "{table.name}" ORDER BY {key}')
                found.update(repr((table.name, rows.all())).encode())
        records.close()
        return found.hexdigest()


@pytest.fixture
def clock():
    return SetClock(MONDAY)


@pytest.fixture
def script(tmp_path, capsys, monkeypatch, clock):
    monkeypatch.setattr("app.domain.clock.SystemClock", lambda: clock)
    # A stick of the name KINGSTON is plugged in as soon as its folder is there.
    monkeypatch.setattr("db.volumes.plugged", lambda: tuple(tmp_path.glob("KINGSTON")))
    monkeypatch.setattr(
        "db.volumes.root_of",
        lambda path: next((one for one in (path, *path.parents) if one.name == "KINGSTON"), path),
    )

    def run(*arguments):
        capsys.readouterr()
        code = main(["--data", str(tmp_path / "data"), *map(str, arguments)])
        out, err = capsys.readouterr()
        return code, out.strip(), err.strip()

    a_desk(tmp_path / "data").close()
    return Script(tmp_path, run, clock)


def intake(script):
    ours = script.file("a.json", REQUEST)
    return ("intake", ours), ("intake", script.file("b.json", REQUEST | {"note": "Gấp"}))


def printed(script):
    code, out = script.take(), script.folder / "x.pdf"
    return (
        ("print", code, "--paper", "a5", "--to", out),
        ("print", code, "--paper", "a4", "--to", out),
    )


def proved(script):
    proof = ("proof", script.take(), "--to")
    return (*proof, script.folder / "p.pdf"), (*proof, script.folder / "q.pdf")


def started(script):
    return ("start", script.take()), ("start", script.take())


def asked_for_papers(script):
    ask = ("supplement", "ask", script.take(), *WHY, "--paper", "Trích lục")
    return ask, (*ask, "--paper", "Bản sao")


def completed(script):
    code = script.take()
    answer(script.run("supplement", "ask", code, *WHY, "--paper", "Trích lục", "--json"))
    complete = ("supplement", "complete", code, "--came", "Trích lục")
    return complete, ("supplement", "complete", code, "--note", "Đủ")


def promised_anew(script):
    extend = ("extend", script.take(), "--to", "2026-12-01 09:00", "--reason")
    return (*extend, "Bận"), (*extend, "Khác")


def notified(script):
    code = script.take()
    answer(script.run("extend", code, "--to", "2026-12-01 09:00", *WHY, "--json"))
    return ("apologies", "sent", code, "--by", "PHONE"), ("apologies", "sent", code, "--by", "POST")


def finished(script):
    code = script.take()
    return ("finish", code), ("finish", code, "--note", "Đã ký")


def stack_finished(script):
    code, other = script.take(), script.take()
    return ("batch", "finish", code, other), ("batch", "finish", code)


def returned(script):
    code = script.take()
    answer(script.run("finish", code, "--json"))
    return ("return", code, *TO_WHOM), ("return", code, *TO_WHOM[:-1], "CCCD 1")


def withdrawn(script):
    code = script.take()
    return ("withdraw", code, *WHY), ("withdraw", code, "--reason", "Khác")


def stopped(script):
    code = script.take()
    return ("stop", code, *WHY), ("withdraw", code, *WHY)


def refused(script):
    code = script.take()
    return ("refuse", code, *WHY), ("refuse", code, "--reason", "Khác")


def turned_away(script):
    ours, out = script.file("ours.json", REQUEST), script.folder / "refusal.pdf"
    other = script.file("other.json", REQUEST | {"note": "Gấp"})
    return ("refuse", "--to", out, ours, *WHY), ("refuse", "--to", out, "--force", other, *WHY)


def reopened(script):
    code = script.take()
    script.run("stop", code, *WHY)
    allowed = ("--approver", "Bàn Văn Chài")
    return ("reopen", code, *WHY, *allowed), ("reopen", code, "--reason", "Khác", *allowed)


def corrected(script):
    code = script.take()
    ours = script.file("ours.json", {"note": "Gấp"})
    other = script.file("other.json", {"note": "Không gấp"})
    return ("correct", code, ours, *WHY), ("correct", code, other, *WHY)


def charged(script):
    code = script.take()
    return ("fee", "charge", code, *FEE), ("fee", "charge", code, *FEE[:-1], "Khác")


def waived(script):
    code = script.take(REQUEST | {"fees": [STAMP]})
    return ("fee", "waive", code, *POOR), ("fee", "waive", code, *POOR[:-1], "Giấy số 13")


def collected(script):
    code = script.take(BATCH)
    return ("fee", "collect", code, "--amount", 500), ("fee", "collect", code, "--amount", 600)


def refunded(script):
    code = script.take(BATCH, payment={})
    give = ("fee", "refund", code, 1, "--reason", "Thừa", "--amount")
    return (*give, 500), (*give, 600)


def voided(script):
    code = script.take(BATCH, payment={})
    return ("fee", "void", code, 1, *WHY), ("fee", "void", code, 1, "--reason", "Khác")


def sheet_closed(script):
    script.take(BATCH, payment={})
    close = ("cash-sheet", "--close", 17_000, "--reason")
    return (*close, "Thiếu một tờ"), (*close, "Thiếu hai tờ")


def cash_day_opened(script):
    answer(script.run("settings", "set", "opening_float", "200000", "--json"))
    return ("cash-sheet", "--open"), ("cash-sheet", "--open", "--reason", "Lại")


def day_opened(script):
    answer(script.run("settings", "set", "opening_float", "200000", "--json"))
    return ("day", "open"), ("cash-sheet", "--open")


def day_closed(script):
    return ("day", "close"), ("day", "close", "--explain-others", "Nhiều hồ sơ")


def taken_back(script):
    code, other = script.take(), script.take()
    for one in (code, other):
        answer(script.run("finish", one, "--json"))
    return ("take-back", code), ("take-back", other)


def receipt_noted(script):
    code = script.take(BATCH, payment={})
    note = ("fee", "receipt", code, 1)
    return (*note, "0000123"), (*note, "0000124")


def handed_over(script):
    one, other = script.take(), script.take()
    new = ("handover", "new", "--to", "Phòng Kinh tế")
    return (*new, one), (*new, one, other)


def received(script):
    one, other = script.take(), script.take()
    new = ("handover", "new", "--to", "Phòng Kinh tế", one, other, "--json")
    number = answer(script.run(*new))["number"]
    return ("handover", "receive", number, one), ("handover", "receive", number, one, other)


def agency_added(_script):
    return ("agency", "add", "Công an xã"), ("agency", "add", "Trạm Y tế")


def agency_dropped(_script):
    return ("agency", "drop", "Phòng Kinh tế"), ("agency", "drop", "Lãnh đạo UBND")


def steps_set(_script):
    steps = ("steps", "set", "1.004873", "--step")
    return (*steps, "kinh tế | Xem | 1 WORKING_DAY"), (*steps, "kinh tế | Xem | 2 WORKING_DAY")


def book_closed(script):
    script.take(BATCH)
    script.clock.set(datetime(2026, 12, 31, 16, tzinfo=VIETNAM))
    sure = ("--clock-confirmed",)
    return ("book", "close", "SCT/BS", *sure), ("book", "close", "SCT/CK,ĐC", *sure)


def backed_up(script):
    script.take()
    for name in ("usb", "usb2"):
        (script.folder / name).mkdir()
    return ("backup", "--to", script.folder / "usb"), ("backup", "--to", script.folder / "usb2")


def loss_accepted(script):
    script.take()
    folder = script.folder / "data"
    knows(folder, heads(folder) | {1: (99, "f" * 64)})
    return ("recover", "accept", "--reason", "Mất điện"), ("recover", "accept", "--reason", "Khác")


def enrolled(script):
    (script.folder / "KINGSTON").mkdir()
    enrol = ("copies", "enrol", "--at", script.folder / "KINGSTON", "--with-key", "--name")
    return (*enrol, "USB két"), (*enrol, "USB khác")


def removed(script):
    ours, _ = enrolled(script)
    answer(script.run(*ours, "--json"))
    answer(script.run(*ours[:-1], "USB hai", "--json"))
    return ("copies", "remove", "USB hai"), ("copies", "remove", "USB két")


def signed(script):
    one, other = script.take(BATCH), script.take(BATCH)
    return ("signing", "done", one), ("signing", "done", one, other)


def volume_opened(script):
    script.take(BATCH)
    return ("book", "volume", "SCT/BS"), ("book", "volume", "SCT/CK,ĐC")


def tariff_taken(script):
    body = json.loads(TARIFF)
    return (
        ("tariff", "import", script.file("t.json", TARIFF)),
        ("tariff", "import", script.file("t.json.2", body)),
    )


def catalogue_taken(script):
    body = json.loads(PORTAL.read_bytes())
    other = script.file("other.json", body)
    return ("catalogue", "import", PORTAL), ("catalogue", "import", other)


def limit_cut(script):
    cut = ("catalogue", "cut", "1.004873", "--approver", "Vi Văn Duyệt", "--decision", "QĐ 8")
    return (*cut, "--limit", "2 WORKING_DAY"), (*cut, "--limit", "1 WORKING_DAY")


def calendar_taken(script):
    body = json.loads(CALENDAR)
    body["years"][1]["days_off"].append({"date": "2026-12-25", "name": "Nghỉ bão"})
    ours = script.file("calendar.json", body)
    return ("calendar", "import", ours), ("calendar", "import", script.file("c.json", CALENDAR))


def closure_declared(script):
    script.take()
    declare = (
        "closure",
        "declare",
        "--from",
        "2026-11-25",
        "--to",
        "2026-11-25",
        "--reason",
        "Bão",
    )
    return (*declare, "--decision", "QĐ 9"), (*declare, "--decision", "QĐ 10")


def closure_undone(script):
    for declare in closure_declared(script):
        answer(script.run(*declare, "--json"))
    return ("closure", "undo", 1), ("closure", "undo", 2)


def slips_printed(script):
    answer(script.run(*closure_declared(script)[0], "--json"))
    slips = ("closure", "slips", 1, "--to", script.folder / "x.pdf")
    return (*slips, "--paper", "a5"), (*slips, "--paper", "a4")


def setting_changed(script):
    return ("settings", "set", "place", "Mẫu Sơn"), ("settings", "set", "place", "Hoàng Văn Thụ")


def exported(script):
    script.take()
    for name in ("usb", "usb2"):
        (script.folder / name).mkdir()
    return ("export", "--to", script.folder / "usb"), ("export", "--to", script.folder / "usb2")


def acknowledged(script):
    (ours, _) = exported(script)
    with zipfile.ZipFile(answer(script.run(*ours, "--json"))["path"]) as package:
        files = [package.read(name) for name in ("ho_so.jsonl", "tien_trinh.jsonl")]
    text = [
        {
            "event_id": json.loads(body)["event_id"],
            "phien_ban": 1,
            "sha256": hashlib.sha256(body).hexdigest(),
            "ma": "DA_NHAN",
        }
        for file in files
        for body in file.splitlines()
    ]
    return (
        ("acknowledge", script.file("told.json", text)),
        ("acknowledge", script.file("less.json", text[:1])),
    )


SCENES = {
    "intake": intake, "print": printed, "proof": proved, "start": started,
    "supplement ask": asked_for_papers,
    "supplement complete": completed, "extend": promised_anew, "apologies sent": notified,
    "finish": finished, "batch finish": stack_finished, "return": returned,
    "handover new": handed_over, "handover receive": received,
    "agency add": agency_added, "agency drop": agency_dropped, "steps set": steps_set,
    "withdraw": withdrawn, "stop": stopped, "take-back": taken_back, "correct": corrected,
    "refuse": refused, "refuse --to": turned_away, "reopen": reopened,
    "signing done": signed, "book volume": volume_opened, "book close": book_closed,
    "fee charge": charged, "fee waive": waived, "fee collect": collected,
    "fee refund": refunded, "fee void": voided, "fee receipt": receipt_noted,
    "cash-sheet": sheet_closed, "cash-sheet --open": cash_day_opened,
    "day open": day_opened, "day close": day_closed,
    "tariff import": tariff_taken, "catalogue import": catalogue_taken,
    "catalogue cut": limit_cut, "closure declare": closure_declared, "closure undo": closure_undone,
    "closure slips": slips_printed,
    "calendar import": calendar_taken, "settings set": setting_changed, "export": exported,
    "acknowledge": acknowledged, "backup": backed_up, "copies enrol": enrolled,
    "copies remove": removed, "recover accept": loss_accepted,
}  # fmt: skip
"""By the command each plays: a request, and another one under its id."""


@pytest.mark.parametrize("words", SCENES)
def test_the_same_request_again_is_answered_the_same_and_does_nothing(script, words):
    ours, other = SCENES[words](script)
    assert " ".join(map(str, ours)).startswith(words)
    before = script.kept()
    first = answer(script.run(*ours, *ID, "--json"))
    assert first.get("repeated") is not True
    kept = script.kept()
    assert kept != before
    assert answer(script.run(*ours, *ID, "--json")) == first | {"repeated": True}
    assert script.kept() == kept
    code, out, err = script.run(*other, *ID, "--json")
    assert (code, out) == (1, "")
    assert_a_clerk_reads(err, *other, *ID)
    assert ID[1] in err
    assert script.kept() == kept


def test_every_command_that_changes_something_is_asked_twice_above():
    assert {words.partition(" --")[0] for words in SCENES} == set(CHANGING)


def test_every_verb_that_changes_something_takes_the_id_of_its_request():
    harmless = {"init", "demo", "show", "find", "verify", "restore", "due", "scan", "support",
                "scanner-sheet", "report", "guide", "register", "counts", "list"}  # fmt: skip
    # A copy changes nothing in the records.
    looks = {"list", "show", "get", "make", "try", "due", "where", "print"}
    for name, lazy in COMMANDS.items():
        command = equip(lazy.load(), name)
        for part, each in getattr(command, "commands", {"": command}).items():
            takes = "--request-id" in [one for option in each.params for one in option.opts]
            assert takes is (name not in harmless and part not in looks), (name, part)


def test_people_are_told_that_it_was_done_before(script):
    code = script.take()
    said = script.run("start", code, *ID)[1]
    assert script.run("start", code, *ID)[1].splitlines() == [
        "Yêu cầu này đã được thực hiện trước đó.",
        said,
    ]


def test_without_an_id_a_request_is_carried_out_whenever_it_comes(script):
    file = script.file("a.json", REQUEST)
    first = answer(script.run("intake", file))
    second = answer(script.run("intake", file))
    assert second["dossier_code"] != first["dossier_code"]


def test_an_empty_id_is_a_mistake_of_the_script_and_nothing_is_done(script):
    file = script.file("a.json", REQUEST)
    kept = script.kept()
    for blank in ("", "  "):
        code, out, err = script.run("intake", file, "--request-id", blank)
        assert (code, out) == (2, "")
        assert_a_clerk_reads(err, "--request-id", "motcua", "intake", "REQUEST", "--help")
    assert script.kept() == kept


def test_a_request_stays_the_same_when_the_office_has_changed_since(script):
    title = {"name": "Bằng tốt nghiệp", "pages": 2, "copies": 1, "kind": "COPY"}
    asked = REQUEST | {"procedure": "2.000815", "documents": [], "certification": [title]}
    file, out = script.file("a.json", asked), script.folder / "1.pdf"
    first = answer(script.run("intake", file, "--receipt", out, *ID))
    code = first["dossier_code"]
    pdf = out.read_bytes()
    printed = ("print", code, "--to", script.folder / "2.pdf", "--reason", "Mất phiếu",
               "--request-id", "p")  # fmt: skip
    assert script.run(*printed)[0] == 0
    answer(script.run("settings", "set", "paper", "a5", "--json"))
    answer(script.run("catalogue", "import", PORTAL, "--json"))
    kept = script.kept()
    assert answer(script.run("intake", file, "--receipt", out, *ID)) == first | {"repeated": True}
    assert out.read_bytes() == pdf
    assert script.run(*printed)[0] == 0
    assert script.kept() == kept


def test_a_slip_asked_for_by_default_stays_the_slip_it_was(script):
    code, out = script.take(fees=[STAMP]), script.folder / "1.pdf"
    answer(script.run("fee", "collect", code, "--amount", "1000", "--json"))
    printed = ("print", code, "--form", "payment", "--to", out, *ID)
    assert script.run(*printed)[0] == 0
    answer(script.run("fee", "collect", code, "--json"))
    kept = script.kept()
    assert script.run(*printed)[0] == 0
    assert script.kept() == kept


def test_a_sheet_closed_before_midnight_is_not_another_request_after_it(script, clock):
    script.take(fees=[STAMP], payment={"method": "CASH"})
    close = ("cash-sheet", "--close", STAMP["amount"], *ID, "--json")
    first = answer(script.run(*close))
    clock.advance(days=1)
    assert answer(script.run(*close)) == first | {"repeated": True}


def test_a_repeated_setting_does_not_bring_back_what_was_set_since(script):
    answer(script.run("settings", "set", "language", "en", *ID, "--json"))
    answer(script.run("settings", "set", "language", "vi", "--json"))
    kept = language.remembered(script.folder / "data")
    answer(script.run("settings", "set", "language", "en", *ID, "--json"))
    assert language.remembered(script.folder / "data") == kept


def test_a_refused_request_used_its_id_for_nothing(script):
    code = script.take()
    assert script.run("return", code, *TO_WHOM, *ID)[0] == 1
    assert answer(script.run("finish", code, *ID, "--json"))["state"] == "FINISHED"


def test_an_id_is_of_one_use_case_alone(script):
    code = script.take()
    answer(script.run("start", code, *ID, "--json"))
    kept = script.kept()
    assert script.run("finish", code, *ID)[0] == 1
    assert script.kept() == kept


@pytest.mark.parametrize("name", ["x" * 101, "a\u202eb", "a\tb"])
def test_an_id_that_does_not_do_is_refused_before_anything_is_done(script, name):
    file = script.file("a.json", REQUEST)
    kept = script.kept()
    code, out, err = script.run("intake", file, "--request-id", name)
    assert (code, out) == (1, "")
    assert_a_clerk_reads(err, name)
    assert script.kept() == kept


def test_the_receipt_of_a_repeated_intake_is_the_same_to_the_byte(script):
    file = script.file("a.json", REQUEST)
    first, second = script.folder / "1.pdf", script.folder / "2.pdf"
    done = answer(script.run("intake", file, "--receipt", first, *ID))
    kept = script.kept()
    again = answer(script.run("intake", file, "--receipt", second, *ID))
    assert again == done | {"repeated": True}
    assert second.read_bytes() == first.read_bytes()
    assert script.kept() == kept


def test_a_receipt_that_could_not_be_written_comes_with_the_second_try(script):
    file, out = script.file("a.json", REQUEST), script.folder / "1.pdf"
    assert script.run("intake", file, "--receipt", script.folder / "no" / "1.pdf", *ID)[0] == 1
    code = answer(script.run("intake", file, "--receipt", out, *ID))["dossier_code"]
    assert out.read_bytes().startswith(b"%PDF")
    (entry,) = answer(script.run("show", code, "--json"))["prints"]
    assert (entry["copy_number"], entry["printer"]) == (1, "PDF 1.pdf")
    kept = script.kept()
    answer(script.run("intake", file, "--receipt", out, *ID))
    assert script.kept() == kept


def test_a_receipt_asked_for_by_the_longest_id_is_written(script):
    file, out = script.file("a.json", REQUEST), script.folder / "1.pdf"
    name = ("--request-id", "x" * 100)
    first = answer(script.run("intake", file, "--receipt", out, *name))
    pdf = out.read_bytes()
    assert answer(script.run("intake", file, "--receipt", out, *name)) == first | {"repeated": True}
    assert out.read_bytes() == pdf


def test_a_print_that_waited_for_its_paper_is_no_second_one_when_it_is_asked_again(script):
    code, out = script.take(), script.folder / "1.pdf"
    assert script.run("print", code, "--to", script.folder / "no" / "1.pdf")[0] == 1
    first = answer(script.run("print", code, "--to", out, *ID, "--json"))
    assert first["copy_number"] == 1
    kept = script.kept()
    assert answer(script.run("print", code, "--to", out, *ID, "--json"))["copy_number"] == 1
    assert script.kept() == kept


def test_a_repeated_export_writes_no_second_package(script):
    (ours, _) = exported(script)
    answer(script.run(*ours, *ID, "--json"))
    (package,) = (script.folder / "usb").iterdir()
    before = package.stat().st_mtime_ns
    answer(script.run(*ours, *ID, "--json"))
    assert [one.stat().st_mtime_ns for one in (script.folder / "usb").iterdir()] == [before]


def test_a_print_asked_for_twice_at_once_is_one(script, monkeypatch):
    code, one, two = script.take(), script.folder / "1.pdf", script.folder / "2.pdf"
    monkeypatch.setattr("app.usecases.printing.prints._printed_before", lambda *_: None)
    why = ("--reason", "Mất phiếu")
    first = answer(script.run("print", code, "--to", one, *why, *ID, "--json"))
    kept = script.kept()
    second = answer(script.run("print", code, "--to", two, *why, *ID, "--json"))
    assert (second["copy_number"], second["repeated"]) == (first["copy_number"], True)
    assert two.read_bytes() == one.read_bytes()
    assert script.kept() == kept
