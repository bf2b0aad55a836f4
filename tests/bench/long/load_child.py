"""One long work of the load bench in a process of its own: `… WORK HOW FOLDER [MORE]`.

Works: `verify`, `backup`, `restore`, `export`. How: `beside` the work and its peer in turn, seconds
and processor seconds of each · `first` what is asked before it · `watched` the work alone, with its
reports and its memory · `stopped` the work cancelled once a share of it is done, and what was left
of it · `prepare` what it needs, made.
`counter` FOLDER OUT registers dossiers one after the other, as a clerk at another window would,
until the file OUT.stop is there.
Answers are JSON.
"""

import json
import shutil
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from app.domain.actor import Actor
from app.domain.clock import SetClock
from app.domain.permission import Permission
from app.exchange import dialects
from app.usecases.desk import Desk
from app.usecases.dossier import intake
from app.usecases.exchange import exporting
from app.usecases.office import opening
from app.usecases.safety import backup, restoring, verification
from app.usecases.safety.bundle import check_copy
from db.engine.opening import connect
from db.folder import DATABASE_FILE
from db.keys import KEY_FILE, read_key
from db.stores import outbox
from tests.bench.bench_intake import a_request
from tests.bench.measuring import office
from tests.bench.measuring.memory import peak_mb

LAN = Actor("Hoàng Thị Lan")
PAUSE = 0.1
"""Seconds between two saves of the counter: far more than any clerk would do."""
WISH = 0.05
"""Seconds after a report at which somebody wants no more of it."""
Report = Callable[[int, int], None]


class Cancelled(Exception):
    """The clerk does not want it any more."""


