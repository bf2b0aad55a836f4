"""Large invented offices for measuring: written in bulk, the same for the same size."""

import hashlib
import random
from datetime import datetime, timedelta
from pathlib import Path

from app.domain.clock import VIETNAM, SetClock, utc_text
from app.domain.ledger import chain_hash
from app.domain.text import words
from app.usecases import opening
from db.connect import connect
from db.folder import is_set_up
from db.keys import read_key

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
    opening.make_office(
        folder, SetClock(NOW), opening.OfficeFacts("UBND xã Mẫu", "H37.99.1", "Hoàng Thị Lan")
    ).close()
    connection = connect(folder / "motcua.db", read_key(folder))
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
            "INSERT INTO submitted_document VALUES (?, ?, ?, '', 1, 0)",
            [(row[0], place, f"Giấy tờ số {place}") for row, _ in chunk for place in (1, 2)],
        )
    connection.execute(
        "INSERT INTO number_series(agency, day, first, last) "
        "SELECT agency, day, 1, max(number) FROM dossier GROUP BY agency, day"
    )
    if events:
        _events(connection, min(events, dossiers))
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


def _events(connection, count):
    seq, previous = connection.execute(
        "SELECT seq, hash FROM ledger ORDER BY seq DESC LIMIT 1"
    ).fetchone()
    codes = connection.execute("SELECT id, code FROM dossier ORDER BY id LIMIT ?", (count,))
    at = utc_text(NOW)
    first = connection.execute("SELECT coalesce(max(seq), 0) FROM outbox").fetchone()[0]
    for offset, (ident, code) in enumerate(codes.fetchall(), start=1):
        values = {
            "seq": seq + offset, "at": at, "officer": "Lan", "station": 1, "subject": "DOSSIER",
            "reference": code, "event": "RECEIVE", "from_state": "", "to_state": "RECEIVED",
            "reason": "", "detail": "", "previous_hash": previous,
        }  # fmt: skip
        previous = chain_hash(**values)
        connection.execute(
            "INSERT INTO ledger VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
            (values["seq"], at, "Lan", 1, "DOSSIER", code, ident, "RECEIVE", "", "RECEIVED", "",
             "", values["previous_hash"], previous),
        )  # fmt: skip
        body = _body(code, seq + offset)
        connection.execute(
            "INSERT INTO outbox VALUES (?,?,?,?,?,'ho_so',1,?,?,?,'PENDING',NULL,'')",
            (first + offset, f"00000000-0000-7000-8000-{offset:012d}", seq + offset, ident, code,
             at, body, hashlib.sha256(body).hexdigest()),
        )  # fmt: skip


def _body(code, seq):
    papers = ",".join(
        f'{{"LoaiGiayTo":"1","SoLuong":"1","TenGiayTo":"Giấy tờ số {n}"}}' for n in range(1, 7)
    )
    return (
        f'{{"du_lieu":{{"ChuHoSo":"Hoàng Thị Mẩy","DanhSachTepDinhKemKhac":[{papers}],'
        f'"DonViXuLy":"UBND xã Mẫu","MaHoSo":"{code}","NgayHenTra":"20261127101500",'
        f'"NgayTiepNhan":"20261123101500","TrangThaiHoSo":"2"}},"ma_ho_so":"{code}","seq":{seq}}}'
    ).encode()
