"""What every use case works with: the records, the stored papers, the clock, the rules."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.domain.actor import Actor
from app.domain.clock import Clock
from app.domain.permission import Permission, require
from app.usecases.reference import ReferenceCache
from app.usecases.unit import Request, Unit, View
from db.papers import PaperStore
from db.records import Records


@dataclass(frozen=True, slots=True)
class Desk:
    """One opened data folder."""

    records: Records
    papers: PaperStore
    clock: Clock
    reference: ReferenceCache

    @property
    def folder(self) -> Path:
        """The data folder."""
        return self.records.folder

    @contextmanager
    def view(self, actor: Actor, permission: Permission) -> Iterator[View]:
        """Read as `actor`: one moment of the records and of the rules.

        Raises:
            NotPermitted: `actor` may not.
        """
        require(actor, permission)
        with self.records.read() as connection:
            yield View(connection, actor, permission, self.reference.at(connection))

    @contextmanager
    def unit(
        self, actor: Actor, permission: Permission, request: Request | None = None
    ) -> Iterator[Unit]:
        """Change as `actor`, all or nothing; safe on disk when the block ends well.

        The clock is read once, behind the lock, so that times and numbers are in one order.

        Raises:
            NotPermitted: `actor` may not.
            RecordsBusy, DiskFull: nothing was kept.
        """
        require(actor, permission)
        with self.records.write() as connection:
            yield Unit(
                connection,
                actor,
                permission,
                self.reference.at(connection),
                self.clock.now().replace(microsecond=0),
                request or Request(),
                self.reference.at,
            )

    def close(self) -> None:
        """Close cleanly: the log goes into the file, the ledger's heads beside the key."""
        self.records.close()
