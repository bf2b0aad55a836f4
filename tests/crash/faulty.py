"""A disk that refuses: an error, or no room with half of it written, at one call or from it on."""

import errno
import shutil
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count

from app.domain.errors import DeskError
from app.usecases.safety import verification
from app.wording.refusals import SENTENCES, say
from tests.builders import LAN
from tests.crash.scene import FACTS
from tests.crash.tape import NO_FAULT

KINDS = (
    ("write", errno.EIO), ("write", errno.ENOSPC), ("sync", errno.EIO), ("open", errno.EACCES),
    ("open", errno.ENOSPC), ("trunc", errno.EIO), ("rename", errno.EACCES), ("link", errno.EIO),
    ("mkdir", errno.ENOSPC), ("unlink", errno.EIO),
)  # fmt: skip
"""What is refused, and with which error; of what has no room, half is written."""
_CLOSELY = 12
"""So many calls of a kind are refused one after the other."""


@dataclass
class Fault:
    """The `nth` call of a kind is refused; `for_good`: and all that follow."""

    kind: str
    number: int
    nth: int
    for_good: bool
    seen: int = 0
    fired: int = 0

    def __call__(self, kind: str) -> int:
        self.seen += kind == self.kind
        is_hit = kind == self.kind and (
            self.seen >= self.nth if self.for_good else self.seen == self.nth
        )
        self.fired += is_hit
        return self.number if is_hit else NO_FAULT


@dataclass
class Sweep:
    """One step of an office's work, refused at each of its calls in turn."""

    scene: object
    step: str
    before: str = ""
    """What is done before each try, by a disk that takes everything."""
    fired: int = 0
    further: int = 5
    """Behind the first calls of a kind, only every so manieth is refused."""
    refusals: set[str] = field(default_factory=set)

    def run(self) -> None:
        """Refuse the first, the second … call of each kind, until there are no more."""
        for kind, number in KINDS:
            for for_good in (False, True):
                for nth in count(1):
                    if nth > _CLOSELY and nth % self.further:
                        continue
                    fault = Fault(kind, number, nth, for_good)
                    self._try(fault)
                    if not fault.fired:
                        break
                    self.fired += 1

    def _try(self, fault: Fault) -> None:
        scene = self.scene
        for step in self.before.split():
            getattr(scene, step)()
        del scene.open_dossiers[:-1]
        known, promised = self._kept(), len(scene.promised)
        scene.tape.fault = fault
        try:
            getattr(scene, self.step)()
        except DeskError as refusal:
            assert type(refusal).__name__ in SENTENCES, repr(refusal)
            assert say(refusal)
            self.refusals.add(type(refusal).__name__)
            is_refused = True
        else:
            is_refused = False
        finally:
            scene.tape.fault = lambda _kind: NO_FAULT
        if is_refused:
            with suppress(DeskError):
                scene.desk.close()
            scene.open()
        kept = self._kept()
        new = {fact for fact in scene.promised[promised:] if fact.split(" ")[0] in FACTS}
        assert known | new == kept, (fault, known ^ kept, new)
        for aside in scene.home.glob("data-truoc-*"):
            shutil.rmtree(aside)

    def _kept(self) -> set[str]:
        """Everything but rows of the ledger that the records hold."""
        with self.scene.desk.records.read() as connection:
            return {
                f"{kind} {value}"
                for kind, sql in FACTS.items()
                for (value,) in connection.exec_driver_sql(sql)
            }

    def verify(self) -> None:
        """All is whole once the disk takes everything again."""
        self.scene.close()
        verification.verify_pages(self.scene.folder)
        verification.verify_records(self.scene.desk, LAN)
