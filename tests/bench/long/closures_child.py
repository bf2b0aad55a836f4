"""How much memory declaring a closure takes, in a process of its own: `… FOLDER`."""

import sys
from pathlib import Path

from app.domain.clock import SetClock
from app.usecases.office import closures, opening
from tests.bench.long.bench_closures import LAN
from tests.bench.measuring import office
from tests.bench.measuring.memory import peak_mb
from tests.bench.measuring.running import STORM


def peak_above_start(folder: Path) -> float:
    """Megabytes at most beyond what the opened desk holds."""
    desk = opening.open_desk(folder, SetClock(office.NOW))
    desk.watch.rest()
    with desk.records.read() as connection:
        desk.reference.at(connection)
    begun = peak_mb()
    closures.declare_closure(desk, LAN, STORM)
    taken = peak_mb() - begun
    desk.close()
    return taken


if __name__ == "__main__":
    print(peak_above_start(Path(sys.argv[1])))
