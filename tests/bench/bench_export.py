"""Exporting 100,000 events as a package, beside SQLite's own JSON stream of the same dossiers.

Ours: every event copied into the package, hashed, synced, read back from the disk and checked,
and noted as exported; the records are encrypted. The peer reads the same encrypted file, makes the
JSON of dossier and papers inside SQLite, hashes it and writes it to a file without checking it.
"""

import hashlib
import json
import shutil
import sys
from datetime import datetime
from pathlib import Path

from app.domain.actor import Actor
from app.usecases import exporting
from tests.bench.memory import peak_mb
from tests.bench.places import EVENTS, SMALL, Places
from tests.bench.table import Row, cost_row, faster_row, limit_row, ratio_row
from tests.bench.turns import child, in_turn, medians, show

LAN = Actor("Hoàng Thị Lan")
BLOCK = 512
NAIVE_SHARE = 20
"""The naive way writes one of this many dossiers; its time grows in step with their number."""
_JSON = """
SELECT json_object('MaHoSo', d.code, 'MaTTHC', d.procedure_code, 'TenTTHC', v.name,
  'KenhThucHien', d.channel, 'ChuHoSo', d.full_name, 'SoGiayToChuHoSo', d.personal_id,
  'LoaiDoiTuong', d.applicant_kind, 'Email', d.email, 'SoDienThoai', d.phone,
  'GhiChu', d.note, 'NgayTiepNhan', d.received_at, 'NgayHenTra', d.due_at,
  'TrangThaiHoSo', d.state, 'NgayTra', d.returned_at, 'NgayKetThucXuLy', d.ended_at,
  'HinhThuc', d.return_by, 'seq', d.id, 'DanhSachTepDinhKemKhac',
  (SELECT json_group_array(json_object('TenGiayTo', p.name, 'SoLuong', p.originals + p.copies))
   FROM submitted_document p WHERE p.dossier_id = d.id))
FROM dossier d JOIN procedure_version v ON v.id = d.procedure_version ORDER BY d.id LIMIT ?"""


def run(places: Places) -> list[Row]:
    """Time all ways in turn; measure memory in processes of their own."""
    folder = places.copy(SMALL, "export")
    desk, plain = places.desk(folder), places.plain_desk(folder)
    stick = places.folder / "stick"
    stick.mkdir(exist_ok=True)
    ways = {
        "package, whole use case": lambda: exporting.export_package(desk, LAN, stick),
        "the same, plain SQLite": lambda: exporting.export_package(plain, LAN, stick),
        "SQLite's JSON + SHA-256": lambda: _streamed(desk, stick),
        f"naive, 1 of {NAIVE_SHARE}": lambda: _naive(desk, stick),
    }
    times = in_turn(ways, places.rounds, before=lambda: [_forget(one) for one in (desk, plain)])
    show(times, beside="SQLite's JSON + SHA-256")
    middle = list(medians(times).values())
    size = next(stick.glob("*.mcg")).stat().st_size / 1e6
    shutil.rmtree(stick)
    places.close()
    memory = {share: _memory(places, folder, share) for share in (1, 2)}
    return [
        ratio_row(
            f"export of {EVENTS:,} events, {size:.0f} MB", middle[0], middle[2], 1.3, unit="ms",
            beside="SQLite's JSON + SHA-256",
        ),
        faster_row(
            "export", middle[0], middle[3] * NAIVE_SHARE, 10, unit="ms",
            beside="rows, dicts, one json.dumps",
        ),
        limit_row(
            f"export, memory above start, {EVENTS:,}", memory[1], 60, unit="MB",
            peer=f"{EVENTS // 2:,} events: {memory[2]:.1f} MB",
        ),
        cost_row("export", middle[0], middle[1], unit="ms"),
    ]  # fmt: skip


def _forget(desk) -> None:
    """Let no event have been exported before."""
    with desk.records.write() as connection:
        connection.exec_driver_sql("DELETE FROM package")


def _streamed(desk, folder: Path) -> str:
    digest = hashlib.sha256()
    with desk.records.read() as connection, (folder / "json").open("wb") as file:
        cursor = connection.connection.dbapi_connection.execute(_JSON, (EVENTS,))
        while rows := cursor.fetchmany(BLOCK):
            block = "\n".join([row[0] for row in rows]).encode() + b"\n"
            digest.update(block)
            file.write(block)
    return digest.hexdigest()


def _naive(desk, folder: Path) -> None:
    """Every dossier loaded whole, all kept, one JSON text with indents."""
    from db.stores import dossiers

    found = []
    with desk.records.read() as connection:
        for ident in range(1, EVENTS // NAIVE_SHARE + 1):
            one = dossiers.by_id(connection, ident)
            found.append(
                {"MaHoSo": one.code, "ChuHoSo": one.applicant.full_name, "NgayHenTra": one.due_at,
                 "DanhSachTepDinhKemKhac": [paper.name for paper in one.documents]}
            )  # fmt: skip
    text = json.dumps(found, ensure_ascii=False, indent=2, default=datetime.isoformat)
    (folder / "naive.json").write_text(text, encoding="utf-8")


def _memory(places: Places, folder: Path, share: int) -> float:
    """Megabytes above the start that exporting one of `share` events takes at most."""
    desk = places.desk(folder)
    with desk.records.write() as connection:
        connection.exec_driver_sql(
            f"UPDATE outbox SET state = iif(seq % {share}, 'ACCEPTED', 'PENDING')"
        )
    places.close()
    module = "tests.bench.bench_export"
    return float(child(module, str(folder), environment=places.environment()))


def _peak_above_start(folder: Path) -> float:
    from app.domain.clock import SetClock
    from app.usecases import opening
    from tests.bench import office

    desk = opening.open_desk(folder, SetClock(office.NOW))
    with desk.records.read() as connection:
        desk.reference.at(connection)
    stick = folder / "stick"
    stick.mkdir(exist_ok=True)
    begun = peak_mb()
    exporting.export_package(desk, LAN, stick)
    taken = peak_mb() - begun
    desk.close()
    return taken


if __name__ == "__main__":
    print(_peak_above_start(Path(sys.argv[1])))
