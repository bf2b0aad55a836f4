"""The database as the program sees it: `read()` and `write()`, each one transaction."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from datetime import datetime
from pathlib import Path

import sqlalchemy
from sqlalchemy import Connection

from app.domain.errors import DeskError
from app.domain.phrases import phrase
from app.wording.causes import cause
from db.durable import write_durably
from db.engine.chosen import ENGINE
from db.engine.errors import RecordsDamaged
from db.engine.face import Trouble
from db.folder import DATABASE_FILE, KEPT_LOGS, LOG_OF_DATABASE, FolderNotWritable
from db.keys import read_key
from db.room import full, fullness_named
from db.stores import ledger, reference, series
from db.witness import added
from db.witness.added import Added
from db.witness.comparing import Loss
from db.witness.known import (
    HEAD_FILE,
    MOST_NUMBERS,
    MOST_ROWS,
    HeadMissing,
    Known,
    read_known,
)
from db.witness.writing import Witness


class RecordsBusy(DeskError):
    """Another program held the records for longer than anyone should wait. No facts."""


class WitnessBehind(DeskError):
    """What was saved is kept, and the witness is told of it with the next. Facts: path, why."""


class NotTidied(DeskError):
    """All is kept, but the records could not be closed tidily. Facts: path, why."""


class Records:
    """The open database of one data folder.

    `write()` takes the one writing lock as it begins, so that what is read inside cannot go stale
    before it is written; `read()` sees one moment and never waits for a writer.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / DATABASE_FILE
        self.key = read_key(folder)
        self.engine = ENGINE.open(self.path, self.key)
        self._witness = Witness(folder)

    def read(self) -> AbstractContextManager[Connection]:
        """A snapshot to read from."""
        return self._transaction(writes=False)

    def write(self) -> AbstractContextManager[Connection]:
        """The one writing transaction; committed when the block ends well, and the witness told.

        Both are on disk then. What is committed stays so if the witness cannot be told.
        """
        return self._transaction(writes=True)

    def copy(self, to: Path, goes_on: Callable[[], bool] = lambda: True) -> None:
        """Copy the records as of one moment into the new file `to`.

        `goes_on` is asked now and then; once it says no, the copy ends, and is none. Where the disk
        reports an error it is taken to be of the copy: a check of the records, which reads them
        alone, tells whether they have it.
        """
        with _troubles_named(self.path, writes=True):
            ENGINE.copy(self.engine, to, goes_on)

    @contextmanager
    def _transaction(self, *, writes: bool) -> Iterator[Connection]:
        with (
            _troubles_named(self.path, writes=writes),
            ENGINE.transaction(self.engine, writes=writes) as opened,
        ):
            commit = added.begin(opened)
            yield opened
        if commit:
            self._witnessed(commit)

    def _witnessed(self, commit: Added) -> None:
        try:
            self._witness.add(commit)
        except HeadMissing:  # of records that are just being made, or taken away meanwhile
            with suppress(OSError):  # a close tries again
                self.write_witness()

    def compare(self) -> Loss | None:
        """What the witness knows and the records lack; None if they have all of it.

        A witness that knows less is told the rest: somebody was killed between the commit and that.

        Raises:
            HeadMissing: there is no witness, though there is a ledger.
            HeadFileDamaged: it cannot be read.
        """
        known = read_known(self.folder)  # before the moment it is compared with
        with self.read() as connection:
            if known is None:
                if ledger.head(connection, ledger.OFFICE_CHAIN)[0]:
                    raise HeadMissing(path=str(self.folder / HEAD_FILE))
                return None
            loss = ledger.loss(connection, known)
            is_accepted = loss is not None and ledger.is_accepted(connection, loss)
            missing = Added() if loss else _unknown(connection, known)
        if is_accepted:  # and somebody was killed before the witness was written anew
            with suppress(OSError):
                self.write_witness()
            return None
        if missing:
            self._witnessed(missing)
        return loss

    def keep_log(self, at: datetime) -> None:
        """Keep a copy of the log of records that lack something: a close does away with it.

        What is lost may lie in it behind the place that was damaged. Where there is no room, or a
        copy of it already, none is made.
        """
        log = self.path.with_name(f"{self.path.name}{LOG_OF_DATABASE[0]}")
        kept = log.with_name(KEPT_LOGS.replace("*", f"{at:%Y%m%d-%H%M%S}"))
        with suppress(OSError):
            content = log.read_bytes()
            sizes = {path.stat().st_size for path in self.folder.glob(KEPT_LOGS)}
            if content and len(content) not in sizes:
                write_durably(kept, content, private=True)

    @property
    def behind(self) -> DeskError | None:
        """Why the witness was not told of the last commit, which is kept; None if it was."""
        match self._witness.trouble:
            case OSError() as error:
                return WitnessBehind(path=str(self.folder / HEAD_FILE), why=cause(error))
            case DeskError() as error:
                return error
            case _:
                return None

    def close(self) -> None:
        """Move the log into the file; the witness is told what it was not told of yet.

        Each is tried, whatever becomes of the other: what was committed is kept without them.

        Raises:
            NotTidied: full, refused, or the engine failed.
            HeadFileDamaged, HeadMissing, RecordsBusy: as named.
        """
        try:
            with _untidied(self.path), ExitStack() as steps:
                steps.callback(ENGINE.settle, self.engine)
                if not self._witness.is_there:
                    self.write_witness()
                self._witness.settle()
        finally:
            self.let_go()

    def let_go(self) -> None:
        """Close the files as they are, with nothing tidied up."""
        self._witness.close()
        self.engine.dispose()

    def write_witness(self) -> None:
        """Write the witness by what the records hold, whatever it knew before.

        Raises:
            OSError: it knows what it knew before.
        """
        self._witness.write_anew(self._all_held)

    def _all_held(self) -> Known:
        with self.read() as connection:
            held = _unknown(connection, Known())
            is_practice = reference.is_practice(connection)
        numbers = {} if is_practice else held.numbers
        return Known(is_practice=is_practice).with_commit(held.rows, numbers)


