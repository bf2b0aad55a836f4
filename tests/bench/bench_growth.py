"""What a dossier's whole life costs on the disk, and how much of it waits for the province.

Practice data of whole lives (received, supplemented, finished, handed over, printed nowhere) is
written by the use cases into an empty office; what the file grew by, nothing of it acknowledged.
"""

import shutil
from datetime import timedelta

from sqlalchemy import func, select, text

from app.domain.clock import SetClock
from app.practice import office as practice
from app.usecases.office import opening
from db.records import Records
from db.tables.exchange import outbox
from tests.bench.measuring import office
from tests.bench.measuring.places import Places
from tests.bench.measuring.table import Row, limit_row

DOSSIERS, QUICK_DOSSIERS = 2_000, 300


def run(places: Places) -> list[Row]:
    """Fill an office and look at its file."""
    count = QUICK_DOSSIERS if places.is_quick else DOSSIERS
    clock = SetClock(office.NOW - timedelta(days=25))
    folder = places.folder / f"growth-{count}"
    shutil.rmtree(folder, ignore_errors=True)
    desk = opening.make_office(
        folder, clock, opening.OfficeFacts("UBND xã Mẫu", "H37.99.1", "Hoàng Thị Lan")
    )
    empty = _bytes(desk.records)
    practice.fill(desk, clock, until=office.NOW, dossiers=count, seed=1)
    grown = _bytes(desk.records) - empty
    with desk.records.read() as connection:
        events, packed = connection.execute(
            select(func.count(), func.sum(func.length(outbox.c.body))).select_from(outbox)
        ).one()
    desk.close()
    return [
        limit_row(
            f"growth of the database, whole lives of {count:,}", grown / count / 1_000, 10,
            unit="KB a dossier",
            peer=f"{events / count:.1f} events a dossier, packed {packed / events:.0f} bytes each",
        )
    ]  # fmt: skip


def _bytes(records: Records) -> int:
    """Bytes of the pages in use."""
    with records.read() as connection:
        pages, size, free = (
            int(connection.execute(text(f"PRAGMA {name}")).scalar_one())
            for name in ("page_count", "page_size", "freelist_count")
        )
    return (pages - free) * size
