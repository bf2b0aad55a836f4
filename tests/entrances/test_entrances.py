"""Bad input by every entrance: no mistake of the program's, and what is refused changes nothing."""

import re
import subprocess
import sys
from importlib.util import find_spec
from random import Random

import pytest

from app.domain.errors import DeskError
from app.usecases.safety import verification
from app.wording.refusals import say
from db.engine.opening import connect
from db.folder import DATABASE_FILE
from db.keys import read_key
from tests.builders import LAN, a_desk, a_dossier
from tests.entrances.desk import BadUsage
from tests.entrances.entrance import World, samples_of
from tests.entrances.examples import good_files
from tests.entrances.fuzzing import TARGETS
from tests.entrances.table import ENTRANCES
from tests.house import ROOT

LEAST = 20_000
SEED = 20261130
VIETNAMESE = re.compile("[à-ỹđ]", re.IGNORECASE)


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    place = tmp_path_factory.mktemp("entrances")
    desk = a_desk(place / "office")
    code = a_dossier(desk).dossier_code
    made = World(desk, place / "in", code)
    made.place.mkdir()
    made.files.update(good_files(place, desk))
    yield made
    desk.close()


@pytest.fixture(scope="module")
def commits(world):
    """Another connection, that is told of every change kept by anybody."""
    folder = world.desk.folder
    watching = connect(folder / DATABASE_FILE, read_key(folder))
    yield lambda: watching.execute("PRAGMA data_version").fetchone()[0]
    watching.close()


def tried(entrance, world, commits, seed, count):
    """How many of `count` bad inputs were refused; each is held to what it must be."""
    dice, refused = Random(f"{seed} {entrance.name}"), 0
    samples = samples_of(entrance, world)
    for nth in range(count):
        given = entrance.mutate(dice, dice.choice(samples), samples)
        before = commits()
        try:
            entrance.take(world, given, dice)
        except DeskError as error:
            refused += 1
            assert commits() == before, f"{error} was refused and changed something: {given!r}"
            if not isinstance(error, BadUsage):
                assert VIETNAMESE.search(say(error)), error
        except Exception as error:
            raise AssertionError(f"seed {seed}, input {nth}: {given!r}: {error!r}") from error
    return refused


@pytest.mark.parametrize("entrance", ENTRANCES, ids=lambda one: one.name)
def test_bad_input_ends_in_a_sentence_or_in_a_whole_change(entrance, world, commits):
    tried(entrance, world, commits, SEED, entrance.count)


def test_a_run_tries_twenty_thousand():
    assert sum(entrance.count for entrance in ENTRANCES) >= LEAST


def test_what_was_let_in_left_the_records_whole(world, commits):
    for entrance in ENTRANCES:
        if entrance.count <= 200:
            tried(entrance, world, commits, SEED + 1, 5)
    assert verification.verify_records(world.desk, LAN).dossiers >= 1


@pytest.mark.deep
@pytest.mark.timeout(600)
@pytest.mark.skipif(find_spec("atheris") is None, reason="atheris is not installed")
@pytest.mark.parametrize("target", TARGETS)
def test_a_fuzzer_led_by_the_code_finds_nothing(target, tmp_path, takes_minutes):
    command = [sys.executable, "-m", "tests.entrances.fuzzing", target]
    run = subprocess.run(
        [*command, "-max_total_time=120", f"-artifact_prefix={tmp_path}/"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr[-4_000:]
