"""The way back: each step once, home at its beginning, an end to it."""

import pytest

from ui.screen import Place
from ui.shell.trail import MOST_STEPS, Step, Trail

HOME, INTAKE = Step(Place.HOME), Step(Place.INTAKE)


@pytest.fixture
def trail():
    made = Trail()
    made.go(HOME)
    return made


def way_back(trail):
    met = []
    while trail.back():
        met.append(trail.here)
    return met


def dossier(nth):
    return Step(Place.DOSSIER, nth)


def test_a_step_gone_to_again_is_gone_back_to_once(trail):
    for step in (INTAKE, dossier(3), INTAKE, dossier(3), INTAKE):
        trail.go(step)
    assert way_back(trail) == [dossier(3), HOME]


def test_dossiers_are_steps_of_their_own(trail):
    for step in (dossier(3), INTAKE, dossier(4)):
        trail.go(step)
    assert way_back(trail) == [INTAKE, dossier(3), HOME]


def test_home_begins_the_trail_anew(trail):
    trail.go(INTAKE)
    trail.go(HOME)
    assert not trail.back()
    assert trail.here == HOME


def test_the_way_back_comes_to_an_end_after_a_long_morning(trail):
    for nth in range(40):
        trail.go(dossier(nth))
    way = way_back(trail)
    assert len(way) == MOST_STEPS
    assert way[-1] == HOME
