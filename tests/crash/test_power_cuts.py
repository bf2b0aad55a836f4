"""The power is cut after every operation on the disk: what was told is there, and all is whole.

Real use cases on the production driver, encrypted; see `replay` for how, `judge` for what must
hold. What is asked of each run is held by `LEAST`: power cuts, and distinct disks looked at.
"""

from itertools import count
from random import Random

import pytest

from db.schema import FIRST_SCHEMA, SCHEMA_VERSION
from tests.crash.office import new_home, older_office, small_office
from tests.crash.replay import replayed
from tests.crash.scene import Scene

pytestmark = pytest.mark.usefixtures("takes_minutes")
DAYS = {
    "intake": "intake print intake settings",
    "money": "fee intake print fee",
    "life": "intake supplement draft finish intake",
    "province": "intake export acknowledge intake export acknowledge",
    "close": "intake close intake close print close",
    "backup": "intake back_up print intake restore intake",
}
LEAST = {
    "intake": (180, 1_050), "money": (360, 2_200), "life": (255, 1_550), "province": (240, 1_240),
    "close": (265, 1_280), "backup": (530, 1_600), "first start": (450, 600),
    "from 100": (280, 1_100), "from the last": (150, 400),
}  # fmt: skip


def test_each_run_replays_what_is_asked_of_it():
    assert sum(points for points, _ in LEAST.values()) >= 2_500
    assert sum(disks for _, disks in LEAST.values()) >= 10_000


@pytest.fixture
def survives(tmp_path, power_cuts):
    """Replay what is done at an office, and find nothing wrong at any moment."""

    def replay(name, office, work, **how):
        scene = Scene(new_home(tmp_path, office), how.get("seed", 1))
        verdict = replayed(scene, work, **how)
        power_cuts(verdict)
        assert not verdict.wrong, verdict.first
        least = LEAST.get(name, (0, 0))
        assert verdict.points >= least[0]
        assert verdict.states >= least[1]
        return verdict

    return replay


@pytest.mark.parametrize("day", DAYS)
def test_a_day_survives_a_power_cut_at_any_moment(day, survives):
    survives(day, small_office(), DAYS[day])


def test_a_first_start_survives_a_power_cut_at_any_moment(survives):
    survives("first start", None, "make intake", is_open=False)


@pytest.mark.parametrize("schema", [FIRST_SCHEMA, SCHEMA_VERSION - 1])
def test_a_migration_survives_a_power_cut_at_any_moment(schema, survives):
    name = "from 100" if schema == FIRST_SCHEMA else "from the last"
    survives(name, older_office(schema), "upgrade intake", is_open=False)


MOST_STEPS = 9
ANY = ("intake", "intake", "print", "fee", "supplement", "finish", "settings", "draft", "export",
       "close", "back_up")  # fmt: skip
"""What may be done on any day, in any order, once somebody came."""


def any_day(random):
    """The work of a day as chance has it; a restore or an answer comes only after its cause."""
    steps = ["intake", *(random.choice(ANY) for _ in range(random.randrange(3, MOST_STEPS)))]
    if "back_up" in steps and random.random() < 0.5:
        steps += ["restore", "intake"]
    if "export" in steps and "restore" not in steps:
        steps.append("acknowledge")
    return " ".join(steps)


@pytest.mark.deep
@pytest.mark.timeout(7_200)
@pytest.mark.parametrize("part", range(8))
def test_days_of_any_kind_survive_a_hundred_thousand_power_cuts(part, survives):
    points = 0
    random = Random(part)
    for nth in count():
        seed = part * 10_000 + nth
        points += survives("", small_office(), any_day(random), seed=seed, tries=1).points
        if points > 12_500:
            break


@pytest.mark.deep
@pytest.mark.timeout(7_200)
@pytest.mark.parametrize("schema", range(FIRST_SCHEMA + 1, SCHEMA_VERSION - 1))
def test_a_migration_from_any_schema_survives_a_power_cut_at_any_moment(schema, survives):
    survives("", older_office(schema), "upgrade intake", is_open=False)
