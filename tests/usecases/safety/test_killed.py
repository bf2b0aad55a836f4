"""Killed at each step on the disk: what was begun is whole afterwards, or was never begun."""

from collections import Counter

import pytest

from db.schema import SCHEMA_VERSION
from tests.usecases.safety.killing import run

pytestmark = pytest.mark.usefixtures("takes_minutes")


@pytest.mark.timeout(300)
def test_a_restore_killed_at_any_step_leaves_the_old_data_or_the_new_and_no_number_twice(tmp_path):
    found = Counter(run("restored", tmp_path))
    assert set(found) == {"3 4", "2 4"}
    assert found["3 4"] > 10
    assert found["2 4"] > 5


@pytest.mark.timeout(300)
def test_a_first_start_killed_at_any_step_leaves_an_office_or_nothing(tmp_path):
    found = Counter(run("made", tmp_path))
    assert set(found) <= {"nothing", "made 0", "again 0"}
    assert found["made 0"] > 3
    assert found["again 0"] > 10


@pytest.mark.timeout(300)
def test_a_migration_killed_at_any_step_leaves_the_old_schema_or_the_new_and_a_whole_copy(tmp_path):
    found = Counter(run("migrated", tmp_path))
    assert set(found) == {str(SCHEMA_VERSION - 1), str(SCHEMA_VERSION)}


@pytest.mark.timeout(300)
def test_an_export_killed_at_any_step_leaves_nothing_half_anywhere(tmp_path):
    found = Counter(run("exported", tmp_path))
    assert set(found) == {"1 0", "1 1"}


@pytest.mark.timeout(300)
def test_a_backup_killed_at_any_step_leaves_nothing_half_anywhere(tmp_path):
    found = Counter(run("backed_up", tmp_path))
    assert set(found) <= {"1 0", "1 1"}
    assert found["1 0"] > 5
    assert found["1 1"]
