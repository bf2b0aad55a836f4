"""The schema: migrations give what the tables say, and nothing is ever upgraded down."""

import errno
import importlib
import pkgutil
import re
from datetime import datetime
from pathlib import Path

import pytest
import sqlalchemy
from sqlcipher3 import dbapi2

import db.tables
from app.domain.clock import VIETNAM
from app.domain.deadline.calendar_year import Closure
from app.domain.deadline.closures import ClosureKind
from db import upgrade
from db.engine import migrating
from db.engine.chosen import ENGINE
from db.engine.errors import MigrationBroke, NotOurDatabase
from db.engine.opening import connect
from db.folder import FolderNotWritable
from db.keys import make_key
from db.records import Records
from db.room import DiskFull
from db.schema import APPLICATION_ID, SCHEMA_VERSION, NewerSchema
from db.stores.deadline import closures
from db.stores.province import sent
from db.tables.columns import metadata
from tests.db.older import at_schema

for _module in pkgutil.iter_modules(db.tables.__path__):
    importlib.import_module(f"db.tables.{_module.name}")

NOW = datetime(2026, 11, 23, 10, 15, tzinfo=VIETNAM)


@pytest.fixture
def key(tmp_path):
    return make_key(tmp_path)


def schema_of(connection):
    """Every object's SQL; the clauses of a table sorted, since their order means nothing."""
    rows = connection.execute("SELECT type, name, sql FROM sqlite_master")
    return {(kind, name): sorted(clauses_of(sql or "")) for kind, name, sql in rows}


def clauses_of(sql):
    """What stands before, between and behind the outermost brackets, cut at their own commas."""
    clauses, depth = [""], 0
    for token in re.findall(r"'[^']*'|\"[^\"]*\"|[(),]|[^'\"(),]+", sql):
        before, depth = depth, depth + (token == "(") - (token == ")")
        if {before, depth} == {0, 1} or (depth == 1 and token == ","):
            clauses.append("")
        else:
            clauses[-1] += token
    return [" ".join(clause.split()) for clause in clauses if clause.strip()]


def test_an_added_column_and_a_declared_one_are_the_same_clauses():
    declared = "CREATE TABLE t (\n\ta TEXT DEFAULT ',', \n\tb INT, \n\tCHECK (b IN (1, 2))\n)"
    added = "CREATE TABLE t (\n\ta TEXT DEFAULT ',', b INT, \n\tCHECK (b IN (1, 2))\n)"
    clauses = ["CREATE TABLE t", "a TEXT DEFAULT ','", "b INT", "CHECK (b IN (1, 2))"]
    assert clauses_of(added) == clauses_of(declared) == clauses


def test_an_empty_database_migrated_to_head_equals_the_tables(tmp_path, key):
    upgrade.make_database(tmp_path / "migrated.db", key)
    declared = connect(tmp_path / "declared.db", key)
    engine = sqlalchemy.create_engine(
        "sqlite://", module=dbapi2, creator=lambda: declared, poolclass=sqlalchemy.StaticPool
    )
    with engine.begin() as bound:
        metadata.create_all(bound)
        for statement in ENGINE.extras(metadata):
            bound.execute(statement)
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
    assert "old_paper" in broke.value.facts["problem"]
    assert upgrade.version_of(path, key) == 0
    connection = connect(path, key)
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    connection.close()
    assert tables == {"old_person", "old_paper"}
    copy = connect(Path(broke.value.facts["backup"]), key, application_id=APPLICATION_ID)
    assert copy.execute("SELECT person FROM old_paper").fetchall() == [(7,)]
    copy.close()


