"""No use case writes past the unit, and each asks for its own permission before it reads."""

import ast

import pytest

from app.domain import permission
from app.domain.actor import Actor
from app.domain.permission import NotPermitted, Permission, Role
from app.usecases.dossier import progress
from app.usecases.dossier.progress import Opened
from app.usecases.office import settings
from app.usecases.queries import lookup
from db.records import Records
from tests.builders import LAN, a_desk, a_dossier
from tests.house import ROOT, parsed
from tests.usecases.use_cases import changing, functions, public_functions, use_cases

WITHOUT_USE_CASE = {Permission.REQUEST_PAYMENT}
"""Moves of the table whose use cases come with the rest of a dossier's life."""
DESK = ROOT / "app" / "usecases" / "desk.py"
ONLY_THERE = {
    ("dossiers", "add"): {"dossier_change"},
    ("dossiers", "save"): {"dossier_change"},
    ("outbox", "add"): {"dossier_change", "many_changes"},
    ("payments", "add"): {"dossier_change"},
    ("ledger", "append"): {"dossier_change", "unit"},
    ("ledger", "append_all"): {"many_changes"},
    ("promises", "save"): {"many_changes"},
    ("prints", "freeze"): {"freezing"},
    ("requests", "keep"): {"unit"},
    ("series", "take_dossier_number"): {"intake"},
}
"""Writing functions of stores, and the only modules that may call them."""


def calls(tree):
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


def writes(tree):
    """Whether a statement that writes is made in here."""
    return any(ast.unparse(call.func).split(".")[-1] in WRITES for call in calls(tree))


def store_writers():
    """Functions of the stores that insert, update or delete, by module; with their callers."""
    found = {}
    for path, tree in parsed().items():
        if path.parent == ROOT / "db" / "stores":
            statements = {
                target.id
                for node in tree.body
                if isinstance(node, ast.Assign) and writes(node)
                for target in node.targets
            }
            written, writing = {}, set()
            for function in tree.body:
                if isinstance(function, ast.FunctionDef):
                    names = {ast.unparse(call.func) for call in calls(function)}
                    written[function.name] = names
                    used = {n.id for n in ast.walk(function) if isinstance(n, ast.Name)}
                    if writes(function) or used & statements:
                        writing.add(function.name)
            while True:
                more = {n for n, names in written.items() if names & writing} - writing
                if not more:
                    break
                writing |= more
            found[path.stem] = writing
    return found


WRITES = {"insert", "update", "delete", "upsert", "index_words", "reindex_words"}


def test_there_are_use_cases_to_look_at():
    assert len(use_cases()) > 70
    assert len(changing()) > 25
    writers = store_writers()
    assert writers["dossiers"] >= {"add", "save"}
    assert writers["ledger"] == {"append", "append_all"}
    assert "add_print" in writers["prints"]


def test_only_the_desk_opens_transactions_of_the_records():
    found = set()
    for path, tree in parsed().items():
        if path.is_relative_to(ROOT / "db"):
            continue
        for call in calls(tree):
            name = ast.unparse(call.func)
            if name.endswith(("records.read", "records.write", "engine.connect", "engine.begin")):
                found.add(path)
    assert found == {DESK}


def test_no_store_writes_for_anyone_but_a_unit():
    """Every call of a writing function names a unit's connection, or the unit's own parts do."""
    writers = store_writers()
    for path, tree in parsed().items():
        if not path.is_relative_to(ROOT / "app") and not path.is_relative_to(ROOT / "ui"):
            continue
        for call in calls(tree):
            store, _, name = ast.unparse(call.func).rpartition(".")
            if name in writers.get(store, ()) and call.args:
                given = ast.unparse(call.args[0])
                assert path.is_relative_to(ROOT / "app" / "usecases"), (path, name)
                units = {"unit.connection", "self.connection", "place.connection", "connection"}
                assert given in units, (path, ast.unparse(call))


