"""Every word of a command enters by one entrance: what is no text is refused in a sentence."""

import json
import re
import unicodedata
from dataclasses import replace
from importlib import resources
from pathlib import Path

import click
import pytest

from app.__main__ import commands, main
from app.domain.actor import Actor
from app.domain.clock import SystemClock
from app.usecases.money import tariffs
from app.usecases.office import opening
from app.usecases.queries import lookup
from db.default_folder import default_folder
from db.stores import ledger
from tests.cli.conftest import REQUEST

NOT_TEXT = {
    "a byte that is no text": ("a\udcffb", "\\xff"),
    "a direction mark": ("a\u202eb", "U+202E"),
    "a colour of the screen": ("a\x1b[31mb", "U+001B"),
}


def every_word():
    """Each command with each of its words that takes text, and what stands at the others."""
    top = commands()

    def walk(group, path):
        context = click.Context(group)
        for name in group.list_commands(context):
            found = group.get_command(context, name)
            if isinstance(found, click.Group):
                yield from walk(found, (*path, name))
            else:
                yield from (((*path, name), found, one) for one in found.params)

    return [
        pytest.param(path, found, one, id=f"{' '.join(path)} {one.name}")
        for path, found, one in walk(top, ())
        if not (isinstance(one, click.Option) and one.is_flag)
        and path != ("scan",)  # it is given what a scanner sent, and judges it itself
    ]


def typed(path, command, meant, value):
    words = [*path]
    for one in command.params:
        if isinstance(one, click.Argument):
            words.append(value if one is meant else "x")
        elif one is meant:
            words += [one.opts[0], value]
    return words


@pytest.mark.parametrize(("path", "command", "one"), every_word())
def test_no_word_of_any_command_may_hold_what_is_no_text(capsys, tmp_path, path, command, one):
    for value, named in NOT_TEXT.values():
        code = main(["--data", str(tmp_path), *typed(path, command, one, value)])
        out, err = capsys.readouterr()
        assert (code, out) == (1, "")
        assert named in err
        assert err.rstrip("\n").isprintable()


@pytest.mark.parametrize("option", ["--data", "--officer", "--station", "--lang"])
@pytest.mark.parametrize("value", [value for value, _ in NOT_TEXT.values()])
@pytest.mark.parametrize("rest", [[], ["find", "x"]])
def test_no_option_before_a_command_may_either(capsys, option, value, rest):
    assert main([option, value, *rest]) == 1
    assert "không phải chữ" in capsys.readouterr().err


@pytest.mark.parametrize("value", [value for value, _ in NOT_TEXT.values()])
def test_what_is_scanned_is_judged_by_its_reader_and_shown_safely(capsys, value):
    assert main(["scan", value]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("Không nhận ra: a")
    assert "có ký tự ẩn" in err
    assert (out + err).replace("\n", "").isprintable()


@pytest.mark.parametrize("words", [["--officer", "scan", "show", "a\u202eb"], ["find", "scan\x1b"]])
def test_only_the_command_scan_is_given_what_was_scanned(capsys, words):
    assert main(words) == 1
    assert "không phải chữ" in capsys.readouterr().err


def test_it_is_said_in_english_when_asked(capsys):
    assert main(["--lang", "en", "show", "\udcff"]) == 1
    assert "not text" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["backup", "--to"], ["--data"], ["scanner-sheet", "--to"]])
def test_a_path_too_long_for_the_machine_is_refused_in_a_sentence(office, words):
    code, out, err = office(*words, "x" * 3000)
    assert (code, out) == (1, "")
    assert len(err) < 600


def test_a_folder_named_by_the_environment_may_be_too_long(capsys, monkeypatch):
    monkeypatch.setenv("MOTCUA_DATA", "/tmp/" + "x" * 3000)
    assert main(["find", "x"]) == 1
    assert len(capsys.readouterr().err) < 600


LAN = "Hoàng Thị Lan"
SPELLINGS = [LAN, unicodedata.normalize("NFD", LAN), "Hoàng  Thị\u00a0Lan", "hoàng thị lan"]


def test_four_spellings_are_one_officer(office, request_file):
    officers = set()
    for spelling in SPELLINGS:
        changed = REQUEST["applicant"] | {"full_name": f"Lý A {len(officers)}"}
        path = request_file(applicant=changed, procedure="2.000635")
        code, out, err = office("--officer", spelling, "intake", path)
        assert (code, err) == (0, "")
        dossier = json.loads(out)["dossier_code"]
        assert office("--officer", spelling, "fee", "collect", dossier)[0] == 0
        shown = json.loads(office("show", dossier, "--json")[1])
        officers |= {entry["officer"] for entry in shown["timeline"]}
    assert officers == {LAN}
    (sheet,) = json.loads(office("cash-sheet", "--json")[1])["sheets"]
    assert [one["officer"] for one in sheet["sums"]] == [LAN]


