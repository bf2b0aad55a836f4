"""Files and folders that cannot be used: each command refuses in words a clerk can act on."""

import errno
import json
import os
import zipfile
from pathlib import Path

import pytest

from app.__main__ import main
from app.exchange.files import FileUnwritable, write_file
from app.outside.ordinary import FileUnreadable, read_file
from app.wording.causes import cause
from tests.builders import an_office
from tests.cli.refusals import assert_a_clerk_reads
from tests.i18n.sources import VIETNAMESE
from tests.outside import hostile


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    folder = tmp_path_factory.mktemp("office") / "data"
    an_office(folder)
    return folder


@pytest.fixture
def cli(data, capsys):
    def run(*arguments):
        capsys.readouterr()
        code = main(["--data", str(data), *map(str, arguments)])
        return code, capsys.readouterr().err

    run.data = data
    return run


PROCEDURE_OF_OURS = {"format": "motcua-catalogue-1", "procedures": [{"code": 5}]}
CONTENTS = {
    "another program's object": b'{"a": 1}',
    "a text": b'"x"',
    "an empty list": b"[]",
    "a list of numbers": b"[5]",
    "a row of wrong kinds": b'[{"code": 5, "name": []}]',
    "our own format with wrong kinds": json.dumps(PROCEDURE_OF_OURS).encode(),
    "cut in half": b"[1, 2",
    "not UTF-8": b'\xff\xfe{"a"',
    "empty": b"",
    "NaN": b"[NaN]",
    "deep": b"[" * 5000,
}


UNREADABLE = {"cut in half", "not UTF-8", "empty", "NaN", "deep"}
"""What cannot be read, as against what is read and refused."""


def ended(command, content):
    """The exit code of `command` with a file of `content`."""
    unreadable = command == ("restore",) or content in {CONTENTS[name] for name in UNREADABLE}
    return 2 if unreadable else 1


@pytest.mark.parametrize("content", CONTENTS.values(), ids=CONTENTS.keys())
@pytest.mark.parametrize("command", [("catalogue", "import"), ("calendar", "import"), ("intake",)])
def test_a_file_of_another_shape_is_refused_in_words(cli, tmp_path, command, content):
    path = tmp_path / "tep.json"
    path.write_bytes(content)
    code, text = cli(*command, path)
    assert code == ended(command, content)
    assert_a_clerk_reads(text, path, "true", "false", "JSON")


COMMANDS = [("catalogue", "import"), ("calendar", "import"), ("tariff", "import"),
         ("acknowledge",), ("intake",), ("restore",)]  # fmt: skip


@pytest.mark.parametrize("content", CONTENTS.values(), ids=CONTENTS.keys())
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_it_is_refused_in_english_when_asked(cli, tmp_path, command, content):
    path = tmp_path / "tep.json"
    path.write_bytes(content)
    code, text = cli("--lang", "en", *command, path)
    if code == 0:
        assert (command, content) == (("acknowledge",), b"[]")  # no answers are answers too
        return
    assert code == ended(command, content)
    assert not VIETNAMESE.search(text.replace(str(path), "").replace("Một Cửa", "")), text


def test_rows_that_are_kept_or_refused_say_why_in_english(cli, tmp_path, capsys):
    rows = [{"code": "x", "name": "Thử"}, {"code": "9.000001", "name": "Thử", "methods": []}]
    catalogue = tmp_path / "danh-muc.json"
    catalogue.write_text(json.dumps(rows), encoding="utf-8")
    calendar = tmp_path / "lich.json"
    year = {"year": 2026, "source": "draft", "confirmed": False, "days_off": [], "make_up_days": []}
    calendar.write_text(json.dumps({"years": [year], "same_day_cutoff": "14:00"}), encoding="utf-8")
    for command, path in (("catalogue", catalogue), ("calendar", calendar)):
        for form in ([], ["--json"]):
            code = main(
                ["--data", str(cli.data), "--lang", "en", command, "import", str(path), *form]
            )
            said = capsys.readouterr().out
            assert code == 0, said
            assert "refused" in said
            assert not VIETNAMESE.search(said), said


