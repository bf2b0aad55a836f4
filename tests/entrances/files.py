"""Entrances of whole files: imported, restored, answered, or lying beside the records."""

import json
import shutil
import zlib
from datetime import date
from pathlib import Path

from app.cli.dossier import due_question
from app.domain.dossier.opened import Opened
from app.exchange import code_list, correction_file, intake_file, tariff_file
from app.exchange.calendar import file as calendar_file
from app.exchange.catalogue import file as catalogue_file
from app.exchange.package import reader
from app.exchange.province_v1 import acknowledgement
from app.outside import ordinary
from app.usecases.catalogue.procedures import import_catalogue
from app.usecases.dossier.correction import correct_dossier
from app.usecases.dossier.intake import register_dossier
from app.usecases.exchange.answering import take_answers
from app.usecases.handover import giving
from app.usecases.money.tariffs import import_tariffs
from app.usecases.office.calendar import import_calendar
from app.usecases.proof import checking
from app.usecases.queries import lookup
from app.usecases.safety import bundle, stick_marks
from db import beside, copies, keys
from db.guard import access, checked, swap
from db.papers import PaperStore
from db.witness import known
from tests.builders import LAN
from tests.cli.conftest import REQUEST
from tests.entrances.entrance import Entrance
from tests.entrances.mutating import some_bytes, some_json

SEED = Path(__file__).parents[2] / "resources" / "seed"
PORTAL = Path(__file__).parents[1] / "exchange" / "data" / "portal-detail-2.000815.json"


def seed(name):
    return json.loads((SEED / name).read_text(encoding="utf-8"))


def a_calendar():
    whole = seed("calendar.json")
    return whole | {"years": [year for year in whole["years"] if year["year"] == 2026]}


ROWS = [
    {"code": "9.000001", "name": "Thủ tục thử", "methods": [], "field": "Hộ tịch"},
    {"code": "9.000002", "name": "Thủ tục thử khác"},
]
CATALOGUES = (ROWS, json.loads(PORTAL.read_text(encoding="utf-8")))
CALENDARS = (a_calendar(),)
TARIFFS = (seed("tariffs.json"),)
REQUESTS = (REQUEST, REQUEST | {"documents": "all", "fees": [{"name": "Lệ phí", "amount": 8000}]})
CHANGES = (
    {"note": "gọi trước khi trả"},
    {"applicant": {"full_name": "Hoàng Thị Mây", "phone": "0912345679"}, "documents": "all"},
)
CODES = (b"H37.99.1-261123-0001\n26112300000179\r\n", b"\xef\xbb\xbfH37.99.1-261123-0001\n")
QUESTIONS = (
    {"limit": "5 WORKING_DAY", "received_at": "2026-11-23T10:15"},
    {"limit": "24 HOUR", "received_at": "2026-11-23T10:15", "mode": "RESTART",
     "pauses": [["2026-11-24T08:00", "2026-11-25T09:00"], ["2026-11-26T08:00", None]]},
)  # fmt: skip
ON = date(2026, 11, 23)


def registered(world, content, _dice):
    read = intake_file.read(content)
    stored = lookup.rules(world.desk, LAN).in_force(read.procedure, ON)
    asked = read.request(stored.procedure)
    return register_dossier(world.desk, LAN, asked)


def corrected(world, content, _dice):
    number = lookup.dossier_id_of(world.desk, LAN, world.code)
    view = lookup.dossier_view(world.desk, LAN, number)
    procedure = lookup.rules(world.desk, LAN).procedure(view.dossier.procedure_version)
    asked = correction_file.read(content).correction(view.dossier, procedure)
    return correct_dossier(world.desk, LAN, Opened(number), asked, reason="gõ nhầm")


def handed_over(world, content, _dice):
    codes = code_list.read(content)
    return giving.hand_over(world.desk, LAN, codes, agency="kinh te")


def unpacked(world, content, _dice):
    aside = world.place / "aside"
    aside.mkdir()
    try:
        return bundle.unpack(world.file(content), aside)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def beside_the_records(name, read):
    """A small file of the data folder is other than it was left."""

    def take(world, content, _dice):
        folder = world.place / "data"
        (folder / access.FOLDER).mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
        return read(folder)

    return take


