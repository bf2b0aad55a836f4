"""The schema: migrations give what the tables say, and nothing is ever upgraded down."""

import re
from datetime import datetime

import pytest
import sqlalchemy
from sqlcipher3 import dbapi2

import db.rows
import db.search  # noqa: F401 - adds the search table
from app.domain.clock import VIETNAM, SetClock
from app.usecases import opening, printing, verification
from db import upgrade
from db.base import metadata
from db.connect import NotOurDatabase, connect
from db.keys import make_key, read_key
from db.schema import APPLICATION_ID, SCHEMA_VERSION, NewerSchema
from tests.builders import LAN, a_desk, a_dossier

NOW = datetime(2026, 11, 23, 10, 15, tzinfo=VIETNAM)


@pytest.fixture
def key(tmp_path):
    return make_key(tmp_path)


def schema_of(connection):
    """Every object's SQL; the clauses of a table sorted, since their order means nothing."""
    found = {}
    for kind, name, sql in connection.execute("SELECT type, name, sql FROM sqlite_master"):
        clauses = re.split(r",\s*\n|\(\s*\n|\n\)", sql or "")
        found[kind, name] = sorted(" ".join(c.split()) for c in clauses if c.strip())
    return found


def test_an_empty_database_migrated_to_head_equals_the_tables(tmp_path, key):
    upgrade.make_database(tmp_path / "migrated.db", key)
    declared = connect(tmp_path / "declared.db", key)
    engine = sqlalchemy.create_engine(
        "sqlite://", module=dbapi2, creator=lambda: declared, poolclass=sqlalchemy.StaticPool
    )
    with engine.begin() as bound:
        metadata.create_all(bound)
    migrated = connect(tmp_path / "migrated.db", key)
    assert schema_of(migrated) == schema_of(declared)
    assert ("trigger", "ledger_no_update") in schema_of(migrated)
    declared.close()
    migrated.close()


def test_a_new_database_names_us_and_its_schema(tmp_path, key):
    upgrade.make_database(tmp_path / "motcua.db", key)
    connection = connect(tmp_path / "motcua.db", key, application_id=APPLICATION_ID)
    assert connection.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION
    connection.close()


def test_a_newer_database_is_refused_and_left_alone(tmp_path, key):
    path = tmp_path / "motcua.db"
    upgrade.make_database(path, key)
    connection = connect(path, key)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(NewerSchema):
        upgrade.upgrade(path, key, now=NOW)
    assert path.read_bytes() == before


def test_an_older_database_is_copied_before_it_is_migrated(tmp_path, key):
    path = tmp_path / "motcua.db"
    connection = connect(path, key)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.close()
    done = upgrade.upgrade(path, key, now=NOW)
    assert (done.before, done.after) == (0, SCHEMA_VERSION)
    copy = connect(done.backup, key, application_id=APPLICATION_ID)
    assert copy.execute("PRAGMA user_version").fetchone()[0] == 0
    copy.close()


def test_a_present_database_is_not_copied(tmp_path, key):
    upgrade.make_database(tmp_path / "motcua.db", key)
    assert upgrade.upgrade(tmp_path / "motcua.db", key, now=NOW).backup is None


def test_another_programs_file_is_refused(tmp_path, key):
    path = tmp_path / "motcua.db"
    connection = connect(path, key)
    connection.execute("PRAGMA application_id = 7")
    connection.execute("CREATE TABLE theirs (x)")
    connection.close()
    with pytest.raises(NotOurDatabase):
        upgrade.version_of(path, key)
    with pytest.raises(NotOurDatabase):
        upgrade.make_database(path, key)


def test_a_filled_database_keeps_its_ledger_and_learns_of_prints(tmp_path):
    folder = tmp_path / "data"
    desk = a_desk(folder)
    registered = a_dossier(desk)
    desk.close()
    path, key = folder / "motcua.db", read_key(folder)
    before = _made_older(path, key)
    upgrade.upgrade(path, key, now=NOW)
    connection = connect(path, key)
    assert [row for row in schema_of(connection).items() if row[0][0] != "table"] == [
        row for row in before["schema"].items() if row[0][0] != "table"
    ]
    assert connection.execute("SELECT * FROM ledger ORDER BY seq").fetchall() == before["rows"]
    with pytest.raises(dbapi2.DatabaseError, match="append-only"):
        connection.execute("DELETE FROM ledger")
    connection.close()
    desk = opening.open_desk(folder, SetClock(NOW))
    assert verification.verify_records(desk).dossiers == 1
    printed = printing.next_print(desk, LAN, registered.dossier_id, form="01", paper="a4")
    printing.note_printer(desk, LAN, printed.print_id, "HP")
    assert verification.verify_records(desk).ledger_rows == len(before["rows"]) + 1
    desk.close()


def _made_older(path, key):
    """The database as it was before prints stood in the ledger; its schema and ledger rows."""
    connection = connect(path, key)
    rows = connection.execute("SELECT * FROM ledger ORDER BY seq").fetchall()
    schema = schema_of(connection)
    (sql,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'ledger'").fetchone()
    others = connection.execute(
        "SELECT sql FROM sqlite_master WHERE tbl_name = 'ledger' AND type <> 'table'"
    ).fetchall()
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("DROP TABLE ledger")
    connection.execute(sql.replace(", 'PRINT')", ")"))
    connection.executemany(f"INSERT INTO ledger VALUES ({', '.join('?' * len(rows[0]))})", rows)
    for (other,) in others:
        if other:
            connection.execute(other)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION - 1}")
    connection.close()
    return {"rows": rows, "schema": schema}