@pytest.mark.parametrize("name", hostile.NO_FILES)
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_what_is_no_file_is_refused_without_waiting_for_it(cli, tmp_path, command, name):
    path = tmp_path / "tep"
    hostile.NO_FILES[name](path)
    code, text = cli(*command, path)
    assert code == 2
    assert_a_clerk_reads(text, path)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_giant_is_refused_by_its_size(cli, tmp_path, command):
    path = tmp_path / "tep"
    with path.open("wb") as file:
        file.truncate(5 * 2**30)
    code, text = cli(*command, path)
    assert code == 2
    assert_a_clerk_reads(text, path, "MB")


def test_millions_of_values_are_refused_before_any_is_made(cli, tmp_path):
    """Twelve megabytes that would be hundreds in memory."""
    path = tmp_path / "tep"
    path.write_bytes(b"[" + b"[]," * 2**22 + b"[]]")
    code, text = cli("acknowledge", path)
    assert code == 2
    assert "quá nhiều mục" in text


def test_a_number_without_end_is_refused(cli, tmp_path):
    path = tmp_path / "tep"
    path.write_bytes(b'[{"code": 1e999}]')
    code, text = cli("catalogue", "import", path)
    assert code == 2
    assert "số quá lớn" in text


def _foreign_zip(path):
    with zipfile.ZipFile(path, "w") as bundle:
        bundle.writestr("thu.txt", "x")


def _odd_manifest(path):
    with zipfile.ZipFile(path, "w") as bundle:
        bundle.writestr("sao-luu.json", "[")


@pytest.mark.parametrize(
    "make",
    [
        lambda path: path.write_text("không phải zip", encoding="utf-8"),
        lambda path: path.write_bytes(b""),
        lambda path: path.mkdir(),
        _foreign_zip,
        _odd_manifest,
        lambda path: None,
    ],
    ids=["a text", "empty", "a folder", "a foreign zip", "an odd list", "nothing"],
)
def test_what_is_no_backup_is_refused_in_words(cli, tmp_path, make):
    path = tmp_path / "sao.mcbk"
    make(path)
    code, text = cli("restore", path)
    assert code == 2
    assert_a_clerk_reads(text, path)


@pytest.mark.parametrize("cut", [10, 5_000, -1])
def test_a_backup_cut_anywhere_is_refused_in_words(cli, tmp_path, cut):
    assert cli("backup", "--to", tmp_path)[0] == 0
    whole = next(tmp_path.glob("*.mcbk"))
    path = tmp_path / "cut.mcbk"
    path.write_bytes(whole.read_bytes()[:cut])
    code, text = cli("restore", path)
    assert code == 2
    assert_a_clerk_reads(text, path)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO, 999])
def test_a_folder_that_fails_is_refused_in_words(cli, tmp_path, monkeypatch, number):
    def fail(*_, **__):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("os.fsync", fail)
    code, text = cli("backup", "--to", tmp_path)
    assert code == 1
    assert_a_clerk_reads(text, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_file_given_for_a_folder_is_said_to_be_one(cli, tmp_path):
    path = tmp_path / "tep.txt"
    path.write_text("x", encoding="utf-8")
    for command in ("backup", "export"):
        code, text = cli(command, "--to", path)
        assert code == 1
        assert_a_clerk_reads(text, path)


def test_a_device_is_never_replaced_by_a_file(tmp_path):
    """A pipe stands for /dev/null, which a test must not endanger."""
    device = tmp_path / "thiet-bi"
    os.mkfifo(device)
    with pytest.raises(FileUnwritable):
        write_file(device, b"x")
    with pytest.raises(FileUnreadable):
        read_file(device)
    assert device.is_fifo()


def test_every_cause_is_vietnamese():
    for number in errno.errorcode:
        assert_a_clerk_reads(cause(OSError(number, os.strerror(number))))


def test_a_data_folder_that_is_a_file_is_refused_in_words(tmp_path, capsys):
    path = Path(tmp_path) / "tep"
    path.write_text("x", encoding="utf-8")
    office = ["--office", "UBND xã Mẫu Sơn", "--code", "H37.99.1", "--officer", "Hoàng Thị Lan"]
    assert main(["--data", str(path), "init", *office]) == 1
    assert_a_clerk_reads(capsys.readouterr().err, path)
