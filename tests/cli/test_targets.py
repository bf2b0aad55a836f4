"""Files commands write: never over the data folder, a device, or what nobody said may go."""

import os
import re
from datetime import datetime
from pathlib import Path

import pytest

from app.__main__ import commands
from app.cli.changing import equip
from app.cli.outputs import OutputFile
from app.domain.clock import VIETNAM
from tests.cli.refusals import assert_a_clerk_reads
from tests.cli.test_life import answer
from tests.cli.test_money_commands import BATCH
from tests.cli.test_requests import (  # noqa: F401
    ID,
    REQUEST,
    STAMP,
    Script,
    clock,
    closure_declared,
    script,
)

PDF = b"%PDF-1.4 an earlier one"


def taken_in(script):  # noqa: F811
    return "intake", script.file("a.json", REQUEST), "--receipt"


def proved(script):  # noqa: F811
    return "proof", script.take(), "--to"


def printed(script):  # noqa: F811
    return "print", script.take(), "--to"


def shown(script):  # noqa: F811
    script.take(fees=[STAMP], payment={})
    return "cash-sheet", "--to"


def sheet_closed(script):  # noqa: F811
    script.take(fees=[STAMP], payment={})
    return "cash-sheet", "--close", STAMP["amount"], "--to"


def day_closed(_script):
    return "day", "close", "--to"


def day_shown(script):  # noqa: F811
    assert script.run("day", "close")[0] == 0
    return "day", "show", "--to"


def book_shown(script):  # noqa: F811
    script.take(BATCH)
    return "book", "show", "SCT/BS", "--to"


def book_closed(script):  # noqa: F811
    script.take(BATCH)
    script.clock.set(datetime(2026, 12, 31, 16, tzinfo=VIETNAM))
    assert script.run("--clock-confirmed", "settings", "get")[0] == 0
    return "book", "close", "SCT/BS", "--to"


def sheet_of_scanners(_script):
    return "scanner-sheet", "--to"


def picture(_script):
    return "screenshot", "home", "--to"


def reported(_script):
    return "report", "held", "--out"


def called(_script):
    return "apologies", "due", "--out"


def apologies_listed(_script):
    return "apologies", "list", "--out"


def guided(script):  # noqa: F811
    missing = REQUEST | {"documents": []}
    return "guide", script.file("g.json", missing), "--to"


def turned_away(script):  # noqa: F811
    return "refuse", script.file("r.json", REQUEST), "--reason", "Sai thẩm quyền", "--to"


def registered(_script):
    return "register", "--out"


def moved(script):  # noqa: F811
    script.run(*closure_declared(script)[0])
    return "closure", "show", "1", "--out"


def issued_anew(script):  # noqa: F811
    answer(script.run(*closure_declared(script)[0], "--json"))
    return "closure", "slips", "1", "--to"


def listed(_script):
    return "list", "--to"


def helped(_script):
    return "support", "--to"


def record_printed(script):  # noqa: F811
    answer(script.run("handover", "new", "--to", "Phòng Kinh tế", script.take(), "--json"))
    return "handover", "print", "1", "--to"


WRITING = {
    "intake": taken_in, "print": printed, "cash-sheet": shown, "cash-sheet --close": sheet_closed,
    "day close": day_closed, "day show": day_shown,
    "book show": book_shown, "book close": book_closed, "scanner-sheet": sheet_of_scanners,
    "report": reported, "support": helped, "proof": proved, "apologies due": called,
    "apologies list": apologies_listed, "guide": guided, "refuse": turned_away,
    "register": registered, "list": listed, "handover print": record_printed, "closure show": moved,
    "closure slips": issued_anew,
    "screenshot": picture,
}  # fmt: skip
"""By the command each plays, up to the option that names the file."""


def refused(script, *words, kept=None):  # noqa: F811
    """The sentence a command is refused with; nothing was done by it to what is `kept`."""
    kept = kept or script.kept()
    code, out, err = script.run(*words)
    assert (code, out) == (1, "")
    assert_a_clerk_reads(err, *words, "PDF", "PNG", "XLSX", "CSV")
    assert script.kept() == kept
    return err


@pytest.mark.parametrize("name", WRITING)
def test_a_file_that_is_there_is_not_written_over_and_force_is_named(script, name):  # noqa: F811
    words, target = WRITING[name](script), script.folder / "x.pdf"
    target.write_bytes(PDF)
    assert "--force" in refused(script, *words, target)
    assert target.read_bytes() == PDF


