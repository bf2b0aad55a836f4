"""Large invented offices for measuring: written in bulk, the same for the same size."""

import hashlib
import random
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from app.domain.actor import Actor
from app.domain.clock import VIETNAM, SetClock, utc_text
from app.domain.dossier.dossier import Applicant, IntakeRequest, SubmittedDocument
from app.domain.dossier.identity import Sex
from app.domain.ledger import GENESIS, chain_hash
from app.domain.text import words
from app.exchange import events as neutral
from app.usecases.dossier import intake
from app.usecases.office import opening
from app.usecases.queries import lookup
from db.engine.opening import connect
from db.folder import DATABASE_FILE, is_set_up
from db.keys import read_key
from db.packing import Dictionary, packed

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


def make(folder: Path, dossiers: int, *, events: int = 0) -> Path:
    """An office with `dossiers` (and `events` dossiers with events waiting); kept once made."""
    if is_set_up(folder) and (folder / "made").exists():
        return folder
    desk = opening.make_office(
        folder, SetClock(NOW), opening.OfficeFacts("UBND xã Mẫu", "H37.99.1", "Hoàng Thị Lan")
    )
    body = _typical_event(desk)
    desk.close()
    connection = connect(folder / DATABASE_FILE, read_key(folder))
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA cache_size = -400000")
    connection.execute("BEGIN")
    versions = connection.execute("SELECT id, code FROM procedure_version").fetchall()
    rows = _dossiers(dossiers, versions)
    while chunk := [row for _, row in zip(range(20_000), rows, strict=False)]:
        connection.executemany(_INSERT, [row for row, _ in chunk])
        connection.executemany(
            "INSERT INTO dossier_search(rowid, words) VALUES (?, ?)",
            [(row[0], searchable) for row, searchable in chunk],
        )
        connection.executemany(
            "INSERT INTO submitted_document(dossier_id, position, name, code, originals, copies, "
            "shown) VALUES (?, ?, ?, '', 1, 0, 0)",
            [(row[0], place, f"Giấy tờ số {place}") for row, _ in chunk for place in (1, 2)],
        )
    connection.execute(
        "INSERT INTO number_series(series, period, agency, station, first, last) "
        "SELECT 'DOSSIER', day, agency, 0, 1, max(number) FROM dossier GROUP BY agency, day"
    )
    if events:
        _events(connection, min(events, dossiers), body)
    connection.execute("COMMIT")
    connection.execute("INSERT INTO dossier_search(dossier_search) VALUES ('optimize')")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    (folder / "made").touch()
    return folder


def _dossiers(count, versions):
    chance = random.Random(11)
    per_day = max(60, min(9_999, count // 200))
    for ident in range(1, count + 1):
        back, place = divmod(count - ident, per_day)
        day = NOW - timedelta(days=back)
        received = day.replace(hour=8) + timedelta(seconds=place % 7_200)
        number = per_day - place
        code = f"H37.99.1-{day:%y%m%d}-{number:04d}"
        name = f"{chance.choice(FAMILY)} {chance.choice(MIDDLE)} {chance.choice(GIVEN)}"
        phone = f"09{chance.randrange(10**8):08d}"
        person = f"020{chance.randrange(10**9):09d}"
        state = chance.choice(_STATES) if back > 2 else chance.choice(_STATES[-12:])
        version, procedure = chance.choice(versions)
        due = utc_text(received + timedelta(days=7 + chance.randrange(0, 9)))
        done = utc_text(received + timedelta(days=3))
        ended = done if state in {"RETURNED", "FINISHED"} else None
        row = (
            ident, code, day.date().isoformat(), number, state, version, procedure, name, person,
            f"{chance.randint(1950, 2005)}-01-01", phone, "Thôn Bản Loỏng, xã Mẫu Sơn",
            utc_text(received), due, due, done if state.startswith("AWAITING") else None, ended,
            done if state == "RETURNED" else None, ended,
        )  # fmt: skip
        tokens = [*words(code), *words(name), phone, phone[-4:], person, person[-4:]]
        yield row, " ".join(dict.fromkeys(tokens))


def _events(connection, count, typical):
    """A ledger row and an event of the whole dossier for each of the first `count` dossiers."""
    previous, at = GENESIS, utc_text(NOW)
    found = connection.execute(
        "SELECT id, code, state FROM dossier ORDER BY id LIMIT ?", (count,)
    ).fetchall()
    for seq, (ident, code, state) in enumerate(found, start=1):
        values = {
            "chain": 1, "seq": seq, "at": at, "officer": "Lan", "station": 1, "subject": "DOSSIER",
            "reference": code, "version": 1, "event": "RECEIVE", "from_state": "",
            "to_state": state, "reason": "", "detail": "", "previous_hash": previous,
        }  # fmt: skip
        previous = chain_hash(**values)
        row = values | {"dossier_id": ident, "hash": previous, "detail": b""}
        connection.execute(
            f"INSERT INTO ledger({', '.join(row)}) VALUES ({', '.join('?' * len(row))})",
            tuple(row.values()),
        )
        event_id = f"00000000-0000-7000-8000-{seq:012d}"
        body = typical(code, ident, event_id, seq)
        connection.execute(
            "INSERT INTO outbox(position, station, sequence, event_id, ledger_seq, dossier_id, "
            "dossier_code, kind, version, created_at, body, sha256, state, answered_at, answer) "
            "VALUES (?, 1, ?, ?, ?, ?, ?, 'DOSSIER', 1, ?, ?, ?, 'PENDING', NULL, '')",
            (seq, seq, event_id, seq, ident, code, at, packed(body, Dictionary.EVENTS),
             hashlib.sha256(body).hexdigest()),
        )  # fmt: skip


def _typical_event(desk):
    """Makes the event of a dossier of six papers, as the program writes it, for any code."""
    actor = Actor("Hoàng Thị Lan")
    papers = tuple(SubmittedDocument(f"Giấy tờ số {n}") for n in range(1, 7))
    person = Applicant(
        "Hoàng Thị Mẩy",
        personal_id="020185001234",
        born="1985-03-05",
        sex=Sex.FEMALE,
        phone="0912345678",
        address="Thôn Bản Loỏng, xã Mẫu Sơn",
    )
    request = IntakeRequest("1.004873", person, papers)
    dossier, stored = intake.unnumbered(lookup.rules(desk, actor), actor, request, NOW)
    code, event_id, position = (
        "H37.99.1-261123-0001",
        "00000000-0000-7000-8000-000000000000",
        987_654_321,
    )
    facts = neutral.EventFacts(
        event_id, position, NOW, "H37.99.1", "UBND xã Mẫu", "Bộ phận Một cửa", 1, actor.officer
    )
    body = neutral.dossier_event(facts, replace(dossier, code=code, id=position), stored.procedure)

    def typical(own_code, ident, own_id, seq):
        return (
            body.replace(code.encode(), own_code.encode())
            .replace(event_id.encode(), own_id.encode())
            .replace(b'"id":%d' % position, b'"id":%d' % ident)
            .replace(b'"position":%d' % position, b'"position":%d' % seq)
        )

    return typical
