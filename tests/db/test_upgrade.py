"""The schema: migrations give what the tables say, and nothing is ever upgraded down."""

import re
from datetime import datetime
from pathlib import Path

import pytest
import sqlalchemy
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
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
from db.upgrade import MigrationBroke
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


def test_drafts_of_the_first_schema_are_kept_and_its_idle_indexes_go(tmp_path, key):
    path = tmp_path / "motcua.db"
    connection = connect(path, key)
    make_schema(connection, 1)
    row = ("a", 1, "Lan", "2026-11-23T03:15:00Z", "Hoàng Thị Mẩy", '{"full_name": "Hoàng Thị Mẩy"}')
    connection.execute("INSERT INTO draft VALUES (?, ?, ?, ?, ?, ?)", row)
    connection.close()
    assert upgrade.upgrade(path, key, now=NOW).before == 1
    upgrade.make_database(tmp_path / "new.db", key)
    upgraded, new = connect(path, key), connect(tmp_path / "new.db", key)
    assert upgraded.execute("SELECT * FROM draft").fetchall() == [row]
    assert schema_of(upgraded) == schema_of(new)
    assert ("index", "ix_dossier_phone") not in schema_of(upgraded)
    upgraded.close()
    new.close()


def make_schema(connection, version):
    """The tables as revision `version` of the migrations left them, empty."""
    engine = sqlalchemy.create_engine(
        "sqlite://", module=dbapi2, creator=lambda: connection, poolclass=sqlalchemy.StaticPool
    )
    scripts = list(ScriptDirectory(str(upgrade.MIGRATIONS)).walk_revisions())[::-1]
    with engine.connect() as bound:
        operations = Operations(MigrationContext.configure(bound))
        with Operations.context(operations.migration_context):
            for script in scripts[:version]:
                script.module.upgrade()
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {version}")


def test_a_migration_that_leaves_references_broken_is_undone_and_its_copy_named(tmp_path, key):
    path = tmp_path / "motcua.db"
    connection = connect(path, key)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("CREATE TABLE old_person (id INTEGER PRIMARY KEY)")
    connection.execute("CREATE TABLE old_paper (person REFERENCES old_person(id))")
    connection.execute("INSERT INTO old_paper VALUES (7)")
    connection.close()
    with pytest.raises(MigrationBroke) as broke:
        upgrade.upgrade(path, key, now=NOW)
    assert broke.value.facts["problem"] == "old_paper"
    assert upgrade.version_of(path, key) == 0
    connection = connect(path, key)
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    connection.close()
    assert tables == {"old_person", "old_paper"}
    copy = connect(Path(broke.value.facts["backup"]), key, application_id=APPLICATION_ID)
    assert copy.execute("SELECT person FROM old_paper").fetchall() == [(7,)]
    copy.close()


SCHEMA_1 = Path(__file__).parents[1] / "data" / "schema-1.sql"


@pytest.fixture
def schema_1(tmp_path):
    """A data folder as the first release left it: three dossiers, seven ledger rows."""
    folder = tmp_path / "data"
    folder.mkdir()
    connection = connect(folder / "motcua.db", make_key(folder))
    connection.executescript(SCHEMA_1.read_text(encoding="utf-8"))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("PRAGMA user_version = 1")
    connection.close()
    return folder


def test_a_filled_database_of_the_first_release_comes_up_whole(schema_1):
    path, key = schema_1 / "motcua.db", read_key(schema_1)
    before = connect(path, key)
    kept = {
        table: before.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()
        for table in ("dossier", "ledger", "outbox", "submitted_document", "pause")
    }
    before.execute(
        "INSERT INTO promise VALUES "
        "(4, 2, 'EXTENDED', '2026-11-30T03:15:00Z', 1, '2026-11-24T03:15:00Z')"
    )
    promises = before.execute("SELECT * FROM promise ORDER BY dossier_id, id").fetchall()
    before.close()
    done = upgrade.upgrade(path, key, now=NOW)
    assert (done.before, done.after) == (1, SCHEMA_VERSION)
    after = connect(path, key, application_id=APPLICATION_ID)
    for table, rows in kept.items():
        assert after.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall() == rows
    found = after.execute("SELECT * FROM promise ORDER BY dossier_id, position").fetchall()
    assert [row[1] for row in found] == [1, 1, 2, 1]
    assert [(row[0], *row[2:]) for row in found] == [row[1:] for row in promises]
    upgrade.make_database(schema_1 / "new.db", key)
    new = connect(schema_1 / "new.db", key)
    assert schema_of(after) == schema_of(new)
    for statement in ("UPDATE ledger SET officer = 'x'", "DELETE FROM ledger WHERE seq = 7"):
        with pytest.raises(dbapi2.IntegrityError, match="append-only"):
            after.execute(statement)
    after.close()
    new.close()


def test_a_desk_of_the_first_release_works_on_where_it_stood(schema_1):
    desk = opening.open_desk(schema_1, SetClock(NOW))
    assert verification.verify_records(desk).ledger_rows == 7
    assert a_dossier(desk).dossier_code == "H37.99.1-261123-0004"
    assert verification.verify_records(desk).dossiers == 4
    desk.close()


def test_a_migration_that_fails_leaves_the_old_database_as_it_was(schema_1, monkeypatch):
    path, key = schema_1 / "motcua.db", read_key(schema_1)

    def refuse(*_):
        raise upgrade.MigrationBroke(problem="dossier", backup="x")

    monkeypatch.setattr(upgrade, "_check_references", refuse)
    with pytest.raises(upgrade.MigrationBroke):
        upgrade.upgrade(path, key, now=NOW)
    connection = connect(path, key, application_id=APPLICATION_ID)
    assert connection.execute("PRAGMA user_version").fetchone()[0] == 1
    assert connection.execute("SELECT count(*) FROM ledger").fetchone()[0] == 7
    connection.close()


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
    connection.execute("CREATE INDEX ix_dossier_received_at ON dossier (received_at)")
    connection.execute("CREATE TABLE former AS SELECT dossier_id AS id, * FROM promise")
    connection.execute("DROP TABLE promise")
    connection.execute("ALTER TABLE former RENAME TO promise")
    connection.execute("PRAGMA user_version = 3")
    connection.close()
    return {"rows": rows, "schema": schema}