def last_checks(folder):
    return [checked.last(folder, depth) for depth in checked.Depth]


def a_witness(world, content, dice):
    """A line under a checksum that fits, the summary or one of a commit behind a good one."""
    lines = [line_of(content)]
    if dice.random() < 0.5:
        lines.insert(0, line_of(json.dumps(HEAD).encode()))
    folder = world.place / "data"
    folder.mkdir(exist_ok=True)
    (folder / known.HEAD_FILE).write_bytes(b"".join(lines))
    known.require_summary(folder)
    return known.read_known(folder)


def line_of(content):
    return b"%08x %s\n" % (zlib.crc32(content), content)


def finished(folder):
    try:
        return swap.finish(folder)
    finally:
        (folder / access.FOLDER / "doi-cho.json").unlink(missing_ok=True)


def a_paper(world, content, _dice):
    store = PaperStore(world.place / "data", keys.DataKey(bytes(32)))
    store.path_of("0" * 64).parent.mkdir(parents=True, exist_ok=True)
    store.path_of("0" * 64).write_bytes(content)
    return store.get("0" * 64)


HEAD = {"format": "motcua-head-3", "practice": False, "chains": {"0": [7, "ab"]},
        "numbers": [["DOSSIER", "2026-11-23", "H37.99.1", 1, 1, 7]],
        "rows": [[0, 7, "ab", "DOSSIER", 1, "H37.99.1-261123-0001"]]}  # fmt: skip
COMMIT = [[[0, 8, "cd", "DOSSIER", 2, "H37.99.1-261123-0001"]],
          [["DOSSIER", "2026-11-23", "H37.99.1", 1, 1, 8]]]  # fmt: skip
COPIES = {"format": "motcua-copies-1", "places": {}, "trial": None, "spoilt": ["x.mcbk"]}
CHECKS = {"DEEP": {"at": "2026-11-23T10:15:00+07:00", "problem": "x", "is_grave": False,
                   "dossiers": 1, "ledger_rows": 9, "papers": 0}}  # fmt: skip
MARK = {"format": "motcua-usb-1", "id": "0123456789abcdef"}
KEY = {"format": "motcua-key-1", "wraps": [{"kind": "none", "key": "ab" * 32}]}
JOURNAL = {"stage": ".motcua-tam-1", "into": ["motcua.db"], "out": [], "aside": "x",
           "is_beside": True}  # fmt: skip
NOTE = {"work": "intake", "pid": 4711, "outside": ["/media/usb"]}