def _unknown(connection: Connection, known: Known) -> Added:
    """What the records hold and the witness does not know."""
    rows = {
        place: row
        for chain, (seq, _) in ledger.heads(connection).items()
        if seq > known.heads.get(chain, (0, ""))[0]
        for place, row in ledger.newest_noted(connection, chain, most=MOST_ROWS).items()
        if place not in known.rows
    }
    if not rows:
        return Added()
    given = series.newest(connection, most=MOST_NUMBERS)
    return Added(rows, {run: last for run, last in given.items() if known.numbers.get(run) != last})


@contextmanager
def _untidied(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise NotTidied(path=str(path.parent), why=cause(error)) from error
    except sqlalchemy.exc.DBAPIError as error:
        is_full = ENGINE.trouble_of(error, path) is Trouble.FULL
        why = phrase("ổ đĩa đầy") if is_full else phrase("cơ sở dữ liệu báo lỗi")
        raise NotTidied(path=str(path.parent), why=why) from error


@contextmanager
def _troubles_named(path: Path, *, writes: bool) -> Iterator[None]:
    """What the records at `path` are troubled by is named; anything else is passed on as it is.

    The driver does not say whether the disk refused to give or to take something: where something
    was to be kept, it may take it the next time; where all was only read, it is lost.
    """
    try:
        with fullness_named(path.parent):
            yield
    except sqlalchemy.exc.DBAPIError as error:
        trouble = ENGINE.trouble_of(error, path)
        if trouble is Trouble.BUSY:
            raise RecordsBusy from error
        if trouble is Trouble.FULL:
            raise full(path.parent) from error
        if trouble is Trouble.READ_ONLY:
            why = phrase("cơ sở dữ liệu chỉ cho đọc")
            raise FolderNotWritable(path=str(path.parent), why=why) from error
        if trouble is Trouble.NOT_TAKEN or (trouble is Trouble.DISK_ERROR and writes):
            why = phrase("ổ đĩa báo lỗi khi ghi")
            raise FolderNotWritable(path=str(path.parent), why=why) from error
        if trouble in {Trouble.DAMAGED, Trouble.DISK_ERROR}:
            raise RecordsDamaged(path=str(path)) from error
        raise
