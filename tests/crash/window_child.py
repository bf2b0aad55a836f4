"""A clerk at the real window, in a process of its own that is killed in the middle of the work.

Started once: each line on its input names a home and a number; a child then opens the window there,
takes in one dossier after the other by keyboard, says each code that the window showed, hands each
paper to a tray, and is killed by SIGKILL as the number-th change of a file is about to be made.
"""

import hashlib
import os
import signal
import sys
import time
from itertools import count
from pathlib import Path

from PySide6.QtTest import QTest

from app.composition.session import printer
from app.domain.clock import VIETNAM, SetClock
from tests.builders import MONDAY
from tests.crash import files
from tests.crash.tape import NO_FAULT, Tape
from tests.crash.vfs import RECORDER
from tests.journeys.clerk import Clerk

EARLY = MONDAY.replace(hour=8, minute=5, tzinfo=VIETNAM)
MOST_CHANGES = 10_000
"""More than a clerk makes before anybody is killed."""


class Waiting:
    """Waits as a test of windows does."""

    def waitUntil(self, is_so, timeout):  # noqa: N802 - as of windows under test
        for _ in range(timeout):
            if is_so():
                return
            QTest.qWait(1)
        raise TimeoutError


def killed_at(nth: int):
    """Kills this process as the `nth` change is about to be made."""
    changes = count(1)

    def ask(_kind: str) -> int:
        if next(changes) == nth:
            os.kill(os.getpid(), signal.SIGKILL)
        return NO_FAULT

    return ask


def work(home: Path, nth: int) -> None:
    """Take in dossiers until the end comes."""

    def to_tray(pdf, _target, *, title):
        (home / "tray" / hashlib.sha256(pdf).hexdigest()).write_text(title)
        return "May-in-quay-1"

    printer.print_pdf = to_tray
    tape = Tape(home / "data", fault=killed_at(nth))
    with RECORDER.recording(tape), files.recording(tape), tape.running():
        clerk = Clerk(Waiting(), home / "data", SetClock(EARLY)).sit_down()
        for who in range(MOST_CHANGES):
            clerk.take_in("", f"Lý A Sềnh {'ABCDEFGH'[who]}", procedure="hon nhan")
            saved = clerk.save("F9")
            with open(home / "shown", "a") as shown:
                shown.write(f"{saved.code}\n")


if __name__ == "__main__":
    os.environ["TZ"] = "Asia/Ho_Chi_Minh"
    time.tzset()
    for line in sys.stdin:
        place, _, number = line.rpartition(" ")
        child = os.fork()
        if not child:
            try:
                work(Path(place), int(number))
            finally:
                os._exit(1)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
