"""Transactions: whole or not at all, and trouble a clerk can mend is said in words."""

import pytest

from db.room import DiskFull
from db.stores import dossiers
from db.stores.dossiers import ChangedMeanwhile, UnknownDossier
from tests.builders import a_desk, a_dossier
from tests.db.witness.witnessed import heads, knows


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    yield desk
    desk.close()


def test_a_full_disk_keeps_nothing_of_the_change_and_is_said(desk):
    def fill():
        with desk.records.write() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 10}")
            connection.exec_driver_sql(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) "
                "INSERT INTO office_setting(key, value) SELECT 'x' || i, printf('%500d', i) FROM n"
            )

    with pytest.raises(DiskFull):
        fill()
    with desk.records.read() as connection:
        found = connection.exec_driver_sql("SELECT 1 FROM office_setting WHERE key LIKE 'x%'").all()
    assert found == []


def test_a_state_someone_has_replaced_is_not_written_over(desk):
    done = a_dossier(desk)
    with desk.records.read() as connection:
        seen = dossiers.by_id(connection, done.dossier_id)
    with desk.records.write() as connection:
        connection.exec_driver_sql("UPDATE dossier SET version = 2, note = 'mới'")
    with pytest.raises(ChangedMeanwhile), desk.records.write() as connection:
        dossiers.save(connection, seen, seen)
    with desk.records.read() as connection:
        assert dossiers.by_id(connection, done.dossier_id).note == "mới"
        with pytest.raises(UnknownDossier):
            dossiers.id_of(connection, "")


def test_records_older_than_the_kept_head_do_not_take_it_back(desk):
    knows(desk.folder, {1: (99, "f" * 64)})
    a_dossier(desk)
    assert heads(desk.folder)[1] == (99, "f" * 64)
