"""Commands on a data folder that is in use, half there, or another office's; files are private."""

import json
import os
import stat

import pytest

from db.guard import access
from tests.cli.refusals import assert_a_clerk_reads


@pytest.fixture
def at_once(monkeypatch):
    """Nobody waits."""
    for function in (access.share, access.alone, access.Share.alone):
        unwrapped = getattr(function, "__wrapped__", function)
        monkeypatch.setitem(unwrapped.__kwdefaults__, "patience", 0)


def test_while_data_are_replaced_a_command_says_so(office, tmp_path, at_once):
    with access.alone(tmp_path / "data", access.RESTORING):
        for command in (
            ("find", "hoang"),
            ("verify",),
            ("settings", "get"),
            ("backup", "--to", tmp_path),
        ):
            code, out, err = office(*command)
            assert (code, out) == (1, "")
            assert "việc khôi phục dữ liệu" in err
            assert_a_clerk_reads(err, tmp_path / "data")


def test_a_restore_does_not_begin_while_a_command_runs(office, tmp_path, at_once):
    made = json.loads(office("backup", "--to", tmp_path, "--json")[1])["path"]
    running = access.share(tmp_path / "data", "intake")
    code, _, err = office("restore", made)
    assert code == 1
    assert "lệnh intake" in err
    running.close()
    assert office("restore", made)[0] == 0


def test_another_offices_data_are_replaced_only_by_force(office, cli, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    cli("init", "--office", "UBND xã Đồng Đăng", "--code", "H37.98.1", "--officer", "Páo",
        data=elsewhere)  # fmt: skip
    made = json.loads(office("backup", "--to", tmp_path, "--json")[1])["path"]
    code, _, err = cli("restore", made, "--json", data=elsewhere)
    assert code == 1
    for part in ("UBND xã Mẫu Sơn (H37.99.1)", "UBND xã Đồng Đăng (H37.98.1)", "--force"):
        assert part in err
    assert cli("settings", "get", "office", data=elsewhere)[1].strip() == "UBND xã Đồng Đăng"
    assert cli("restore", made, "--force", "--json", data=elsewhere)[0] == 0
    assert cli("settings", "get", "office", data=elsewhere)[1].strip() == "UBND xã Mẫu Sơn"


def test_a_kill_while_a_paper_is_written_would_be_found_at_the_next_start(
    office, tmp_path, request_file, monkeypatch
):
    """What is written, where, while it is: the receipt, a reprint, a cash sheet, a book."""
    noted = []

    def write(path, content, **_):
        assert content.startswith(b"%PDF")
        (note,) = access.notes(tmp_path / "data")
        noted.append((path.name, access.read_note(note)["outside"]))

    monkeypatch.setattr("app.exchange.target.write_file", write)
    (tmp_path / "out").mkdir()

    def to(name):
        return tmp_path / "out" / name

    code = json.loads(office("intake", request_file(), "--receipt", to("1.pdf"))[1])["dossier_code"]
    assert office("print", code, "--form", "01", "--to", to("2.pdf"), "--reason", "x")[0] == 0
    assert office("cash-sheet", "--open", "--to", to("3.pdf"))[0] == 0
    assert office("book", "show", "SCT/BS", "--to", to("4.pdf"))[0] == 0
    assert noted == [(f"{nth}.pdf", [str(tmp_path / "out")]) for nth in range(1, 5)]


LIMIT = ("due", "--limit", "5 WORKING_DAY", "--received", "2026-11-23T10:15")


def test_remains_of_an_office_are_damage_to_every_command(office, tmp_path):
    (tmp_path / "data" / "motcua.db").unlink()
    init = ("init", "--office", "UBND xã A", "--code", "H37.1", "--officer", "Lan")
    for command in (init, ("demo",), ("verify",), ("find", "x"), LIMIT):
        code, out, err = office(*command)
        assert (code, out) == (3, ""), command
        assert "motcua.key" in err
        assert_a_clerk_reads(err, tmp_path / "data")
    assert not (tmp_path / "data" / "motcua.db").exists()


def test_records_without_their_key_are_damage_to_every_command(office, tmp_path):
    (tmp_path / "data" / "motcua.key").unlink()
    for command in (("verify",), ("find", "x"), ("settings", "get"), ("backup", "--to", tmp_path)):
        code, out, err = office(*command)
        assert (code, out) == (3, ""), command
        assert "khôi phục bản sao lưu" in err
        assert_a_clerk_reads(err, tmp_path / "data" / "motcua.key")


def test_without_any_data_a_deadline_is_counted_all_the_same(cli, tmp_path):
    assert cli(*LIMIT)[0] == 0
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("harm", ["gone", "emptied"])
def test_records_without_their_witness_are_refused_by_every_command(
    office, tmp_path, request_file, harm
):
    data = tmp_path / "data"
    assert office("intake", request_file())[0] == 0
    if harm == "gone":
        (data / "motcua.head").unlink()
    else:
        (data / "motcua.head").write_bytes(b"")
    kept = (data / "motcua.db").read_bytes()
    for command in (("intake", request_file()), ("verify",), ("find", "x"), ("settings", "get")):
        for _ in range(2):
            code, out, err = office(*command)
            assert (code, out) == (3, ""), command
            assert "khôi phục bản sao lưu" in err
            assert_a_clerk_reads(err, data / "motcua.head", "recover accept")
    assert (data / "motcua.db").read_bytes() == kept


def test_an_older_database_beside_a_newer_witness_is_only_looked_at(office, tmp_path, request_file):
    data = tmp_path / "data"
    older = (data / "motcua.db").read_bytes()
    assert office("intake", request_file())[0] == 0
    (data / "motcua.db").write_bytes(older)
    witness = (data / "motcua.head").read_bytes()
    expected = {
        ("intake", request_file()): 3,
        ("verify",): 3,
        ("find", "x"): 0,
        ("settings", "set", "place", "Đồng Đăng"): 3,
    }
    for command, code in expected.items():
        for _ in range(2):
            exit_code, _, err = office(*command)
            assert exit_code == code, command
            assert "khôi phục bản sao lưu" in err
            assert_a_clerk_reads(err, data, "recover accept")
    assert (data / "motcua.db").read_bytes() == older
    assert (data / "motcua.head").read_bytes() == witness


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
@pytest.mark.skipif("os.name != 'posix'", reason="elsewhere modes mean nothing")
def test_whatever_is_written_is_private_whatever_the_umask(cli, tmp_path, request_file, mask):
    before = os.umask(mask)
    try:
        out = tmp_path / "out" / "deeper"
        out.mkdir(parents=True, mode=0o755)
        request = request_file()
        init = ("init", "--office", "UBND xã Mẫu Sơn", "--code", "H37.99.1", "--officer", "Lan")
        assert cli(*init)[0] == 0
        code, said, _ = cli("intake", request, "--receipt", out / "phieu.pdf")
        assert code == 0
        number = json.loads(said)["dossier_code"]
        assert cli("print", number, "--form", "01", "--to", out / "in.pdf", "--reason", "x")[0] == 0
        assert cli("backup", "--to", out)[0] == 0
        assert cli("export", "--to", out)[0] == 0
        assert cli("scanner-sheet", "--to", out / "sheet.pdf")[0] == 0
        (made,) = out.glob("*.mcbk")
        assert cli("restore", made)[0] == 0
        assert os.umask(mask) == mask  # as it was for whoever called
    finally:
        os.umask(before)
    written = [path for path in tmp_path.rglob("*") if path not in {out, out.parent, request}]
    assert len(written) > 12
    for path in written:
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o700 if path.is_dir() else 0o600), (path, oct(mode))
