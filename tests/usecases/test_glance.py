"""The first list, read with the driver alone, says what the opened records say."""

import pytest

from app.domain.board import BoardView
from app.settings import InvalidSetting
from app.usecases import glance, lookup
from app.wiring.session import Session
from db.connect import connect
from db.folder import DATABASE_FILE
from db.keys import read_key
from tests.builders import a_desk, a_dossier


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    for _ in range(3):
        a_dossier(desk)
    yield desk
    desk.close()


def test_a_glance_answers_as_the_opened_records_do(desk):
    now = desk.clock.now()
    seen = glance.take(desk.folder)
    assert seen.running() == lookup.running(desk)
    assert seen.counts(now) == lookup.counts(desk, now)
    assert seen.calendar == lookup.calendar(desk)
    assert seen.settings == lookup.settings(desk)
    for view in BoardView:
        assert seen.ids(view, now) == lookup.ids(desk, view, now)
    ids = seen.ids(BoardView.OPEN, now)
    assert len(ids) == 3
    assert seen.rows(ids) == lookup.rows(desk, ids)
    seen.close()


def test_records_of_another_schema_are_not_glanced_at(desk):
    connection = connect(desk.folder / DATABASE_FILE, read_key(desk.folder))
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    assert glance.take(desk.folder) is None
    connection = connect(desk.folder / DATABASE_FILE, read_key(desk.folder))
    connection.execute("PRAGMA user_version = 1")
    connection.close()


def test_a_session_glances_until_its_desk_is_opened(desk):
    session = Session(desk.folder, desk.clock)
    with session.glance() as seen:
        assert len(seen.running()[0]) == 3
    assert lookup.counts(session.desk, desk.clock.now()).open == 3
    with session.glance() as seen:
        assert seen is None
    session.close()


def test_a_glance_that_fails_lets_the_records_go(desk):
    key = read_key(desk.folder)
    with desk.records.write() as connection:
        connection.exec_driver_sql(
            "UPDATE office_setting SET value = 'H 37' WHERE key = 'agency_code'"
        )
    with pytest.raises(InvalidSetting) as refused:
        glance.take(desk.folder)
    assert refused.value.facts["key"] == "agency_code"
    connection = connect(desk.folder / DATABASE_FILE, key)
    busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    connection.close()
    assert not busy
