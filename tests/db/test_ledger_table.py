"""The ledger table defends itself; writes begin immediate."""

import pytest
from sqlalchemy.exc import IntegrityError

from db.records import RecordsBusy
from db.room import DiskFull
from tests.builders import a_desk, a_dossier

COPY = (
    "INSERT {how} INTO ledger SELECT chain, {seq}, at, officer, station, subject, reference, "
    "dossier_id, version, event, from_state, to_state, reason, detail, previous_hash, hash "
    "FROM ledger WHERE chain = 1 AND seq = 2"
)


def driver_of(connection):
    return connection.connection.driver_connection


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    a_dossier(desk)
    a_dossier(desk)
    yield desk
    desk.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ledger SET reason = 'khác' WHERE seq = 1",
        "UPDATE OR IGNORE ledger SET reason = 'khác' WHERE seq = 1",
        "DELETE FROM ledger WHERE seq = 1",
        "DELETE FROM ledger",
        COPY.format(how="", seq=9),
        COPY.format(how="OR REPLACE", seq=2),
        COPY.format(how="OR IGNORE", seq=1),
        COPY.format(how="", seq=3),
    ],
)
def test_tampering_is_refused_by_the_database(desk, statement):
    with pytest.raises(IntegrityError), desk.records.write() as connection:
        connection.exec_driver_sql(statement)


def test_every_write_begins_immediate_and_every_read_deferred(desk):
    said = []
    with desk.records.read() as connection:
        driver_of(connection).set_trace_callback(said.append)
    said.clear()
    with desk.records.write() as connection:
        connection.exec_driver_sql("SELECT 1")
    with desk.records.read() as connection:
        connection.exec_driver_sql("SELECT 2")
    assert said == ["BEGIN IMMEDIATE", "SELECT 1", "COMMIT", "BEGIN", "SELECT 2", "COMMIT"]


def test_a_transaction_sees_what_another_wrote_though_its_connection_was_used_before(desk):
    count = "SELECT count(*) FROM procedure_use"
    with desk.records.read() as connection:
        assert connection.exec_driver_sql(count).scalar() == 1
    with desk.records.write() as writing, desk.records.read() as reading:
        writing.exec_driver_sql("DELETE FROM procedure_use")
        assert reading.exec_driver_sql(count).scalar() == 1
    with desk.records.read() as one, desk.records.read() as other:
        assert one is not other
        assert one.exec_driver_sql(count).scalar() == 0
        assert other.exec_driver_sql(count).scalar() == 0


def test_a_failed_write_leaves_nothing(desk):
    def fail_halfway():
        with desk.records.write() as connection:
            connection.exec_driver_sql("DELETE FROM procedure_use")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_halfway()
    with desk.records.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM procedure_use").scalar() == 1


@pytest.mark.parametrize(
    "change",
    [
        "state = ''", "due_at = '2026-13-45'", "full_name = ''", "version = 0",
        "full_name = printf('%0201d', 0)", "sex = 'X'", "full_name = NULL", "sets = 'hai'",
    ],
)  # fmt: skip
def test_the_database_itself_refuses_impossible_values(desk, change):
    with pytest.raises(IntegrityError), desk.records.write() as connection:
        connection.exec_driver_sql(f"UPDATE dossier SET {change}")


def test_records_held_by_another_program_are_said_to_be_busy(desk):
    with desk.records.engine.connect() as other:
        raw = other.connection.dbapi_connection
        raw.execute("BEGIN IMMEDIATE")
        with desk.records.read() as waiting:
            driver_of(waiting).execute("PRAGMA busy_timeout = 1")
        with pytest.raises(RecordsBusy), desk.records.write():
            pass
        raw.execute("ROLLBACK")


def test_a_full_disk_keeps_nothing_and_says_so(desk):
    with desk.records.read() as connection:
        driver = driver_of(connection)
        pages = driver.execute("PRAGMA page_count").fetchone()[0]
        driver.execute(f"PRAGMA max_page_count = {pages}")

    def fill():
        with desk.records.write() as connection:
            connection.exec_driver_sql("CREATE TABLE filler AS SELECT zeroblob(9000000) AS x")

    with pytest.raises(DiskFull):
        fill()
    with desk.records.read() as connection:
        found = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master WHERE name='filler'")
        assert found.scalar() == 0
