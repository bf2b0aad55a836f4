"""Writes a register of so many rows as paper and sheet and says how much memory it took at most."""

import sys
import tempfile
from pathlib import Path

from app.domain.actor import Actor
from app.domain.clock import SetClock
from app.exchange.target import Kind, Target
from app.usecases.office import opening
from app.usecases.queries import register
from tests.bench.bench_register import period_of
from tests.bench.measuring import office
from tests.bench.measuring.memory import peak_mb


def main() -> None:
    folder, count = Path(sys.argv[1]), int(sys.argv[2])
    desk = opening.open_desk(folder, SetClock(office.NOW))
    period = period_of(desk, count)
    with tempfile.TemporaryDirectory() as out:
        for name, kind in (("so.pdf", Kind.PDF), ("so.xlsx", Kind.XLSX)):
            target = Target(Path(out) / name, kind, folder)
            register.write_register(desk, Actor("Hoàng Thị Lan"), period, target)
    desk.close()
    print(peak_mb())


if __name__ == "__main__":
    main()