FILES = (
    Entrance(
        "a request to register, read", 1_200, REQUESTS, some_json,
        lambda _world, content, _dice: intake_file.read(content),
        modules=("app.exchange.intake_file", "app.outside.strict_json"),
    ),
    Entrance("a request to register", 120, REQUESTS, some_json, registered,
             commands=("intake request", "guide request"),
             modules=("app.cli.dossier.dossiers", "app.cli.dossier.turning_away")),
    Entrance(
        "corrections, read", 700, CHANGES, some_json,
        lambda _world, content, _dice: correction_file.read(content),
        modules=("app.exchange.correction_file",),
    ),
    Entrance("corrections", 120, CHANGES, some_json, corrected, commands=("correct changes",),
             modules=("app.cli.dossier.life",)),
    Entrance(
        "a list of codes, read", 300, CODES, some_bytes,
        lambda _world, content, _dice: code_list.read(content),
    ),
    Entrance(
        "a list of codes", 60, CODES, some_bytes, handed_over,
        modules=("app.cli.dossier.handover",),
    ),
    Entrance(
        "answers of the province, read", 1_200, "answers", some_json,
        lambda _world, content, _dice: acknowledgement.read(content),
        modules=("app.exchange.province_v1.acknowledgement",),
    ),
    Entrance(
        "answers of the province", 150, "answers", some_json,
        lambda world, content, _dice: take_answers(world.desk, LAN, content),
        commands=("acknowledge file",),
        modules=("app.cli.office.exchange", "app.composition.actions.exchange"),
    ),
    Entrance(
        "a catalogue, read", 700, CATALOGUES, some_json,
        lambda _world, content, _dice: catalogue_file.read(
            content, source="x", effective_from=ON, completions={}),
        modules=("app.exchange.catalogue.file",),
    ),
    Entrance(
        "a catalogue", 60, CATALOGUES, some_json,
        lambda world, content, _dice: import_catalogue(world.desk, LAN, content, source="x.json"),
        commands=("catalogue import file",),
        modules=("app.cli.office.imports", "app.composition.actions.reference_data"),
    ),
    Entrance(
        "a calendar, read", 500, CALENDARS, some_json,
        lambda _world, content, _dice: calendar_file.read(content),
        modules=("app.exchange.calendar.file",),
    ),
    Entrance(
        "a calendar", 60, CALENDARS, some_json,
        lambda world, content, _dice: import_calendar(world.desk, LAN, content),
        commands=("calendar import file",),
    ),
    Entrance(
        "tariffs, read", 500, TARIFFS, some_json,
        lambda _world, content, _dice: tariff_file.read(content),
        modules=("app.exchange.tariff_file",),
    ),
    Entrance(
        "tariffs", 60, TARIFFS, some_json,
        lambda world, content, _dice: import_tariffs(world.desk, LAN, content, source="x.json"),
        commands=("tariff import file",),
    ),
    Entrance(
        "a line of questions", 700, QUESTIONS, some_json,
        lambda _world, content, _dice: due_question.read_question(content),
        modules=("app.cli.dossier.due_question",),
    ),
    Entrance(
        "a package", 500, "packages", some_bytes,
        lambda world, content, _dice: reader.read_package(world.file(content)),
        modules=("app.exchange.package.reader", "app.exchange.package.writer"),
    ),
    Entrance(
        "a proof of time", 400, "proofs", some_bytes,
        lambda world, content, _dice: checking.check_proof(world.file(content)),
        modules=("app.usecases.proof.checking",),
    ),
    Entrance("a backup", 200, "backups", some_bytes, unpacked, commands=("restore file",),
             modules=("app.usecases.safety.bundle",)),
    Entrance(
        "a file that is compared", 60, ((b"x" * 40),), some_bytes,
        lambda world, content, _dice: ordinary.read_file(world.file(content), most=40),
        modules=("app.exchange.target", "app.cli.desk"),
    ),
    Entrance("the key file", 400, (KEY,), some_json,
             beside_the_records(keys.KEY_FILE, keys.read_key), modules=("db.keys",)),
    Entrance("the witness", 400, (HEAD, COMMIT), some_json, a_witness,
             modules=("db.witness.known",)),
    Entrance("the witness, any bytes", 300, (b"00000000 {}\n", b"7f1c3a2b [[],[]]\n"), some_bytes,
             beside_the_records(known.HEAD_FILE, known.read_known)),
    Entrance("the note of copies", 300, (COPIES,), some_json,
             beside_the_records(copies.COPIES_FILE, copies.read_copies), modules=("db.copies",)),
    Entrance("the note of checks", 300, (CHECKS,), some_json,
             beside_the_records(checked.CHECKS_FILE, last_checks), modules=("db.guard.checked",)),
    Entrance("the mark of a stick", 300, (MARK,), some_json,
             beside_the_records("usb.json", stick_marks.read_mark),
             modules=("app.usecases.safety.stick_marks",)),
    Entrance("the journal of a swap", 300, (JOURNAL,), some_json,
             beside_the_records(f"{access.FOLDER}/doi-cho.json", finished),
             modules=("db.guard.swap",)),
    Entrance(
        "the note of a work", 300, (NOTE,), some_json,
        beside_the_records(f"{access.FOLDER}/1.viec",
                           lambda folder: access.read_note(folder / access.FOLDER / "1.viec")),
        modules=("db.guard.access",),
    ),
    Entrance("a note beside the records", 200, (b"vi", b"dark 150"), some_bytes,
             beside_the_records("motcua.ngon-ngu",
                                lambda folder: beside.read_note(folder, "motcua.ngon-ngu")),
             modules=("db.beside", "db.instance")),
    Entrance("a stored paper", 300, (bytes(60),), some_bytes, a_paper, modules=("db.papers",)),
)  # fmt: skip
