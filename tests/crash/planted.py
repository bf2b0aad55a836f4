"""Mistakes that could be made in the product; each must be noticed by the replay.

One row of `PLANTED`: what is wrong, how it is planted while the tape runs, the work that meets it,
and the invariant that notices.
"""

from contextlib import contextmanager
from dataclasses import dataclass, replace
from types import SimpleNamespace
from unittest import mock

from app.domain.workflow.states import DossierEvent
from app.exchange import new_file
from app.usecases import dossier_change
from app.usecases.desk import Desk
from app.usecases.safety import restoring
from db import durable, papers
from db.engine import opening
from db.engine.sqlite import Sqlite
from db.guard import swap
from db.papers import PaperStore
from db.stores import series
from db.witness import added, writing
from db.witness.added import Added
from db.witness.writing import Witness
from tests.crash.judge import COPY, EVENTS, NUMBERS, PAPERS, REFUSED, WITNESS
from tests.crash.scene import LOST, PRINTED, STICK


def setting(name, value, read_back):
    """Connections have another setting."""
    rows = [(n, value, read_back) if n == name else (n, v, r) for n, v, r in opening.SETTINGS]
    return lambda _scene: mock.patch.object(opening, "SETTINGS", tuple(rows))


def instead(of, name, other=lambda *_, **__: None):
    """Something else is done; if nothing is named, nothing."""
    return lambda _scene: mock.patch.object(of, name, other)


def afterwards(of, name):
    """A part of a change is made in a transaction of its own, once the first one is kept."""

    @contextmanager
    def planted(_scene):
        real, unit, waiting = getattr(of, name), Desk.unit, []

        @contextmanager
        def in_two(desk, *arguments, **more):
            with unit(desk, *arguments, **more) as opened:
                yield opened
            with desk.records.write() as connection:
                while waiting:
                    waiting.pop(0)(connection)

        def later(place, *rest, **more):
            def call(connection):
                is_place = hasattr(place, "actor")
                real(
                    replace(place, connection=connection) if is_place else connection, *rest, **more
                )

            waiting.append(call)

        with mock.patch.object(Desk, "unit", in_two), mock.patch.object(of, name, later):
            yield

    return planted


@contextmanager
def answered_before_the_commit(_scene):
    """The answer is given while the transaction is still open; the next one commits it."""
    real, waiting = Sqlite.transaction, []

    @contextmanager
    def lazy(self, engine, *, writes):
        while waiting:
            waiting.pop().__exit__(None, None, None)
        opened = real(self, engine, writes=writes)
        yield opened.__enter__()
        if writes:
            waiting.append(opened)
        else:
            opened.__exit__(None, None, None)

    with mock.patch.object(Sqlite, "transaction", lazy):
        yield


@contextmanager
def printed_before_the_record(scene):
    """The paper goes to the printer as soon as it is drawn."""
    real = PaperStore.put

    def put(self, content):
        digest = real(self, content)
        scene.promise(f"print {digest}", by=PRINTED)
        return digest

    with mock.patch.object(PaperStore, "put", put):
        yield


@contextmanager
def witnessed_before_the_commit(scene):
    """The witness is told of a row as it is written, not when it is kept."""
    real = added.rows_added

    def at_once(connection, noted):
        real(connection, noted)
        scene.desk.records._witness.add(Added(dict(noted)))

    with mock.patch.object(added, "rows_added", at_once):
        yield


def _at_the_close(self, commit):
    self._waiting += writing.line_of(commit.rows, commit.numbers)


def _unrecorded(place, before, after, event, reason, **more):
    """A dossier that is finished, without a row of the ledger."""
    if event is not DossierEvent.FINISH:
        return _CHANGE(place, before, after, event, reason, **more)
    dossier_change.dossiers.save(
        place.connection, before, replace(after, version=before.version + 1)
    )
    return dossier_change.Done(after, SimpleNamespace(hash="0" * 64))


def _without_the_step(place, before, after, move, *rest):
    """No event of a supplement that was asked for."""
    if move.event is not DossierEvent.REQUEST_SUPPLEMENT:
        _QUEUE(place, before, after, move, *rest)


def _uncopied(self, path, key, *, backup):
    _MIGRATE(self, path, key, backup=None)


_CHANGE, _QUEUE, _MIGRATE = dossier_change.change, dossier_change._queue_events, Sqlite.migrate


@dataclass(frozen=True)
class Mistake:
    """One row; `from_schema` where an older office is opened (0: today's)."""

    planted: object
    work: str
    noticed_by: str
    from_schema: int = 0


PLANTED = {
    "synchronous=NORMAL": Mistake(setting("synchronous", "NORMAL", 1), "intake", LOST),
    "synchronous=OFF": Mistake(setting("synchronous", "OFF", 0), "intake", LOST),
    "journal_mode=DELETE": Mistake(
        setting("journal_mode", "DELETE", "delete"), "intake intake", LOST
    ),
    "the commit comes after the answer": Mistake(answered_before_the_commit, "intake", LOST),
    "events in a second transaction": Mistake(
        afterwards(dossier_change, "_queue_events"), "intake", EVENTS
    ),
    "an event is forgotten": Mistake(
        instead(dossier_change, "_queue_events", _without_the_step), "intake supplement", EVENTS
    ),
    "a ledger row is forgotten": Mistake(
        instead(dossier_change, "change", _unrecorded), "intake intake finish", EVENTS
    ),
    "the number in a second transaction": Mistake(afterwards(series, "_keep"), "intake", NUMBERS),
    "numbers are not carried into a restore": Mistake(
        instead(restoring, "_carry_numbers"), "intake back_up intake restore", NUMBERS
    ),
    "the paper is printed before its record": Mistake(
        printed_before_the_record, "intake print", PRINTED
    ),
    "a paper is not synced": Mistake(
        instead(papers, "write_durably", lambda path, content, **_: path.write_bytes(content)),
        "intake print", PAPERS,
    ),
    "a rename without a sync of the folder": Mistake(
        instead(durable, "sync_folder"), "intake print", PAPERS
    ),
    "a new folder without a sync of the one above": Mistake(
        instead(papers, "make_folder", lambda path: path.mkdir(parents=True)),
        "intake print", PAPERS,
    ),
    "the witness before the commit": Mistake(witnessed_before_the_commit, "intake", WITNESS),
    "the witness at the close": Mistake(instead(Witness, "add", _at_the_close), "intake", WITNESS),
    "the witness is not synced": Mistake(instead(writing, "sync_content"), "intake", WITNESS),
    "a restore without a journal": Mistake(
        instead(swap, "_begin"), "intake back_up restore", REFUSED
    ),
    "a restore whose names are not synced": Mistake(
        instead(swap, "sync_folder"), "intake back_up restore", REFUSED
    ),
    "a backup is named before it is synced": Mistake(
        instead(new_file.Draft, "sync", lambda draft: draft.file.flush()), "intake back_up", STICK
    ),
    "a package's name is not synced": Mistake(
        instead(new_file, "sync_names"), "intake export", STICK
    ),
    "a migration without a copy": Mistake(
        instead(Sqlite, "migrate", _uncopied), "upgrade", COPY, 100
    ),
}  # fmt: skip
