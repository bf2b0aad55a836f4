"""The disk refuses at each call in turn: what was answered is kept, what was not is not there.

Each refusal is one of the product's, with its sentence: no answer that was not kept, no error of
the system's that nobody put into words.
"""

import shutil

import pytest

from db.engine import sqlite
from db.schema import SCHEMA_VERSION
from tests.crash.faulty import Sweep
from tests.crash.office import new_home, older_office, small_office
from tests.crash.scene import Scene, kept_facts

pytestmark = pytest.mark.usefixtures("takes_minutes")
STEPS = {
    "intake": ("", 80), "print": ("", 55), "fee": ("", 140), "supplement": ("intake", 90),
    "settings": ("", 35), "export": ("intake", 65), "acknowledge": ("intake export", 50),
    "close": ("intake", 28), "back_up": ("intake", 38),
    "restore": ("intake", 32), "upgrade": ("age", 34),
}  # fmt: skip
"""What comes before each try, and how many refusals a run must have made at least."""
FALSE_ALARMS = {"RecordsDamaged", "PageDamaged", "NotOurDatabase", "NotABackup"}
"""Nothing that lay there is harmed by a disk that takes nothing: nobody is told to restore."""
COSTLY = {"close", "back_up", "restore", "upgrade"}
"""Each try works for all of the office: without --deep fewer of its calls are refused."""


def test_each_run_refuses_what_is_asked_of_it():
    assert sum(least for _, least in STEPS.values()) >= 640


@pytest.mark.timeout(300)
@pytest.mark.parametrize("step", STEPS)
def test_a_disk_that_refuses_loses_nothing_and_lets_nothing_pass_as_kept(
    step, tmp_path, monkeypatch, request
):
    monkeypatch.setattr(sqlite, "_LOOKS", (0,))
    before, least = STEPS[step]
    scene = Scene(new_home(tmp_path, small_office()))
    sweep = Sweep(scene, step, before)
    if step in COSTLY and not request.config.getoption("--deep"):
        sweep.closely, sweep.further = 2, 100
    try:
        with scene.running():
            scene.intake()
            scene.back_up()
            if step == "upgrade":
                scene.older = older_office(SCHEMA_VERSION - 1)
                scene.age()
                scene.open()
                scene.kept_of_older = kept_facts(scene.desk)
            sweep.run()
            sweep.verify()
    finally:
        shutil.rmtree(scene.home, ignore_errors=True)
    assert not sweep.refusals & FALSE_ALARMS
    print(step, sweep.fired, *sorted(sweep.refusals))
    assert sweep.fired >= least
