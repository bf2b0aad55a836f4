"""An office in which everything is open: every dossier was received in the last ten days."""

import random
import shutil
from datetime import timedelta
from pathlib import Path

from app.domain.clock import SetClock
from app.domain.deadline.calendar_year import Closure
from app.usecases.office import opening
from db.folder import is_set_up
from db.records import Records
from tests.bench.measuring import office
from tests.bench.measuring.lives import FACTS, Fresh, lived, write

DAYS = 10
PROCEDURES = 20
FIRST_DAY = (office.NOW - timedelta(days=DAYS - 1)).replace(hour=0, minute=0)
STORM = Closure(FIRST_DAY, FIRST_DAY + timedelta(days=DAYS + 2), "Bão", "QĐ 1")
"""Reaches every promise."""


def make(folder: Path, dossiers: int) -> Path:
    """An office with so many open dossiers; kept once made."""
    made = folder / "made"
    if is_set_up(folder) and made.exists():
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    opening.make_office(folder, SetClock(office.NOW), FACTS).close()
    lives = lived(folder.with_name(f"{folder.name}-lives"), PROCEDURES)["RECEIVED"]
    chance = random.Random(7)
    a_day = -(-dossiers // DAYS)
    written = []
    for row in range(1, dossiers + 1):
        nth, place = divmod(row - 1, a_day)
        day = office.NOW - timedelta(days=DAYS - 1 - nth)
        received = day.replace(hour=8, minute=0) + timedelta(minutes=place * 60 // a_day)
        code = f"H37.99.1-{day:%y%m%d}-{place + 1:04d}"
        person = office._person(chance)
        fresh = Fresh(row, code, place + 1, received, "RECEIVED", **person)
        written.append((fresh, chance.choice(lives)))
    write(folder, written, events=0)
    records = Records(folder)
    records.write_witness()
    records.close()
    made.write_text("running")
    return folder
