"""Whatever of the data folder is damaged, every command says so in a sentence and exits with 3."""

import json
import os
import random
import shutil

import click
import pytest

from app.__main__ import commands
from db.folder import DATABASE_FILE
from db.keys import KEY_FILE
from db.witness.known import HEAD_FILE
from tests.cli.conftest import REQUEST
from tests.cli.refusals import assert_a_clerk_reads

PAGE = 4_096
CODE = "{code}"
COMMANDS = {
    "acknowledge": ("{answers}",),
    "agency add": ("Công an xã",),
    "agency drop": ("Phòng Kinh tế",),
    "agency list": (),
    "apologies due": (),
    "apologies list": (),
    "apologies sent": (CODE, "--by", "PHONE"),
    "backup": ("--to", "{out}"),
    "batch finish": (CODE,),
    "book show": ("SCT/BS",),
    "book volume": ("SCT/BS",),
    "book close": ("SCT/BS",),
    "calendar import": ("{answers}",),
    "cash-sheet": (),
    "catalogue cut": ("1.004873", "--limit", "2 WORKING_DAY", "--decision", "QĐ 8",
                      "--approver", "Vi Văn Duyệt"),
    "catalogue import": ("{answers}",),
    "catalogue show": ("1.004873",),
    "closure declare": ("--decision", "QĐ 9", "--from", "2026-11-25", "--to", "2026-11-25",
                        "--reason", "bão"),
    "closure list": (),
    "closure show": ("1",),
    "closure slips": ("1", "--to", "{out}/cap-lai.pdf"),
    "closure undo": ("1",),
    "copies enrol": ("--at", "{out}", "--with-key"),
    "copies list": (),
    "copies make": ("--always",),
    "copies remove": ("USB két",),
    "copies try": (),
    "correct": (CODE, "{changes}", "--reason", "gõ nhầm"),
    "counts": (),
    "day close": (),
    "day open": (),
    "day show": (),
    "export": ("--to", "{out}"),
    "extend": (CODE, "--to", "2026-12-15 09:00", "--cause", "WORKLOAD"),
    "fee charge": (CODE, "--name", "Lệ phí", "--amount", "8000", "--source", "Nghị quyết 1",
                   "--reason", "thu thêm"),
    "fee collect": (CODE,),
    "fee receipt": (CODE, "1", "AA/26E 0000123"),
    "fee refund": (CODE, "1", "--reason", "thu nhầm"),
    "fee show": (CODE,),
    "fee void": (CODE, "1", "--reason", "thu nhầm"),
    "fee waive": (CODE, "--ground", "KHAC", "--text", "Giấy số 1"),
    "find": ("hoang thi may",),
    "finish": (CODE,),
    "guide": ("{request}", "--to", "{out}/huong-dan.pdf"),
    "handover list": (),
    "handover new": ("--to", "Phòng Kinh tế", CODE),
    "handover print": ("1", "--to", "{out}/bien-ban.pdf"),
    "handover receive": ("1", CODE),
    "handover show": ("1",),
    "handover where": (),
    "intake": ("{request}",),
    "list": ("--to", "{out}/danh-sach.xlsx"),
    "print": (CODE, "--form", "01", "--to", "{out}/phieu.pdf"),
    "proof": (CODE, "--to", "{out}/chung-minh.pdf"),
    "refuse": ("{request}", "--reason", "không thuộc thẩm quyền", "--to", "{out}/tu-choi.pdf"),
    "register": ("--out", "{out}/so.pdf"),
    "reopen": (CODE, "--reason", "dừng nhầm", "--approver", "Vi Văn Duyệt"),
    "report": ("held",),
    "return": (CODE, "--to", "Hoàng Thị Mẩy", "--identity", "căn cước"),
    "settings get": ("office",),
    "settings set": ("place", "Mẫu Sơn"),
    "show": (CODE,),
    "signing done": (CODE,),
    "signing list": (),
    "start": (CODE,),
    "steps set": ("1.004873", "--step", "Phòng Kinh tế | Xem | 1 WORKING_DAY"),
    "steps show": ("1.004873",),
    "stop": (CODE, "--reason", "người nộp xin dừng"),
    "supplement ask": (CODE, "--paper", "Giấy ủy quyền", "--reason", "còn thiếu"),
    "supplement complete": (CODE,),
    "take-back": (CODE,),
    "tariff import": ("{answers}",),
    "tariff show": (),
    "verify": (),
    "withdraw": (CODE, "--reason", "người nộp xin rút"),
}  # fmt: skip
WITHOUT_OFFICE = {"demo", "due", "init", "recover accept", "restore", "scan", "scanner-sheet",
                  "screenshot", "tour", "support"}  # fmt: skip
"""What makes an office, or needs none, or none that opens or is whole."""


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    """An office with six dossiers, and the files commands are given."""
    from app.__main__ import main

    place = tmp_path_factory.mktemp("world")
    for name, body in (
        ("request", REQUEST), ("changes", {"note": "gọi trước khi trả"}), ("answers", {"v": "1.0"}),
    ):  # fmt: skip
        (place / f"{name}.json").write_text(json.dumps(body, ensure_ascii=False), "utf-8")
    office = ["--data", str(place / "data")]
    init = ["init", "--office", "UBND xã Mẫu Sơn", "--code", "H37.99.1", "--officer", "Lan"]
    assert main([*office, *init]) == 0
    for _ in range(6):
        assert main([*office, "intake", str(place / "request.json")]) == 0
    return place