def of_the_disk(code):
    error = dbapi2.OperationalError("disk I/O error")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("refused", "said"),
    [
        (OSError(errno.EIO, "Input/output error"), FolderNotWritable),
        (OSError(errno.ENOSPC, "No space left on device"), FolderNotWritable),
        (of_the_disk(dbapi2.SQLITE_IOERR | 3 << 8), FolderNotWritable),
        (of_the_disk(dbapi2.SQLITE_CANTOPEN), FolderNotWritable),
        (of_the_disk(dbapi2.SQLITE_READONLY), FolderNotWritable),
        (of_the_disk(dbapi2.SQLITE_FULL), DiskFull),
        (of_the_disk(dbapi2.SQLITE_CORRUPT), dbapi2.OperationalError),
    ],
)
def test_what_the_disk_refuses_of_a_migration_is_said_and_nothing_is_changed(
    tmp_path, key, monkeypatch, refused, said
):
    path = tmp_path / "motcua.db"
    connection = connect(path, key)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.close()

    def broken(*_, **__):
        raise refused

    monkeypatch.setattr(migrating, "_check_references", broken)
    with pytest.raises(said) as answer:
        upgrade.upgrade(path, key, now=NOW)
    assert said is not FolderNotWritable or answer.value.facts["path"] == str(tmp_path)
    monkeypatch.undo()
    assert upgrade.version_of(path, key) == 0
    assert upgrade.upgrade(path, key, now=NOW).after == SCHEMA_VERSION


@pytest.mark.parametrize(("setting", "marks"), [("true", 1), ("false", 0), (None, 0)])
def test_a_practice_office_of_before_is_marked_and_its_setting_gone(tmp_path, key, setting, marks):
    path = tmp_path / "motcua.db"
    connection = at_schema(path, key, 101)
    if setting is not None:
        connection.execute("INSERT INTO office_setting VALUES ('practice', ?)", (setting,))
    connection.commit()
    connection.close()
    upgrade.upgrade(path, key, now=NOW)
    connection = connect(path, key, application_id=APPLICATION_ID)
    (found,) = connection.execute("SELECT count(*) FROM practice_mark").fetchone()
    (kept,) = connection.execute("SELECT count(*) FROM office_setting").fetchone()
    connection.close()
    assert (found, kept) == (marks, 0)


def test_digests_of_what_was_sent_before_are_found_afterwards(tmp_path, key):
    path = tmp_path / "motcua.db"
    connection = at_schema(path, key, 120)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.executemany(
        "INSERT INTO package"
        " VALUES (?, ?, 1, 'province_v1', '2026-11-23T02:00:00Z', ?, ?, ?, ?, 'x')",
        [(1, "p1", 1, 600, 300, "a" * 64), (2, "p2", 600, 601, 2, "b" * 64)],
    )
    before = [(position, 1, bytes([1]) * 32) for position in range(2, 602, 2)]
    before += [(600, 2, bytes([2]) * 32), (601, 2, bytes([3]) * 32)]
    connection.executemany(
        "INSERT INTO sent_event (position, package, sha256) VALUES (?, ?, ?)", before
    )
    connection.commit()
    connection.close()
    upgrade.upgrade(path, key, now=NOW)
    with Records(tmp_path).read() as connection:
        assert sent.digests_of(connection, 2) == {"01" * 32}
        assert sent.digests_of(connection, 600) == {"01" * 32, "02" * 32}
        assert sent.digests_of(connection, 601) == {"03" * 32}
        assert sent.digests_of(connection, 3) == frozenset()


@pytest.mark.parametrize("body", [None, b'{"closures":[]}'])
def test_without_closures_there_is_none_to_number(tmp_path, key, body):
    assert _closures_after(tmp_path, key, body) == []


def test_closures_of_before_are_numbered(tmp_path, key):
    body = (
        b'{"closures":[{"from":"2026-09-08T07:30+07:00","to":"2026-09-09T17:00+07:00",'
        b'"reason":"x"},{"from":"2026-10-01T07:30+07:00","to":"2026-10-01T17:00+07:00",'
        b'"reason":"y","decision":"9"}]}'
    )
    first, second = _closures_after(tmp_path, key, body)
    assert (first.number, first.kind) == (1, ClosureKind.FILED)
    assert first.closure == Closure(
        datetime(2026, 9, 8, 7, 30, tzinfo=VIETNAM), datetime(2026, 9, 9, 17, tzinfo=VIETNAM), "x"
    )
    assert (second.number, second.closure.decision) == (2, "9")


def _closures_after(tmp_path, key, body):
    """The closures there are once a database of before, with this part of its calendar, is new."""
    path = tmp_path / "motcua.db"
    connection = at_schema(path, key, 126)
    if body is not None:
        connection.execute("INSERT INTO calendar_part VALUES ('closures', 1, ?)", (body,))
    connection.commit()
    connection.close()
    upgrade.upgrade(path, key, now=NOW)
    with Records(tmp_path).read() as connection:
        return list(closures.every(connection))
