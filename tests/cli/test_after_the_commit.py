"""What fails after everything was kept is a warning: the answer stands, nobody does it again."""

import json

import pytest

from app.cli.changing import CHANGING
from app.cli.table import COMMANDS
from app.domain.permission import Permission
from db.records import RecordsBusy
from db.witness.known import HeadFileDamaged
from tests.cli.refusals import assert_a_clerk_reads
from tests.cli.test_life import answer
from tests.cli.test_requests import FEE, ID, REQUEST, Script, clock, script  # noqa: F401
from tests.usecases.use_cases import changing

NO_COMMAND = {
    "KEEP_DRAFT", "DROP_DRAFT", "NOTE_PAPER_OUT", "COMPLETE_LIMIT", "SET_SESSIONS",
    "CONFIRM_CLOCK", "MAKE_OFFICE", "RESTORE", "REQUEST_PAYMENT",
}  # fmt: skip
"""What only the window does, or what is done as a folder is made or the clock answered for."""


def warned(script, *arguments):  # noqa: F811
    """What a command answers, its warnings apart."""
    body = answer(script.run(*arguments, "--json"))
    warnings = body.pop("warnings")
    for each in warnings:
        assert_a_clerk_reads(each, script.folder, "motcua.head")
    return body, warnings


@pytest.fixture
def full_after(monkeypatch):
    """The disk is full from the moment of the commit on."""

    def fill(file, content):
        raise OSError(28, "No space left on device", "motcua.head")

    monkeypatch.setattr("db.witness.writing.append", fill)


@pytest.fixture
def emptied_meanwhile(monkeypatch):
    """The head file is damaged while a command runs: it was whole at the opening."""

    def refuse(folder):
        raise HeadFileDamaged(path=str(folder / "motcua.head"))

    return lambda: monkeypatch.setattr("db.witness.writing.require_summary", refuse)


def test_a_head_file_damaged_meanwhile_fails_nothing_that_was_kept(script, emptied_meanwhile):  # noqa: F811
    code = script.take()
    emptied_meanwhile()
    charged, warnings = warned(script, "fee", "charge", code, *FEE)
    assert charged["due"] == 15_000
    assert "motcua.head" in warnings[0]
    (kept,) = answer(script.run("show", code, "--json"))["fees"]
    assert kept["unit_amount"] == 15_000
    said = script.run("settings", "set", "place", "Mẫu Sơn")
    assert said[0] == 0
    first, second = said[1].splitlines()
    assert first == "place = Mẫu Sơn"
    assert second.startswith("Chú ý: ")


def test_a_disk_full_when_the_records_are_closed_fails_nothing(script, full_after):  # noqa: F811
    file = script.file("a.json", REQUEST)
    done, (warning,) = warned(script, "intake", file)
    assert done["dossier_code"]
    assert "ổ đĩa đầy" in warning


def test_an_engine_that_fails_at_the_close_fails_nothing(script, monkeypatch, caplog):  # noqa: F811
    code = script.take()

    def broken(*_):
        raise RuntimeError

    monkeypatch.setattr("db.engine.sqlite.Sqlite.settle", broken)
    done, (warning,) = warned(script, "start", code)
    assert done["state"] == "PROCESSING"
    assert "verify" in warning
    assert "after the commit" in caplog.text
    caplog.clear()


def test_a_refusal_is_told_before_what_closing_finds(script, full_after):  # noqa: F811
    code, out, err = script.run("start", "H37.99.1-261123-9999")
    assert (code, out) == (1, "")
    assert "9999" in err
    assert "đầy" not in err


def test_a_receipt_that_cannot_be_written_is_a_warning_beside_the_answer(script, monkeypatch):  # noqa: F811
    def refuse(*_, **__):
        raise OSError(28, "No space left on device", "x.pdf")

    monkeypatch.setattr("app.exchange.target.write_file", refuse)
    file = script.file("a.json", REQUEST)
    done, (warning,) = warned(script, "intake", file, "--receipt", script.folder / "x.pdf", *ID)
    assert "x.pdf" in warning
    monkeypatch.undo()
    again = answer(script.run("intake", file, "--receipt", script.folder / "x.pdf", *ID))
    assert again == done | {"repeated": True}
    assert (script.folder / "x.pdf").read_bytes().startswith(b"%PDF")


def test_a_sheet_that_cannot_be_written_is_closed_all_the_same(script, monkeypatch):  # noqa: F811
    def refuse(*_, **__):
        raise OSError(5, "Input/output error", "x.pdf")

    monkeypatch.setattr("app.exchange.target.write_file", refuse)
    script.take(fees=[{"name": "Lệ phí", "amount": 5_000}], payment={})
    target = script.folder / "x.pdf"
    closed, (warning,) = warned(script, "cash-sheet", "--close", 5_000, "--to", target)
    assert closed["sheets"][0]["closing"]["difference"] == 0
    assert "x.pdf" in warning
    code, out, err = script.run("cash-sheet", "--to", target)
    assert (code, out) == (1, "")
    assert_a_clerk_reads(err, target)


def test_a_backup_stands_though_nobody_remembers_it(script, monkeypatch):  # noqa: F811
    def refuse(*_, **__):
        raise RecordsBusy

    monkeypatch.setattr("app.usecases.safety.data_facts.note_backup", refuse)
    made, (warning,) = warned(script, "backup", "--to", script.folder)
    assert made["dossiers"] == 0
    assert "sao lưu" in warning


def test_an_answered_charge_is_answered_as_it_was_whatever_came_since(script):  # noqa: F811
    code = script.take()
    first = answer(script.run("fee", "charge", code, *FEE, *ID, "--json"))
    answer(script.run("fee", "collect", code, "--json"))
    again = answer(script.run("fee", "charge", code, *FEE, *ID, "--json"))
    assert again == first | {"repeated": True}


def test_every_use_case_that_changes_something_has_its_command_and_every_command_its_use_case():
    able = {permission for case in changing() for kind, permission in case.opens if kind == "unit"}
    listed = {permission.value for each in CHANGING.values() for permission in each}
    assert able - NO_COMMAND - listed == set()
    assert listed - able - {Permission.NEXT_PRINT.value} == set()
    assert not listed & NO_COMMAND


def test_the_table_of_changing_commands_names_commands_that_exist():
    names = set()
    for name, lazy in COMMANDS.items():
        command = lazy.load()
        names |= {f"{name} {part}".strip() for part in getattr(command, "commands", {"": 0})}
    assert set(CHANGING) - names == set()


def test_the_warning_is_in_english_for_who_asked_for_that(script, emptied_meanwhile):  # noqa: F811
    code = script.take()
    emptied_meanwhile()
    said = script.run("--lang", "en", "start", code, "--json")
    (warning,) = json.loads(said[1])["warnings"]
    assert "motcua.head" in warning
    assert "việc" not in warning
