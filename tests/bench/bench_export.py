"""Exporting 100,000 events as a package, beside decoding and encoding the same events by msgspec.

Ours: every event read from the encrypted records, said in the province's words, hashed, put into
the package, synced, read back from the disk and checked, its digest kept. The peer reads the same
events from the same records, decodes each and encodes it again, and keeps nothing; how long it
takes from memory alone is told beside.
"""

import json
import shutil
import sys
from datetime import datetime
from pathlib import Path

from app.domain.actor import Actor
from app.exchange.event_shape import decoded, encoded
from app.usecases.exchange import exporting
from db.stores import dossiers, outbox
from tests.bench.measuring.memory import peak_mb
from tests.bench.measuring.places import EVENTS, SMALL, Places
from tests.bench.measuring.table import Row, cost_row, faster_row, limit_row, note_row, ratio_row
from tests.bench.measuring.turns import child, in_turn, medians, show

LAN = Actor("Hoàng Thị Lan")
PEER = "read, decoded, encoded by msgspec"
NAIVE_SHARE = 20
"""The naive way writes one of this many dossiers; its time grows in step with their number."""


def run(places: Places) -> list[Row]:
    """Time all ways in turn; measure memory in processes of their own."""
    folder = places.copy(SMALL, "export")
    desk = places.desk(folder)
    _receipts_wait(desk)
    plain = places.plain_desk(folder)
    stick = places.folder / "stick"
    stick.mkdir(exist_ok=True)
    with desk.records.read() as connection:
        bodies = [body for *_, body in outbox.pending(connection)]
    ways = {
        "package, whole use case": lambda: exporting.export_package(desk, LAN, stick),
        "the same, plain SQLite": lambda: exporting.export_package(plain, LAN, stick),
        PEER: lambda: _decoded_and_encoded(desk),
        "decoded and encoded from memory": lambda: [encoded(decoded(body)) for body in bodies],
        f"naive, 1 of {NAIVE_SHARE}": lambda: _naive(desk, stick),
    }
    times = in_turn(ways, places.rounds, before=lambda: [_forget(one) for one in (desk, plain)])
    show(times, beside=PEER)
    middle = list(medians(times).values())
    bodies.clear()
    size = next(stick.glob("*.mcg")).stat().st_size / 1e6
    shutil.rmtree(stick)
    places.close()
    memory = {share: _memory(places, folder, share) for share in (1, 2)}
    return [
        ratio_row(
            f"export of {EVENTS:,} events, {size:.0f} MB", middle[0], middle[2], 2, unit="ms",
            beside=PEER,
        ),
        note_row("export, the peer's events from memory alone", f"{middle[3]:.2f} ms"),
        faster_row(
            "export", middle[0], middle[4] * NAIVE_SHARE, 10, unit="ms",
            beside="rows, dicts, one json.dumps",
        ),
        limit_row(
            f"export, memory above start, {EVENTS:,}", memory[1], 60, unit="MB",
            peer=f"{EVENTS // 2:,} events: {memory[2]:.1f} MB",
        ),
        cost_row("export", middle[0], middle[1], unit="ms"),
    ]  # fmt: skip


_A_RECEIPT = "kind = 'DOSSIER' AND version = 1"
"""Where the outbox holds what was said of a dossier when it came: as many as there are dossiers."""


def _receipts_wait(desk) -> None:
    """Let one event of each dossier wait, and nothing else."""
    with desk.records.write() as connection:
        connection.exec_driver_sql(
            f"UPDATE outbox SET state = iif({_A_RECEIPT}, 'PENDING', 'ACCEPTED')"
        )


def _forget(desk) -> None:
    """Let no event have been exported before."""
    with desk.records.write() as connection:
        connection.exec_driver_sql("DELETE FROM sent_part")
        connection.exec_driver_sql("DELETE FROM package")


def _decoded_and_encoded(desk) -> None:
    with desk.records.read() as connection:
        for *_, body in outbox.pending(connection):
            encoded(decoded(body))


def _naive(desk, folder: Path) -> None:
    """Every dossier loaded whole, all kept, one JSON text with indents."""
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
            "UPDATE outbox SET state = "
            f"iif({_A_RECEIPT} AND dossier_id % {share} = 0, 'PENDING', 'ACCEPTED')"
        )
    places.close()
    module = "tests.bench.bench_export"
    return float(child(module, str(folder), environment=places.environment()))


def _peak_above_start(folder: Path) -> float:
    from app.domain.clock import SetClock
    from app.usecases.office import opening
    from tests.bench.measuring import office

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
