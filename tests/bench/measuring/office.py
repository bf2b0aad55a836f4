"""Large invented offices for measuring: written in bulk, the same for the same size."""

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path

from app.domain.clock import VIETNAM, SetClock, utc_text
from app.domain.text import words
from app.usecases.office import opening
from db.engine.opening import connect
from db.folder import DATABASE_FILE, is_set_up
from db.keys import read_key
from db.records import Records
from tests.bench.measuring.lives import FACTS, PROCEDURES, Fresh, lived, write

NOW = datetime(2026, 11, 23, 10, 15, tzinfo=VIETNAM)
FAMILY, MIDDLE, GIVEN = (
    names.split()
    for names in (
        "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Nông Vy Triệu",
        "Văn Thị Đức Minh Hữu Ngọc Thu Quang Thanh Xuân Mùi A",
        (
            "Anh Ân Bình Chi Cường Dũng Đào Đạt Giang Hà Hải Hạnh Hiền Hoa Hùng Hường Khải Khánh "
            "Lan Linh Long Mai Minh Nam Nga Ngân Phương Phúc Quân Quỳnh Sơn Tâm Thảo Thơm Trang "
            "Tuấn Ưng Vân Yến"
        ),
    )
)
_STATES = ("RETURNED",) * 88 + ("RECEIVED",) * 5 + ("PROCESSING",) * 4 + ("FINISHED",) * 2
_STATES += ("AWAITING_SUPPLEMENT",)
_INSERT = """
INSERT INTO dossier(id, code, agency, day, number, station, officer, version, state,
  procedure_version, procedure_code, case_name, channel, service_level, boundary_free,
  applicant_kind, full_name, personal_id, id_kind, born, sex, phone, email, address,
  representative, sets, return_by, note, received_at, filed_at, limit_unit, limit_amount,
  pause_mode, due_at, measured_due_at, calendar_confirmed, form_set, waiting_since, finished_at,
  returned_at, ended_at, returned_to, returned_identity, end_reason, official_code)
VALUES (?, ?, 'H37.99.1', ?, ?, 1, 'Hoàng Thị Lan', 1, ?, ?, ?, NULL, 'DIRECT', 'UNKNOWN', 0,
  'CITIZEN', ?, ?, 'PERSONAL_ID', ?, 'MALE', ?, '', ?, NULL, 1, 'DESK', '', ?, NULL,
  'WORKING_DAY', 5, 'PAUSE', ?, ?, 1, 'tt03-2025', ?, ?, ?, ?, '', '', '', '')
"""


def make(folder: Path, dossiers: int, *, events: int = 0, whole: bool = True) -> Path:
    """An office with `dossiers`, of which the newest `events` events wait; kept once made.

    Each dossier has its whole life, as `verify` finds it right. Without `whole` it has its row, its
    papers and its search words only: enough to be shown and found, and made in a tenth of the time.
    """
    made, kind = folder / "made", "whole" if whole else "shown"
    if is_set_up(folder) and made.exists() and made.read_text() == kind:
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    opening.make_office(folder, SetClock(NOW), FACTS).close()
    if whole:
        _write_lives(folder, dossiers, events)
    connection = connect(folder / DATABASE_FILE, read_key(folder))
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA cache_size = -400000")
    connection.execute("BEGIN")
    if not whole:
        _write_shown(connection, dossiers)
    rows = connection.execute("SELECT id, code, full_name, phone, personal_id FROM dossier")
    while chunk := rows.fetchmany(20_000):
        connection.executemany(
            "INSERT INTO dossier_search(rowid, words) VALUES (?, ?)",
            [(row[0], _tokens(*row[1:])) for row in chunk],
        )
    connection.execute("COMMIT")
    connection.execute("INSERT INTO dossier_search(dossier_search) VALUES ('optimize')")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    records = Records(folder)
    records.write_witness()
    records.close()
    made.write_text(kind)
    return folder


def _write_lives(folder: Path, dossiers: int, events: int) -> None:
    """Dossiers with ledger, promises, receipts and events."""
    lives = lived(folder.with_name(f"{folder.name}-lives"), min(PROCEDURES, dossiers // 50 + 1))
    chance = random.Random(11)
    written = []
    for place in _places(dossiers):
        state = _state(chance, place.days_back)
        life = chance.choice(lives[state])
        fresh = Fresh(place.row, place.code, place.number, place.received, state, **_person(chance))
        written.append((fresh, life))
    write(folder, written, events=events)


def _write_shown(connection, dossiers: int) -> None:
    versions = connection.execute("SELECT id, code FROM procedure_version").fetchall()
    rows = _shown(dossiers, versions)
    while chunk := list(islice(rows, 20_000)):
        connection.executemany(_INSERT, chunk)
        connection.executemany(
            "INSERT INTO submitted_document(dossier_id, position, name, code, originals, copies, "
            "shown) VALUES (?, ?, ?, '', 1, 0, 0)",
            [(row[0], place, f"Giấy tờ số {place}") for row in chunk for place in (1, 2)],
        )
    connection.execute(
        "INSERT INTO number_series(series, period, agency, station, first, last) "
        "SELECT 'DOSSIER', day, agency, 0, 1, max(number) FROM dossier GROUP BY agency, day"
    )


@dataclass(frozen=True, slots=True)
class _Place:
    row: int
    code: str
    number: int
    received: datetime
    days_back: int


def _places(count: int) -> Iterator[_Place]:
    """Rows, codes and times of `count` dossiers, oldest first, each day's run without a gap."""
    per_day = max(3, min(9_999, count // 200))
    days = -(-count // per_day)
    short = days * per_day - count
    for row in range(1, count + 1):
        nth, place = divmod(row - 1 + short, per_day)
        number = place + 1 - (short if nth == 0 else 0)
        day = NOW - timedelta(days=days - 1 - nth)
        received = day.replace(hour=8, minute=0) + timedelta(minutes=place * 60 // per_day)
        code = f"H37.99.1-{day:%y%m%d}-{number:04d}"
        yield _Place(row, code, number, received, days - 1 - nth)


def _person(chance: random.Random) -> dict[str, str]:
    names = (chance.choice(FAMILY), chance.choice(MIDDLE), chance.choice(GIVEN))
    return {
        "full_name": " ".join(names),
        "phone": f"09{chance.randrange(10**8):08d}",
        "personal_id": f"020{chance.randrange(10**9):09d}",
        "born": f"{chance.randint(1950, 2005)}-01-01",
    }


def _state(chance: random.Random, days_back: int) -> str:
    return chance.choice(_STATES if days_back > 2 else _STATES[-12:])


def _tokens(code: str, name: str, phone: str, person: str) -> str:
    found = [*words(code), *words(name), phone, phone[-4:], person, person[-4:]]
    return " ".join(dict.fromkeys(found))


def _shown(count, versions):
    chance = random.Random(11)
    for place in _places(count):
        state, who = _state(chance, place.days_back), _person(chance)
        version, procedure = chance.choice(versions)
        received = place.received
        due = utc_text(received + timedelta(days=7 + chance.randrange(0, 9)))
        done = utc_text(received + timedelta(days=3))
        ended = done if state in {"RETURNED", "FINISHED"} else None
        yield (
            place.row, place.code, received.date().isoformat(), place.number, state, version,
            procedure, who["full_name"], who["personal_id"], who["born"], who["phone"],
            "Thôn Bản Loỏng, xã Mẫu Sơn", utc_text(received), due, due,
            done if state.startswith("AWAITING") else None, ended,
            done if state == "RETURNED" else None, ended,
        )  # fmt: skip
