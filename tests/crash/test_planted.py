"""The replay notices mistakes: each of `planted` is made in the product, and seen."""

import shutil

import pytest

from tests.crash.office import new_home, older_office, small_office
from tests.crash.planted import PLANTED
from tests.crash.replay import Replay, recorded
from tests.crash.scene import Scene

pytestmark = pytest.mark.usefixtures("takes_minutes")


def test_ten_mistakes_and_more_are_planted():
    assert len(PLANTED) >= 10


@pytest.mark.parametrize("mistake", PLANTED)
def test_a_planted_mistake_is_noticed(mistake, tmp_path):
    row = PLANTED[mistake]
    schema = row.from_schema
    scene = Scene(new_home(tmp_path, older_office(schema) if schema else small_office()))
    try:
        with row.planted(scene):
            begin = recorded(scene, row.work, is_open=not schema)
    finally:
        shutil.rmtree(scene.home, ignore_errors=True)
    replay = Replay(scene.start, scene.tape.ops, migrates=scene.migrates)
    verdict = replay.run(until=row.noticed_by, begin=begin)
    assert row.noticed_by in verdict.wrong, verdict.first
