"""After a loss commands look and say so, change nothing, and go on once it is accepted."""

import shutil

import pytest

from app.usecases.office import opening
from tests.builders import a_dossier
from tests.cli.refusals import assert_a_clerk_reads
from tests.cli.test_life import answer
from tests.cli.test_requests import ID, REQUEST, Script, clock, script  # noqa: F401

CODE = "H37.99.1-261123-{:04d}"
WHY = ("--reason", "Mất điện")


@pytest.fixture
def lossy(script, tmp_path, clock):  # noqa: F811
    """An office with one dossier; a second was lost with the log of the database."""
    script.take()
    data = tmp_path / "data"
    desk = opening.open_desk(data, clock)
    a_dossier(desk)
    shutil.copytree(data, tmp_path / "cut")
    desk.close()
    shutil.rmtree(data)
    shutil.move(tmp_path / "cut", data)
    (data / "motcua.db-wal").unlink()
    return script


def test_what_changes_is_refused_and_what_looks_is_warned(lossy, tmp_path):
    before = lossy.kept()
    for command in (
        ("intake", lossy.file("a.json", REQUEST)),
        ("start", CODE.format(1)),
        ("settings", "set", "place", "Đồng Đăng"),
        ("backup", "--to", tmp_path),
        ("verify",),
        ("--clock-confirmed", "settings", "set", "place", "Đồng Đăng"),
    ):
        exit_code, out, err = lossy.run(*command)
        assert (exit_code, out) == (3, ""), command
        assert CODE.format(2) in err
        assert_a_clerk_reads(err, tmp_path / "data", "recover accept")
    exit_code, out, err = lossy.run("show", CODE.format(1), "--json")
    assert exit_code == 0
    assert err.startswith("Chú ý: ")
    assert CODE.format(2) in err
    assert lossy.kept() == before


def test_a_loss_is_accepted_once_and_work_goes_on(lossy):
    done = answer(lossy.run("recover", "accept", *WHY, *ID, "--json"))
    assert done["missing"] == {"rows": 1, "dossiers": [CODE.format(2)], "changed": [], "papers": 0}
    assert done["numbers_left_out"]["H37.99.1 2026-11-23"] == 2
    assert len(done["ledger_hash"]) == 64
    again = answer(lossy.run("recover", "accept", *WHY, *ID, "--json"))
    assert again == done | {"repeated": True}
    assert lossy.take() == CODE.format(3)
    assert lossy.run("verify")[0] == 0
    exit_code, out, err = lossy.run("recover", "accept", *WHY)
    assert (exit_code, out) == (1, "")
    assert "không thiếu gì" in err


def test_the_answer_is_said_in_words(lossy):
    exit_code, out, err = lossy.run("recover", "accept", *WHY)
    assert (exit_code, err) == (0, "")
    assert f"Hồ sơ không còn: {CODE.format(2)}." in out
    assert "H37.99.1 2026-11-23: 2" in out


def test_a_reason_is_asked_for(lossy):
    assert lossy.run("recover", "accept")[0] == 2
    exit_code, _, err = lossy.run("recover", "accept", "--reason", " ")
    assert exit_code == 1
    assert_a_clerk_reads(err)


def test_a_missing_witness_is_accepted_too(script, tmp_path):  # noqa: F811
    script.take()
    (tmp_path / "data" / "motcua.head").unlink()
    exit_code, _, err = script.run("show", CODE.format(1))
    assert exit_code == 3
    assert "recover accept" in err
    done = answer(script.run("recover", "accept", *WHY, "--json"))
    assert done["missing"]["rows"] == 0
    assert script.take() == CODE.format(2)


def test_an_emptied_witness_refuses_before_anything_is_kept_so_that_no_retry_doubles(
    script,  # noqa: F811
    tmp_path,
):
    code = script.take()
    before = script.kept()
    (tmp_path / "data" / "motcua.head").write_bytes(b"")
    fee = ("--name", "Lệ phí", "--amount", 15_000, "--source", "NQ 1", "--reason", "NQ")
    for _ in range(2):
        for command in (
            ("fee", "charge", code, *fee),
            ("settings", "set", "place", "Đồng Đăng"),
            ("intake", script.file("a.json", REQUEST)),
        ):
            assert script.run(*command)[0] == 3
    (tmp_path / "data" / "motcua.head").unlink()
    answer(script.run("recover", "accept", *WHY, "--json"))
    assert script.kept() != before
    assert answer(script.run("show", code, "--json"))["fees"] == []
