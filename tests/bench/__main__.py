"""Measure speed and memory: `python -m tests.bench [NAME …] [--quick] [--deep] [--keep FOLDER]`.

Every figure is a ratio of medians of one run in which all candidates took turns: milliseconds are
this machine's own. The table is printed and kept in `bench.txt`.

--quick   fewer rounds, and 100,000 dossiers where the goals speak of 1,000,000
--deep    what takes an hour, too: the memory of a window that is worked in
--keep    make the offices in FOLDER and leave them there for the next run
"""

import argparse
import importlib
import os
import platform
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from tests.bench.measuring.places import Places
from tests.bench.measuring.table import Row, lines

SHORT = (
    "start",
    "intake",
    "certify",
    "search",
    "receipt",
    "countdown",
    "board",
    "export",
    "citizen",
    "print",
    "register",
    "handover",
    "counter",
    "growth",
)
LONG = ("lists", "load", "mixed", "closures", "memory")
"""Works of a minute and more, in the room `long`; the last is left out without --deep."""
BENCHES = (*SHORT, *LONG)
KEPT_IN = Path(__file__).parents[2] / "bench.txt"
ROUNDS, QUICK_ROUNDS = 9, 3


def main() -> None:
    asked = _asked()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    begun = time.perf_counter()
    rows: list[Row] = []
    with ExitStack() as stack:
        folder = asked.keep or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        for name in asked.names or BENCHES:
            print(f"{name}  (load {_load()})", flush=True)
            rounds = QUICK_ROUNDS if asked.quick else ROUNDS
            places = Places(folder, rounds, is_quick=asked.quick, is_deep=asked.deep)
            room = "long." if name in LONG else ""
            bench = importlib.import_module(f"tests.bench.{room}bench_{name}")
            rows += bench.run(rounds if name == "receipt" else places)
            places.close()
    minutes = (time.perf_counter() - begun) / 60
    machine = (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors, "
        f"Python {platform.python_version()}, load now {_load()}, {minutes:.1f} minutes"
    )
    hint = ", quick: not the sizes the goals speak of" if asked.quick else ""
    said = [machine + hint, *lines(rows)]
    KEPT_IN.write_text("\n".join([*said, ""]), encoding="utf-8")
    print("\n" + "\n".join(said))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run.py bench", description=__doc__.partition("\n")[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHES))
    parser.add_argument("--quick", action="store_true", help="fewer rounds, smaller offices")
    parser.add_argument("--deep", action="store_true", help="what takes an hour, too")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep the offices there")
    asked = parser.parse_args()
    if unknown := set(asked.names).difference(BENCHES):
        parser.error(f"unknown: {', '.join(sorted(unknown))}; known: {', '.join(BENCHES)}")
    return asked


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"


if __name__ == "__main__":
    main()