def test_a_bare_connection_comes_from_a_unit():
    """Where a writing call names only `connection`, its function took it from a unit."""
    writers = store_writers()
    for path, tree in parsed().items():
        if not path.is_relative_to(ROOT / "app" / "usecases"):
            continue
        for function in functions(tree):
            for call in calls(function):
                store, _, name = ast.unparse(call.func).rpartition(".")
                if name not in writers.get(store, ()) or not call.args:
                    continue
                if ast.unparse(call.args[0]) == "connection":
                    source = ast.unparse(function)
                    given = "connection" in [argument.arg for argument in function.args.args]
                    assert given or "connection = unit.connection" in source, (path, function.name)


@pytest.mark.parametrize("writer", ONLY_THERE, ids=".".join)
def test_what_makes_a_change_whole_is_called_in_one_place(writer):
    callers = {
        path.stem
        for path, tree in parsed().items()
        if not path.is_relative_to(ROOT / "db")
        for call in calls(tree)
        if ast.unparse(call.func) == ".".join(writer)
    }
    assert callers == ONLY_THERE[writer]


@pytest.mark.parametrize("case", use_cases(), ids=str)
def test_every_use_case_names_who_acts_and_opens_by_its_own_permission_or_calls_one(case):
    others = case.calls & {other.name for other in use_cases() if other.name != case.name}
    asked = {named for _, named in case.opens}
    assert case.takes[1] == "actor" or case.module == "practice"
    assert asked <= {case.name.upper(), *(name.upper() for name in others)}
    assert case.name.upper() in asked or others or case.module == "practice"


def test_every_permission_is_asked_for_by_the_use_case_of_its_name_and_by_no_other():
    owned = {member.value for member in Permission if member not in WITHOUT_USE_CASE}
    asked = {
        case.name.upper(): {named for _, named in case.opens if named.isupper()}
        for case in public_functions()
    }
    assert {name for name in asked if name in asked[name]} == owned
    assert set().union(*asked.values()) == owned


@pytest.mark.parametrize("case", changing(), ids=str)
def test_every_changing_use_case_takes_a_request(case):
    assert "request" in case.takes or "sent" in case.takes


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    yield desk
    desk.close()


@pytest.fixture
def nobody_may(monkeypatch):
    """Roles without any permission."""
    roles = {Role.EVERYBODY: frozenset()}
    allows = permission.allows
    monkeypatch.setattr(
        permission, "allows", lambda actor, wanted, _=None: allows(actor, wanted, roles)
    )


def test_a_role_without_the_permission_is_refused_before_anything_is_read(
    desk, nobody_may, monkeypatch
):
    opened_records = []
    monkeypatch.setattr(Records, "read", lambda self: opened_records.append("read"))
    monkeypatch.setattr(Records, "write", lambda self: opened_records.append("write"))
    for ask in (
        lambda: lookup.dossier_view(desk, LAN, 1),
        lambda: lookup.settings(desk, LAN),
        lambda: progress.start_processing(desk, LAN, Opened(1)),
        lambda: settings.change_setting(desk, LAN, "office", "x"),
        lambda: a_dossier(desk),
    ):
        with pytest.raises(NotPermitted) as refused:
            ask()
        assert refused.value.facts["officer"] == LAN.officer
    assert opened_records == []


@pytest.mark.parametrize("wanted", Permission)
def test_units_and_views_refuse_every_permission_alike(desk, nobody_may, wanted):
    with pytest.raises(NotPermitted), desk.unit(LAN, wanted):
        pytest.fail("a unit was opened")
    with pytest.raises(NotPermitted), desk.view(LAN, wanted):
        pytest.fail("a view was opened")


def test_the_clock_is_read_behind_the_lock_and_once(desk):
    seen = []

    class Watching:
        def now(self):
            with pytest.raises(AssertionError):
                _lock_is_free(desk)
            seen.append(1)
            return desk.clock.now()

    watched = type(desk)(desk.records, desk.papers, Watching(), desk.reference)
    with watched.unit(Actor("Lan"), Permission.MAKE_OFFICE) as unit:
        assert unit.now == desk.clock.now()
    assert seen == [1]


def _lock_is_free(desk):
    other = Records(desk.folder)
    try:
        with other.engine.connect() as connection:
            driver = connection.connection.driver_connection
            driver.execute("PRAGMA busy_timeout = 1")
            connection.rollback()
            try:
                driver.execute("BEGIN IMMEDIATE")
            except Exception as error:
                raise AssertionError("locked") from error
    finally:
        other.engine.dispose()