@pytest.fixture
def every_command(world, tmp_path, cli):
    """Run every command on a copy of the office to which something was done."""
    _, listed, _ = cli("find", "hoang thi may", "--json", data=world / "data")
    code = json.loads(listed)["dossiers"][0]["dossier_code"]

    def run(harm):
        for name, arguments in COMMANDS.items():
            shutil.rmtree(tmp_path, ignore_errors=True)
            (tmp_path / "out").mkdir(parents=True)
            data = tmp_path / "data"
            shutil.copytree(world / "data", data)
            harm(data)
            given = {"code": code, "out": str(tmp_path / "out")}
            given |= {
                file: str(world / f"{file}.json") for file in ("request", "changes", "answers")
            }
            words = [one.format_map(given) for one in arguments]
            exit_code, out, err = cli(*name.split(), *words, data=data)
            yield name, exit_code, out + err

    return run


@pytest.fixture
def healthy(every_command, world):
    """How each command ends where nothing is damaged; asked once."""
    if world not in _HEALTHY:
        ended = every_command(lambda data: None)
        _HEALTHY[world] = {name: exit_code for name, exit_code, _ in ended}
    return _HEALTHY[world]


_HEALTHY = {}


def names_of(group, before=""):
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from names_of(command, f"{before}{name} ")
        else:
            yield before + name


def spoilt_page(which):
    """64 bytes in the middle of a page are others."""

    def harm(data):
        size = (data / DATABASE_FILE).stat().st_size // PAGE
        with (data / DATABASE_FILE).open("r+b") as file:
            file.seek(int(which * (size - 1)) * PAGE + 100)
            file.write(random.Random(7).randbytes(64))

    return harm


def a_folder(name):
    def harm(data):
        (data / name).unlink(missing_ok=True)
        (data / name).mkdir()

    return harm


def holding(name, body):
    return lambda data: (data / name).write_bytes(body)


def test_every_command_is_tried():
    assert {*COMMANDS, *WITHOUT_OFFICE} == set(names_of(commands()))


@pytest.mark.parametrize(
    "harm",
    [
        spoilt_page(0),
        a_folder(DATABASE_FILE),
        a_folder(f"{DATABASE_FILE}-wal"),
        a_folder(KEY_FILE),
        holding(KEY_FILE, b"{}"),
        holding(KEY_FILE, b"[" * 100_000),
        holding(KEY_FILE, b"\xff\x00"),
        lambda data: os.truncate(data / DATABASE_FILE, 2 * PAGE),
        lambda data: os.truncate(data / DATABASE_FILE, 0),
    ],
    ids=["page one", "db folder", "log folder", "key folder", "key empty", "key deep", "key bytes",
         "db short", "db empty"],
)  # fmt: skip
def test_records_that_cannot_be_opened_are_damage_to_every_command(every_command, harm):
    for name, exit_code, said in every_command(harm):
        assert exit_code == 3, (name, said)
        assert_a_clerk_reads(said, *PLACES)


PLACES = (DATABASE_FILE, KEY_FILE, HEAD_FILE)


@pytest.mark.parametrize(
    "which",
    [
        *(0.005, 0.03, 0.06),
        *(pytest.param(nth / 40, marks=pytest.mark.deep) for nth in range(1, 40)),
    ],
)
def test_a_damaged_page_is_said_as_damage_by_whatever_meets_it(every_command, healthy, which):
    met = 0
    for name, exit_code, said in every_command(spoilt_page(which)):
        met += exit_code == 3
        assert exit_code in {healthy[name], 3}, (name, said)
        if exit_code == 3:
            assert_a_clerk_reads(said, *PLACES, "verify")
    assert met, "verify, at least, finds every page"


@pytest.mark.parametrize(
    "harm",
    [a_folder(HEAD_FILE), holding(HEAD_FILE, b"[" * 100_000), holding(HEAD_FILE, b""),
     holding(HEAD_FILE, b'{"chains":{"1":{"seq":1e999,"hash":"a"}}}')],
    ids=["folder", "deep", "empty", "endless"],
)  # fmt: skip
def test_a_spoilt_head_file_is_damage_before_anything_is_done(every_command, harm):
    for name, exit_code, said in every_command(harm):
        assert exit_code == 3, (name, said)
        assert_a_clerk_reads(said, *PLACES)


def test_a_mistake_of_the_program_is_a_number_and_no_traceback(cli, world, monkeypatch, caplog):
    def broken(*_arguments, **_more):
        raise ZeroDivisionError("Hoàng Thị Mẩy 020185001234")

    monkeypatch.setattr("app.usecases.queries.lookup.find", broken)
    exit_code, out, err = cli("find", "hoang", data=world / "data")
    assert (exit_code, out) == (1, "")
    log = world / "data" / "motcua.log"
    assert_a_clerk_reads(err, log)
    assert "Hoàng Thị Mẩy" not in err + log.read_text("utf-8")
    assert "ZeroDivisionError" in log.read_text("utf-8")
    caplog.clear()
