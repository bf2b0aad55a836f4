"""What every use case works with: the records, the stored papers, the clock, the rules."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from app.answers.watched import Checked
from app.domain.actor import Actor
from app.domain.clock import Clock
from app.domain.errors import DeskError
from app.domain.permission import Permission, require
from app.domain.phrases import phrase
from app.domain.read_only import ReadOnly, Reason
from app.usecases.clock_watch import UNQUESTIONED, ClockWatch
from app.usecases.reference import ReferenceCache
from app.usecases.unit import Request, Unit, View
from db.engine.errors import RecordsDamaged
from db.folder import FolderNotWritable, check_folder
from db.guard import checked
from db.guard.access import Share
from db.guard.checked import Depth
from db.guard.damage import damage_of, known_damage
from db.papers import PaperStore
from db.records import Records
from db.room import DiskFull, RoomFreed

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Desk:
    """One opened data folder."""

    records: Records
    papers: PaperStore
    clock: Clock
    reference: ReferenceCache
    share: Share | None = None
    """That this process works on the folder; None of a copy nobody else knows."""
    watch: ClockWatch = field(init=False)
    read_only: ReadOnly = field(init=False, default_factory=ReadOnly)
    """Why nothing may be changed here, if so."""

    def __post_init__(self) -> None:
        """Watch the clock from now on."""
        object.__setattr__(self, "watch", ClockWatch(self.clock))

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
        with self._troubles_noted(), self.records.read() as connection:
            yield View(connection, actor, permission, self.reference.at(connection))

    @contextmanager
    def unit(
        self, actor: Actor, permission: Permission, request: Request | None = None
    ) -> Iterator[Unit]:
        """Change as `actor`, all or nothing; safe on disk when the block ends well.

        The clock is read once, behind the lock, so that times and numbers are in one order.

        Raises:
            NotPermitted: `actor` may not.
            DeskError: the office may only be looked at for now (`self.read_only`).
            ClockDoubted: somebody must say first that the clock is right.
            RecordsBusy, DiskFull, FolderNotWritable, RecordsDamaged: nothing was kept; all but the
                first stand against whatever comes next, until they have passed.
        """
        require(actor, permission)
        self.look_again()
        self.read_only.require(permission)
        with self._troubles_noted(), self.records.write() as connection:
            rules = self.reference.at(connection)
            now = self.clock.now().replace(microsecond=0)
            if permission not in UNQUESTIONED:
                self.watch.require(connection, rules, now)
            yield Unit(
                connection,
                actor,
                permission,
                rules,
                now,
                request or Request(),
                self.reference.at,
            )

    def look_again(self) -> None:
        """See whether what stood against changes has passed: room was made, a disk let go."""
        for reason in self.read_only.passing:
            try:
                check_folder(self.folder)
            except DeskError:
                continue
            self.read_only.end(reason)

    @contextmanager
    def _troubles_noted(self) -> Iterator[None]:
        """What will refuse the next change too is kept as the reason for it."""
        try:
            yield
        except RoomFreed:
            raise
        except DiskFull as error:
            self.read_only.begin(Reason.DISK, error)
            raise
        except FolderNotWritable as error:
            self.read_only.begin(Reason.FOLDER, error)
            raise
        except RecordsDamaged:
            self._note_damage()
            raise

    def _note_damage(self) -> None:
        """Damage that is met at work stands against changes, also after the next start."""
        damage = known_damage(self.folder)
        if damage is None:
            words = str(phrase("Một phần của cơ sở dữ liệu không đọc được nữa."))
            met = Checked(self.clock.now(), words, is_grave=True)
            checked.keep(self.folder, Depth.QUICK, met)
            damage = damage_of(met)
        self.read_only.begin(Reason.DAMAGE, damage)

    def answered(
        self,
        actor: Actor,
        permission: Permission,
        request: Request | None,
        kind: type[T],
        asked: object,
    ) -> T | None:
        """What `request` was answered before, a `kind`; None if it is new or has no name.

        For a use case that makes a file before its unit: a repeated request makes no second one.
        """
        if request is None or not request.id:
            return None
        with self.unit(actor, permission, request) as unit:
            known: T | None = unit.answered(kind, asked)
        return known

    @contextmanager
    def writing_into(self, folder: Path) -> Iterator[None]:
        """For the block files with data are written into `folder`: a kill's leftovers are found."""
        if self.share is None:
            yield
            return
        with self.share.writing_into(folder):
            yield

    def close(self) -> None:
        """Close cleanly: the log goes into the file, the witness knows all of it."""
        try:
            self.records.close()
        finally:
            if self.share is not None:
                self.share.close()