@pytest.mark.parametrize("name", WRITING)
@pytest.mark.parametrize("force", [(), ("--force",)], ids=["", "force"])
def test_what_must_never_be_written_over_never_is(script, name, force):  # noqa: F811
    words, folder = WRITING[name](script), script.folder
    data = folder / "data"
    os.link(data / "motcua.key", folder / "a.pdf")
    (folder / "b.pdf").symlink_to(data / "motcua.db")
    (folder / "c.pdf").symlink_to(folder / "nowhere")
    (folder / "d.pdf").symlink_to(folder / "d.pdf")
    (folder / "letter.txt").write_text("Kính gửi", encoding="utf-8")
    os.mkfifo(folder / "pipe")
    before = {path: path.read_bytes() for path in data.glob("motcua.*") if path.is_file()}
    targets = [data / "motcua.db", data / "motcua.key", data / "motcua.db-wal", data / "new.pdf",
               data / ".." / "data" / "motcua.db", data / "giay-to" / "x.pdf",
               *(folder / f"{one}.pdf" for one in "abcd"), folder / "letter.txt", folder / "pipe",
               Path("/dev/null"), Path("/dev/full"), folder, folder / "no" / "x.pdf",
               folder / ("x" * 300)]  # fmt: skip
    kept = script.kept()
    for target in targets:
        refused(script, *words, target, *force, kept=kept)
    assert all(path.read_bytes() == content for path, content in before.items())
    assert (folder / "letter.txt").read_text(encoding="utf-8") == "Kính gửi"
    assert not (folder / "nowhere").exists()


TABLES = {"report", "apologies due", "apologies list", "closure show"}


@pytest.mark.parametrize("name", sorted(set(WRITING) - {"screenshot", "support", "list"} - TABLES))
def test_a_file_of_the_same_kind_gives_way_when_that_is_asked_for(script, name):  # noqa: F811
    words, target = WRITING[name](script), script.folder / "x.pdf"
    target.write_bytes(PDF)
    code, _, err = script.run(*words, target, "--force")
    assert (code, err) == (0, "")
    assert target.read_bytes().startswith(b"%PDF-")
    assert target.read_bytes() != PDF


@pytest.mark.parametrize(
    ("name", "begins"), [("a.xlsx", b"PK\x03\x04"), ("a.csv", b"\xef\xbb\xbf")]
)
@pytest.mark.parametrize("table", sorted(TABLES))
def test_a_report_gives_way_to_one_of_its_kind_alone(script, table, name, begins):  # noqa: F811
    target = script.folder / name
    for former, code in ((begins + b"old", 0), (PDF, 1)):
        target.write_bytes(former)
        assert script.run(*WRITING[table](script), target, "--force")[0] == code
    assert target.read_bytes() == PDF


def test_nothing_writes_a_file_for_a_person_past_the_target():
    root = Path(__file__).parents[2] / "app"
    places = [root / "cli", root / "composition"]
    found = [
        path.relative_to(root).as_posix()
        for place in places
        for path in place.rglob("*.py")
        if re.search(r"\b(write_file|write_bytes)\(", path.read_text("utf-8"))
    ]
    assert found == []


def test_an_empty_file_of_any_name_gives_way_when_that_is_asked_for(script):  # noqa: F811
    target = script.folder / "tmp.1234"
    target.write_bytes(b"")
    assert script.run("scanner-sheet", "--to", target, "--force")[0] == 0
    assert target.read_bytes().startswith(b"%PDF-")


def test_a_link_to_a_file_of_the_same_kind_stays_a_link(script):  # noqa: F811
    (script.folder / "real.pdf").write_bytes(PDF)
    (script.folder / "link.pdf").symlink_to(script.folder / "real.pdf")
    assert script.run("scanner-sheet", "--to", script.folder / "link.pdf", "--force")[0] == 0
    assert (script.folder / "link.pdf").is_symlink()
    assert (script.folder / "real.pdf").read_bytes() != PDF


def test_a_receipt_in_the_way_of_a_repeated_request_is_named_and_the_answer_stands(script):  # noqa: F811
    file, target = script.file("a.json", REQUEST), script.folder / "x.pdf"
    first = answer(script.run("intake", file, "--receipt", script.folder / "y.pdf", *ID))
    target.write_bytes(PDF)
    again = answer(script.run("intake", file, "--receipt", target, *ID))
    (warning,) = again.pop("warnings")
    assert again == first | {"repeated": True}
    assert "--force" in warning
    assert target.read_bytes() == PDF


def test_a_file_that_appears_meanwhile_is_not_written_over(script, monkeypatch):  # noqa: F811
    code, target = script.take(), script.folder / "x.pdf"
    monkeypatch.setattr("app.exchange.target.Target.check", lambda *_, **__: None)
    target.write_bytes(PDF)
    status, out, err = script.run("print", code, "--to", target)
    assert (status, out) == (1, "")
    assert "--force" in err
    assert target.read_bytes() == PDF


def test_every_command_that_writes_a_file_is_tried_above():
    top, found = commands(), set()
    for name, lazy in top.lazy.items():
        command = equip(lazy.load(), name)
        for part, each in getattr(command, "commands", {"": command}).items():
            if any(isinstance(one.type, OutputFile) for one in each.params):
                found.add(f"{name} {part}".strip())
                assert "--force" in [opt for one in each.params for opt in one.opts]
    assert found == {name.partition(" --")[0] for name in WRITING}
