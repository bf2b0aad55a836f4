"""The window is killed by `kill -9` in the middle of intakes: what it showed is there."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.domain.clock import SetClock
from app.usecases.office import opening
from app.usecases.safety import verification
from db.guard import leftovers
from tests.builders import LAN, a_dossier
from tests.crash.office import new_home, small_office
from tests.crash.scene import LATER
from tests.unmeasured import unmeasured

pytestmark = [pytest.mark.gui, pytest.mark.usefixtures("takes_minutes")]
KILLS = 30
EVERY = 8
"""Changes of files from one kill to the next: 30 kills reach into the third dossier."""


@pytest.fixture(scope="module")
def window():
    """Opens windows that are killed; see `window_child`."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.crash.window_child"],
        cwd=Path(__file__).parents[2], env=unmeasured() | {"QT_QPA_PLATFORM": "offscreen"},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    yield child
    child.stdin.close()
    child.wait(60)
    child.stdout.close()
    child.stderr.close()


def killed(window, home, nth):
    """Let a window work at `home` until it is killed at its `nth` change; the codes it showed."""
    (home / "tray").mkdir()
    (home / "shown").touch()
    window.stdin.write(f"{home} {nth}\n")
    window.stdin.flush()
    assert window.stdout.readline() == "-9\n"
    return set((home / "shown").read_text().split())


def found(home):
    """Codes and prints that the records hold, verified; and the code given next."""
    desk = opening.open_desk(home / "data", SetClock(LATER))
    try:
        verification.verify_records(desk, LAN)
        with desk.records.read() as connection:
            rows = connection.exec_driver_sql(
                "SELECT code FROM dossier UNION ALL SELECT sha256 FROM form_print"
            )
            kept = set(rows.scalars())
        code = a_dossier(desk).dossier_code
        verification.verify_records(desk, LAN)
    finally:
        desk.close()
    return kept, code


@pytest.mark.timeout(300)
@pytest.mark.parametrize("part", range(3))
def test_what_a_window_showed_before_it_was_killed_is_there(window, tmp_path, part):
    most = 0
    for nth in range(1 + part, KILLS + 1, 3):
        home = new_home(tmp_path, small_office())
        try:
            shown = killed(window, home, nth * EVERY)
            kept, following = found(home)
            assert shown <= kept
            assert set(os.listdir(home / "tray")) <= kept, "no slip without its record"
            assert following not in shown
            assert not leftovers.are_there(home / "data")
            most = max(most, len(shown))
        finally:
            shutil.rmtree(home)
    assert most >= 2, "some were killed after two dossiers were shown"
