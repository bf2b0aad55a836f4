"""What the records ask of whatever engine keeps them: all that SQL leaves to its makers."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path
from typing import Any, Protocol

import sqlalchemy
from sqlalchemy import Column, ColumnElement, Connection, Executable, MetaData, Table

from db.keys import DataKey


class Trouble(Enum):
    """What a clerk can wait for or mend, and what is mended by restoring alone."""

    BUSY = auto()
    FULL = auto()
    DAMAGED = auto()
    READ_ONLY = auto()
    NOT_TAKEN = auto()
    DISK_ERROR = auto()


Number = tuple[str, str, str, int, int, int]
"""Series, period, agency, station, where the block begins and the last number given of a run."""


@dataclass(frozen=True, slots=True)
class Glimpse:
    """What closed records say of themselves; `received` the first and last receipt, as stored.

    `first_hash` is that of the office's first ledger row: no other office has it; `settings` are
    all that were ever set, as text.
    """

    office: str
    agency_code: str
    is_practice: bool
    dossiers: int
    received: tuple[str | None, str | None]
    first_hash: str
    numbers: tuple[Number, ...]
    settings: Mapping[str, str] = field(default_factory=dict)


class Engine(Protocol):
    """One kind of storage. `db.engine.chosen` names the one in use, the only place that does."""

    def open(self, path: Path, key: DataKey) -> sqlalchemy.Engine:
        """The records at `path`.

        Raises:
            NotOurDatabase: wrong key, damaged first page, or another program's file; raised by
                the first connection, as `FolderNotWritable` and `DiskFull` are.
        """
        ...

    def transaction(
        self, engine: sqlalchemy.Engine, *, writes: bool
    ) -> AbstractContextManager[Connection]:
        """One transaction, committed when the block ends well.

        One that only reads sees one moment and waits for nobody; one that writes takes the one
        writing lock as it begins.
        """
        ...

    def trouble_of(self, error: BaseException, path: Path) -> Trouble | None:
        """What trouble of the records at `path` `error` tells of; None for anything else."""
        ...

    def upsert(
        self,
        table: Table,
        *,
        changes: Mapping[str, Any] | None = None,
        where: ColumnElement[bool] | None = None,
    ) -> sqlalchemy.Insert:
        """Insert the values it is executed with, or change the row that has their primary key.

        Without `changes` that row takes all the other values; it is left alone unless `where`
        holds of it. To be built once: building costs more than carrying out.
        """
        ...

    def add_rows(
        self, connection: Connection, columns: Sequence[Column[Any]], rows: Iterable[Sequence[Any]]
    ) -> None:
        """Insert many rows, as they are stored, into the table of `columns`; asked for as taken.

        For rows by the hundred thousand, behind the writing lock: nothing is looked at but them.
        """
        ...

    def seconds(self, moment: Column[str]) -> ColumnElement[int]:
        """A stored moment as whole seconds since 1970."""
        ...

    def index_words(self, connection: Connection, dossier_id: int, words: str) -> None:
        """Enter a new dossier into the index of words."""
        ...

    def reindex_words(self, connection: Connection, dossier_id: int, words: str) -> None:
        """Put `words` in the place of those a dossier is found by now."""
        ...

    def dossiers_with(
        self, connection: Connection, beginnings: Sequence[str], *, most: int
    ) -> list[int]:
        """The newest dossiers that hold, for each of `beginnings`, a word beginning so."""
        ...

    def extras(self, metadata: MetaData) -> list[Executable]:
        """Statements beside the tables of `metadata`: index of words, guards of what only grows."""
        ...

    def check_pages(
        self, path: Path, key: DataKey, goes_on: Callable[[], bool] = lambda: True
    ) -> None:
        """Authenticate and check every page.

        `goes_on` is asked now and then; once it says no, nothing more is looked at or found.

        Raises:
            NotOurDatabase, PageDamaged: as named.
        """
        ...

    def check_structure(self, path: Path, key: DataKey, goes_on: Callable[[], bool]) -> None:
        """Read every page, which authenticates it, and see that each is where it belongs.

        `goes_on` is asked now and then; once it says no, nothing more is looked at or found.

        Raises:
            PageDamaged: one is not.
        """
        ...

    def asking(
        self, connection: Connection, goes_on: Callable[[], bool]
    ) -> AbstractContextManager[None]:
        """For the block `goes_on` is asked amid whatever is read; a no interrupts that by an error.

        What is interrupted may have been anything: the block must end then. It is for works that
        read everything once: no memory is held of it afterwards.
        """
        ...

    def first_broken_reference(self, connection: Connection) -> tuple[str, int] | None:
        """Table and row of the first foreign key that leads nowhere."""
        ...

    def copy(
        self, engine: sqlalchemy.Engine, to: Path, goes_on: Callable[[], bool] = lambda: True
    ) -> None:
        """Copy the records as of one moment into the new file `to`, as encrypted as they are.

        `goes_on` is asked now and then; once it says no, the copy ends, and is none.
        """
        ...

    def settle(self, engine: sqlalchemy.Engine) -> None:
        """Before a clean close: everything into the one file, but for what somebody still reads."""
        ...

    def schema_of(self, path: Path, key: DataKey) -> int:
        """The number of the schema of the records at `path`, which are not touched.

        Raises:
            NotOurDatabase: as for `open`.
        """
        ...

    def glimpse(self, path: Path, key: DataKey) -> Glimpse:
        """What the records at `path`, of any schema since the first, say of themselves.

        They are not touched; what is damaged is left out.

        Raises:
            NotOurDatabase: they cannot be read at all.
            TrialSchema: a trial version wrote them.
        """
        ...

    def migrate(self, path: Path, key: DataKey, *, backup: Path | None) -> None:
        """Bring the records at `path`, which may be new, to the present schema, whole or not.

        Raises:
            NotOurDatabase, MigrationBroke: as named; the latter names `backup`.
        """
        ...
