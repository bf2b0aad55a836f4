"""Verify, backup, restore and export of a large office: how long, how they end, who waits.

Each work runs in processes of its own. Its time is a ratio to the bare work it cannot do without,
of the same run; processor time is told beside, as it tells more on a busy machine. It is watched
while another process registers dossiers ten times a second: what its saves wait for is set beside
what they wait for alone. Its memory is compared with that of an office a quarter as large. Then it
is cancelled amid its first and its second half.
"""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from db.engine.opening import connect
from db.folder import DATABASE_FILE
from db.keys import read_key
from tests.bench.measuring.places import SMALL, Places
from tests.bench.measuring.table import Row, limit_row, note_row, ratio_row
from tests.bench.measuring.turns import child, p95

QUICK = 20_000
"""Dossiers of the office where it has to be quick."""
EXPORTED_SHARE = 5
"""One of so many dossiers waits to be exported: 20,000 of 100,000."""
ALONE = 15
"""Seconds the counter is watched before the works begin."""
MOST_SILENCE = 2.0
"""Seconds in which a clerk should see that a work stops."""
MOST_GROWTH, QUICK_GROWTH = 10.0, 40.0
"""Megabytes a work may take more of four times the dossiers.

Of the few of a quick run caches are not full: 16 MB of pages, 8 MB of steps of an export.
"""
GOALS = {
    "verify": (3.0, "integrity_check of the same pages"),
    "backup": (1.5, "VACUUM INTO and its check"),
    "restore": (1.5, "check of the records"),
    "export": (1.5, "the same events read and rendered"),
}
DRILL = 120
"""Seconds from a backup to the first new dossier on an empty machine."""
MODULE = "tests.bench.long.load_child"


def run(places: Places) -> list[Row]:
    """Every work, one after the other."""
    large = QUICK if places.is_quick else SMALL
    folders = {size: _office(places, size) for size in (large, large // 4)}
    places.rest()
    alone = _alone(places, folders[large])
    print(f"  a save alone: p95 {p95(alone):.1f} ms, {len(alone)} saves", flush=True)
    rows: list[Row] = []
    for work in GOALS:
        rows += _of(work, places, folders, large, p95(alone))
    return rows


def _office(places: Places, size: int) -> Path:
    folder = places.copy(size, f"load-{size}")
    connection = connect(folder / DATABASE_FILE, read_key(folder))
    connection.execute(
        "UPDATE outbox SET state = iif(dossier_id > ?, 'PENDING', 'ACCEPTED')",
        (size - size // EXPORTED_SHARE,),
    )
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return folder


def _of(
    work: str, places: Places, folders: dict[int, Path], large: int, normal: float
) -> list[Row]:
    def asked(how: str, size: int, *more: object) -> dict:
        said = child(
            MODULE, work, how, str(folders[size]), *map(str, more),
            environment=places.environment(),
        )  # fmt: skip
        return json.loads(said)

    taken = asked("beside", large, 1 if places.is_quick else 3)
    (ours, used), (peer, peer_used) = (
        [statistics.median(column) for column in zip(*taken[name], strict=True)]
        for name in ("ours", "peer")
    )
    asked("prepare", large // 4)  # in a process of its own: it is no memory of the work's
    small = asked("watched", large // 4)
    with _counter(places, folders[large]) as saves:
        seen = asked("watched", large)
    waits = [took for begun, took in saves if begun + took / 1_000 >= seen["begun"]
             and begun <= seen["ended"]]  # fmt: skip
    ends = [asked("stopped", large, share) for share in (0.25, 0.75)]
    goal, beside = GOALS[work]
    many = f"{large // EXPORTED_SHARE:,} of {large:,}" if work == "export" else f"{large:,}"
    slow = sorted(waits)[int(len(waits) * 0.99)]
    limit = max(5 * normal, 150)
    slowest_end = max(end["took"] for end in ends)
    left = [name for end in ends for name in end["left"]]
    print(
        f"  {work}: {ours:.2f} s, beside {peer:.2f} s; processor {used:.2f} and {peer_used:.2f} s; "
        f"{len(waits)} saves beside it, the slowest {max(waits):.0f} ms",
        flush=True,
    )
    rows = [
        ratio_row(f"{work}, {many} dossiers", ours, peer, goal, unit="s", beside=beside),
        note_row(f"{work}, processor time", f"{used:.2f} s = {used / peer_used:.2f} ×",
                 f"{peer_used:.2f} s"),
        limit_row(
            f"{work}, more memory than of {large // 4:,}", seen["memory"] - small["memory"],
            QUICK_GROWTH if places.is_quick else MOST_GROWTH, unit="MB",
            peer=f"{small['memory']:.1f} and {seen['memory']:.1f} MB above the start",
        ),
        limit_row(f"{work}, longest without telling how far it is", seen["silence"],
                  MOST_SILENCE, unit="s", peer=f"{seen['reports']:,} reports"),
        Row(f"{work}, cancelled", f"ends after {slowest_end:.2f} s, {len(left)} files left",
            f"≤ {MOST_SILENCE:g} s, 0", "amid each half",
            slowest_end <= MOST_SILENCE and not left and all(end["came"] for end in ends)),
        limit_row(f"{work}, p99 of a save beside it", slow, round(limit), unit="ms",
                  peer=f"alone p95 {normal:.1f} ms; {len(waits)} saves, "
                       f"slowest {max(waits):.0f} ms"),
    ]  # fmt: skip
    if work == "export":
        ((first, _),) = asked("first", large)["ours"]
        rows.append(note_row("export, what costs points, looked for before it", f"{first:.2f} s"))
    if work == "restore":
        rows.append(limit_row("restore, empty machine to first new dossier", ours, DRILL, unit="s"))
    return rows


def _alone(places: Places, folder: Path) -> list[float]:
    """Milliseconds of saves while nothing else is done."""
    with _counter(places, folder) as saves:
        time.sleep(ALONE)
    return [took for _, took in saves]


@contextmanager
def _counter(places: Places, folder: Path) -> Iterator[list[tuple[float, float]]]:
    """For the block another process saves dossiers; then when it did, and milliseconds of each."""
    out = places.folder / "saves.txt"
    stop = out.with_suffix(".stop")
    stop.unlink(missing_ok=True)
    out.write_text("", encoding="utf-8")
    command = [sys.executable, "-m", MODULE, "counter", str(folder), str(out)]
    saving = subprocess.Popen(command, env=places.environment())
    found: list[tuple[float, float]] = []
    try:
        while saving.poll() is None and not out.read_text(encoding="utf-8"):
            time.sleep(0.05)
        yield found
    finally:
        stop.touch()
        saving.wait(60)
    lines = [line.split() for line in out.read_text(encoding="utf-8").splitlines()]
    found += [(float(begun), float(took) * 1_000) for begun, took in lines[3:]]
