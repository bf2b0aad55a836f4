"""A closure that moves 100,000 open promises, beside the bulk writing of the same rows by Core.

Ours reads every dossier, counts it twice, makes its ledger row and its event, and keeps all of it
in one unit. The floor is given every value: it hashes each ledger row onto the one before, packs
it and the event, and writes the same statements in one transaction by Core; nothing is read,
counted or said. Beside it stands what the statements alone take, with every row ready made. And
how much memory the whole takes, and how soon nothing is left of it once it is cancelled.
"""

import hashlib
import shutil
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from unittest import mock

from sqlalchemy import Connection

from app.domain.actor import Actor
from app.domain.ledger import chain_hash
from app.usecases.desk import Desk
from app.usecases.office import closures
from db.packing import Dictionary, packed, unpacked
from tests.bench.measuring.places import Places
from tests.bench.measuring.running import STORM, make
from tests.bench.measuring.table import Row, limit_row, note_row, ratio_row
from tests.bench.measuring.turns import child

LAN = Actor("Hoàng Thị Lan")
DOSSIERS, QUICK_DOSSIERS = 100_000, 10_000
MOST_ROUNDS = 3
"""A turn takes the better part of a minute."""
MOST_MB = 120


_HASHED = (
    "chain", "seq", "at", "officer", "station", "subject", "reference", "version", "event",
    "from_state", "to_state", "reason", "previous_hash",
)  # fmt: skip


class Stopped(Exception):
    """The clerk does not want it any more."""


def run(places: Places) -> list[Row]:
    """Both in turn, each on an office of its own; then memory and the cancelling."""
    count = QUICK_DOSSIERS if places.is_quick else DOSSIERS
    folder = make(places.folder / f"running-{count}", count)
    statements = _statements(places, folder)
    ours, floor, bare = [], [], []
    for _ in range(min(places.rounds, MOST_ROUNDS)):
        bare.append(_timed(places, folder, lambda desk: _written(desk, statements)))
        floor.append(_timed(places, folder, lambda desk: _made_and_written(desk, statements)))
        ours.append(_timed(places, folder, lambda desk: closures.declare_closure(desk, LAN, STORM)))
    statements.clear()
    looked_at = _timed(places, folder, lambda desk: closures.preview_closure(desk, LAN, STORM))
    stopped = _timed(places, folder, _stopped)
    few, many = (
        _memory(places, make(places.folder / f"running-{number}", number))
        for number in (count // 10, count)
    )
    return [
        ratio_row(
            f"closure of {count:,} open promises", statistics.median(ours),
            statistics.median(floor), 3, unit="ms", beside="the same rows hashed, packed, by Core",
        ),
        note_row(
            f"closure of {count:,}, its rows ready made", f"{statistics.median(bare):.0f} ms"
        ),
        note_row(f"closure of {count:,}, looked at only", f"{looked_at:.0f} ms"),
        note_row(f"closure of {count:,}, stopped before the commit", f"{stopped:.0f} ms"),
        limit_row(
            f"closure of {count:,}, memory above start", many, MOST_MB, unit="MB",
            peer=f"{count // 10:,}: {few:.0f} MB",
        ),
    ]  # fmt: skip


def _statements(places: Places, folder: Path) -> list[tuple[object, list[dict]]]:
    """What a declaration writes of its dossiers, statement by statement."""
    found: list[tuple[object, list[dict]]] = []
    real = Connection.execute

    def execute(self, statement, parameters=None, **more):
        if isinstance(parameters, list):
            found.append((statement, parameters))
        return real(self, statement, parameters, **more)

    with mock.patch.object(Connection, "execute", execute):
        _timed(places, folder, lambda desk: closures.declare_closure(desk, LAN, STORM))
    return found


def _written(desk: Desk, statements: list[tuple[object, list[dict]]]) -> None:
    with desk.records.write() as connection:
        for statement, parameters in statements:
            connection.execute(statement, parameters)


def _made_and_written(desk: Desk, statements: list[tuple[object, list[dict]]]) -> None:
    """As `_written`, but that each body is packed and each row hashed first."""
    with desk.records.write() as connection:
        for statement, parameters in statements:
            for row in parameters:
                if "previous_hash" in row:
                    hashed = {name: row[name] for name in _HASHED}
                    chain_hash(**hashed, detail=_plain(row["detail"]).decode())
                    packed(_plain(row["detail"]), Dictionary.EVENTS)
                elif "event_id" in row:
                    body = _plain(row["body"])
                    hashlib.sha256(body).hexdigest()
                    packed(body, Dictionary.EVENTS)
            connection.execute(statement, parameters)


def _plain(stored: bytes) -> bytes:
    """Unpacking is a tenth of packing: little is added to what the floor takes."""
    return unpacked(stored) if stored else b""


def _stopped(desk: Desk) -> None:
    """Stopped at the last report before the commit, when most is to be undone."""

    def stop(done: int, total: int) -> None:
        if done == total:
            raise Stopped

    try:
        closures.declare_closure(desk, LAN, STORM, report=stop)
    except Stopped:
        return
    raise AssertionError("it went on")


def _timed(places: Places, folder: Path, way: Callable[[Desk], object]) -> float:
    """Milliseconds of `way` on an office of its own."""
    own = folder.with_name("closure")
    shutil.rmtree(own, ignore_errors=True)
    shutil.copytree(folder, own)
    places.rest()
    desk = places.desk(own)
    desk.watch.rest()
    begun = time.perf_counter()
    way(desk)
    took = (time.perf_counter() - begun) * 1_000
    places.close()
    return took


def _memory(places: Places, folder: Path) -> float:
    own = folder.with_name("closure")
    shutil.rmtree(own, ignore_errors=True)
    shutil.copytree(folder, own)
    said = child("tests.bench.long.closures_child", str(own), environment=places.environment())
    return float(said.split()[-1])
