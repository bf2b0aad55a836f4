"""A disk that refuses: an error, or no room with half of it written, at one call or from it on."""

import errno
import hashlib
import shutil
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count

from app.domain.errors import DeskError
from app.usecases.safety import verification
from app.wording.refusals import SENTENCES, say
from tests.builders import LAN
from tests.crash.scene import FACTS, kept_facts
from tests.crash.tape import NO_FAULT

KINDS = (
    ("write", errno.EIO), ("write", errno.ENOSPC), ("sync", errno.EIO), ("open", errno.EACCES),
    ("open", errno.ENOSPC), ("trunc", errno.EIO), ("rename", errno.EACCES), ("link", errno.EIO),
    ("mkdir", errno.ENOSPC), ("unlink", errno.EIO),
)  # fmt: skip
"""What is refused, and with which error; of what has no room, half is written."""
_CLOSELY = 12
"""So many calls of a kind are refused one after the other."""
_UNFINISHED = {"SwapUnfinished"}
"""Refusals after which the next start goes on with what was asked."""


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
    closely: int = _CLOSELY
    further: int = 5
    """Behind the first calls of a kind, only every so manieth is refused."""
    refusals: set[str] = field(default_factory=set)

    def run(self) -> None:
        """Refuse the first, the second … call of each kind, until there are no more."""
        for kind, number in KINDS:
            for for_good in (False, True):
                for nth in count(1):
                    if nth > self.closely and nth % self.further:
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
        known, promised = self._known(), len(scene.promised)
        scene.tape.fault = fault
        refused = ""
        try:
            getattr(scene, self.step)()
        except DeskError as refusal:
            refused = type(refusal).__name__
            assert refused in SENTENCES, repr(refusal)
            assert say(refusal)
            self.refusals.add(refused)
        finally:
            scene.tape.fault = lambda _kind: NO_FAULT
        if refused:
            with suppress(DeskError):
                scene.desk.close()
            scene.open()
        kept = self._kept()
        new = {fact for fact in scene.promised[promised:] if fact.split(" ")[0] in FACTS}
        assert kept in self._expected(known | new, refused), (fault, refused, known ^ kept, new)
        self._files_are_there(scene.promised[promised:])
        for aside in scene.home.glob("data-truoc-*"):
            shutil.rmtree(aside)

    def _expected(self, known: set[str], refused: str) -> list[set[str]]:
        """What the records may hold after a try: all that was there, or all of the backup."""
        if self.step != "restore":
            return [known]
        restored = self.scene.kept_then
        if refused in _UNFINISHED:
            return [known, restored]
        return [restored if self.scene.is_restored else known]

    def _known(self) -> set[str]:
        """What the records hold before a try; those of an older program are not opened for it."""
        return self.scene.kept_of_older if self.step == "upgrade" else self._kept()

    def _kept(self) -> set[str]:
        return kept_facts(self.scene.desk)

    def _files_are_there(self, promised: list[str]) -> None:
        """What was said to lie on the stick lies there whole, and nothing else is called so."""
        stick = self.scene.usb
        for fact in promised:
            if fact.startswith("usb/"):
                name, digest = fact.removeprefix("usb/").split(" ")
                assert hashlib.sha256((stick / name).read_bytes()).hexdigest() == digest, name
        said = {one.split(" ")[0] for one in self.scene.promised if one.startswith("usb/")}
        there = {f"usb/{path.name}" for path in stick.iterdir() if not path.name.startswith(".")}
        assert there <= said, there - said
        if self.step == "back_up":
            for path in stick.glob("*"):
                if path != self.scene.backup:
                    path.unlink()

    def verify(self) -> None:
        """All is whole once the disk takes everything again."""
        self.scene.close()
        verification.verify_pages(self.scene.folder)
        verification.verify_records(self.scene.desk, LAN)