@pytest.mark.parametrize(
    ("name", "said"),
    [("x" * 3000, "tối đa 200"), ("Lan 😀", "chưa in được 😀"), ("Lan\ue000", "U+E000")],
)
def test_an_officer_that_no_paper_can_name_is_refused(office, request_file, name, said):
    code, out, err = office("--officer", name, "intake", request_file())
    assert (code, out) == (1, "")
    assert said in err


@pytest.mark.parametrize("key", ["office", "officer", "place", "department", "superior_body"])
def test_what_stands_on_papers_must_be_printable(office, key):
    code, _, err = office("settings", "set", key, "Lan 😀")
    assert code == 1
    assert "😀" in err
    assert office("find", "x")[0] == 0


def test_an_office_or_officer_that_cannot_be_printed_is_not_made(cli):
    for office, officer in (("UBND xã 漢", "Lan"), ("UBND xã Mẫu Sơn", "Lan 漢")):
        code, _, err = cli("init", "--office", office, "--code", "H37.99.1", "--officer", officer)
        assert code == 1
        assert "漢" in err


@pytest.mark.parametrize("value", ["a\nb", "a\tb", "a\r"])
@pytest.mark.parametrize("words", [["--data"], ["--officer"]])
def test_names_before_a_command_stand_on_one_line(capsys, words, value):
    for rest in ([], ["find", "x"]):
        assert main([*words, value, *rest]) == 1
        assert "U+00" in capsys.readouterr().err


def test_names_of_files_stand_on_one_line(office, tmp_path):
    (tmp_path / "a\nb.json").write_text("{}", encoding="utf-8")
    assert office("catalogue", "import", tmp_path / "a\nb.json")[0] == 1
    assert office("scanner-sheet", "--to", tmp_path / "a\nb.pdf")[0] == 1
    assert not (tmp_path / "a\nb.pdf").exists()


@pytest.mark.parametrize("value", ["/tmp/a\udcffb", "/tmp/a\x1b[31mb", "/tmp/a\u202eb", "a\nb"])
def test_a_folder_named_by_the_environment_is_refused_where_it_is_no_name(
    capsys, monkeypatch, value
):
    monkeypatch.setenv("MOTCUA_DATA", value)
    for words in ([], ["find", "x"]):
        assert main(words) == 1
        err = capsys.readouterr().err
        assert "MOTCUA_DATA" in err
        assert err.rstrip("\n").isprintable()


def test_an_empty_variable_names_no_folder(monkeypatch):
    monkeypatch.delenv("MOTCUA_DATA", raising=False)
    usual = default_folder()
    monkeypatch.setenv("MOTCUA_DATA", " ")
    assert default_folder() == usual


HOSTILE = "A\x1b[31m\x9b2J\u202eX\x07\ny"


def test_what_older_records_hold_reaches_no_terminal(office, request_file, tmp_path, monkeypatch):
    code = json.loads(office("intake", request_file())[1])["dossier_code"]
    view = lookup.dossier_view

    def spoilt(desk, actor, dossier_id):
        found = view(desk, actor, dossier_id)
        people = replace(found.dossier.applicant, full_name=HOSTILE)
        return replace(found, dossier=replace(found.dossier, applicant=people))

    monkeypatch.setattr("app.usecases.queries.lookup.dossier_view", spoilt)
    said = office("show", code)[1]
    assert said.replace("\n", "").isprintable()
    assert "A\ufffd[31m" in said
    shown = office("show", code, "--json")[1]
    assert shown.rstrip("\n").isprintable()
    assert json.loads(shown)["applicant"]["full_name"] == HOSTILE


def test_everything_commands_say_goes_through_the_one_place_that_looks_at_it():
    root = Path(main.__code__.co_filename).parent
    writing = {
        path.relative_to(root).as_posix()
        for room in ("cli", "demo", "practice")
        for path in (root / room).rglob("*.py")
        if re.search(r"click\.s?echo|\bprint\(|sys\.std(out|err)\.write", path.read_text("utf-8"))
    }
    assert writing == {"cli/terminal.py"}


def test_the_name_of_a_file_that_is_no_text_is_kept_as_it_can_be_read(office, tmp_path):
    content = resources.files("resources").joinpath("seed/tariffs.json").read_bytes()
    desk = opening.open_desk(tmp_path / "data", SystemClock())
    actor = Actor("Hoàng Thị Lan")
    tariffs.import_tariffs(desk, actor, content, source=f"a\udcff\x1b[31m{'x' * 300}.json")
    with desk.records.read() as connection:
        rows = [row for row in ledger.entries(connection) if row.subject == "TARIFF"]
    desk.close()
    names = {json.loads(row.detail).get("file") for row in rows}
    assert all(name is None or name.isprintable() for name in names)