class Work:
    """A long work on the office in `folder`, its peer, and what it leaves behind."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.beside = folder.with_name(f"{folder.name}-beside")
        self.beside.mkdir(exist_ok=True)
        self.desk = opening.open_desk(folder, SetClock(office.NOW))

    def prepare(self) -> None:
        """What both ways are given and neither is timed with."""

    def ours(self, progress: Report) -> None:
        """The use case."""
        raise NotImplementedError

    def peer(self) -> None:
        """The bare work it cannot do without."""
        raise NotImplementedError

    def first(self) -> None:
        """What is asked before it, here or by the command line."""

    def left(self) -> list[str]:
        """Names of what lies there and should not, once it was cancelled."""
        return [path.name for path in (*self.beside.iterdir(), *self.folder.glob(".motcua-tam*"))]

    def clear(self) -> None:
        """Take away what a run made."""
        shutil.rmtree(self.beside)
        self.beside.mkdir()


class Verify(Work):
    """Every page and every record, beside `integrity_check` of the same pages."""

    def ours(self, progress: Report) -> None:
        verification.verify_pages(self.folder, progress)
        verification.verify_records(self.desk, LAN, progress)

    def peer(self) -> None:
        connection = connect(self.folder / DATABASE_FILE, read_key(self.folder))
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        connection.close()


class Backup(Work):
    """One checked file, beside `VACUUM INTO` and the same check of what it wrote."""

    def ours(self, progress: Report) -> None:
        backup.back_up(self.desk, LAN, self.beside, progress=progress)

    def peer(self) -> None:
        aside = self.beside / "bare"
        aside.mkdir()
        connection = connect(self.folder / DATABASE_FILE, read_key(self.folder))
        connection.execute("VACUUM INTO ?", (str(aside / DATABASE_FILE),))
        connection.close()
        shutil.copy2(self.folder / KEY_FILE, aside / KEY_FILE)
        check_copy(aside, self.desk.clock)


class Restore(Work):
    """From a file on an empty machine to its first new dossier, beside the check of the records."""

    def prepare(self) -> None:
        kept = self.folder.with_name(f"{self.folder.name}-kept")
        kept.mkdir(exist_ok=True)
        self.file = next(kept.glob("*.mcbk"), None) or backup.back_up(self.desk, LAN, kept).path

    def ours(self, progress: Report) -> None:
        restoring.restore(self.file, self.beside / "new", self.desk.clock, progress=progress)
        new = opening.open_desk(self.beside / "new", self.desk.clock)
        intake.register_dossier(new, LAN, a_request())
        new.close()

    def peer(self) -> None:
        verification.verify_pages(self.folder)
        verification.verify_records(self.desk, LAN)


class Export(Work):
    """A package of what waits, beside reading the same events and rendering each."""

    def prepare(self) -> None:
        with self.desk.records.write() as connection:
            connection.exec_driver_sql("DELETE FROM sent_part")
            connection.exec_driver_sql("DELETE FROM package")

    def ours(self, progress: Report) -> None:
        exporting.export_package(self.desk, LAN, self.beside, progress=progress)

    def first(self) -> None:
        exporting.score_problems(self.desk, LAN)

    def peer(self) -> None:
        dialect = dialects.DIALECTS[0]
        with self.desk.view(LAN, Permission.EXPORT_PACKAGE) as view:
            for *_, body in outbox.pending(view.connection):
                dialect.render(body)


WORKS = {"verify": Verify, "backup": Backup, "restore": Restore, "export": Export}


def beside(work: Work, rounds: int) -> dict[str, list[tuple[float, float]]]:
    """Seconds and processor seconds of both ways in turn."""
    taken: dict[str, list[tuple[float, float]]] = {"ours": [], "peer": []}
    for _ in range(rounds):
        for name, way in (("peer", work.peer), ("ours", lambda: work.ours(_unheard))):
            work.prepare()
            begun, used = time.monotonic(), time.process_time()
            way()
            taken[name].append((time.monotonic() - begun, time.process_time() - used))
            work.clear()
    return taken


def watched(work: Work) -> dict[str, object]:
    """How often it told how far it is, its longest silence, its memory, and when it ran."""
    work.prepare()
    reports: list[float] = []
    known, begun = peak_mb(), time.monotonic()
    work.ours(lambda _done, _total: reports.append(time.monotonic()))
    ended = time.monotonic()
    work.clear()
    silence = max(after - before for before, after in pairwise([begun, *reports, ended]))
    return {
        "reports": len(reports), "silence": silence, "memory": peak_mb() - known,
        "begun": begun, "ended": ended,
    }  # fmt: skip


def stopped(work: Work, share: float) -> dict[str, object]:
    """Seconds from the wish to stop to the end, and what was left behind.

    The wish comes a moment after `share` of it is done, between two reports.
    """
    work.prepare()
    wished: list[float] = []

    def report(done: int, total: int) -> None:
        if wished and time.monotonic() >= wished[0]:
            raise Cancelled
        if not wished and total and done / total >= share:
            wished.append(time.monotonic() + WISH)

    came = False
    try:
        work.ours(report)
    except Cancelled:
        came = True
    took = time.monotonic() - wished[0]
    return {"took": took, "left": work.left(), "came": came}


def counter(folder: Path, out: Path) -> None:
    """Register dossiers until told to stop; a line of when and how long for each."""
    desk: Desk = opening.open_desk(folder, SetClock(office.NOW))
    stop = out.with_suffix(".stop")
    with out.open("w", encoding="utf-8") as file:
        while not stop.exists():
            begun = time.monotonic()
            intake.register_dossier(desk, LAN, a_request())
            print(begun, time.monotonic() - begun, file=file, flush=True)
            time.sleep(PAUSE)
    desk.close()


def _unheard(_done: int, _total: int) -> None:
    """Nobody asks how far it is."""


def main() -> None:
    name, how, folder, *more = sys.argv[1:]
    if name == "counter":
        counter(Path(how), Path(folder))
        return
    work = WORKS[name](Path(folder))
    match how:
        case "beside":
            print(json.dumps(beside(work, int(more[0]))))
        case "prepare":
            work.prepare()
            print("{}")
        case "first":
            begun, used = time.monotonic(), time.process_time()
            work.first()
            took = (time.monotonic() - begun, time.process_time() - used)
            print(json.dumps({"ours": [took]}))
        case "watched":
            print(json.dumps(watched(work)))
        case "stopped":
            print(json.dumps(stopped(work, float(more[0]))))
    work.desk.close()


if __name__ == "__main__":
    main()
