"""Only the engine's room knows which engine it is; everything else would do on another."""

import ast
import importlib
import pkgutil
from pathlib import Path

import pytest
import sqlalchemy
from sqlalchemy import ClauseElement, Index, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlcipher3 import dbapi2

import db.stores
import db.tables
from app.answers.board import BoardView
from db.engine.chosen import ENGINE
from db.engine.face import Engine, Trouble
from db.engine.sqlite import Sqlite
from db.stores import board, dossiers, outbox, people, prints, search, series
from db.stores.province import refusals
from db.tables.columns import metadata
from db.tables.dossier import dossier
from tests.builders import MONDAY, a_desk, a_dossier
from tests.house import parsed

ROOT = Path(__file__).parents[2]
ROOM = ROOT / "db" / "engine"
POSTGRES = postgresql.dialect()
TABLES = metadata.sorted_tables


def imports(tree):
    """Every module an import names, wherever it stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("forbidden", ["sqlcipher3", "sqlite3", "sqlalchemy.dialects"])
def test_only_the_engines_room_imports_the_driver_or_a_dialect(forbidden):
    users = {
        path
        for path, tree in parsed().items()
        if any(name == forbidden or name.startswith(f"{forbidden}.") for name in imports(tree))
    }
    assert {path.parent for path in users} <= {ROOM}
    assert users or forbidden == "sqlite3"


def test_one_place_says_which_engine_it_is():
    users = {
        path.relative_to(ROOT).as_posix()
        for path, tree in parsed().items()
        if any(name.startswith("db.engine.sqlite") for name in imports(tree))
    }
    assert users == {"db/engine/chosen.py"}
    asking = {
        path.relative_to(ROOT).as_posix()
        for path, tree in parsed().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and ast.unparse(node).endswith((".dialect.name", "dialect_name", ".drivername"))
    }  # fmt: skip
    assert asking == set()


def test_the_engine_has_the_shape_a_second_one_would_need():
    shape = {name for name in vars(Engine) if not name.startswith("_")}
    assert shape
    assert {name for name in vars(Sqlite) if not name.startswith("_")} == shape
    assert isinstance(ENGINE, Sqlite)


def test_the_first_list_stays_small():
    lines = (ROOM / "first_list.py").read_text(encoding="utf-8").splitlines()
    assert len(lines) < 120
    assert (
        len((ROOT / "app/usecases/queries/first_list.py").read_text(encoding="utf-8").split("\n"))
        < 120
    )


def test_the_first_list_needs_no_sqlalchemy():
    for path in (ROOM / "first_list.py", ROOM / "opening.py"):
        tree = parsed()[path]
        assert not any(name.startswith("sqlalchemy") for name in imports(tree))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_and_index_can_be_made_on_postgresql_too(table):
    made = str(CreateTable(table).compile(dialect=POSTGRES))
    assert "STRICT" not in made
    assert "WITHOUT ROWID" not in made
    for index in table.indexes:
        sql = str(CreateIndex(index).compile(dialect=POSTGRES))
        own = str(CreateIndex(index).compile(dialect=sqlite.dialect()))
        assert (" WHERE " in sql) == (" WHERE " in own)


def test_partial_indexes_hold_in_both_engines():
    partial = [index for table in TABLES for index in table.indexes if is_partial(index)]
    assert len(partial) >= 6
    for index in partial:
        wheres = {str(index.dialect_options[name]["where"]) for name in ("sqlite", "postgresql")}
        assert len(wheres) == 1


def is_partial(index: Index) -> bool:
    return index.dialect_options["sqlite"]["where"] is not None


def test_checks_compare_no_boolean_with_a_number_and_know_no_glob():
    for table in TABLES:
        for column in table.columns:
            assert not (isinstance(column.type, sqlalchemy.Boolean) and column.nullable)
        sql = str(CreateTable(table).compile(dialect=POSTGRES))
        assert "GLOB" not in sql
        for column in table.columns:
            if isinstance(column.type, sqlalchemy.Boolean):
                for number in ("= 0", "= 1", "IN (0, 1)", "BETWEEN"):
                    assert f"{column.name} {number}" not in sql


def statements():
    """Every statement that stands ready in a store and is not the engine's, by its name."""
    for found in pkgutil.iter_modules(db.stores.__path__):
        module = importlib.import_module(f"db.stores.{found.name}")
        for name, value in vars(module).items():
            every = value.values() if isinstance(value, dict) else [value]
            for one in every:
                is_the_engines = getattr(one, "_post_values_clause", None) is not None
                if (
                    isinstance(one, ClauseElement)
                    and not isinstance(one, sqlalchemy.Table)
                    and not is_the_engines
                ):
                    yield pytest.param(one, id=f"{found.name}.{name}")


@pytest.mark.parametrize("statement", list(statements()))
def test_every_statement_that_stands_ready_compiles_for_postgresql(statement):
    sql = str(statement.compile(dialect=POSTGRES))
    assert "GLOB" not in sql
    assert "IN ()" not in sql


