"""Runs tests of a copy of the tree, each time in a fresh process that has the libraries loaded."""

import io
import os
import sys
import tempfile
from contextlib import redirect_stderr, redirect_stdout
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from tests.house import ROOT

ENDLESS = "endless"
PATIENCE = 240
"""Seconds after which a run counts as failed: it does not end."""
_OURS = {"app", "db", "ui", "resources", "tests"}
_LOADED = ["tests.mutate.running", "PySide6.QtTest", "alembic.command", "cryptography.fernet",
           "msgspec.json", "pypdfium2", "reportlab.pdfgen.canvas", "sqlalchemy.orm",
           "sqlcipher3.dbapi2"]  # fmt: skip
"""What most tests import and nothing of ours changes: loaded once where processes fork."""
_PROCESSES = get_context("forkserver" if os.name == "posix" else "spawn")
_PROCESSES.set_forkserver_preload(_LOADED)
_OPTIONS = ("-q", "-x", "-p", "no:cacheprovider", "-p", "no:randomly", "--tb=no")


def failing(tree: Path, chosen: list[str]) -> str:
    """The first of the `chosen` tests that fails in `tree`; empty if none does."""
    if not chosen:
        return ""
    here, there = _PROCESSES.Pipe(duplex=False)
    run = _PROCESSES.Process(target=_run, args=(there, tree, chosen))
    run.start()
    there.close()
    ended = here.poll(PATIENCE)
    try:
        return here.recv() if ended else ENDLESS
    except EOFError:
        return chosen[0]  # the process is gone without a word: the change has ended it
    finally:
        if not ended:
            run.kill()
        run.join()


class _First:
    """Takes note of the first failure, and of how the run ended."""

    def __init__(self, chosen: list[str]) -> None:
        self.failed = chosen[0]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failed = report.nodeid.partition("[")[0]

    def pytest_sessionfinish(self, exitstatus: int) -> None:
        if exitstatus == pytest.ExitCode.OK:
            self.failed = ""


def _run(there: Connection, tree: Path, chosen: list[str]) -> None:
    """Run tests in this process, which has been made for it, and say which fails first."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    sys.dont_write_bytecode = False  # what is compiled once serves every mutant of the copy
    for name in [one for one in sys.modules if one.partition(".")[0] in _OURS]:
        del sys.modules[name]
    sys.path[:] = [str(tree), *(one for one in sys.path if one and Path(one) != ROOT)]
    os.chdir(tree)
    # What is left when the process ends lies in the copy, and goes with it.
    tempfile.tempdir = os.environ["TMPDIR"] = tempfile.mkdtemp(dir=tree)
    first, said = _First(chosen), io.StringIO()
    try:
        with redirect_stdout(said), redirect_stderr(said):
            pytest.main([*_OPTIONS, *chosen], plugins=[first])
    finally:  # what pytest raises when it puts itself away says nothing of the tests
        there.send(first.failed)
        os._exit(0)
