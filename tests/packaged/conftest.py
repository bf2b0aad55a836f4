"""The packaged program, built once for all tests of a run, whatever process they are in."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unmeasured import unmeasured

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="session")
def packaged(tmp_path_factory) -> Path:
    """Where the packaged program stands."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "packaged"
    folder.mkdir(exist_ok=True)
    program = folder / "dist" / "motcua"
    with alone_in(folder):
        if not (folder / "whole").exists():
            build(folder)
            (folder / "whole").touch()
    return program


@contextlib.contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Nobody else builds there meanwhile; the system lets go of the lock whatever happens."""
    with (folder / "lock").open("w") as held:
        if sys.platform != "win32":
            import fcntl

            fcntl.flock(held, fcntl.LOCK_EX)
        yield


def build(folder: Path) -> None:
    """Package the program into `folder`."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level=WARN"]
    places = [f"--distpath={folder / 'dist'}", f"--workpath={folder / 'work'}"]
    made = subprocess.run(
        [*command, *places, "build.spec"],
        cwd=ROOT,
        env=unmeasured(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr[-4000:]