class Recorder:
    """Compiles for PostgreSQL whatever a store runs."""

    def __init__(self, engine):
        self.seen = []
        sqlalchemy.event.listen(engine, "before_execute", self._note)

    def _note(self, _connection, statement, *_):
        upserts = getattr(statement, "_post_values_clause", None) is not None
        if isinstance(statement, sqlalchemy.TextClause) or upserts:
            return  # the engine's own
        self.seen.append(str(statement.compile(dialect=POSTGRES)))


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    yield desk
    desk.close()


def test_what_stores_run_compiles_for_postgresql(desk):
    record = Recorder(desk.records.engine)
    done = a_dossier(desk)
    times = dict.fromkeys(
        ("now", "soon", "apology", "day", "day_from", "day_to"), "2026-11-23T03:15:00Z"
    )  # fmt: skip
    with desk.records.read() as connection:
        board.counts(connection, times)
        for view in BoardView:
            board.ids(connection, view, times)
        board.running(connection)
        board.rows(connection, [done.dossier_id])
        dossiers.by_id(connection, done.dossier_id)
        dossiers.open_of(connection, ["020185001234"], "", "1.004873")
        list(dossiers.every(connection))
        outbox.summary(connection)
        refusals.refused(connection)
        refusals.of_dossier(connection, 1)
        list(outbox.pending(connection))
        people.find(connection, "hoang")
        prints.of_dossier(connection, 1)
        series.every(connection)
    assert len(record.seen) > 30
    assert not [sql for sql in record.seen if "IN ()" in sql or "GLOB" in sql]
    assert [sql for sql in record.seen if sql.startswith("INSERT")]


def test_an_empty_list_asks_nothing_and_finds_nothing(desk):
    with desk.records.read() as connection:
        assert board.rows(connection, []) == ()
        assert search.find(connection, "") == []
        assert search.find(connection, " - ") == []


@pytest.mark.parametrize("many", [1, 999, 40_000])
def test_any_number_of_rows_can_be_asked_for(desk, many):
    a_dossier(desk)
    with desk.records.read() as connection:
        assert [row.id for row in board.rows(connection, [1] + [7] * many)] == [1]


class WithCodeError(Exception):
    """As the driver's, with the code it gives."""

    def __init__(self, code, words):
        super().__init__(words)
        self.sqlite_errorcode = code


@pytest.mark.parametrize(
    ("code", "trouble"),
    [
        (dbapi2.SQLITE_BUSY, Trouble.BUSY),
        (dbapi2.SQLITE_BUSY | 2 << 8, Trouble.BUSY),
        (dbapi2.SQLITE_LOCKED, Trouble.BUSY),
        (dbapi2.SQLITE_FULL, Trouble.FULL),
        (dbapi2.SQLITE_CORRUPT, Trouble.DAMAGED),
        (dbapi2.SQLITE_NOTADB, Trouble.DAMAGED),
        (dbapi2.SQLITE_IOERR, Trouble.DISK_ERROR),
        (dbapi2.SQLITE_IOERR | 3 << 8, Trouble.DISK_ERROR),
        (dbapi2.SQLITE_CANTOPEN, Trouble.NOT_TAKEN),
        (dbapi2.SQLITE_CANTOPEN | 2 << 8, Trouble.NOT_TAKEN),
        (dbapi2.SQLITE_CONSTRAINT, None),
        (None, None),
    ],
)
def test_trouble_is_told_by_its_code_and_not_by_its_words(tmp_path, code, trouble):
    for words in ("database is locked", "database or disk is full", "lạ"):
        assert ENGINE.trouble_of(WithCodeError(code, words), tmp_path / "motcua.db") is trouble
    wrapped = sqlalchemy.exc.OperationalError("x", None, WithCodeError(code, "full"))
    assert ENGINE.trouble_of(wrapped, tmp_path / "motcua.db") is trouble


def test_words_of_an_error_without_a_code_tell_nothing(tmp_path):
    assert ENGINE.trouble_of(ValueError("database is locked"), tmp_path / "motcua.db") is None


def test_an_insert_that_meets_its_key_changes_only_what_it_says(desk):
    table = metadata.tables["procedure_use"]
    with desk.records.write() as connection:
        for _ in range(2):
            values = {"code": "1.9", "uses": 1}
            grown = {"uses": table.c.uses + 1}
            connection.execute(ENGINE.upsert(table, changes=grown), values)
        query = select(table.c.uses).where(table.c.code == "1.9")
        assert connection.execute(query).scalar_one() == 2


def test_moments_are_counted_in_seconds(desk):
    a_dossier(desk)
    with desk.records.read() as connection:
        query = select(ENGINE.seconds(dossier.c.received_at))
        assert connection.execute(query).scalar_one() == int(MONDAY.timestamp())


def test_whatever_reads_everything_once_keeps_no_pages_of_it_in_memory(tmp_path):
    """A window saves its records each hour, on whichever connection is free."""
    desk = a_desk(tmp_path / "data")
    said = []
    with desk.records.read() as connection:
        driver = connection.connection.dbapi_connection
        driver.set_trace_callback(said.append)
        with ENGINE.asking(connection, lambda: True):
            connection.exec_driver_sql("SELECT count(*) FROM dossier").scalar_one()
        driver.set_trace_callback(None)
    desk.close()
    assert said == ["SELECT count(*) FROM dossier", "PRAGMA shrink_memory"]
